/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The plan by hand: each sentence of what reminders do is a moment or two. 2026-03-03 is a Tuesday. */
#include "reminders/soleus-test-reminder.h"

#include "lib/soleus-test.h"

#define CHECK(scenes) soleus_test_check_scenes (scenes, G_N_ELEMENTS (scenes))

/* All are off, and each has a time of its own where nothing was said. */
static void
test_defaults (void)
{
  static const SoleusTestScene scenes[] = {
    { .now = "03-03 12:00", .expected = "" },
    { .rules = "check-in", .now = "03-03 7:59", .known = "from 03-03 0:00", .expected = "next 03-03 8:00" },
    { .rules = "check-in", .now = "03-03 8:00", .known = "from 03-03 0:00", .expected = "check-in 03-03 8:00 due | up check-in 03-03 8:00 | next 03-04 8:00" },
    { .rules = "stretch", .now = "03-03 21:30", .known = "from 03-03 0:00", .expected = "stretch 03-03 21:30 due | up stretch 03-03 21:30 | next 03-04 21:30" },
    { .rules = "trial", .now = "03-03 20:00", .known = "from 03-03 0:00; trial 03-01", .expected = "trial 03-03 20:00 due | up trial 03-03 20:00 | next 03-04 20:00" },
    { .rules = "drink", .now = "03-03 17:00", .known = "from 03-03 0:00",
      .expected = "drink 03-03 9:00 missed, drink 03-03 11:00 missed, drink 03-03 13:00 missed, drink 03-03 15:00 missed, drink 03-03 17:00 due | "
                  "up drink 03-03 17:00 | next 03-04 9:00" },
    { .rules = "dose", .medicines = "daily 2026-01-01; times 8:00", .now = "03-03 8:00", .known = "from 03-03 0:00",
      .expected = "dose 03-03 8:00 due A | up dose 03-03 8:00 A | next 03-04 8:00" },
    { .rules = "dose", .medicines = "as-needed 2026-01-01", .now = "03-03 8:00", .expected = "" },
  };

  CHECK (scenes);
}

static void
test_times (void)
{
  static const SoleusTestScene scenes[] = {
    /* Tuesday is bit 1, Friday bit 4. */
    { .rules = "stretch 21:00/2", .now = "03-03 21:00", .known = "from 03-03 0:00", .expected = "stretch 03-03 21:00 due | up stretch 03-03 21:00 | next 03-10 21:00" },
    { .rules = "stretch 21:00/16", .now = "03-03 21:00", .known = "from 03-03 0:00", .expected = "next 03-06 21:00" },
    { .rules = "stretch 22:00/2 21:00/16", .now = "03-03 20:00", .known = "from 03-03 0:00", .expected = "next 03-03 22:00" },
    { .rules = "stretch 21:00/16 21:00/2", .now = "03-04 20:00", .known = "from 03-04 0:00", .expected = "next 03-06 21:00" },
    /* Midnight belongs to the day that it begins. */
    { .rules = "stretch 0:00/4", .now = "03-04 0:00", .known = "from 03-03 0:00", .expected = "stretch 03-04 0:00 due | up stretch 03-04 0:00 | next 03-11 0:00" },
    { .rules = "stretch 23:59", .now = "03-04 0:00", .known = "from 03-03 0:00", .expected = "stretch 03-03 23:59 due | up stretch 03-03 23:59 | next 03-04 23:59" },
    /* Drinks over midnight, up to midnight, and once a day. */
    { .rules = "drink 120 21:00 1:00", .now = "03-04 0:30", .known = "from 03-03 20:00; goal 03-03",
      .expected = "drink 03-03 21:00 withdrawn said goal, drink 03-03 23:00 withdrawn said goal | next 03-04 1:00" },
    { .rules = "drink 120 21:00 1:00", .now = "03-04 1:00", .ledger = "drink 03-03 21:00 answered said drank, drink 03-03 23:00 answered said drank", .known = "from 03-03 20:00",
      .expected = "drink 03-04 1:00 due | up drink 03-04 1:00 | next 03-04 21:00" },
    { .rules = "drink 60 22:00 0:00", .now = "03-03 23:10", .known = "from 03-03 22:30", .expected = "drink 03-03 23:00 due | up drink 03-03 23:00 | next 03-04 0:00" },
    { .rules = "drink 720 0:00 24:00", .now = "03-03 12:00", .known = "from 03-03 12:00", .expected = "drink 03-03 12:00 due | up drink 03-03 12:00 | next 03-04 0:00" },
    { .rules = "drink 60 9:00 9:00", .now = "03-03 9:00", .known = "from 03-03 9:00", .expected = "drink 03-03 9:00 due | up drink 03-03 9:00 | next 03-04 9:00" },
    { .rules = "drink 45 9:00 10:29", .now = "03-03 9:45", .known = "from 03-03 9:30", .expected = "drink 03-03 9:45 due | up drink 03-03 9:45 | next 03-04 9:00" },
    { .rules = "drink 45 9:00 10:30", .now = "03-03 9:45", .known = "from 03-03 9:30", .expected = "drink 03-03 9:45 due | up drink 03-03 9:45 | next 03-03 10:30" },
    /* Two at one minute are two, and both come. */
    { .rules = "stretch 20:00; trial 20:00", .now = "03-03 20:00", .known = "from 03-03 12:00; trial 03-03",
      .expected = "stretch 03-03 20:00 due, trial 03-03 20:00 due | up stretch 03-03 20:00, trial 03-03 20:00 | next 03-04 20:00" },
  };

  CHECK (scenes);
}

