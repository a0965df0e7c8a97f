/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What reminders follow from, out of a few lines of text, and a plan as one line of text. */
#pragma once

#include "reminders/soleus-reminder-plan.h"

G_BEGIN_DECLS

/**
 * SoleusTestScene:
 * @rules: (nullable): "check-in 8:00; drink 120 9:00 18:00; stretch 21:30/96; trial; dose; quiet 22:30 7:00; paused DATE TIME; since DATE TIME"
 * @medicines: (nullable): schedules as of soleus_test_version_new(), parted by " | "; they are called A, B, ...
 * @known: (nullable): "night DATE; stretch DATE TIME; limited; goal DATE; trial DATE DATE; said A DATE TIME; from DATE TIME; taken A DATE TIME"
 * @ledger: (nullable): "KIND DATE TIME STATE [at DATE TIME] [up DATE TIME] [until DATE TIME] [said WORD] [AB]", parted by ", "; without
 *   "at" a row was written when it was due
 * @now: DATE TIME
 * @expected: what changes in the ledger, in its grammar; then "| up " what is put up, "| open " what is still to be answered, "| next "
 *   when to look again. What is empty is left out
 * @zone: (nullable): the name of a zone; %NULL for UTC
 *
 * One moment. A date is "03-03" in 2026, or has its year before it; a time with "'" is the second of two.
 */
typedef struct
{
  const char *rules;
  const char *medicines;
  const char *known;
  const char *ledger;
  const char *now;
  const char *expected;
  const char *zone;
} SoleusTestScene;

typedef struct _SoleusTestFacts SoleusTestFacts;

SoleusTestFacts *soleus_test_facts_new     (const SoleusTestScene *scene);
void             soleus_test_facts_free    (SoleusTestFacts *self);
const SoleusReminderFacts *soleus_test_facts_get (const SoleusTestFacts *self);
char            *soleus_test_plan_to_text  (const SoleusTestFacts *self, const SoleusReminderPlan *plan);
char            *soleus_test_moments_to_text (const SoleusTestFacts *self, GArray *moments);
void             soleus_test_check_scenes  (const SoleusTestScene *scenes, gsize n_scenes);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SoleusTestFacts, soleus_test_facts_free)

G_END_DECLS
