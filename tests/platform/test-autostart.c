/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The entry in the autostart folder: what is in it, when it is written, and that the person's choice is left alone. */
#include "config.h"

#include "platform/soleus-autostart.h"

#include <gio/gdesktopappinfo.h>
#include <glib/gstdio.h>
#include <string.h>

#include "lib/soleus-test.h"

#define APP "org.example.Test"

/* What a shell, or a reader of desktop entries, would take for something else. */
#define ODD_FOLDER "a \"b\" $c `d` \\e 'f' ;g"

typedef struct
{
  SoleusTestFolder *folder;
  char *program;
  char *path; /* of the entry */
  char *search_path;
} Fixture;

static void
set_up (Fixture      *self,
        gconstpointer data)
{
  g_autofree char *odd = NULL, *folders = NULL;
  const char script[] = "#!/bin/sh\ntouch \"$(dirname \"$0\")/started\"\n";

  self->folder = soleus_test_folder_new ();
  odd = soleus_test_folder_build (self->folder, ODD_FOLDER);
  g_assert_no_errno (g_mkdir (odd, 0700));
  self->program = g_build_filename (odd, "soleus-reminderd", NULL);
  soleus_test_write (self->program, script, strlen (script));
  g_assert_no_errno (g_chmod (self->program, 0700));
  self->search_path = g_strdup (g_getenv ("PATH"));
  folders = g_strjoin (":", odd, self->search_path, NULL);
  g_setenv ("PATH", folders, TRUE);
  self->path = g_build_filename (g_get_user_config_dir (), "autostart", APP ".Reminders.desktop", NULL);
}

static void
tear_down (Fixture      *self,
           gconstpointer data)
{
  g_setenv ("PATH", self->search_path, TRUE);
  g_free (self->search_path);
  g_free (self->path);
  g_free (self->program);
  soleus_test_folder_free (self->folder);
}

typedef struct
{
  gboolean is_over;
  gboolean is_done;
  GError *error;
} Answer;

static void
set_cb (GObject      *source,
        GAsyncResult *result,
        gpointer      data)
{
  Answer *answer = data;

  answer->is_done = soleus_autostart_set_finish (result, &answer->error);
  answer->is_over = TRUE;
}

static void
set (gboolean on,
     GError **error)
{
  Answer answer = { 0 };

  soleus_autostart_set (APP, on, NULL, set_cb, &answer);
  g_assert_false (answer.is_over);
  while (!answer.is_over)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (answer.is_done == (answer.error == NULL));
  *error = answer.error;
}

static void
set_well (gboolean on)
{
  g_autoptr (GError) error = NULL;

  set (on, &error);
  g_assert_no_error (error);
}

static void
write_entry (Fixture    *self,
             const char *text)
{
  g_autofree char *folder = g_path_get_dirname (self->path);

  g_assert_no_errno (g_mkdir_with_parents (folder, 0700));
  soleus_test_write (self->path, text, strlen (text));
}

static guint64
get_inode (Fixture *self)
{
  GStatBuf status;

  g_assert_no_errno (g_stat (self->path, &status));
  return status.st_ino;
}

static void
test_written (Fixture      *self,
              gconstpointer data)
{
  g_autoptr (GDesktopAppInfo) info = NULL;
  g_autofree char *icon = NULL;
  guint64 inode;

  g_assert_false (soleus_autostart_is_set (APP));
  set_well (TRUE);
  g_assert_true (soleus_autostart_is_set (APP));
  inode = get_inode (self);
  info = g_desktop_app_info_new_from_filename (self->path);
  g_assert_nonnull (info);
  g_assert_cmpstr (g_app_info_get_name (G_APP_INFO (info)), ==, "Soleus reminders");
  g_assert_true (g_desktop_app_info_get_nodisplay (info));
  g_assert_true (g_desktop_app_info_get_boolean (info, "X-GNOME-Autostart-enabled"));
  icon = g_desktop_app_info_get_string (info, "Icon");
  g_assert_cmpstr (icon, ==, APP);

  /* What is the same is not written: a new file would be another one. */
  set_well (TRUE);
  g_assert_cmpuint (get_inode (self), ==, inode);

  set_well (FALSE);
  g_assert_false (g_file_test (self->path, G_FILE_TEST_EXISTS));
  g_assert_false (soleus_autostart_is_set (APP));
  set_well (FALSE);
}

/* The desktop finds the program wherever it is. */
static void
test_starts (Fixture      *self,
             gconstpointer data)
{
  g_autoptr (GDesktopAppInfo) info = NULL;
  g_autofree char *folder = g_path_get_dirname (self->program), *started = g_build_filename (folder, "started", NULL);
  g_autoptr (GError) error = NULL;

  if (g_file_test (SOLEUS_REMINDERD_PROGRAM, G_FILE_TEST_IS_EXECUTABLE))
    {
      g_test_skip ("Soleus is installed here");
      return;
    }
  set_well (TRUE);
  info = g_desktop_app_info_new_from_filename (self->path);
  g_assert_nonnull (info);
  g_assert_true (g_app_info_launch (G_APP_INFO (info), NULL, NULL, &error));
  g_assert_no_error (error);
  for (guint i = 0; i < 500 && !g_file_test (started, G_FILE_TEST_EXISTS); i++)
    g_usleep (10 * 1000);
  g_assert_true (g_file_test (started, G_FILE_TEST_EXISTS));
}

