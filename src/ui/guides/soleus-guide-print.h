/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A guide on paper, with its sources in full. */
#pragma once

#include <gtk/gtk.h>

#include "app/soleus-library.h"

G_BEGIN_DECLS

GtkPrintOperation *soleus_guide_print_prepare (SoleusLibrary *library, const SoleusContent *content, const SoleusGuide *guide, SoleusLimits limits);

G_END_DECLS
