/* SPDX-License-Identifier: GPL-3.0-or-later */
/* "How many?": a few small numbers as buttons, and an entry for larger ones. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SOLEUS_TYPE_COUNT_CHOICE (soleus_count_choice_get_type ())
G_DECLARE_FINAL_TYPE (SoleusCountChoice, soleus_count_choice, SOLEUS, COUNT_CHOICE, GtkWidget)

/* No number. */
#define SOLEUS_COUNT_NONE (-1)

GtkWidget *soleus_count_choice_new       (const char *label, int first, int last, int most, const char *unsure);
int        soleus_count_choice_get_value (SoleusCountChoice *self);
void       soleus_count_choice_set_value (SoleusCountChoice *self, int value);
void       soleus_count_choice_set_least (SoleusCountChoice *self, int least);

G_END_DECLS
