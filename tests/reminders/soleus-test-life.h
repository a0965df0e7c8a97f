/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A made-up life under both computations: what is true is told to both, what they make of it is compared, and kept. */
#pragma once

#include "reminders/soleus-reminder-reference.h"

#include "reminders/soleus-reminder-plan.h"

G_BEGIN_DECLS

typedef struct
{
  const char *zone;
  const char *other; /* where the person travels to */
  int year;          /* with which the walls begin */
  const char *start; /* the first day */
  guint32 seed;
} SoleusTestEra;

/* How often what happened: a test that never comes to it proves nothing. */
typedef struct
{
  guint shown, put_off, missed, quiet, paused, done, goal, no_trial, later, wrong, late_doses, by_timer, idle_timer, predicted, killed;
} SoleusTestCounts;

typedef struct
{
  const SoleusTestEra *era;
  guint32 seed;
  GRand *rand;
  SoleusTestWall *walls[2];
  guint place;
  SoleusRefWorld world;
  GPtrArray *uuids;
  GPtrArray *schedules;
  GArray *taken[SOLEUS_REF_MEDICINES]; /* of SoleusTime */
  GArray *stretches;                   /* of SoleusTime */
  GHashTable *by_uuid;                 /* of row indices, from 1 */
  gint64 serial;
  gint64 base, ahead; /* seconds: the clock is base + 60 * minute + ahead */
  gint64 minute;
  gint64 off_until;
  gboolean restarts;
  gint64 right_at, right_ahead;
  gint64 next;
  gint64 latest_plan;
  guint epoch;
  GHashTable *seen; /* what was shown in this epoch */
  GArray *predicted; /* of SoleusReminderMoment: what comes first, as long as nothing happens */
  gboolean is_predicted;
  guint n_plans;
  SoleusTestCounts *counts;
} SoleusTestLife;

int      soleus_test_life_pick           (SoleusTestLife *self, int from, int until);
gboolean soleus_test_life_chance         (SoleusTestLife *self, int percent);
GTimeZone *soleus_test_life_get_zone     (const SoleusTestLife *self);
void     soleus_test_life_expect_again   (SoleusTestLife *self, const SoleusRefRow *row);
void     soleus_test_life_make_schedules (SoleusTestLife *self);
void     soleus_test_life_keep_row       (SoleusTestLife *self, guint index);
void     soleus_test_life_plan           (SoleusTestLife *self, gint64 now, gboolean by_timer);
void     soleus_test_life_complain       (const SoleusTestLife *self, const char *what, gint64 now, const SoleusRefRow *expected, const SoleusRefRow *found) G_GNUC_NORETURN;

G_END_DECLS
