/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The night stands left and the day before it right, each in the order of time. Nothing here links one to the other:
 * that is left to the reader. */
#include "config.h"

#include "ui/diary/soleus-day-page.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "app/soleus-day.h"
#include "app/soleus-medicine-words.h"
#include "app/soleus-words.h"
#include "model/soleus-vocabulary.h"
#include "ui/compat/soleus-accessible.h"
#include "ui/diary/soleus-columns.h"
#include "ui/diary/soleus-day-section.h"
#include "ui/diary/soleus-entry-text.h"
#include "ui/diary/soleus-night-note.h"
#include "ui/diary/soleus-night-section.h"
#include "ui/today/soleus-habits-row.h"
#include "ui/widgets/soleus-action-row.h"
#include "ui/widgets/soleus-build.h"
#include "ui/widgets/soleus-pager.h"

#define COLUMN 1040

struct _SoleusDayPage
{
  GtkWidget parent_instance;

  SoleusContext *context;
  SoleusDate night;
  GtkWidget *scrolled;
  GtkWidget *previous;
  GtkWidget *next;
  GtkWidget *span;
  SoleusNightSection *state;
  SoleusDaySection *cramps;
  SoleusDaySection *day;
  SoleusDaySection *checks;
  SoleusNightNote *note;
  gboolean was_shown;
};

G_DEFINE_FINAL_TYPE (SoleusDayPage, soleus_day_page, GTK_TYPE_WIDGET)

static void
edit_clicked_cb (GtkWidget     *button,
                 SoleusDayPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.edit-cramp", "s", (const char *) g_object_get_data (G_OBJECT (button), "soleus-uuid"));
}

static void
delete_clicked_cb (GtkWidget     *button,
                   SoleusDayPage *self)
{
  g_autofree char *uuid = g_strdup (g_object_get_data (G_OBJECT (button), "soleus-uuid"));

  gtk_widget_activate_action (GTK_WIDGET (self), "win.delete-record", "s", uuid);
}

static void
add_cramp_clicked_cb (SoleusDayPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.add-cramp-on", "i", self->night);
}

static void
add_cramp_button (SoleusDayPage *self,
                  GtkWidget     *row,
                  SoleusRecord  *cramp,
                  const char    *label,
                  char          *name,
                  GCallback      callback)
{
  GtkWidget *button = soleus_action_row_add_button (SOLEUS_ACTION_ROW (row), label, name);

  g_object_set_data_full (G_OBJECT (button), "soleus-uuid", g_strdup (soleus_record_get_uuid (cramp)), g_free);
  g_signal_connect (button, "clicked", callback, self);
  g_free (name);
}

/* To the guides for its first muscle, if that is one of the leg. */
static void
add_guides_button (GtkWidget    *row,
                   SoleusRecord *cramp)
{
  const SoleusRow *values = soleus_record_get_values (cramp);
  const char *muscle = soleus_row_get_n_rows (values, "sites") > 0 ? soleus_row_get_text (soleus_row_get_row (values, "sites", 0), "muscle") : NULL;
  g_autofree char *name = NULL;
  GtkWidget *button;

  if (muscle == NULL || !soleus_muscle_is_on_map (muscle))
    return;
  name = g_strdup_printf (_("Guides for: %s"), soleus_words_word (&soleus_muscles, muscle));
  button = soleus_action_row_add_button (SOLEUS_ACTION_ROW (row), _("Guides"), name);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", muscle);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.guides-for");
}

static void
show_cramps (SoleusDayPage *self)
{
  SoleusDiary *diary = soleus_context_get_diary (self->context);
  g_autoptr (GPtrArray) cramps = soleus_diary_list (diary, SOLEUS_KIND_EPISODE, self->night, self->night, NULL);

  if (cramps == NULL)
    return;
  soleus_day_section_clear (self->cramps);
  for (guint i = 0; i < cramps->len; i++)
    {
      SoleusRecord *cramp = g_ptr_array_index (cramps, i);
      g_autofree char *when = soleus_day_words_when (cramp);
      g_autofree char *what = soleus_day_words_entry (diary, cramp);
      g_autofree char *title = g_strdup_printf ("%s · %s", when, what);
      GtkWidget *row = soleus_action_row_new (title, soleus_record_get_note (cramp));

      add_cramp_button (self, row, cramp, _("Edit"), g_strdup_printf (_("Edit the cramp, %s"), title), G_CALLBACK (edit_clicked_cb));
      add_guides_button (row, cramp);
      add_cramp_button (self, row, cramp, _("Delete"), g_strdup_printf (_("Delete the cramp, %s"), title), G_CALLBACK (delete_clicked_cb));
      soleus_day_section_add_row (self->cramps, row);
    }
  soleus_day_section_finish (self->cramps);
}

