/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How bad was it, from 0 to 10. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SOLEUS_TYPE_PAIN_SCALE (soleus_pain_scale_get_type ())
G_DECLARE_FINAL_TYPE (SoleusPainScale, soleus_pain_scale, SOLEUS, PAIN_SCALE, GtkWidget)

/* No answer. */
#define SOLEUS_PAIN_UNKNOWN (-1)
#define SOLEUS_PAIN_WORST 10

GtkWidget *soleus_pain_scale_new (const char *label);

int soleus_pain_scale_get_value (SoleusPainScale *self);
void soleus_pain_scale_set_value (SoleusPainScale *self,
                                  int              value);

G_END_DECLS
