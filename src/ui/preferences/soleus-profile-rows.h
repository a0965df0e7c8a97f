/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows that show a part of the profile and change it at once. */
#pragma once

#include "ui/preferences/soleus-profile-form.h"
#include "ui/preferences/soleus-question-row.h"
#include "ui/widgets/soleus-choice.h"

G_BEGIN_DECLS

/**
 * SoleusProfileEntry:
 * @dup_text: what the entry shows for the profile; "" for nothing
 * @take: changes the profile after a typed text, "" for nothing; returns what is wrong with it, or %NULL
 * @purpose: what is typed
 * @width_chars: how wide the entry is
 *
 * How a field is typed.
 */
typedef struct
{
  char *(*dup_text) (const SoleusRow *values, const char *field, SoleusDate today);
  char *(*take) (SoleusRow *values, const char *field, const char *text, SoleusDate today);
  GtkInputPurpose purpose;
  int width_chars;
} SoleusProfileEntry;

extern const SoleusProfileEntry soleus_profile_number;
extern const SoleusProfileEntry soleus_profile_year;
extern const SoleusProfileEntry soleus_profile_weeks;
extern const SoleusProfileEntry soleus_profile_text;

GtkWidget *soleus_profile_rows_new_answer    (SoleusProfileForm *form, const char *field, const char *detail, const char *question, const char *why);
GtkWidget *soleus_profile_rows_new_word      (SoleusProfileForm *form, const char *field, const SoleusChoiceOption *options, guint n_options, const char *question, const char *why);
GtkWidget *soleus_profile_rows_new_condition (SoleusProfileForm *form, const char *condition, const char *why);
GtkWidget *soleus_profile_rows_new_entry     (SoleusProfileForm *form, const char *field, const SoleusProfileEntry *kind, const char *question, const char *why);
GtkWidget *soleus_profile_rows_new_date      (SoleusProfileForm *form, const char *field, const char *question, const char *why);
void       soleus_profile_rows_show_only_if  (GtkWidget *row, const char *field);

G_END_DECLS
