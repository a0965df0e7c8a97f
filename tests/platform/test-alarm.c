/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The alarm at its time and not before, when the clock is set, and when the zone is another. What the kernel says when the clock is set is
 * said here by the calls below, which stand before those of the C library: no test sets the clock of the computer, but for one that is
 * asked to by SOLEUS_TEST_SET_CLOCK=1, and steps it by a microsecond. */
#include "platform/soleus-alarm.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>
#include <sys/syscall.h>
#include <sys/timerfd.h>
#include <sys/timex.h>
#include <unistd.h>

#include "lib/soleus-test.h"

typedef enum
{
  CLOCK_STANDS,
  CLOCK_IS_SET_LATER,  /* while the alarm waits */
  CLOCK_WAS_SET_BEFORE /* between the last look and setting the alarm */
} ClockStep;

static ClockStep clock_step;
static int timer_fd = -1;

int
timerfd_settime (int                      fd,
                 int                      flags,
                 const struct itimerspec *when,
                 struct itimerspec       *before)
{
  struct itimerspec soon = { .it_value.tv_nsec = 50 * 1000 * 1000 };

  timer_fd = fd;
  if (flags == 0 || clock_step == CLOCK_STANDS)
    return (int) syscall (SYS_timerfd_settime, fd, flags, when, before);
  g_assert_cmpint (flags, ==, TFD_TIMER_ABSTIME | TFD_TIMER_CANCEL_ON_SET);
  if (clock_step == CLOCK_IS_SET_LATER)
    return (int) syscall (SYS_timerfd_settime, fd, 0, &soon, before);
  clock_step = CLOCK_STANDS;
  syscall (SYS_timerfd_settime, fd, flags, when, before);
  errno = ECANCELED;
  return -1;
}

ssize_t
read (int    fd,
      void  *buffer,
      size_t size)
{
  ssize_t n = syscall (SYS_read, fd, buffer, size);

  if (fd != timer_fd || clock_step != CLOCK_IS_SET_LATER || n < 0)
    return n;
  clock_step = CLOCK_STANDS;
  errno = ECANCELED;
  return -1;
}

typedef struct
{
  SoleusTestFolder *folder;
  char *zone;
  SoleusAlarm *alarm;
  guint n_rings;
  gint64 rang_at;
} Fixture;

static void
rang_cb (Fixture *self)
{
  self->n_rings++;
  self->rang_at = g_get_real_time ();
}

static void
write_file (Fixture    *self,
            const char *name,
            const char *text)
{
  g_autofree char *path = soleus_test_folder_build (self->folder, name);

  soleus_test_write (path, text, strlen (text));
}

static void
make_alarm (Fixture    *self,
            const char *zone)
{
  self->alarm = soleus_alarm_new (zone);
  g_signal_connect_swapped (self->alarm, "rang", G_CALLBACK (rang_cb), self);
}

static void
set_up (Fixture      *self,
        gconstpointer data)
{
  self->folder = soleus_test_folder_new ();
  self->zone = soleus_test_folder_build (self->folder, "localtime");
  write_file (self, "one", "one");
  write_file (self, "two", "two");
  g_assert_no_errno (symlink ("one", self->zone));
  make_alarm (self, self->zone);
}

static void
tear_down (Fixture      *self,
           gconstpointer data)
{
  clock_step = CLOCK_STANDS;
  g_assert_finalize_object (self->alarm);
  g_free (self->zone);
  soleus_test_folder_free (self->folder);
}

