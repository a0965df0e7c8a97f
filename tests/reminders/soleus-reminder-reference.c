/* SPDX-License-Identifier: GPL-3.0-or-later */
/* No instant is computed ahead in here: each question is asked of a moment. */
#include "reminders/soleus-reminder-reference.h"

#define DAY 1440
#define HOUR_S 3600

static gboolean
has_other_drink (const SoleusRefWorld *self,
                 gint64                civil,
                 gint64                base,
                 gboolean              put_off,
                 gint64                moment)
{
  GArray *named = self->rules[REF_DRINK].named;
  gint64 earliest = put_off ? soleus_test_wall_shows (self->wall, base) - 2 * DAY : civil + 1;

  for (guint i = soleus_ref_find_named (named, earliest); i < named->len; i++)
    {
      gint64 other = g_array_index (named, gint32, i), time = soleus_ref_time_of (self, other);

      if (time > moment)
        return FALSE;
      if (other != civil && time >= base)
        return TRUE;
    }
  return FALSE;
}

/* The window of a drink: that of its day, or the one that goes on from the day before. */
static gint64
find_window_over (const SoleusRefWorld *self,
                  gint64                civil)
{
  const SoleusRefRule *rule = &self->rules[REF_DRINK];
  gint64 opens = (gint64) soleus_ref_day_of (civil) * DAY + rule->from;

  if (opens > civil)
    opens -= DAY;
  return opens + soleus_ref_get_window_length (rule);
}

static gboolean
makes_sense (const SoleusRefWorld *self,
             int                   kind,
             gint64                civil,
             gint64                base,
             gboolean              put_off,
             gboolean              shown,
             gint64                moment)
{
  gint64 midnight = (gint64) soleus_ref_day_of (civil) * DAY;

  switch (kind)
    {
    case REF_CHECK_IN:
      return moment < base + 3 * HOUR_S || moment < soleus_ref_time_of (self, midnight + 18 * 60);
    case REF_TRIAL:
      return moment < base + 3 * HOUR_S || moment < soleus_ref_time_of (self, midnight + DAY);
    case REF_STRETCH:
      return moment < base + 2 * HOUR_S;
    default:
      if (has_other_drink (self, civil, base, put_off, moment))
        return FALSE;
      return shown || moment < base + 60 ||
             ((moment - base) * 2 < self->rules[REF_DRINK].every * 60 && moment < soleus_ref_time_of (self, find_window_over (self, civil)));
    }
}

static const char *
find_silence (const SoleusRefWorld *self,
              int                   kind,
              gint64                civil,
              gint64                time)
{
  gint64 clock = soleus_test_wall_shows (self->wall, time);

  switch (kind)
    {
    case REF_CHECK_IN:
      return g_hash_table_contains (self->nights, GINT_TO_POINTER (soleus_ref_day_of (civil))) ? "done" : NULL;
    case REF_DRINK:
      return self->goal == soleus_ref_day_of (civil) ? "goal" : NULL;
    case REF_STRETCH:
      for (guint i = 0; i < self->stretch_civils->len; i++)
        {
          gint64 stretch = g_array_index (self->stretch_civils, gint64, i);

          if (soleus_ref_day_of (stretch) == soleus_ref_day_of (civil) || soleus_ref_day_of (stretch + DAY / 2) == soleus_ref_day_of (clock + DAY / 2))
            return "done";
        }
      return NULL;
    default:
      for (guint i = 0; i < self->trials->len; i++)
        {
          SoleusRefSpan span = g_array_index (self->trials, SoleusRefSpan, i);

          if (soleus_ref_day_of (civil) >= span.start && (span.stop == 0 || soleus_ref_day_of (civil) < span.stop))
            return NULL;
        }
      return "no-trial";
    }
}

/* The ledger */

static gint64
identity_of (int    kind,
             gint64 civil)
{
  return civil * 8 + kind;
}

