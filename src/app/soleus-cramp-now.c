/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The open episode is written before anything is asked, and after every press, so that a crash or a power cut loses nothing: the
 * next start finds it and goes on. No advice is given before the signs were denied (section 4.0 of the clinical notes); after ten
 * minutes it is asked whether the cramp eases, and without a yes the advice is rule R8's. */
#include "config.h"

#include "app/soleus-cramp-now.h"

#include <glib/gi18n.h>

#include "app/soleus-left-out.h"
#include "app/soleus-safety-gate.h"
#include "model/soleus-check.h"
#include "model/soleus-episode.h"
#include "model/soleus-vocabulary.h"

/* Rule R8 [A1, A2]. The time to answer and to ask again are our own choice. */
#define LONG_SECONDS 600
#define ANSWER_SECONDS 60
#define ASK_AGAIN_SECONDS 300

/* An older open episode has an unknown length, and a new cramp is another one. */
#define OPEN_SECONDS 86400

struct _SoleusCrampNow
{
  GObject parent_instance;

  SoleusDiary *diary;
  SoleusKeeper *keeper;
  SoleusWarnings *warnings;
  SoleusLibrary *library;
  SoleusClock *clock;

  SoleusRecord *record;
  SoleusTime start;
  char *side; /* "left", "right", "both" or NULL */
  SoleusCrampStage stage;
  SoleusVerdict *verdict; /* that a warning is made of */
  SoleusRisks *risks;
  SoleusLimits limits;
  GPtrArray *steps; /* of the plan, borrowed; what is left out is stepped over */
  guint at;
  gboolean second;
  SoleusAnswer steady;
  gint64 ask_at;   /* seconds of the cramp at which it is asked whether it eases */
  gint64 asked_at; /* and at which it was */
  SoleusCrampStage before_asking;
};

