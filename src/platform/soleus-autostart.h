/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether the desktop starts the reminders at login: an entry in the person's autostart folder, or inside a sandbox the background
 * portal. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

gboolean soleus_sandbox_is_here      (void);

void     soleus_autostart_set        (const char *app_id, gboolean on, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
gboolean soleus_autostart_set_finish (GAsyncResult *result, GError **error);
gboolean soleus_autostart_is_set     (const char *app_id);

G_END_DECLS
