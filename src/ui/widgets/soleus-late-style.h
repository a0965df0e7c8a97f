/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Styles that the first frame does not wait for. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void soleus_late_style_load (void);

G_END_DECLS
