/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A part of the day page: a heading, perhaps a button beside it, and a card of rows. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SOLEUS_TYPE_DAY_SECTION (soleus_day_section_get_type ())

G_DECLARE_FINAL_TYPE (SoleusDaySection, soleus_day_section, SOLEUS, DAY_SECTION, GtkWidget)

GtkWidget *soleus_day_section_new          (const char *title);
void       soleus_day_section_set_subtitle (SoleusDaySection *self, const char *subtitle);
GtkWidget *soleus_day_section_add_button   (SoleusDaySection *self, const char *label, const char *name);
void       soleus_day_section_clear        (SoleusDaySection *self);
void       soleus_day_section_add_row      (SoleusDaySection *self, GtkWidget *row);
void       soleus_day_section_finish       (SoleusDaySection *self);

G_END_DECLS