/* What is late comes while it makes sense, and then is missed. */
static void
test_late (void)
{
  static const SoleusTestScene scenes[] = {
    { .rules = "check-in 8:00", .now = "03-03 17:59", .known = "from 03-03 0:00", .expected = "check-in 03-03 8:00 due | up check-in 03-03 8:00 | next 03-04 8:00" },
    { .rules = "check-in 8:00", .now = "03-03 18:00", .known = "from 03-03 0:00", .expected = "check-in 03-03 8:00 missed | next 03-04 8:00" },
    { .rules = "check-in 17:00", .now = "03-03 19:59", .known = "from 03-03 0:00", .expected = "check-in 03-03 17:00 due | up check-in 03-03 17:00 | next 03-04 17:00" },
    { .rules = "check-in 17:00", .now = "03-03 20:00", .known = "from 03-03 0:00", .expected = "check-in 03-03 17:00 missed | next 03-04 17:00" },
    { .rules = "stretch", .now = "03-03 23:29", .known = "from 03-03 0:00", .expected = "stretch 03-03 21:30 due | up stretch 03-03 21:30 | next 03-04 21:30" },
    { .rules = "stretch", .now = "03-03 23:30", .known = "from 03-03 0:00", .expected = "stretch 03-03 21:30 missed | next 03-04 21:30" },
    { .rules = "trial", .now = "03-03 23:59", .known = "from 03-03 0:00; trial 03-01", .expected = "trial 03-03 20:00 due | up trial 03-03 20:00 | next 03-04 20:00" },
    { .rules = "trial", .now = "03-04 0:00", .known = "from 03-03 0:00; trial 03-01", .expected = "trial 03-03 20:00 missed | next 03-04 20:00" },
    { .rules = "trial 22:00", .now = "03-04 0:59", .known = "from 03-03 0:00; trial 03-01", .expected = "trial 03-03 22:00 due | up trial 03-03 22:00 | next 03-04 22:00" },
    { .rules = "trial 22:00", .now = "03-04 1:00", .known = "from 03-03 0:00; trial 03-01", .expected = "trial 03-03 22:00 missed | next 03-04 22:00" },
    /* A drink for half of the time until the next, and within waking hours; one on time always comes. */
    { .rules = "drink", .now = "03-03 11:59", .known = "from 03-03 9:00",
      .expected = "drink 03-03 9:00 missed, drink 03-03 11:00 due | up drink 03-03 11:00 | next 03-03 13:00" },
    { .rules = "drink", .now = "03-03 12:00", .known = "from 03-03 10:00", .expected = "drink 03-03 11:00 missed | next 03-03 13:00" },
    { .rules = "drink 120 9:00 17:30", .now = "03-03 17:29", .known = "from 03-03 16:00", .expected = "drink 03-03 17:00 due | up drink 03-03 17:00 | next 03-04 9:00" },
    { .rules = "drink 120 9:00 17:30", .now = "03-03 17:30", .known = "from 03-03 16:00", .expected = "drink 03-03 17:00 missed | next 03-04 9:00" },
    { .rules = "drink 120 9:00 17:00", .now = "03-03 17:00", .known = "from 03-03 16:00", .expected = "drink 03-03 17:00 due | up drink 03-03 17:00 | next 03-04 9:00" },
    { .rules = "drink 120 9:00 17:00", .now = "03-03 17:01", .known = "from 03-03 16:00", .expected = "drink 03-03 17:00 missed | next 03-04 9:00" },
    /* A dose for twelve hours, or until the next one of that medicine. */
    { .rules = "dose", .medicines = "daily 2026-01-01; times 8:00", .now = "03-03 19:59", .known = "from 03-03 0:00",
      .expected = "dose 03-03 8:00 due A | up dose 03-03 8:00 A | next 03-04 8:00" },
    { .rules = "dose", .medicines = "daily 2026-01-01; times 8:00", .now = "03-03 20:00", .known = "from 03-03 0:00", .expected = "dose 03-03 8:00 missed A | next 03-04 8:00" },
    { .rules = "dose", .medicines = "daily 2026-01-01; times 8:00 12:00", .now = "03-03 12:00", .known = "from 03-03 0:00",
      .expected = "dose 03-03 8:00 missed A, dose 03-03 12:00 due A | up dose 03-03 12:00 A | next 03-04 8:00" },
    /* One that follows the last dose waits for as long as it takes, and is seen for as long as the ledger is looked at. */
    { .rules = "dose", .medicines = "after-last-dose 2026-01-01; every 8", .now = "03-09 16:00", .known = "from 03-01 0:00; taken A 03-03 0:00",
      .expected = "dose 03-03 8:00 due A | up dose 03-03 8:00 A" },
    /* Half of a time is late, half is not: each has its row. */
    { .rules = "dose", .medicines = "daily 2026-01-01; times 8:00 12:00 | daily 2026-01-01; times 8:00", .now = "03-03 12:30", .known = "from 03-03 0:00",
      .expected = "dose 03-03 8:00 missed A, dose 03-03 8:00 due B, dose 03-03 12:00 due A | up dose 03-03 8:00 B, dose 03-03 12:00 A | next 03-04 8:00" },
    { .rules = "dose", .medicines = "daily 2026-01-01; times 8:00 | daily 2026-01-01; times 8:00", .now = "03-03 8:00", .known = "from 03-03 0:00",
      .expected = "dose 03-03 8:00 due AB | up dose 03-03 8:00 AB | next 03-04 8:00" },
  };

  CHECK (scenes);
}

/* How far back it is looked. */
static void
test_back (void)
{
  static const SoleusTestScene scenes[] = {
    { .rules = "stretch; since 03-03 21:31", .now = "03-03 22:00", .known = "from 03-03 0:00", .expected = "next 03-04 21:30" },
    { .rules = "stretch; since 03-03 21:30", .now = "03-03 22:00", .known = "from 03-03 0:00", .expected = "stretch 03-03 21:30 due | up stretch 03-03 21:30 | next 03-04 21:30" },
    { .rules = "dose; since 03-03 8:01", .medicines = "daily 2026-01-01; times 8:00", .now = "03-03 9:00", .known = "from 03-03 0:00", .expected = "next 03-04 8:00" },
    /* A rule from after now is one of a clock that was wrong. */
    { .rules = "stretch; since 2030-03-03 21:31", .now = "03-03 22:00", .known = "from 03-03 0:00",
      .expected = "stretch 03-03 21:30 due | up stretch 03-03 21:30 | next 03-04 21:30" },
    { .rules = "stretch", .now = "03-03 22:00", .known = "from 03-03 21:31", .expected = "next 03-04 21:30" },
    { .rules = "stretch", .now = "03-03 22:00", .known = "from 03-01 21:30",
      .expected = "stretch 03-01 21:30 missed, stretch 03-02 21:30 missed, stretch 03-03 21:30 due | up stretch 03-03 21:30 | next 03-04 21:30" },
  };

  CHECK (scenes);
}

static void
test_days_back (void)
{
  static const SoleusTestScene scene = { .rules = "stretch; dose", .medicines = "daily 2020-01-01; times 8:00", .now = "12-31 22:00", .known = "from 01-01 0:00" };
  g_autoptr (SoleusTestFacts) facts = soleus_test_facts_new (&scene);
  g_autoptr (SoleusReminderPlan) plan = soleus_reminder_plan_new (soleus_test_facts_get (facts));

  g_assert_cmpuint (plan->writes->len, ==, 2 * SOLEUS_REMINDER_DAYS_BACK);
}

