/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was said of one night, with the answers to say something else. */
#pragma once

#include <gtk/gtk.h>

#include "app/soleus-context.h"

G_BEGIN_DECLS

#define SOLEUS_TYPE_NIGHT_SECTION (soleus_night_section_get_type ())

G_DECLARE_FINAL_TYPE (SoleusNightSection, soleus_night_section, SOLEUS, NIGHT_SECTION, GtkWidget)

GtkWidget *soleus_night_section_new   (SoleusContext *context);
void       soleus_night_section_set   (SoleusNightSection *self, SoleusDate night);
void       soleus_night_section_focus (SoleusNightSection *self);

G_END_DECLS
