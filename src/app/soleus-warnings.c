/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An emergency stays until a person answers it, whatever the clock says meanwhile, so it is kept as a verdict in the diary the
 * moment it is found. What a person has answered is known by the rules that fired and the records that they used: the same
 * sign in a new check is a new emergency. */
#include "config.h"

#include "app/soleus-warnings.h"

#include <glib/gi18n.h>

#include "app/soleus-triage-gather.h"
#include "app/soleus-words.h"
#include "model/soleus-episode.h"
#include "model/soleus-vocabulary.h"
#include "triage/soleus-verdict-record.h"

/* How far back an answered or open card still matters. */
#define VERDICT_NIGHTS 60
#define UPDATE_SECONDS 60
#define DAY_SECONDS 86400

/* What is kept where a person puts the offer of a check off. */
#define OFFER_PROMPT "offer-check"

struct _SoleusWarnings
{
  GObject parent_instance;

  SoleusDiary *diary;
  SoleusKeeper *keeper;
  SoleusGuidance *guidance;
  SoleusVerdict *verdict;
  SoleusRecord *emergency;
  SoleusRecord *answered;
  GPtrArray *verdicts; /* of the last weeks, oldest first */
  GPtrArray *prompts;  /* what was answered before, oldest first */
  SoleusOffer offer;
  gboolean today_is_answered;
  gboolean updating;
  guint idle;
  guint tick;
};

G_DEFINE_FINAL_TYPE (SoleusWarnings, soleus_warnings, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static SoleusTime
get_now (SoleusWarnings *self)
{
  return soleus_clock_get_now (soleus_diary_get_clock (self->diary));
}

/* What fired at a level and by which records. */
static GHashTable *
list_keys (const SoleusVerdict *verdict,
           SoleusLevel          level)
{
  GHashTable *keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < verdict->findings->len; i++)
    {
      const SoleusFinding *finding = g_ptr_array_index (verdict->findings, i);
      gboolean any = FALSE;

      if (finding->level != level)
        continue;
      for (guint k = 0; k < finding->facts->len; k++)
        {
          const SoleusUsedFact *used = g_ptr_array_index (finding->facts, k);

          if (used->record == NULL)
            continue;
          g_hash_table_add (keys, g_strconcat (finding->rule->id, "|", used->record, NULL));
          any = TRUE;
        }
      if (!any)
        g_hash_table_add (keys, g_strconcat (finding->rule->id, "|", NULL));
    }
  return keys;
}

static gboolean
is_answered (SoleusRecord *verdict)
{
  const char *word = soleus_row_get_text (soleus_record_get_values (verdict), "acknowledgement");

  return word != NULL && !g_str_equal (word, "mistake");
}

static gboolean
is_emergency (SoleusRecord *verdict)
{
  return g_strcmp0 (soleus_row_get_text (soleus_record_get_values (verdict), "level"), "emergency") == 0;
}

/* The newest answered verdict, if those that were answered say all that this one says at a level. */
static SoleusRecord *
find_cover (SoleusWarnings      *self,
            const SoleusVerdict *verdict,
            SoleusLevel          level)
{
  g_autoptr (GHashTable) keys = list_keys (verdict, level);
  SoleusRecord *cover = NULL;

  for (guint i = 0; self->verdicts != NULL && i < self->verdicts->len; i++)
    {
      SoleusRecord *record = g_ptr_array_index (self->verdicts, i);
      g_autoptr (SoleusVerdict) old = NULL;
      guint before = g_hash_table_size (keys);

      if (!is_answered (record))
        continue;
      old = soleus_verdict_read (record, self->guidance->rules);
      for (int of = (int) level; of <= SOLEUS_LEVEL_EMERGENCY; of++)
        {
          g_autoptr (GHashTable) said = list_keys (old, (SoleusLevel) of);
          GHashTableIter iter;
          gpointer key;

          g_hash_table_iter_init (&iter, said);
          while (g_hash_table_iter_next (&iter, &key, NULL))
            g_hash_table_remove (keys, key);
        }
      if (g_hash_table_size (keys) < before)
        cover = record;
    }
  return g_hash_table_size (keys) == 0 ? cover : NULL;
}

