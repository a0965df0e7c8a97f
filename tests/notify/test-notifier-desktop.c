/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The desktop's notifications, against services as they are and as they should not be. */
#include "notify/soleus-test-notifier.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>

#define DOSE "dose/2026-11-25/480"

typedef SoleusTestNotifier Fixture;

static SoleusMock *
serve (const char *option,
       const char *value)
{
  return soleus_mock_start ("mock-notifications", "org.freedesktop.Notifications", "/org/freedesktop/Notifications", option, value, NULL);
}

static void
set_up_without (Fixture      *self,
                gconstpointer data)
{
  soleus_test_notifier_init (self, FALSE);
}

static void
set_up (Fixture      *self,
        gconstpointer data)
{
  self->mock = serve (data != NULL ? "--caps" : NULL, data);
  set_up_without (self, data);
  soleus_mock_wait (soleus_notifier_can_show (self->notifier));
}

/* The data is for the test alone. */
static void
set_up_with_all (Fixture      *self,
                 gconstpointer data)
{
  set_up (self, NULL);
}

static void
clear (Fixture *self)
{
  g_ptr_array_set_size (self->list, 0);
}

static SoleusNotification *
list (Fixture    *self,
      const char *key,
      const char *title,
      const char *body)
{
  SoleusNotification *notification = soleus_notification_new (key, title, body, "open " DOSE);

  soleus_notification_add_button (notification, "Taken", "taken " DOSE);
  soleus_notification_add_button (notification, "Later", "later " DOSE);
  notification->sound = TRUE;
  g_ptr_array_add (self->list, notification);
  return notification;
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
  clear (self);
  list (self, key, title, "Body");
  set (self);
}

static guint
n_told (Fixture    *self,
        const char *event)
{
  return soleus_mock_count (self->mock, event);
}

static JsonObject *
get_hints (JsonObject *event)
{
  return json_object_get_object_member (event, "hints");
}

static void
press (Fixture    *self,
       guint       id,
       const char *key)
{
  g_assert_true (soleus_mock_tell (self->mock, "Action", g_variant_new ("(us)", id, key)));
}

static void
test_shown (Fixture      *self,
            gconstpointer data)
{
  SoleusNotification *second;
  JsonObject *event;

  list (self, "a", "Title", "Fish & <chips>");
  second = list (self, "b", "Other", "");
  second->sound = FALSE;
  second->stays = TRUE;
  set (self);
  soleus_mock_wait (soleus_test_notifier_has_heard (self, "shown a") && soleus_test_notifier_has_heard (self, "shown b"));
  g_assert_cmpuint (self->heard->len, ==, 2);
  g_assert_cmpuint (n_told (self, "notify"), ==, 2);
  event = soleus_mock_get_last (self->mock, "notify");
  g_assert_cmpstr (json_object_get_string_member (event, "summary"), ==, "Other");
  g_assert_cmpint (json_object_get_int_member (event, "timeout"), ==, 0);
  g_assert_true (json_object_get_boolean_member (get_hints (event), "suppress-sound"));
  g_assert_false (json_object_has_member (get_hints (event), "sound-name"));

  /* The same list says nothing new; another order neither. */
  set (self);
  soleus_mock_pass (200);
  g_assert_cmpuint (n_told (self, "notify"), ==, 2);
  g_assert_cmpuint (n_told (self, "close-call"), ==, 0);

  clear (self);
  set (self);
  soleus_mock_wait (n_told (self, "closed") == 2);
  soleus_mock_pass (100);
  g_assert_cmpuint (self->heard->len, ==, 2);
}

