/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The plan where clocks change: in spring and autumn, on a journey, on a day that does not exist; and what the list says comes next. */
#include "reminders/soleus-test-reminder.h"

#include "lib/soleus-test.h"

#define CHECK(scenes) soleus_test_check_scenes (scenes, G_N_ELEMENTS (scenes))
#define BERLIN .zone = "Europe/Berlin"

/* On 2026-03-29 the clock goes from 2:00 to 3:00. */
static void
test_spring (void)
{
  static const SoleusTestScene scenes[] = {
    { BERLIN, .rules = "stretch 2:30", .now = "03-29 1:59", .known = "from 03-29 0:00", .expected = "next 03-29 3:00" },
    { BERLIN, .rules = "stretch 2:30", .now = "03-29 3:00", .known = "from 03-29 0:00", .expected = "stretch 03-29 2:30 due | up stretch 03-29 2:30 | next 03-30 2:30" },
    { BERLIN, .rules = "stretch 2:00 2:30 3:00", .now = "03-29 3:00", .known = "from 03-29 0:00",
      .expected = "stretch 03-29 2:00 due, stretch 03-29 2:30 due, stretch 03-29 3:00 due | up stretch 03-29 2:00, stretch 03-29 2:30, stretch 03-29 3:00 | next 03-30 2:00" },
    { BERLIN, .rules = "stretch 2:00 2:30 3:00", .now = "03-29 3:10", .known = "from 03-29 0:00",
      .ledger = "stretch 03-29 2:00 shown up 03-29 3:00, stretch 03-29 2:30 shown up 03-29 3:00, stretch 03-29 3:00 shown up 03-29 3:00",
      .expected = "open stretch 03-29 2:00, stretch 03-29 2:30, stretch 03-29 3:00 | next 03-30 2:00" },
    /* Of drinks at one instant the last one counts. */
    { BERLIN, .rules = "drink 30 1:00 4:00", .now = "03-29 3:00", .known = "from 03-29 1:45",
      .expected = "drink 03-29 2:00 missed, drink 03-29 2:30 missed, drink 03-29 3:00 due | up drink 03-29 3:00 | next 03-29 3:30" },
    { BERLIN, .rules = "dose", .medicines = "daily 2026-01-01; times 2:30 3:00 | daily 2026-01-01; times 2:30", .now = "03-29 3:00", .known = "from 03-29 0:00",
      .expected = "dose 03-29 2:30 due AB, dose 03-29 3:00 due A | up dose 03-29 2:30 AB, dose 03-29 3:00 A | next 03-30 2:30" },
    { BERLIN, .rules = "dose", .medicines = "daily 2026-01-01; times 2:15 2:45", .now = "03-29 1:00", .known = "from 03-29 0:00",
      .ledger = "dose 03-29 2:15 answered at 03-29 0:50 said done A", .expected = "next 03-29 3:00" },
    /* Two hours of stretching are real ones. */
    { BERLIN, .rules = "stretch 1:30", .now = "03-29 4:29", .known = "from 03-29 0:00", .expected = "stretch 03-29 1:30 due | up stretch 03-29 1:30 | next 03-30 1:30" },
    { BERLIN, .rules = "stretch 1:30", .now = "03-29 4:30", .known = "from 03-29 0:00", .expected = "stretch 03-29 1:30 missed | next 03-30 1:30" },
    /* Put off over the change. */
    { BERLIN, .rules = "stretch 1:45", .now = "03-29 1:50", .known = "from 03-29 0:00", .ledger = "stretch 03-29 1:45 snoozed until 03-29 3:05", .expected = "next 03-29 3:05" },
    { BERLIN, .rules = "stretch 1:45", .now = "03-29 3:05", .known = "from 03-29 0:00", .ledger = "stretch 03-29 1:45 snoozed until 03-29 3:05",
      .expected = "stretch 03-29 1:45 due at 03-29 1:45 until 03-29 3:05 | up stretch 03-29 1:45 | next 03-30 1:45" },
    /* Quiet hours that end, or begin, in what is skipped. */
    { BERLIN, .rules = "check-in 1:00; quiet 0:30 2:30", .now = "03-29 1:00", .known = "from 03-29 0:00", .expected = "next 03-29 3:00" },
    { BERLIN, .rules = "check-in 1:00; quiet 0:30 2:30", .now = "03-29 3:00", .known = "from 03-29 0:00", .expected = "check-in 03-29 1:00 due | up check-in 03-29 1:00 | next 03-30 2:30" },
    { BERLIN, .rules = "stretch 2:20 3:15; quiet 2:30 4:00", .now = "03-29 3:15", .known = "from 03-29 0:00",
      .expected = "stretch 03-29 2:20 missed said quiet, stretch 03-29 3:15 missed said quiet | next 03-30 2:20" },
    { BERLIN, .rules = "dose; quiet", .medicines = "daily 2026-01-01; times 23:00", .now = "03-28 23:00", .known = "from 03-28 12:00", .expected = "next 03-29 7:00" },
    /* Midnight is skipped in Sao Paulo. */
    { .zone = "America/Sao_Paulo", .rules = "stretch 0:00; dose", .medicines = "daily 2018-01-01; times 23:30", .now = "2018-11-04 1:00", .known = "from 2018-11-03 23:00",
      .expected = "stretch 2018-11-04 0:00 due, dose 2018-11-03 23:30 due A | up stretch 2018-11-04 0:00, dose 2018-11-03 23:30 A | next 2018-11-04 23:30" },
    /* Lord Howe moves by half an hour. */
    { .zone = "Australia/Lord_Howe", .rules = "stretch 2:00 2:15 2:30", .now = "2026-10-04 2:30", .known = "from 2026-10-04 0:00",
      .expected = "stretch 10-04 2:00 due, stretch 10-04 2:15 due, stretch 10-04 2:30 due | up stretch 10-04 2:00, stretch 10-04 2:15, stretch 10-04 2:30 | next 10-05 2:00" },
  };

  CHECK (scenes);
}

