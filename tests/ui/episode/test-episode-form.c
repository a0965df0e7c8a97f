/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The questions about one cramp: what a press does to the draft, and that every answer can be taken back. */
#include "ui/episode/soleus-episode-form.h"

#include "soleus-ui-test.h"

#define NOW "2026-03-03T08:10:00+01:00"

typedef struct
{
  SoleusUiTest *test;
  SoleusEpisodeDraft *draft;
  GtkWidget *form;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer kind)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  fixture->test = soleus_ui_test_new (NOW);
  fixture->draft = soleus_episode_draft_new (fixture->test->clock, soleus_ui_test_date ("2026-03-03"));
  fixture->form = soleus_episode_form_new ((SoleusFormKind) GPOINTER_TO_INT (kind), fixture->test->clock);
  soleus_episode_form_set_draft (SOLEUS_EPISODE_FORM (fixture->form), fixture->draft);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), fixture->form);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  soleus_ui_test_show (fixture->test, scroller, 560, 700);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer kind)
{
  g_clear_object (&fixture->draft);
  soleus_ui_test_free (fixture->test);
}

static void
press (Fixture    *fixture,
       const char *name)
{
  GtkWidget *button = soleus_ui_test_find (fixture->test, GTK_TYPE_BUTTON, name);

  if (button == NULL)
    g_test_message ("There is no button “%s”.", name);
  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  soleus_ui_test_settle (fixture->test);
}

static void
type (Fixture    *fixture,
      const char *name,
      const char *text)
{
  GtkWidget *entry = soleus_ui_test_find (fixture->test, GTK_TYPE_ENTRY, name);

  g_assert_nonnull (entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  soleus_ui_test_settle (fixture->test);
}

static const char *
read_entry (Fixture    *fixture,
            const char *name)
{
  GtkWidget *entry = soleus_ui_test_find (fixture->test, GTK_TYPE_ENTRY, name);

  g_assert_nonnull (entry);
  return gtk_editable_get_text (GTK_EDITABLE (entry));
}

static gboolean
is_on (Fixture    *fixture,
       const char *name)
{
  return gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (soleus_ui_test_find (fixture->test, GTK_TYPE_TOGGLE_BUTTON, name)));
}

static gint64
get_number (Fixture    *fixture,
            const char *field)
{
  return soleus_row_get_number (soleus_episode_draft_get_values (fixture->draft), field, -1);
}

static const char *
get_word (Fixture    *fixture,
          const char *field)
{
  return soleus_row_get_text (soleus_episode_draft_get_values (fixture->draft), field);
}

/* Nothing is chosen at first, and each answer can be switched off again. */
static void
test_switch_off (Fixture      *fixture,
                 gconstpointer kind)
{
  static const char *const names[] = {
    "Left calf", "Pain 0 of 10", "5 minutes", "Asleep", "Up to a day", "Some", "Fell", "Between 2 and 4 at night",
  };

  g_assert_false (soleus_episode_draft_says_anything (fixture->draft));
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_assert_false (is_on (fixture, names[i]));
      press (fixture, names[i]);
      g_assert_true (is_on (fixture, names[i]));
      g_assert_true (soleus_episode_draft_says_anything (fixture->draft));
      press (fixture, names[i]);
      g_assert_false (is_on (fixture, names[i]));
      g_assert_false (soleus_episode_draft_says_anything (fixture->draft));
    }
}

static void
test_doings (Fixture      *fixture,
             gconstpointer kind)
{
  static const char *const names[] = { "Asleep", "In bed, awake", "Resting", "Sitting", "Standing", "Walking", "Exercise", "After exercise" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      press (fixture, names[i]);
      g_assert_cmpstr (get_word (fixture, "doing"), ==, soleus_doings.words[i]);
    }
  g_assert_null (soleus_doings.words[G_N_ELEMENTS (names)]);
}

