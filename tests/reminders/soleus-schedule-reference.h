/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The plainest way to say when a medicine is due, to compare the engine with: every minute of every day is asked of every plan,
 * and every instant of five years is asked what the clock shows. */
#pragma once

#include "reminders/soleus-schedule.h"
#include "reminders/soleus-test-medicine.h"

G_BEGIN_DECLS

#define SOLEUS_REFERENCE_DAYS 1830

/* What the clock of a zone shows from a day on: of each minute its first and second instant, 0 where there is none. Beside that,
 * the hours within which it changes. */
typedef struct
{
  GTimeZone *zone;
  SoleusDate first;
  gint64 (*shown)[2];
  GArray *changes;
} SoleusTestClock;

void    soleus_test_clock_init  (SoleusTestClock *self, GTimeZone *zone, SoleusDate first);
void    soleus_test_clock_clear (SoleusTestClock *self);
GArray *soleus_test_reference   (const SoleusTestMedicine *medicine, const SoleusTestClock *clock);

G_END_DECLS