static void
test_content (Fixture      *self,
              gconstpointer data)
{
  JsonObject *event, *actions;

  list (self, "a", "Title <b>", "Fish & <chips>");
  set (self);
  soleus_mock_wait (soleus_test_notifier_has_heard (self, "shown a"));
  event = soleus_mock_get_last (self->mock, "notify");
  g_assert_cmpstr (json_object_get_string_member (event, "app"), ==, "Soleus");
  g_assert_cmpstr (json_object_get_string_member (event, "icon"), ==, SOLEUS_TEST_APP);
  g_assert_cmpstr (json_object_get_string_member (event, "summary"), ==, "Title <b>");
  g_assert_cmpstr (json_object_get_string_member (event, "body"), ==, "Fish &amp; &lt;chips&gt;");
  g_assert_cmpint (json_object_get_int_member (event, "timeout"), ==, -1);
  g_assert_cmpstr (json_object_get_string_member (get_hints (event), "desktop-entry"), ==, SOLEUS_TEST_APP);
  g_assert_cmpstr (json_object_get_string_member (get_hints (event), "sound-name"), ==, "message-new-instant");
  g_assert_false (json_object_has_member (get_hints (event), "suppress-sound"));
  actions = json_object_get_object_member (event, "actions");
  g_assert_cmpuint (json_object_get_size (actions), ==, 3);
  g_assert_cmpstr (json_object_get_string_member (actions, "taken " DOSE), ==, "Taken");
  g_assert_true (json_object_has_member (actions, "default"));
}

static void
test_plain (Fixture      *self,
            gconstpointer data)
{
  JsonObject *event;

  list (self, "a", "Title", "Fish & <chips>");
  set (self);
  soleus_mock_wait (soleus_test_notifier_has_heard (self, "shown a"));
  event = soleus_mock_get_last (self->mock, "notify");
  g_assert_cmpuint (json_object_get_size (json_object_get_object_member (event, "actions")), ==, 0);
  if (strcmp (data, "body") == 0)
    g_assert_cmpstr (json_object_get_string_member (event, "body"), ==, "Fish & <chips>");
  else
    {
      g_assert_cmpstr (json_object_get_string_member (event, "body"), ==, "");
      g_assert_cmpstr (json_object_get_string_member (event, "summary"), ==, "Title – Fish & <chips>");
    }
}

static void
test_replaced (Fixture      *self,
               gconstpointer data)
{
  JsonObject *event;

  set_one (self, "a", "Title");
  soleus_mock_wait (soleus_test_notifier_has_heard (self, "shown a"));
  set_one (self, "a", "Another");
  soleus_mock_wait (n_told (self, "notify") == 2);
  event = soleus_mock_get_last (self->mock, "notify");
  g_assert_cmpint (json_object_get_int_member (event, "replaces"), ==, 1);
  g_assert_true (json_object_get_boolean_member (get_hints (event), "suppress-sound"));
  soleus_mock_pass (100);
  g_assert_cmpuint (self->heard->len, ==, 1);
  g_assert_cmpuint (soleus_mock_count_open (self->mock), ==, 1);
}

static void
test_dismissed (Fixture      *self,
                gconstpointer data)
{
  set_one (self, "a", "Title");
  soleus_mock_wait (soleus_test_notifier_has_heard (self, "shown a"));
  g_assert_true (soleus_mock_tell (self->mock, "Close", g_variant_new ("(uu)", 1, 2)));
  soleus_mock_wait (soleus_test_notifier_has_heard (self, "closed a"));
  clear (self);
  set (self);
  soleus_mock_pass (200);
  g_assert_cmpuint (self->heard->len, ==, 2);
  g_assert_cmpuint (n_told (self, "close-call"), ==, 0);

  /* The same one may come again. */
  set_one (self, "a", "Title");
  soleus_mock_wait (n_told (self, "notify") == 2);
  soleus_mock_wait (self->heard->len == 3);
  g_assert_cmpstr (self->heard->pdata[2], ==, "shown a");
  g_assert_true (json_object_has_member (get_hints (soleus_mock_get_last (self->mock, "notify")), "sound-name"));
}

static void
test_pressed (Fixture      *self,
              gconstpointer data)
{
  set_one (self, "a", "Title");
  soleus_mock_wait (soleus_test_notifier_has_heard (self, "shown a"));
  press (self, 1, "taken " DOSE);
  soleus_mock_wait (soleus_test_notifier_has_heard (self, "pressed taken " DOSE " mock-token"));
  clear (self);
  set (self);
  soleus_mock_pass (700);
  g_assert_cmpuint (self->heard->len, ==, 2);
  g_assert_cmpuint (n_told (self, "close-call"), ==, 0);

  set_one (self, "a", "Title");
  soleus_mock_wait (n_told (self, "notify") == 2);
  soleus_mock_wait (self->heard->len == 3);
  press (self, 2, "default");
  soleus_mock_wait (soleus_test_notifier_has_heard (self, "pressed open " DOSE " mock-token"));
}

