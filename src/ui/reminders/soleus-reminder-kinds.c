/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows stay and only what they say changes, so that the focus stays where it is. What would be silent says why. */
#include "config.h"

#include "ui/reminders/soleus-reminder-kinds.h"

#include <glib/gi18n.h>

#include "app/soleus-drinks.h"
#include "app/soleus-left-out.h"
#include "app/soleus-reminder-rule-words.h"
#include "app/soleus-reminder-settings.h"
#include "app/soleus-reminder-words.h"
#include "app/soleus-trying.h"
#include "ui/compat/soleus-accessible.h"
#include "ui/reminders/soleus-reminder-dialog.h"
#include "ui/widgets/soleus-action-row.h"
#include "ui/widgets/soleus-build.h"

#define QUIET SOLEUS_N_REMINDERS /* the row after the kinds */

typedef struct
{
  SoleusReminderKinds *kinds;
  guint index; /* a kind, or QUIET */
  GtkWidget *row;
  GtkWidget *control;
  GtkWidget *edit;
} Row;

struct _SoleusReminderKinds
{
  GtkWidget parent_instance;

  SoleusContext *context;
  GtkWidget *box;
  Row rows[SOLEUS_N_REMINDERS + 1];
  gboolean updating;
};

G_DEFINE_FINAL_TYPE (SoleusReminderKinds, soleus_reminder_kinds, GTK_TYPE_WIDGET)

static const char *
get_title (const Row *row)
{
  return row->index == QUIET ? _("Quiet hours") : soleus_reminder_words_kind ((SoleusReminderKind) row->index);
}

/* Switching */

static void
show_switch (SoleusReminderKinds *self,
             Row                 *row,
             gboolean             on)
{
  self->updating = TRUE;
  gtk_switch_set_active (GTK_SWITCH (row->control), on);
  self->updating = FALSE;
}

/* A switch says what is on the disk. */
static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr (GtkWidget) control = data;
  Row *row = g_object_get_data (G_OBJECT (control), "row");

  if (!soleus_keeper_write_finish (SOLEUS_KEEPER (source), result, NULL) && gtk_widget_get_root (control) != NULL)
    show_switch (row->kinds, row, !gtk_switch_get_active (GTK_SWITCH (control)));
}

/* Whoever switches one on has found them: they need not be offered any more. */
static GPtrArray *
make_edits (SoleusDiary *diary,
            const Row   *row,
            gboolean     on)
{
  g_autoptr (SoleusReminderRules) settings = soleus_reminder_settings_read (diary, NULL);
  g_autoptr (SoleusRecord) reminding = settings != NULL ? soleus_reminder_settings_get_record (diary, NULL) : NULL;
  g_autoptr (SoleusRecord) reminder = NULL;
  g_autoptr (GPtrArray) edits = soleus_edits_new ();
  SoleusRow *values;

  if (reminding == NULL)
    return NULL;
  values = soleus_record_get_values (reminding);
  if (row->index == QUIET)
    {
      soleus_row_set_answer (values, "quiet", on ? SOLEUS_YES : SOLEUS_NO);
      soleus_row_set_number (values, "quiet_from", settings->quiet_from);
      soleus_row_set_number (values, "quiet_until", settings->quiet_until);
      soleus_edits_save (edits, reminding);
      return g_steal_pointer (&edits);
    }
  reminder = soleus_reminder_settings_turn (diary, (SoleusReminderKind) row->index, on, NULL);
  if (reminder == NULL)
    return NULL;
  soleus_edits_save (edits, reminder);
  if (on && !settings->offered)
    {
      soleus_row_set_answer (values, "offered", SOLEUS_YES);
      soleus_edits_save (edits, reminding);
    }
  return g_steal_pointer (&edits);
}

static void
switched_cb (Row *row)
{
  SoleusReminderKinds *self = row->kinds;
  gboolean on = gtk_switch_get_active (GTK_SWITCH (row->control));
  g_autoptr (GPtrArray) edits = NULL;
  g_autofree char *said = NULL;

  if (self->updating)
    return;
  edits = make_edits (soleus_context_get_diary (self->context), row, on);
  if (edits == NULL)
    {
      show_switch (self, row, !on);
      return;
    }
  /* Translators: %s is what a person is reminded of */
  said = g_strdup_printf (on ? _("Saved: %s, on.") : _("Saved: %s, off."), get_title (row));
  soleus_keeper_write (soleus_context_get_keeper (self->context), edits, said, written_cb, g_object_ref (row->control));
}

