/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row that asks something: the question, why it is asked, the control, and what is wrong with the answer. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define SOLEUS_TYPE_QUESTION_ROW (soleus_question_row_get_type ())

G_DECLARE_FINAL_TYPE (SoleusQuestionRow, soleus_question_row, SOLEUS, QUESTION_ROW, AdwPreferencesRow)

GtkWidget *soleus_question_row_new           (const char *question, const char *why);
void       soleus_question_row_set_why       (SoleusQuestionRow *self, const char *why);
void       soleus_question_row_add           (SoleusQuestionRow *self, GtkWidget *control);
GtkWidget *soleus_question_row_add_button    (SoleusQuestionRow *self, const char *mnemonic, const char *name);
void       soleus_question_row_set_complaint (SoleusQuestionRow *self, const char *complaint);

G_END_DECLS
