/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Notifications inside a sandbox, through a portal that works, is missing, or hangs. */
#include "notify/soleus-test-notifier.h"

#include <glib/gstdio.h>

typedef SoleusTestNotifier Fixture;

static SoleusMock *
serve (void)
{
  return soleus_mock_start ("mock-portal", "org.freedesktop.portal.Desktop", "/org/freedesktop/portal/desktop", SOLEUS_TEST_APP, NULL);
}

static void
set_up_without (Fixture      *self,
                gconstpointer data)
{
  soleus_test_notifier_init (self, TRUE);
}

static void
set_up (Fixture      *self,
        gconstpointer data)
{
  self->mock = serve ();
  set_up_without (self, data);
  soleus_mock_wait (soleus_notifier_can_show (self->notifier));
}

static void
list (Fixture    *self,
      const char *key,
      const char *title)
{
  SoleusNotification *notification = soleus_notification_new (key, title, "Fish & <chips>", "open x");

  soleus_notification_add_button (notification, "Taken", "taken x");
  g_ptr_array_add (self->list, notification);
}

static void
set (Fixture *self)
{
  soleus_notifier_set (self->notifier, self->list);
}

static void
set_one (Fixture    *self,
         const char *key,
         const char *title)
{
  g_ptr_array_set_size (self->list, 0);
  list (self, key, title);
  set (self);
}

static void
test_shown (Fixture      *self,
            gconstpointer data)
{
  JsonObject *event, *button;

  list (self, "b", "Other");
  list (self, "a", "Title <b>");
  set (self);
  soleus_mock_wait (soleus_test_notifier_has_heard (self, "shown a") && soleus_test_notifier_has_heard (self, "shown b"));
  event = soleus_mock_get_last (self->mock, "add");
  g_assert_cmpstr (json_object_get_string_member (event, "id"), ==, "a");
  g_assert_cmpstr (json_object_get_string_member (event, "title"), ==, "Title <b>");
  g_assert_cmpstr (json_object_get_string_member (event, "body"), ==, "Fish & <chips>");
  g_assert_cmpstr (json_object_get_string_member (event, "default-action"), ==, "app.reminder-press");
  g_assert_cmpstr (json_object_get_string_member (event, "default-action-target"), ==, "open x");
  button = json_array_get_object_element (json_object_get_array_member (event, "buttons"), 0);
  g_assert_cmpstr (json_object_get_string_member (button, "label"), ==, "Taken");
  g_assert_cmpstr (json_object_get_string_member (button, "action"), ==, "app.reminder-press");
  g_assert_cmpstr (json_object_get_string_member (button, "target"), ==, "taken x");

  set (self);
  soleus_mock_pass (200);
  g_assert_cmpuint (soleus_mock_count (self->mock, "add"), ==, 2);
  g_assert_cmpuint (soleus_mock_count (self->mock, "remove"), ==, 0);

  /* Replaced under its key, and the other one removed. */
  set_one (self, "a", "Another");
  soleus_mock_wait (soleus_mock_count (self->mock, "add") == 3 && soleus_mock_count (self->mock, "remove") == 1);
  soleus_mock_pass (100);
  g_assert_cmpuint (soleus_mock_count_open (self->mock), ==, 1);
  g_assert_cmpuint (self->heard->len, ==, 2);
}

static void
press_cb (Fixture       *self,
          GVariant      *target,
          GSimpleAction *action)
{
  g_ptr_array_add (self->heard, g_strdup_printf ("pressed %s", g_variant_get_string (target, NULL)));
}

/* A press goes to the window's name, as the desktop sends it. */
static void
test_pressed (Fixture      *self,
              gconstpointer data)
{
  g_autoptr (GApplication) application = g_application_new (SOLEUS_TEST_APP, G_APPLICATION_DEFAULT_FLAGS);
  g_autoptr (GSimpleAction) action = g_simple_action_new ("reminder-press", G_VARIANT_TYPE_STRING);

  g_signal_connect_swapped (action, "activate", G_CALLBACK (press_cb), self);
  g_action_map_add_action (G_ACTION_MAP (application), G_ACTION (action));
  g_assert_true (g_application_register (application, NULL, NULL));
  set_one (self, "a", "Title");
  soleus_mock_wait (soleus_test_notifier_has_heard (self, "shown a"));
  g_assert_true (soleus_mock_tell (self->mock, "Press", g_variant_new ("(ss)", "a", "taken x")));
  soleus_mock_wait (soleus_test_notifier_has_heard (self, "pressed taken x"));
  set_one (self, "b", "Title");
  soleus_mock_wait (soleus_test_notifier_has_heard (self, "shown b"));
  g_assert_true (soleus_mock_tell (self->mock, "Press", g_variant_new ("(ss)", "b", "")));
  soleus_mock_wait (soleus_test_notifier_has_heard (self, "pressed open x"));
}

