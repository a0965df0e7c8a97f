/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window stands in for the real one: it knows the same actions and only notes that they were asked for, except for
 * deleting, which it does, so that a page is seen after it. Keys come from xdotool, as from a keyboard. */
#include "soleus-ui-test.h"

#include <adwaita.h>
#include <glib/gstdio.h>
#include <locale.h>

#include "app/soleus-paths.h"
#include "soleus-ui-resources.h"

#define STYLE "/io/github/soleus_diary/Soleus/style.css"
#define SETTLE_MS 60
#define WAIT_MS 5000

static void
action_cb (GSimpleAction *action,
           GVariant      *parameter,
           SoleusUiTest  *self)
{
  g_autofree char *value = parameter != NULL ? g_variant_print (parameter, FALSE) : NULL;

  g_ptr_array_add (self->actions, value != NULL ? g_strdup_printf ("win.%s %s", g_action_get_name (G_ACTION (action)), value)
                                                : g_strdup_printf ("win.%s", g_action_get_name (G_ACTION (action))));
  if (g_str_equal (g_action_get_name (G_ACTION (action)), "delete-record"))
    soleus_keeper_delete (soleus_context_get_keeper (self->context), g_variant_get_string (parameter, NULL), "Deleted.");
}

static void
written_cb (SoleusUiTest *self,
            const char   *said)
{
  g_free (self->said);
  self->said = g_strdup (said);
}

static void
add_actions (SoleusUiTest *self)
{
  static const struct
  {
    const char *name;
    const char *type;
  } names[] = {
    { "place", "s" }, { "open-night", "i" }, { "record-night", "i" }, { "fill-in", NULL }, { "add-cramp", NULL }, { "add-cramp-on", "i" },
    { "edit-record", "s" }, { "add-medicine", NULL }, { "edit-medicine", "s" }, { "medicine", "s" }, { "doses", "(ii)" }, { "plan", "s" },
    { "dose-calendar", "s" }, { "add-stretch-on", "i" }, { "add-food-on", "i" }, { "drinks-of", "i" },
    { "edit-cramp", "s" }, { "delete-record", "s" }, { "trash", NULL }, { "preferences", NULL }, { "about-me", NULL },
    { "emergency-number", NULL }, { "limits", NULL }, { "export", NULL }, { "import", NULL }, { "undo", NULL }, { "back", NULL }, { "search", NULL },
    { "cramp-now", NULL }, { "leave-over", NULL }, { "play", "s" }, { "guide", "s" }, { "guides-for", "s" }, { "routines", NULL }, { "routine", "s" },
    { "check", NULL }, { "verdict", NULL }, { "emergency", NULL }, { "clinic", NULL },
    { "add-drink", "s" }, { "edit-drink", "s" }, { "usual-drink", NULL }, { "drinks", NULL }, { "trying", NULL },
    { "add-food", NULL }, { "edit-meal", "s" }, { "food", NULL }, { "reminders", NULL }, { "ledger", NULL }, { "show-page", "s" }, { "say", "s" },
  };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GSimpleAction) action = g_simple_action_new (names[i].name, names[i].type != NULL ? G_VARIANT_TYPE (names[i].type) : NULL);

      g_signal_connect (action, "activate", G_CALLBACK (action_cb), self);
      g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
    }
  gtk_widget_insert_action_group (self->window, "win", G_ACTION_GROUP (group));
}

/**
 * soleus_ui_test_init:
 * @argc: the number of arguments
 * @argv: the arguments
 *
 * Starts the test program and the toolkit, in a locale in which the words are those of the source.
 */
void
soleus_ui_test_init (int    *argc,
                     char ***argv)
{
  g_autoptr (GtkCssProvider) style = NULL;

  g_test_init (argc, argv, NULL);
  setlocale (LC_ALL, "C.UTF-8");
  gtk_disable_setlocale ();
  adw_init ();
  g_resources_register (soleus_ui_get_resource ());
  style = gtk_css_provider_new ();
  gtk_css_provider_load_from_resource (style, STYLE);
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (style), GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
}