/* The day before */

static GtkWidget *
begin_group (SoleusDayPage *self,
             const char    *name,
             const char    *label,
             const char    *button_name,
             const char    *action,
             GVariant      *target)
{
  GtkWidget *group = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *row = soleus_action_row_new (name, NULL);
  GtkWidget *button = soleus_action_row_add_button (SOLEUS_ACTION_ROW (row), label, button_name);

  gtk_widget_add_css_class (row, "group-head");
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (button), target);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_box_append (GTK_BOX (group), row);
  soleus_day_section_add_row (self->day, group);
  return group;
}

static void
add_line (GtkWidget  *group,
          const char *line)
{
  soleus_build_text (group, line, NULL);
}

/* An entry that opens what it is changed with. */
static void
add_entry (SoleusDayPage *self,
           GtkWidget     *group,
           SoleusRecord  *record)
{
  GtkWidget *button = gtk_button_new (), *text = soleus_entry_text_new ();

  soleus_entry_text_set (SOLEUS_ENTRY_TEXT (text), soleus_context_get_diary (self->context), record);
  gtk_button_set_child (GTK_BUTTON (button), text);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "entry");
  soleus_accessible_set_name (GTK_ACCESSIBLE (button), soleus_entry_text_get_name (SOLEUS_ENTRY_TEXT (text)));
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", soleus_record_get_uuid (record));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.edit-record");
  gtk_box_append (GTK_BOX (group), button);
}

static void
add_entries (SoleusDayPage *self,
             SoleusKind     kind,
             const char    *name,
             const char    *button_name,
             const char    *action)
{
  GtkWidget *group = begin_group (self, name, _("Add"), button_name, action, g_variant_new_int32 (self->night - 1));
  g_autoptr (GPtrArray) records = soleus_day_list (soleus_context_get_diary (self->context), kind, self->night - 1, NULL);

  for (guint i = 0; records != NULL && i < records->len; i++)
    add_entry (self, group, g_ptr_array_index (records, i));
  if (records == NULL || records->len == 0)
    add_line (group, _("Nothing recorded."));
}

/* The sum with what was drunk in the evening; each drink by itself is one press away. */
static void
add_drinks (SoleusDayPage *self)
{
  SoleusDiary *diary = soleus_context_get_diary (self->context);
  g_autoptr (GPtrArray) drinks = soleus_day_list (diary, SOLEUS_KIND_DRINK, self->night - 1, NULL);
  g_autofree char *words = drinks != NULL ? soleus_day_words_drinks (diary, drinks) : NULL;
  GtkWidget *group = begin_group (self, _("Drinks"), _("Open"), _("Open the drinks of this day"), "win.drinks-of", g_variant_new_int32 (self->night - 1));

  add_line (group, words != NULL ? words : _("Nothing recorded."));
}

static void
open_doses_cb (GtkWidget     *button,
               SoleusDayPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.doses", "(ii)", self->night - 1, GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "minute")));
}

/* Those of the plan that nothing was said of stand among the others; what is still to come does not. */
static void
add_doses (SoleusDayPage *self)
{
  g_autoptr (SoleusMedicineBook) book = soleus_medicine_book_new (soleus_context_get_diary (self->context), NULL);
  g_autoptr (GPtrArray) doses = book != NULL ? soleus_medicine_book_list_day (book, self->night - 1, NULL) : NULL;
  g_autoptr (GPtrArray) changes = soleus_day_list_medicines (soleus_context_get_diary (self->context), self->night - 1, NULL);
  GtkWidget *group;

  if (doses == NULL || (soleus_medicine_book_get_medicines (book)->len == 0 && doses->len == 0))
    return;
  group = begin_group (self, _("Medicines"), _("Open"), _("Open the medicines"), "win.place", g_variant_new_string ("medicines"));
  for (guint i = 0; i < doses->len; i++)
    {
      const SoleusDose *dose = g_ptr_array_index (doses, i);

      if (dose->record != NULL)
        add_entry (self, group, dose->record);
      else if (dose->state != SOLEUS_DOSE_AHEAD)
        {
          g_autofree char *time = soleus_words_minute (dose->due.minute), *what = soleus_dose_words_what (dose), *state = soleus_dose_words_state (dose);
          g_autofree char *line = g_strdup_printf ("%s · %s · %s", time, what, state);
          GtkWidget *button = soleus_build_button (line, NULL, "entry");

          gtk_label_set_xalign (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), 0);
          gtk_label_set_justify (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), GTK_JUSTIFY_LEFT);
          gtk_widget_add_css_class (button, "flat");
          g_object_set_data (G_OBJECT (button), "minute", GINT_TO_POINTER (dose->due.minute));
          g_signal_connect (button, "clicked", G_CALLBACK (open_doses_cb), self);
          gtk_box_append (GTK_BOX (group), button);
        }
    }
  for (guint i = 0; changes != NULL && i < changes->len; i++)
    add_line (group, g_ptr_array_index (changes, i));
  if (doses->len == 0 && (changes == NULL || changes->len == 0))
    add_line (group, _("Nothing recorded."));
}

