/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One question of a warning check: its line, Yes and No, and what a yes asks for besides. */
#pragma once

#include <gtk/gtk.h>

#include "app/soleus-check-draft.h"

G_BEGIN_DECLS

#define SOLEUS_TYPE_CHECK_QUESTION (soleus_check_question_get_type ())

G_DECLARE_FINAL_TYPE (SoleusCheckQuestion, soleus_check_question, SOLEUS, CHECK_QUESTION, GtkBox)

GtkWidget *soleus_check_question_new     (SoleusCheckDraft *draft, const SoleusGuidance *guidance, const SoleusQuestion *question);
void       soleus_check_question_refresh (SoleusCheckQuestion *self);
gboolean   soleus_check_question_says_now (SoleusCheckQuestion *self);

G_END_DECLS
