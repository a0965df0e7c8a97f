/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A medicine as plain values, to be made up by chance, written as records, and asked about without the engine. */
#pragma once

#include "model/soleus-record.h"

G_BEGIN_DECLS

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

void       soleus_test_medicine_fill         (SoleusTestMedicine *self, GRand *rand, SoleusDate first, GTimeZone *zone);
gboolean   soleus_test_medicine_ends         (const SoleusTestMedicine *self, SoleusDate before);
GPtrArray *soleus_test_medicine_get_versions (const SoleusTestMedicine *self);
GPtrArray *soleus_test_medicine_get_doses    (const SoleusTestMedicine *self);

G_END_DECLS