static void
show_day (SoleusDayPage *self)
{
  g_autofree char *date = soleus_words_date (self->night - 1);

  soleus_day_section_set_subtitle (self->day, date);
  soleus_day_section_clear (self->day);
  add_drinks (self);
  add_entries (self, SOLEUS_KIND_MEAL, _("Food"), _("Add food to this day"), "win.add-food-on");
  add_doses (self);
  add_entries (self, SOLEUS_KIND_STRETCH, _("Stretches"), _("Add stretches to this day"), "win.add-stretch-on");
  soleus_day_section_add_row (self->day, soleus_habits_row_new (self->context, self->night - 1));
  soleus_day_section_finish (self->day);
}

static void
show_checks (SoleusDayPage *self)
{
  SoleusDiary *diary = soleus_context_get_diary (self->context);
  g_autoptr (GPtrArray) checks = soleus_diary_list (diary, SOLEUS_KIND_CHECK, self->night, self->night, NULL);

  soleus_day_section_clear (self->checks);
  for (guint i = 0; checks != NULL && i < checks->len; i++)
    {
      SoleusRecord *check = g_ptr_array_index (checks, i);
      g_autoptr (SoleusRecord) verdict = soleus_warnings_find_verdict (soleus_context_get_warnings (self->context), soleus_record_get_uuid (check));
      g_autofree char *when = soleus_day_words_when (check);
      g_autofree char *what = soleus_day_words_entry (diary, check);
      GtkWidget *row = soleus_action_row_new (when, what);

      if (verdict != NULL)
        {
          g_autofree char *name = g_strdup_printf (_("Open the answer of the warning check, %s"), when);
          GtkWidget *button = soleus_action_row_add_button (SOLEUS_ACTION_ROW (row), _("Open"), name);

          gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.check-verdict");
          gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", soleus_record_get_uuid (check));
        }
      soleus_day_section_add_row (self->checks, row);
    }
  soleus_day_section_finish (self->checks);
}

static void
show_sections (SoleusDayPage *self)
{
  show_cramps (self);
  show_day (self);
  show_checks (self);
}

static void
diary_changed_cb (SoleusDayPage *self)
{
  show_sections (self);
}

static void
show_title (SoleusDayPage *self)
{
  GtkWidget *pager = gtk_widget_get_ancestor (GTK_WIDGET (self), SOLEUS_TYPE_PAGER);
  g_autofree char *title = soleus_words_night (self->night);
  g_autofree char *span = soleus_words_night_span (self->night);

  gtk_label_set_label (GTK_LABEL (self->span), span);
  if (pager != NULL)
    soleus_pager_set_page_title (SOLEUS_PAGER (pager), GTK_WIDGET (self), title, NULL);
}

static SoleusDate
get_latest (SoleusDayPage *self)
{
  return soleus_clock_get_night (soleus_context_get_clock (self->context));
}

static void
show_night (SoleusDayPage *self,
            SoleusDate     night)
{
  self->night = night;
  gtk_widget_set_sensitive (self->next, night < get_latest (self));
  soleus_night_note_set (self->note, night);
  soleus_night_section_set (self->state, night);
  show_sections (self);
  show_title (self);
}

static void
turn_activated (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  SoleusDayPage *self = SOLEUS_DAY_PAGE (widget);
  SoleusDate night = self->night + (g_str_equal (name, "day.next") ? 1 : -1);

  if (night > get_latest (self) || night < soleus_date_from_ymd (1971, 1, 2))
    return;
  show_night (self, night);
  if (!gtk_widget_get_sensitive (self->next) && gtk_widget_get_focus_child (GTK_WIDGET (self)) == NULL)
    gtk_widget_grab_focus (self->previous);
}

static gboolean
focus_cb (gpointer data)
{
  g_autoptr (SoleusDayPage) self = data;

  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    soleus_night_section_focus (self->state);
  return G_SOURCE_REMOVE;
}