/* What was done is not asked for. */
static void
test_silence (void)
{
  static const SoleusTestScene scenes[] = {
    { .rules = "check-in", .now = "03-03 8:00", .known = "from 03-03 0:00; night 03-03", .expected = "check-in 03-03 8:00 withdrawn said done | next 03-04 8:00" },
    { .rules = "check-in", .now = "03-03 8:00", .known = "from 03-03 0:00; night 03-02; night 03-04",
      .expected = "check-in 03-03 8:00 due | up check-in 03-03 8:00 | next 03-04 8:00" },
    { .rules = "drink", .now = "03-03 9:00", .known = "from 03-03 0:00; goal 03-03", .expected = "drink 03-03 9:00 withdrawn said goal | next 03-03 11:00" },
    { .rules = "drink", .now = "03-03 9:00", .known = "from 03-03 0:00; goal 03-02", .expected = "drink 03-03 9:00 due | up drink 03-03 9:00 | next 03-03 11:00" },
    { .rules = "drink", .now = "03-03 9:00", .known = "from 03-03 0:00; limited", .expected = "" },
    { .rules = "drink", .now = "03-03 9:10", .known = "from 03-03 9:10; limited", .ledger = "drink 03-03 9:00 due, drink 03-03 8:30 shown", .expected = "" },
    { .rules = "stretch", .now = "03-03 21:30", .known = "from 03-03 0:00; stretch 03-03 7:00", .expected = "stretch 03-03 21:30 withdrawn said done | next 03-04 21:30" },
    { .rules = "stretch", .now = "03-04 0:30", .known = "from 03-04 0:00; stretch 03-03 12:00", .expected = "next 03-04 21:30" },
    { .rules = "stretch 0:30", .now = "03-04 0:30", .known = "from 03-04 0:00; stretch 03-03 12:00", .expected = "stretch 03-04 0:30 withdrawn said done | next 03-05 0:30" },
    { .rules = "stretch 0:30", .now = "03-04 0:30", .known = "from 03-04 0:00; stretch 03-03 11:59", .expected = "stretch 03-04 0:30 due | up stretch 03-04 0:30 | next 03-05 0:30" },
    { .rules = "stretch", .now = "03-03 21:30", .known = "from 03-03 0:00; stretch 03-02 22:00", .expected = "stretch 03-03 21:30 due | up stretch 03-03 21:30 | next 03-04 21:30" },
    { .rules = "trial", .now = "03-03 20:00", .known = "from 03-03 0:00", .expected = "trial 03-03 20:00 withdrawn said no-trial | next 03-04 20:00" },
    { .rules = "trial", .now = "03-03 20:00", .known = "from 03-03 0:00; trial 03-01 03-03", .expected = "trial 03-03 20:00 withdrawn said no-trial | next 03-04 20:00" },
    { .rules = "trial", .now = "03-03 20:00", .known = "from 03-03 0:00; trial 03-04", .expected = "trial 03-03 20:00 withdrawn said no-trial | next 03-04 20:00" },
    { .rules = "trial", .now = "03-03 20:00", .known = "from 03-03 0:00; trial 03-03 03-04", .expected = "trial 03-03 20:00 due | up trial 03-03 20:00 | next 03-04 20:00" },
    { .rules = "dose", .medicines = "daily 2026-01-01; times 8:00 | daily 2026-01-01; times 8:00", .now = "03-03 8:00", .known = "from 03-03 0:00; said A 03-03 8:00; said B 03-03 8:00",
      .expected = "dose 03-03 8:00 withdrawn said done AB | next 03-04 8:00" },
    { .rules = "dose", .medicines = "daily 2026-01-01; times 8:00 | daily 2026-01-01; times 8:00", .now = "03-03 8:00", .known = "from 03-03 0:00; said A 03-03 8:00",
      .expected = "dose 03-03 8:00 due B | up dose 03-03 8:00 B | next 03-04 8:00" },
    /* One that was answered beside another, and is open again, comes by itself. */
    { .rules = "dose", .medicines = "daily 2026-01-01; times 8:00 | daily 2026-01-01; times 8:00", .now = "03-03 8:10", .known = "from 03-03 0:00", .ledger = "dose 03-03 8:00 shown B",
      .expected = "dose 03-03 8:00 due A | up dose 03-03 8:00 A | open dose 03-03 8:00 B | next 03-04 8:00" },
    { .rules = "dose", .medicines = "daily 2026-01-01; times 8:00 | daily 2026-01-01; times 8:00", .now = "03-03 8:10", .known = "from 03-03 0:00; said A 03-03 8:00",
      .ledger = "dose 03-03 8:00 shown B", .expected = "open dose 03-03 8:00 B | next 03-04 8:00" },
  };

  CHECK (scenes);
}

static void
test_quiet (void)
{
  static const SoleusTestScene scenes[] = {
    /* Doses and the check-in wait, the others have had their time. */
    { .rules = "check-in 6:00; quiet", .now = "03-03 6:00", .known = "from 03-03 0:00", .expected = "next 03-03 7:00" },
    { .rules = "check-in 6:00; quiet", .now = "03-03 7:00", .known = "from 03-03 0:00", .expected = "check-in 03-03 6:00 due | up check-in 03-03 6:00 | next 03-04 7:00" },
    { .rules = "check-in 6:00; quiet", .now = "03-03 6:59", .known = "from 03-03 0:00; night 03-03", .expected = "next 03-03 7:00" },
    { .rules = "check-in 6:00; quiet", .now = "03-03 7:00", .known = "from 03-03 0:00; night 03-03", .expected = "check-in 03-03 6:00 withdrawn said done | next 03-04 7:00" },
    { .rules = "stretch 22:30; quiet", .now = "03-03 22:30", .known = "from 03-03 0:00", .expected = "stretch 03-03 22:30 missed said quiet | next 03-04 22:30" },
    { .rules = "stretch 22:29; quiet", .now = "03-03 22:29", .known = "from 03-03 0:00", .expected = "stretch 03-03 22:29 due | up stretch 03-03 22:29 | next 03-04 22:29" },
    { .rules = "stretch 7:00; quiet", .now = "03-03 7:00", .known = "from 03-03 0:00", .expected = "stretch 03-03 7:00 due | up stretch 03-03 7:00 | next 03-04 7:00" },
    { .rules = "stretch 6:59; quiet", .now = "03-03 7:00", .known = "from 03-03 0:00", .expected = "stretch 03-03 6:59 missed said quiet | next 03-04 6:59" },
    { .rules = "stretch 12:30; quiet 12:00 13:00", .now = "03-03 12:30", .known = "from 03-03 0:00", .expected = "stretch 03-03 12:30 missed said quiet | next 03-04 12:30" },
    { .rules = "stretch 12:30; quiet 13:00 13:00", .now = "03-03 12:30", .known = "from 03-03 0:00", .expected = "stretch 03-03 12:30 due | up stretch 03-03 12:30 | next 03-04 12:30" },
    { .rules = "drink 60 6:00 8:00; quiet", .now = "03-03 7:00", .known = "from 03-03 0:00",
      .expected = "drink 03-03 6:00 missed said quiet, drink 03-03 7:00 due | up drink 03-03 7:00 | next 03-03 8:00" },
    { .rules = "trial 23:00; quiet", .now = "03-03 23:00", .known = "from 03-03 0:00; trial 03-01", .expected = "trial 03-03 23:00 missed said quiet | next 03-04 23:00" },
    { .rules = "dose; quiet", .medicines = "daily 2026-01-01; times 23:00", .now = "03-03 23:00", .known = "from 03-03 0:00", .expected = "next 03-04 7:00" },
    { .rules = "dose; quiet", .medicines = "daily 2026-01-01; times 23:00", .now = "03-04 7:00", .known = "from 03-03 0:00",
      .expected = "dose 03-03 23:00 due A | up dose 03-03 23:00 A | next 03-05 7:00" },
    /* At the end of quiet hours the next one was due already, then, or only later. */
    { .rules = "dose; quiet", .medicines = "daily 2026-01-01; times 23:00 6:00", .now = "03-04 7:00", .known = "from 03-03 12:00",
      .expected = "dose 03-03 23:00 missed said quiet A, dose 03-04 6:00 due A | up dose 03-04 6:00 A | next 03-05 7:00" },
    { .rules = "dose; quiet", .medicines = "daily 2026-01-01; times 23:00 9:00", .now = "03-04 9:00", .known = "from 03-03 12:00",
      .expected = "dose 03-03 23:00 missed A, dose 03-04 9:00 due A | up dose 03-04 9:00 A | next 03-05 7:00" },
    { .rules = "check-in 1:00; quiet 0:30 19:00", .now = "03-03 19:00", .known = "from 03-03 0:00", .expected = "check-in 03-03 1:00 missed said quiet | next 03-04 19:00" },
    /* What is late does not come up in quiet hours. */
    { .rules = "stretch; quiet", .now = "03-03 22:45", .known = "from 03-03 0:00", .expected = "stretch 03-03 21:30 missed said quiet | next 03-04 21:30" },
    { .rules = "stretch; quiet", .now = "03-03 23:45", .known = "from 03-03 0:00", .expected = "stretch 03-03 21:30 missed | next 03-04 21:30" },
    { .rules = "dose; quiet", .medicines = "daily 2026-01-01; times 20:00", .now = "03-03 23:00", .known = "from 03-03 12:00", .expected = "next 03-04 7:00" },
    { .rules = "dose; quiet", .medicines = "daily 2026-01-01; times 20:00", .now = "03-04 7:00", .known = "from 03-03 12:00",
      .expected = "dose 03-03 20:00 due A | up dose 03-03 20:00 A | next 03-04 20:00" },
    { .rules = "dose; quiet", .medicines = "daily 2026-01-01; times 20:00 5:00", .now = "03-03 23:00", .known = "from 03-03 12:00", .expected = "next 03-04 5:00" },
    { .rules = "dose; quiet", .medicines = "daily 2026-01-01; times 20:00 5:00", .now = "03-04 5:00", .known = "from 03-03 12:00", .expected = "dose 03-03 20:00 missed A | next 03-04 7:00" },
    /* One that was decided and is not known to be up does not come up in quiet hours either. */
    { .rules = "stretch; quiet", .now = "03-03 22:31", .known = "from 03-03 12:00", .ledger = "stretch 03-03 21:30 due",
      .expected = "stretch 03-03 21:30 missed said quiet | next 03-04 21:30" },
    { .rules = "dose; quiet", .medicines = "daily 2026-01-01; times 20:00", .now = "03-03 23:00", .known = "from 03-03 12:00", .ledger = "dose 03-03 20:00 due A", .expected = "next 03-04 7:00" },
    { .rules = "dose; quiet", .medicines = "daily 2026-01-01; times 20:00", .now = "03-04 7:00", .known = "from 03-03 12:00", .ledger = "dose 03-03 20:00 due A",
      .expected = "up dose 03-03 20:00 A | next 03-04 20:00" },
  };

  CHECK (scenes);
}

