/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pieces that the forms of a cramp are made of: a question above its answers, lines that tell something, ticks. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SOLEUS_QUESTION_SPACING 12

GtkWidget *soleus_question_new        (const char *title, GtkWidget *answers);
GtkWidget *soleus_question_new_heading (const char *text);
GtkWidget *soleus_question_new_line   (const char *text);
GtkWidget *soleus_question_new_status (void);
void       soleus_question_set_line   (GtkWidget *line, const char *text);
GtkWidget *soleus_question_new_tick   (const char *label);

G_END_DECLS