static void
edit_clicked_cb (Row *row)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (row->edit));

  if (row->index == QUIET)
    soleus_quiet_dialog_show (window, row->kinds->context);
  else
    soleus_reminder_dialog_show (window, row->kinds->context, (SoleusReminderKind) row->index);
}

/* A switch is a small target: a press anywhere on the row is one on it. */
static void
row_released_cb (Row *row)
{
  if (gtk_widget_get_sensitive (row->control))
    gtk_switch_set_active (GTK_SWITCH (row->control), !gtk_switch_get_active (GTK_SWITCH (row->control)));
}

/* What the rows say */

static char *
say_limit (SoleusReminderKinds *self)
{
  SoleusDiary *diary = soleus_context_get_diary (self->context);
  g_autoptr (SoleusRecord) profile = soleus_diary_get_single (diary, SOLEUS_KIND_PROFILE, NULL);
  g_autoptr (SoleusRisks) risks = soleus_risks_new (diary, soleus_clock_get_now (soleus_context_get_clock (self->context)));
  g_autofree char *reasons = soleus_left_out_say_why (risks, soleus_warnings_get_guidance (soleus_context_get_warnings (self->context)), SOLEUS_LIMIT_FLUID_CARE);

  if (profile == NULL || *reasons == '\0' || soleus_drinks_are_limited (soleus_record_get_values (profile), SOLEUS_LIMIT_NONE) ||
      soleus_row_get_answer (soleus_record_get_values (profile), "fluid_limit") == SOLEUS_YES)
    return g_strdup (_("Off because you set a fluid limit."));
  /* Translators: what the person told, such as "heart failure" */
  return g_strdup_printf (_("Off because of what you told Soleus: %s. Ask your care team how much to drink."), reasons);
}

static gboolean
has_schedule (const SoleusReminderBook *book)
{
  GPtrArray *medicines = soleus_medicine_book_get_medicines (book->medicines);

  for (guint i = 0; i < medicines->len; i++)
    {
      const SoleusMedicine *medicine = g_ptr_array_index (medicines, i);

      if (!soleus_medicine_is_over (medicine, soleus_time_get_date (book->facts.now)) && medicine->versions->len > 0)
        return TRUE;
    }
  return FALSE;
}

static const char *
say_silence (SoleusReminderKind         kind,
             const SoleusReminderRules *settings,
             const SoleusReminderBook  *book)
{
  if (kind == SOLEUS_REMINDER_DOSE && !has_schedule (book))
    return _("No medicine has a schedule yet.");
  /* The book leaves stretches out while a card about warning signs is open. */
  if (settings->rules[kind].on && !book->rules->rules[kind].on)
    return _("Silent while a card about warning signs is open.");
  return NULL;
}

static char *
describe (const SoleusReminderRules *settings,
          const SoleusReminderBook  *book,
          SoleusReminderKind         kind)
{
  g_autofree char *when = soleus_reminder_rule_say (settings, kind);
  g_autofree char *quieted = settings->rules[kind].on ? soleus_reminder_rule_say_quieted (settings, kind, book->medicines) : NULL;
  const char *silence = say_silence (kind, settings, book);
  GString *text = g_string_new (when);

  if (silence != NULL)
    g_string_append_printf (text, "\n%s", silence);
  if (quieted != NULL)
    g_string_append_printf (text, "\n%s", quieted);
  return g_string_free (text, FALSE);
}

static void
update_row (SoleusReminderKinds       *self,
            Row                       *row,
            const SoleusReminderRules *settings,
            const SoleusReminderBook  *book)
{
  gboolean limited = row->index == SOLEUS_REMINDER_DRINK && book->facts.drinks_limited;
  gboolean on = row->index == QUIET ? settings->quiet : settings->rules[row->index].on && !limited;
  g_autofree char *words = NULL;

  if (row->index == QUIET)
    words = soleus_reminder_rule_say_quiet (settings);
  else
    words = limited ? say_limit (self) : describe (settings, book, (SoleusReminderKind) row->index);
  soleus_action_row_set_subtitle (SOLEUS_ACTION_ROW (row->row), words);
  show_switch (self, row, on);
  gtk_widget_set_sensitive (row->control, !limited);
  gtk_widget_set_visible (row->edit, !limited);
}

