/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The answers are hidden behind "Change", so that nothing is changed by a stray press while reading. */
#include "config.h"

#include "ui/diary/soleus-night-section.h"

#include <glib/gi18n.h>

#include "app/soleus-month.h"
#include "app/soleus-words.h"
#include "ui/compat/soleus-accessible.h"
#include "ui/diary/soleus-day-section.h"
#include "ui/diary/soleus-night-answer-ask.h"
#include "ui/widgets/soleus-action-row.h"
#include "ui/widgets/soleus-choice.h"
#include "ui/widgets/soleus-flow.h"
#include "ui/widgets/soleus-night-mark.h"

/* Yes or no, kept with the night. */
static const struct
{
  const char *field;
  const char *question;
  const char *yes; /* as it is said of a night */
  const char *no;
} questions[] = {
  { "enough_sleep", N_("Enough sleep?"), N_("Enough sleep"), N_("Not enough sleep") },
  { "sleep_lost_to_cramps", N_("Sleep lost to cramps?"), N_("Sleep lost to cramps"), N_("No sleep lost to cramps") },
  { "sleep_worry", N_("Sleep lost to worry about cramps?"), N_("Sleep lost to worry about cramps"), N_("No sleep lost to worry about cramps") },
};

#define N_QUESTIONS G_N_ELEMENTS (questions)

struct _SoleusNightSection
{
  GtkWidget parent_instance;

  SoleusContext *context;
  SoleusDate night;
  GtkWidget *section;
  GtkWidget *state;
  GtkWidget *mark;
  GtkWidget *change;
  GtkWidget *details;
  GtkWidget *answers;
  SoleusChoice *choices[N_QUESTIONS];
  gboolean is_showing;
};

G_DEFINE_FINAL_TYPE (SoleusNightSection, soleus_night_section, GTK_TYPE_WIDGET)

static void
set_open (SoleusNightSection *self,
          gboolean            is_open)
{
  gtk_widget_set_visible (self->answers, is_open);
  gtk_button_set_label (GTK_BUTTON (self->change), is_open ? _("Done") : _("Change"));
  soleus_accessible_set_name (GTK_ACCESSIBLE (self->change), is_open ? _("Done changing this night") : _("Change what is said of this night"));
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->change), GTK_ACCESSIBLE_STATE_EXPANDED, is_open, -1);
}

static void
change_clicked_cb (SoleusNightSection *self)
{
  set_open (self, !gtk_widget_get_visible (self->answers));
  if (gtk_widget_get_visible (self->answers))
    gtk_widget_child_focus (self->answers, GTK_DIR_TAB_FORWARD);
}

static void
answer_clicked_cb (GtkWidget          *button,
                   SoleusNightSection *self)
{
  const char *said = g_object_get_data (G_OBJECT (button), "soleus-said");

  gtk_widget_grab_focus (self->change);
  set_open (self, FALSE);
  soleus_night_answer (GTK_WIDGET (self), self->context, self->night, said);
}

static void
more_clicked_cb (SoleusNightSection *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.record-night", "i", self->night);
}

static void
choice_changed_cb (SoleusChoice       *choice,
                   SoleusNightSection *self)
{
  const char *chosen = soleus_choice_get_selected (choice);
  g_autoptr (SoleusRecord) before = NULL;
  g_autoptr (SoleusRecord) after = NULL;
  g_autofree char *date = NULL, *said = NULL;

  if (self->is_showing)
    return;
  before = soleus_diary_get_night_record (soleus_context_get_diary (self->context), self->night, NULL);
  if (before == NULL)
    return;
  after = soleus_record_copy (before);
  for (guint i = 0; i < N_QUESTIONS; i++)
    if (self->choices[i] == choice)
      soleus_row_set_answer (soleus_record_get_values (after), questions[i].field,
                             chosen == NULL ? SOLEUS_NOT_ANSWERED : g_str_equal (chosen, "yes") ? SOLEUS_YES : SOLEUS_NO);
  date = soleus_words_date (self->night);
  said = g_strdup_printf (_("Saved: sleep, night to %s."), date);
  soleus_keeper_save (soleus_context_get_keeper (self->context), after, said);
}

