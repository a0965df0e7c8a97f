# SPDX-License-Identifier: GPL-3.0-or-later
"""The test's end of tests/lib/step-clock.c: a real-time clock that stands still until it is set, and the timers that run by it.

SOLEUS_STEP_CLOCK_LIBRARY names the shim.
"""
import ctypes
import mmap
import os

LIBRARY = os.environ.get("SOLEUS_STEP_CLOCK_LIBRARY", "step-clock.so")
SECOND = 1000000000
N_TIMERS = 32


class Timer(ctypes.Structure):
    _fields_ = [("pid", ctypes.c_int32), ("fd", ctypes.c_int32), ("armed", ctypes.c_int32), ("told_of_sets", ctypes.c_int32),
                ("was_set", ctypes.c_int32), ("settings", ctypes.c_int32), ("when", ctypes.c_int64)]


class Page(ctypes.Structure):
    _fields_ = [("now", ctypes.c_int64), ("timers", Timer * N_TIMERS)]


class StepClock:
    """FOLDER is made; NOW is in seconds since 1970."""

    def __init__(self, folder, now):
        os.makedirs(folder)
        self.folder = folder
        with open(os.path.join(folder, "clock"), "w+b") as file:
            file.truncate(ctypes.sizeof(Page))
            self.map = mmap.mmap(file.fileno(), ctypes.sizeof(Page))
        self.page = Page.from_buffer(self.map)
        self.page.now = now * SECOND

    @property
    def environment(self):
        return {"LD_PRELOAD": LIBRARY, "SOLEUS_STEP_CLOCK": self.folder}

    @property
    def now(self):
        return self.page.now // SECOND

    def timers(self, pid):
        return [timer for timer in self.page.timers if timer.pid == pid and timer.fd >= 0]

    def wake(self, pid):
        """Again for what came in between: harmless where nothing did."""
        for number, timer in enumerate(self.page.timers):
            if timer.pid == pid and timer.fd >= 0 and (timer.was_set or (timer.armed and timer.when <= self.page.now)):
                try:
                    fifo = os.open(os.path.join(self.folder, "timer-%d" % number), os.O_WRONLY | os.O_NONBLOCK)
                except OSError:
                    continue  # its process has just ended
                try:
                    os.write(fifo, b"t")
                except OSError:
                    pass
                finally:
                    os.close(fifo)

    def step(self, pid, now):
        """Time goes by until NOW, as over a suspend too: what is due by then is told once."""
        self.page.now = now * SECOND
        self.wake(pid)

    def set(self, pid, now):
        """Somebody sets the clock, as the kernel does for clock_settime()."""
        self.page.now = now * SECOND
        for timer in self.timers(pid):
            if timer.told_of_sets:
                timer.was_set = 1
        self.wake(pid)

    def armed_for(self, pid):
        """Seconds since 1970 at which the next timer is due; None where there is none."""
        when = [timer.when for timer in self.timers(pid) if timer.armed]
        return min(when) // SECOND if when else None

    def settings(self, pid):
        return sum(timer.settings for timer in self.timers(pid))