static void
test_pause (void)
{
  static const SoleusTestScene scenes[] = {
    { .rules = "stretch; paused 03-04 4:00", .now = "03-03 21:30", .known = "from 03-03 0:00", .expected = "stretch 03-03 21:30 missed said paused | next 03-04 21:30" },
    { .rules = "stretch; paused 03-04 4:00", .now = "03-04 22:00", .known = "from 03-03 0:00",
      .expected = "stretch 03-03 21:30 missed said paused, stretch 03-04 21:30 due | up stretch 03-04 21:30 | next 03-05 21:30" },
    { .rules = "stretch 4:00; paused 03-04 4:00", .now = "03-04 4:00", .known = "from 03-04 0:00", .expected = "stretch 03-04 4:00 due | up stretch 03-04 4:00 | next 03-05 4:00" },
    { .rules = "dose; quiet; paused 03-04 4:00", .medicines = "daily 2026-01-01; times 23:00", .now = "03-03 22:00", .known = "from 03-03 12:00", .expected = "next 03-03 23:00" },
    { .rules = "dose; quiet; paused 03-04 4:00", .medicines = "daily 2026-01-01; times 23:00", .now = "03-03 23:00", .known = "from 03-03 12:00",
      .expected = "dose 03-03 23:00 missed said paused A | next 03-05 7:00" },
    { .rules = "check-in; paused 03-04 4:00", .now = "03-03 8:00", .known = "from 03-03 0:00; night 03-03", .expected = "check-in 03-03 8:00 missed said paused | next 03-04 8:00" },
    { .rules = "check-in; paused 03-04 4:00", .now = "03-03 9:00", .known = "from 03-03 0:00", .ledger = "check-in 03-03 8:00 due",
      .expected = "check-in 03-03 8:00 missed said paused | next 03-04 8:00" },
    /* It holds what was put off too. What stands there stays. */
    { .rules = "check-in; paused 03-04 4:00", .now = "03-03 9:00", .known = "from 03-03 0:00", .ledger = "check-in 03-03 8:00 snoozed until 03-03 9:00",
      .expected = "check-in 03-03 8:00 missed until 03-03 9:00 said paused | next 03-04 8:00" },
    { .rules = "dose; paused 03-04 4:00", .medicines = "daily 2026-01-01; times 8:00", .now = "03-03 9:00", .known = "from 03-03 0:00", .ledger = "dose 03-03 8:00 snoozed until 03-03 9:00 A",
      .expected = "dose 03-03 8:00 missed until 03-03 9:00 said paused A | next 03-04 8:00" },
    { .rules = "check-in; paused 03-04 4:00", .now = "03-03 9:00", .known = "from 03-03 0:00", .ledger = "check-in 03-03 8:00 shown", .expected = "open check-in 03-03 8:00 | next 03-04 8:00" },
  };

  CHECK (scenes);
}