static SoleusUiTest *
new_for_path (SoleusClock *clock,
              char        *folder,
              const char  *path)
{
  SoleusUiTest *self = g_new0 (SoleusUiTest, 1);
  g_autoptr (GError) error = NULL;

  self->folder = folder;
  self->clock = clock;
  self->context = soleus_context_new (self->clock, path);
  g_assert_true (soleus_context_open (self->context, &error));
  g_assert_no_error (error);
  self->diary = soleus_context_get_diary (self->context);
  self->actions = g_ptr_array_new_with_free_func (g_free);
  self->window = g_object_ref_sink (gtk_window_new ());
  gtk_window_set_title (GTK_WINDOW (self->window), "Soleus");
  add_actions (self);
  g_signal_connect_swapped (soleus_context_get_keeper (self->context), "written", G_CALLBACK (written_cb), self);
  return self;
}

static SoleusUiTest *
new_for_clock (SoleusClock *clock)
{
  g_autoptr (GError) error = NULL;
  char *folder = g_dir_make_tmp ("soleus-ui-XXXXXX", &error);
  g_autofree char *path = NULL;

  g_assert_no_error (error);
  path = g_build_filename (folder, "diary.soleus", NULL);
  return new_for_path (clock, folder, path);
}

/**
 * soleus_ui_test_new_own:
 * @now: what time it is, with its offset
 *
 * Returns: (transfer full): as soleus_ui_test_new() does, with the diary where a person's own is: the reminders' program serves it.
 *   The home folder must be one for tests
 */
SoleusUiTest *
soleus_ui_test_new_own (const char *now)
{
  g_autofree char *path = soleus_paths_dup_diary ();
  SoleusTime time;

  g_assert_true (soleus_time_parse (now, &time));
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  g_mkdir_with_parents (g_get_user_data_dir (), 0700);
  return new_for_path (soleus_clock_new_fixed (time), g_path_get_dirname (path), path);
}

/**
 * soleus_ui_test_new:
 * @now: what time it is, with its offset
 *
 * Returns: (transfer full): an empty diary with its context, and a window without a page
 */
SoleusUiTest *
soleus_ui_test_new (const char *now)
{
  SoleusTime time;

  g_assert_true (soleus_time_parse (now, &time));
  return new_for_clock (soleus_clock_new_fixed (time));
}

/**
 * soleus_ui_test_new_in_zone:
 * @now: what time it is
 * @zone: the name of a zone, whose clock is changed in spring and autumn
 *
 * Returns: (transfer full): as soleus_ui_test_new() does, in that zone
 */
SoleusUiTest *
soleus_ui_test_new_in_zone (const char *now,
                            const char *zone)
{
  g_autoptr (GTimeZone) place = g_time_zone_new_identifier (zone);
  SoleusTime time;

  g_assert_nonnull (place);
  g_assert_true (soleus_time_parse (now, &time));
  return new_for_clock (soleus_clock_new_fixed_zone (time.utc, place));
}

static void
remove_folder (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_file_test (child, G_FILE_TEST_IS_DIR))
        remove_folder (child);
      else
        g_unlink (child);
    }
  g_rmdir (path);
}

/**
 * soleus_ui_test_free:
 * @self: a test
 *
 * Closes the window and throws the diary away.
 */
void
soleus_ui_test_free (SoleusUiTest *self)
{
  g_signal_handlers_disconnect_by_data (soleus_context_get_keeper (self->context), self);
  gtk_window_destroy (GTK_WINDOW (self->window));
  g_object_unref (self->window);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_object_unref (self->context);
  g_object_unref (self->clock);
  g_ptr_array_unref (self->actions);
  remove_folder (self->folder);
  g_free (self->folder);
  g_free (self->said);
  g_free (self);
}

