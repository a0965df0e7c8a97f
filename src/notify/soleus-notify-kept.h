/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is up, in a small file that is gone when the session ends: so a program that was started anew takes it over. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SoleusNotifyKept:
 * @key: what the notification is known by
 * @id: the number that the service gave it; 0 where it never answered
 * @press: what is told when it is pressed
 * @digest: what it said, or ""
 *
 * One that is up.
 */
typedef struct
{
  char *key;
  guint32 id;
  char *press;
  char *digest;
} SoleusNotifyKept;

SoleusNotifyKept *soleus_notify_kept_new  (const char *key, guint32 id, const char *press, const char *digest);
void              soleus_notify_kept_free (SoleusNotifyKept *self);
GPtrArray        *soleus_notify_kept_read (const char *server);
void              soleus_notify_kept_write (const char *server, GPtrArray *kept);

G_END_DECLS
