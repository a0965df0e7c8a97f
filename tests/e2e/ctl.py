# SPDX-License-Identifier: GPL-3.0-or-later
"""What the tests of soleusctl share: a folder a test, the program with a clock that stands still, files as bytes.

SOLEUSCTL names the program.
"""
import hashlib
import json
import os
import shutil
import subprocess
import tempfile
import unittest

PROGRAM = shutil.which(os.environ.get("SOLEUSCTL", "soleusctl")) or "soleusctl"
NOW = "2026-03-03T08:00:00+01:00"
EMPTY_ARCHIVE = {"format": "soleus-archive", "version": 1}


class Done:
    """How one run ended."""

    def __init__(self, process):
        self.code = process.returncode
        self.out = process.stdout.decode("utf-8")
        self.err = process.stderr.decode("utf-8")

    @property
    def id(self):
        return self.out.strip()

    @property
    def json(self):
        return json.loads(self.out)


class Test(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.mkdtemp(prefix="soleus-ctl-")
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)
        self.diary = self.file("diary.sqlite3")

    def file(self, name, content=None):
        path = os.path.join(self.folder, name)
        if content is not None:
            with open(path, "wb") as file:
                file.write(content if isinstance(content, bytes) else content.encode("utf-8"))
        return path

    def environment(self):
        keep = {name: value for name, value in os.environ.items()
                if name not in ("LANGUAGE", "XDG_DATA_HOME", "G_MESSAGES_DEBUG")}
        return dict(keep, LC_ALL="C.UTF-8", HOME=self.folder, G_DEBUG="fatal-criticals")

    def run_raw(self, *words, **options):
        options.setdefault("env", self.environment())
        options.setdefault("timeout", 120)
        return Done(subprocess.run([options.pop("program", PROGRAM), *words], stdin=subprocess.DEVNULL,
                                   stdout=subprocess.PIPE, stderr=subprocess.PIPE, **options))

    def ctl(self, *words, diary=None, now=NOW, **options):
        return self.run_raw("--diary", diary or self.diary, "--now", now, *words, **options)

    def do(self, *words, **options):
        """Runs what must work."""
        done = self.ctl(*words, **options)
        self.assertEqual((done.code, done.err), (0, ""), words)
        return done

    def could_not(self, *words, saying="", **options):
        """Runs what must fail with one clear line."""
        done = self.ctl(*words, **options)
        self.assert_one_line(done, 1, saying)
        return done

    def assert_one_line(self, done, code, saying=""):
        self.assertEqual(done.code, code, done.err)
        self.assertEqual(done.out, "")
        self.assertTrue(done.err.startswith("soleusctl: ") and done.err.endswith("\n"), done.err)
        self.assertEqual(done.err.count("\n"), 1, done.err)
        self.assertIn(saying, done.err)

    def list(self, kinds, *words, **options):
        return self.do("list", kinds, "--json", *words, **options).json

    def export(self, diary=None):
        path = self.file("export-%d.json" % len(os.listdir(self.folder)))
        self.do("export", "--format", "json", path, diary=diary)
        with open(path, "rb") as file:
            return file.read()

    def archive(self, name, **lists):
        return self.file(name, json.dumps(dict(EMPTY_ARCHIVE, **lists)))

    def hash(self, path=None):
        with open(path or self.diary, "rb") as file:
            return hashlib.sha256(file.read()).hexdigest()

    def names(self, folder=""):
        return sorted(os.listdir(os.path.join(self.folder, folder)))