/* On 2026-10-25 the clock goes from 3:00 back to 2:00. */
static void
test_autumn (void)
{
  static const SoleusTestScene scenes[] = {
    { BERLIN, .rules = "stretch 2:30", .now = "10-25 2:29", .known = "from 10-25 0:00", .expected = "next 10-25 2:30" },
    { BERLIN, .rules = "stretch 2:30", .now = "10-25 2:30", .known = "from 10-25 0:00", .expected = "stretch 10-25 2:30 due | up stretch 10-25 2:30 | next 10-26 2:30" },
    { BERLIN, .rules = "stretch 2:30", .now = "10-25 2:30'", .known = "from 10-25 0:00", .ledger = "stretch 10-25 2:30 answered said started", .expected = "next 10-26 2:30" },
    { BERLIN, .rules = "stretch 2:30", .now = "10-25 2:10'", .known = "from 10-25 0:00", .ledger = "stretch 10-25 2:30 shown",
      .expected = "open stretch 10-25 2:30 | next 10-26 2:30" },
    /* Due at 2:50, first seen when the clock shows 2:10 again. */
    { BERLIN, .rules = "stretch 2:50", .now = "10-25 2:10'", .known = "from 10-25 0:00", .expected = "stretch 10-25 2:50 due | up stretch 10-25 2:50 | next 10-26 2:50" },
    { BERLIN, .rules = "stretch 2:50; since 10-25 2:05'", .now = "10-25 2:10'", .known = "from 10-25 0:00", .expected = "next 10-26 2:50" },
    { BERLIN, .rules = "drink 30 1:00 4:00", .now = "10-25 2:00'", .known = "from 10-25 2:15", .ledger = "drink 10-25 2:30 shown", .expected = "open drink 10-25 2:30 | next 10-25 3:00" },
    { BERLIN, .rules = "stretch 2:45", .now = "10-25 2:05'", .known = "from 10-25 0:00", .ledger = "stretch 10-25 2:45 snoozed until 10-25 2:15'", .expected = "next 10-25 2:15'" },
    { BERLIN, .rules = "stretch 2:45", .now = "10-25 2:15'", .known = "from 10-25 0:00", .ledger = "stretch 10-25 2:45 snoozed until 10-25 2:15'",
      .expected = "stretch 10-25 2:45 due at 10-25 2:45 until 10-25 2:15' | up stretch 10-25 2:45 | next 10-26 2:45" },
    /* A dose that follows the last one comes after its real hours; another of the same clock time had its own. */
    { BERLIN, .rules = "dose", .medicines = "daily 2026-01-01; times 2:30 | after-last-dose 2026-01-01; every 8", .now = "10-25 2:30", .known = "from 10-25 0:00; taken B 10-24 19:30",
      .expected = "dose 10-25 2:30 due A | up dose 10-25 2:30 A | next 10-25 2:30'" },
    { BERLIN, .rules = "dose", .medicines = "daily 2026-01-01; times 2:30 | after-last-dose 2026-01-01; every 8", .now = "10-25 2:30'", .known = "from 10-25 0:00; taken B 10-24 19:30",
      .ledger = "dose 10-25 2:30 shown A", .expected = "dose 10-25 2:30 due B | up dose 10-25 2:30 B | open dose 10-25 2:30 A | next 10-26 2:30" },
    /* Quiet hours are those of the clock: over at 2:30, there again at the second 2:00, and over again. */
    { BERLIN, .rules = "check-in 1:00; quiet 0:30 2:30", .now = "10-25 1:00", .known = "from 10-25 0:00", .expected = "next 10-25 2:30" },
    { BERLIN, .rules = "check-in 1:00; quiet 0:30 2:30", .now = "10-25 2:30", .known = "from 10-25 0:00", .expected = "check-in 10-25 1:00 due | up check-in 10-25 1:00 | next 10-26 2:30" },
    { BERLIN, .rules = "check-in 1:00; quiet 0:30 2:30", .now = "10-25 2:10'", .known = "from 10-25 0:00", .expected = "next 10-25 2:30'" },
    { BERLIN, .rules = "check-in 1:00; quiet 0:30 2:30", .now = "10-25 2:30'", .known = "from 10-25 0:00", .expected = "check-in 10-25 1:00 due | up check-in 10-25 1:00 | next 10-26 2:30" },
    { BERLIN, .rules = "check-in 2:50; quiet 2:45 2:10", .now = "10-25 2:50", .known = "from 10-25 0:00", .expected = "next 10-25 2:10'" },
    /* The clock leaves quiet hours by being turned back; they end when it comes to their end. */
    { BERLIN, .rules = "check-in 2:50; quiet 2:45 4:00", .now = "10-25 2:20'", .known = "from 10-25 0:00", .expected = "next 10-25 4:00" },
    { .zone = "Australia/Lord_Howe", .rules = "stretch 1:45", .now = "2026-04-05 1:50'", .known = "from 2026-04-05 0:00", .ledger = "stretch 04-05 1:45 shown",
      .expected = "open stretch 04-05 1:45 | next 04-06 1:45" },
    { .zone = "America/St_Johns", .rules = "stretch 23:30", .now = "2010-11-06 23:30'", .known = "from 2010-11-06 12:00", .ledger = "stretch 2010-11-06 23:30 answered said started",
      .expected = "next 2010-11-07 23:30" },
  };

  CHECK (scenes);
}

