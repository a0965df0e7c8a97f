/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Versions walk side by side through civil time, and a zone is asked only where each of their times falls. The later clock
 * time never falls before the earlier one, so that the order of the walk is the order of the instants. */
#include "reminders/soleus-schedule-private.h"

/* Far outside of all dates, and far inside of what can be summed. */
#define FAR_AWAY G_GINT64_CONSTANT (100000000000)

struct _SoleusSchedule
{
  GPtrArray *versions; /* of SoleusVersion: of two that name the same time, the first counts */
  GArray *pending;     /* of SoleusDue: after the last dose, at times that no other version names */
  SoleusDoses doses;
  GTimeZone *zone;
};

typedef struct
{
  const SoleusSchedule *schedule;
  SoleusSlot *slots; /* of each version the one that comes next */
} Walk;

static void
walk_init (Walk                 *self,
           const SoleusSchedule *schedule,
           gint64                civil)
{
  self->schedule = schedule;
  self->slots = g_new (SoleusSlot, schedule->versions->len);
  for (guint i = 0; i < schedule->versions->len; i++)
    self->slots[i] = soleus_version_find_next (g_ptr_array_index (schedule->versions, i), civil);
}

static void
walk_clear (Walk *self)
{
  g_clear_pointer (&self->slots, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Walk, walk_clear)

static gboolean
walk_next (Walk      *self,
           SoleusDue *due)
{
  guint n = self->schedule->versions->len;
  SoleusSlot found = { SOLEUS_CIVIL_NEVER, -1 };

  for (guint i = 0; i < n; i++)
    if (self->slots[i].minute < found.minute)
      found = self->slots[i];
  if (found.minute == SOLEUS_CIVIL_NEVER)
    return FALSE;

  for (guint i = 0; i < n; i++)
    if (self->slots[i].minute == found.minute)
      self->slots[i] = soleus_version_find_next (g_ptr_array_index (self->schedule->versions, i), found.minute + 1);

  due->date = soleus_civil_get_date (found.minute);
  due->minute = soleus_civil_get_minute (found.minute);
  due->amount = found.amount;
  due->fit = soleus_time_from_local (due->date, due->minute, self->schedule->zone, FALSE, &due->time);
  return TRUE;
}

/* No clock time before this one falls at @from or later. Where the clock went back within the last hours, it showed some of
 * those after it too; they fall on their first time, and the walk passes them over. */
static gint64
find_first_civil (const SoleusSchedule *self,
                  gint64                from)
{
  SoleusTime before = soleus_time_at_offset (from - 1, self->zone);

  return soleus_civil_from_time (before) + 1;
}

static int
compare_dues (gconstpointer a,
              gconstpointer b)
{
  const SoleusDue *x = a, *y = b;

  if (x->time.utc != y->time.utc)
    return x->time.utc < y->time.utc ? -1 : 1;
  if (x->date != y->date)
    return x->date < y->date ? -1 : 1;
  return x->minute < y->minute ? -1 : x->minute > y->minute;
}

static gboolean
has_due (const SoleusSchedule *self,
         const SoleusDue      *due)
{
  for (guint i = 0; i < self->pending->len; i++)
    {
      const SoleusDue *other = &g_array_index (self->pending, SoleusDue, i);

      if (other->date == due->date && other->minute == due->minute)
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_named_by_clock (const SoleusSchedule *self,
                   gint64                civil)
{
  for (guint i = 0; i < self->versions->len; i++)
    {
      const SoleusVersion *version = g_ptr_array_index (self->versions, i);

      if (version->type == SOLEUS_VERSION_BY_CLOCK && soleus_version_find_next (version, civil).minute == civil)
        return TRUE;
    }
  return FALSE;
}

/* A dose after the last one comes where its hours end, be it at the second showing of a minute; so it stands beside the walk.
 * Where the clock times of another version have it as well, it walks with them, and is not doubled. */
static void
find_pending (SoleusSchedule *self)
{
  for (guint i = 0; i < self->versions->len; i++)
    {
      SoleusVersion *version = g_ptr_array_index (self->versions, i);
      gint64 civil;
      SoleusDue due;

      if (version->type != SOLEUS_VERSION_AFTER_LAST_DOSE || !soleus_doses_find_pending (&self->doses, version, self->zone, &due))
        continue;

      civil = (gint64) due.date * SOLEUS_CIVIL_DAY + due.minute;
      if (is_named_by_clock (self, civil))
        version->pending = (SoleusSlot) { civil, due.amount };
      else if (!has_due (self, &due))
        g_array_append_val (self->pending, due);
    }
  g_array_sort (self->pending, compare_dues);
}

static int
compare_versions (gconstpointer a,
                  gconstpointer b)
{
  return soleus_version_compare (*(SoleusVersion *const *) a, *(SoleusVersion *const *) b);
}

/**
 * soleus_schedule_new:
 * @versions: (element-type SoleusRecord): the dated schedules of one medicine, in any order; those deleted do not count
 * @doses: (nullable) (element-type SoleusRecord): doses of that medicine, in any order; only a medicine that counts from the
 *   last dose or is taken as needed asks for them
 * @started: the first day of the medicine, or %SOLEUS_DATE_NONE
 * @stopped: the first day without it, or %SOLEUS_DATE_NONE
 * @zone: where the clock hangs
 *
 * Takes out of the records what it needs and does not keep them.
 *
 * Returns: (transfer full): when the medicine is due
 */
SoleusSchedule *
soleus_schedule_new (GPtrArray *versions,
                     GPtrArray *doses,
                     SoleusDate started,
                     SoleusDate stopped,
                     GTimeZone *zone)
{
  SoleusSchedule *self;
  gboolean asks_for_doses = FALSE;

  g_return_val_if_fail (versions != NULL && zone != NULL, NULL);

  self = g_new0 (SoleusSchedule, 1);
  self->versions = g_ptr_array_new_with_free_func ((GDestroyNotify) soleus_version_free);
  self->pending = g_array_new (FALSE, FALSE, sizeof (SoleusDue));
  self->zone = g_time_zone_ref (zone);
  for (guint i = 0; i < versions->len; i++)
    {
      SoleusVersion *version = soleus_version_new (g_ptr_array_index (versions, i), started, stopped);

      if (version == NULL)
        continue;
      asks_for_doses |= version->type != SOLEUS_VERSION_BY_CLOCK;
      g_ptr_array_add (self->versions, version);
    }
  g_ptr_array_sort (self->versions, compare_versions);
  soleus_doses_init (&self->doses, asks_for_doses ? doses : NULL, zone);
  find_pending (self);
  return self;
}

/**
 * soleus_schedule_free:
 * @self: (transfer full): a schedule
 */
void
soleus_schedule_free (SoleusSchedule *self)
{
  g_ptr_array_unref (self->versions);
  g_array_unref (self->pending);
  soleus_doses_clear (&self->doses);
  g_time_zone_unref (self->zone);
  g_free (self);
}

/**
 * soleus_schedule_list:
 * @self: a schedule
 * @from: UTC seconds
 * @until: UTC seconds
 *
 * A dose that counts from the last one is due once and stays so, also when its time went by, until the next dose is recorded.
 * Where versions that count so follow each other, each names one of its own, if that one falls within the version; a dose that is
 * recorded moves them all.
 *
 * Returns: (transfer full) (element-type SoleusDue): what is due at @from or later and before @until, in the order of time.
 *   Where the clock skips an hour, several may fall on one instant
 */
GArray *
soleus_schedule_list (const SoleusSchedule *self,
                      gint64                from,
                      gint64                until)
{
  GArray *list = g_array_new (FALSE, FALSE, sizeof (SoleusDue));
  g_auto (Walk) walk = { 0 };
  SoleusDue due;
  guint n_by_clock;

  g_return_val_if_fail (self != NULL, list);

  from = CLAMP (from, -FAR_AWAY, FAR_AWAY);
  walk_init (&walk, self, find_first_civil (self, from));
  while (walk_next (&walk, &due) && due.time.utc < until)
    if (due.time.utc >= from)
      g_array_append_val (list, due);

  n_by_clock = list->len;
  for (guint i = 0; i < self->pending->len; i++)
    {
      due = g_array_index (self->pending, SoleusDue, i);
      if (due.time.utc >= from && due.time.utc < until)
        g_array_append_val (list, due);
    }
  if (list->len > n_by_clock)
    g_array_sort (list, compare_dues);
  return list;
}

/**
 * soleus_schedule_find_next:
 * @self: a schedule
 * @from: UTC seconds
 * @due: (out): the first that is due at @from or later
 *
 * Returns: %FALSE where nothing will ever be due again
 */
gboolean
soleus_schedule_find_next (const SoleusSchedule *self,
                           gint64                from,
                           SoleusDue            *due)
{
  g_auto (Walk) walk = { 0 };
  gboolean found;

  g_return_val_if_fail (self != NULL, FALSE);

  from = CLAMP (from, -FAR_AWAY, FAR_AWAY);
  walk_init (&walk, self, find_first_civil (self, from));
  do
    found = walk_next (&walk, due);
  while (found && due->time.utc < from);

  for (guint i = 0; i < self->pending->len; i++)
    {
      const SoleusDue *pending = &g_array_index (self->pending, SoleusDue, i);

      if (pending->time.utc < from)
        continue;
      if (!found || compare_dues (pending, due) < 0)
        *due = *pending;
      return TRUE;
    }
  return found;
}

/* What the clock shows in the zone; where the person is does not count. */
static gint64
get_civil (const SoleusSchedule *self,
           SoleusTime            now)
{
  return soleus_civil_from_time (soleus_time_at_offset (now.utc, self->zone));
}

/**
 * soleus_schedule_find_as_needed:
 * @self: a schedule
 * @now: a moment
 * @state: (out): what the person's own limits say of it
 *
 * Counts doses that were recorded as taken, each as one, up to @now. On a day of a pause there is nothing to take.
 *
 * Returns: %FALSE where the medicine is not taken as needed then
 */
gboolean
soleus_schedule_find_as_needed (const SoleusSchedule *self,
                                SoleusTime            now,
                                SoleusAsNeeded       *state)
{
  gint64 civil;

  g_return_val_if_fail (self != NULL, FALSE);

  civil = get_civil (self, now);
  for (guint i = 0; i < self->versions->len; i++)
    {
      const SoleusVersion *version = g_ptr_array_index (self->versions, i);
      SoleusDate date = soleus_civil_get_date (civil);

      if (version->type != SOLEUS_VERSION_AS_NEEDED || !soleus_version_is_in_charge (version, civil) ||
          soleus_version_skip_pause (version, date) != date)
        continue;
      soleus_doses_judge (&self->doses, version, self->zone, now, state);
      return TRUE;
    }
  return FALSE;
}

/**
 * soleus_schedule_follows_doses:
 * @self: a schedule
 * @now: a moment
 *
 * Returns: whether the version that counts then has its doses due some hours after the last one, so that a dose that was due is
 *   not missed but late
 */
gboolean
soleus_schedule_follows_doses (const SoleusSchedule *self,
                               SoleusTime            now)
{
  gint64 civil;

  g_return_val_if_fail (self != NULL, FALSE);

  civil = get_civil (self, now);
  for (guint i = 0; i < self->versions->len; i++)
    {
      const SoleusVersion *version = g_ptr_array_index (self->versions, i);

      if (soleus_version_is_in_charge (version, civil))
        return version->type == SOLEUS_VERSION_AFTER_LAST_DOSE;
    }
  return FALSE;
}
