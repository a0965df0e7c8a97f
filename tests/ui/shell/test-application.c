/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the program does without a window: it is started as a service, keeps an answer to a reminder, opens a window when one is asked
 * for, and ends by itself. */
#include "config.h"

#include <adwaita.h>

#include "app/soleus-paths.h"
#include "lib/soleus-test.h"

#define APPLICATION_PATH "/io/github/soleus_diary/Soleus"
#define LONGEST_US (30 * G_USEC_PER_SEC)

typedef struct
{
  GDBusConnection *bus;
  GSubprocess *program;
  gboolean ended;
  gint64 ended_at;
} Service;

static void
wait_a_little (guint milliseconds)
{
  gint64 end = g_get_monotonic_time () + milliseconds * 1000;

  while (g_get_monotonic_time () < end)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (2000);
}

static void
ended_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  Service *self = data;

  self->ended = TRUE;
  self->ended_at = g_get_monotonic_time ();
}

static gboolean
has_owner (Service *self)
{
  g_autoptr (GVariant) answer = g_dbus_connection_call_sync (self->bus, "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", "NameHasOwner",
                                                             g_variant_new ("(s)", SOLEUS_APP_ID), NULL, G_DBUS_CALL_FLAGS_NONE, -1, NULL, NULL);
  gboolean owned = FALSE;

  g_assert_nonnull (answer);
  g_variant_get (answer, "(b)", &owned);
  return owned;
}

static Service *
start (void)
{
  Service *self = g_new0 (Service, 1);
  g_autoptr (GError) error = NULL;
  gint64 until = g_get_monotonic_time () + LONGEST_US;

  self->bus = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, &error);
  g_assert_no_error (error);
  self->program = g_subprocess_new (G_SUBPROCESS_FLAGS_NONE, &error, g_getenv ("SOLEUS"), "--gapplication-service", NULL);
  g_assert_no_error (error);
  g_subprocess_wait_async (self->program, NULL, ended_cb, self);
  while (!has_owner (self) && !self->ended && g_get_monotonic_time () < until)
    wait_a_little (20);
  g_assert_true (has_owner (self));
  return self;
}

static void
end (Service *self)
{
  gint64 until = g_get_monotonic_time () + LONGEST_US;

  while (!self->ended && g_get_monotonic_time () < until)
    wait_a_little (20);
  g_assert_true (self->ended);
  g_assert_true (g_subprocess_get_successful (self->program));
  g_object_unref (self->program);
  g_object_unref (self->bus);
  g_free (self);
}

static void
call (Service    *self,
      const char *method,
      GVariant   *arguments)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) answer = g_dbus_connection_call_sync (self->bus, SOLEUS_APP_ID, APPLICATION_PATH, "org.freedesktop.Application", method, arguments, NULL,
                                                             G_DBUS_CALL_FLAGS_NONE, -1, NULL, &error);

  g_assert_no_error (error);
}

/* With an argument, or none. */
static void
activate_action (Service    *self,
                 const char *action,
                 const char *argument)
{
  g_auto (GVariantBuilder) arguments = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("av")), data = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE_VARDICT);

  if (argument != NULL)
    g_variant_builder_add (&arguments, "v", g_variant_new_string (argument));
  call (self, "ActivateAction", g_variant_new ("(sava{sv})", action, &arguments, &data));
}

/* How many windows of the program are on the screen. */
static guint
count_windows (void)
{
  g_autofree char *found = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GError) error = NULL;
  const char *argv[] = { "xdotool", "search", "--onlyvisible", "--name", "^Soleus$", NULL };

  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL, &found, NULL, NULL, &error);
  g_assert_no_error (error);
  lines = g_strsplit (g_strstrip (found), "\n", -1);
  return *found != '\0' ? g_strv_length (lines) : 0;
}

static void
wait_for_windows (guint n)
{
  gint64 until = g_get_monotonic_time () + LONGEST_US;

  while (count_windows () != n && g_get_monotonic_time () < until)
    wait_a_little (100);
  g_assert_cmpuint (count_windows (), ==, n);
}

static guint
count_nights (void)
{
  g_autoptr (SoleusClock) clock = soleus_clock_new_system ();
  g_autofree char *path = soleus_paths_dup_diary ();
  g_autoptr (SoleusDiary) diary = NULL;
  g_autoptr (GPtrArray) nights = NULL;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return 0;
  diary = soleus_diary_open (path, SOLEUS_OPEN_READ, 5000, clock, NULL);
  g_assert_nonnull (diary);
  nights = soleus_diary_list (diary, SOLEUS_KIND_NIGHT, SOLEUS_DATE_NONE, SOLEUS_DATE_NONE, NULL);
  return nights->len;
}

static char *
dup_press (const char *verb)
{
  g_autoptr (SoleusClock) clock = soleus_clock_new_system ();
  g_autofree char *today = soleus_date_to_iso (soleus_clock_get_today (clock));

  return g_strdup_printf ("%s check-in/%s/480", verb, today);
}

/* The answer is on the disk, no window came, and the program goes when nothing more is to be done. */
static void
test_press (void)
{
  Service *service = start ();
  g_autofree char *press = dup_press ("no-cramps");
  gint64 pressed;

  activate_action (service, "reminder-press", "what is this");
  activate_action (service, "reminder-press", press);
  pressed = g_get_monotonic_time ();
  while (count_nights () == 0 && g_get_monotonic_time () < pressed + LONGEST_US)
    wait_a_little (50);
  g_assert_cmpuint (count_nights (), ==, 1);
  activate_action (service, "reminder-press", press);
  wait_a_little (500);
  g_assert_cmpuint (count_windows (), ==, 0);
  g_assert_false (service->ended);
  end (service);
  g_assert_cmpuint (count_nights (), ==, 1);
}

/* With a window it stays; the window is one and the same. */
static void
test_page (void)
{
  Service *service = start ();
  g_autofree char *press = dup_press ("open");

  wait_a_little (300);
  g_assert_cmpuint (count_windows (), ==, 0);
  call (service, "Activate", g_variant_new_parsed ("(@a{sv} {},)"));
  wait_for_windows (1);
  activate_action (service, "show-page", "reminders");
  activate_action (service, "reminder-press", press);
  activate_action (service, "show-page", "today");
  wait_a_little (11000);
  g_assert_cmpuint (count_windows (), ==, 1);
  g_assert_false (service->ended);
  activate_action (service, "quit", NULL);
  end (service);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/application/press", test_press);
  g_test_add_func ("/application/page", test_page);

  return g_test_run ();
}
