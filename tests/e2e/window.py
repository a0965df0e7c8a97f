# SPDX-License-Identifier: GPL-3.0-or-later
"""What the tests of the real window share: a diary a test, the window driven through its accessible tree, the terminal beside it.

SOLEUS and SOLEUSCTL name the programs. Runs inside tests/tools/with-desktop.
"""
import json
import os
import shutil
import signal
import subprocess
import tempfile
import time
import unittest

SOLEUS = os.environ["SOLEUS"]
SOLEUSCTL = os.environ["SOLEUSCTL"]
TOOLS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "tools")
NOW = "2026-03-03T08:10:00+01:00"
NAME = os.path.basename(SOLEUS)


class Test(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.mkdtemp(prefix="soleus-window-")
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)
        self.diary = os.path.join(self.folder, "diary.sqlite3")
        self.app = None
        self.addCleanup(self.stop)

    def start(self, *words):
        self.app = subprocess.Popen([SOLEUS, "--diary", self.diary, "--now", NOW, *words],
                                    env=dict(os.environ, G_DEBUG="fatal-criticals"))
        self.do("wait", "frame")

    def stop(self, how=signal.SIGTERM):
        if self.app is not None:
            self.app.send_signal(how)
            self.app.wait(20)
            self.app = None

    def do(self, *words, seconds=10):
        """What a person does or sees; fails the test where it cannot be done or is not there."""
        done = subprocess.run([os.path.join(TOOLS, "a11y-do"), "-w", str(seconds), NAME, *words],
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        self.assertEqual(done.returncode, 0, f"{' '.join(words)}: {done.stdout}{done.stderr}")
        return done.stdout.strip()

    def press(self, name):
        self.do("press", f'*button "{name}"')

    def keys(self, *keys):
        subprocess.run(["xdotool", "key", *keys], check=True)

    def ctl(self, *words):
        done = subprocess.run([SOLEUSCTL, "--diary", self.diary, "--now", NOW, *words],
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        self.assertEqual(done.returncode, 0, done.stderr)
        return done.stdout

    def records(self, kind):
        if not os.path.exists(self.diary):
            return []
        return json.loads(self.ctl("list", kind, "--json"))

    def wait_for(self, what, seconds=10):
        """Until WHAT holds: the window writes after the press, not in it."""
        end = time.monotonic() + seconds
        while not what():
            self.assertLess(time.monotonic(), end, "it did not happen")
            time.sleep(0.05)
