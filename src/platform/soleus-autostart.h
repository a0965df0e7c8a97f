/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether the desktop starts the reminders at login: an entry in the person's autostart folder, or inside a sandbox the background
 * portal. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * SoleusAutostartError:
 * @SOLEUS_AUTOSTART_ERROR_REFUSED: the person, or the desktop, does not allow it
 * @SOLEUS_AUTOSTART_ERROR_NO_PORTAL: the desktop has nothing to ask
 * @SOLEUS_AUTOSTART_ERROR_NO_PROGRAM: the program that is to be started is not there
 * @SOLEUS_AUTOSTART_ERROR_FAILED: it could not be written, or asked for
 *
 * Why the reminders are not started at login. The messages are words for people.
 */
typedef enum
{
  SOLEUS_AUTOSTART_ERROR_REFUSED,
  SOLEUS_AUTOSTART_ERROR_NO_PORTAL,
  SOLEUS_AUTOSTART_ERROR_NO_PROGRAM,
  SOLEUS_AUTOSTART_ERROR_FAILED,
} SoleusAutostartError;

#define SOLEUS_AUTOSTART_ERROR (soleus_autostart_error_quark ())

GQuark   soleus_autostart_error_quark (void);

gboolean soleus_sandbox_is_here      (void);

void     soleus_autostart_set        (const char *app_id, gboolean on, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
gboolean soleus_autostart_set_finish (GAsyncResult *result, GError **error);
gboolean soleus_autostart_is_set     (const char *app_id);

G_END_DECLS