/* 2011-12-30 does not exist in Apia: all of it comes at the first minute of the 31st. */
static void
test_skipped_day (void)
{
  static const SoleusTestScene scenes[] = {
    { .zone = "Pacific/Apia", .rules = "stretch 21:30; check-in 8:00", .now = "2011-12-29 21:30", .known = "from 2011-12-29 12:00",
      .expected = "stretch 2011-12-29 21:30 due | up stretch 2011-12-29 21:30 | next 2011-12-31 0:00" },
    { .zone = "Pacific/Apia", .rules = "stretch 21:30; check-in 8:00", .now = "2011-12-31 0:00", .known = "from 2011-12-29 23:00",
      .expected = "check-in 2011-12-30 8:00 due, stretch 2011-12-30 21:30 due | up check-in 2011-12-30 8:00, stretch 2011-12-30 21:30 | next 2011-12-31 8:00" },
    { .zone = "Pacific/Apia", .rules = "check-in 8:00; dose; quiet", .medicines = "daily 2011-01-01; times 8:00", .now = "2011-12-31 0:00", .known = "from 2011-12-29 23:00",
      .expected = "next 2011-12-31 7:00" },
    { .zone = "Pacific/Apia", .rules = "dose; quiet", .medicines = "daily 2011-01-01; times 8:00", .now = "2011-12-31 7:00", .known = "from 2011-12-29 23:00",
      .expected = "dose 2011-12-30 8:00 due A | up dose 2011-12-30 8:00 A | next 2011-12-31 8:00" },
    { .zone = "Pacific/Apia", .rules = "dose; quiet", .medicines = "daily 2011-01-01; times 23:00", .now = "2011-12-29 23:00", .known = "from 2011-12-29 12:00",
      .expected = "next 2011-12-31 7:00" },
    { .zone = "Pacific/Apia", .rules = "check-in 23:00/8; quiet", .now = "2011-12-29 23:00", .known = "from 2011-12-29 12:00", .expected = "next 2011-12-31 7:00" },
    { .zone = "Pacific/Apia", .rules = "drink 120 9:00 18:00", .now = "2011-12-31 0:00", .known = "from 2011-12-29 23:00",
      .expected = "drink 2011-12-30 9:00 missed, drink 2011-12-30 11:00 missed, drink 2011-12-30 13:00 missed, drink 2011-12-30 15:00 missed, "
                  "drink 2011-12-30 17:00 due | up drink 2011-12-30 17:00 | next 2011-12-31 9:00" },
  };

  CHECK (scenes);
}

