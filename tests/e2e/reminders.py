# SPDX-License-Identifier: GPL-3.0-or-later
"""What the tests of the reminders' real program share: a bus and folders of its own for each test, a mocked notification service, a
clock that only the test moves, the terminal beside it, and a stand-in for the window.

SOLEUS_REMINDERD, SOLEUSCTL and SOLEUS_STEP_CLOCK_LIBRARY name what was built.
"""
import datetime
import json
import os
import shutil
import signal
import subprocess
import tempfile
import time
import unittest
import zoneinfo

from gi.repository import Gio, GLib

import stepclock

REMINDERD = os.environ.get("SOLEUS_REMINDERD", "soleus-reminderd")
SOLEUSCTL = os.environ.get("SOLEUSCTL", "soleusctl")
TOOLS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "tools")
APP_ID = "io.github.soleus_diary.Soleus"
NAME = APP_ID + ".Reminders"
PATH = "/" + NAME.replace(".", "/")
WINDOW_PATH = "/" + APP_ID.replace(".", "/")
NOTIFICATIONS = ("org.freedesktop.Notifications", "/org/freedesktop/Notifications")
MINUTE, HOUR, DAY = 60, 3600, 86400

WINDOW = """<node><interface name="org.freedesktop.Application">
 <method name="Activate"><arg type="a{sv}" direction="in"/></method>
 <method name="ActivateAction"><arg type="s" direction="in"/><arg type="av" direction="in"/><arg type="a{sv}" direction="in"/></method>
</interface></node>"""


def tasks(pid):
    """What the threads of a process do, and how often they were woken; None where it has ended."""
    found = []
    try:
        for task in sorted(os.listdir("/proc/%d/task" % pid)):
            with open("/proc/%d/task/%s/status" % (pid, task)) as file:
                status = dict(line.split(":", 1) for line in file)
            if status["State"].split()[0] == "Z":
                return None
            found.append((task, status["State"].split()[0], status["voluntary_ctxt_switches"].strip(),
                          status["nonvoluntary_ctxt_switches"].strip()))
    except (FileNotFoundError, ProcessLookupError):
        return None
    return found


class Bus:
    """A session bus with nothing on it but what SERVICES can start."""

    def __init__(self, folder, environment, services):
        with open(os.path.join(folder, "bus.conf"), "w") as file:
            file.write("<busconfig><type>session</type><listen>unix:path=%s/bus</listen><auth>EXTERNAL</auth>"
                       "<servicedir>%s</servicedir><policy context=\"default\"><allow send_destination=\"*\" eavesdrop=\"true\"/>"
                       "<allow eavesdrop=\"true\"/><allow own=\"*\"/></policy></busconfig>" % (folder, services))
        with open(os.path.join(folder, "bus.log"), "w") as log:
            self.process = subprocess.Popen(["dbus-daemon", "--config-file=" + file.name, "--nofork", "--nopidfile", "--print-address"],
                                            stdout=subprocess.PIPE, stderr=log, env=environment, text=True)
        self.address = self.process.stdout.readline().strip()
        self.connection = Gio.DBusConnection.new_for_address_sync(
            self.address, Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION, None, None)
        self.connection.set_exit_on_close(False)

    def call(self, name, path, interface, method, parameters=None, milliseconds=5000, start=False):
        flags = Gio.DBusCallFlags.NONE if start else Gio.DBusCallFlags.NO_AUTO_START
        return self.connection.call_sync(name, path, interface, method, parameters, None, flags, milliseconds, None).unpack()

    def ask(self, method, *values):
        return self.call("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", method,
                         GLib.Variant("(" + "s" * len(values) + ")", values) if values else None)[0]

    def owns(self, name):
        return self.ask("NameHasOwner", name)

    def stop(self):
        if not self.connection.is_closed():
            self.connection.close_sync(None)
        self.process.terminate()
        self.process.wait()
        self.process.stdout.close()


