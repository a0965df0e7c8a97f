/* SPDX-License-Identifier: GPL-3.0-or-later */
/* There is one of it, by its name on the bus. It follows the diary, starts at login as long as a reminder is on, and ends when there is
 * nothing to do. Whoever changed the diary while it did not run wakes it by calling it. It never makes a diary. */
#include "config.h"

#include "app/reminderd/soleus-reminderd.h"

#include <glib-unix.h>
#include <glib/gstdio.h>

#include "app/soleus-paths.h"
#include "app/soleus-reminder-engine.h"
#include "app/soleus-reminder-link.h"
#include "platform/soleus-autostart.h"
#include "platform/soleus-folder-watch.h"

/* Other programs hold the diary for moments only. */
#define BUSY_MS 500

/* A diary that another program holds while this one starts is tried again after so many seconds, so many times. */
#define AGAIN_S 2
#define MOST_TRIES 30

/* Time for a call that is under way when nothing is left to do. */
#define LINGER_MS 3000

struct _SoleusReminderd
{
  GApplication parent_instance;

  SoleusClock *clock;
  SoleusDiary *diary;
  SoleusFolderWatch *watch;
  SoleusNotifier *notifier;
  SoleusAlarm *alarm;
  SoleusReminderEngine *engine;
  char *path;
  guint64 file;        /* which file it is that is open */
  guint again_source;
  int n_tries;
  guint registration;
  guint term_source;
  guint int_source;
  gboolean is_held;
  gboolean is_ready;   /* whether the system was made to match the diary */
  gboolean autostart;
  gboolean autostart_failed;
};

G_DEFINE_FINAL_TYPE (SoleusReminderd, soleus_reminderd, G_TYPE_APPLICATION)

static const char interface_xml[] =
  "<node>"
  "  <interface name='" SOLEUS_REMINDERS_INTERFACE "'>"
  "    <method name='Update'/>"
  "    <method name='Try'/>"
  "    <method name='Press'><arg name='press' type='s' direction='in'/><arg name='token' type='s' direction='in'/></method>"
  "    <property name='CanShow' type='b' access='read'/>"
  "    <property name='Autostart' type='b' access='read'/>"
  "  </interface>"
  "</node>";

static void open_diary (SoleusReminderd *self);

/* Whether the program goes on */

static void
set_held (SoleusReminderd *self,
          gboolean         held)
{
  if (self->is_held == held)
    return;
  self->is_held = held;
  if (held)
    g_application_hold (G_APPLICATION (self));
  else
    g_application_release (G_APPLICATION (self));
}

static void
tell_properties (SoleusReminderd *self)
{
  GDBusConnection *bus = g_application_get_dbus_connection (G_APPLICATION (self));
  GVariantBuilder changed;

  if (bus == NULL || self->registration == 0)
    return;
  g_variant_builder_init (&changed, G_VARIANT_TYPE_VARDICT);
  g_variant_builder_add (&changed, "{sv}", "CanShow", g_variant_new_boolean (soleus_notifier_can_show (self->notifier)));
  g_variant_builder_add (&changed, "{sv}", "Autostart", g_variant_new_boolean (!self->autostart_failed));
  g_dbus_connection_emit_signal (bus, NULL, SOLEUS_REMINDERS_PATH, "org.freedesktop.DBus.Properties", "PropertiesChanged",
                                 g_variant_new ("(sa{sv}as)", SOLEUS_REMINDERS_INTERFACE, &changed, NULL), NULL);
}

static void
autostart_set_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      data)
{
  g_autoptr (SoleusReminderd) self = data;
  g_autoptr (GError) error = NULL;

  self->autostart_failed = !soleus_autostart_set_finish (result, &error);
  if (self->autostart_failed)
    g_warning ("Starting at login could not be arranged: %s", error->message);
  else
    self->autostart_failed = self->autostart && !soleus_autostart_is_set (SOLEUS_APP_ID); /* switched off among the desktop's own settings */
  tell_properties (self);
  g_application_release (G_APPLICATION (self));
}

static void
set_autostart (SoleusReminderd *self,
               gboolean         on)
{
  if (self->is_ready && self->autostart == on)
    return;
  self->is_ready = TRUE;
  self->autostart = on;
  g_application_hold (G_APPLICATION (self));
  soleus_autostart_set (SOLEUS_APP_ID, on, NULL, autostart_set_cb, g_object_ref (self));
}

static void
looked_cb (SoleusReminderd *self)
{
  set_autostart (self, soleus_reminder_engine_is_on (self->engine));
  set_held (self, soleus_reminder_engine_is_needed (self->engine));
}

/* Windows */

