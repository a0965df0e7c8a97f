/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Options, the one window, and what every window needs: styles, icons, keys. A second start hands its options over to
 * the first; with a diary of its own it stays by itself. Started as a service it has no window until one is asked for: an answer to a
 * reminder is kept without one. */
#include "config.h"

#include "ui/shell/soleus-application.h"

#include <glib/gi18n.h>

#include "app/soleus-paths.h"
#include "app/soleus-reminder-answer.h"
#include "app/soleus-words.h"
#include "ui/compat/soleus-about.h"
#include "ui/shell/soleus-window.h"
#include "ui/soleus-ui-resources.h"

/* How long a service stays with nothing to do. */
#define IDLE_MS 10000

struct _SoleusApplication
{
  AdwApplication parent_instance;

  SoleusContext *context;
  GSettings *interface; /* how the desktop shows times; NULL where there is none */
};

G_DEFINE_FINAL_TYPE (SoleusApplication, soleus_application, ADW_TYPE_APPLICATION)

static const GOptionEntry options[] = {
  { "diary", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME, NULL, N_("Open this diary"), N_("FILE") },
  { "page", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_STRING, NULL, N_("Open at this page"), N_("PAGE") },
  { "now", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_STRING, NULL, N_("Set the clock, to try something out"), N_("TIME") },
  { "cramp-now", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, NULL, N_("Help with a cramp right now"), NULL },
  { "add-cramp", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, NULL, N_("Add a cramp"), NULL },
  { NULL }
};

static void
about_activated_cb (GSimpleAction *action,
                    GVariant      *parameter,
                    gpointer       data)
{
  soleus_about_show (gtk_application_get_active_window (GTK_APPLICATION (data)));
}

static void
quit_activated_cb (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       data)
{
  GList *windows = gtk_application_get_windows (GTK_APPLICATION (data));

  /* Closing lets a form ask about what was not saved; the last window that closes ends the program. */
  if (windows == NULL)
    g_application_quit (G_APPLICATION (data));
  for (GList *l = windows; l != NULL;)
    {
      GList *next = l->next;

      gtk_window_close (l->data);
      l = next;
    }
}

static void
make_context (SoleusApplication *self,
              GVariantDict      *given)
{
  g_autoptr (SoleusClock) clock = NULL;
  g_autofree char *path = NULL;
  const char *now;
  SoleusTime time;

  if (self->context != NULL)
    return;
  if (given == NULL || !g_variant_dict_lookup (given, "diary", "^ay", &path))
    path = soleus_paths_dup_diary ();
  if (given != NULL && g_variant_dict_lookup (given, "now", "&s", &now) && soleus_time_parse (now, &time))
    clock = soleus_clock_new_fixed (time);
  else
    clock = soleus_clock_new_system ();
  self->context = soleus_context_new (clock, path);
}

static SoleusWindow *
get_window (SoleusApplication *self)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    if (SOLEUS_IS_WINDOW (l->data))
      return l->data;
  return soleus_window_new (ADW_APPLICATION (self), self->context);
}

/* GTK has taken the token for coming to the front out of the call by now. */
static void
show_page (SoleusApplication *self,
           const char        *page)
{
  SoleusWindow *window = get_window (self);

  gtk_window_present (GTK_WINDOW (window));
  soleus_window_show_page (window, page);
}

static void
show_page_activated_cb (GSimpleAction *action,
                        GVariant      *parameter,
                        gpointer       data)
{
  make_context (data, NULL);
  show_page (data, g_variant_get_string (parameter, NULL));
}

static void
press_written_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      data)
{
  if (!soleus_keeper_write_finish (SOLEUS_KEEPER (source), result, NULL))
    g_warning ("An answer to a reminder could not be kept.");
  g_application_release (G_APPLICATION (data));
}

/* Without a window too. The application is held until the answer is on the disk. */
static void
reminder_press_activated_cb (GSimpleAction *action,
                             GVariant      *parameter,
                             gpointer       data)
{
  SoleusApplication *self = data;
  g_autofree char *page = NULL;

  make_context (self, NULL);
  g_application_hold (G_APPLICATION (self));
  if (!soleus_context_is_open (self->context) && !soleus_context_open (self->context, NULL))
    g_warning ("An answer to a reminder could not be kept: the diary cannot be opened.");
  if (!soleus_context_is_open (self->context) ||
      !soleus_reminder_answer (soleus_context_get_diary (self->context), soleus_context_get_keeper (self->context), g_variant_get_string (parameter, NULL), &page, press_written_cb, self))
    g_application_release (G_APPLICATION (self));
  if (page != NULL)
    show_page (self, page);
}

static void
read_clock_format (SoleusApplication *self)
{
  g_autofree char *format = g_settings_get_string (self->interface, "clock-format");

  soleus_words_set_clock_format (g_str_equal (format, "12h") ? SOLEUS_CLOCK_12H : SOLEUS_CLOCK_24H);
}