G_DEFINE_FINAL_TYPE (SoleusCrampNow, soleus_cramp_now, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static SoleusTime
get_now (SoleusCrampNow *self)
{
  return soleus_clock_get_now (self->clock);
}

/* Writes */

static void
keep (SoleusCrampNow *self)
{
  g_autoptr (GPtrArray) edits = soleus_edits_new ();

  soleus_edits_save (edits, self->record);
  soleus_keeper_keep (self->keeper, edits, NULL, NULL);
}

/* The episode as it is now; another program or page may have changed it meanwhile. */
static SoleusRow *
get_row (SoleusCrampNow *self)
{
  g_autoptr (SoleusRecord) stored = soleus_diary_get (self->diary, soleus_record_get_uuid (self->record), NULL);

  if (stored != NULL && !soleus_keeper_is_waiting (self->keeper))
    {
      g_object_unref (self->record);
      self->record = soleus_record_copy (stored);
    }
  return soleus_record_get_values (self->record);
}

static void
go_to (SoleusCrampNow  *self,
       SoleusCrampStage stage)
{
  self->stage = stage;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* Steps */

static const SoleusReliefStep *
peek_step (SoleusCrampNow *self,
           guint           at)
{
  return self->steps != NULL && at < self->steps->len ? g_ptr_array_index (self->steps, at) : NULL;
}

static gboolean
must_ask_steady (SoleusCrampNow *self)
{
  return self->steady == SOLEUS_NOT_ANSWERED && soleus_left_out_sits_first (self->risks, get_now (self));
}

/* Whether a step is shown to this person; standing ones not to whom is not steady. */
static gboolean
is_shown (SoleusCrampNow *self,
          guint           at)
{
  const SoleusReliefStep *step = peek_step (self, at);

  return soleus_line_is_shown (&step->line, self->limits) && !(step->standing && self->steady == SOLEUS_NO);
}

/* The step is kept as tried the moment it is shown; whether it helped is not known yet. */
static void
note_tried (SoleusCrampNow *self)
{
  const SoleusReliefStep *step = peek_step (self, self->at);
  SoleusRow *row = get_row (self), *tried;

  for (guint i = 0; i < soleus_row_get_n_rows (row, "tried"); i++)
    if (g_strcmp0 (soleus_row_get_text (soleus_row_get_row (row, "tried", i), "action"), step->card) == 0)
      return;
  tried = soleus_row_add_row (row, "tried");
  soleus_row_set_text (tried, "action", step->card);
  soleus_row_set_number (tried, "started_after_min", MIN (soleus_cramp_now_get_seconds (self) / 60, 1440));
  keep (self);
}

static void
show_from (SoleusCrampNow *self,
           guint           at)
{
  while (peek_step (self, at) != NULL && !is_shown (self, at))
    at++;
  self->at = at;
  if (peek_step (self, at) == NULL)
    {
      go_to (self, SOLEUS_CRAMP_END);
      return;
    }
  if (peek_step (self, at)->standing && must_ask_steady (self))
    {
      go_to (self, SOLEUS_CRAMP_STEADY);
      return;
    }
  note_tried (self);
  go_to (self, SOLEUS_CRAMP_STEP);
}

static const char *
get_muscle (SoleusCrampNow *self)
{
  const SoleusRow *row = soleus_record_get_values (self->record);

  return soleus_row_get_n_rows (row, "sites") > 0 ? soleus_row_get_text (soleus_row_get_row (row, "sites", 0), "muscle") : NULL;
}

static void
start_steps (SoleusCrampNow *self)
{
  const SoleusRelief *relief = soleus_library_get_relief (self->library);

  g_clear_pointer (&self->risks, soleus_risks_free);
  self->risks = soleus_risks_new (self->diary, get_now (self));
  self->limits = soleus_left_out_find (self->risks, soleus_warnings_get_guidance (self->warnings), soleus_warnings_get_verdict (self->warnings), soleus_time_get_date (get_now (self)));
  self->steps = relief != NULL ? soleus_relief_get_steps (relief, get_muscle (self)) : NULL;
  show_from (self, 0);
}

/* After ten minutes it is asked, whatever is shown, but for a warning. */
static gboolean
may_ask (SoleusCrampNow *self)
{
  return self->stage == SOLEUS_CRAMP_STEP || self->stage == SOLEUS_CRAMP_END || self->stage == SOLEUS_CRAMP_STEADY;
}

static void
ask_easing (SoleusCrampNow *self)
{
  self->before_asking = self->stage;
  self->asked_at = soleus_cramp_now_get_seconds (self);
  go_to (self, SOLEUS_CRAMP_EASING);
}

/* The verdict without what follows from this cramp going on: that has its own question. */
static gboolean
is_warned (const SoleusVerdict *verdict)
{
  for (guint i = 0; verdict != NULL && i < verdict->findings->len; i++)
    {
      const SoleusFinding *finding = g_ptr_array_index (verdict->findings, i);

      if (finding->level >= SOLEUS_LEVEL_TODAY && !g_str_equal (finding->rule->id, "R8"))
        return TRUE;
    }
  return FALSE;
}

/* What the diary says now: a warning, an injury, or the way is free. */
static void
judge (SoleusCrampNow *self)
{
  if (is_warned (soleus_warnings_get_verdict (self->warnings)))
    go_to (self, SOLEUS_CRAMP_WARN);
  else if (soleus_safety_gate_was_hurt (self->diary, get_now (self)))
    go_to (self, SOLEUS_CRAMP_REST);
  else if (!soleus_safety_gate_was_denied (self->diary, get_now (self)))
    go_to (self, SOLEUS_CRAMP_SIGNS);
  else
    start_steps (self);
}

/* A cramp of this night that came before, to start where that one was. */
static void
copy_sites (SoleusCrampNow *self)
{
  SoleusDate night = soleus_time_get_night (self->start);
  g_autoptr (GPtrArray) episodes = soleus_diary_list (self->diary, SOLEUS_KIND_EPISODE, night, night, NULL);
  SoleusRow *row = soleus_record_get_values (self->record);

  for (guint i = episodes != NULL ? episodes->len : 0; i > 0; i--)
    {
      SoleusRecord *before = g_ptr_array_index (episodes, i - 1);
      const SoleusRow *old = soleus_record_get_values (before);

      if (g_str_equal (soleus_record_get_uuid (before), soleus_record_get_uuid (self->record)) || soleus_row_get_n_rows (old, "sites") == 0)
        continue;
      for (guint k = 0; k < soleus_row_get_n_rows (old, "sites"); k++)
        {
          const SoleusRow *site = soleus_row_get_row (old, "sites", k);
          SoleusRow *copy = soleus_row_add_row (row, "sites");

          soleus_row_set_text (copy, "muscle", soleus_row_get_text (site, "muscle"));
          if (soleus_row_has (site, "side"))
            soleus_row_set_text (copy, "side", soleus_row_get_text (site, "side"));
        }
      self->second = TRUE;
      return;
    }
}

static void
soleus_cramp_now_dispose (GObject *object)
{
  SoleusCrampNow *self = SOLEUS_CRAMP_NOW (object);

  g_clear_object (&self->record);
  g_clear_object (&self->warnings);
  g_clear_object (&self->keeper);
  g_clear_object (&self->diary);
  g_clear_pointer (&self->risks, soleus_risks_free);
  g_clear_pointer (&self->verdict, soleus_verdict_free);
  g_clear_pointer (&self->side, g_free);

  G_OBJECT_CLASS (soleus_cramp_now_parent_class)->dispose (object);
}

static void
soleus_cramp_now_class_init (SoleusCrampNowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = soleus_cramp_now_dispose;

  /**
   * SoleusCrampNow::changed:
   * @self: the cramp
   *
   * Something else is to be shown.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
soleus_cramp_now_init (SoleusCrampNow *self)
{
}

/**
 * soleus_cramp_now_find_open:
 * @diary: a diary
 *
 * Returns: (transfer full) (nullable): the newest cramp that has not stopped, if it began within a day
 */
SoleusRecord *
soleus_cramp_now_find_open (SoleusDiary *diary)
{
  SoleusTime now = soleus_clock_get_now (soleus_diary_get_clock (diary));
  SoleusDate night = soleus_time_get_night (now);
  g_autoptr (GPtrArray) episodes = soleus_diary_list (diary, SOLEUS_KIND_EPISODE, night - 1, night, NULL);
  SoleusRecord *open = NULL;
  gint64 newest = 0;

  for (guint i = 0; episodes != NULL && i < episodes->len; i++)
    {
      SoleusRecord *episode = g_ptr_array_index (episodes, i);
      SoleusTime start = { 0, 0 };

      if (soleus_row_get_answer (soleus_record_get_values (episode), "open") != SOLEUS_YES || !soleus_row_get_time (soleus_record_get_values (episode), "start", &start))
        continue;
      if (start.utc <= now.utc && now.utc - start.utc < OPEN_SECONDS && start.utc >= newest)
        {
          newest = start.utc;
          open = episode;
        }
    }
  return open != NULL ? g_object_ref (open) : NULL;
}

/**
 * soleus_cramp_now_new:
 * @diary: a diary
 * @keeper: its keeper
 * @warnings: its warnings
 * @library: the guides, which must live longer
 *
 * Goes on with the cramp that is open, or begins one, which is written at once.
 *
 * Returns: (transfer full): the cramp
 */
SoleusCrampNow *
soleus_cramp_now_new (SoleusDiary    *diary,
                      SoleusKeeper   *keeper,
                      SoleusWarnings *warnings,
                      SoleusLibrary  *library)
{
  SoleusCrampNow *self = g_object_new (SOLEUS_TYPE_CRAMP_NOW, NULL);
  g_autoptr (SoleusRecord) open = soleus_cramp_now_find_open (diary);
  SoleusRow *row;

  self->diary = g_object_ref (diary);
  self->keeper = g_object_ref (keeper);
  self->warnings = g_object_ref (warnings);
  self->library = library;
  self->clock = soleus_diary_get_clock (diary);
  self->steady = SOLEUS_NOT_ANSWERED;
  self->ask_at = LONG_SECONDS;
  if (open != NULL)
    {
      self->record = soleus_record_copy (open);
      soleus_row_get_time (soleus_record_get_values (open), "start", &self->start);
    }
  else
    {
      self->start = get_now (self);
      self->record = soleus_record_new (SOLEUS_KIND_EPISODE);
      row = soleus_record_get_values (self->record);
      soleus_row_set_time (row, "start", self->start);
      soleus_row_set_text (row, "precision", "exact");
      soleus_row_set_answer (row, "open", SOLEUS_YES);
      copy_sites (self);
      keep (self);
    }
  soleus_warnings_update (warnings);
  if (soleus_row_get_n_rows (soleus_record_get_values (self->record), "sites") > 0)
    judge (self);
  else if (is_warned (soleus_warnings_get_verdict (warnings)))
    go_to (self, SOLEUS_CRAMP_WARN);
  else
    go_to (self, SOLEUS_CRAMP_SIDE);
  soleus_cramp_now_tick (self);
  return self;
}

/**
 * soleus_cramp_now_get_record:
 * @self: the cramp
 *
 * Returns: (transfer none): the episode
 */
SoleusRecord *
soleus_cramp_now_get_record (SoleusCrampNow *self)
{
  return self->record;
}

/**
 * soleus_cramp_now_get_stage:
 * @self: the cramp
 *
 * Returns: what is to be shown
 */
SoleusCrampStage
soleus_cramp_now_get_stage (SoleusCrampNow *self)
{
  return self->stage;
}

/**
 * soleus_cramp_now_get_seconds:
 * @self: the cramp
 *
 * Returns: how long it lasts so far; once it has stopped, how long it lasted
 */
gint64
soleus_cramp_now_get_seconds (SoleusCrampNow *self)
{
  SoleusTime end = get_now (self);

  if (self->stage == SOLEUS_CRAMP_STOPPED)
    soleus_row_get_time (soleus_record_get_values (self->record), "end", &end);
  return MAX (end.utc - self->start.utc, 0);
}

/**
 * soleus_cramp_now_is_second:
 * @self: the cramp
 *
 * Returns: whether there was one before in this night, and this one begins where it was
 */
gboolean
soleus_cramp_now_is_second (SoleusCrampNow *self)
{
  return self->second;
}

/**
 * soleus_cramp_now_get_step:
 * @self: the cramp
 *
 * Returns: (transfer none) (nullable): the step that is shown
 */
const SoleusReliefStep *
soleus_cramp_now_get_step (SoleusCrampNow *self)
{
  return self->stage == SOLEUS_CRAMP_STEP ? peek_step (self, self->at) : NULL;
}

/**
 * soleus_cramp_now_step_helped:
 * @self: the cramp
 *
 * Returns: whether it was said that the step that is shown helped
 */
gboolean
soleus_cramp_now_step_helped (SoleusCrampNow *self)
{
  const SoleusReliefStep *step = soleus_cramp_now_get_step (self);
  const SoleusRow *row = soleus_record_get_values (self->record);

  for (guint i = 0; step != NULL && i < soleus_row_get_n_rows (row, "tried"); i++)
    {
      const SoleusRow *tried = soleus_row_get_row (row, "tried", i);

      if (g_strcmp0 (soleus_row_get_text (tried, "action"), step->card) == 0)
        return g_strcmp0 (soleus_row_get_text (tried, "helped"), "yes") == 0;
    }
  return FALSE;
}

/**
 * soleus_cramp_now_get_figure:
 * @self: the cramp
 *
 * Returns: (transfer none) (nullable): the picture of the step
 */
const SoleusFigure *
soleus_cramp_now_get_figure (SoleusCrampNow *self)
{
  const SoleusReliefStep *step = soleus_cramp_now_get_step (self);

  return step != NULL ? soleus_library_get_fitting_figure (self->library, step->figure, self->limits) : NULL;
}

/**
 * soleus_cramp_now_get_side:
 * @self: the cramp
 *
 * Returns: (transfer none) (nullable): "left" or "right", where it is one of them
 */
const char *
soleus_cramp_now_get_side (SoleusCrampNow *self)
{
  const SoleusRow *row = soleus_record_get_values (self->record);

  if (soleus_row_get_n_rows (row, "sites") == 1)
    return soleus_row_get_text (soleus_row_get_row (row, "sites", 0), "side");
  return g_strcmp0 (self->side, "both") != 0 ? self->side : NULL;
}

/**
 * soleus_cramp_now_get_verdict:
 * @self: the cramp
 *
 * Returns: (transfer none) (nullable): what the warning is made of
 */
const SoleusVerdict *
soleus_cramp_now_get_verdict (SoleusCrampNow *self)
{
  return self->verdict != NULL ? self->verdict : soleus_warnings_get_verdict (self->warnings);
}

/**
 * soleus_cramp_now_say_left_out:
 * @self: the cramp
 *
 * Returns: (transfer full) (nullable): which steps are left out and why, in one sentence
 */
char *
soleus_cramp_now_say_left_out (SoleusCrampNow *self)
{
  g_autoptr (GString) what = g_string_new (NULL);
  g_autofree char *why = NULL;
  guint limits = SOLEUS_LIMIT_NONE;

  for (guint i = 0; peek_step (self, i) != NULL; i++)
    {
      const SoleusReliefStep *step = peek_step (self, i);

      if (!soleus_line_is_left_out (&step->line, self->limits))
        continue;
      limits |= step->line.left_out_when & self->limits;
      g_string_append_printf (what, "%s%s", what->len > 0 ? ", " : "", step->line.left_out);
    }
  if (what->len == 0)
    return NULL;
  why = soleus_left_out_say_why (self->risks, soleus_warnings_get_guidance (self->warnings), (SoleusLimits) limits);
  /* Translators: what is left out, and the health conditions it was left out for */
  return g_strdup_printf (_("Left out for you: %s. You told us about %s."), what->str, why);
}

/**
 * soleus_cramp_now_can_go_back:
 * @self: the cramp
 *
 * Returns: whether there is a step before this one
 */
gboolean
soleus_cramp_now_can_go_back (SoleusCrampNow *self)
{
  return self->stage == SOLEUS_CRAMP_MUSCLE || self->stage == SOLEUS_CRAMP_SIGNS || self->stage == SOLEUS_CRAMP_WHICH_SIGNS || may_ask (self);
}

/**
 * soleus_cramp_now_choose_side:
 * @self: the cramp
 * @side: (nullable): "left", "right" or "both"; %NULL where the person does not say
 */
void
soleus_cramp_now_choose_side (SoleusCrampNow *self,
                              const char     *side)
{
  g_return_if_fail (SOLEUS_IS_CRAMP_NOW (self));

  g_free (self->side);
  self->side = g_strdup (side);
  go_to (self, SOLEUS_CRAMP_MUSCLE);
}

static void
add_site (SoleusRow  *row,
          const char *muscle,
          const char *side)
{
  SoleusRow *site = soleus_row_add_row (row, "sites");

  soleus_row_set_text (site, "muscle", muscle);
  if (side != NULL)
    soleus_row_set_text (site, "side", side);
}

/**
 * soleus_cramp_now_choose_muscle:
 * @self: the cramp
 * @muscle: (nullable): a muscle in the words of the diary; %NULL where the person does not say
 */
void
soleus_cramp_now_choose_muscle (SoleusCrampNow *self,
                                const char     *muscle)
{
  SoleusRow *row;

  g_return_if_fail (SOLEUS_IS_CRAMP_NOW (self));

  row = get_row (self);
  soleus_row_clear (row, "sites");
  if (muscle != NULL && g_strcmp0 (self->side, "both") == 0)
    {
      add_site (row, muscle, "left");
      add_site (row, muscle, "right");
    }
  else if (muscle != NULL)
    add_site (row, muscle, self->side);
  keep (self);
  judge (self);
}

static void
keep_check (SoleusCrampNow    *self,
            const char *const *there)
{
  g_autoptr (SoleusRecord) check = soleus_safety_gate_make_check (get_now (self), there);
  g_autoptr (SoleusRecord) kept = NULL;

  soleus_row_set_text (soleus_record_get_values (check), "episode", soleus_record_get_uuid (self->record));
  g_clear_pointer (&self->verdict, soleus_verdict_free);
  self->verdict = soleus_warnings_judge (self->warnings, check);
  if (self->verdict != NULL)
    soleus_warnings_keep_check (self->warnings, check, self->verdict, &kept, TRUE);
}

/**
 * soleus_cramp_now_deny_signs:
 * @self: the cramp
 *
 * None of the signs is there: kept as a check, remembered until noon.
 */
void
soleus_cramp_now_deny_signs (SoleusCrampNow *self)
{
  g_return_if_fail (SOLEUS_IS_CRAMP_NOW (self));

  keep_check (self, NULL);
  if (is_warned (self->verdict))
    go_to (self, SOLEUS_CRAMP_WARN);
  else if (soleus_cramp_now_get_seconds (self) >= self->ask_at)
    {
      start_steps (self);
      ask_easing (self);
    }
  else
    start_steps (self);
}

/**
 * soleus_cramp_now_have_signs:
 * @self: the cramp
 *
 * One of the signs is there.
 */
void
soleus_cramp_now_have_signs (SoleusCrampNow *self)
{
  g_return_if_fail (SOLEUS_IS_CRAMP_NOW (self));

  go_to (self, SOLEUS_CRAMP_WHICH_SIGNS);
}

/**
 * soleus_cramp_now_name_signs:
 * @self: the cramp
 * @signs: (array zero-terminated=1): the facts of the signs that are there, at least one
 */
void
soleus_cramp_now_name_signs (SoleusCrampNow    *self,
                             const char *const *there)
{
  g_return_if_fail (SOLEUS_IS_CRAMP_NOW (self));
  g_return_if_fail (there != NULL && there[0] != NULL);

  keep_check (self, there);
  if (is_warned (self->verdict))
    go_to (self, SOLEUS_CRAMP_WARN);
  else
    go_to (self, SOLEUS_CRAMP_REST);
}

/**
 * soleus_cramp_now_answer_steady:
 * @self: the cramp
 * @steady: whether the person is steady on their feet
 */
void
soleus_cramp_now_answer_steady (SoleusCrampNow *self,
                                gboolean        steady)
{
  g_return_if_fail (SOLEUS_IS_CRAMP_NOW (self));

  self->steady = steady ? SOLEUS_YES : SOLEUS_NO;
  show_from (self, self->at);
}

/**
 * soleus_cramp_now_helped:
 * @self: the cramp
 *
 * The step that is shown helped.
 */
void
soleus_cramp_now_helped (SoleusCrampNow *self)
{
  const SoleusReliefStep *step;
  SoleusRow *row;

  g_return_if_fail (SOLEUS_IS_CRAMP_NOW (self));

  step = soleus_cramp_now_get_step (self);
  if (step == NULL)
    return;
  row = get_row (self);
  for (guint i = 0; i < soleus_row_get_n_rows (row, "tried"); i++)
    {
      SoleusRow *tried = soleus_row_get_row (row, "tried", i);

      if (g_strcmp0 (soleus_row_get_text (tried, "action"), step->card) == 0)
        soleus_row_set_text (tried, "helped", "yes");
    }
  keep (self);
  go_to (self, SOLEUS_CRAMP_STEP);
}

/**
 * soleus_cramp_now_next:
 * @self: the cramp
 *
 * Goes on to the next step; after the last, to the first again.
 */
void
soleus_cramp_now_next (SoleusCrampNow *self)
{
  g_return_if_fail (SOLEUS_IS_CRAMP_NOW (self));

  if (self->stage == SOLEUS_CRAMP_STEP)
    show_from (self, self->at + 1);
  else if (self->stage == SOLEUS_CRAMP_END)
    show_from (self, 0);
}

/**
 * soleus_cramp_now_back:
 * @self: the cramp
 *
 * Goes back one step.
 */
void
soleus_cramp_now_back (SoleusCrampNow *self)
{
  g_return_if_fail (SOLEUS_IS_CRAMP_NOW (self));

  if (self->stage == SOLEUS_CRAMP_MUSCLE)
    go_to (self, SOLEUS_CRAMP_SIDE);
  else if (self->stage == SOLEUS_CRAMP_SIGNS)
    go_to (self, SOLEUS_CRAMP_MUSCLE);
  else if (self->stage == SOLEUS_CRAMP_WHICH_SIGNS)
    go_to (self, SOLEUS_CRAMP_SIGNS);
  else if (may_ask (self))
    {
      guint at = self->at;

      while (at > 0 && !is_shown (self, at - 1))
        at--;
      if (at > 0)
        show_from (self, at - 1);
      else
        go_to (self, SOLEUS_CRAMP_MUSCLE);
    }
}

/**
 * soleus_cramp_now_answer_easing:
 * @self: the cramp
 * @easing: whether the cramp eases
 */
void
soleus_cramp_now_answer_easing (SoleusCrampNow *self,
                                gboolean        easing)
{
  g_return_if_fail (SOLEUS_IS_CRAMP_NOW (self));

  if (!easing)
    {
      go_to (self, SOLEUS_CRAMP_LATE);
      return;
    }
  self->ask_at = soleus_cramp_now_get_seconds (self) + ASK_AGAIN_SECONDS;
  go_to (self, self->before_asking);
}

/**
 * soleus_cramp_now_stop:
 * @self: the cramp
 *
 * It has stopped: the end is now.
 */
void
soleus_cramp_now_stop (SoleusCrampNow *self)
{
  SoleusRow *row;
  SoleusTime now;

  g_return_if_fail (SOLEUS_IS_CRAMP_NOW (self));

  if (self->stage == SOLEUS_CRAMP_STOPPED)
    return;
  row = get_row (self);
  now = get_now (self);
  if (now.utc < self->start.utc)
    now = self->start;
  soleus_row_clear (row, "open");
  soleus_row_set_time (row, "end", now);
  keep (self);
  go_to (self, SOLEUS_CRAMP_STOPPED);
}

/**
 * soleus_cramp_now_tick:
 * @self: the cramp
 *
 * Time has gone by: asks whether it eases when it is time to, and answers for a person who does not.
 */
void
soleus_cramp_now_tick (SoleusCrampNow *self)
{
  gint64 seconds;

  g_return_if_fail (SOLEUS_IS_CRAMP_NOW (self));

  seconds = soleus_cramp_now_get_seconds (self);
  if (self->stage == SOLEUS_CRAMP_EASING && seconds - self->asked_at >= ANSWER_SECONDS)
    soleus_cramp_now_answer_easing (self, FALSE);
  else if (may_ask (self) && seconds >= self->ask_at)
    ask_easing (self);
}
