/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A key file in the session's own folder, named for the service that gave the numbers. One that is broken, or of another service, says
 * nothing; one that cannot be written costs a notification that is doubled after a restart, and nothing else. */
#include "notify/soleus-notify-kept.h"

#include <gio/gio.h>
#include <glib/gstdio.h>

#define SERVER_GROUP "Server"
#define SERVER_KEY "name"

/* In a Flatpak only this part of the session's folder outlives the program. */
static char *
build_path (void)
{
  const char *flatpak = g_getenv ("FLATPAK_ID");

  if (flatpak != NULL && flatpak[0] != '\0')
    return g_build_filename (g_get_user_runtime_dir (), "app", flatpak, "notifications", NULL);
  return g_build_filename (g_get_user_runtime_dir (), "soleus", "notifications", NULL);
}

static char *
read_word (GKeyFile   *file,
           const char *group,
           const char *key)
{
  char *word = g_key_file_get_string (file, group, key, NULL);

  return word != NULL ? word : g_strdup ("");
}

/**
 * soleus_notify_kept_new:
 * @key: what it is known by
 * @id: its number, or 0
 * @press: (nullable): what is told when it is pressed
 * @digest: (nullable): what it said
 *
 * Returns: (transfer full): one that is up
 */
SoleusNotifyKept *
soleus_notify_kept_new (const char *key,
                        guint32     id,
                        const char *press,
                        const char *digest)
{
  SoleusNotifyKept *self = g_new0 (SoleusNotifyKept, 1);

  self->key = g_strdup (key);
  self->id = id;
  self->press = g_strdup (press != NULL ? press : "");
  self->digest = g_strdup (digest != NULL ? digest : "");
  return self;
}

/**
 * soleus_notify_kept_free:
 * @self: (transfer full): one that is up
 *
 * Frees it.
 */
void
soleus_notify_kept_free (SoleusNotifyKept *self)
{
  g_free (self->key);
  g_free (self->press);
  g_free (self->digest);
  g_free (self);
}

/**
 * soleus_notify_kept_read:
 * @server: the name of the service that runs now
 *
 * Returns: (transfer full) (element-type SoleusNotifyKept): what was up on it, as far as it is known
 */
GPtrArray *
soleus_notify_kept_read (const char *server)
{
  GPtrArray *kept = g_ptr_array_new_with_free_func ((GDestroyNotify) soleus_notify_kept_free);
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autofree char *path = build_path (), *name = NULL;
  g_auto (GStrv) groups = NULL;

  if (!g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, NULL))
    return kept;
  name = g_key_file_get_string (file, SERVER_GROUP, SERVER_KEY, NULL);
  if (g_strcmp0 (name, server) != 0)
    return kept;
  groups = g_key_file_get_groups (file, NULL);
  for (guint i = 0; groups[i] != NULL; i++)
    {
      g_autofree char *key = read_word (file, groups[i], "key"), *press = read_word (file, groups[i], "press"), *digest = read_word (file, groups[i], "digest");
      guint64 id = g_key_file_get_uint64 (file, groups[i], "id", NULL);

      if (key[0] != '\0' && id <= G_MAXINT32)
        g_ptr_array_add (kept, soleus_notify_kept_new (key, (guint32) id, press, digest));
    }
  return kept;
}

/**
 * soleus_notify_kept_write:
 * @server: the name of the service
 * @kept: (element-type SoleusNotifyKept): what is up on it
 *
 * Writes it down. Where nothing is up the file goes.
 */
void
soleus_notify_kept_write (const char *server,
                          GPtrArray  *kept)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autofree char *path = build_path (), *folder = g_path_get_dirname (path), *text = NULL;

  if (kept->len == 0)
    {
      g_unlink (path);
      return;
    }
  g_key_file_set_string (file, SERVER_GROUP, SERVER_KEY, server);
  for (guint i = 0; i < kept->len; i++)
    {
      const SoleusNotifyKept *one = kept->pdata[i];
      g_autofree char *group = g_strdup_printf ("%u", i + 1);

      g_key_file_set_uint64 (file, group, "id", one->id);
      g_key_file_set_string (file, group, "key", one->key);
      g_key_file_set_string (file, group, "press", one->press);
      g_key_file_set_string (file, group, "digest", one->digest);
    }
  text = g_key_file_to_data (file, NULL, NULL);
  if (g_mkdir_with_parents (folder, 0700) == 0)
    g_file_set_contents_full (path, text, -1, G_FILE_SET_CONTENTS_CONSISTENT, 0600, NULL);
}