/* A service that leaves what was pressed where it is. */
static void
test_pressed_stays (Fixture      *self,
                    gconstpointer data)
{
  soleus_mock_tell (self->mock, "Keep", NULL);
  set_one (self, "a", "Title");
  soleus_mock_wait (soleus_test_notifier_has_heard (self, "shown a"));
  press (self, 1, "taken " DOSE);
  soleus_mock_wait (soleus_test_notifier_has_heard (self, "pressed taken " DOSE " mock-token"));
  clear (self);
  set (self);
  soleus_mock_wait (soleus_mock_count_open (self->mock) == 0);
  soleus_mock_pass (100);
  g_assert_cmpuint (self->heard->len, ==, 2);
}

/* Pressed, and listed again at once: that is a new one. */
static void
test_pressed_again (Fixture      *self,
                    gconstpointer data)
{
  set_one (self, "a", "Title");
  soleus_mock_wait (soleus_test_notifier_has_heard (self, "shown a"));
  g_signal_connect_swapped (self->notifier, "pressed", G_CALLBACK (set), self);
  press (self, 1, "later " DOSE);
  soleus_mock_wait (n_told (self, "notify") == 2);
  soleus_mock_pass (700);
  g_assert_cmpuint (soleus_mock_count_open (self->mock), ==, 1);
  g_assert_cmpuint (self->heard->len, ==, 3);
}

/* The same while the new text of it waits behind another one. */
static void
test_pressed_waiting (Fixture      *self,
                      gconstpointer data)
{
  list (self, "a", "First", "");
  list (self, "b", "Second", "");
  set (self);
  soleus_mock_wait (soleus_test_notifier_has_heard (self, "shown b"));
  soleus_mock_tell (self->mock, "Hang", g_variant_new ("(s)", "notify"));
  clear (self);
  list (self, "a", "Another", "");
  list (self, "b", "Another", "");
  set (self);
  g_signal_connect_swapped (self->notifier, "pressed", G_CALLBACK (set), self);
  g_assert_true (soleus_mock_tell (self->mock, "Emit", g_variant_new ("(us)", 2, "taken " DOSE)));
  soleus_mock_wait (soleus_test_notifier_has_heard (self, "pressed taken " DOSE " "));
  soleus_mock_wait (n_told (self, "notify") == 4);
  g_assert_cmpint (json_object_get_int_member (soleus_mock_get_last (self->mock, "notify"), "replaces"), ==, 0);
  soleus_mock_tell (self->mock, "Hang", g_variant_new ("(s)", "nothing"));
  soleus_mock_wait (self->heard->len == 4);
  g_assert_cmpstr (self->heard->pdata[3], ==, "shown b");
  soleus_mock_pass (700);
  g_assert_cmpuint (soleus_mock_count_open (self->mock), ==, 2);
  g_assert_cmpint (json_object_get_int_member (soleus_mock_get_last (self->mock, "close-call"), "id"), ==, 2);
}

/* Pressed, and closed, before the program was told its number. */
static void
test_pressed_early (Fixture      *self,
                    gconstpointer data)
{
  const char *key = data;
  g_autofree char *expected = g_strdup_printf ("pressed %s " DOSE " mock-token", strcmp (key, "default") == 0 ? "open" : "taken");

  soleus_mock_tell (self->mock, "Early", g_variant_new ("(s)", key));
  set_one (self, "a", "Title");
  soleus_mock_wait (soleus_test_notifier_has_heard (self, expected));
  clear (self);
  set (self);
  soleus_mock_pass (700);
  g_assert_false (soleus_test_notifier_has_heard (self, "closed a"));
  g_assert_cmpuint (soleus_mock_count_open (self->mock), ==, 0);
  g_assert_cmpuint (n_told (self, "close-call"), ==, 0);
  soleus_mock_tell (self->mock, "Early", g_variant_new ("(s)", ""));
  set_one (self, "b", "Title");
  soleus_mock_wait (soleus_test_notifier_has_heard (self, "shown b"));
  g_assert_cmpuint (soleus_mock_count_open (self->mock), ==, 1);
}