static void
test_put_off (void)
{
  static const SoleusTestScene scenes[] = {
    { .rules = "stretch", .now = "03-03 21:44", .known = "from 03-03 0:00", .ledger = "stretch 03-03 21:30 snoozed until 03-03 21:45", .expected = "next 03-03 21:45" },
    { .rules = "stretch", .now = "03-03 21:45", .known = "from 03-03 0:00", .ledger = "stretch 03-03 21:30 snoozed until 03-03 21:45",
      .expected = "stretch 03-03 21:30 due at 03-03 21:30 until 03-03 21:45 | up stretch 03-03 21:30 | next 03-04 21:30" },
    { .rules = "stretch", .now = "03-03 21:45", .known = "from 03-03 0:00", .ledger = "stretch 03-03 21:30 snoozed until 03-03 21:45 said later",
      .expected = "stretch 03-03 21:30 due at 03-03 21:30 until 03-03 21:45 | up stretch 03-03 21:30 | next 03-04 21:30" },
    /* Counted from then. */
    { .rules = "stretch", .now = "03-03 23:44", .known = "from 03-03 0:00", .ledger = "stretch 03-03 21:30 snoozed until 03-03 21:45",
      .expected = "stretch 03-03 21:30 due at 03-03 21:30 until 03-03 21:45 | up stretch 03-03 21:30 | next 03-04 21:30" },
    { .rules = "stretch", .now = "03-03 23:45", .known = "from 03-03 0:00", .ledger = "stretch 03-03 21:30 snoozed until 03-03 21:45",
      .expected = "stretch 03-03 21:30 missed until 03-03 21:45 | next 03-04 21:30" },
    { .rules = "check-in", .now = "03-03 20:29", .known = "from 03-03 0:00", .ledger = "check-in 03-03 8:00 snoozed until 03-03 17:30",
      .expected = "check-in 03-03 8:00 due at 03-03 8:00 until 03-03 17:30 | up check-in 03-03 8:00 | next 03-04 8:00" },
    { .rules = "check-in", .now = "03-03 20:30", .known = "from 03-03 0:00", .ledger = "check-in 03-03 8:00 snoozed until 03-03 17:30",
      .expected = "check-in 03-03 8:00 missed until 03-03 17:30 | next 03-04 8:00" },
    { .rules = "trial", .now = "03-04 2:29", .known = "from 03-03 0:00; trial 03-01", .ledger = "trial 03-03 20:00 snoozed until 03-03 23:30",
      .expected = "trial 03-03 20:00 due at 03-03 20:00 until 03-03 23:30 | up trial 03-03 20:00 | next 03-04 20:00" },
    { .rules = "drink", .now = "03-03 10:15", .known = "from 03-03 9:00", .ledger = "drink 03-03 9:00 snoozed until 03-03 9:30",
      .expected = "drink 03-03 9:00 due at 03-03 9:00 until 03-03 9:30 | up drink 03-03 9:00 | next 03-03 11:00" },
    { .rules = "drink", .now = "03-03 10:30", .known = "from 03-03 9:00", .ledger = "drink 03-03 9:00 snoozed until 03-03 9:30",
      .expected = "drink 03-03 9:00 missed until 03-03 9:30 | next 03-03 11:00" },
    { .rules = "drink 30 9:00 18:00", .now = "03-03 9:30", .known = "from 03-03 9:00", .ledger = "drink 03-03 9:00 snoozed until 03-03 9:30",
      .expected = "drink 03-03 9:00 missed until 03-03 9:30, drink 03-03 9:30 due | up drink 03-03 9:30 | next 03-03 10:00" },
    /* It was asked for: quiet hours do not hold it. */
    { .rules = "stretch; quiet", .now = "03-03 22:40", .known = "from 03-03 0:00", .ledger = "stretch 03-03 21:30 snoozed until 03-03 22:40",
      .expected = "stretch 03-03 21:30 due at 03-03 21:30 until 03-03 22:40 | up stretch 03-03 21:30 | next 03-04 21:30" },
    { .rules = "stretch; quiet", .now = "03-03 22:41", .known = "from 03-03 0:00", .ledger = "stretch 03-03 21:30 due until 03-03 22:40",
      .expected = "up stretch 03-03 21:30 | next 03-04 21:30" },
    { .rules = "dose; quiet", .medicines = "daily 2026-01-01; times 22:15", .now = "03-03 22:45", .known = "from 03-03 0:00", .ledger = "dose 03-03 22:15 snoozed until 03-03 22:45 A",
      .expected = "dose 03-03 22:15 due at 03-03 22:15 until 03-03 22:45 A | up dose 03-03 22:15 A | next 03-04 22:15" },
    /* What got done meanwhile. */
    { .rules = "stretch", .now = "03-03 21:40", .known = "from 03-03 0:00; stretch 03-03 21:35", .ledger = "stretch 03-03 21:30 snoozed until 03-03 21:45",
      .expected = "stretch 03-03 21:30 answered at 03-03 21:30 until 03-03 21:45 said done | next 03-04 21:30" },
    { .rules = "trial", .now = "03-03 20:30", .known = "from 03-03 0:00", .ledger = "trial 03-03 20:00 snoozed until 03-03 20:30",
      .expected = "trial 03-03 20:00 withdrawn until 03-03 20:30 said no-trial | next 03-04 20:00" },
    /* A rule that is off has nothing to say of it. */
    { .rules = "trial", .now = "03-03 21:50", .known = "from 03-03 20:01", .ledger = "stretch 03-03 21:30 snoozed until 03-03 21:45", .expected = "next 03-04 20:00" },
  };

  CHECK (scenes);
}

/* What stands there stays while it makes sense. */
static void
test_open (void)
{
  static const SoleusTestScene scenes[] = {
    { .rules = "check-in", .now = "03-03 17:59", .known = "from 03-03 0:00", .ledger = "check-in 03-03 8:00 shown", .expected = "open check-in 03-03 8:00 | next 03-04 8:00" },
    { .rules = "check-in", .now = "03-03 18:00", .known = "from 03-03 0:00", .ledger = "check-in 03-03 8:00 shown", .expected = "next 03-04 8:00" },
    { .rules = "check-in", .now = "03-03 9:00", .known = "from 03-03 0:00", .ledger = "check-in 03-03 8:00 shown said closed", .expected = "next 03-04 8:00" },
    { .rules = "check-in", .now = "03-03 9:00", .known = "from 03-03 0:00", .ledger = "check-in 03-03 8:00 answered said no-cramps", .expected = "next 03-04 8:00" },
    { .rules = "check-in", .now = "03-03 9:00", .known = "from 03-03 0:00; night 03-03", .ledger = "check-in 03-03 8:00 shown",
      .expected = "check-in 03-03 8:00 answered at 03-03 8:00 said done | next 03-04 8:00" },
    { .rules = "check-in", .now = "03-03 19:00", .known = "from 03-03 0:00; night 03-03", .ledger = "check-in 03-03 8:00 shown", .expected = "next 03-04 8:00" },
    { .rules = "check-in", .now = "03-03 9:00", .known = "from 03-03 0:00; night 03-03", .ledger = "check-in 03-03 8:00 due",
      .expected = "check-in 03-03 8:00 answered at 03-03 8:00 said done | next 03-04 8:00" },
    { .rules = "check-in 8:00 10:00", .now = "03-03 10:30", .known = "from 03-03 0:00", .ledger = "check-in 03-03 8:00 shown, check-in 03-03 10:00 shown",
      .expected = "open check-in 03-03 10:00 | next 03-04 8:00" },
    { .rules = "check-in 8:00 10:00", .now = "03-03 10:30", .known = "from 03-03 0:00", .ledger = "check-in 03-03 8:00 shown, check-in 03-03 10:00 shown said closed",
      .expected = "next 03-04 8:00" },
    { .rules = "check-in 8:00 10:00", .now = "03-03 10:30", .known = "from 03-03 0:00", .ledger = "check-in 03-03 8:00 shown up 03-03 10:20, check-in 03-03 10:00 shown up 03-03 10:20",
      .expected = "open check-in 03-03 8:00, check-in 03-03 10:00 | next 03-04 8:00" },
    { .rules = "stretch", .now = "03-03 23:29", .known = "from 03-03 0:00", .ledger = "stretch 03-03 21:30 shown", .expected = "open stretch 03-03 21:30 | next 03-04 21:30" },
    { .rules = "stretch", .now = "03-03 23:30", .known = "from 03-03 0:00", .ledger = "stretch 03-03 21:30 shown", .expected = "next 03-04 21:30" },
    { .rules = "stretch", .now = "03-03 23:44", .known = "from 03-03 0:00", .ledger = "stretch 03-03 21:30 shown until 03-03 21:45", .expected = "open stretch 03-03 21:30 | next 03-04 21:30" },
    { .rules = "trial", .now = "03-03 21:00", .known = "from 03-03 0:00; trial 03-01", .ledger = "trial 03-03 20:00 shown", .expected = "open trial 03-03 20:00 | next 03-04 20:00" },
    { .rules = "trial", .now = "03-03 21:00", .known = "from 03-03 0:00", .ledger = "trial 03-03 20:00 shown", .expected = "next 03-04 20:00" },
    /* A drink until the next one is due, whether or not a late one would still come. */
    { .rules = "drink", .now = "03-03 10:59", .known = "from 03-03 9:00", .ledger = "drink 03-03 9:00 shown", .expected = "open drink 03-03 9:00 | next 03-03 11:00" },
    { .rules = "drink", .now = "03-03 11:00", .known = "from 03-03 9:00", .ledger = "drink 03-03 9:00 shown",
      .expected = "drink 03-03 11:00 due | up drink 03-03 11:00 | next 03-03 13:00" },
    { .rules = "drink", .now = "03-03 10:00", .known = "from 03-03 9:00; goal 03-03", .ledger = "drink 03-03 9:00 shown",
      .expected = "drink 03-03 9:00 answered at 03-03 9:00 said done | next 03-03 11:00" },
    /* Doses stand for themselves. */
    { .rules = "dose", .medicines = "daily 2026-01-01; times 8:00 | daily 2026-01-01; times 9:00", .now = "03-03 9:30", .known = "from 03-03 0:00",
      .ledger = "dose 03-03 8:00 shown A, dose 03-03 9:00 shown B", .expected = "open dose 03-03 8:00 A, dose 03-03 9:00 B | next 03-04 8:00" },
    { .rules = "dose", .medicines = "daily 2026-01-01; times 8:00 12:00", .now = "03-03 12:00", .known = "from 03-03 0:00", .ledger = "dose 03-03 8:00 shown A",
      .expected = "dose 03-03 12:00 due A | up dose 03-03 12:00 A | next 03-04 8:00" },
    { .rules = "dose", .medicines = "daily 2026-01-01; times 8:00 | daily 2026-01-01; times 8:00", .now = "03-03 8:30", .known = "from 03-03 0:00; said A 03-03 8:00",
      .ledger = "dose 03-03 8:00 shown AB", .expected = "open dose 03-03 8:00 AB | next 03-04 8:00" },
    { .rules = "dose", .medicines = "daily 2026-01-01; times 8:00 | daily 2026-01-01; times 8:00", .now = "03-03 8:30", .known = "from 03-03 0:00; said A 03-03 8:00; said B 03-03 8:00",
      .ledger = "dose 03-03 8:00 shown AB", .expected = "dose 03-03 8:00 answered at 03-03 8:00 said done AB | next 03-04 8:00" },
    /* A dose that no schedule asks for any more is not open; one that waits since long is. */
    { .rules = "dose", .medicines = "daily 2026-01-01; times 9:00", .now = "03-03 8:30", .known = "from 03-03 0:00", .ledger = "dose 03-03 8:00 shown A", .expected = "next 03-03 9:00" },
    { .rules = "dose", .medicines = "after-last-dose 2026-01-01; every 8", .now = "03-09 16:00", .known = "from 03-09 0:00; taken A 03-03 0:00", .ledger = "dose 03-03 8:00 shown A",
      .expected = "open dose 03-03 8:00 A" },
    { .rules = "dose", .medicines = "after-last-dose 2026-01-01; every 8", .now = "03-03 8:30", .known = "from 03-03 0:00; taken A 03-03 8:20; said A 03-03 8:00",
      .ledger = "dose 03-03 8:00 shown A", .expected = "dose 03-03 8:00 answered at 03-03 8:00 said done A | next 03-03 16:20" },
  };

  CHECK (scenes);
}

