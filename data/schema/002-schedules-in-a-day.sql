-- SPDX-License-Identifier: GPL-3.0-or-later
-- Version 2: a schedule can begin and end within a day, and the usual drink has a kind.
--
-- On its first day a schedule counts from "from_minute" on, on its last day before "until_minute": a plan that is changed at
-- three in the afternoon neither makes a dose of that morning due nor forgets the one that was.

ALTER TABLE "schedule" ADD COLUMN "from_minute" INTEGER;
ALTER TABLE "schedule" ADD COLUMN "until_minute" INTEGER;
ALTER TABLE "profile" ADD COLUMN "usual_drink" TEXT;