static void
test_strange (Fixture      *self,
              gconstpointer data)
{
  set_one (self, "a", "Title");
  soleus_mock_wait (soleus_test_notifier_has_heard (self, "shown a"));
  g_assert_true (soleus_mock_tell (self->mock, "Emit", g_variant_new ("(us)", 77, "default")));
  g_assert_true (soleus_mock_tell (self->mock, "Emit", g_variant_new ("(us)", 77, "reply")));
  g_assert_true (soleus_mock_tell (self->mock, "Emit", g_variant_new ("(us)", 1, "reply")));
  soleus_mock_pass (200);
  g_assert_cmpuint (self->heard->len, ==, 1);
  /* Our own words are ours under any number. */
  g_assert_true (soleus_mock_tell (self->mock, "Emit", g_variant_new ("(us)", 77, "taken " DOSE)));
  soleus_mock_wait (soleus_test_notifier_has_heard (self, "pressed taken " DOSE " "));
  clear (self);
  set (self);
  soleus_mock_wait (soleus_mock_count_open (self->mock) == 0);
}

static void
test_missing (Fixture      *self,
              gconstpointer data)
{
  set_one (self, "a", "Title");
  soleus_mock_pass (300);
  g_assert_false (soleus_notifier_can_show (self->notifier));
  g_assert_cmpuint (self->heard->len, ==, 0);
  self->mock = serve (NULL, NULL);
  soleus_mock_wait (soleus_test_notifier_has_heard (self, "shown a"));
  g_assert_true (soleus_notifier_can_show (self->notifier));
  g_assert_true (json_object_has_member (get_hints (soleus_mock_get_last (self->mock, "notify")), "sound-name"));
}

static void
test_restarted (Fixture      *self,
                gconstpointer data)
{
  set_one (self, "a", "Title");
  soleus_mock_wait (soleus_test_notifier_has_heard (self, "shown a"));
  g_clear_pointer (&self->mock, soleus_mock_stop);
  soleus_mock_wait (!soleus_notifier_can_show (self->notifier));
  self->mock = serve (NULL, NULL);
  soleus_mock_wait (n_told (self, "notify") == 1);
  soleus_mock_pass (200);
  g_assert_cmpuint (n_told (self, "notify"), ==, 1);
  g_assert_cmpint (json_object_get_int_member (soleus_mock_get_last (self->mock, "notify"), "replaces"), ==, 0);
  g_assert_true (json_object_get_boolean_member (get_hints (soleus_mock_get_last (self->mock, "notify")), "suppress-sound"));
  g_assert_cmpuint (self->heard->len, ==, 1);
  press (self, 1, "taken " DOSE);
  soleus_mock_wait (soleus_test_notifier_has_heard (self, "pressed taken " DOSE " mock-token"));
}

/* The first one hangs; the next one is sent all the same, and the program may end. */
static void
test_hanging (Fixture      *self,
              gconstpointer data)
{
  gint64 start;

  soleus_mock_tell (self->mock, "Hang", g_variant_new ("(s)", "notify"));
  list (self, "a", "First", "");
  list (self, "b", "Second", "");
  start = g_get_monotonic_time ();
  set (self);
  soleus_mock_wait (n_told (self, "notify") == 2);
  g_assert_cmpint (g_get_monotonic_time () - start, <, 3 * G_USEC_PER_SEC);
  g_assert_cmpuint (self->heard->len, ==, 0);
  start = g_get_monotonic_time ();
  g_assert_finalize_object (g_steal_pointer (&self->notifier));
  g_assert_cmpint (g_get_monotonic_time () - start, <, G_USEC_PER_SEC / 10);
  soleus_mock_tell (self->mock, "Hang", g_variant_new ("(s)", "nothing"));
  soleus_mock_pass (200);
}

/* It hangs for longer than libnotify waits, and goes on then: nothing is doubled, and it is known that it came up. */
static void
test_hanging_long (Fixture      *self,
                   gconstpointer data)
{
  soleus_mock_tell (self->mock, "Hang", g_variant_new ("(s)", "all"));
  set_one (self, "a", "Title");
  soleus_mock_wait_for (!soleus_notifier_can_show (self->notifier), 40);
  /* What comes now is not handed to it. */
  list (self, "b", "Other", "");
  set (self);
  soleus_mock_pass (300);
  g_assert_cmpuint (self->heard->len, ==, 0);
  soleus_mock_tell (self->mock, "Hang", g_variant_new ("(s)", "nothing"));
  soleus_mock_wait (soleus_test_notifier_has_heard (self, "shown a") && soleus_test_notifier_has_heard (self, "shown b"));
  g_assert_true (soleus_notifier_can_show (self->notifier));
  soleus_mock_pass (200);
  g_assert_cmpuint (n_told (self, "notify"), ==, 2);
  g_assert_cmpuint (self->heard->len, ==, 2);
  /* Its number is not known, but the press is. */
  press (self, 1, "taken " DOSE);
  soleus_mock_wait (soleus_test_notifier_has_heard (self, "pressed taken " DOSE " mock-token"));
}