/* Where the bus does not know the window's program, it is started as the one beside this. */
static void
page_shown_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      data)
{
  g_autoptr (GVariant) page = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) answer = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, &error);
  GApplication *application = g_application_get_default ();
  const char *arguments[] = { SOLEUS_PROGRAM, "--page", g_variant_get_string (page, NULL), NULL };

  if (answer == NULL && g_dbus_error_is_remote_error (error) && !g_spawn_async (NULL, (char **) arguments, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL))
    g_warning ("The window could not be opened.");
  if (application != NULL)
    g_application_release (application);
}

static void
pressed_cb (SoleusReminderd *self,
            const char      *page,
            const char      *token)
{
  GDBusConnection *bus = g_application_get_dbus_connection (G_APPLICATION (self));
  GVariantBuilder parameters, platform;

  if (bus == NULL)
    return;
  g_variant_builder_init (&parameters, G_VARIANT_TYPE ("av"));
  g_variant_builder_add (&parameters, "v", g_variant_new_string (page));
  g_variant_builder_init (&platform, G_VARIANT_TYPE_VARDICT);
  if (*token != '\0')
    {
      g_variant_builder_add (&platform, "{sv}", "activation-token", g_variant_new_string (token));
      g_variant_builder_add (&platform, "{sv}", "desktop-startup-id", g_variant_new_string (token));
    }
  g_application_hold (G_APPLICATION (self));
  g_dbus_connection_call (bus, SOLEUS_APP_ID, SOLEUS_APP_PATH, "org.freedesktop.Application", "ActivateAction",
                          g_variant_new ("(sava{sv})", "show-page", &parameters, &platform), NULL, G_DBUS_CALL_FLAGS_NONE, -1, NULL, page_shown_cb,
                          g_variant_ref_sink (g_variant_new_string (page)));
}

/* The diary */

static guint64
find_file (const char *path)
{
  GStatBuf info;

  return g_stat (path, &info) == 0 ? (guint64) info.st_ino : 0;
}

static void
close_diary (SoleusReminderd *self)
{
  g_clear_object (&self->engine);
  g_clear_object (&self->diary);
  self->file = 0;
}

/* A diary that was taken away, or put in the place of another by its name. */
static void
stirred_cb (SoleusReminderd *self)
{
  if (self->diary != NULL && find_file (self->path) == self->file)
    soleus_diary_refresh (self->diary);
  else
    open_diary (self);
}

static gboolean
again_cb (gpointer data)
{
  SoleusReminderd *self = data;

  self->again_source = 0;
  open_diary (self);
  return G_SOURCE_REMOVE;
}