/* What was decided and is not known to be up. */
static void
test_unconfirmed (void)
{
  static const SoleusTestScene scenes[] = {
    { .rules = "check-in", .now = "03-03 8:05", .known = "from 03-03 0:00", .ledger = "check-in 03-03 8:00 due", .expected = "up check-in 03-03 8:00 | next 03-04 8:00" },
    { .rules = "check-in", .now = "03-03 18:00", .known = "from 03-03 0:00", .ledger = "check-in 03-03 8:00 due",
      .expected = "check-in 03-03 8:00 missed said not-shown | next 03-04 8:00" },
    { .rules = "drink", .now = "03-03 11:00", .known = "from 03-03 9:00", .ledger = "drink 03-03 9:00 due",
      .expected = "drink 03-03 9:00 missed said not-shown, drink 03-03 11:00 due | up drink 03-03 11:00 | next 03-03 13:00" },
    { .rules = "dose", .medicines = "daily 2026-01-01; times 8:00 | daily 2026-01-01; times 8:00", .now = "03-03 8:05", .known = "from 03-03 0:00; said A 03-03 8:00", .ledger = "dose 03-03 8:00 due AB",
      .expected = "dose 03-03 8:00 due at 03-03 8:00 B | up dose 03-03 8:00 B | next 03-04 8:00" },
    { .rules = "dose", .medicines = "daily 2026-01-01; times 8:00", .now = "03-03 20:00", .known = "from 03-03 0:00", .ledger = "dose 03-03 8:00 due A",
      .expected = "dose 03-03 8:00 missed said not-shown A | next 03-04 8:00" },
    { .rules = "dose", .medicines = "daily 2026-01-01; times 9:00", .now = "03-03 8:05", .known = "from 03-03 0:00", .ledger = "dose 03-03 8:00 due A",
      .expected = "dose 03-03 8:00 withdrawn A | next 03-03 9:00" },
    /* One of two was put off, and it is too late for the other. */
    { .rules = "dose", .medicines = "daily 2026-01-01; times 8:00 | daily 2026-01-01; times 8:00", .now = "03-03 20:00", .known = "from 03-03 0:00",
      .ledger = "dose 03-03 8:00 due AB, dose 03-03 8:00 snoozed at 03-03 19:50 until 03-03 20:20 B", .expected = "dose 03-03 8:00 missed said not-shown A | next 03-03 20:20" },
    /* An answer to an earlier showing does not close the next one. */
    { .rules = "check-in", .now = "03-03 8:31", .known = "from 03-03 0:00", .ledger = "check-in 03-03 8:00 due until 03-03 8:30 said later",
      .expected = "check-in 03-03 8:00 due at 03-03 8:00 until 03-03 8:30 | up check-in 03-03 8:00 | next 03-04 8:00" },
    /* The clock went back before it came up. */
    { .rules = "stretch", .now = "03-03 21:00", .known = "from 03-03 0:00", .ledger = "stretch 03-03 21:30 due", .expected = "next 03-03 21:30" },
    { .rules = "stretch", .now = "03-03 21:30", .known = "from 03-03 0:00", .ledger = "stretch 03-03 21:30 due", .expected = "up stretch 03-03 21:30 | next 03-04 21:30" },
  };

  CHECK (scenes);
}