static void
test_frozen (Fixture      *self,
             gconstpointer data)
{
  self->mock = serve ("--frozen", NULL);
  set_one (self, "a", "Title");
  soleus_mock_pass (500);
  g_assert_false (soleus_notifier_can_show (self->notifier));
  soleus_mock_tell (self->mock, "Hang", g_variant_new ("(s)", "nothing"));
  soleus_mock_wait (soleus_test_notifier_has_heard (self, "shown a"));
  g_assert_cmpuint (n_told (self, "notify"), ==, 1);
}

/* A program that was killed and started anew replaces what it had put up, and closes what is over. */
static void
test_taken_over (Fixture      *self,
                 gconstpointer data)
{
  JsonObject *event;

  list (self, "a", "First", "");
  list (self, "b", "Second", "");
  set (self);
  soleus_mock_wait (soleus_test_notifier_has_heard (self, "shown b"));
  g_assert_finalize_object (self->notifier);
  soleus_test_notifier_make (self);
  set_one (self, "b", "Second");
  soleus_mock_wait (n_told (self, "notify") == 3 && n_told (self, "close-call") == 1);
  event = soleus_mock_get_last (self->mock, "notify");
  g_assert_cmpint (json_object_get_int_member (event, "replaces"), ==, 2);
  g_assert_true (json_object_get_boolean_member (get_hints (event), "suppress-sound"));
  g_assert_cmpint (json_object_get_int_member (soleus_mock_get_last (self->mock, "close-call"), "id"), ==, 1);
  g_assert_cmpuint (soleus_mock_count_open (self->mock), ==, 1);
  soleus_mock_pass (200);
  g_assert_cmpuint (self->heard->len, ==, 3);
}

/* Pressed while the program was down to be started anew: before it says what it wants. */
static void
test_taken_over_pressed (Fixture      *self,
                         gconstpointer data)
{
  set_one (self, "a", "First");
  soleus_mock_wait (soleus_test_notifier_has_heard (self, "shown a"));
  g_assert_finalize_object (self->notifier);
  soleus_test_notifier_make (self);
  soleus_mock_wait (soleus_notifier_can_show (self->notifier));
  press (self, 1, "default");
  soleus_mock_wait (soleus_test_notifier_has_heard (self, "pressed open " DOSE " mock-token"));
  set_one (self, "b", "Second");
  soleus_mock_wait (soleus_test_notifier_has_heard (self, "shown b"));
  g_assert_cmpuint (soleus_mock_count_open (self->mock), ==, 1);
}

static void
test_kept_strange (Fixture      *self,
                   gconstpointer data)
{
  g_autofree char *kept = g_build_filename (g_get_user_runtime_dir (), "soleus", "notifications", NULL);
  const char *text = strcmp (data, "broken") == 0 ? "[Server\nname=:\xff\n\n[1]\nid=x" : "[Server]\nname=:9.9\n\n[1]\nid=7\nkey=a\npress=open x\n";

  set_one (self, "z", "Title");
  soleus_mock_wait (soleus_test_notifier_has_heard (self, "shown z"));
  g_assert_finalize_object (self->notifier);
  g_assert_true (g_file_set_contents (kept, text, -1, NULL));
  soleus_test_notifier_make (self);
  set_one (self, "a", "Title");
  soleus_mock_wait (soleus_test_notifier_has_heard (self, "shown a"));
  g_assert_cmpint (json_object_get_int_member (soleus_mock_get_last (self->mock, "notify"), "replaces"), ==, 0);
  g_assert_cmpuint (n_told (self, "close-call"), ==, 0);
}

