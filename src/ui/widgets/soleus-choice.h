/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A question's answers as toggle buttons. Nothing is chosen at first, and what was chosen can be switched off again. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SOLEUS_TYPE_CHOICE (soleus_choice_get_type ())
G_DECLARE_FINAL_TYPE (SoleusChoice, soleus_choice, SOLEUS, CHOICE, GtkWidget)

/**
 * SoleusChoiceOption:
 * @id: what is kept
 * @label: what stands on the button, marked with N_()
 * @name: (nullable): what a screen reader says instead, marked with N_()
 */
typedef struct
{
  const char *id;
  const char *label;
  const char *name;
} SoleusChoiceOption;

GtkWidget *soleus_choice_new (const char *label);

void soleus_choice_add (SoleusChoice *self,
                        const char   *id,
                        const char   *label,
                        const char   *name);
void soleus_choice_add_options (SoleusChoice             *self,
                                const SoleusChoiceOption *options,
                                gsize                     n_options);
void soleus_choice_remove_all (SoleusChoice *self);

GtkWidget *soleus_choice_get_button (SoleusChoice *self,
                                     const char   *id);

const char *soleus_choice_get_label (SoleusChoice *self);
void soleus_choice_set_label (SoleusChoice *self,
                              const char   *label);
const char *soleus_choice_get_selected (SoleusChoice *self);
void soleus_choice_set_selected (SoleusChoice *self,
                                 const char   *id);

gboolean soleus_choice_is_selected (SoleusChoice *self,
                                    const char   *id);
void soleus_choice_select (SoleusChoice *self,
                           const char   *id,
                           gboolean      selected);
GStrv soleus_choice_dup_selection (SoleusChoice *self);

G_END_DECLS
