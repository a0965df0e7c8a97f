/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A clock that follows the system, or one that stands where it was set. Whoever needs the time is handed a clock. */
#include "base/soleus-clock.h"

struct _SoleusClock
{
  GObject parent_instance;

  GTimeZone *zone; /* NULL: the system's, asked for anew each time, since people travel */
  gint64 utc;
  gboolean fixed;
};

G_DEFINE_FINAL_TYPE (SoleusClock, soleus_clock, G_TYPE_OBJECT)

static void
soleus_clock_finalize (GObject *object)
{
  SoleusClock *self = SOLEUS_CLOCK (object);

  g_clear_pointer (&self->zone, g_time_zone_unref);

  G_OBJECT_CLASS (soleus_clock_parent_class)->finalize (object);
}

static void
soleus_clock_class_init (SoleusClockClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = soleus_clock_finalize;
}

static void
soleus_clock_init (SoleusClock *self)
{
}

/**
 * soleus_clock_new_system:
 *
 * Returns: (transfer full): a clock that follows the system's time and zone
 */
SoleusClock *
soleus_clock_new_system (void)
{
  return g_object_new (SOLEUS_TYPE_CLOCK, NULL);
}

/**
 * soleus_clock_new_fixed:
 * @now: the time it shows; its offset becomes the zone
 *
 * Returns: (transfer full): a clock that stands still
 */
SoleusClock *
soleus_clock_new_fixed (SoleusTime now)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_offset (now.offset * 60);

  return soleus_clock_new_fixed_zone (now.utc, zone);
}

/**
 * soleus_clock_new_fixed_zone:
 * @utc: the time it shows, seconds since 1970-01-01T00:00:00Z
 * @zone: the zone
 *
 * Returns: (transfer full): a clock that stands still in a zone with its own rules
 */
SoleusClock *
soleus_clock_new_fixed_zone (gint64     utc,
                             GTimeZone *zone)
{
  SoleusClock *self = g_object_new (SOLEUS_TYPE_CLOCK, NULL);

  self->fixed = TRUE;
  self->utc = utc;
  self->zone = g_time_zone_ref (zone);
  return self;
}

/**
 * soleus_clock_is_fixed:
 * @self: a clock
 *
 * Returns: whether it stands still, so that no timer of the system goes with it
 */
gboolean
soleus_clock_is_fixed (SoleusClock *self)
{
  g_return_val_if_fail (SOLEUS_IS_CLOCK (self), FALSE);

  return self->fixed;
}

/**
 * soleus_clock_advance:
 * @self: a fixed clock
 * @seconds: how far to move it; may be negative
 */
void
soleus_clock_advance (SoleusClock *self,
                      gint64       seconds)
{
  g_return_if_fail (SOLEUS_IS_CLOCK (self));
  g_return_if_fail (self->fixed);

  self->utc += seconds;
}

/**
 * soleus_clock_get_now:
 * @self: a clock
 *
 * Returns: now, to the second, with the offset in force
 */
SoleusTime
soleus_clock_get_now (SoleusClock *self)
{
  g_autoptr (GTimeZone) zone = soleus_clock_dup_zone (self);
  gint64 utc = self->fixed ? self->utc : g_get_real_time () / G_USEC_PER_SEC;

  return soleus_time_at_offset (CLAMP (utc, SOLEUS_TIME_MIN, SOLEUS_TIME_MAX), zone);
}

/**
 * soleus_clock_dup_zone:
 * @self: a clock
 *
 * Returns: (transfer full): the zone in force
 */
GTimeZone *
soleus_clock_dup_zone (SoleusClock *self)
{
  g_return_val_if_fail (SOLEUS_IS_CLOCK (self), NULL);

  return self->zone ? g_time_zone_ref (self->zone) : g_time_zone_new_local ();
}

/**
 * soleus_clock_get_today:
 * @self: a clock
 *
 * Returns: the civil date now
 */
SoleusDate
soleus_clock_get_today (SoleusClock *self)
{
  return soleus_time_get_date (soleus_clock_get_now (self));
}

/**
 * soleus_clock_get_night:
 * @self: a clock
 *
 * Returns: the night that is running now; from noon on, the one to the next morning
 */
SoleusDate
soleus_clock_get_night (SoleusClock *self)
{
  return soleus_time_get_night (soleus_clock_get_now (self));
}