static void
test_duration (Fixture      *fixture,
               gconstpointer kind)
{
  press (fixture, "2 minutes");
  g_assert_cmpint (get_number (fixture, "seconds"), ==, 120);
  g_assert_cmpstr (read_entry (fixture, "Minutes that it lasted"), ==, "2");

  type (fixture, "Minutes that it lasted", "10");
  g_assert_true (is_on (fixture, "10 minutes"));
  type (fixture, "Minutes that it lasted", "7.5");
  g_assert_false (is_on (fixture, "10 minutes"));
  g_assert_cmpint (get_number (fixture, "seconds"), ==, 450);

  press (fixture, "Not sure how long");
  g_assert_cmpint (get_number (fixture, "seconds"), ==, -1);
  g_assert_true (is_on (fixture, "Not sure how long"));
  g_assert_cmpstr (read_entry (fixture, "Minutes that it lasted"), ==, "");

  type (fixture, "Minutes that it lasted", "long");
  g_assert_false (soleus_episode_form_is_readable (SOLEUS_EPISODE_FORM (fixture->form)));
  press (fixture, "1 minute");
  g_assert_true (soleus_episode_form_is_readable (SOLEUS_EPISODE_FORM (fixture->form)));
  g_assert_cmpint (get_number (fixture, "seconds"), ==, 60);
}

/* The last one typed wins; the other follows. */
static void
test_duration_and_end (Fixture      *fixture,
                       gconstpointer kind)
{
  type (fixture, "Time when it started", "2:40");
  type (fixture, "Minutes that it lasted", "6");
  g_assert_cmpstr (read_entry (fixture, "Time when it ended"), ==, "2:46");
  type (fixture, "Time when it ended", "250");
  g_assert_cmpstr (read_entry (fixture, "Minutes that it lasted"), ==, "10");
  g_assert_true (is_on (fixture, "10 minutes"));
  type (fixture, "Time when it started", "2:45");
  g_assert_true (is_on (fixture, "5 minutes"));

  press (fixture, "It is over");
  g_assert_null (soleus_ui_test_find (fixture->test, GTK_TYPE_ENTRY, "Time when it ended"));
  g_assert_cmpint (soleus_row_get_answer (soleus_episode_draft_get_values (fixture->draft), "open"), ==, SOLEUS_YES);
  press (fixture, "It is over");
  g_assert_cmpstr (read_entry (fixture, "Time when it ended"), ==, "");
}

static void
test_sore (Fixture      *fixture,
           gconstpointer kind)
{
  press (fixture, "Longer");
  g_assert_cmpint (get_number (fixture, "sore_hours"), ==, -1);
  type (fixture, "Hours that it was sore", "12");
  g_assert_false (soleus_episode_form_is_readable (SOLEUS_EPISODE_FORM (fixture->form)));
  type (fixture, "Hours that it was sore", "36");
  g_assert_true (soleus_episode_form_is_readable (SOLEUS_EPISODE_FORM (fixture->form)));
  g_assert_cmpint (get_number (fixture, "sore_hours"), ==, 36);
  press (fixture, "Up to a day");
  g_assert_cmpint (get_number (fixture, "sore_hours"), ==, 24);
  g_assert_null (soleus_ui_test_find (fixture->test, GTK_TYPE_ENTRY, "Hours that it was sore"));
}

/* The chooser is looked through by typing; Enter takes the first that fits. */
static void
test_tried (Fixture      *fixture,
            gconstpointer kind)
{
  GtkWidget *opener;
  const SoleusRow *values = soleus_episode_draft_get_values (fixture->draft);

  for (guint i = 0; i < 2; i++)
    {
      opener = soleus_ui_test_find (fixture->test, GTK_TYPE_MENU_BUTTON, "Add what you tried");
      g_assert_nonnull (opener);
      gtk_widget_grab_focus (opener);
      soleus_ui_test_settle (fixture->test);
      soleus_ui_test_press (fixture->test, opener);
      for (const char *p = "rub"; *p != '\0' && i == 0; p++)
        soleus_ui_test_key (fixture->test, (char[]) { *p, '\0' });
      soleus_ui_test_press (fixture->test, soleus_ui_test_find (fixture->test, GTK_TYPE_BUTTON, i == 0 ? "Rubbed the muscle" : "Walked around"));
    }
  g_assert_cmpuint (soleus_row_get_n_rows (values, "tried"), ==, 2);
  g_assert_cmpstr (soleus_row_get_text (soleus_row_get_row (values, "tried", 0), "action"), ==, "A8");
  g_assert_cmpstr (soleus_row_get_text (soleus_row_get_row (values, "tried", 1), "action"), ==, "A7");

  /* The new row's answers have the focus */
  soleus_ui_test_key (fixture->test, "Right");
  soleus_ui_test_key (fixture->test, "space");
  g_assert_cmpstr (soleus_row_get_text (soleus_row_get_row (values, "tried", 1), "helped"), ==, "a-little");
  g_assert_false (soleus_row_has (soleus_row_get_row (values, "tried", 0), "helped"));

  press (fixture, "Remove: Rubbed the muscle");
  g_assert_cmpuint (soleus_row_get_n_rows (values, "tried"), ==, 1);
  g_assert_cmpstr (soleus_row_get_text (soleus_row_get_row (values, "tried", 0), "action"), ==, "A7");
  g_assert_true (is_on (fixture, "A little"));
}

