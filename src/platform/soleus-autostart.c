/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The entry is one file that bears the program's own name; no other is touched. The file is written in a thread of its own, for the
 * folder may be far away. The portal never says later what it once allowed, so the last answer is kept while the program runs. */
#include "config.h"

#include "platform/soleus-autostart.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <libportal/portal.h>
#include <string.h>

G_DEFINE_QUARK (soleus-autostart-error-quark, soleus_autostart_error)

static gboolean allowed_by_portal;

typedef struct
{
  gboolean on;
  char *path;
  char *text; /* NULL: the file is to go */
  XdpPortal *portal;
} Work;

static void
work_free (Work *work)
{
  g_free (work->path);
  g_free (work->text);
  g_clear_object (&work->portal);
  g_free (work);
}

static GError *
make_error (SoleusAutostartError code,
            const char          *words)
{
  return g_error_new_literal (SOLEUS_AUTOSTART_ERROR, code, words);
}

static char *
build_entry_path (const char *app_id)
{
  g_autofree char *name = g_strdup_printf ("%s.Reminders.desktop", app_id);

  return g_build_filename (g_get_user_config_dir (), "autostart", name, NULL);
}

static char *
find_program (void)
{
  if (g_file_test (SOLEUS_REMINDERD_PROGRAM, G_FILE_TEST_IS_EXECUTABLE))
    return g_strdup (SOLEUS_REMINDERD_PROGRAM);
  return g_find_program_in_path ("soleus-reminderd");
}

/* The rules of desktop entries: in quotes, with what a shell would read escaped, and with % doubled. */
static char *
quote_argument (const char *path)
{
  GString *text = g_string_new ("\"");

  for (const char *p = path; *p != '\0'; p++)
    {
      if (strchr ("\"`$\\", *p) != NULL)
        g_string_append_c (text, '\\');
      else if (*p == '%')
        g_string_append_c (text, '%');
      g_string_append_c (text, *p);
    }
  g_string_append_c (text, '"');
  return g_string_free (text, FALSE);
}

static char *
write_entry (const char *app_id,
             const char *program)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autofree char *command = quote_argument (program);

  g_key_file_set_string (file, G_KEY_FILE_DESKTOP_GROUP, G_KEY_FILE_DESKTOP_KEY_TYPE, G_KEY_FILE_DESKTOP_TYPE_APPLICATION);
  g_key_file_set_string (file, G_KEY_FILE_DESKTOP_GROUP, G_KEY_FILE_DESKTOP_KEY_NAME, _("Soleus reminders"));
  g_key_file_set_string (file, G_KEY_FILE_DESKTOP_GROUP, G_KEY_FILE_DESKTOP_KEY_ICON, app_id);
  g_key_file_set_string (file, G_KEY_FILE_DESKTOP_GROUP, G_KEY_FILE_DESKTOP_KEY_EXEC, command);
  g_key_file_set_string (file, G_KEY_FILE_DESKTOP_GROUP, G_KEY_FILE_DESKTOP_KEY_TRY_EXEC, program);
  g_key_file_set_boolean (file, G_KEY_FILE_DESKTOP_GROUP, G_KEY_FILE_DESKTOP_KEY_NO_DISPLAY, TRUE);
  g_key_file_set_boolean (file, G_KEY_FILE_DESKTOP_GROUP, "X-GNOME-Autostart-enabled", TRUE);
  return g_key_file_to_data (file, NULL, NULL);
}

static gboolean
is_false (GKeyFile   *file,
          const char *key,
          gboolean    missing)
{
  g_autoptr (GError) error = NULL;
  gboolean value = g_key_file_get_boolean (file, G_KEY_FILE_DESKTOP_GROUP, key, &error);

  return error != NULL ? missing : !value;
}

/* An entry that the person switched off in the desktop's own settings. */
static gboolean
is_disabled (GKeyFile *file)
{
  return !is_false (file, G_KEY_FILE_DESKTOP_KEY_HIDDEN, TRUE) || is_false (file, "X-GNOME-Autostart-enabled", FALSE);
}

static gboolean
must_write (const Work *work)
{
  g_autofree char *text = NULL;
  g_autoptr (GKeyFile) file = g_key_file_new ();
  gsize length;

  if (!g_file_get_contents (work->path, &text, &length, NULL))
    return TRUE;
  if (g_key_file_load_from_data (file, text, length, G_KEY_FILE_NONE, NULL) && is_disabled (file))
    return FALSE;
  return strcmp (text, work->text) != 0;
}

static gboolean
write_file (const Work *work)
{
  g_autofree char *folder = g_path_get_dirname (work->path);

  if (!must_write (work))
    return TRUE;
  return g_mkdir_with_parents (folder, 0700) == 0
         && g_file_set_contents_full (work->path, work->text, -1, G_FILE_SET_CONTENTS_CONSISTENT, 0644, NULL);
}

static gboolean
remove_file (const Work *work)
{
  return g_unlink (work->path) == 0 || !g_file_test (work->path, G_FILE_TEST_EXISTS | G_FILE_TEST_IS_SYMLINK);
}

static gpointer
work_on_file (gpointer data)
{
  g_autoptr (GTask) task = data;
  const Work *work = g_task_get_task_data (task);

  if (work->text != NULL ? write_file (work) : remove_file (work))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, make_error (SOLEUS_AUTOSTART_ERROR_FAILED, _("The entry to start at login could not be changed. Check that you may write to your settings folder.")));
  return NULL;
}