class Test(unittest.TestCase):
    ZONE = "Europe/Berlin"
    START = "2026-03-03 06:00"
    NOTIFY = ()  # options of mock-notifications; None for no service at all
    QUIET = True  # nothing may be said on standard error

    def setUp(self):
        self.folder = tempfile.mkdtemp(prefix="soleus-reminders-")
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)
        self.home = os.path.join(self.folder, "home")
        self.services = os.path.join(self.folder, "services")
        self.notified = os.path.join(self.folder, "notifications.jsonl")
        self.complaints = os.path.join(self.folder, "stderr")
        self.diary = os.path.join(self.home, "data", "soleus", "diary.sqlite3")
        for folder in ("config", "data", "state", "cache", "run"):
            os.makedirs(os.path.join(self.home, folder), mode=0o700)
        os.makedirs(self.services)
        for path in (self.notified, self.complaints):
            open(path, "w").close()
        self.zone = zoneinfo.ZoneInfo(self.ZONE)
        self.clock = stepclock.StepClock(os.path.join(self.folder, "clock"), self.at(self.START))
        self.rules, self.daemon, self.pid, self.server, self.window_calls = {}, None, None, None, []
        self.bus = Bus(self.folder, self.environment(), self.services)
        self.addCleanup(self.bus.stop)
        if self.NOTIFY is not None:
            self.start_server(*self.NOTIFY)
        self.addCleanup(self.stop_server)
        self.addCleanup(self.stop, signal.SIGKILL)

    # The programs

    def environment(self, **more):
        keep = {name: value for name, value in os.environ.items()
                if name in ("PATH", "GSETTINGS_SCHEMA_DIR", "LD_LIBRARY_PATH", "GCOV_PREFIX", "MALLOC_ARENA_MAX")}
        # As if it were installed: the entry that starts it at login names it by where it is found.
        keep["PATH"] = os.path.dirname(os.path.abspath(REMINDERD)) + ":" + keep.get("PATH", "/usr/bin:/bin")
        keep.update(LC_ALL="C.UTF-8", HOME=self.home, TZ=self.ZONE, G_DEBUG="fatal-criticals", GSETTINGS_BACKEND="memory",
                    GIO_USE_VFS="local", DBUS_SESSION_BUS_ADDRESS="unix:path=%s/bus" % self.folder, PYTHONDONTWRITEBYTECODE="1",
                    XDG_DATA_HOME=os.path.join(self.home, "data"), XDG_CONFIG_HOME=os.path.join(self.home, "config"),
                    XDG_STATE_HOME=os.path.join(self.home, "state"), XDG_CACHE_HOME=os.path.join(self.home, "cache"),
                    XDG_RUNTIME_DIR=os.path.join(self.home, "run"), XDG_DATA_DIRS=self.folder, XDG_CONFIG_DIRS=self.folder)
        keep.update(more)
        return {name: value for name, value in keep.items() if value is not None}

    def start_server(self, *options):
        """The mocked notification service; it is on the bus when this returns."""
        self.server = subprocess.Popen([os.path.join(TOOLS, "mock-notifications"), "serve", self.notified, *options],
                                       env=self.environment())
        self.wait_for(lambda: self.bus.owns(NOTIFICATIONS[0]))

    def stop_server(self):
        if self.server is not None:
            self.server.kill()
            self.server.wait()
            self.server = None
            self.wait_for(lambda: not self.bus.owns(NOTIFICATIONS[0]))

    def start(self, *words, before=(), settle=True, **environment):
        """The program as the desktop starts it at login."""
        with open(self.complaints, "a") as complaints:
            self.daemon = subprocess.Popen([*before, REMINDERD, *words], stdin=subprocess.DEVNULL, stderr=complaints,
                                           env=self.environment(**dict(self.clock.environment, **environment)))
        self.pid = self.daemon.pid
        if settle:
            self.wait_for(lambda: self.bus.owns(NAME) or self.daemon.poll() is not None)
            self.settle()

    def stop(self, how=signal.SIGTERM, seconds=5):
        """Ends it, and tells how it ended."""
        daemon, self.daemon, self.pid = self.daemon, None, None
        if daemon is None:
            return None
        daemon.send_signal(how)
        try:
            return daemon.wait(seconds)
        except subprocess.TimeoutExpired:
            daemon.kill()
            daemon.wait()
            raise
        finally:
            self.wait_for(lambda: not self.bus.owns(NAME))

    def restart(self):
        self.stop(signal.SIGKILL)
        self.start()

    def make_activatable(self, name=NAME, program=REMINDERD):
        """What an installed service file does."""
        script = os.path.join(self.services, "start-" + name)
        words = " ".join("'%s=%s'" % entry for entry in self.environment(**self.clock.environment).items())
        with open(script, "w") as file:
            file.write("#!/bin/sh\nexec env %s '%s' 2>>'%s'\n" % (words, program, self.complaints))
        os.chmod(script, 0o755)
        with open(os.path.join(self.services, name + ".service"), "w") as file:
            file.write("[D-BUS Service]\nName=%s\nExec=%s\n" % (name, script))
        self.bus.call("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", "ReloadConfig")

    def find_pid(self):
        """Of the program that the bus started; it is ended with the test."""
        self.wait_for(lambda: self.bus.owns(NAME))
        self.pid = self.bus.ask("GetConnectionUnixProcessID", NAME)
        self.addCleanup(self.end, self.pid)
        return self.pid

    def end(self, pid):
        try:
            os.kill(pid, signal.SIGKILL)
        except ProcessLookupError:
            pass

    def remind(self, method, signature=None, *values, milliseconds=5000, start=False):
        """A call to the program over the bus."""
        return self.bus.call(NAME, PATH, NAME, method, GLib.Variant(signature, values) if signature else None, milliseconds, start)

    def get(self, name):
        return self.bus.call(NAME, PATH, "org.freedesktop.DBus.Properties", "Get", GLib.Variant("(ss)", (NAME, name)))[0]

    def play_window(self):
        """Owns the window's name, and keeps what it is asked for."""
        def called(_bus, _sender, _path, _interface, method, parameters, invocation):
            self.window_calls.append((method, *parameters.unpack()))
            invocation.return_value(None)

        for interface in Gio.DBusNodeInfo.new_for_xml(WINDOW).interfaces:
            self.bus.connection.register_object(WINDOW_PATH, interface, called, None, None)
        Gio.bus_own_name_on_connection(self.bus.connection, APP_ID, Gio.BusNameOwnerFlags.NONE, None, None)
        self.wait_for(lambda: self.bus.owns(APP_ID))

    # Time

    def at(self, text):
        """A local time as seconds since 1970; of a minute that comes twice the first."""
        return int(datetime.datetime.fromisoformat(text).replace(tzinfo=self.zone).timestamp())

    def say(self, utc):
        return datetime.datetime.fromtimestamp(utc, self.zone).isoformat()

    def resolve(self, moment):
        if isinstance(moment, int):
            return moment
        if len(moment) == 5:
            moment = "%s %s" % (self.say(self.clock.now)[:10], moment)
        return self.at(moment)

    def step(self, moment):
        """Time goes by until MOMENT: seconds since 1970, "2026-03-03 21:30", or "21:30" of the same day."""
        self.clock.step(self.pid or 0, self.resolve(moment))
        self.settle()

    def set_clock(self, moment):
        """Somebody sets the clock."""
        self.clock.set(self.pid or 0, self.resolve(moment))
        self.settle()

    @property
    def next(self):
        """When the program will wake up by itself, in local time."""
        armed = self.clock.armed_for(self.pid)
        return None if armed is None or armed > 1 << 33 else self.say(armed)[:16].replace("T", " ")

    def wait_for(self, what, seconds=5):
        end = time.monotonic() + seconds
        while not what():
            if time.monotonic() > end:
                self.fail("it did not happen" + self.tell())
            self.iterate()
            time.sleep(0.005)

    def iterate(self):
        while GLib.MainContext.default().iteration(False):
            pass

    def settle(self, seconds=20):
        """Until all who have a part in it sleep, and are not woken any more."""
        end, before, same = time.monotonic() + seconds, None, 0
        while same < 3:
            if time.monotonic() > end:
                self.fail("it does not come to rest" + self.tell())
            self.iterate()
            if self.pid is not None:
                self.clock.wake(self.pid)
            processes = [process.pid for process in (self.server, self.bus.process) if process is not None] + ([self.pid] if self.pid else [])
            now = [tasks(pid) for pid in processes]
            resting = all(state in "ST" for process in now if process is not None for _, state, *_ in process)
            same = same + 1 if resting and now == before else 0
            before = now
            time.sleep(0.006)

    def tell(self):
        with open(self.complaints) as file:
            said = file.read()
        up = [notification["summary"] for notification in self.up()] if self.bus.owns(NOTIFICATIONS[0]) else None
        return "\nup: %s\nit said: %s" % (up, said)

    # The diary

    def ctl(self, *words):
        return self.ctl_own("--diary", self.diary, *words)

    def ctl_own(self, *words):
        """On the person's own diary, so that it wakes the program too."""
        done = subprocess.run([SOLEUSCTL, "--now", self.say(self.clock.now), *words], env=self.environment(), stdin=subprocess.DEVNULL,
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        self.assertEqual((done.returncode, done.stderr), (0, ""), words)
        return done.stdout.strip()

    def records(self, kinds):
        return json.loads(self.ctl("list", kinds, "--json"))

    def rule(self, kind, *words, on=True):
        """Switches one kind on or off, with what else is to be said of it."""
        words = ("on=%s" % ("yes" if on else "no"), *words)
        if kind in self.rules:
            self.ctl("edit", self.rules[kind], *words)
        else:
            self.rules[kind] = self.ctl("log", "reminder", "reminder=" + kind, *words)

    def setting(self, *words):
        """Quiet hours, a pause, the wording."""
        known = self.records("reminding") if os.path.exists(self.diary) else []
        if known:
            self.ctl("edit", known[0]["id"], *words)
        else:
            self.ctl("log", "reminding", *words)

    def medicine(self, name, times, *words):
        uuid = self.ctl("log", "medicine", "name=" + name)
        self.ctl("log", "schedule", "medicine=" + uuid, "valid_from=" + self.say(self.clock.now)[:10], "pattern=daily", "times=" + times, *words)
        return uuid

    def ledger(self, kind=None):
        """The rows, in the order of what they are for."""
        rows = [row for row in self.records("ledger") if kind in (None, row["reminder"])]
        return sorted(rows, key=lambda row: (row.get("due_date", ""), row.get("due_minute", 0), row["reminder"], row["created"]))

    def states(self, kind=None):
        """The ledger in short: day, minute, state and answer."""
        return [(row["due_date"][5:], row["due_minute"], row["state"], row.get("answer")) for row in self.ledger(kind)]

    # The notifications

    def events(self, event="notify"):
        with open(self.notified) as file:
            lines = file.read().splitlines()
        return [e for e in map(json.loads, lines) if e["event"] == event]

    def control(self, method, signature=None, *values):
        return self.bus.call(*NOTIFICATIONS, "mock.Control", method, GLib.Variant(signature, values) if signature else None)

    def up(self):
        """What is on the screen."""
        return [json.loads(line) for line in self.control("List")[0].splitlines()]

    def titles(self):
        return sorted(notification["summary"] for notification in self.up())

    def find(self, words=""):
        """The one notification that is up, or of which the title or the text has WORDS."""
        found = [n for n in self.up() if words in n["summary"] or words in n["body"]]
        if len(found) != 1:
            self.fail("%d notifications have %r%s" % (len(found), words, self.tell()))
        return found[0]

    def buttons(self, words=""):
        return [label for key, label in self.find(words)["actions"].items() if key != "default"]

    def press(self, label, words=""):
        """A button by its label, or the notification itself by None."""
        notification = self.find(words)
        keys = [key for key, text in notification["actions"].items() if (key == "default" if label is None else text == label and key != "default")]
        self.assertEqual(len(keys), 1, notification)
        self.control("Action", "(us)", notification["id"], keys[0])
        self.settle()
        return keys[0]

    def dismiss(self, words="", reason=2):
        self.control("Close", "(uu)", self.find(words)["id"], reason)
        self.settle()

    def assert_up(self, *titles):
        if self.titles() != sorted(titles):
            self.fail("these should be up: %s%s" % (sorted(titles), self.tell()))

    def assert_quiet(self):
        """It ended as it should, and had nothing to complain of."""
        if self.daemon is not None:
            self.assertEqual(self.stop(), 0)
        with open(self.complaints) as file:
            self.assertEqual(file.read(), "")

    def tearDown(self):
        if self.QUIET and not any(error for _, error in getattr(self._outcome, "errors", [])):
            self.assert_quiet()
