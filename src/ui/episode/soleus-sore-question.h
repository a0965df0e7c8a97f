/* SPDX-License-Identifier: GPL-3.0-or-later */
/* "Sore afterward?" */
#pragma once

#include <gtk/gtk.h>

#include "app/soleus-episode-draft.h"

G_BEGIN_DECLS

#define SOLEUS_TYPE_SORE_QUESTION (soleus_sore_question_get_type ())
G_DECLARE_FINAL_TYPE (SoleusSoreQuestion, soleus_sore_question, SOLEUS, SORE_QUESTION, GtkWidget)

GtkWidget *soleus_sore_question_new         (void);
void       soleus_sore_question_set_draft   (SoleusSoreQuestion *self, SoleusEpisodeDraft *draft);
gboolean   soleus_sore_question_is_readable (SoleusSoreQuestion *self);

G_END_DECLS