/* "Later" in the window writes a row of its own, and the newest row that names a medicine speaks for it. */
static void
test_doses_put_off (void)
{
  static const char two[] = "daily 2026-01-01; times 8:00 | daily 2026-01-01; times 8:00";
  const SoleusTestScene scenes[] = {
    { .rules = "dose", .medicines = two, .now = "03-03 8:10", .known = "from 03-03 0:00", .ledger = "dose 03-03 8:00 shown AB, dose 03-03 8:00 snoozed at 03-03 8:10 until 03-03 8:40 A",
      .expected = "open dose 03-03 8:00 AB | next 03-03 8:40" },
    { .rules = "dose", .medicines = two, .now = "03-03 8:10", .known = "from 03-03 0:00", .ledger = "dose 03-03 8:00 shown AB, dose 03-03 8:00 snoozed at 03-03 8:10 until 03-03 8:40 AB",
      .expected = "dose 03-03 8:00 answered at 03-03 8:00 said later AB | next 03-03 8:40" },
    { .rules = "dose", .medicines = two, .now = "03-03 8:10", .known = "from 03-03 0:00; said B 03-03 8:00",
      .ledger = "dose 03-03 8:00 shown AB, dose 03-03 8:00 snoozed at 03-03 8:10 until 03-03 8:40 A", .expected = "dose 03-03 8:00 answered at 03-03 8:00 said later AB | next 03-03 8:40" },
    { .rules = "dose", .medicines = two, .now = "03-03 8:10", .known = "from 03-03 0:00", .ledger = "dose 03-03 8:00 due AB, dose 03-03 8:00 snoozed at 03-03 8:10 until 03-03 8:40 A",
      .expected = "dose 03-03 8:00 due at 03-03 8:00 B | up dose 03-03 8:00 B | next 03-03 8:40" },
    { .rules = "dose", .medicines = two, .now = "03-03 8:40", .known = "from 03-03 0:00",
      .ledger = "dose 03-03 8:00 answered said later AB, dose 03-03 8:00 snoozed at 03-03 8:10 until 03-03 8:40 AB",
      .expected = "dose 03-03 8:00 due at 03-03 8:10 until 03-03 8:40 AB | up dose 03-03 8:00 AB | next 03-04 8:00" },
    { .rules = "dose", .medicines = two, .now = "03-03 8:40", .known = "from 03-03 0:00; said B 03-03 8:00",
      .ledger = "dose 03-03 8:00 answered said later AB, dose 03-03 8:00 snoozed at 03-03 8:10 until 03-03 8:40 AB",
      .expected = "dose 03-03 8:00 due at 03-03 8:10 until 03-03 8:40 A | up dose 03-03 8:00 A | next 03-04 8:00" },
    { .rules = "dose", .medicines = two, .now = "03-03 8:20", .known = "from 03-03 0:00; said A 03-03 8:00; said B 03-03 8:00",
      .ledger = "dose 03-03 8:00 answered said later AB, dose 03-03 8:00 snoozed at 03-03 8:10 until 03-03 8:40 AB",
      .expected = "dose 03-03 8:00 answered at 03-03 8:10 until 03-03 8:40 said done AB | next 03-04 8:00" },
    { .rules = "dose", .medicines = two, .now = "03-03 20:40", .known = "from 03-03 0:00", .ledger = "dose 03-03 8:00 snoozed at 03-03 8:10 until 03-03 8:40 AB",
      .expected = "dose 03-03 8:00 missed until 03-03 8:40 AB | next 03-04 8:00" },
    /* Put off before it was ever shown, and only in part. */
    { .rules = "dose", .medicines = two, .now = "03-03 8:00", .known = "from 03-03 0:00", .ledger = "dose 03-03 8:00 snoozed at 03-03 7:50 until 03-03 8:20 A",
      .expected = "dose 03-03 8:00 due B | up dose 03-03 8:00 B | next 03-03 8:20" },
    /* Without reminders the window's word stays the window's. */
    { .rules = "stretch", .medicines = two, .now = "03-03 8:40", .known = "from 03-03 0:00", .ledger = "dose 03-03 8:00 snoozed at 03-03 8:10 until 03-03 8:40 AB", .expected = "next 03-03 21:30" },
    /* The medicine was stopped meanwhile. */
    { .rules = "dose", .medicines = "daily 2026-03-04; times 8:00", .now = "03-03 8:20", .known = "from 03-03 0:00", .ledger = "dose 03-03 8:00 snoozed at 03-03 8:10 until 03-03 8:40 A",
      .expected = "next 03-03 8:40" },
    { .rules = "dose", .medicines = "daily 2026-03-04; times 8:00", .now = "03-03 8:40", .known = "from 03-03 0:00", .ledger = "dose 03-03 8:00 snoozed at 03-03 8:10 until 03-03 8:40 A",
      .expected = "dose 03-03 8:00 withdrawn until 03-03 8:40 A | next 03-04 8:00" },
  };

  CHECK (scenes);
}

/* A clock that was wrong. */
static void
test_wrong_clock (void)
{
  static const SoleusTestScene scenes[] = {
    /* It went back a little: what came does not come again, what was missed is looked at anew. */
    { .rules = "stretch", .now = "03-03 20:00", .known = "from 03-03 0:00", .ledger = "stretch 03-03 21:30 shown", .expected = "open stretch 03-03 21:30 | next 03-04 21:30" },
    { .rules = "stretch", .now = "03-03 21:30", .known = "from 03-03 0:00", .ledger = "stretch 03-03 21:30 answered at 03-04 9:30 said started", .expected = "next 03-04 21:30" },
    { .rules = "stretch", .now = "03-03 21:30", .known = "from 03-03 0:00", .ledger = "stretch 03-03 21:30 missed at 03-03 23:40",
      .expected = "stretch 03-03 21:30 due | up stretch 03-03 21:30 | next 03-04 21:30" },
    { .rules = "stretch", .now = "03-03 20:30", .known = "from 03-03 0:00", .ledger = "stretch 03-03 21:30 missed at 03-03 23:40",
      .expected = "stretch 03-03 21:30 withdrawn at 03-03 23:40 said clock | next 03-03 21:30" },
    /* In quiet hours nothing takes the place of what a wrong clock missed, until they are over. */
    { .rules = "dose; quiet", .medicines = "daily 2026-01-01; times 23:30", .now = "03-04 2:00", .known = "from 03-03 12:00", .ledger = "dose 03-03 23:30 missed at 03-04 7:00 A",
      .expected = "dose 03-03 23:30 withdrawn at 03-04 7:00 said clock A | next 03-04 7:00" },
    { .rules = "dose; quiet", .medicines = "daily 2026-01-01; times 23:30", .now = "03-04 7:00", .known = "from 03-03 12:00", .ledger = "dose 03-03 23:30 withdrawn at 03-04 7:00 said clock A",
      .expected = "dose 03-03 23:30 due A | up dose 03-03 23:30 A | next 03-05 7:00" },
    { .rules = "stretch", .now = "03-03 23:40", .known = "from 03-03 0:00", .ledger = "stretch 03-03 21:30 missed at 03-03 23:40", .expected = "next 03-04 21:30" },
    { .rules = "check-in", .now = "03-03 9:00", .known = "from 03-03 0:00", .ledger = "check-in 03-03 8:00 withdrawn at 03-03 9:01 said done",
      .expected = "check-in 03-03 8:00 due | up check-in 03-03 8:00 | next 03-04 8:00" },
    /* It was far ahead: what it wrote does not count. */
    { .rules = "stretch", .now = "03-03 21:30", .known = "from 03-03 0:00", .ledger = "stretch 03-03 21:30 answered at 03-04 9:31 up 03-04 9:31 said started",
      .expected = "stretch 03-03 21:30 due | up stretch 03-03 21:30 | next 03-04 21:30" },
    { .rules = "dose", .medicines = "daily 2026-01-01; times 8:00 | daily 2026-01-01; times 8:00", .now = "03-03 8:00", .known = "from 03-03 0:00",
      .ledger = "dose 03-03 8:00 missed at 03-05 8:01 A, dose 03-03 8:00 shown at 03-05 8:00 B",
      .expected = "dose 03-03 8:00 due AB, dose 03-03 8:00 withdrawn at 03-05 8:00 said clock B | up dose 03-03 8:00 AB | next 03-04 8:00" },
    { .rules = "dose", .medicines = "daily 2026-01-01; times 8:00 12:00 | daily 2026-01-01; times 8:00", .now = "03-03 12:30", .known = "from 03-03 0:00",
      .ledger = "dose 03-03 8:00 missed at 03-05 8:01 A, dose 03-03 8:00 shown at 03-05 8:00 B",
      .expected = "dose 03-03 8:00 missed A, dose 03-03 8:00 due B, dose 03-03 12:00 due A | up dose 03-03 8:00 B, dose 03-03 12:00 A | next 03-04 8:00" },
    /* A drink that was put off to before its own time is not ended by itself. */
    { .rules = "drink", .now = "03-03 9:05", .known = "from 03-03 8:00", .ledger = "drink 03-03 9:00 shown until 03-03 8:50", .expected = "open drink 03-03 9:00 | next 03-03 11:00" },
    /* And the row of a time that is still to come is marked, so that it does not stand in the way when the time comes. */
    { .rules = "stretch", .now = "03-03 12:00", .known = "from 03-03 12:00", .ledger = "stretch 03-04 21:30 shown, stretch 03-05 21:30 snoozed until 03-05 21:45",
      .expected = "stretch 03-04 21:30 withdrawn at 03-04 21:30 said clock, stretch 03-05 21:30 withdrawn at 03-05 21:30 said clock | next 03-03 21:30" },
    { .rules = "stretch", .now = "03-04 21:30", .known = "from 03-04 12:00", .ledger = "stretch 03-04 21:30 withdrawn said clock",
      .expected = "stretch 03-04 21:30 due | up stretch 03-04 21:30 | next 03-05 21:30" },
    /* Further ahead than a week the clock is rather behind now: nothing is lost before that is clear. */
    { .rules = "stretch", .now = "03-03 12:00", .known = "from 03-03 12:00", .ledger = "stretch 03-10 21:30 shown", .expected = "next 03-03 21:30" },
    { .rules = "trial 12:00/1", .now = "03-03 12:00", .known = "from 03-03 12:00", .ledger = "trial 03-10 12:01 shown", .expected = "next 03-03 12:01" },
  };

  CHECK (scenes);
}