/* Several drafts take turns in one form. */
static void
test_other_draft (Fixture      *fixture,
                  gconstpointer kind)
{
  g_autoptr (SoleusEpisodeDraft) other = soleus_episode_draft_new (fixture->test->clock, soleus_ui_test_date ("2026-03-03"));
  g_autoptr (SoleusRecord) before = NULL;

  press (fixture, "Left calf");
  press (fixture, "Exact time");
  type (fixture, "Time when it started", "1:10");
  press (fixture, "Longer");
  before = soleus_record_copy (soleus_episode_draft_get_record (fixture->draft));

  soleus_episode_form_set_draft (SOLEUS_EPISODE_FORM (fixture->form), other);
  g_assert_false (is_on (fixture, "Left calf"));
  g_assert_false (is_on (fixture, "Exact time"));
  g_assert_false (is_on (fixture, "Longer"));
  press (fixture, "Right calf");
  press (fixture, "Pain 9 of 10");
  g_assert_true (soleus_record_says_same (soleus_episode_draft_get_record (fixture->draft), before));

  soleus_episode_form_set_draft (SOLEUS_EPISODE_FORM (fixture->form), fixture->draft);
  g_assert_true (is_on (fixture, "Left calf"));
  g_assert_true (is_on (fixture, "Exact time"));
  g_assert_cmpstr (read_entry (fixture, "Time when it started"), ==, "1:10");
  g_assert_false (is_on (fixture, "Pain 9 of 10"));
  g_assert_true (soleus_record_says_same (soleus_episode_draft_get_record (fixture->draft), before));
}

static void
test_note (Fixture      *fixture,
           gconstpointer kind)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (soleus_ui_test_find (fixture->test, GTK_TYPE_TEXT_VIEW, "Note")));
  g_autofree char *too_long = g_strnfill (SOLEUS_DRAFT_NOTE_LENGTH + 50, 'x');

  gtk_text_buffer_set_text (buffer, "Walked\nfar", -1);
  g_assert_cmpstr (get_word (fixture, "note"), ==, "Walked\nfar");
  gtk_text_buffer_set_text (buffer, too_long, -1);
  g_assert_cmpint (gtk_text_buffer_get_char_count (buffer), ==, SOLEUS_DRAFT_NOTE_LENGTH);
  g_assert_cmpuint (strlen (get_word (fixture, "note")), ==, SOLEUS_DRAFT_NOTE_LENGTH);
  gtk_text_buffer_set_text (buffer, "", -1);
  g_assert_null (get_word (fixture, "note"));
}

#define ADD(name, kind, func) g_test_add ("/episode-form/" name, Fixture, GINT_TO_POINTER (kind), set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  soleus_ui_test_init (&argc, &argv);
  ADD ("switch-off", SOLEUS_FORM_NIGHT, test_switch_off);
  ADD ("doings", SOLEUS_FORM_NIGHT, test_doings);
  ADD ("duration", SOLEUS_FORM_NIGHT, test_duration);
  ADD ("duration-and-end", SOLEUS_FORM_MOMENT, test_duration_and_end);
  ADD ("sore", SOLEUS_FORM_MOMENT, test_sore);
  ADD ("tried", SOLEUS_FORM_NIGHT, test_tried);
  ADD ("other-draft", SOLEUS_FORM_NIGHT, test_other_draft);
  ADD ("note", SOLEUS_FORM_MOMENT, test_note);
  return g_test_run ();
}