guint
soleus_ref_world_add_row (SoleusRefWorld *self,
                          int             kind,
                          gint64          civil)
{
  const SoleusRefRow row = { .kind = kind, .civil = civil };
  gint64 identity = identity_of (kind, civil);
  GArray *same = g_hash_table_lookup (self->by_identity, &identity);
  guint index = self->rows->len;

  if (same == NULL)
    {
      same = g_array_new (FALSE, FALSE, sizeof (guint));
      g_hash_table_insert (self->by_identity, g_memdup2 (&identity, sizeof identity), same);
    }
  g_array_append_val (self->rows, row);
  g_array_append_val (same, index);
  return index;
}

static SoleusRefRow *
get_row (const SoleusRefWorld *self,
         guint                 index)
{
  return &g_array_index (self->rows, SoleusRefRow, index);
}

/* What both computations are told of: the days looked back at with some more, and what lies ahead. */
gboolean
soleus_ref_world_is_in_ledger (const SoleusRefWorld *self,
                               const SoleusRefRow   *row)
{
  return row->at > self->now || row->civil >= soleus_test_wall_shows (self->wall, self->now) - (self->days_back + 3) * DAY;
}

static gboolean
is_void (const SoleusRefWorld *self,
         const SoleusRefRow   *row)
{
  if (row->state == REF_WITHDRAWN && g_strcmp0 (row->answer, "clock") == 0)
    return TRUE;
  if (row->state == REF_MISSED || row->state == REF_WITHDRAWN)
    return row->at > self->now;
  return row->at > self->now + 12 * HOUR_S;
}

static gboolean
is_newer (const SoleusRefRow *a,
          const SoleusRefRow *b)
{
  return a->at > b->at || (a->at == b->at && a->serial > b->serial);
}

/* The newest row of that time that counts, or that does not; for doses, that names the medicine; -1 if there is none. */
static int
find_newest (const SoleusRefWorld *self,
             int                   kind,
             gint64                civil,
             gboolean              wants_void,
             guint                 medicines)
{
  gint64 identity = identity_of (kind, civil);
  GArray *same = g_hash_table_lookup (self->by_identity, &identity);
  int newest = -1;

  for (guint i = 0; same != NULL && i < same->len; i++)
    {
      guint index = g_array_index (same, guint, i);
      const SoleusRefRow *row = get_row (self, index);

      if (is_void (self, row) != wants_void || !soleus_ref_world_is_in_ledger (self, row) || (wants_void && row->is_changed) ||
          (medicines != 0 && (row->medicines & medicines) == 0))
        continue;
      if (newest < 0 || is_newer (row, get_row (self, (guint) newest)))
        newest = (int) index;
    }
  return newest;
}

static void
change (SoleusRefWorld *self,
        SoleusRefRow   *row,
        int             state,
        const char     *answer)
{
  self->has_changed = TRUE;
  if (self->is_glance)
    return;
  row->state = state;
  row->answer = answer;
  row->answered = state == REF_ANSWERED ? self->now : 0;
  row->is_changed = TRUE;
  if ((state == REF_MISSED || state == REF_WITHDRAWN) && g_strcmp0 (answer, "clock") != 0)
    row->at = self->now;
  self->latest_at = MAX (self->latest_at, row->at);
}

static void
put_up (SoleusRefWorld *self,
        SoleusRefRow   *row)
{
  self->has_changed = TRUE;
  row->is_fresh = TRUE;
}

