/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Loaded before the C library: the real-time clock of a process stands still until a test sets it, and its timers on that clock are
 * due, or are told that the clock was set, when the test says so. Monotonic time stays what it is.
 *   SOLEUS_STEP_CLOCK  a folder that holds the file "clock", below, made by the test (tests/e2e/stepclock.py)
 *
 * A timer is a FIFO here, so that no thread is needed: the test wakes it by a byte, and what read() then says follows from the file
 * alone, as the kernel has it in fs/timerfd.c. */
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <sys/timerfd.h>
#include <time.h>
#include <unistd.h>

#define N_TIMERS 32
#define SECOND INT64_C (1000000000)

typedef struct
{
  int32_t pid; /* whose it is; 0 for nobody's */
  int32_t fd;
  int32_t armed;
  int32_t told_of_sets; /* armed with TFD_TIMER_CANCEL_ON_SET */
  int32_t was_set;      /* the clock was set, and the process does not know it yet */
  int32_t settings;     /* how often it was armed or disarmed */
  int64_t when;         /* nanoseconds since 1970 */
} Timer;

typedef struct
{
  int64_t now; /* nanoseconds since 1970 */
  Timer timers[N_TIMERS];
} Clock;

static const char *folder;
static Clock *shared;

static void *
find (const char *name)
{
  return dlsym (RTLD_NEXT, name);
}

/* Other libraries ask for the time before this one's constructors have run. */
static int
is_here (void)
{
  static int tried;
  char path[PATH_MAX];
  void *map;
  int fd;

  if (tried)
    return shared != NULL;
  tried = 1;
  folder = getenv ("SOLEUS_STEP_CLOCK");
  if (folder == NULL)
    return 0;
  snprintf (path, sizeof path, "%s/clock", folder);
  fd = open (path, O_RDWR | O_CLOEXEC);
  map = fd >= 0 ? mmap (NULL, sizeof (Clock), PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0) : MAP_FAILED;
  if (map == MAP_FAILED)
    {
      fprintf (stderr, "step-clock: %s: %s\n", path, strerror (errno));
      _exit (125);
    }
  close (fd);
  shared = map;
  return 1;
}

static int64_t
get_now (void)
{
  return __atomic_load_n (&shared->now, __ATOMIC_SEQ_CST);
}

static Timer *
find_timer (int fd)
{
  pid_t pid = shared != NULL && fd >= 0 ? getpid () : 0;

  for (int i = 0; pid != 0 && i < N_TIMERS; i++)
    if (shared->timers[i].pid == pid && shared->timers[i].fd == fd)
      return &shared->timers[i];
  return NULL;
}

static void
get_fifo (const Timer *timer,
          char         path[PATH_MAX])
{
  snprintf (path, PATH_MAX, "%s/timer-%d", folder, (int) (timer - shared->timers));
}

int
clock_gettime (clockid_t        clock,
               struct timespec *time)
{
  static int (*real) (clockid_t, struct timespec *);

  if ((clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE) && is_here ())
    {
      int64_t now = get_now ();

      time->tv_sec = now / SECOND;
      time->tv_nsec = now % SECOND;
      return 0;
    }
  if (real == NULL)
    real = find ("clock_gettime");
  return real (clock, time);
}

int
gettimeofday (struct timeval *restrict time,
              void *restrict zone)
{
  static int (*real) (struct timeval *, void *);

  if (is_here ())
    {
      int64_t now = get_now ();

      time->tv_sec = now / SECOND;
      time->tv_usec = now % SECOND / 1000;
      return 0;
    }
  if (real == NULL)
    real = find ("gettimeofday");
  return real (time, zone);
}

time_t
time (time_t *result)
{
  struct timespec now;

  clock_gettime (CLOCK_REALTIME, &now);
  if (result != NULL)
    *result = now.tv_sec;
  return now.tv_sec;
}