/* Much in a short time: the last word counts. */
static void
test_flurry (Fixture      *self,
             gconstpointer data)
{
  for (guint i = 0; i < 20; i++)
    {
      g_autofree char *title = g_strdup_printf ("Title %u", i);

      set_one (self, i % 3 == 0 ? "a" : "b", title);
    }
  soleus_mock_wait (soleus_test_notifier_has_heard (self, "shown b"));
  soleus_mock_pass (300);
  g_assert_cmpuint (soleus_mock_count_open (self->mock), ==, 1);
  g_assert_cmpstr (json_object_get_string_member (soleus_mock_get_last (self->mock, "notify"), "summary"), ==, "Title 19");
  g_assert_false (soleus_test_notifier_has_heard (self, "closed a"));
}

/* How often the bus started what stands in the service file. */
static guint
count_starts (const char *log)
{
  g_autofree char *text = NULL;
  guint n = 0;

  if (!g_file_get_contents (log, &text, NULL, NULL))
    return 0;
  for (const char *p = text; *p != '\0'; p++)
    n += *p == '\n';
  return n;
}

static void
call_bus (const char *method,
          GVariant   *arguments,
          GVariant  **answer)
{
  g_autoptr (GDBusConnection) bus = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, NULL);
  g_autoptr (GVariant) value = g_dbus_connection_call_sync (bus, "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", method, arguments, NULL, G_DBUS_CALL_FLAGS_NONE, -1, NULL, NULL);

  g_assert_nonnull (value);
  if (answer != NULL)
    *answer = g_steal_pointer (&value);
}

static void
end_service (void)
{
  g_autoptr (GVariant) answer = NULL;
  guint32 process;

  call_bus ("GetConnectionUnixProcessID", g_variant_new ("(s)", "org.freedesktop.Notifications"), &answer);
  g_variant_get (answer, "(u)", &process);
  g_assert_no_errno (kill ((pid_t) process, SIGKILL));
}

/* A service that the bus starts. It is started at the start, and for something that is to be shown; not for its own sake. */
static void
test_activated (gconstpointer data)
{
  const char *command = data;
  g_autofree char *script = NULL, *log = NULL, *service = NULL, *text = NULL, *entry = NULL;
  gboolean works = strcmp (command, "exec") == 0;
  Fixture self = { 0 };

  if (g_getenv ("DESK_DIR") == NULL)
    {
      g_test_skip ("This needs the bus of with-desktop");
      return;
    }
  script = g_build_filename (g_getenv ("DESK_DIR"), "service", NULL);
  log = g_build_filename (g_getenv ("DESK_DIR"), "starts", NULL);
  service = g_build_filename (g_getenv ("DESK_DIR"), "services", "org.freedesktop.Notifications.service", NULL);
  g_unlink (log);
  text = g_strdup_printf ("#!/bin/sh\necho started >>'%s'\n%s mock-notifications serve '%s.jsonl'\n", log, command, log);
  g_assert_true (g_file_set_contents (script, text, -1, NULL));
  g_assert_no_errno (g_chmod (script, 0700));
  entry = g_strdup_printf ("[D-BUS Service]\nName=org.freedesktop.Notifications\nExec=%s\n", script);
  g_assert_true (g_file_set_contents (service, entry, -1, NULL));
  call_bus ("ReloadConfig", NULL, NULL);

  set_up_without (&self, NULL);
  if (works)
    {
      soleus_mock_wait (soleus_notifier_can_show (self.notifier));
      set_one (&self, "a", "Title");
      soleus_mock_wait (soleus_test_notifier_has_heard (&self, "shown a"));
      end_service ();
      soleus_mock_wait (!soleus_notifier_can_show (self.notifier));
      soleus_mock_pass (500);
      g_assert_cmpuint (count_starts (log), ==, 1);
      set_one (&self, "b", "Title");
      soleus_mock_wait (soleus_test_notifier_has_heard (&self, "shown b"));
      g_assert_cmpuint (count_starts (log), ==, 2);
    }
  else
    {
      soleus_mock_wait (count_starts (log) == 1);
      set_one (&self, "a", "Title");
      soleus_mock_pass (1500);
      g_assert_cmpuint (count_starts (log), <=, 2);
      g_assert_false (soleus_notifier_can_show (self.notifier));
    }
  g_unlink (service);
  call_bus ("ReloadConfig", NULL, NULL);
  if (works)
    end_service ();
  soleus_test_notifier_tear_down (&self, NULL);
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

/* The bus ends while one is up. */
static void
test_bus_ends (void)
{
  g_autofree char *address = g_strdup (g_getenv ("DBUS_SESSION_BUS_ADDRESS"));
  g_autoptr (GSubprocess) bus = NULL;
  g_autoptr (GDataInputStream) stream = NULL;
  g_autofree char *own = NULL;

  if (g_test_subprocess ())
    {
      g_autoptr (GDBusConnection) connection = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, NULL);
      Fixture self = { 0 };

      g_dbus_connection_set_exit_on_close (connection, FALSE);
      set_up (&self, NULL);
      set_one (&self, "a", "Title");
      soleus_mock_wait (soleus_test_notifier_has_heard (&self, "shown a"));
      kill (atoi (g_getenv ("TEST_BUS_PID")), SIGTERM);
      soleus_mock_wait (!soleus_notifier_can_show (self.notifier));
      set_one (&self, "b", "Title");
      soleus_mock_pass (300);
      g_assert_cmpuint (self.heard->len, ==, 1);
      soleus_test_notifier_tear_down (&self, NULL);
      return;
    }
  bus = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, NULL, "dbus-daemon", "--session", "--nofork", "--print-address=1", NULL);
  g_assert_nonnull (bus);
  stream = g_data_input_stream_new (g_subprocess_get_stdout_pipe (bus));
  own = g_data_input_stream_read_line (stream, NULL, NULL, NULL);
  g_assert_nonnull (own);
  g_setenv ("DBUS_SESSION_BUS_ADDRESS", own, TRUE);
  g_setenv ("TEST_BUS_PID", g_subprocess_get_identifier (bus), TRUE);
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
  g_setenv ("DBUS_SESSION_BUS_ADDRESS", address, TRUE);
  g_subprocess_force_exit (bus);
  g_test_trap_assert_passed ();
}