/* What becomes of a reminder: a state and its answer, or -1 while it waits. The doses are judged each for itself. */
static int
judge (SoleusRefWorld  *self,
       int              kind,
       gint64           civil,
       gint64           time,
       gint64           put_off,
       int              medicine,
       const char     **answer)
{
  gint64 base = put_off != 0 ? put_off : time;
  gboolean can_wait = kind == REF_DOSE || kind == REF_CHECK_IN;
  const char *silence = kind != REF_DOSE ? find_silence (self, kind, civil, time) : soleus_ref_is_answered (self, (guint) medicine, civil) ? "done" : NULL;

#define MAKES_SENSE(moment)                                                                   \
  (kind == REF_DOSE ? soleus_ref_is_dose_to_be_taken (self, (guint) medicine, time, moment) \
                    : makes_sense (self, kind, civil, base, put_off != 0, FALSE, moment))

  *answer = NULL;
  if (self->now < base)
    return -1;
  if (base < self->paused_until)
    {
      *answer = "paused";
      return REF_MISSED;
    }
  if (put_off == 0 && soleus_ref_world_is_quiet (self, time))
    {
      gint64 over = soleus_ref_find_quiet_over (self, time);

      if (can_wait && self->now < over)
        return -1;
      if (!can_wait || (!MAKES_SENSE (over) && !(kind == REF_DOSE && silence != NULL)))
        {
          *answer = "quiet";
          return REF_MISSED;
        }
    }
  if (silence != NULL)
    {
      *answer = silence;
      return REF_WITHDRAWN;
    }
  if (!MAKES_SENSE (self->now))
    return REF_MISSED;
  if (put_off == 0 && soleus_ref_world_is_quiet (self, self->now))
    {
      if (can_wait)
        return -1;
      *answer = "quiet";
      return REF_MISSED;
    }
  return REF_DUE;
#undef MAKES_SENSE
}

static void
carry_out (SoleusRefWorld *self,
           SoleusRefRow   *row,
           int             state,
           const char     *answer)
{
  if (state < 0)
    return;
  if (state != REF_DUE || row->state != REF_DUE)
    change (self, row, state, answer);
  if (state == REF_DUE)
    put_up (self, row);
}

static gboolean
was_one_shown_later (const SoleusRefWorld *self,
                     const SoleusRefRow   *row)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      const SoleusRefRow *other = get_row (self, i);

      if (other->kind == row->kind && other->shown > row->shown && soleus_ref_world_is_in_ledger (self, other) && !is_void (self, other))
        return TRUE;
    }
  return FALSE;
}

static void
review (SoleusRefWorld *self,
        guint           index)
{
  SoleusRefRow *row = get_row (self, index);
  gint64 time = soleus_ref_time_of (self, row->civil);
  const char *silence = find_silence (self, row->kind, row->civil, time), *answer;
  gboolean is_done = silence != NULL && !g_str_equal (silence, "no-trial");

  if (find_newest (self, row->kind, row->civil, FALSE, 0) != (int) index)
    return;
  if (row->state == REF_SHOWN && self->is_glance && !is_done)
    return; /* time alone changes nothing */
  if (row->state == REF_SHOWN)
    {
      gboolean is_open = makes_sense (self, row->kind, row->civil, row->put_off != 0 ? row->put_off : time, row->put_off != 0, TRUE, self->now) &&
                         !was_one_shown_later (self, row);

      if (is_open && is_done)
        change (self, row, REF_ANSWERED, "done");
      else
        row->is_open = is_open && silence == NULL;
    }
  else if (is_done)
    change (self, row, REF_ANSWERED, "done");
  else
    {
      int state = judge (self, row->kind, row->civil, time, row->put_off, -1, &answer);

      carry_out (self, row, state, answer);
    }
}

/* Of each medicine of a row: whether a newer row speaks for it, whether it was answered, is to be taken, or is late. */
static void
review_dose (SoleusRefWorld *self,
             guint           index)
{
  SoleusRefRow *row = get_row (self, index);
  guint coming = 0, left = 0;
  gboolean is_put_off = FALSE, is_answered_ = FALSE, is_to_be_taken = FALSE, waits = FALSE;
  const char *why = NULL;

  for (guint i = 0; i < self->n_medicines; i++)
    {
      const char *answer;
      gint64 time;
      int state;

      if ((row->medicines >> i & 1) == 0)
        continue;
      if (find_newest (self, REF_DOSE, row->civil, FALSE, 1u << i) != (int) index)
        is_put_off = TRUE;
      else if (soleus_ref_is_answered (self, i, row->civil))
        is_answered_ = TRUE;
      else if (soleus_ref_world_is_due (self, i, row->civil, &time))
        {
          left |= 1u << i;
          is_to_be_taken |= soleus_ref_is_dose_to_be_taken (self, i, time, self->now);
          state = judge (self, REF_DOSE, row->civil, time, row->put_off, (int) i, &answer);
          waits |= state < 0;
          if (state == REF_DUE)
            coming |= 1u << i;
          else if (answer != NULL)
            why = answer;
        }
    }

  if (left == 0 && (is_put_off || is_answered_))
    change (self, row, REF_ANSWERED, is_put_off ? "later" : "done");
  else if (row->state == REF_SHOWN)
    row->is_open = is_to_be_taken;
  else if (coming != 0)
    {
      if (coming != row->medicines)
        change (self, row, REF_DUE, NULL);
      if (!self->is_glance)
        row->medicines = coming;
      carry_out (self, row, REF_DUE, NULL);
    }
  else if (left != 0 && !waits)
    {
      change (self, row, REF_MISSED, why);
      if (!self->is_glance)
        row->medicines = left;
    }
  else if (left == 0 && self->now >= row->put_off)
    change (self, row, REF_WITHDRAWN, NULL);
}

