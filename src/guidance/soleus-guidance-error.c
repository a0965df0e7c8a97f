/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The name under which errors of this room are known. */
#include "guidance/soleus-guidance-error.h"

G_DEFINE_QUARK (soleus-guidance-error-quark, soleus_guidance_error)