int
timerfd_create (int clock,
                int flags)
{
  static int (*real) (int, int);
  char path[PATH_MAX];

  if (real == NULL)
    real = find ("timerfd_create");
  if ((clock != CLOCK_REALTIME && clock != CLOCK_REALTIME_ALARM) || !is_here ())
    return real (clock, flags);

  for (int i = 0; i < N_TIMERS; i++)
    {
      Timer *timer = &shared->timers[i];
      int32_t nobody = timer->pid;

      if (nobody != 0 && kill (nobody, 0) == 0)
        continue;
      if (!__atomic_compare_exchange_n (&timer->pid, &nobody, getpid (), 0, __ATOMIC_SEQ_CST, __ATOMIC_SEQ_CST))
        continue;
      timer->fd = -1;
      timer->armed = timer->told_of_sets = timer->was_set = timer->settings = 0;
      timer->when = 0;
      get_fifo (timer, path);
      unlink (path);
      if (mkfifo (path, 0600) != 0)
        return -1;
      timer->fd = open (path, O_RDWR | ((flags & TFD_NONBLOCK) != 0 ? O_NONBLOCK : 0) | ((flags & TFD_CLOEXEC) != 0 ? O_CLOEXEC : 0));
      return timer->fd;
    }
  errno = EMFILE;
  return -1;
}

static void
drain (int fd)
{
  static ssize_t (*real) (int, void *, size_t);
  char bytes[256];
  int flags = fcntl (fd, F_GETFL);

  if (real == NULL)
    real = find ("read");
  fcntl (fd, F_SETFL, flags | O_NONBLOCK);
  while (real (fd, bytes, sizeof bytes) > 0)
    ;
  fcntl (fd, F_SETFL, flags);
}

static int
is_due (Timer *timer)
{
  return __atomic_load_n (&timer->armed, __ATOMIC_SEQ_CST) && timer->when <= get_now ();
}

int
timerfd_settime (int                      fd,
                 int                      flags,
                 const struct itimerspec *new,
                 struct itimerspec       *old)
{
  static int (*real) (int, int, const struct itimerspec *, struct itimerspec *);
  Timer *timer = find_timer (fd);
  int was_set, armed;

  if (timer == NULL)
    {
      if (real == NULL)
        real = find ("timerfd_settime");
      return real (fd, flags, new, old);
    }
  if (old != NULL)
    memset (old, 0, sizeof *old);
  armed = new->it_value.tv_sec != 0 || new->it_value.tv_nsec != 0;
  __atomic_store_n (&timer->armed, 0, __ATOMIC_SEQ_CST);
  drain (fd);
  timer->when = new->it_value.tv_sec > INT64_MAX / SECOND - 1 ? INT64_MAX : new->it_value.tv_sec * SECOND + new->it_value.tv_nsec;
  if ((flags & TFD_TIMER_ABSTIME) == 0)
    timer->when += get_now ();
  was_set = timer->told_of_sets && __atomic_exchange_n (&timer->was_set, 0, __ATOMIC_SEQ_CST);
  timer->told_of_sets = (flags & TFD_TIMER_ABSTIME) != 0 && (flags & TFD_TIMER_CANCEL_ON_SET) != 0;
  __atomic_store_n (&timer->armed, armed, __ATOMIC_SEQ_CST);
  __atomic_add_fetch (&timer->settings, 1, __ATOMIC_SEQ_CST);
  if (is_due (timer) && write (fd, "t", 1) < 0)
    return -1;
  if (was_set && timer->told_of_sets)
    {
      errno = ECANCELED; /* it is armed all the same */
      return -1;
    }
  return 0;
}

ssize_t
read (int    fd,
      void  *data,
      size_t length)
{
  static ssize_t (*real) (int, void *, size_t);
  Timer *timer = find_timer (fd);
  uint64_t ticks = 1;

  if (real == NULL)
    real = find ("read");
  if (timer == NULL)
    return real (fd, data, length);
  for (;;)
    {
      char byte;

      if (real (fd, &byte, 1) < 0)
        return -1;
      drain (fd);
      if (timer->told_of_sets && __atomic_exchange_n (&timer->was_set, 0, __ATOMIC_SEQ_CST))
        {
          if (is_due (timer))
            __atomic_store_n (&timer->armed, 0, __ATOMIC_SEQ_CST);
          errno = ECANCELED;
          return -1;
        }
      if (!is_due (timer))
        continue;
      __atomic_store_n (&timer->armed, 0, __ATOMIC_SEQ_CST);
      memcpy (data, &ticks, sizeof ticks);
      return sizeof ticks;
    }
}

int
close (int fd)
{
  static int (*real) (int);
  Timer *timer = find_timer (fd);

  if (timer != NULL)
    {
      char path[PATH_MAX];

      get_fifo (timer, path);
      unlink (path);
      timer->armed = 0;
      timer->fd = -1;
      __atomic_store_n (&timer->pid, 0, __ATOMIC_SEQ_CST);
    }
  if (real == NULL)
    real = find ("close");
  return real (fd);
}