static void
show_details (SoleusNightSection *self,
              const SoleusRow    *values)
{
  GString *text = g_string_new (NULL);

  if (soleus_row_has (values, "wakings_by_cramp"))
    {
      guint n = (guint) soleus_row_get_number (values, "wakings_by_cramp", 0);

      if (n == 0)
        g_string_append (text, _("Not woken by cramps"));
      else
        g_string_append_printf (text, ngettext ("Woken by cramps %u time", "Woken by cramps %u times", n), n);
    }
  for (guint i = 0; i < N_QUESTIONS; i++)
    {
      SoleusAnswer answer = soleus_row_get_answer (values, questions[i].field);

      if (answer == SOLEUS_NOT_ANSWERED)
        continue;
      if (text->len > 0)
        g_string_append_c (text, '\n');
      g_string_append (text, answer == SOLEUS_YES ? _(questions[i].yes) : _(questions[i].no));
    }
  gtk_label_set_label (GTK_LABEL (self->details), text->str);
  gtk_widget_set_visible (self->details, text->len > 0);
  g_string_free (text, TRUE);
}

static void
show_night (SoleusNightSection *self)
{
  SoleusDiary *diary = soleus_context_get_diary (self->context);
  g_autoptr (GArray) nights = soleus_diary_get_nights (diary, self->night, self->night, NULL);
  g_autoptr (SoleusRecord) record = soleus_diary_get_night_record (diary, self->night, NULL);
  const SoleusNight *night;
  g_autofree char *result = NULL, *date = NULL, *until = NULL;

  if (nights == NULL || record == NULL)
    return; /* what is shown stays; the next change tries again */
  night = &g_array_index (nights, SoleusNight, 0);
  result = soleus_words_night_result (night);
  date = soleus_words_date (self->night);
  /* Translators: below "The night": the morning that it led to */
  until = g_strdup_printf (C_("night", "To %s"), date);
  soleus_day_section_set_subtitle (SOLEUS_DAY_SECTION (self->section), until);
  soleus_action_row_set_title (SOLEUS_ACTION_ROW (self->state), result);
  soleus_night_mark_set (SOLEUS_NIGHT_MARK (self->mark), soleus_night_get_state (night), soleus_month_mark_count (night));
  show_details (self, soleus_record_get_values (record));

  self->is_showing = TRUE;
  for (guint i = 0; i < N_QUESTIONS; i++)
    {
      SoleusAnswer answer = soleus_row_get_answer (soleus_record_get_values (record), questions[i].field);

      soleus_choice_set_selected (self->choices[i], answer == SOLEUS_NOT_ANSWERED ? NULL : answer == SOLEUS_YES ? "yes" : "no");
    }
  self->is_showing = FALSE;
}

static void
diary_changed_cb (SoleusNightSection *self,
                  guint               kinds)
{
  if ((kinds & (SOLEUS_KIND_MASK (SOLEUS_KIND_NIGHT) | SOLEUS_KIND_MASK (SOLEUS_KIND_EPISODE))) != 0)
    show_night (self);
}

static void
soleus_night_section_dispose (GObject *object)
{
  SoleusNightSection *self = SOLEUS_NIGHT_SECTION (object);

  g_clear_pointer (&self->section, gtk_widget_unparent);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (soleus_night_section_parent_class)->dispose (object);
}

static void
soleus_night_section_class_init (SoleusNightSectionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = soleus_night_section_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
add_answer (SoleusNightSection *self,
            GtkWidget          *flow,
            const char         *label,
            const char         *said)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_add_css_class (button, "answer");
  g_object_set_data (G_OBJECT (button), "soleus-said", (gpointer) said);
  g_signal_connect (button, "clicked", G_CALLBACK (answer_clicked_cb), self);
  soleus_flow_append (SOLEUS_FLOW (flow), button);
}