static void
test_taken_over (Fixture      *self,
                 gconstpointer data)
{
  list (self, "a", "First");
  list (self, "b", "Second");
  list (self, "c", "Third");
  set (self);
  soleus_mock_wait (soleus_test_notifier_has_heard (self, "shown c"));
  soleus_mock_pass (50);
  g_assert_finalize_object (self->notifier);
  soleus_test_notifier_make (self);
  g_ptr_array_set_size (self->list, 0);
  list (self, "b", "Second");
  list (self, "c", "Another");
  set (self);
  soleus_mock_wait (soleus_mock_count (self->mock, "add") == 4 && soleus_mock_count (self->mock, "remove") == 1);
  soleus_mock_wait (self->heard->len == 5);
  g_assert_cmpstr (json_object_get_string_member (soleus_mock_get_last (self->mock, "add"), "title"), ==, "Another");
  g_assert_cmpstr (json_object_get_string_member (soleus_mock_get_last (self->mock, "remove"), "id"), ==, "a");
  g_assert_cmpuint (soleus_mock_count_open (self->mock), ==, 2);
}

static void
test_missing (Fixture      *self,
              gconstpointer data)
{
  set_one (self, "a", "Title");
  soleus_mock_pass (300);
  g_assert_false (soleus_notifier_can_show (self->notifier));
  g_assert_cmpuint (self->heard->len, ==, 0);
  self->mock = serve ();
  soleus_mock_wait (soleus_test_notifier_has_heard (self, "shown a"));
  g_assert_true (soleus_notifier_can_show (self->notifier));

  /* What is up outlives the portal. */
  g_clear_pointer (&self->mock, soleus_mock_stop);
  soleus_mock_wait (!soleus_notifier_can_show (self->notifier));
  self->mock = serve ();
  soleus_mock_wait (soleus_notifier_can_show (self->notifier));
  soleus_mock_pass (200);
  g_assert_cmpuint (soleus_mock_count (self->mock, "add"), ==, 0);
  g_assert_cmpuint (self->heard->len, ==, 1);
}

static void
test_hanging (Fixture      *self,
              gconstpointer data)
{
  gint64 start;

  g_assert_true (soleus_mock_tell (self->mock, "Hang", g_variant_new ("(s)", "all")));
  set_one (self, "a", "Title");
  soleus_mock_pass (300);
  g_assert_cmpuint (self->heard->len, ==, 0);
  /* What changes in the meantime is sent when the first is answered. */
  set_one (self, "a", "Another");
  g_assert_true (soleus_mock_tell (self->mock, "Hang", g_variant_new ("(s)", "nothing")));
  soleus_mock_wait (soleus_mock_count (self->mock, "add") == 2);
  soleus_mock_wait (soleus_test_notifier_has_heard (self, "shown a"));

  g_assert_true (soleus_mock_tell (self->mock, "Hang", g_variant_new ("(s)", "all")));
  set_one (self, "b", "Title");
  start = g_get_monotonic_time ();
  g_assert_finalize_object (g_steal_pointer (&self->notifier));
  g_assert_cmpint (g_get_monotonic_time () - start, <, G_USEC_PER_SEC / 10);
}

/* For longer than libportal waits. */
static void
test_hanging_long (Fixture      *self,
                   gconstpointer data)
{
  g_assert_true (soleus_mock_tell (self->mock, "Hang", g_variant_new ("(s)", "all")));
  set_one (self, "a", "Title");
  soleus_mock_wait_for (!soleus_notifier_can_show (self->notifier), 40);
  g_assert_cmpuint (self->heard->len, ==, 0);
  g_assert_true (soleus_mock_tell (self->mock, "Hang", g_variant_new ("(s)", "nothing")));
  soleus_mock_wait (soleus_test_notifier_has_heard (self, "shown a"));
  soleus_mock_pass (200);
  g_assert_cmpuint (soleus_mock_count (self->mock, "add"), ==, 1);
  g_assert_cmpuint (self->heard->len, ==, 1);
}

static void
test_no_bus (void)
{
  g_autofree char *address = g_strdup (g_getenv ("DBUS_SESSION_BUS_ADDRESS"));

  if (g_test_subprocess ())
    {
      Fixture self = { 0 };

      set_up_without (&self, NULL);
      set_one (&self, "a", "Title");
      soleus_mock_pass (300);
      g_assert_false (soleus_notifier_can_show (self.notifier));
      g_assert_cmpuint (self.heard->len, ==, 0);
      soleus_test_notifier_tear_down (&self, NULL);
      return;
    }
  g_setenv ("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus", TRUE);
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
  g_setenv ("DBUS_SESSION_BUS_ADDRESS", address, TRUE);
  g_test_trap_assert_passed ();
}

#define ADD(path, function) g_test_add ("/notifier/portal/" path, Fixture, NULL, set_up, function, soleus_test_notifier_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("shown", test_shown);
  ADD ("pressed", test_pressed);
  ADD ("taken-over", test_taken_over);
  g_test_add ("/notifier/portal/missing", Fixture, NULL, set_up_without, test_missing, soleus_test_notifier_tear_down);
  ADD ("hanging", test_hanging);
  ADD ("hanging-long", test_hanging_long);
  g_test_add_func ("/notifier/portal/no-bus", test_no_bus);

  return g_test_run ();
}