/* Without a diary nothing is on. One that is from a newer Soleus, or damaged, is the window's to talk about. */
static void
open_diary (SoleusReminderd *self)
{
  g_autoptr (GError) error = NULL;

  close_diary (self);
  g_clear_handle_id (&self->again_source, g_source_remove);
  self->file = find_file (self->path);
  if (self->file == 0)
    {
      set_autostart (self, FALSE);
      set_held (self, FALSE);
      return;
    }
  if (self->watch == NULL)
    {
      self->watch = soleus_folder_watch_new (self->path);
      g_signal_connect_object (self->watch, "stirred", G_CALLBACK (stirred_cb), self, G_CONNECT_SWAPPED);
    }
  self->diary = soleus_diary_open (self->path, SOLEUS_OPEN_WRITE, BUSY_MS, self->clock, &error);
  if (self->diary == NULL)
    {
      if (g_error_matches (error, SOLEUS_STORE_ERROR, SOLEUS_STORE_ERROR_BUSY) && self->n_tries++ < MOST_TRIES)
        {
          set_held (self, TRUE);
          self->again_source = g_timeout_add_seconds (AGAIN_S, again_cb, self);
          return;
        }
      g_warning ("The diary could not be opened: %s", error->message);
      set_held (self, FALSE);
      return;
    }
  self->n_tries = 0;
  set_held (self, TRUE);
  self->engine = soleus_reminder_engine_new (self->diary, self->notifier, self->alarm);
  g_signal_connect_object (self->engine, "looked", G_CALLBACK (looked_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->engine, "pressed", G_CALLBACK (pressed_cb), self, G_CONNECT_SWAPPED);
}

/* The bus */

static void
call_cb (GDBusConnection       *bus,
         const char            *sender,
         const char            *path,
         const char            *interface,
         const char            *method,
         GVariant              *parameters,
         GDBusMethodInvocation *invocation,
         gpointer               data)
{
  SoleusReminderd *self = data;
  const char *press, *token;

  if (self->diary == NULL)
    open_diary (self);
  else
    soleus_diary_refresh (self->diary);
  if (self->engine != NULL && g_str_equal (method, "Update"))
    soleus_reminder_engine_look (self->engine);
  else if (self->engine != NULL && g_str_equal (method, "Try"))
    soleus_reminder_engine_try (self->engine);
  else if (self->engine != NULL)
    {
      g_variant_get (parameters, "(&s&s)", &press, &token);
      soleus_reminder_engine_press (self->engine, press, token);
    }
  g_dbus_method_invocation_return_value (invocation, NULL);
}

static GVariant *
get_property_cb (GDBusConnection *bus,
                 const char      *sender,
                 const char      *path,
                 const char      *interface,
                 const char      *property,
                 GError         **error,
                 gpointer         data)
{
  SoleusReminderd *self = data;

  if (g_str_equal (property, "CanShow"))
    return g_variant_new_boolean (self->notifier == NULL || soleus_notifier_can_show (self->notifier));
  return g_variant_new_boolean (!self->autostart_failed);
}

static gboolean
soleus_reminderd_dbus_register (GApplication    *application,
                                GDBusConnection *bus,
                                const char      *path,
                                GError         **error)
{
  static const GDBusInterfaceVTable table = { .method_call = call_cb, .get_property = get_property_cb };
  SoleusReminderd *self = SOLEUS_REMINDERD (application);
  g_autoptr (GDBusNodeInfo) node = g_dbus_node_info_new_for_xml (interface_xml, error);

  if (node == NULL || !G_APPLICATION_CLASS (soleus_reminderd_parent_class)->dbus_register (application, bus, path, error))
    return FALSE;
  self->registration = g_dbus_connection_register_object (bus, path, node->interfaces[0], &table, self, NULL, error);
  return self->registration != 0;
}

static void
soleus_reminderd_dbus_unregister (GApplication    *application,
                                  GDBusConnection *bus,
                                  const char      *path)
{
  SoleusReminderd *self = SOLEUS_REMINDERD (application);

  if (self->registration != 0)
    g_dbus_connection_unregister_object (bus, self->registration);
  self->registration = 0;
  G_APPLICATION_CLASS (soleus_reminderd_parent_class)->dbus_unregister (application, bus, path);
}

/* The program */

/* What is up stays in the ledger as it is: the next start takes it up again. */
static gboolean
end_cb (gpointer data)
{
  g_application_quit (G_APPLICATION (data));
  return G_SOURCE_CONTINUE;
}

static void
soleus_reminderd_startup (GApplication *application)
{
  SoleusReminderd *self = SOLEUS_REMINDERD (application);

  G_APPLICATION_CLASS (soleus_reminderd_parent_class)->startup (application);
  g_application_set_inactivity_timeout (application, LINGER_MS);
  self->term_source = g_unix_signal_add (SIGTERM, end_cb, self);
  self->int_source = g_unix_signal_add (SIGINT, end_cb, self);
  self->clock = soleus_clock_new_system ();
  self->path = soleus_paths_dup_diary ();
  self->alarm = soleus_alarm_new (NULL);
  self->notifier = soleus_notifier_new (SOLEUS_APP_ID, soleus_sandbox_is_here ());
  g_signal_connect_object (self->notifier, "changed", G_CALLBACK (tell_properties), self, G_CONNECT_SWAPPED);
}

static void
soleus_reminderd_activate (GApplication *application)
{
  SoleusReminderd *self = SOLEUS_REMINDERD (application);

  g_application_hold (application); /* so that a call that woke it is answered even where nothing is to be done */
  if (self->diary == NULL)
    open_diary (self);
  else
    soleus_reminder_engine_look (self->engine);
  g_application_release (application);
}

static void
soleus_reminderd_shutdown (GApplication *application)
{
  SoleusReminderd *self = SOLEUS_REMINDERD (application);

  g_clear_handle_id (&self->again_source, g_source_remove);
  g_clear_handle_id (&self->term_source, g_source_remove);
  g_clear_handle_id (&self->int_source, g_source_remove);
  close_diary (self);
  g_clear_object (&self->watch);
  g_clear_object (&self->alarm);
  g_clear_object (&self->notifier);
  g_clear_object (&self->clock);
  g_clear_pointer (&self->path, g_free);

  G_APPLICATION_CLASS (soleus_reminderd_parent_class)->shutdown (application);
}

static void
soleus_reminderd_class_init (SoleusReminderdClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  application_class->dbus_register = soleus_reminderd_dbus_register;
  application_class->dbus_unregister = soleus_reminderd_dbus_unregister;
  application_class->startup = soleus_reminderd_startup;
  application_class->activate = soleus_reminderd_activate;
  application_class->shutdown = soleus_reminderd_shutdown;
}

static void
soleus_reminderd_init (SoleusReminderd *self)
{
}

/**
 * soleus_reminderd_new:
 *
 * Returns: (transfer full): the program
 */
SoleusReminderd *
soleus_reminderd_new (void)
{
  return g_object_new (SOLEUS_TYPE_REMINDERD, "application-id", SOLEUS_REMINDERS_INTERFACE, NULL);
}