#define ADD(path, data, function) g_test_add ("/notifier/desktop/" path, Fixture, data, set_up, function, soleus_test_notifier_tear_down)
#define ADD_WITHOUT(path, function) g_test_add ("/notifier/desktop/" path, Fixture, NULL, set_up_without, function, soleus_test_notifier_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("shown", NULL, test_shown);
  ADD ("content", NULL, test_content);
  ADD ("plain/body", "body", test_plain);
  ADD ("plain/nothing", "persistence", test_plain);
  ADD ("replaced", NULL, test_replaced);
  ADD ("dismissed", NULL, test_dismissed);
  ADD ("pressed", NULL, test_pressed);
  ADD ("pressed/stays", NULL, test_pressed_stays);
  ADD ("pressed/again", NULL, test_pressed_again);
  ADD ("pressed/waiting", NULL, test_pressed_waiting);
  g_test_add ("/notifier/desktop/pressed/early", Fixture, "taken " DOSE, set_up_with_all, test_pressed_early, soleus_test_notifier_tear_down);
  g_test_add ("/notifier/desktop/pressed/early-default", Fixture, "default", set_up_with_all, test_pressed_early, soleus_test_notifier_tear_down);
  ADD ("strange", NULL, test_strange);
  ADD_WITHOUT ("missing", test_missing);
  ADD ("restarted", NULL, test_restarted);
  ADD ("hanging", NULL, test_hanging);
  ADD ("hanging-long", NULL, test_hanging_long);
  ADD_WITHOUT ("frozen", test_frozen);
  ADD ("taken-over", NULL, test_taken_over);
  ADD ("taken-over/pressed", NULL, test_taken_over_pressed);
  g_test_add ("/notifier/desktop/kept/broken", Fixture, "broken", set_up_with_all, test_kept_strange, soleus_test_notifier_tear_down);
  g_test_add ("/notifier/desktop/kept/other", Fixture, "other", set_up_with_all, test_kept_strange, soleus_test_notifier_tear_down);
  ADD ("flurry", NULL, test_flurry);
  g_test_add_data_func ("/notifier/desktop/activated/works", "exec", test_activated);
  g_test_add_data_func ("/notifier/desktop/activated/ends", "false", test_activated);
  g_test_add_func ("/notifier/desktop/no-bus", test_no_bus);
  g_test_add_func ("/notifier/desktop/bus-ends", test_bus_ends);

  return g_test_run ();
}
