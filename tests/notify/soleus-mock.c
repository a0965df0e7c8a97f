/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tool is told what to do over the bus on a line of its own, so that the main loop of the test does not run in the meantime. */
#include "notify/soleus-mock.h"

#include <glib/gstdio.h>
#include <string.h>

struct _SoleusMock
{
  GSubprocess *process;
  GDBusConnection *bus;
  char *name;
  char *object_path;
  char *log;
  GPtrArray *events; /* JsonParser */
};

static GDBusConnection *
open_bus (void)
{
  g_autoptr (GError) error = NULL;
  GDBusConnection *bus = g_dbus_connection_new_for_address_sync (g_getenv ("DBUS_SESSION_BUS_ADDRESS"), G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT | G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION, NULL, NULL, &error);

  g_assert_no_error (error);
  return bus;
}

static gboolean
is_there (SoleusMock *self)
{
  g_autoptr (GVariant) answer = g_dbus_connection_call_sync (self->bus, "org.freedesktop.DBus", "/", "org.freedesktop.DBus", "NameHasOwner", g_variant_new ("(s)", self->name), NULL, G_DBUS_CALL_FLAGS_NONE, -1, NULL, NULL);
  gboolean owned;

  g_assert_nonnull (answer);
  g_variant_get (answer, "(b)", &owned);
  return owned;
}

static void
wait_until (SoleusMock *self,
            gboolean    there)
{
  for (guint i = 0; i < 1000 && is_there (self) != there; i++)
    g_usleep (10 * 1000);
  g_assert_true (is_there (self) == there);
}

/* @tool: its name; @name and @path: what it owns on the bus; then what follows "serve FILE". Returns when it is there. */
SoleusMock *
soleus_mock_start (const char *tool,
                   const char *name,
                   const char *path,
                   ...)
{
  SoleusMock *self = g_new0 (SoleusMock, 1);
  g_autoptr (GPtrArray) command = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  const char *word;
  va_list words;
  int fd = g_file_open_tmp ("soleus-mock-XXXXXX", &self->log, NULL);

  g_assert_cmpint (fd, >=, 0);
  g_close (fd, NULL);
  g_ptr_array_add (command, (char *) tool);
  g_ptr_array_add (command, (char *) "serve");
  g_ptr_array_add (command, self->log);
  va_start (words, path);
  while ((word = va_arg (words, const char *)) != NULL)
    g_ptr_array_add (command, (char *) word);
  va_end (words);
  g_ptr_array_add (command, NULL);
  self->bus = open_bus ();
  self->name = g_strdup (name);
  self->object_path = g_strdup (path);
  self->process = g_subprocess_newv ((const char *const *) command->pdata, G_SUBPROCESS_FLAGS_NONE, &error);
  g_assert_no_error (error);
  wait_until (self, TRUE);
  return self;
}

/* As a service that is killed. Returns when the bus knows that it is gone. */
void
soleus_mock_stop (SoleusMock *self)
{
  g_subprocess_force_exit (self->process);
  g_assert_true (g_subprocess_wait (self->process, NULL, NULL));
  wait_until (self, FALSE);
  g_unlink (self->log);
  g_object_unref (self->process);
  g_dbus_connection_close_sync (self->bus, NULL, NULL);
  g_object_unref (self->bus);
  g_free (self->name);
  g_free (self->object_path);
  g_free (self->log);
  g_clear_pointer (&self->events, g_ptr_array_unref);
  g_free (self);
}

/* Returns: whether it did it */
gboolean
soleus_mock_tell (SoleusMock *self,
                  const char *method,
                  GVariant   *arguments)
{
  g_autoptr (GVariant) answer = g_dbus_connection_call_sync (self->bus, self->name, self->object_path, "mock.Control", method, arguments, NULL, G_DBUS_CALL_FLAGS_NO_AUTO_START, 5000, NULL, NULL);

  return answer != NULL;
}

static void
read_events (SoleusMock *self)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  g_assert_true (g_file_get_contents (self->log, &text, NULL, NULL));
  lines = g_strsplit (text, "\n", -1);
  g_clear_pointer (&self->events, g_ptr_array_unref);
  self->events = g_ptr_array_new_with_free_func (g_object_unref);
  /* What follows the last end of line is not written to its end yet. */
  for (guint i = 0; lines[i] != NULL && lines[i + 1] != NULL; i++)
    {
      JsonParser *parser = json_parser_new ();

      g_assert_true (json_parser_load_from_data (parser, lines[i], -1, NULL));
      g_ptr_array_add (self->events, parser);
    }
}

static JsonObject *
get_event (SoleusMock *self,
           guint       i)
{
  return json_node_get_object (json_parser_get_root (self->events->pdata[i]));
}

/* Returns: how often that happened */
guint
soleus_mock_count (SoleusMock *self,
                   const char *event)
{
  guint n = 0;

  read_events (self);
  for (guint i = 0; i < self->events->len; i++)
    n += g_str_equal (json_object_get_string_member (get_event (self, i), "event"), event);
  return n;
}

/* Returns: (transfer none): the last of these events, until the next call; the test fails where there is none */
JsonObject *
soleus_mock_get_last (SoleusMock *self,
                      const char *event)
{
  read_events (self);
  for (guint i = self->events->len; i > 0; i--)
    if (g_str_equal (json_object_get_string_member (get_event (self, i - 1), "event"), event))
      return get_event (self, i - 1);
  g_assert_not_reached ();
}

/* Returns: how many notifications are up */
guint
soleus_mock_count_open (SoleusMock *self)
{
  g_autoptr (GVariant) answer = g_dbus_connection_call_sync (self->bus, self->name, self->object_path, "mock.Control", "List", NULL, NULL, G_DBUS_CALL_FLAGS_NO_AUTO_START, 5000, NULL, NULL);
  g_auto (GStrv) lines = NULL;
  const char *text;
  guint n = 0;

  g_assert_nonnull (answer);
  g_variant_get (answer, "(&s)", &text);
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    n += lines[i][0] != '\0';
  return n;
}

static gboolean
end_cb (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

void
soleus_mock_pass (guint milliseconds)
{
  gboolean is_over = FALSE;

  g_timeout_add (milliseconds, end_cb, &is_over);
  while (!is_over)
    g_main_context_iteration (NULL, TRUE);
}