/* The check that an emergency rests on, if it is one. */
static const char *
find_check (const SoleusVerdict *verdict)
{
  const char *check = NULL;

  for (guint i = 0; i < verdict->findings->len; i++)
    {
      const SoleusFinding *finding = g_ptr_array_index (verdict->findings, i);

      for (guint k = 0; finding->level == SOLEUS_LEVEL_EMERGENCY && k < finding->facts->len; k++)
        {
          const SoleusUsedFact *used = g_ptr_array_index (finding->facts, k);

          if (used->record == NULL || soleus_vocabulary_find (&soleus_facts, used->fact) == NULL)
            continue;
          if (check != NULL && !g_str_equal (check, used->record))
            return NULL;
          check = used->record;
        }
    }
  return check;
}

/* Whether another verdict on the same check was marked as a mistake; there can be two where a write had to wait. */
static gboolean
was_mistake (SoleusWarnings *self,
             SoleusRecord   *verdict)
{
  const char *check = soleus_row_get_text (soleus_record_get_values (verdict), "check");

  for (guint i = 0; check != NULL && i < self->verdicts->len; i++)
    {
      const SoleusRow *row = soleus_record_get_values (g_ptr_array_index (self->verdicts, i));

      if (g_strcmp0 (soleus_row_get_text (row, "check"), check) == 0 && g_strcmp0 (soleus_row_get_text (row, "acknowledgement"), "mistake") == 0)
        return TRUE;
    }
  return FALSE;
}

static void
keep (SoleusWarnings *self,
      SoleusRecord   *record)
{
  g_autoptr (GPtrArray) edits = soleus_edits_new ();

  soleus_edits_save (edits, record);
  soleus_keeper_keep (self->keeper, edits, NULL, NULL);
}

/* The newest one that nobody answered; else the one that holds now, which is kept from here on. */
static void
find_emergency (SoleusWarnings *self)
{
  g_autoptr (SoleusRecord) before = g_steal_pointer (&self->emergency);

  for (guint i = self->verdicts->len; i > 0; i--)
    {
      SoleusRecord *record = g_ptr_array_index (self->verdicts, i - 1);
      g_autoptr (SoleusVerdict) old = NULL;

      if (!is_emergency (record) || soleus_row_has (soleus_record_get_values (record), "acknowledgement") || was_mistake (self, record))
        continue;
      old = soleus_verdict_read (record, self->guidance->rules);
      if (find_cover (self, old, SOLEUS_LEVEL_EMERGENCY) != NULL)
        continue;
      self->emergency = g_object_ref (record);
      return;
    }
  if (self->verdict->level != SOLEUS_LEVEL_EMERGENCY || find_cover (self, self->verdict, SOLEUS_LEVEL_EMERGENCY) != NULL)
    return;

  /* Where the diary cannot be written, the card is shown all the same. */
  if (before != NULL && soleus_record_get_life (before)->revision == 0)
    {
      self->emergency = g_steal_pointer (&before);
      return;
    }
  self->emergency = soleus_record_new (SOLEUS_KIND_VERDICT);
  soleus_verdict_write (self->verdict, self->emergency, find_check (self->verdict));
  if (soleus_diary_is_writable (self->diary))
    keep (self, self->emergency);
}

/* The offer of a check */

static gboolean
was_declined (SoleusWarnings *self,
              gint64          since)
{
  for (guint i = 0; i < self->prompts->len; i++)
    {
      SoleusRecord *prompt = g_ptr_array_index (self->prompts, i);
      SoleusTime at = { 0, 0 };

      soleus_record_get_when (prompt, &at);
      if (at.utc >= since && g_strcmp0 (soleus_row_get_text (soleus_record_get_values (prompt), "prompt"), OFFER_PROMPT) == 0)
        return TRUE;
    }
  return FALSE;
}

static gboolean
was_checked (SoleusWarnings *self,
             gint64          since)
{
  SoleusDate night = soleus_time_get_night (get_now (self));
  g_autoptr (GPtrArray) checks = soleus_diary_list (self->diary, SOLEUS_KIND_CHECK, night - 28, night, NULL);

  for (guint i = 0; checks != NULL && i < checks->len; i++)
    {
      SoleusRecord *check = g_ptr_array_index (checks, i);
      SoleusTime at = { 0, 0 };

      soleus_record_get_when (check, &at);
      if (at.utc >= since && soleus_row_get_answer (soleus_record_get_values (check), "finished") != SOLEUS_NO)
        return TRUE;
    }
  return FALSE;
}

