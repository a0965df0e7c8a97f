/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbers as a person types them. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean soleus_typed_number_read (const char *text, gint64 most, gint64 *thousandths);

G_END_DECLS
