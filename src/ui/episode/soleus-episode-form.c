/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every question may be left out, and every answer can be switched off again. The form shows a draft and changes it;
 * several drafts can take turns in one form. */
#include "config.h"

#include "ui/episode/soleus-episode-form.h"

#include <glib/gi18n.h>

#include "app/soleus-words.h"
#include "model/soleus-vocabulary.h"
#include "ui/episode/soleus-cramp-duration.h"
#include "ui/episode/soleus-cramp-start.h"
#include "ui/episode/soleus-night-start.h"
#include "ui/episode/soleus-note-field.h"
#include "ui/episode/soleus-question.h"
#include "ui/episode/soleus-sore-question.h"
#include "ui/episode/soleus-tried-list.h"
#include "ui/widgets/soleus-choice.h"
#include "ui/widgets/soleus-leg-map-view.h"
#include "ui/widgets/soleus-pain-scale.h"
#include "ui/widgets/soleus-site-list.h"

#define LEG_MAP_RESOURCE "/io/github/soleus_diary/Soleus/legmap.json"
#define GROUP_SPACING 24

enum
{
  QUESTION_WOKE,
  QUESTION_DOING,
  QUESTION_IMPACT,
  QUESTION_FELL,
  N_QUESTIONS,
};

/* The questions with one answer out of a few words; "woke" is a yes or no. */
static const struct
{
  const char *title;
  const char *field;
  const SoleusVocabulary *words;
} questions[N_QUESTIONS] = {
  [QUESTION_WOKE] = { N_("Did it wake you?"), "woke", NULL },
  [QUESTION_DOING] = { N_("What were you doing?"), "doing", &soleus_doings },
  [QUESTION_IMPACT] = { N_("Did it get in the way of your day?"), "impact", &soleus_impacts },
  [QUESTION_FELL] = { N_("Did you fall, or almost fall?"), "fell", &soleus_falls },
};

struct _SoleusEpisodeForm
{
  GtkWidget parent_instance;

  GSignalGroup *draft_signals;
  SoleusEpisodeDraft *draft;
  SoleusSites *sites;
  gboolean updating;

  GtkWidget *box;
  GtkWidget *start;       /* for a moment */
  GtkWidget *night_start; /* for a night */
  GtkWidget *duration;
  GtkWidget *map;         /* NULL where the drawing could not be read */
  GtkWidget *site_list;
  GtkWidget *pain;
  GtkWidget *choices[N_QUESTIONS];
  GtkWidget *tried;
  GtkWidget *sore;
  GtkWidget *note;
};