static gboolean
has_calf (const SoleusRow *episode,
          const char      *side)
{
  return soleus_episode_has_site (episode, "calf", side) || soleus_episode_has_site (episode, "lower_calf", side);
}

/* A calf on one side that was sore for more than a day: asked again once that day is over. */
static gboolean
is_sore_again (SoleusRecord *episode,
               SoleusTime    now,
               gint64       *since)
{
  const SoleusRow *row = soleus_record_get_values (episode);
  gboolean left = has_calf (row, "left"), right = has_calf (row, "right");
  SoleusTime start;

  if (soleus_row_get_number (row, "sore_hours", 0) <= 24 || left == right)
    return FALSE;
  if (soleus_row_get_time (row, "start", &start))
    *since = start.utc + DAY_SECONDS;
  else
    *since = ((gint64) soleus_record_get_night (episode) + 1) * DAY_SECONDS;
  return now.utc >= *since && now.utc - *since < 3 * DAY_SECONDS;
}

static SoleusOffer
find_offer (SoleusWarnings *self)
{
  SoleusTime now = get_now (self);
  SoleusDate night = soleus_time_get_night (now);
  g_autoptr (GPtrArray) episodes = soleus_diary_list (self->diary, SOLEUS_KIND_EPISODE, night - 6, night, NULL);
  g_autoptr (SoleusRecord) morning = soleus_diary_get_night_record (self->diary, soleus_time_get_date (now), NULL);
  gint64 since = 0;

  for (guint i = 0; episodes != NULL && i < episodes->len; i++)
    {
      SoleusRecord *episode = g_ptr_array_index (episodes, i);
      SoleusTime start = { 0, 0 };
      gint64 sore;

      if (is_sore_again (episode, now, &sore) && !was_checked (self, sore) && !was_declined (self, sore))
        return SOLEUS_OFFER_SORE;
      /* What lies longer back was for its own morning. */
      if (soleus_record_get_when (episode, &start) ? now.utc - start.utc > DAY_SECONDS : soleus_record_get_night (episode) < soleus_time_get_date (now))
        continue;
      since = MAX (since, MAX (start.utc, soleus_record_get_life (episode)->created));
    }
  if (morning != NULL && g_strcmp0 (soleus_row_get_text (soleus_record_get_values (morning), "said"), "cramps") == 0)
    since = MAX (since, soleus_record_get_life (morning)->created);
  return since > 0 && !was_checked (self, since) && !was_declined (self, since) ? SOLEUS_OFFER_CRAMP : SOLEUS_OFFER_NONE;
}

/**
 * soleus_warnings_update:
 * @self: the warnings
 *
 * Judges the diary as of now. It happens by itself after every change, and every minute.
 */
