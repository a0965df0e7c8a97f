/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What became of a dose, as a shape: the words for it stand beside it. */
#pragma once

#include <gtk/gtk.h>

#include "app/soleus-medicine-book.h"

G_BEGIN_DECLS

#define SOLEUS_TYPE_DOSE_MARK (soleus_dose_mark_get_type ())

G_DECLARE_FINAL_TYPE (SoleusDoseMark, soleus_dose_mark, SOLEUS, DOSE_MARK, GtkWidget)

GtkWidget *soleus_dose_mark_new (SoleusDoseState state);

G_END_DECLS
