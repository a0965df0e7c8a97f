/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A believable diary for trying out, pictures and measuring. */
#pragma once

#include "store/soleus-diary.h"

G_BEGIN_DECLS

gboolean soleus_sample_fill (SoleusDiary *diary, int years, guint32 seed, GError **error);

G_END_DECLS