/* A hundred days with all that there can be, first with an empty ledger and then with a full one. */
static void
test_quick (void)
{
  static const char eight[] = "daily 2020-01-01; times 8:00 13:00 19:00 | daily 2020-01-01; times 8:00 19:00 | daily 2020-01-01; times 8:00 | daily 2020-01-01; times 22:00 | "
                              "every-n-hours 2020-01-01; every 6; times 0:00 | weekdays 2020-01-01; weekdays 21; times 8:00 20:00 | after-last-dose 2020-01-01; every 8 | "
                              "daily 2020-01-01; times 7:00 19:00";
  const SoleusTestScene scene = { .rules = "check-in; drink 60 7:00 22:00; stretch; trial; dose; quiet", .medicines = eight, .now = "12-31 12:00", .zone = "Europe/Berlin",
                                  .known = "from 09-23 0:00; trial 01-01; taken G 12-31 1:00" };
  g_autoptr (SoleusTestFacts) facts = soleus_test_facts_new (&scene);
  g_autoptr (SoleusReminderPlan) first = NULL;
  gint64 begin, best = G_MAXINT64;

  if (facts == NULL)
    return;
  begin = g_get_monotonic_time ();
  first = soleus_reminder_plan_new (soleus_test_facts_get (facts));
  g_test_message ("%u reminders of which the ledger knows nothing: %.1f ms", first->writes->len, (double) (g_get_monotonic_time () - begin) / 1000);
  g_assert_cmpuint (first->writes->len, >, 2500);
  for (guint i = 0; i < first->writes->len; i++)
    g_ptr_array_add (soleus_test_facts_get (facts)->ledger, g_object_ref (g_ptr_array_index (first->writes, i)));
  for (int i = 0; i < 20; i++)
    {
      g_autoptr (SoleusReminderPlan) plan = NULL;

      begin = g_get_monotonic_time ();
      plan = soleus_reminder_plan_new (soleus_test_facts_get (facts));
      best = MIN (best, g_get_monotonic_time () - begin);
      g_assert_cmpuint (plan->writes->len, ==, 0);
    }
  g_test_message ("with their rows: %.1f ms", (double) best / 1000);
  /* Many times of what it takes, for slow machines; a search of the whole ledger for each of them takes longer still. */
  g_assert_cmpint (best, <, 60000);
}

/* Rows that another program left in no good state do no harm. */
static void
test_damage (void)
{
  static const SoleusTestScene scene = { .rules = "stretch; dose", .medicines = "daily 2026-01-01; times 8:00", .now = "03-03 21:30", .known = "from 03-03 21:00" };
  g_autoptr (SoleusTestFacts) facts = soleus_test_facts_new (&scene);
  GPtrArray *ledger = soleus_test_facts_get (facts)->ledger;
  g_autoptr (SoleusReminderPlan) plan = NULL;
  g_autofree char *text = NULL;

  for (int i = 0; i < 4; i++)
    {
      SoleusRecord *record = soleus_record_new (SOLEUS_KIND_NOTICE);
      SoleusRow *row = soleus_record_get_values (record);

      if (i > 0)
        soleus_row_set_text (row, "reminder", i < 3 ? "stretch" : "dose");
      if (i > 1)
        soleus_row_set_text (row, "state", i == 2 ? "snoozed" : "shown");
      if (i != 2)
        soleus_row_set_date (row, "due_date", soleus_test_date ("2026-03-03"));
      soleus_row_set_number (row, "due_minute", i < 3 ? 21 * 60 + 30 : 8 * 60);
      g_ptr_array_add (ledger, record);
    }
  {
    SoleusRecord *trashed = soleus_record_copy (g_ptr_array_index (ledger, 2));

    soleus_row_set_date (soleus_record_get_values (trashed), "due_date", soleus_test_date ("2026-03-03"));
    soleus_record_set_life (trashed, (SoleusLife) { .deleted = 1 });
    g_ptr_array_add (ledger, trashed);
  }
  plan = soleus_reminder_plan_new (soleus_test_facts_get (facts));
  text = soleus_test_plan_to_text (facts, plan);
  g_assert_cmpstr (text, ==, "stretch 03-03 21:30 due | up stretch 03-03 21:30 | next 03-04 8:00");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reminder-plan/defaults", test_defaults);
  g_test_add_func ("/reminder-plan/times", test_times);
  g_test_add_func ("/reminder-plan/late", test_late);
  g_test_add_func ("/reminder-plan/back", test_back);
  g_test_add_func ("/reminder-plan/days-back", test_days_back);
  g_test_add_func ("/reminder-plan/silence", test_silence);
  g_test_add_func ("/reminder-plan/quiet", test_quiet);
  g_test_add_func ("/reminder-plan/pause", test_pause);
  g_test_add_func ("/reminder-plan/put-off", test_put_off);
  g_test_add_func ("/reminder-plan/open", test_open);
  g_test_add_func ("/reminder-plan/unconfirmed", test_unconfirmed);
  g_test_add_func ("/reminder-plan/doses-put-off", test_doses_put_off);
  g_test_add_func ("/reminder-plan/wrong-clock", test_wrong_clock);
  g_test_add_func ("/reminder-plan/quick", test_quick);
  g_test_add_func ("/reminder-plan/damage", test_damage);
  return g_test_run ();
}
