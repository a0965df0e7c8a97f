/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows that show a part of the profile and change it at once. */
#pragma once

#include "ui/preferences/soleus-profile-entry.h"
#include "ui/preferences/soleus-profile-form.h"
#include "ui/preferences/soleus-question-row.h"
#include "ui/widgets/soleus-choice.h"

G_BEGIN_DECLS

GtkWidget *soleus_profile_rows_new_answer    (SoleusProfileForm *form, const char *field, const char *detail, const char *question, const char *why);
GtkWidget *soleus_profile_rows_new_word      (SoleusProfileForm *form, const char *field, const SoleusChoiceOption *options, guint n_options, const char *question, const char *why);
GtkWidget *soleus_profile_rows_new_condition (SoleusProfileForm *form, const char *condition, const char *why);
GtkWidget *soleus_profile_rows_new_entry     (SoleusProfileForm *form, const char *field, const SoleusProfileEntry *kind, const char *question, const char *why);
GtkWidget *soleus_profile_rows_new_volume    (SoleusProfileForm *form, const char *field, const char *question, const char *why);
GtkWidget *soleus_profile_rows_new_date      (SoleusProfileForm *form, const char *field, const char *question, const char *why);
void       soleus_profile_rows_show_only_if  (GtkWidget *row, const char *field);

G_END_DECLS