/* The pager focuses the first button when it shows a page; the night itself is what a person comes for. */
static void
soleus_day_page_map (GtkWidget *widget)
{
  SoleusDayPage *self = SOLEUS_DAY_PAGE (widget);

  GTK_WIDGET_CLASS (soleus_day_page_parent_class)->map (widget);
  if (!self->was_shown)
    g_idle_add (focus_cb, g_object_ref (self));
  self->was_shown = TRUE;
}

static void
soleus_day_page_dispose (GObject *object)
{
  SoleusDayPage *self = SOLEUS_DAY_PAGE (object);

  g_clear_pointer (&self->scrolled, gtk_widget_unparent);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (soleus_day_page_parent_class)->dispose (object);
}

static void
soleus_day_page_class_init (SoleusDayPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = soleus_day_page_dispose;
  widget_class->map = soleus_day_page_map;
  gtk_widget_class_install_action (widget_class, "day.previous", NULL, turn_activated);
  gtk_widget_class_install_action (widget_class, "day.next", NULL, turn_activated);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
add_key (GtkWidget  *widget,
         guint       key,
         const char *action)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  /* Wherever the focus is, and before the note takes the key for itself. */
  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (keys), GTK_SHORTCUT_SCOPE_GLOBAL);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys), gtk_shortcut_new (gtk_keyval_trigger_new (key, GDK_CONTROL_MASK), gtk_named_action_new (action)));
  gtk_widget_add_controller (widget, keys);
}

static GtkWidget *
make_top (SoleusDayPage *self)
{
  self->previous = soleus_build_icon_button ("go-previous-symbolic", _("Night before"));
  self->next = soleus_build_icon_button ("go-next-symbolic", _("Night after"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->previous), "day.previous");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->next), "day.next");
  return soleus_build_turn (self->previous, self->next, "title-4", &self->span);
}

static GtkWidget *
make_parts (SoleusDayPage *self)
{
  GtkWidget *night = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);
  GtkWidget *day = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);
  GtkWidget *add;

  self->state = SOLEUS_NIGHT_SECTION (soleus_night_section_new (self->context));
  self->cramps = SOLEUS_DAY_SECTION (soleus_day_section_new (_("Cramps")));
  add = soleus_day_section_add_button (self->cramps, _("Add"), _("Add a cramp to this night"));
  g_signal_connect_swapped (add, "clicked", G_CALLBACK (add_cramp_clicked_cb), self);
  self->note = SOLEUS_NIGHT_NOTE (soleus_night_note_new (self->context));
  self->day = SOLEUS_DAY_SECTION (soleus_day_section_new (_("The day before")));
  self->checks = SOLEUS_DAY_SECTION (soleus_day_section_new (_("Warning checks")));
  gtk_box_append (GTK_BOX (night), GTK_WIDGET (self->state));
  gtk_box_append (GTK_BOX (night), GTK_WIDGET (self->cramps));
  gtk_box_append (GTK_BOX (night), GTK_WIDGET (self->note));
  gtk_box_append (GTK_BOX (day), GTK_WIDGET (self->day));
  gtk_box_append (GTK_BOX (day), GTK_WIDGET (self->checks));
  return soleus_columns_new (night, day);
}

static void
soleus_day_page_init (SoleusDayPage *self)
{
  add_key (GTK_WIDGET (self), GDK_KEY_Page_Up, "day.previous");
  add_key (GTK_WIDGET (self), GDK_KEY_Page_Down, "day.next");
}

/**
 * soleus_day_page_new:
 * @context: the context
 * @night: the date of its morning
 *
 * Returns: (transfer floating): the page of that night
 */
GtkWidget *
soleus_day_page_new (SoleusContext *context,
                     SoleusDate     night)
{
  SoleusDayPage *self = g_object_new (SOLEUS_TYPE_DAY_PAGE, NULL);
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);

  self->context = g_object_ref (context);
  gtk_box_append (GTK_BOX (box), make_top (self));
  gtk_box_append (GTK_BOX (box), make_parts (self));
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), COLUMN);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  gtk_widget_add_css_class (clamp, "page");

  self->scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), clamp);
  gtk_widget_set_parent (self->scrolled, GTK_WIDGET (self));

  g_signal_connect_object (soleus_context_get_diary (context), "changed", G_CALLBACK (diary_changed_cb), self, G_CONNECT_SWAPPED);
  show_night (self, night);
  return GTK_WIDGET (self);
}

/**
 * soleus_day_page_get_night:
 * @self: a page
 *
 * Returns: the night that it shows
 */
SoleusDate
soleus_day_page_get_night (SoleusDayPage *self)
{
  g_return_val_if_fail (SOLEUS_IS_DAY_PAGE (self), SOLEUS_DATE_NONE);

  return self->night;
}
