/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The plainest way to say when a medicine is due, to compare the engine with: every minute of every day is asked of every plan,
 * and every instant of five years is asked what the clock shows. */
#pragma once

#include "reminders/soleus-schedule.h"

G_BEGIN_DECLS

#define SOLEUS_REFERENCE_DAYS 1830

/* Numbers that are absent are -1, dates SOLEUS_DATE_NONE. */
typedef struct
{
  const char *pattern;
  guint32 identity;
  gboolean deleted;
  SoleusDate from, until;
  int from_minute, until_minute;
  guint n_times;
  int minutes[6];
  int amounts[6];
  int weekdays, every, month_day;
  const char *short_month;
  int window_from, window_until;
  int days_on, days_off;
  SoleusDate cycle_start;
  guint n_pauses;
  SoleusDate pauses[3][2];
} SoleusTestPlan;

typedef struct
{
  gboolean taken;
  SoleusTime at;
  SoleusDate due_date;
  int due_minute;
} SoleusTestDose;

typedef struct
{
  guint n_plans;
  SoleusTestPlan plans[4];
  guint n_doses;
  SoleusTestDose doses[5];
  SoleusDate started, stopped;
} SoleusTestMedicine;

/* What the clock of a zone shows from a day on: of each minute its first and second instant, 0 where there is none. Beside that,
 * the hours within which it changes. */
typedef struct
{
  GTimeZone *zone;
  SoleusDate first;
  gint64 (*shown)[2];
  GArray *changes;
} SoleusTestClock;

void      soleus_test_medicine_fill    (SoleusTestMedicine *self, GRand *rand, SoleusDate first, GTimeZone *zone);
GPtrArray *soleus_test_medicine_get_versions (const SoleusTestMedicine *self);
GPtrArray *soleus_test_medicine_get_doses (const SoleusTestMedicine *self);
gboolean  soleus_test_medicine_ends    (const SoleusTestMedicine *self, SoleusDate before);
void      soleus_test_clock_init       (SoleusTestClock *self, GTimeZone *zone, SoleusDate first);
void      soleus_test_clock_clear      (SoleusTestClock *self);
GArray   *soleus_test_reference        (const SoleusTestMedicine *medicine, const SoleusTestClock *clock);

G_END_DECLS