/**
 * soleus_reminder_kinds_update:
 * @self: the rows
 * @settings: what the person set
 * @book: what reminders follow from at present
 *
 * Shows what the diary says.
 */
void
soleus_reminder_kinds_update (SoleusReminderKinds       *self,
                              const SoleusReminderRules *settings,
                              const SoleusReminderBook  *book)
{
  g_autoptr (GPtrArray) tried = soleus_trying_list (soleus_context_get_diary (self->context), TRUE, NULL);

  g_return_if_fail (SOLEUS_IS_REMINDER_KINDS (self));

  for (guint i = 0; i < G_N_ELEMENTS (self->rows); i++)
    update_row (self, &self->rows[i], settings, book);
  gtk_widget_set_visible (self->rows[SOLEUS_REMINDER_TRIAL].row, tried != NULL && tried->len > 0);
}

/* Building */

static void
add_row (SoleusReminderKinds *self,
         guint                index)
{
  Row *row = &self->rows[index];
  GtkWidget *controls = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkGesture *click = gtk_gesture_click_new ();
  g_autofree char *edit_name = NULL;

  row->kinds = self;
  row->index = index;
  row->row = soleus_action_row_new (get_title (row), NULL);
  /* Translators: %s is what a person is reminded of */
  edit_name = g_strdup_printf (_("Edit: %s"), get_title (row));
  row->edit = soleus_build_button (_("Edit"), edit_name, NULL);
  row->control = gtk_switch_new ();
  g_object_set_data (G_OBJECT (row->control), "row", row);
  soleus_accessible_set_name (GTK_ACCESSIBLE (row->control), get_title (row));
  gtk_widget_set_valign (row->control, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (row->edit, GTK_ALIGN_CENTER);
  gtk_widget_set_halign (controls, GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (controls), row->control);
  gtk_box_append (GTK_BOX (controls), row->edit);
  soleus_action_row_add_suffix (SOLEUS_ACTION_ROW (row->row), controls);
  g_signal_connect_swapped (row->control, "notify::active", G_CALLBACK (switched_cb), row);
  g_signal_connect_swapped (row->edit, "clicked", G_CALLBACK (edit_clicked_cb), row);
  g_signal_connect_swapped (click, "released", G_CALLBACK (row_released_cb), row);
  gtk_widget_add_controller (row->row, GTK_EVENT_CONTROLLER (click));
  gtk_box_append (GTK_BOX (self->box), row->row);
}

static gboolean
soleus_reminder_kinds_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (SOLEUS_REMINDER_KINDS (widget)->rows[0].control);
}

static gboolean
soleus_reminder_kinds_focus (GtkWidget       *widget,
                             GtkDirectionType direction)
{
  return gtk_widget_child_focus (SOLEUS_REMINDER_KINDS (widget)->box, direction);
}

static void
soleus_reminder_kinds_dispose (GObject *object)
{
  SoleusReminderKinds *self = SOLEUS_REMINDER_KINDS (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (soleus_reminder_kinds_parent_class)->dispose (object);
}

static void
soleus_reminder_kinds_class_init (SoleusReminderKindsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = soleus_reminder_kinds_dispose;
  widget_class->focus = soleus_reminder_kinds_focus;
  widget_class->grab_focus = soleus_reminder_kinds_grab_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
soleus_reminder_kinds_init (SoleusReminderKinds *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_add_css_class (self->box, "card");
  gtk_widget_add_css_class (self->box, "rows");
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

/**
 * soleus_reminder_kinds_new:
 * @context: what the window shows
 *
 * Returns: (transfer floating): the rows, which say nothing before soleus_reminder_kinds_update()
 */
GtkWidget *
soleus_reminder_kinds_new (SoleusContext *context)
{
  static const guint order[] = { SOLEUS_REMINDER_CHECK_IN, SOLEUS_REMINDER_STRETCH, SOLEUS_REMINDER_DRINK, SOLEUS_REMINDER_DOSE, SOLEUS_REMINDER_TRIAL, QUIET };
  SoleusReminderKinds *self = g_object_new (SOLEUS_TYPE_REMINDER_KINDS, NULL);

  self->context = g_object_ref (context);
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    add_row (self, order[i]);
  return GTK_WIDGET (self);
}