static gboolean
done_cb (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

static void
run_for (guint milliseconds)
{
  gboolean is_done = FALSE;

  g_timeout_add_full (G_PRIORITY_LOW, milliseconds, done_cb, &is_done, NULL);
  while (!is_done)
    g_main_context_iteration (NULL, TRUE);
}

/**
 * soleus_ui_test_settle:
 * @self: a test
 *
 * Lets everything happen that is under way.
 */
void
soleus_ui_test_settle (SoleusUiTest *self)
{
  run_for (SETTLE_MS);
}

/**
 * soleus_ui_test_show:
 * @self: a test
 * @page: (transfer floating): a page
 * @width: how wide the window is
 * @height: how high it is
 *
 * Shows the window with the page in it, and waits until keys go there.
 */
void
soleus_ui_test_show (SoleusUiTest *self,
                     GtkWidget    *page,
                     int           width,
                     int           height)
{
  gint64 until = g_get_monotonic_time () + WAIT_MS * 1000;

  gtk_window_set_default_size (GTK_WINDOW (self->window), width, height);
  gtk_window_set_child (GTK_WINDOW (self->window), page);
  gtk_window_present (GTK_WINDOW (self->window));
  while (!gtk_window_is_active (GTK_WINDOW (self->window)) && g_get_monotonic_time () < until)
    run_for (10);
  soleus_ui_test_settle (self);
}

/**
 * soleus_ui_test_press:
 * @self: a test
 * @button: what to press
 *
 * Presses it as Enter does.
 */
void
soleus_ui_test_press (SoleusUiTest *self,
                      GtkWidget    *button)
{
  g_assert_nonnull (button);
  g_assert_true (gtk_widget_get_mapped (button));
  g_assert_true (gtk_widget_is_sensitive (button));
  g_assert_true (gtk_widget_activate (button));
  run_for (400); /* a button stays down for a moment */
}

/**
 * soleus_ui_test_press_named:
 * @self: a test
 * @name: what a screen reader says of a button
 *
 * Presses the button, or switches it if it is one that stays pressed.
 */
void
soleus_ui_test_press_named (SoleusUiTest *self,
                            const char   *name)
{
  GtkWidget *button = soleus_ui_test_find (self, GTK_TYPE_BUTTON, name);

  if (button == NULL)
    g_test_message ("There is no button “%s”.", name);
  g_assert_nonnull (button);
  if (GTK_IS_TOGGLE_BUTTON (button))
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), !gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (button)));
  else
    g_signal_emit_by_name (button, "clicked");
  soleus_ui_test_settle (self);
}

/**
 * soleus_ui_test_key:
 * @self: a test
 * @key: a key as xdotool names it: "Right", "shift+Page_Up"
 *
 * Presses a key of the keyboard.
 */
void
soleus_ui_test_key (SoleusUiTest *self,
                    const char   *key)
{
  const char *argv[] = { "xdotool", "key", key, NULL };
  g_autoptr (GError) error = NULL;
  int status;

  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_true (g_spawn_check_wait_status (status, NULL));
  soleus_ui_test_settle (self);
}

/**
 * soleus_ui_test_answer:
 * @self: a test
 * @id: an answer
 *
 * Gives an answer to the question that is open.
 */
void
soleus_ui_test_answer (SoleusUiTest *self,
                       const char   *id)
{
  GListModel *windows = gtk_window_get_toplevels ();
  g_autoptr (AdwMessageDialog) question = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (windows) && question == NULL; i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (ADW_IS_MESSAGE_DIALOG (window))
        question = ADW_MESSAGE_DIALOG (g_steal_pointer (&window));
    }
  g_assert_nonnull (question);
  adw_message_dialog_response (question, id);
  gtk_window_destroy (GTK_WINDOW (question)); /* as a press of its button does */
  soleus_ui_test_settle (self);
}

/**
 * soleus_ui_test_is_named:
 * @widget: a widget
 * @name: a name
 *
 * Returns: whether a screen reader says that name
 */
gboolean
soleus_ui_test_is_named (GtkWidget  *widget,
                         const char *name)
{
  g_autofree char *other = NULL;
  const char *text = NULL;

  if (gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL))
    {
      other = gtk_test_accessible_check_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name);
      return other == NULL;
    }
  if (GTK_IS_LABEL (widget))
    text = gtk_label_get_text (GTK_LABEL (widget));
  else if (GTK_IS_BUTTON (widget))
    text = gtk_button_get_label (GTK_BUTTON (widget));
  return g_strcmp0 (text, name) == 0;
}

/**
 * soleus_ui_test_find_in:
 * @widget: where to look
 * @type: a type of widget
 * @name: a name, as a screen reader says it
 *
 * Returns: (transfer none) (nullable): the first such widget in @widget that is shown
 */
GtkWidget *
soleus_ui_test_find_in (GtkWidget  *widget,
                        GType       type,
                        const char *name)
{
  GtkWidget *found = NULL;

  if (!gtk_widget_get_mapped (widget))
    return NULL;
  if (g_type_is_a (G_OBJECT_TYPE (widget), type) && soleus_ui_test_is_named (widget, name))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL; child = gtk_widget_get_next_sibling (child))
    found = soleus_ui_test_find_in (child, type, name);
  return found;
}

/* Dialogs are windows of their own. */
static GtkWidget *
find_anywhere (GType       type,
               const char *name)
{
  GListModel *windows = gtk_window_get_toplevels ();
  GtkWidget *found = NULL;

  for (guint i = g_list_model_get_n_items (windows); i-- > 0 && found == NULL;)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      found = soleus_ui_test_find_in (window, type, name);
    }
  return found;
}