static gboolean
end_cb (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

static void
pass (guint milliseconds)
{
  gboolean is_over = FALSE;

  g_timeout_add (milliseconds, end_cb, &is_over);
  while (!is_over)
    g_main_context_iteration (NULL, TRUE);
}

static void
wait_ring (Fixture *self,
           guint    n)
{
  for (guint i = 0; i < 1000 && self->n_rings < n; i++)
    pass (10);
  g_assert_cmpuint (self->n_rings, ==, n);
}

static gint64
get_second (void)
{
  return g_get_real_time () / G_USEC_PER_SEC;
}

static void
test_time (Fixture      *self,
           gconstpointer data)
{
  gint64 at = get_second () + 2;

  soleus_alarm_set (self->alarm, at);
  wait_ring (self, 1);
  g_assert_cmpint (self->rang_at, >=, at * G_USEC_PER_SEC);
  g_assert_cmpint (self->rang_at, <, at * G_USEC_PER_SEC + G_USEC_PER_SEC / 2);
  /* Once. */
  pass (300);
  g_assert_cmpuint (self->n_rings, ==, 1);
}

static void
test_again (Fixture      *self,
            gconstpointer data)
{
  gint64 at = get_second () + 3;

  soleus_alarm_set (self->alarm, at - 1);
  soleus_alarm_set (self->alarm, at);
  wait_ring (self, 1);
  g_assert_cmpint (self->rang_at, >=, at * G_USEC_PER_SEC);
  soleus_alarm_set (self->alarm, get_second () + 1000);
  soleus_alarm_set (self->alarm, get_second () + 1);
  wait_ring (self, 2);
}

static void
test_past (Fixture      *self,
           gconstpointer data)
{
  soleus_alarm_set (self->alarm, get_second () - 100);
  wait_ring (self, 1);
  soleus_alarm_set (self->alarm, 1);
  wait_ring (self, 2);
  soleus_alarm_set (self->alarm, get_second ());
  wait_ring (self, 3);
}

static void
test_far (Fixture      *self,
          gconstpointer data)
{
  gint64 far[] = { 0, -1, G_MININT64, G_MAXINT64, G_GINT64_CONSTANT (7258024799), get_second () + 3600 };

  for (guint i = 0; i < G_N_ELEMENTS (far); i++)
    {
      soleus_alarm_set (self->alarm, far[i]);
      pass (50);
    }
  g_assert_cmpuint (self->n_rings, ==, 0);
  soleus_alarm_set (self->alarm, get_second ());
  wait_ring (self, 1);
}

static void
swap (Fixture    *self,
      const char *target)
{
  g_autofree char *new_zone = soleus_test_folder_build (self->folder, "localtime.new");

  g_assert_no_errno (symlink (target, new_zone));
  g_assert_no_errno (g_rename (new_zone, self->zone));
}

static void
test_zone (Fixture      *self,
           gconstpointer data)
{
  /* An alarm that is off says nothing of the zone either. */
  swap (self, "two");
  pass (300);
  g_assert_cmpuint (self->n_rings, ==, 0);

  soleus_alarm_set (self->alarm, 0);
  write_file (self, "other", "other");
  write_file (self, "one", "changed");
  pass (300);
  g_assert_cmpuint (self->n_rings, ==, 0);

  swap (self, "one");
  wait_ring (self, 1);
  pass (300);
  soleus_alarm_set (self->alarm, get_second () + 1000);
  g_assert_no_errno (g_unlink (self->zone));
  wait_ring (self, 2);
  pass (300);
  soleus_alarm_set (self->alarm, 0);
  g_assert_no_errno (symlink ("two", self->zone));
  wait_ring (self, 3);
}

/* A file that is written, not replaced: it rings after the last of it. */
static void
test_zone_written (Fixture      *self,
                   gconstpointer data)
{
  FILE *file;

  g_assert_no_errno (g_unlink (self->zone));
  write_file (self, "localtime", "a zone");
  pass (2500);
  soleus_alarm_set (self->alarm, 0);
  file = fopen (self->zone, "r+");
  fputs ("another", file);
  fclose (file);
  wait_ring (self, 1);
}

static void
test_zone_of_variable (Fixture      *self,
                       gconstpointer data)
{
  g_autofree char *before = g_strdup (g_getenv ("TZ"));
  g_autofree char *named = g_strconcat (data, self->zone, NULL);

  g_assert_finalize_object (self->alarm);
  g_setenv ("TZ", named, TRUE);
  make_alarm (self, NULL);
  if (before != NULL)
    g_setenv ("TZ", before, TRUE);
  else
    g_unsetenv ("TZ");
  soleus_alarm_set (self->alarm, 0);
  swap (self, "two");
  wait_ring (self, 1);
}

static void
test_zone_missing (Fixture      *self,
                   gconstpointer data)
{
  g_autofree char *nowhere = soleus_test_folder_build (self->folder, "nowhere/localtime");

  g_assert_finalize_object (self->alarm);
  make_alarm (self, nowhere);
  soleus_alarm_set (self->alarm, get_second () + 1);
  wait_ring (self, 1);
}

static void
test_clock_set (Fixture      *self,
                gconstpointer data)
{
  clock_step = GPOINTER_TO_INT (data);
  soleus_alarm_set (self->alarm, get_second () + 1000);
  wait_ring (self, 1);
  g_assert_cmpint (clock_step, ==, CLOCK_STANDS);
  pass (100);
  g_assert_cmpuint (self->n_rings, ==, 1);
  /* Without an instant too. */
  clock_step = GPOINTER_TO_INT (data);
  soleus_alarm_set (self->alarm, 0);
  wait_ring (self, 2);
}

static void
step_clock (int microseconds)
{
  struct timex step = { .modes = ADJ_SETOFFSET, .time = { microseconds < 0 ? -1 : 0, microseconds < 0 ? 1000000 + microseconds : microseconds } };

  g_assert_cmpint (adjtimex (&step), >=, 0);
}

static void
test_clock_really_set (Fixture      *self,
                       gconstpointer data)
{
  if (g_strcmp0 (g_getenv ("SOLEUS_TEST_SET_CLOCK"), "1") != 0)
    {
      g_test_skip ("SOLEUS_TEST_SET_CLOCK=1 allows it to step the clock by a microsecond and back; it must be root");
      return;
    }
  soleus_alarm_set (self->alarm, 0);
  pass (100);
  step_clock (1);
  wait_ring (self, 1);
  soleus_alarm_set (self->alarm, get_second () + 1000);
  pass (100);
  step_clock (-1);
  wait_ring (self, 2);
  /* Between the last look and setting it anew. */
  soleus_alarm_set (self->alarm, get_second () + 1000);
  step_clock (1);
  soleus_alarm_set (self->alarm, get_second () + 2000);
  wait_ring (self, 3);
  /* One that is off hears nothing. */
  step_clock (-1);
  pass (100);
  g_assert_cmpuint (self->n_rings, ==, 3);
}

/* Whoever hears it may let go of it. */
static void
test_dropped (void)
{
  SoleusAlarm *alarm = soleus_alarm_new (NULL);
  gpointer weak = alarm;

  g_object_add_weak_pointer (G_OBJECT (alarm), &weak);
  g_signal_connect (alarm, "rang", G_CALLBACK (g_object_unref), NULL);
  soleus_alarm_set (alarm, 1);
  for (guint i = 0; i < 500 && weak != NULL; i++)
    pass (10);
  g_assert_null (weak);
}

#define ADD(path, data, function) g_test_add ("/alarm/" path, Fixture, data, set_up, function, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("time", NULL, test_time);
  ADD ("again", NULL, test_again);
  ADD ("past", NULL, test_past);
  ADD ("far", NULL, test_far);
  ADD ("zone", NULL, test_zone);
  ADD ("zone/written", NULL, test_zone_written);
  ADD ("zone/variable", "", test_zone_of_variable);
  ADD ("zone/variable-colon", ":", test_zone_of_variable);
  ADD ("zone/missing", NULL, test_zone_missing);
  ADD ("clock/set", GINT_TO_POINTER (CLOCK_IS_SET_LATER), test_clock_set);
  ADD ("clock/set-before", GINT_TO_POINTER (CLOCK_WAS_SET_BEFORE), test_clock_set);
  ADD ("clock/really", NULL, test_clock_really_set);
  g_test_add_func ("/alarm/dropped", test_dropped);

  return g_test_run ();
}
