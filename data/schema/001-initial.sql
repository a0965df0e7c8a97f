-- SPDX-License-Identifier: GPL-3.0-or-later
-- Version 1: the whole diary.
--
-- "record" holds what every record has: identity, life, and its place in time. Each kind has a table of its own with the
-- same id, and one more for each of its lists. Instants are seconds since 1970-01-01T00:00:00Z, each with the minutes
-- east of UTC that the clock showed; days are counted from 1970-01-01; decimals are kept in thousandths; yes is 1 and no
-- is 0, and NULL is always "not said".

CREATE TABLE "kind" (
  "kind" INTEGER PRIMARY KEY,
  "name" TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE "record" (
  "id" INTEGER PRIMARY KEY,
  "kind" INTEGER NOT NULL REFERENCES "kind" ("kind"),
  "uuid" TEXT NOT NULL UNIQUE,
  "created" INTEGER NOT NULL,
  "modified" INTEGER NOT NULL,
  "revision" INTEGER NOT NULL,
  -- When it was moved to the trash. Purged: it has left the trash, and only the identity is kept as a tombstone.
  "deleted" INTEGER,
  "purged" INTEGER NOT NULL DEFAULT 0,
  "at" INTEGER,
  "at_offset" INTEGER,
  "day" INTEGER,
  -- A night runs from noon to noon and bears the date of its morning.
  "night" INTEGER GENERATED ALWAYS AS (coalesce("day", ("at" + "at_offset" * 60 + 43200) / 86400)) VIRTUAL,
  "note" TEXT,
  CHECK (("at" IS NULL) = ("at_offset" IS NULL)),
  CHECK ("purged" = 0 OR "deleted" IS NOT NULL)
) STRICT;

-- Reading a kind in order of time, for months, days, lists and the archive.
CREATE INDEX "record_by_kind" ON "record" ("kind", "night", "at");
-- The timeline: what was not deleted and has a place in time, newest first.
CREATE INDEX "record_by_night" ON "record" ("night", "at", "kind", "revision", "modified") WHERE "deleted" IS NULL AND "night" IS NOT NULL;
CREATE INDEX "record_by_note" ON "record" ("night", "at", "note") WHERE "deleted" IS NULL AND "note" IS NOT NULL;
CREATE INDEX "record_in_trash" ON "record" ("deleted") WHERE "deleted" IS NOT NULL;

-- An unsaved form, kept so that nothing typed is lost. It never leaves this computer.
CREATE TABLE "draft" (
  "form" TEXT PRIMARY KEY,
  "saved" INTEGER NOT NULL,
  "content" TEXT NOT NULL
) STRICT;

CREATE TABLE "episode" (
  "id" INTEGER PRIMARY KEY REFERENCES "record" ("id") ON DELETE CASCADE,
  "precision" TEXT NOT NULL,
  "start_span_min" INTEGER,
  "end" INTEGER,
  "end_offset" INTEGER,
  "seconds" INTEGER,
  "open" INTEGER,
  "pain" INTEGER,
  "doing" TEXT,
  "woke" INTEGER,
  "impact" TEXT,
  "fell" TEXT,
  "injury" INTEGER,
  "sore_hours" INTEGER,
  "still_hard" INTEGER,
  "eases_on_stopping_minutes" INTEGER,
  "recurrences" INTEGER,
  "night_time" INTEGER NOT NULL
) STRICT;
CREATE TABLE "episode_sites" (
  "id" INTEGER NOT NULL REFERENCES "episode" ("id") ON DELETE CASCADE,
  "position" INTEGER NOT NULL,
  "muscle" TEXT NOT NULL,
  "side" TEXT,
  PRIMARY KEY ("id", "position")
) STRICT, WITHOUT ROWID;
CREATE TABLE "episode_tried" (
  "id" INTEGER NOT NULL REFERENCES "episode" ("id") ON DELETE CASCADE,
  "position" INTEGER NOT NULL,
  "action" TEXT NOT NULL,
  "helped" TEXT,
  "started_after_min" INTEGER,
  PRIMARY KEY ("id", "position")
) STRICT, WITHOUT ROWID;

CREATE TABLE "night" (
  "id" INTEGER PRIMARY KEY REFERENCES "record" ("id") ON DELETE CASCADE,
  "said" TEXT,
  "count" INTEGER,
  "wakings_by_cramp" INTEGER,
  "enough_sleep" INTEGER,
  "sleep_lost_to_cramps" INTEGER,
  "sleep_worry" INTEGER
) STRICT;

CREATE TABLE "check" (
  "id" INTEGER PRIMARY KEY REFERENCES "record" ("id") ON DELETE CASCADE,
  "episode" TEXT,
  "finished" INTEGER
) STRICT;
CREATE TABLE "check_answers" (
  "id" INTEGER NOT NULL REFERENCES "check" ("id") ON DELETE CASCADE,
  "position" INTEGER NOT NULL,
  "fact" TEXT NOT NULL,
  "value" TEXT,
  "number" INTEGER,
  "unit" TEXT,
  "past" INTEGER,
  "days_ago" INTEGER,
  PRIMARY KEY ("id", "position")
) STRICT, WITHOUT ROWID;

CREATE TABLE "verdict" (
  "id" INTEGER PRIMARY KEY REFERENCES "record" ("id") ON DELETE CASCADE,
  "level" TEXT NOT NULL,
  "complete" INTEGER,
  "rules_version" INTEGER NOT NULL,
  "check" TEXT,
  "acknowledgement" TEXT,
  "acknowledged" INTEGER,
  "acknowledged_offset" INTEGER
) STRICT;
CREATE TABLE "verdict_findings" (
  "id" INTEGER NOT NULL REFERENCES "verdict" ("id") ON DELETE CASCADE,
  "position" INTEGER NOT NULL,
  "rule" TEXT NOT NULL,
  "level" TEXT NOT NULL,
  "basis" TEXT,
  "facts" TEXT,
  PRIMARY KEY ("id", "position")
) STRICT, WITHOUT ROWID;
CREATE TABLE "verdict_open_questions" (
  "id" INTEGER NOT NULL REFERENCES "verdict" ("id") ON DELETE CASCADE,
  "position" INTEGER NOT NULL,
  "fact" TEXT NOT NULL,
  PRIMARY KEY ("id", "position")
) STRICT, WITHOUT ROWID;

CREATE TABLE "prompt" (
  "id" INTEGER PRIMARY KEY REFERENCES "record" ("id") ON DELETE CASCADE,
  "prompt" TEXT NOT NULL,
  "level" TEXT,
  "answer" TEXT,
  "answered" INTEGER,
  "answered_offset" INTEGER
) STRICT;

CREATE TABLE "drink" (
  "id" INTEGER PRIMARY KEY REFERENCES "record" ("id") ON DELETE CASCADE,
  "drink" TEXT NOT NULL,
  "amount_ml" INTEGER NOT NULL,
  "container" TEXT
) STRICT;

CREATE TABLE "container" (
  "id" INTEGER PRIMARY KEY REFERENCES "record" ("id") ON DELETE CASCADE,
  "name" TEXT NOT NULL,
  "amount_ml" INTEGER NOT NULL,
  "drink" TEXT
) STRICT;

CREATE TABLE "meal" (
  "id" INTEGER PRIMARY KEY REFERENCES "record" ("id") ON DELETE CASCADE,
  "meal" TEXT
) STRICT;
CREATE TABLE "meal_items" (
  "id" INTEGER NOT NULL REFERENCES "meal" ("id") ON DELETE CASCADE,
  "position" INTEGER NOT NULL,
  "food" TEXT,
  "own_food" TEXT,
  "name" TEXT,
  "servings" INTEGER,
  PRIMARY KEY ("id", "position")
) STRICT, WITHOUT ROWID;

CREATE TABLE "food" (
  "id" INTEGER PRIMARY KEY REFERENCES "record" ("id") ON DELETE CASCADE,
  "name" TEXT NOT NULL,
  "serving" TEXT,
  "potassium_mg" INTEGER,
  "calcium_mg" INTEGER,
  "magnesium_mg" INTEGER
) STRICT;

CREATE TABLE "medicine" (
  "id" INTEGER PRIMARY KEY REFERENCES "record" ("id") ON DELETE CASCADE,
  "name" TEXT NOT NULL,
  "strength" TEXT,
  "form" TEXT,
  "instructions" TEXT,
  "reason" TEXT,
  "started" INTEGER,
  "started_unsure" INTEGER,
  "stopped" INTEGER,
  "ask_doctor" INTEGER
) STRICT;

CREATE TABLE "schedule" (
  "id" INTEGER PRIMARY KEY REFERENCES "record" ("id") ON DELETE CASCADE,
  "medicine" TEXT NOT NULL,
  "valid_from" INTEGER NOT NULL,
  "valid_until" INTEGER,
  "pattern" TEXT NOT NULL,
  "weekdays" INTEGER,
  "every" INTEGER,
  "month_day" INTEGER,
  "short_month" TEXT,
  "window_from" INTEGER,
  "window_until" INTEGER,
  "days_on" INTEGER,
  "days_off" INTEGER,
  "cycle_start" INTEGER,
  "gap_min" INTEGER,
  "most_a_day" INTEGER
) STRICT;
CREATE TABLE "schedule_times" (
  "id" INTEGER NOT NULL REFERENCES "schedule" ("id") ON DELETE CASCADE,
  "position" INTEGER NOT NULL,
  "minute" INTEGER NOT NULL,
  "amount" INTEGER,
  PRIMARY KEY ("id", "position")
) STRICT, WITHOUT ROWID;
CREATE TABLE "schedule_pauses" (
  "id" INTEGER NOT NULL REFERENCES "schedule" ("id") ON DELETE CASCADE,
  "position" INTEGER NOT NULL,
  "from" INTEGER NOT NULL,
  "until" INTEGER,
  PRIMARY KEY ("id", "position")
) STRICT, WITHOUT ROWID;

CREATE TABLE "dose_change" (
  "id" INTEGER PRIMARY KEY REFERENCES "record" ("id") ON DELETE CASCADE,
  "medicine" TEXT NOT NULL,
  "changed" INTEGER NOT NULL,
  "strength_before" TEXT,
  "strength_after" TEXT
) STRICT;

CREATE TABLE "stock" (
  "id" INTEGER PRIMARY KEY REFERENCES "record" ("id") ON DELETE CASCADE,
  "medicine" TEXT NOT NULL,
  "amount" INTEGER NOT NULL,
  "warn_days" INTEGER
) STRICT;

CREATE TABLE "dose" (
  "id" INTEGER PRIMARY KEY REFERENCES "record" ("id") ON DELETE CASCADE,
  "medicine" TEXT NOT NULL,
  "status" TEXT NOT NULL,
  "due_date" INTEGER,
  "due_minute" INTEGER,
  "amount" INTEGER
) STRICT;

CREATE TABLE "stretch" (
  "id" INTEGER PRIMARY KEY REFERENCES "record" ("id") ON DELETE CASCADE,
  "seconds" INTEGER,
  "plan" TEXT,
  "finished" INTEGER,
  "by_hand" INTEGER
) STRICT;
CREATE TABLE "stretch_played" (
  "id" INTEGER NOT NULL REFERENCES "stretch" ("id") ON DELETE CASCADE,
  "position" INTEGER NOT NULL,
  "card" TEXT NOT NULL,
  "side" TEXT,
  "seconds" INTEGER,
  "repeats" INTEGER,
  PRIMARY KEY ("id", "position")
) STRICT, WITHOUT ROWID;

CREATE TABLE "plan" (
  "id" INTEGER PRIMARY KEY REFERENCES "record" ("id") ON DELETE CASCADE,
  "name" TEXT NOT NULL,
  "bedtime" INTEGER
) STRICT;
CREATE TABLE "plan_steps" (
  "id" INTEGER NOT NULL REFERENCES "plan" ("id") ON DELETE CASCADE,
  "position" INTEGER NOT NULL,
  "card" TEXT NOT NULL,
  "hold_seconds" INTEGER,
  "repeats" INTEGER,
  "both_sides" INTEGER,
  PRIMARY KEY ("id", "position")
) STRICT, WITHOUT ROWID;

CREATE TABLE "habit" (
  "id" INTEGER PRIMARY KEY REFERENCES "record" ("id") ON DELETE CASCADE,
  "habit" TEXT NOT NULL
) STRICT;

CREATE TABLE "routine" (
  "id" INTEGER PRIMARY KEY REFERENCES "record" ("id") ON DELETE CASCADE,
  "routine" TEXT NOT NULL,
  "name" TEXT,
  "start" INTEGER NOT NULL,
  "stop" INTEGER
) STRICT;

CREATE TABLE "favourite" (
  "id" INTEGER PRIMARY KEY REFERENCES "record" ("id") ON DELETE CASCADE,
  "favourite" TEXT NOT NULL,
  "target" TEXT NOT NULL,
  "opened" INTEGER,
  "opened_offset" INTEGER,
  "marked" INTEGER
) STRICT;

CREATE TABLE "profile" (
  "id" INTEGER PRIMARY KEY REFERENCES "record" ("id") ON DELETE CASCADE,
  "birth_year" INTEGER,
  "pregnant" INTEGER,
  "due_date" INTEGER,
  "birth_of_child" INTEGER,
  "fluid_limit" INTEGER,
  "fluid_limit_ml" INTEGER,
  "potassium_limit" INTEGER,
  "fall_risk" INTEGER,
  "numb_feet" INTEGER,
  "poor_circulation" INTEGER,
  "smoking" TEXT,
  "family_clots" INTEGER,
  "allergies" TEXT,
  "emergency_number" TEXT,
  "country" TEXT,
  "volume_unit" TEXT,
  "temperature_unit" TEXT,
  "first_weekday" INTEGER,
  "usual_drink_ml" INTEGER,
  "drink_goal_ml" INTEGER,
  "letter_keys" INTEGER,
  "sounds" INTEGER,
  "welcome_done" INTEGER
) STRICT;
CREATE TABLE "profile_conditions" (
  "id" INTEGER NOT NULL REFERENCES "profile" ("id") ON DELETE CASCADE,
  "position" INTEGER NOT NULL,
  "condition" TEXT NOT NULL,
  PRIMARY KEY ("id", "position")
) STRICT, WITHOUT ROWID;

CREATE TABLE "reminder" (
  "id" INTEGER PRIMARY KEY REFERENCES "record" ("id") ON DELETE CASCADE,
  "reminder" TEXT NOT NULL,
  "on" INTEGER,
  "every_min" INTEGER,
  "from_minute" INTEGER,
  "until_minute" INTEGER,
  "tone" INTEGER
) STRICT;
CREATE TABLE "reminder_times" (
  "id" INTEGER NOT NULL REFERENCES "reminder" ("id") ON DELETE CASCADE,
  "position" INTEGER NOT NULL,
  "minute" INTEGER NOT NULL,
  "weekdays" INTEGER,
  PRIMARY KEY ("id", "position")
) STRICT, WITHOUT ROWID;

CREATE TABLE "reminding" (
  "id" INTEGER PRIMARY KEY REFERENCES "record" ("id") ON DELETE CASCADE,
  "quiet" INTEGER,
  "quiet_from" INTEGER,
  "quiet_until" INTEGER,
  "wording" TEXT,
  "paused_until" INTEGER,
  "paused_until_offset" INTEGER,
  "offered" INTEGER
) STRICT;

CREATE TABLE "notice" (
  "id" INTEGER PRIMARY KEY REFERENCES "record" ("id") ON DELETE CASCADE,
  "reminder" TEXT NOT NULL,
  "due_date" INTEGER,
  "due_minute" INTEGER,
  "state" TEXT NOT NULL,
  "shown" INTEGER,
  "shown_offset" INTEGER,
  "answered" INTEGER,
  "answered_offset" INTEGER,
  "answer" TEXT,
  "snoozed_until" INTEGER,
  "snoozed_until_offset" INTEGER
) STRICT;
CREATE TABLE "notice_doses" (
  "id" INTEGER NOT NULL REFERENCES "notice" ("id") ON DELETE CASCADE,
  "position" INTEGER NOT NULL,
  "medicine" TEXT NOT NULL,
  PRIMARY KEY ("id", "position")
) STRICT, WITHOUT ROWID;

CREATE INDEX "episode_sites_by_muscle" ON "episode_sites" ("muscle", "side");
CREATE INDEX "dose_by_medicine" ON "dose" ("medicine");
CREATE INDEX "schedule_by_medicine" ON "schedule" ("medicine");

INSERT INTO "kind" ("kind", "name") VALUES
  (1, 'episode'),
  (2, 'night'),
  (3, 'check'),
  (4, 'verdict'),
  (5, 'prompt'),
  (6, 'drink'),
  (7, 'container'),
  (8, 'meal'),
  (9, 'food'),
  (10, 'medicine'),
  (11, 'schedule'),
  (12, 'dose_change'),
  (13, 'stock'),
  (14, 'dose'),
  (15, 'stretch'),
  (16, 'plan'),
  (17, 'habit'),
  (18, 'routine'),
  (19, 'favourite'),
  (20, 'profile'),
  (21, 'reminder'),
  (22, 'reminding'),
  (23, 'notice');