static void
watch_clock_format (SoleusApplication *self)
{
  g_autoptr (GSettingsSchema) schema = g_settings_schema_source_lookup (g_settings_schema_source_get_default (), "org.gnome.desktop.interface", TRUE);

  if (schema == NULL || !g_settings_schema_has_key (schema, "clock-format"))
    return;
  self->interface = g_settings_new ("org.gnome.desktop.interface");
  g_signal_connect_object (self->interface, "changed::clock-format", G_CALLBACK (read_clock_format), self, G_CONNECT_SWAPPED);
  read_clock_format (self);
}

static void
set_keys (GtkApplication *application)
{
  static const struct
  {
    const char *action;
    const char *keys[4];
  } accels[] = {
    { "win.place::today", { "<Control>1", "<Alt>Home" } },
    { "win.place::diary", { "<Control>2" } },
    { "win.place::guides", { "<Control>3" } },
    { "win.place::medicines", { "<Control>4" } },
    { "win.cramp-now", { "F12", "<Control><Shift>c" } },
    { "win.print", { "<Control>p" } },
    { "win.add-cramp", { "<Control>n" } },
    { "win.usual-drink", { "<Control>d" } },
    { "win.check", { "<Control>e" } },
    { "win.search", { "<Control>f" } },
    { "win.undo", { "<Control>z" } },
    { "win.back", { "<Alt>Left" } },
    { "win.limits", { "F1" } },
    { "win.preferences", { "<Control>comma" } },
    { "win.main-menu", { "F10" } },
    { "window.close", { "<Control>w" } },
    { "app.quit", { "<Control>q" } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (accels); i++)
    gtk_application_set_accels_for_action (application, accels[i].action, accels[i].keys);
}

static void
soleus_application_startup (GApplication *application)
{
  SoleusApplication *self = SOLEUS_APPLICATION (application);
  static const GActionEntry actions[] = {
    { .name = "about", .activate = about_activated_cb },
    { .name = "quit", .activate = quit_activated_cb },
    { .name = "show-page", .activate = show_page_activated_cb, .parameter_type = "s" },
    { .name = "reminder-press", .activate = reminder_press_activated_cb, .parameter_type = "s" },
  };

  g_resources_register (soleus_ui_get_resource ());
  G_APPLICATION_CLASS (soleus_application_parent_class)->startup (application);

  g_set_application_name ("Soleus");
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  set_keys (GTK_APPLICATION (self));
  watch_clock_format (self);
  if ((g_application_get_flags (application) & G_APPLICATION_IS_SERVICE) != 0)
    g_application_set_inactivity_timeout (application, IDLE_MS);
}

/* The desktop starts a program that is a service in this way, and not by its command line. */
static void
soleus_application_activate (GApplication *application)
{
  SoleusApplication *self = SOLEUS_APPLICATION (application);

  make_context (self, NULL);
  gtk_window_present (GTK_WINDOW (get_window (self)));
}

static int
soleus_application_command_line (GApplication            *application,
                                 GApplicationCommandLine *command_line)
{
  SoleusApplication *self = SOLEUS_APPLICATION (application);
  GVariantDict *given = g_application_command_line_get_options_dict (command_line);
  SoleusWindow *window;
  const char *page;

  make_context (self, given);
  window = get_window (self);
  if (g_variant_dict_contains (given, "cramp-now"))
    gtk_widget_activate_action (GTK_WIDGET (window), "win.cramp-now", NULL);
  gtk_window_present (GTK_WINDOW (window));
  if (g_variant_dict_contains (given, "add-cramp"))
    soleus_window_show_page (window, "add-cramp");
  else if (g_variant_dict_lookup (given, "page", "&s", &page))
    soleus_window_show_page (window, page);
  return 0;
}

static int
soleus_application_handle_local_options (GApplication *application,
                                         GVariantDict *given)
{
  const char *now;
  SoleusTime time;

  if (g_variant_dict_lookup (given, "now", "&s", &now) && !soleus_time_parse (now, &time))
    return 2;
  if (g_variant_dict_contains (given, "diary"))
    g_application_set_flags (application, g_application_get_flags (application) | G_APPLICATION_NON_UNIQUE);
  return -1;
}

static void
soleus_application_dispose (GObject *object)
{
  SoleusApplication *self = SOLEUS_APPLICATION (object);

  g_clear_object (&self->context);
  g_clear_object (&self->interface);

  G_OBJECT_CLASS (soleus_application_parent_class)->dispose (object);
}

static void
soleus_application_class_init (SoleusApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = soleus_application_dispose;
  application_class->startup = soleus_application_startup;
  application_class->activate = soleus_application_activate;
  application_class->command_line = soleus_application_command_line;
  application_class->handle_local_options = soleus_application_handle_local_options;
}

static void
soleus_application_init (SoleusApplication *self)
{
  g_application_add_main_option_entries (G_APPLICATION (self), options);
}

/**
 * soleus_application_new:
 *
 * Returns: (transfer full): the application
 */
SoleusApplication *
soleus_application_new (void)
{
  return g_object_new (SOLEUS_TYPE_APPLICATION,
                       "application-id", SOLEUS_APP_ID,
                       "flags", G_APPLICATION_HANDLES_COMMAND_LINE,
                       NULL);
}