static gboolean
applies (const SoleusRefWorld *self,
         int                   kind)
{
  return self->rules[kind].on && !(kind == REF_DRINK && self->limited);
}

/* The newest first, for the newest speaks for its medicines. At a glance only some late ones are looked at. */
static void
review_rows (SoleusRefWorld *self)
{
  g_autoptr (GArray) order = g_array_new (FALSE, FALSE, sizeof (guint));
  guint n_seen = 0;

  for (guint i = self->rows->len; i-- > 0 && (!self->is_glance || n_seen < 40);)
    {
      const SoleusRefRow *row = get_row (self, i);
      gboolean is_to_be_answered = row->state == REF_DUE || row->state == REF_SNOOZED || (row->state == REF_SHOWN && row->answer == NULL);
      guint k;

      n_seen++;
      if (!is_to_be_answered || !applies (self, row->kind) || !soleus_ref_world_is_in_ledger (self, row) || is_void (self, row))
        continue;
      g_array_append_val (order, i);
      for (k = order->len - 1; k > 0 && is_newer (row, get_row (self, g_array_index (order, guint, k - 1))); k--)
        g_array_index (order, guint, k) = g_array_index (order, guint, k - 1);
      g_array_index (order, guint, k) = i;
    }
  for (guint i = 0; i < order->len; i++)
    {
      guint index = g_array_index (order, guint, i);

      if (get_row (self, index)->kind == REF_DOSE)
        review_dose (self, index);
      else
        review (self, index);
    }
}

static void
write_row (SoleusRefWorld *self,
           int             kind,
           gint64          civil,
           int             state,
           const char     *answer,
           guint           medicines)
{
  int found = find_newest (self, kind, civil, TRUE, 0);
  SoleusRefRow *row;

  self->has_changed = TRUE;
  if (self->is_glance)
    return;
  row = get_row (self, found >= 0 ? (guint) found : soleus_ref_world_add_row (self, kind, civil));
  row->at = self->now;
  self->latest_at = MAX (self->latest_at, self->now);
  row->shown = row->answered = row->put_off = 0;
  row->state = state;
  row->answer = answer;
  row->medicines = medicines;
  row->is_changed = TRUE;
  row->is_fresh = state == REF_DUE;
}

/* Since when to look; at a glance, for what was due in the last days. */
static gint64
get_since (const SoleusRefWorld *self,
           int                   kind)
{
  gint64 since = self->now - (gint64) (self->is_glance ? MIN (self->days_back, 3) : self->days_back) * DAY * 60;

  return self->rules[kind].since <= self->now ? MAX (since, self->rules[kind].since) : since;
}

static void
add_new (SoleusRefWorld *self,
         int             kind)
{
  GArray *named = self->rules[kind].named;
  gint64 since = get_since (self, kind);

  for (guint i = soleus_ref_find_named (named, soleus_test_wall_shows (self->wall, since) - 2 * DAY); i < named->len; i++)
    {
      gint64 civil = g_array_index (named, gint32, i), time = soleus_ref_time_of (self, civil);
      const char *answer;
      int state;

      if (time > self->now)
        break;
      if (time < since || find_newest (self, kind, civil, FALSE, 0) >= 0)
        continue;
      state = judge (self, kind, civil, time, 0, -1, &answer);
      if (state >= 0)
        write_row (self, kind, civil, state, answer, 0);
    }
}