G_DEFINE_FINAL_TYPE (SoleusEpisodeForm, soleus_episode_form, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static const SoleusRow *
get_values (SoleusEpisodeForm *self)
{
  return soleus_episode_draft_get_values (self->draft);
}

/* From the form to the draft */

static void
add_site (const char *muscle,
          const char *side,
          gpointer    data)
{
  SoleusEpisodeForm *self = data;

  soleus_episode_draft_set_site (self->draft, muscle, side, TRUE);
}

static void
sites_changed_cb (SoleusEpisodeForm *self)
{
  const SoleusRow *values;

  if (self->draft == NULL || self->updating)
    return;

  self->updating = TRUE;
  values = get_values (self);
  for (guint i = soleus_row_get_n_rows (values, "sites"); i-- > 0;)
    {
      const SoleusRow *site = soleus_row_get_row (values, "sites", i);
      const char *muscle = soleus_row_get_text (site, "muscle"), *side = soleus_row_get_text (site, "side");

      if (!soleus_sites_contains (self->sites, muscle, side))
        soleus_episode_draft_set_site (self->draft, muscle, side, FALSE);
    }
  soleus_sites_foreach (self->sites, add_site, self);
  self->updating = FALSE;
}

static void
pain_changed_cb (SoleusEpisodeForm *self)
{
  int pain = soleus_pain_scale_get_value (SOLEUS_PAIN_SCALE (self->pain));

  if (self->draft != NULL && !self->updating)
    soleus_episode_draft_set_number (self->draft, "pain", pain == SOLEUS_PAIN_UNKNOWN ? SOLEUS_DRAFT_NONE : pain);
}

static void
choice_changed_cb (SoleusChoice      *choice,
                   SoleusEpisodeForm *self)
{
  const char *id = soleus_choice_get_selected (choice);

  if (self->draft == NULL || self->updating)
    return;
  for (int i = 0; i < N_QUESTIONS; i++)
    if (self->choices[i] != GTK_WIDGET (choice))
      continue;
    else if (questions[i].words != NULL)
      soleus_episode_draft_set_word (self->draft, questions[i].field, id);
    else
      soleus_episode_draft_set_answer (self->draft, questions[i].field, id == NULL ? SOLEUS_NOT_ANSWERED : g_str_equal (id, "yes") ? SOLEUS_YES : SOLEUS_NO);
}

/* From the draft to the form */

static void
show_sites (SoleusEpisodeForm *self)
{
  soleus_sites_clear (self->sites);
  for (guint i = 0; i < soleus_row_get_n_rows (get_values (self), "sites"); i++)
    {
      const SoleusRow *site = soleus_row_get_row (get_values (self), "sites", i);

      soleus_sites_add (self->sites, soleus_row_get_text (site, "muscle"), soleus_row_get_text (site, "side"));
    }
}

static void
show_answers (SoleusEpisodeForm *self)
{
  soleus_pain_scale_set_value (SOLEUS_PAIN_SCALE (self->pain), (int) soleus_row_get_number (get_values (self), "pain", SOLEUS_PAIN_UNKNOWN));
  for (int i = 0; i < N_QUESTIONS; i++)
    if (questions[i].words != NULL)
      soleus_choice_set_selected (SOLEUS_CHOICE (self->choices[i]), soleus_row_get_text (get_values (self), questions[i].field));
    else
      {
        SoleusAnswer answer = soleus_row_get_answer (get_values (self), questions[i].field);

        soleus_choice_set_selected (SOLEUS_CHOICE (self->choices[i]), answer == SOLEUS_NOT_ANSWERED ? NULL : answer == SOLEUS_YES ? "yes" : "no");
      }
}

static gboolean
sites_fit (SoleusEpisodeForm *self)
{
  guint n = soleus_row_get_n_rows (get_values (self), "sites");

  for (guint i = 0; i < n; i++)
    {
      const SoleusRow *site = soleus_row_get_row (get_values (self), "sites", i);

      if (!soleus_sites_contains (self->sites, soleus_row_get_text (site, "muscle"), soleus_row_get_text (site, "side")))
        return FALSE;
    }
  return n == soleus_sites_get_size (self->sites);
}

static void
draft_changed_cb (SoleusEpisodeForm *self)
{
  if (!self->updating)
    {
      self->updating = TRUE;
      if (!sites_fit (self))
        show_sites (self);
      show_answers (self);
      self->updating = FALSE;
    }
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
soleus_episode_form_dispose (GObject *object)
{
  SoleusEpisodeForm *self = SOLEUS_EPISODE_FORM (object);

  g_clear_object (&self->draft_signals);
  g_clear_object (&self->draft);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->sites);

  G_OBJECT_CLASS (soleus_episode_form_parent_class)->dispose (object);
}

static void
soleus_episode_form_class_init (SoleusEpisodeFormClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = soleus_episode_form_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);

  /**
   * SoleusEpisodeForm::changed:
   * @self: the form
   *
   * The draft changed, or the person typed something that cannot be read.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
soleus_episode_form_init (SoleusEpisodeForm *self)
{
  self->sites = soleus_sites_new ();
  g_signal_connect_object (self->sites, "changed", G_CALLBACK (sites_changed_cb), self, G_CONNECT_SWAPPED);
  self->draft_signals = g_signal_group_new (SOLEUS_TYPE_EPISODE_DRAFT);
  g_signal_group_connect_swapped (self->draft_signals, "changed", G_CALLBACK (draft_changed_cb), self);
}

static GtkWidget *
make_where (SoleusEpisodeForm *self)
{
  SoleusLegMap *map = soleus_episode_form_get_map ();
  GtkWidget *answers = gtk_box_new (GTK_ORIENTATION_VERTICAL, SOLEUS_QUESTION_SPACING);

  if (map != NULL)
    {
      self->map = soleus_leg_map_view_new (map, self->sites);
      self->site_list = soleus_site_list_new (map, self->sites);
      gtk_box_append (GTK_BOX (answers), self->map);
      gtk_box_append (GTK_BOX (answers), self->site_list);
    }
  return soleus_question_new (_("Where was it?"), answers);
}

static GtkWidget *
make_pain (SoleusEpisodeForm *self)
{
  self->pain = soleus_pain_scale_new (_("How bad was it?"));
  g_signal_connect_swapped (self->pain, "notify::value", G_CALLBACK (pain_changed_cb), self);
  return soleus_question_new (_("How bad was it?"), self->pain);
}

static GtkWidget *
make_question (SoleusEpisodeForm *self,
               int                which)
{
  GtkWidget *choice = soleus_choice_new (_(questions[which].title));
  const SoleusVocabulary *words = questions[which].words;

  if (words == NULL)
    {
      soleus_choice_add (SOLEUS_CHOICE (choice), "yes", _("Yes"), NULL);
      soleus_choice_add (SOLEUS_CHOICE (choice), "no", _("No"), NULL);
    }
  for (guint i = 0; words != NULL && words->words[i] != NULL; i++)
    soleus_choice_add (SOLEUS_CHOICE (choice), words->words[i], soleus_words_word (words, words->words[i]), NULL);
  g_signal_connect (choice, "changed", G_CALLBACK (choice_changed_cb), self);
  self->choices[which] = choice;
  return soleus_question_new (_(questions[which].title), choice);
}

static void
append (SoleusEpisodeForm *self,
        GtkWidget         *question)
{
  gtk_box_append (GTK_BOX (self->box), question);
}

static void
build (SoleusEpisodeForm *self,
       SoleusFormKind     kind,
       SoleusClock       *clock)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, GROUP_SPACING);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));

  self->duration = soleus_cramp_duration_new (kind == SOLEUS_FORM_MOMENT);
  self->tried = soleus_tried_list_new ();
  if (kind == SOLEUS_FORM_MOMENT)
    {
      append (self, self->start = soleus_cramp_start_new (clock));
      append (self, self->duration);
      append (self, make_where (self));
      append (self, make_pain (self));
    }
  else
    {
      append (self, make_where (self));
      append (self, self->night_start = soleus_night_start_new ());
      append (self, make_pain (self));
      append (self, self->duration);
    }
  append (self, make_question (self, QUESTION_WOKE));
  append (self, make_question (self, QUESTION_DOING));
  append (self, self->tried);
  append (self, self->sore = soleus_sore_question_new ());
  append (self, make_question (self, QUESTION_IMPACT));
  append (self, make_question (self, QUESTION_FELL));
  append (self, self->note = soleus_note_field_new ());
}

/**
 * soleus_episode_form_new:
 * @kind: how it asks for the start
 * @clock: the clock
 *
 * Returns: (transfer floating): a form; it needs a draft to be of use
 */
GtkWidget *
soleus_episode_form_new (SoleusFormKind kind,
                         SoleusClock   *clock)
{
  SoleusEpisodeForm *self = g_object_new (SOLEUS_TYPE_EPISODE_FORM, NULL);

  build (self, kind, clock);
  return GTK_WIDGET (self);
}

/**
 * soleus_episode_form_set_draft:
 * @self: a form
 * @draft: the cramp that it is about from now on
 */
void
soleus_episode_form_set_draft (SoleusEpisodeForm  *self,
                               SoleusEpisodeDraft *draft)
{
  g_return_if_fail (SOLEUS_IS_EPISODE_FORM (self));
  g_return_if_fail (SOLEUS_IS_EPISODE_DRAFT (draft));

  self->updating = TRUE;
  g_set_object (&self->draft, draft);
  g_signal_group_set_target (self->draft_signals, draft);
  if (self->start != NULL)
    soleus_cramp_start_set_draft (SOLEUS_CRAMP_START (self->start), draft);
  if (self->night_start != NULL)
    soleus_night_start_set_draft (SOLEUS_NIGHT_START (self->night_start), draft);
  soleus_cramp_duration_set_draft (SOLEUS_CRAMP_DURATION (self->duration), draft);
  soleus_tried_list_set_draft (SOLEUS_TRIED_LIST (self->tried), draft);
  soleus_sore_question_set_draft (SOLEUS_SORE_QUESTION (self->sore), draft);
  soleus_note_field_set_draft (SOLEUS_NOTE_FIELD (self->note), draft);
  show_sites (self);
  show_answers (self);
  self->updating = FALSE;
}

/**
 * soleus_episode_form_is_readable:
 * @self: a form
 *
 * Returns: whether everything that was typed could be read
 */
gboolean
soleus_episode_form_is_readable (SoleusEpisodeForm *self)
{
  g_return_val_if_fail (SOLEUS_IS_EPISODE_FORM (self), TRUE);

  return (self->start == NULL || soleus_cramp_start_is_readable (SOLEUS_CRAMP_START (self->start))) &&
         (self->night_start == NULL || soleus_night_start_is_readable (SOLEUS_NIGHT_START (self->night_start))) &&
         soleus_cramp_duration_is_readable (SOLEUS_CRAMP_DURATION (self->duration)) &&
         soleus_sore_question_is_readable (SOLEUS_SORE_QUESTION (self->sore));
}

/**
 * soleus_episode_form_focus_first:
 * @self: a form
 *
 * Focuses the first question.
 */
void
soleus_episode_form_focus_first (SoleusEpisodeForm *self)
{
  g_return_if_fail (SOLEUS_IS_EPISODE_FORM (self));

  if (self->start != NULL)
    gtk_widget_grab_focus (self->start);
  else
    gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

/**
 * soleus_episode_form_focus_unanswered:
 * @self: a form
 *
 * Focuses the first question that has no answer, or the first one if all have.
 */
void
soleus_episode_form_focus_unanswered (SoleusEpisodeForm *self)
{
  const SoleusRow *values;

  g_return_if_fail (SOLEUS_IS_EPISODE_FORM (self));

  values = get_values (self);
  if (!soleus_row_has (values, "start"))
    gtk_widget_grab_focus (self->start != NULL ? self->start : self->night_start);
  else if (soleus_episode_draft_get_over (self->draft) && !soleus_row_has (values, "seconds") && !soleus_row_has (values, "end"))
    gtk_widget_grab_focus (self->duration);
  else if (!soleus_row_has (values, "sites") && self->site_list != NULL)
    gtk_widget_child_focus (self->site_list, GTK_DIR_TAB_FORWARD);
  else if (!soleus_row_has (values, "pain"))
    gtk_widget_grab_focus (self->pain);
  else if (!soleus_row_has (values, "woke"))
    gtk_widget_grab_focus (self->choices[QUESTION_WOKE]);
  else if (!soleus_row_has (values, "doing"))
    gtk_widget_grab_focus (self->choices[QUESTION_DOING]);
  else if (!soleus_row_has (values, "tried"))
    gtk_widget_grab_focus (self->tried);
  else if (!soleus_row_has (values, "sore_hours"))
    gtk_widget_grab_focus (self->sore);
  else if (!soleus_row_has (values, "impact"))
    gtk_widget_grab_focus (self->choices[QUESTION_IMPACT]);
  else if (!soleus_row_has (values, "fell"))
    gtk_widget_grab_focus (self->choices[QUESTION_FELL]);
  else if (!soleus_row_has (values, "note"))
    gtk_widget_grab_focus (self->note);
  else
    soleus_episode_form_focus_first (self);
}

/**
 * soleus_episode_form_get_sites:
 * @self: a form
 *
 * Returns: (transfer none): where it was, for another view of the same places
 */
SoleusSites *
soleus_episode_form_get_sites (SoleusEpisodeForm *self)
{
  g_return_val_if_fail (SOLEUS_IS_EPISODE_FORM (self), NULL);

  return self->sites;
}

/**
 * soleus_episode_form_set_map_visible:
 * @self: a form
 * @visible: whether the form shows the leg map itself; the list of places is always there
 */
void
soleus_episode_form_set_map_visible (SoleusEpisodeForm *self,
                                     gboolean           visible)
{
  g_return_if_fail (SOLEUS_IS_EPISODE_FORM (self));

  if (self->map != NULL)
    gtk_widget_set_visible (self->map, visible);
}

/**
 * soleus_episode_form_get_map:
 *
 * Returns: (transfer none) (nullable): the drawing that all forms share, or %NULL where it could not be read
 */
SoleusLegMap *
soleus_episode_form_get_map (void)
{
  static SoleusLegMap *map = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  if (map != NULL)
    return map;
  bytes = g_resources_lookup_data (LEG_MAP_RESOURCE, G_RESOURCE_LOOKUP_FLAGS_NONE, &error);
  if (bytes != NULL)
    map = soleus_leg_map_new (bytes, &error);
  if (map == NULL)
    g_warning ("The leg map cannot be read: %s", error->message);
  return map;
}