/**
 * soleus_ui_test_find:
 * @self: a test
 * @type: a type of widget
 * @name: a name, as a screen reader says it
 *
 * Returns: (transfer none) (nullable): the first such widget that is shown, in any window
 */
GtkWidget *
soleus_ui_test_find (SoleusUiTest *self,
                     GType         type,
                     const char   *name)
{
  return find_anywhere (type, name);
}

/**
 * soleus_ui_test_shows:
 * @self: a test
 * @text: a text
 *
 * Returns: whether exactly this stands somewhere
 */
gboolean
soleus_ui_test_shows (SoleusUiTest *self,
                      const char   *text)
{
  return find_anywhere (GTK_TYPE_LABEL, text) != NULL;
}

/**
 * soleus_ui_test_last_action:
 * @self: a test
 *
 * Returns: (transfer none) (nullable): what a page last asked the window for
 */
const char *
soleus_ui_test_last_action (SoleusUiTest *self)
{
  return self->actions->len > 0 ? g_ptr_array_index (self->actions, self->actions->len - 1) : NULL;
}

static SoleusTime
parse_time (const char *text)
{
  SoleusTime time;

  g_assert_true (soleus_time_parse (text, &time));
  return time;
}

static void
save (SoleusUiTest *self,
      SoleusRecord *record)
{
  g_autoptr (GError) error = NULL;

  soleus_diary_save (self->diary, record, &error);
  g_assert_no_error (error);
}

/**
 * soleus_ui_test_add_cramp:
 * @self: a test
 * @start: when it began
 * @muscle: where
 * @side: (nullable): on which side
 * @pain: 0 to 10, or -1
 * @note: (nullable): its note
 *
 * Returns: (transfer full): a cramp in the diary
 */
SoleusRecord *
soleus_ui_test_add_cramp (SoleusUiTest *self,
                          const char   *start,
                          const char   *muscle,
                          const char   *side,
                          int           pain,
                          const char   *note)
{
  SoleusRecord *record = soleus_record_new (SOLEUS_KIND_EPISODE);
  SoleusRow *values = soleus_record_get_values (record);
  SoleusRow *site;

  soleus_row_set_time (values, "start", parse_time (start));
  soleus_row_set_text (values, "precision", "exact");
  site = soleus_row_add_row (values, "sites");
  soleus_row_set_text (site, "muscle", muscle);
  soleus_row_set_text (site, "side", side);
  if (pain >= 0)
    soleus_row_set_number (values, "pain", pain);
  soleus_row_set_text (values, "note", note);
  save (self, record);
  return record;
}

/**
 * soleus_ui_test_date:
 * @date: "2026-03-03"
 *
 * Returns: the date
 */
SoleusDate
soleus_ui_test_date (const char *date)
{
  SoleusDate parsed;

  g_assert_true (soleus_date_parse (date, &parsed));
  return parsed;
}

/**
 * soleus_ui_test_say_night:
 * @self: a test
 * @night: the date of its morning
 * @said: (nullable): a word of #soleus_sayings
 * @note: (nullable): its note
 *
 * Returns: (transfer full): the record of the night
 */
SoleusRecord *
soleus_ui_test_say_night (SoleusUiTest *self,
                          const char   *night,
                          const char   *said,
                          const char   *note)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SoleusRecord) before = soleus_diary_get_night_record (self->diary, soleus_ui_test_date (night), &error);
  SoleusRecord *record;

  g_assert_no_error (error);
  record = soleus_record_copy (before);
  soleus_row_set_text (soleus_record_get_values (record), "said", said);
  soleus_row_set_text (soleus_record_get_values (record), "note", note);
  save (self, record);
  return record;
}

/**
 * soleus_ui_test_add_drink:
 * @self: a test
 * @at: when
 * @drink: a word of #soleus_drink_kinds
 * @ml: how much
 *
 * Returns: (transfer full): a drink in the diary
 */
SoleusRecord *
soleus_ui_test_add_drink (SoleusUiTest *self,
                          const char   *at,
                          const char   *drink,
                          int           ml)
{
  SoleusRecord *record = soleus_record_new (SOLEUS_KIND_DRINK);
  SoleusRow *values = soleus_record_get_values (record);

  soleus_row_set_time (values, "at", parse_time (at));
  soleus_row_set_text (values, "drink", drink);
  soleus_row_set_number (values, "amount_ml", ml * 1000);
  save (self, record);
  return record;
}