/* The rows are those of another zone, where the person was before. */
static void
test_travel (void)
{
  static const SoleusTestScene scenes[] = {
    /* To the west 8:00 comes once more, but not its reminder. */
    { .zone = "America/New_York", .rules = "check-in", .now = "03-03 3:00", .known = "from 03-02 12:00", .ledger = "check-in 03-03 8:00 shown at 03-03 2:00 up 03-03 2:00",
      .expected = "open check-in 03-03 8:00 | next 03-04 8:00" },
    { .zone = "America/New_York", .rules = "check-in", .now = "03-03 8:00", .known = "from 03-02 12:00", .ledger = "check-in 03-03 8:00 answered at 03-03 2:00 up 03-03 2:00 said no-cramps",
      .expected = "next 03-04 8:00" },
    /* To the east it was jumped over, and comes late. */
    { .zone = "Asia/Kolkata", .rules = "check-in", .now = "03-03 11:00", .known = "from 03-02 12:00", .expected = "check-in 03-03 8:00 due | up check-in 03-03 8:00 | next 03-04 8:00" },
    { .zone = "Asia/Kathmandu", .rules = "drink", .now = "03-03 15:20", .known = "from 03-03 8:00", .ledger = "drink 03-03 9:00 answered said drank",
      .expected = "drink 03-03 11:00 missed, drink 03-03 13:00 missed, drink 03-03 15:00 due | up drink 03-03 15:00 | next 03-03 17:00" },
  };

  CHECK (scenes);
}

typedef struct
{
  SoleusTestScene scene;
  guint count;
  const char *expected;
} ListScene;

