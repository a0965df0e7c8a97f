/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Small parts that pages are built of in code. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *soleus_build_page    (int width, GtkWidget **column);
GtkWidget *soleus_build_text    (GtkWidget *box, const char *text, const char *style);
GtkWidget *soleus_build_heading (GtkWidget *box, const char *text, const char *style);
GtkWidget *soleus_build_button  (const char *label, const char *name, const char *style);
GtkWidget *soleus_build_icon_button (const char *icon, const char *name);
GtkWidget *soleus_build_turn    (GtkWidget *previous, GtkWidget *next, const char *style, GtkWidget **heading);
GtkWidget *soleus_build_button_in (GtkWidget *flow, const char *label, const char *name, GCallback clicked, gpointer data);
GtkWidget *soleus_build_answers (GtkWidget *box);
GtkWidget *soleus_build_answer  (GtkWidget *answers, const char *label, const char *style, GCallback clicked, gpointer data);
GtkWidget *soleus_build_row     (const char *title, const char *subtitle, const char *action, const char *target);
GtkWidget *soleus_build_rows    (GtkWidget *box);
void       soleus_build_clear   (GtkWidget *box);
double     soleus_build_text_scale (GtkWidget *widget);
void       soleus_build_focus   (GtkWidget *label);

G_END_DECLS