static void
add_new_doses_at (SoleusRefWorld *self,
                  gint64          civil)
{
  gint64 since = get_since (self, REF_DOSE);
  int states[SOLEUS_REF_MEDICINES];
  const char *answers[SOLEUS_REF_MEDICINES];
  guint open = 0, answered = 0, all;

  for (guint i = 0; i < self->n_medicines; i++)
    {
      gint64 time;

      if (!soleus_ref_world_is_due (self, i, civil, &time) || time > self->now || time < since || find_newest (self, REF_DOSE, civil, FALSE, 1u << i) >= 0)
        continue;
      states[i] = judge (self, REF_DOSE, civil, time, 0, (int) i, &answers[i]);
      if (soleus_ref_is_answered (self, i, civil))
        answered |= 1u << i;
      else
        open |= 1u << i;
    }
  all = open != 0 ? open : find_newest (self, REF_DOSE, civil, FALSE, 0) < 0 ? answered : 0;
  while (all != 0)
    {
      int first = g_bit_nth_lsf (all, -1);
      guint same = 0;

      for (guint i = 0; i < self->n_medicines; i++)
        if ((all >> i & 1) != 0 && states[i] == states[first] && g_strcmp0 (answers[i], answers[first]) == 0)
          same |= 1u << i;
      if (states[first] >= 0)
        write_row (self, REF_DOSE, civil, states[first], answers[first], same);
      all &= ~same;
    }
}

static void
add_new_doses (SoleusRefWorld *self)
{
  g_autoptr (GArray) civils = g_array_new (FALSE, FALSE, sizeof (gint32));
  gint64 first = soleus_test_wall_shows (self->wall, get_since (self, REF_DOSE)) - 2 * DAY, last = soleus_test_wall_shows (self->wall, self->now) + 2 * DAY;

  for (guint i = 0; i < self->n_medicines; i++)
    {
      const SoleusRefMedicine *m = &self->medicines[i];

      for (guint k = soleus_ref_find_named (m->named, first); k < m->named->len && g_array_index (m->named, gint32, k) < last; k++)
        g_array_append_val (civils, g_array_index (m->named, gint32, k));
      if (m->follows && m->last != 0)
        g_array_append_vals (civils, (gint32[]) { (gint32) soleus_test_wall_shows (self->wall, (m->last + m->hours * HOUR_S) / 60 * 60) }, 1);
    }
  soleus_ref_sort_out (civils);
  for (guint i = 0; i < civils->len; i++)
    add_new_doses_at (self, g_array_index (civils, gint32, i));
}

/* Rows of a wrong clock that no row of now took the place of. */
static void
mark_wrong (SoleusRefWorld *self)
{
  if (self->latest_at <= self->now)
    return;
  for (guint i = 0; i < self->rows->len; i++)
    {
      SoleusRefRow *row = get_row (self, i);

      if (!applies (self, row->kind) || row->is_changed || g_strcmp0 (row->answer, "clock") == 0 || !is_void (self, row) || row->at > self->now + 7 * DAY * 60)
        continue;
      change (self, row, REF_WITHDRAWN, "clock");
      if (!self->is_glance)
        row->shown = row->put_off = 0;
    }
}

/* Makes the plan of a moment. At a glance nothing is written: only whether anything would be, as far as it follows from the passing of
 * time alone. Returns whether there is anything to write or to put up. */
gboolean
soleus_ref_world_look (SoleusRefWorld *self,
                       gint64          now,
                       gboolean        glance)
{
  self->now = now;
  self->is_glance = glance;
  self->has_changed = FALSE;
  for (guint i = 0; !glance && i < self->rows->len; i++)
    get_row (self, i)->is_changed = get_row (self, i)->is_fresh = get_row (self, i)->is_open = FALSE;
  review_rows (self);
  for (int kind = 0; kind < REF_KINDS; kind++)
    if (kind != REF_DOSE && applies (self, kind))
      add_new (self, kind);
  if (applies (self, REF_DOSE))
    add_new_doses (self);
  mark_wrong (self);
  return self->has_changed;
}