static void
test_list (void)
{
  static const ListScene scenes[] = {
    { { .now = "03-03 12:00" }, 5, "" },
    { { .rules = "check-in; stretch", .now = "03-03 12:00", .known = "from 03-03 12:00" }, 3, "stretch 03-03 21:30, check-in 03-04 8:00, stretch 03-04 21:30" },
    { { .rules = "check-in; stretch", .now = "03-03 12:00", .known = "from 03-03 12:00" }, 0, "" },
    { { .rules = "check-in", .now = "03-03 7:00", .known = "from 03-03 0:00; night 03-03" }, 2, "check-in 03-04 8:00, check-in 03-05 8:00" },
    { { .rules = "drink", .now = "03-03 14:00", .known = "from 03-03 14:00; goal 03-03" }, 2, "drink 03-04 9:00, drink 03-04 11:00" },
    { { .rules = "drink", .now = "03-03 14:00", .known = "limited" }, 2, "" },
    { { .rules = "stretch", .now = "03-03 14:00", .known = "from 03-03 14:00; stretch 03-03 13:00" }, 1, "stretch 03-04 21:30" },
    { { .rules = "trial", .now = "03-03 14:00", .known = "from 03-03 14:00" }, 1, "" },
    { { .rules = "trial", .now = "03-03 14:00", .known = "from 03-03 14:00; trial 06-03 06-05" }, 5, "trial 06-03 20:00, trial 06-04 20:00" },
    /* Now is not next. */
    { { .rules = "stretch", .now = "03-03 21:30", .known = "from 03-03 14:00" }, 1, "stretch 03-04 21:30" },
    { { .rules = "stretch", .now = "03-03 12:00", .known = "from 03-03 12:00", .ledger = "stretch 03-03 21:30 shown at 03-03 13:00" }, 1, "stretch 03-04 21:30" },
    /* Quiet hours: what waits comes later, in the order in which it comes. */
    { { .rules = "check-in 6:00; drink 30 6:00 6:45; quiet", .now = "03-03 23:00", .known = "from 03-03 23:00" }, 3, "check-in 03-04 6:00 on 03-04 7:00, check-in 03-05 6:00 on 03-05 7:00, "
      "check-in 03-06 6:00 on 03-06 7:00" },
    { { .rules = "check-in 6:30; stretch 7:00; quiet", .now = "03-04 6:40", .known = "from 03-04 0:00" }, 2, "check-in 03-04 6:30 on 03-04 7:00, stretch 03-04 7:00" },
    { { .rules = "dose; quiet", .medicines = "daily 2026-01-01; times 23:00 6:00", .now = "03-03 23:10", .known = "from 03-03 12:00" }, 2,
      "dose 03-04 6:00 on 03-04 7:00, dose 03-05 6:00 on 03-05 7:00" },
    { { .rules = "dose; quiet", .medicines = "daily 2026-01-01; times 20:00", .now = "03-03 23:10", .known = "from 03-03 12:00" }, 2, "dose 03-03 20:00 on 03-04 7:00, dose 03-04 20:00" },
    { { .rules = "dose; quiet", .medicines = "daily 2026-01-01; times 20:00", .now = "03-03 23:10", .known = "from 03-03 12:00", .ledger = "dose 03-03 20:00 due A" }, 1,
      "dose 03-03 20:00 on 03-04 7:00" },
    { { .rules = "dose; quiet", .medicines = "daily 2026-01-01; times 23:00 23:30", .now = "03-03 12:00", .known = "from 03-03 12:00" }, 1, "dose 03-03 23:30 on 03-04 7:00" },
    /* A rule of later than what waits. */
    { { .rules = "check-in 6:00; quiet; since 03-03 6:10", .now = "03-03 6:30", .known = "from 03-03 0:00" }, 1, "check-in 03-04 6:00 on 03-04 7:00" },
    { { .rules = "dose; quiet; since 03-03 6:10", .medicines = "daily 2026-01-01; times 6:00", .now = "03-03 6:30", .known = "from 03-03 0:00" }, 1, "dose 03-04 6:00 on 03-04 7:00" },
    /* Put off, and not waited for any more. */
    { { .rules = "stretch; quiet", .now = "03-03 22:15", .known = "from 03-03 12:00", .ledger = "stretch 03-03 21:30 snoozed until 03-03 22:40" }, 2,
      "stretch 03-03 21:30 on 03-03 22:40, stretch 03-04 21:30" },
    { { .rules = "stretch", .now = "03-03 21:40", .known = "from 03-03 12:00; stretch 03-03 21:35", .ledger = "stretch 03-03 21:30 snoozed until 03-03 21:45" }, 1, "stretch 03-04 21:30" },
    { { .rules = "dose", .medicines = "daily 2026-01-01; times 8:00 | daily 2026-01-01; times 8:00", .now = "03-03 8:10", .known = "from 03-03 0:00",
        .ledger = "dose 03-03 8:00 snoozed at 03-03 8:10 until 03-03 8:40 AB" }, 2, "dose 03-03 8:00 on 03-03 8:40, dose 03-04 8:00" },
    { { .rules = "dose", .medicines = "daily 2026-01-01; times 8:00", .now = "03-03 7:00", .known = "from 03-03 0:00; said A 03-03 8:00" }, 1, "dose 03-04 8:00" },
    { { .rules = "dose", .medicines = "daily 2026-01-01; times 8:00 | daily 2026-01-01; times 8:00 9:00", .now = "03-03 7:00", .known = "from 03-03 0:00" }, 3,
      "dose 03-03 8:00, dose 03-03 9:00, dose 03-04 8:00" },
    { { .rules = "dose", .medicines = "daily 2031-01-01; times 8:00", .now = "03-03 7:00" }, 1, "dose 2031-01-01 8:00" },
    /* A pause. */
    { { .rules = "check-in; stretch; paused 03-04 4:00", .now = "03-03 12:00", .known = "from 03-03 12:00" }, 2, "check-in 03-04 8:00, stretch 03-04 21:30" },
    { { .rules = "dose; quiet; paused 03-04 4:00", .medicines = "daily 2026-01-01; times 23:00 5:00", .now = "03-03 12:00", .known = "from 03-03 12:00" }, 2,
      "dose 03-04 5:00 on 03-04 7:00, dose 03-05 5:00 on 03-05 7:00" },
    { { .rules = "stretch; paused 03-04 4:00", .now = "03-03 21:40", .known = "from 03-03 12:00", .ledger = "stretch 03-03 21:30 snoozed until 03-03 21:45" }, 1, "stretch 03-04 21:30" },
    /* Where the clock skips an hour. */
    { { BERLIN, .rules = "stretch 2:30", .now = "03-28 12:00", .known = "from 03-28 12:00" }, 2, "stretch 03-29 2:30 on 03-29 3:00, stretch 03-30 2:30" },
    { { BERLIN, .rules = "drink 30 2:00 3:00", .now = "03-28 12:00", .known = "from 03-28 12:00" }, 2, "drink 03-29 3:00, drink 03-30 2:00" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (scenes); i++)
    {
      g_autoptr (SoleusTestFacts) facts = soleus_test_facts_new (&scenes[i].scene);
      g_autoptr (GArray) moments = NULL;
      g_autofree char *text = NULL;

      if (facts == NULL)
        continue;
      moments = soleus_reminder_plan_list_next (soleus_test_facts_get (facts), scenes[i].count);
      text = soleus_test_moments_to_text (facts, moments);
      if (!g_str_equal (text, scenes[i].expected))
        g_error ("%s; %s; at %s\n  expected: %s\n  found:    %s", scenes[i].scene.rules, scenes[i].scene.ledger, scenes[i].scene.now, scenes[i].expected, text);
    }
}

/* One that never comes does not make the list, or the plan, search for ever. */
static void
test_never (void)
{
  static const SoleusTestScene scene = { .rules = "check-in 1:00; trial; stretch 23:00; drink 5 23:00 1:00; dose; quiet 22:00 21:59", .now = "03-03 21:59",
                                         .medicines = "every-n-hours 2026-01-01; every 1; times 0:00 | daily 2026-01-01; times 23:00 0:00", .known = "from 03-03 21:00" };
  g_autoptr (SoleusTestFacts) facts = soleus_test_facts_new (&scene);
  g_autoptr (GArray) moments = soleus_reminder_plan_list_next (soleus_test_facts_get (facts), 3);
  g_autoptr (SoleusReminderPlan) plan = soleus_reminder_plan_new (soleus_test_facts_get (facts));
  g_autofree char *text = soleus_test_moments_to_text (facts, moments);

  g_assert_cmpstr (text, ==, "dose 03-04 21:00 on 03-04 21:59, dose 03-05 21:00 on 03-05 21:59, dose 03-06 21:00 on 03-06 21:59");
  g_assert_cmpint (plan->next, >, soleus_test_facts_get (facts)->now.utc);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reminder-zones/spring", test_spring);
  g_test_add_func ("/reminder-zones/autumn", test_autumn);
  g_test_add_func ("/reminder-zones/skipped-day", test_skipped_day);
  g_test_add_func ("/reminder-zones/travel", test_travel);
  g_test_add_func ("/reminder-zones/list", test_list);
  g_test_add_func ("/reminder-zones/never", test_never);
  return g_test_run ();
}