static GtkWidget *
make_answers (SoleusNightSection *self)
{
  GtkWidget *flow = soleus_flow_new (8);
  GtkWidget *more = gtk_button_new_with_label (_("More about this night"));

  self->answers = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  soleus_flow_set_homogeneous (SOLEUS_FLOW (flow), TRUE);
  add_answer (self, flow, _("No cramp"), "none");
  add_answer (self, flow, _("Cramps"), "cramps");
  add_answer (self, flow, _("Not sure"), "unsure");
  add_answer (self, flow, _("Clear"), NULL);
  gtk_box_append (GTK_BOX (self->answers), flow);
  for (guint i = 0; i < N_QUESTIONS; i++)
    {
      GtkWidget *row = soleus_action_row_new (_(questions[i].question), NULL);
      GtkWidget *choice = soleus_choice_new (_(questions[i].question));

      self->choices[i] = SOLEUS_CHOICE (choice);
      soleus_choice_add (self->choices[i], "yes", _("Yes"), NULL);
      soleus_choice_add (self->choices[i], "no", _("No"), NULL);
      g_signal_connect (choice, "changed", G_CALLBACK (choice_changed_cb), self);
      soleus_action_row_add_suffix (SOLEUS_ACTION_ROW (row), choice);
      gtk_box_append (GTK_BOX (self->answers), row);
    }
  g_signal_connect_swapped (more, "clicked", G_CALLBACK (more_clicked_cb), self);
  gtk_box_append (GTK_BOX (self->answers), more);
  return self->answers;
}

static void
soleus_night_section_init (SoleusNightSection *self)
{
  self->section = soleus_day_section_new (_("The night"));
  self->state = soleus_action_row_new (NULL, NULL);
  self->mark = soleus_night_mark_new_decorative (SOLEUS_NIGHT_NOT_RECORDED, 0);
  soleus_action_row_set_prefix (SOLEUS_ACTION_ROW (self->state), self->mark);
  self->change = soleus_action_row_add_button (SOLEUS_ACTION_ROW (self->state), _("Change"), NULL);
  g_signal_connect_swapped (self->change, "clicked", G_CALLBACK (change_clicked_cb), self);
  self->details = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, NULL);

  soleus_day_section_add_row (SOLEUS_DAY_SECTION (self->section), self->state);
  soleus_day_section_add_row (SOLEUS_DAY_SECTION (self->section), make_answers (self));
  soleus_day_section_add_row (SOLEUS_DAY_SECTION (self->section), self->details);
  set_open (self, FALSE);
  gtk_widget_set_parent (self->section, GTK_WIDGET (self));
}

/**
 * soleus_night_section_new:
 * @context: the context
 *
 * Returns: (transfer floating): a section without a night
 */
GtkWidget *
soleus_night_section_new (SoleusContext *context)
{
  SoleusNightSection *self = g_object_new (SOLEUS_TYPE_NIGHT_SECTION, NULL);

  self->context = g_object_ref (context);
  g_signal_connect_object (soleus_context_get_diary (context), "changed", G_CALLBACK (diary_changed_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/**
 * soleus_night_section_set:
 * @self: a section
 * @night: the night that it is about from now on
 */
void
soleus_night_section_set (SoleusNightSection *self,
                          SoleusDate          night)
{
  g_return_if_fail (SOLEUS_IS_NIGHT_SECTION (self));

  self->night = night;
  set_open (self, FALSE);
  show_night (self);
}

/**
 * soleus_night_section_focus:
 * @self: a section
 *
 * Puts the focus on "Change".
 */
void
soleus_night_section_focus (SoleusNightSection *self)
{
  g_return_if_fail (SOLEUS_IS_NIGHT_SECTION (self));

  gtk_widget_grab_focus (self->change);
}
