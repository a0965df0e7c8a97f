/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The program that reminds while no window is open. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define SOLEUS_TYPE_REMINDERD (soleus_reminderd_get_type ())

G_DECLARE_FINAL_TYPE (SoleusReminderd, soleus_reminderd, SOLEUS, REMINDERD, GApplication)

SoleusReminderd *soleus_reminderd_new (void);

G_END_DECLS