/* GLib's own reader does not know of it, but the rules say so. */
static void
test_percent (Fixture      *self,
              gconstpointer data)
{
  g_autofree char *folder = soleus_test_folder_build (self->folder, "100%u"), *program = g_build_filename (folder, "soleus-reminderd", NULL), *text = NULL;

  if (g_file_test (SOLEUS_REMINDERD_PROGRAM, G_FILE_TEST_IS_EXECUTABLE))
    {
      g_test_skip ("Soleus is installed here");
      return;
    }
  g_assert_no_errno (g_mkdir (folder, 0700));
  g_assert_no_errno (g_rename (self->program, program));
  g_setenv ("PATH", folder, TRUE);
  set_well (TRUE);
  g_assert_true (g_file_get_contents (self->path, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, "/100%%u/soleus-reminderd\"\n"));
}

static void
test_disabled (Fixture      *self,
               gconstpointer data)
{
  g_autofree char *text = g_strdup_printf ("[Desktop Entry]\nType=Application\nName=x\nExec=/gone\n%s\n", (const char *) data), *after = NULL;

  write_entry (self, text);
  g_assert_false (soleus_autostart_is_set (APP));
  set_well (TRUE);
  g_assert_false (soleus_autostart_is_set (APP));
  g_assert_true (g_file_get_contents (self->path, &after, NULL, NULL));
  g_assert_cmpstr (after, ==, text);
  set_well (FALSE);
  g_assert_false (g_file_test (self->path, G_FILE_TEST_EXISTS));
}

/* Of an older place of the program, or broken. */
static void
test_brought_up (Fixture      *self,
                 gconstpointer data)
{
  g_autofree char *after = NULL;

  write_entry (self, data);
  set_well (TRUE);
  g_assert_true (soleus_autostart_is_set (APP));
  g_assert_true (g_file_get_contents (self->path, &after, NULL, NULL));
  g_assert_null (strstr (after, "/gone"));
}

static void
test_others (Fixture      *self,
             gconstpointer data)
{
  g_autofree char *other = g_build_filename (g_get_user_config_dir (), "autostart", APP ".desktop", NULL);

  set_well (TRUE);
  soleus_test_write (other, "x", 1);
  set_well (FALSE);
  g_assert_true (g_file_test (other, G_FILE_TEST_EXISTS));
}

static void
test_no_program (Fixture      *self,
                 gconstpointer data)
{
  g_autofree char *nowhere = soleus_test_folder_build (self->folder, "nowhere");
  g_autoptr (GError) error = NULL;

  if (g_file_test (SOLEUS_REMINDERD_PROGRAM, G_FILE_TEST_IS_EXECUTABLE))
    {
      g_test_skip ("Soleus is installed here");
      return;
    }
  g_setenv ("PATH", nowhere, TRUE);
  set (TRUE, &error);
  g_assert_error (error, SOLEUS_AUTOSTART_ERROR, SOLEUS_AUTOSTART_ERROR_NO_PROGRAM);
  g_assert_false (g_file_test (self->path, G_FILE_TEST_EXISTS));
  set_well (FALSE);
}

/* There is a file where the folder should be. */
static void
test_no_place (Fixture      *self,
               gconstpointer data)
{
  g_autofree char *folder = g_path_get_dirname (self->path);
  g_autoptr (GError) error = NULL;

  g_assert_no_errno (g_mkdir_with_parents (g_get_user_config_dir (), 0700));
  soleus_test_write (folder, "x", 1);
  set (TRUE, &error);
  g_assert_error (error, SOLEUS_AUTOSTART_ERROR, SOLEUS_AUTOSTART_ERROR_FAILED);
  g_assert_false (soleus_autostart_is_set (APP));
  set_well (FALSE);
}

#define ADD(path, data, function) g_test_add ("/autostart/" path, Fixture, data, set_up, function, tear_down)

int
main (int    argc,
      char **argv)
{
  g_unsetenv ("SOLEUS_USE_PORTAL");
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  ADD ("written", NULL, test_written);
  ADD ("starts", NULL, test_starts);
  ADD ("percent", NULL, test_percent);
  ADD ("disabled/hidden", "Hidden=true", test_disabled);
  ADD ("disabled/gnome", "X-GNOME-Autostart-enabled=false", test_disabled);
  ADD ("brought-up/older", "[Desktop Entry]\nType=Application\nName=x\nExec=/gone\n", test_brought_up);
  ADD ("brought-up/broken", "[Desktop Ent\n/gone\n", test_brought_up);
  ADD ("others", NULL, test_others);
  ADD ("no-program", NULL, test_no_program);
  ADD ("no-place", NULL, test_no_place);

  return g_test_run ();
}
