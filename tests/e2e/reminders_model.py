# SPDX-License-Identifier: GPL-3.0-or-later
"""What becomes of each reminder, worked out from an exported diary and from the rules of reminders as they are written down, one
moment after the other. It shares nothing with the planner, and it plays the person too: seeded dice say what they do.
"""
import datetime
import heapq
import random
import zoneinfo

MINUTE, HOUR, DAY = 60, 3600, 86400


class Row:
    """One line of the expected ledger."""

    def __init__(self, at, state, answer=None):
        self.at, self.state, self.answer = at, state, answer
        self.shown = self.answered = self.until = None
        self.base = None  # what its lateness is counted from
        self.alone = True  # on the screen


class Model:
    def __init__(self, archive, zone, begin, end, seed):
        self.zone, self.begin, self.end = zoneinfo.ZoneInfo(zone), begin, end
        self.rules = {rule["reminder"]: rule for rule in archive["reminders"]}
        self.quiet = archive["reminding"][0] if archive.get("reminding") else {}
        self.goal = archive["profile"][0].get("drink_goal_ml", 0)
        self.glass = archive["profile"][0].get("usual_drink_ml", 250)
        self.routines = archive.get("routines", [])
        self.medicines = {medicine["id"]: medicine for medicine in archive["medicines"]}
        self.schedules = archive["schedules"]
        self.dice = random.Random(seed)
        self.rows, self.nights, self.stretches, self.doses, self.drinks = {}, set(), [], {}, []
        self.paused = (0, 0)  # from when until when
        self.off = []  # (from, until, how)
        self.timeline = []  # (when, what, ...): what the person and the computer do
        self.queue, self.used, self.number = [], set(), 0
        self.moments = sorted(self.list_moments(), key=lambda moment: moment[0])

    # Time

    def utc(self, date, minute):
        """The first instant at which the clock shows it, or the next one that it shows."""
        while True:
            local = datetime.datetime.combine(date, datetime.time(minute // 60, minute % 60), self.zone)
            utc = int(local.timestamp())
            if datetime.datetime.fromtimestamp(utc, self.zone).replace(tzinfo=None) == local.replace(tzinfo=None):
                return utc
            minute += 1

    def local(self, utc):
        return datetime.datetime.fromtimestamp(utc, self.zone)

    def dates(self):
        date = self.local(self.begin).date()
        while date <= self.local(self.end).date():
            yield date
            date += datetime.timedelta(days=1)

    # What is due when

    def list_doses(self, date):
        """By minute: the medicines that are due."""
        due = {}
        for schedule in self.schedules:
            medicine = self.medicines[schedule["medicine"]]
            assert schedule["pattern"] in ("daily", "weekdays"), schedule
            if not schedule["valid_from"] <= str(date) <= schedule.get("valid_until", "9999") or str(date) >= medicine.get("stopped", "9999"):
                continue
            if schedule["pattern"] == "weekdays" and not schedule["weekdays"] >> date.weekday() & 1:
                continue
            for time in schedule["times"]:
                due.setdefault(time["minute"], set()).add(schedule["medicine"])
        return due

    def list_moments(self):
        for date in self.dates():
            for kind, rule in self.rules.items():
                if not rule.get("on"):
                    continue
                if kind == "dose":
                    minutes = sorted(self.list_doses(date))
                elif kind == "drink":
                    minutes = range(rule["from_minute"], rule["until_minute"] + 1, rule["every_min"])
                else:
                    minutes = [time["minute"] for time in rule["times"] if time.get("weekdays", 127) >> date.weekday() & 1]
                for minute in minutes:
                    utc = self.utc(date, minute)
                    if self.begin <= utc < self.end:
                        yield utc, kind, date, minute

    def is_quiet(self, utc):
        if not self.quiet.get("quiet"):
            return False
        local = self.local(utc)
        minute, start, stop = local.hour * 60 + local.minute, self.quiet["quiet_from"], self.quiet["quiet_until"]
        return start <= minute < stop if start <= stop else minute >= start or minute < stop

    def after_quiet(self, utc):
        while self.is_quiet(utc):
            utc += MINUTE - utc % MINUTE
        return utc

    def next_dose(self, medicine, utc):
        """When the dose after that of UTC is due."""
        for later, kind, date, minute in self.moments:
            if kind == "dose" and later > utc and medicine in self.list_doses(date)[minute]:
                return later
        return utc + 100 * DAY

    # What was done

    def open_doses(self, date, minute):
        return {medicine for medicine in self.list_doses(date)[minute] if (medicine, date, minute) not in self.doses}

    def is_trying(self, date):
        return any(routine["start"] <= str(date) < routine.get("stop", "9999") for routine in self.routines)

    def why_silent(self, utc, kind, date, minute):
        if kind == "check-in" and date in self.nights:
            return "done"
        if kind == "drink" and self.goal and sum(amount for when, amount in self.drinks if self.local(when).date() == date) >= self.goal:
            return "goal"
        if kind == "stretch":
            noon = self.utc(date, 720)
            night = (noon, self.utc(date + datetime.timedelta(days=1), 720)) if utc >= noon else (self.utc(date - datetime.timedelta(days=1), 720), noon)
            if any(self.local(when).date() == self.local(utc).date() or night[0] <= when < night[1] for when in self.stretches):
                return "done"
        if kind == "trial" and not self.is_trying(date):
            return "no-trial"
        if kind == "dose" and not self.open_doses(date, minute):
            return "done"
        return None

    # What makes sense

    def makes_sense(self, now, utc, kind, date, minute, begins):
        """UTC is its time, or until when it was put off; BEGINS asks whether to put it up, otherwise whether it may stay."""
        if kind == "check-in":
            return now < max(self.utc(date, 18 * 60), utc + 3 * HOUR)
        if kind == "stretch":
            return now < utc + 2 * HOUR
        if kind == "trial":
            return now < max(self.utc(date + datetime.timedelta(days=1), 0), utc + 3 * HOUR)
        if kind == "dose":
            due = self.utc(date, minute)
            return any(now < self.next_dose(medicine, due) for medicine in self.list_doses(date)[minute]) and now < utc + 12 * HOUR
        later = [moment for moment, other, *_ in self.moments if other == "drink" and utc < moment <= now]
        if later or not begins or now == utc:
            return not later
        rule = self.rules["drink"]
        return now <= utc + rule["every_min"] * MINUTE / 2 and now <= self.utc(date, rule["until_minute"])

    def is_open(self, now, moment):
        utc, kind, date, minute = moment
        row = self.rows.get(moment)
        if row is None or row.state != "shown" or row.answer is not None or not self.makes_sense(now, row.base, kind, date, minute, False):
            return False
        return kind == "dose" or not any(other[1] == kind and other != moment and self.rows[other].shown is not None and
                                         self.rows[other].shown >= row.shown and other[0] > utc for other in self.rows)

    # One moment after the other

    def at(self, when, *what):
        """Something will be done at a moment of its own."""
        when = int(when)
        while when in self.used:
            when += 1
        self.used.add(when)
        self.number += 1
        heapq.heappush(self.queue, (when, self.number, what))
        return when

    def is_off(self, when):
        return any(start <= when < stop for start, stop, _ in self.off)

    def look(self, now):
        """All that is due by NOW gets its line; what is to be seen then."""
        for moment, row in self.rows.items():
            if self.is_open(now, moment) and self.why_silent(*moment) == "done":
                row.state, row.answer, row.answered = "answered", "done", now
        fresh = []
        for moment in self.moments:
            utc, kind, date, minute = moment
            if utc > now:
                break
            row = self.rows.get(moment)
            if row is not None:
                if row.state == "snoozed" and row.until <= now:
                    if self.why_silent(*moment) is not None:
                        row.state, row.answer = "withdrawn", "done"
                    elif self.makes_sense(now, row.until, kind, date, minute, True):
                        row.state, row.shown, row.base = "shown", now, row.until
                        fresh.append(moment)
                    else:
                        row.state = "missed"
                continue
            if self.paused[0] <= utc < self.paused[1]:
                self.rows[moment] = Row(now, "missed", "paused")
                continue
            if self.is_quiet(utc):
                if kind not in ("dose", "check-in"):
                    self.rows[moment] = Row(now, "missed", "quiet")
                    continue
                if now < self.after_quiet(utc):
                    continue
            why = self.why_silent(*moment)
            if why is not None:
                self.rows[moment] = Row(now, "withdrawn", why)
            elif self.makes_sense(now, utc, kind, date, minute, True):
                self.rows[moment] = row = Row(now, "shown")
                row.shown, row.base = now, utc
                fresh.append(moment)
            else:
                self.rows[moment] = Row(now, "missed")
        for moment in fresh:
            self.rows[moment].alone = len(fresh) == 1
            self.decide(now, moment)

    CHOICES = {
        "check-in": ["no-cramps"] * 4 + ["later", "night", "cramps", "ignore", "dismiss"],
        "drink": ["drank"] * 4 + ["not-now", "ignore", "ignore", "dismiss"],
        "stretch": ["start", "start", "soon", "soon", "not-now", "stretch", "ignore", "dismiss"],
        "dose": ["taken"] * 5 + ["skip", "later", "dose", "ignore", "dismiss"],
        "trial": ["done", "done", "later", "ignore"],
    }

    def decide(self, now, moment):
        choice = self.dice.choice(self.CHOICES[moment[1]])
        if choice != "ignore":
            self.at(now + self.dice.randint(1, 45) * MINUTE + self.dice.randint(1, 59), choice, moment)

    def act(self, now, what, moment=None):
        """Returns whether it can be done then, and does it."""
        if self.is_off(now) or (moment is not None and not self.is_open(now, moment)):
            return False
        if what == "dismiss":
            if not self.rows[moment].alone:
                return False
            self.rows[moment].answer = "closed"
            return True
        kind, date, minute = moment[1:] if moment is not None else (None, self.local(now).date(), None)
        row = self.rows.get(moment)
        if what in ("later", "soon"):
            row.state, row.until = "snoozed", now + (15 if what == "soon" else 30) * MINUTE
            self.at(row.until, "look")
            return True
        if what in ("no-cramps", "night", "cramps"):
            self.nights.add(date)
        elif what in ("drank", "drink-much"):
            self.drinks.append((now, self.glass if what == "drank" else self.goal))
        elif what in ("taken", "skip", "dose"):
            for medicine in self.open_doses(date, minute):
                self.doses[medicine, date, minute] = what
        elif what == "stretch":
            self.stretches.append(now)
        elif what == "dose-early":
            minute = min(minute for minute in self.list_doses(date) if self.utc(date, minute) > now)
            for medicine in self.list_doses(date)[minute]:
                self.doses[medicine, date, minute] = what
        elif what == "pause":
            morning = date if self.local(now).hour < 4 else date + datetime.timedelta(days=1)
            self.paused = now, self.utc(morning, 240)
        if row is not None and what not in ("night", "cramps", "stretch", "dose"):
            answers = {"skip": "skipped", "start": "started"}
            row.state, row.answer, row.answered = "answered", answers.get(what, what), now
        return True

    def run(self):
        for start, stop, how in self.off:
            self.at(start, "off", how)
            self.at(stop, "on", how)
        for utc, kind, *_ in self.moments:
            for when in {utc, self.after_quiet(utc)}:
                self.number += 1
                heapq.heappush(self.queue, (when, -1, ("look",)))
        while self.queue:
            now, _, (what, *more) = heapq.heappop(self.queue)
            if now >= self.end:
                break
            if what in ("off", "on"):
                self.timeline.append((now, what, *more))
            elif what != "look" and self.act(now, what, *more):
                self.timeline.append((now, what, *more))
            if not self.is_off(now):
                self.look(now)

    def ledger(self):
        """As it is compared: by identity, what a row of the archive must say."""
        return {(kind, str(date), minute): (row.state, row.answer, row.at, row.shown, row.answered) for (_, kind, date, minute), row in self.rows.items()}