void
soleus_warnings_update (SoleusWarnings *self)
{
  SoleusTime now = get_now (self);
  SoleusDate night = soleus_time_get_night (now);
  g_autoptr (GError) error = NULL;
  SoleusVerdict *verdict;

  g_return_if_fail (SOLEUS_IS_WARNINGS (self));

  if (self->updating || soleus_warnings_get_guidance (self) == NULL)
    return;
  verdict = soleus_triage_verdict (self->diary, self->guidance->rules, self->guidance->medicines, now, NULL, &error);
  if (verdict == NULL)
    {
      g_warning ("The diary could not be judged: %s", error->message);
      return;
    }
  self->updating = TRUE;
  g_clear_pointer (&self->verdict, soleus_verdict_free);
  g_clear_pointer (&self->verdicts, g_ptr_array_unref);
  g_clear_pointer (&self->prompts, g_ptr_array_unref);
  g_clear_object (&self->answered);
  self->verdict = verdict;
  self->verdicts = soleus_diary_list (self->diary, SOLEUS_KIND_VERDICT, night - VERDICT_NIGHTS, night + 1, NULL);
  self->prompts = soleus_diary_list (self->diary, SOLEUS_KIND_PROMPT, night - 120, night + 1, NULL);
  if (self->verdicts == NULL)
    self->verdicts = g_ptr_array_new_with_free_func (g_object_unref);
  if (self->prompts == NULL)
    self->prompts = g_ptr_array_new_with_free_func (g_object_unref);
  find_emergency (self);
  if (verdict->level == SOLEUS_LEVEL_EMERGENCY)
    g_set_object (&self->answered, find_cover (self, verdict, SOLEUS_LEVEL_EMERGENCY));
  self->today_is_answered = find_cover (self, verdict, SOLEUS_LEVEL_TODAY) != NULL;
  self->offer = find_offer (self);
  self->updating = FALSE;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static gboolean
idle_cb (gpointer data)
{
  SoleusWarnings *self = data;

  self->idle = 0;
  soleus_warnings_update (self);
  return G_SOURCE_REMOVE;
}

static gboolean
tick_cb (gpointer data)
{
  soleus_warnings_update (data);
  return G_SOURCE_CONTINUE;
}

static void
diary_changed_cb (SoleusWarnings *self)
{
  if (self->idle == 0)
    self->idle = g_idle_add (idle_cb, self);
}

static void
soleus_warnings_dispose (GObject *object)
{
  SoleusWarnings *self = SOLEUS_WARNINGS (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_handle_id (&self->tick, g_source_remove);
  g_clear_pointer (&self->verdict, soleus_verdict_free);
  g_clear_pointer (&self->verdicts, g_ptr_array_unref);
  g_clear_pointer (&self->prompts, g_ptr_array_unref);
  g_clear_object (&self->emergency);
  g_clear_object (&self->answered);
  g_clear_object (&self->keeper);
  g_clear_object (&self->diary);
  g_clear_pointer (&self->guidance, soleus_guidance_free);

  G_OBJECT_CLASS (soleus_warnings_parent_class)->dispose (object);
}

static void
soleus_warnings_class_init (SoleusWarningsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = soleus_warnings_dispose;

  /**
   * SoleusWarnings::changed:
   * @self: the warnings
   *
   * Something may be shown differently.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
soleus_warnings_init (SoleusWarnings *self)
{
}

/**
 * soleus_warnings_new:
 * @diary: a diary
 * @keeper: its keeper
 *
 * Returns: (transfer full): its warnings, which know nothing before the first update
 */
SoleusWarnings *
soleus_warnings_new (SoleusDiary  *diary,
                     SoleusKeeper *keeper)
{
  SoleusWarnings *self = g_object_new (SOLEUS_TYPE_WARNINGS, NULL);

  self->diary = g_object_ref (diary);
  self->keeper = g_object_ref (keeper);
  self->tick = g_timeout_add_seconds (UPDATE_SECONDS, tick_cb, self);
  g_signal_connect_object (diary, "changed", G_CALLBACK (diary_changed_cb), self, G_CONNECT_SWAPPED);
  return self;
}

/**
 * soleus_warnings_get_guidance:
 * @self: the warnings
 *
 * Returns: (transfer none) (nullable): the guidance; %NULL only where the program was built wrongly
 */
const SoleusGuidance *
soleus_warnings_get_guidance (SoleusWarnings *self)
{
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (SOLEUS_IS_WARNINGS (self), NULL);

  if (self->guidance == NULL)
    self->guidance = soleus_guidance_load (&error);
  if (self->guidance == NULL)
    g_critical ("The guidance cannot be read: %s", error->message);
  return self->guidance;
}

/**
 * soleus_warnings_get_verdict:
 * @self: the warnings
 *
 * Returns: (transfer none) (nullable): the verdict as of the last update
 */
const SoleusVerdict *
soleus_warnings_get_verdict (SoleusWarnings *self)
{
  g_return_val_if_fail (SOLEUS_IS_WARNINGS (self), NULL);

  return self->verdict;
}

/**
 * soleus_warnings_get_emergency:
 * @self: the warnings
 *
 * Returns: (transfer none) (nullable): the emergency that nobody has answered yet, as the verdict that gave it
 */
SoleusRecord *
soleus_warnings_get_emergency (SoleusWarnings *self)
{
  g_return_val_if_fail (SOLEUS_IS_WARNINGS (self), NULL);

  return self->emergency;
}

/**
 * soleus_warnings_get_answered:
 * @self: the warnings
 *
 * Returns: (transfer none) (nullable): the present emergency, once it is answered
 */
SoleusRecord *
soleus_warnings_get_answered (SoleusWarnings *self)
{
  g_return_val_if_fail (SOLEUS_IS_WARNINGS (self), NULL);

  return self->emergency == NULL ? self->answered : NULL;
}

/**
 * soleus_warnings_say_answer:
 * @verdict: a verdict that was answered
 *
 * Returns: (transfer full) (nullable): "You marked that you called at 7:52."
 */
char *
soleus_warnings_say_answer (SoleusRecord *verdict)
{
  const SoleusRow *row = soleus_record_get_values (verdict);
  const char *word = soleus_row_get_text (row, "acknowledgement");
  g_autofree char *time = NULL;
  SoleusTime at;

  if (word == NULL)
    return NULL;
  if (!soleus_row_get_time (row, "acknowledged", &at))
    soleus_record_get_when (verdict, &at);
  time = soleus_words_time (at);
  if (g_str_equal (word, "called"))
    return g_strdup_printf (_("You marked that you called at %s."), time);
  if (g_str_equal (word, "getting-help"))
    return g_strdup_printf (_("You marked at %s that you are getting help."), time);
  return g_strdup_printf (_("You marked this as a mistake at %s."), time);
}

static void
set_acknowledgement (SoleusRecord *verdict,
                     const char   *word,
                     SoleusTime    at)
{
  SoleusRow *row = soleus_record_get_values (verdict);

  soleus_row_set_text (row, "acknowledgement", word);
  soleus_row_set_time (row, "acknowledged", at);
}

/**
 * soleus_warnings_acknowledge:
 * @self: the warnings
 * @verdict: an emergency
 * @word: "called", "getting-help" or "mistake"
 *
 * Keeps what the person answered. A call, or help on its way, answers everything that is open; a mistake is only the one.
 */
void
soleus_warnings_acknowledge (SoleusWarnings *self,
                             SoleusRecord   *verdict,
                             const char     *word)
{
  g_autoptr (GPtrArray) edits = soleus_edits_new ();
  g_autoptr (SoleusRecord) answered = NULL;
  SoleusTime now = get_now (self);

  g_return_if_fail (SOLEUS_IS_WARNINGS (self));

  answered = soleus_record_copy (verdict);
  set_acknowledgement (answered, word, now);
  soleus_edits_save (edits, answered);
  for (guint i = 0; self->verdicts != NULL && !g_str_equal (word, "mistake") && i < self->verdicts->len; i++)
    {
      SoleusRecord *other = g_ptr_array_index (self->verdicts, i);
      g_autoptr (SoleusRecord) copy = NULL;

      if (!is_emergency (other) || soleus_row_has (soleus_record_get_values (other), "acknowledgement") ||
          g_str_equal (soleus_record_get_uuid (other), soleus_record_get_uuid (verdict)))
        continue;
      copy = soleus_record_copy (other);
      set_acknowledgement (copy, word, now);
      soleus_edits_save (edits, copy);
    }
  soleus_keeper_keep (self->keeper, edits, NULL, NULL);
  soleus_warnings_update (self);
}

/**
 * soleus_warnings_acknowledge_today:
 * @self: the warnings
 *
 * Keeps that the person has called about what asks for advice today.
 */
void
soleus_warnings_acknowledge_today (SoleusWarnings *self)
{
  g_autoptr (SoleusRecord) record = soleus_record_new (SOLEUS_KIND_VERDICT);

  g_return_if_fail (SOLEUS_IS_WARNINGS (self));

  if (self->verdict == NULL || self->verdict->level < SOLEUS_LEVEL_TODAY)
    return;
  soleus_verdict_write (self->verdict, record, NULL);
  set_acknowledgement (record, "called", get_now (self));
  keep (self, record);
  soleus_warnings_update (self);
}

/**
 * soleus_warnings_today_is_answered:
 * @self: the warnings
 *
 * Returns: whether the person has called about all that asks for advice today
 */
gboolean
soleus_warnings_today_is_answered (SoleusWarnings *self)
{
  g_return_val_if_fail (SOLEUS_IS_WARNINGS (self), FALSE);

  return self->today_is_answered;
}

/**
 * soleus_warnings_get_prompt:
 * @self: the warnings
 * @level: a level
 *
 * Returns: whether its advice is shown unasked
 */
SoleusPrompt
soleus_warnings_get_prompt (SoleusWarnings *self,
                            SoleusLevel     level)
{
  g_return_val_if_fail (SOLEUS_IS_WARNINGS (self), SOLEUS_PROMPT_MUTED);

  return self->verdict != NULL ? soleus_prompts_judge (self->verdict, level, self->prompts) : SOLEUS_PROMPT_MUTED;
}

/**
 * soleus_warnings_answer_prompt:
 * @self: the warnings
 * @level: the level whose card was answered
 * @answer: a word of #soleus_prompt_answers
 */
void
soleus_warnings_answer_prompt (SoleusWarnings *self,
                               SoleusLevel     level,
                               const char     *answer)
{
  g_autoptr (GPtrArray) edits = soleus_edits_new ();
  g_autoptr (GPtrArray) prompts = NULL;
  g_autofree char *said = NULL;

  g_return_if_fail (SOLEUS_IS_WARNINGS (self));

  if (self->verdict == NULL)
    return;
  prompts = soleus_prompts_answer (self->verdict, level, answer);
  for (guint i = 0; i < prompts->len; i++)
    soleus_edits_save (edits, g_ptr_array_index (prompts, i));
  if (prompts->len > 0)
    soleus_keeper_write (self->keeper, edits, g_str_equal (answer, "not-now") ? _("This card comes back in 14 days, or when something is new.") : _("Saved: your answer."), NULL, NULL);
  soleus_warnings_update (self);
}

/**
 * soleus_warnings_get_offer:
 * @self: the warnings
 *
 * Returns: why a check is offered, or that it is not
 */
SoleusOffer
soleus_warnings_get_offer (SoleusWarnings *self)
{
  g_return_val_if_fail (SOLEUS_IS_WARNINGS (self), SOLEUS_OFFER_NONE);

  return self->offer;
}

/**
 * soleus_warnings_decline_offer:
 * @self: the warnings
 *
 * The person does not want a check now; the next cramp offers one again.
 */
void
soleus_warnings_decline_offer (SoleusWarnings *self)
{
  g_autoptr (SoleusRecord) prompt = soleus_record_new (SOLEUS_KIND_PROMPT);
  SoleusRow *row = soleus_record_get_values (prompt);

  g_return_if_fail (SOLEUS_IS_WARNINGS (self));

  soleus_row_set_time (row, "at", get_now (self));
  soleus_row_set_text (row, "prompt", OFFER_PROMPT);
  soleus_row_set_text (row, "answer", "not-now");
  soleus_row_set_time (row, "answered", get_now (self));
  keep (self, prompt);
  soleus_warnings_update (self);
}

/**
 * soleus_warnings_judge:
 * @self: the warnings
 * @draft: (nullable): a check that is being answered
 *
 * Returns: (transfer full) (nullable): the verdict as of now, as if the draft stood in the diary
 */
SoleusVerdict *
soleus_warnings_judge (SoleusWarnings *self,
                       SoleusRecord   *draft)
{
  g_return_val_if_fail (SOLEUS_IS_WARNINGS (self), NULL);

  if (soleus_warnings_get_guidance (self) == NULL)
    return NULL;
  return soleus_triage_verdict (self->diary, self->guidance->rules, self->guidance->medicines, get_now (self), draft, NULL);
}

/**
 * soleus_warnings_keep_check:
 * @self: the warnings
 * @check: a check, finished or not
 * @verdict: the verdict with it
 * @record: (inout): the verdict as it is kept; %NULL before the first time
 * @finished: whether the person asked for the answer
 *
 * Keeps a check, and its verdict once it is an emergency or was asked for. An emergency that was answered before stays
 * answered.
 */
void
soleus_warnings_keep_check (SoleusWarnings      *self,
                            SoleusRecord        *check,
                            const SoleusVerdict *verdict,
                            SoleusRecord       **record,
                            gboolean             finished)
{
  g_autoptr (GPtrArray) edits = soleus_edits_new ();
  SoleusRecord *stored;
  SoleusRecord *cover;

  g_return_if_fail (SOLEUS_IS_WARNINGS (self));

  soleus_edits_save (edits, check);
  if (verdict->level == SOLEUS_LEVEL_EMERGENCY || finished || *record != NULL)
    {
      /* It may have been answered on another page meanwhile. */
      stored = *record != NULL ? soleus_diary_get (self->diary, soleus_record_get_uuid (*record), NULL) : NULL;
      if (stored != NULL)
        {
          g_autoptr (SoleusRecord) copy = soleus_record_copy (stored);

          g_object_unref (stored);
          g_set_object (record, copy);
        }
      else if (*record == NULL)
        *record = soleus_record_new (SOLEUS_KIND_VERDICT);
      cover = verdict->level == SOLEUS_LEVEL_EMERGENCY ? find_cover (self, verdict, SOLEUS_LEVEL_EMERGENCY) : NULL;
      soleus_verdict_write (verdict, *record, soleus_record_get_uuid (check));
      if (cover == NULL)
        {
          soleus_row_clear (soleus_record_get_values (*record), "acknowledgement");
          soleus_row_clear (soleus_record_get_values (*record), "acknowledged");
        }
      else
        {
          SoleusTime at = get_now (self);

          soleus_row_get_time (soleus_record_get_values (cover), "acknowledged", &at);
          set_acknowledgement (*record, soleus_row_get_text (soleus_record_get_values (cover), "acknowledgement"), at);
        }
      soleus_edits_save (edits, *record);
    }
  soleus_keeper_keep (self->keeper, edits, NULL, NULL);
  soleus_warnings_update (self);
}

/**
 * soleus_warnings_list_cards:
 * @self: the warnings
 * @verdict: a verdict
 *
 * Returns: (transfer full) (element-type SoleusCard): its cards
 */
GPtrArray *
soleus_warnings_list_cards (SoleusWarnings      *self,
                            const SoleusVerdict *verdict)
{
  g_autoptr (SoleusRisks) risks = NULL;

  g_return_val_if_fail (SOLEUS_IS_WARNINGS (self), NULL);

  risks = soleus_risks_new (self->diary, get_now (self));
  return soleus_cards_new (verdict, soleus_warnings_get_guidance (self), risks);
}

/**
 * soleus_warnings_read:
 * @self: the warnings
 * @record: a verdict of the diary
 *
 * Returns: (transfer full): it as it was given
 */
SoleusVerdict *
soleus_warnings_read (SoleusWarnings *self,
                      SoleusRecord   *record)
{
  g_return_val_if_fail (SOLEUS_IS_WARNINGS (self), NULL);

  return soleus_verdict_read (record, soleus_warnings_get_guidance (self)->rules);
}

/**
 * soleus_warnings_find_verdict:
 * @self: the warnings
 * @check: the identity of a check
 *
 * Returns: (transfer full) (nullable): the newest verdict that was given to it
 */
SoleusRecord *
soleus_warnings_find_verdict (SoleusWarnings *self,
                              const char     *check)
{
  g_autoptr (SoleusRecord) record = NULL;
  g_autoptr (GPtrArray) verdicts = NULL;
  SoleusDate night;

  g_return_val_if_fail (SOLEUS_IS_WARNINGS (self), NULL);

  record = soleus_diary_get (self->diary, check, NULL);
  if (record == NULL)
    return NULL;
  night = soleus_record_get_night (record);
  verdicts = soleus_diary_list (self->diary, SOLEUS_KIND_VERDICT, night - 1, night + 2, NULL);
  for (guint i = verdicts != NULL ? verdicts->len : 0; i > 0; i--)
    if (g_strcmp0 (soleus_row_get_text (soleus_record_get_values (g_ptr_array_index (verdicts, i - 1)), "check"), check) == 0)
      return g_object_ref (g_ptr_array_index (verdicts, i - 1));
  return NULL;
}
