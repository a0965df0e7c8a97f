/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A guide as a card with its picture. */
#pragma once

#include <gtk/gtk.h>

#include "app/soleus-library.h"

G_BEGIN_DECLS

GtkWidget *soleus_guide_card_new (SoleusLibrary *library, const SoleusGuide *guide, gboolean left_out);

G_END_DECLS
