/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A button that shows a country and opens a list to choose another from. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SOLEUS_TYPE_COUNTRY_BUTTON (soleus_country_button_get_type ())

G_DECLARE_FINAL_TYPE (SoleusCountryButton, soleus_country_button, SOLEUS, COUNTRY_BUTTON, GtkWidget)

GtkWidget  *soleus_country_button_new         (const char *question);
const char *soleus_country_button_get_country (SoleusCountryButton *self);
void        soleus_country_button_set_country (SoleusCountryButton *self, const char *country);

G_END_DECLS