static void
set_file (GTask      *task,
          const char *app_id)
{
  Work *work = g_task_get_task_data (task);
  g_autofree char *program = work->on ? find_program () : NULL;

  work->path = build_entry_path (app_id);
  if (work->on && program == NULL)
    {
      g_task_return_error (task, make_error (SOLEUS_AUTOSTART_ERROR_NO_PROGRAM, _("The program that reminds was not found. Install Soleus again.")));
      return;
    }
  work->text = work->on ? write_entry (app_id, program) : NULL;
  g_thread_unref (g_thread_new ("soleus-autostart", work_on_file, g_object_ref (task)));
}

static GError *
translate (const GError *error)
{
  if (error == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return make_error (SOLEUS_AUTOSTART_ERROR_REFUSED, _("The desktop does not let Soleus start at login. Allow it in the system settings, under Apps."));
  if (g_error_matches (error, G_DBUS_ERROR, G_DBUS_ERROR_SERVICE_UNKNOWN) || g_error_matches (error, G_DBUS_ERROR, G_DBUS_ERROR_NAME_HAS_NO_OWNER)
      || g_error_matches (error, G_DBUS_ERROR, G_DBUS_ERROR_UNKNOWN_METHOD) || g_error_matches (error, G_DBUS_ERROR, G_DBUS_ERROR_UNKNOWN_INTERFACE)
      || g_error_matches (error, G_DBUS_ERROR, G_DBUS_ERROR_UNKNOWN_OBJECT))
    return make_error (SOLEUS_AUTOSTART_ERROR_NO_PORTAL, _("This desktop cannot start Soleus at login. Reminders come after you open Soleus."));
  return make_error (SOLEUS_AUTOSTART_ERROR_FAILED, _("The desktop did not answer whether Soleus may start at login."));
}

static void
portal_answered_cb (GObject      *source,
                    GAsyncResult *result,
                    gpointer      data)
{
  g_autoptr (GTask) task = data;
  g_autoptr (GError) error = NULL;
  gboolean granted = xdp_portal_request_background_finish (XDP_PORTAL (source), result, &error);
  gboolean on = ((Work *) g_task_get_task_data (task))->on;

  allowed_by_portal = on && granted;
  /* Off, the portal may still say that the program may not run in the background: nothing starts it then either. */
  if (granted || (!on && error == NULL))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, translate (error));
}

static void
bus_ready_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      data)
{
  g_autoptr (GTask) task = data;
  g_autoptr (GDBusConnection) bus = g_bus_get_finish (result, NULL);
  g_autoptr (GPtrArray) command = NULL;
  g_autofree char *program = NULL;
  Work *work = g_task_get_task_data (task);

  /* libportal takes it for granted that there is a bus. */
  if (bus == NULL || g_dbus_connection_is_closed (bus))
    {
      g_task_return_error (task, make_error (SOLEUS_AUTOSTART_ERROR_NO_PORTAL, _("This desktop cannot start Soleus at login. Reminders come after you open Soleus.")));
      return;
    }
  if (g_task_return_error_if_cancelled (task))
    return;
  program = find_program ();
  command = g_ptr_array_new ();
  g_ptr_array_add (command, program != NULL ? program : (char *) "soleus-reminderd");
  work->portal = xdp_portal_new ();
  /* Not with the caller's cancellable: libportal 0.6 uses its call after freeing it then. */
  xdp_portal_request_background (work->portal, NULL, (char *) _("To remind you after you log in"), command, work->on ? XDP_BACKGROUND_FLAG_AUTOSTART : XDP_BACKGROUND_FLAG_NONE, NULL, portal_answered_cb, g_object_ref (task));
}

/**
 * soleus_sandbox_is_here:
 *
 * Returns: whether the desktop is reached through its portals: in a Flatpak, or to try that, where SOLEUS_USE_PORTAL is 1
 */
gboolean
soleus_sandbox_is_here (void)
{
  return xdp_portal_running_under_flatpak () || g_strcmp0 (g_getenv ("SOLEUS_USE_PORTAL"), "1") == 0;
}

/**
 * soleus_autostart_set:
 * @app_id: the id of the application
 * @on: whether the reminders are to be started at login
 * @cancellable: (nullable): a #GCancellable
 * @callback: called when it is done
 * @data: for @callback
 *
 * Makes it so. What is already so is not written again. An entry that the person switched off in the desktop's own settings stays off,
 * which is no error; soleus_autostart_is_set() tells.
 */
void
soleus_autostart_set (const char         *app_id,
                      gboolean            on,
                      GCancellable       *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer            data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, data);
  Work *work = g_new0 (Work, 1);

  g_task_set_source_tag (task, soleus_autostart_set);
  work->on = on;
  g_task_set_task_data (task, work, (GDestroyNotify) work_free);
  if (soleus_sandbox_is_here ())
    g_bus_get (G_BUS_TYPE_SESSION, cancellable, bus_ready_cb, g_steal_pointer (&task));
  else
    set_file (task, app_id);
}

/**
 * soleus_autostart_set_finish:
 * @result: what the callback got
 * @error: where to put an error of #SOLEUS_AUTOSTART_ERROR
 *
 * Returns: whether it was done
 */
gboolean
soleus_autostart_set_finish (GAsyncResult *result,
                             GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * soleus_autostart_is_set:
 * @app_id: the id of the application
 *
 * Returns: whether the reminders are started at login, as far as it is known; inside a sandbox: whether the portal has allowed it since
 *   this program was started
 */
gboolean
soleus_autostart_is_set (const char *app_id)
{
  g_autofree char *path = NULL;
  g_autoptr (GKeyFile) file = NULL;

  if (soleus_sandbox_is_here ())
    return allowed_by_portal;
  path = build_entry_path (app_id);
  file = g_key_file_new ();
  return g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, NULL) && !is_disabled (file);
}
