/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Loaded before the C library: counts the calls that change files below one folder, and ends the process just before the
 * Nth, or lets that one and all later ones fail. Told by the environment:
 *   SOLEUS_KILL_UNDER  the folder
 *   SOLEUS_KILL_AT     which call, from 1; 0 counts only
 *   SOLEUS_KILL_ERRNO  which error instead of the end
 *   SOLEUS_KILL_COUNT  a file for the number of calls, written when the process ends by itself */
#undef _FILE_OFFSET_BITS /* both open() and open64() are to be had */
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <unistd.h>

static const char *under;
static long kill_at, count;
static int error_number;

static void *
find (const char *name)
{
  return dlsym (RTLD_NEXT, name);
}

__attribute__ ((constructor)) static void
start (void)
{
  const char *at = getenv ("SOLEUS_KILL_AT"), *error = getenv ("SOLEUS_KILL_ERRNO");

  kill_at = at != NULL ? atol (at) : 0;
  error_number = error != NULL ? atoi (error) : 0;
  under = getenv ("SOLEUS_KILL_UNDER");
}

__attribute__ ((destructor)) static void
report (void)
{
  const char *path = getenv ("SOLEUS_KILL_COUNT");
  FILE *file;

  under = NULL;
  file = path != NULL ? fopen (path, "w") : NULL;
  if (file == NULL)
    return;
  fprintf (file, "%ld", count);
  fclose (file);
}

static int
is_under (const char *path)
{
  return under != NULL && path != NULL && strncmp (path, under, strlen (under)) == 0;
}

static int
is_open_under (int fd)
{
  char name[64], path[PATH_MAX];
  ssize_t n;

  if (under == NULL)
    return 0;
  snprintf (name, sizeof name, "/proc/self/fd/%d", fd);
  n = readlink (name, path, sizeof path - 1);
  if (n < 0)
    return 0;
  path[n] = '\0';
  return is_under (path);
}

/* Returns whether the call is to fail. */
static int
strikes (int concerned)
{
  if (!concerned)
    return 0;
  count++;
  if (kill_at == 0 || count < kill_at)
    return 0;
  if (error_number == 0)
    kill (getpid (), SIGKILL);
  errno = error_number;
  return 1;
}

/* A full disk keeps nobody from making room. */
static int
strikes_room (int concerned)
{
  return error_number == ENOSPC ? 0 : strikes (concerned);
}

ssize_t
write (int         fd,
       const void *data,
       size_t      length)
{
  static ssize_t (*real) (int, const void *, size_t);

  if (real == NULL)
    real = find ("write");
  return strikes (is_open_under (fd)) ? -1 : real (fd, data, length);
}

ssize_t
pwrite (int         fd,
        const void *data,
        size_t      length,
        off_t       offset)
{
  static ssize_t (*real) (int, const void *, size_t, off_t);

  if (real == NULL)
    real = find ("pwrite");
  return strikes (is_open_under (fd)) ? -1 : real (fd, data, length, offset);
}

ssize_t
pwrite64 (int         fd,
          const void *data,
          size_t      length,
          off64_t     offset)
{
  static ssize_t (*real) (int, const void *, size_t, off64_t);

  if (real == NULL)
    real = find ("pwrite64");
  return strikes (is_open_under (fd)) ? -1 : real (fd, data, length, offset);
}

int
fsync (int fd)
{
  static int (*real) (int);

  if (real == NULL)
    real = find ("fsync");
  return strikes (is_open_under (fd)) ? -1 : real (fd);
}

int
fdatasync (int fd)
{
  static int (*real) (int);

  if (real == NULL)
    real = find ("fdatasync");
  return strikes (is_open_under (fd)) ? -1 : real (fd);
}

int
ftruncate (int   fd,
           off_t length)
{
  static int (*real) (int, off_t);

  if (real == NULL)
    real = find ("ftruncate");
  return strikes_room (is_open_under (fd)) ? -1 : real (fd, length);
}

int
ftruncate64 (int     fd,
             off64_t length)
{
  static int (*real) (int, off64_t);

  if (real == NULL)
    real = find ("ftruncate64");
  return strikes_room (is_open_under (fd)) ? -1 : real (fd, length);
}

int
unlink (const char *path)
{
  static int (*real) (const char *);

  if (real == NULL)
    real = find ("unlink");
  return strikes_room (is_under (path)) ? -1 : real (path);
}

int
rename (const char *from,
        const char *to)
{
  static int (*real) (const char *, const char *);

  if (real == NULL)
    real = find ("rename");
  return strikes (is_under (from) || is_under (to)) ? -1 : real (from, to);
}

int
link (const char *from,
      const char *to)
{
  static int (*real) (const char *, const char *);

  if (real == NULL)
    real = find ("link");
  return strikes (is_under (from) || is_under (to)) ? -1 : real (from, to);
}

int
mkdir (const char *path,
       mode_t      mode)
{
  static int (*real) (const char *, mode_t);

  if (real == NULL)
    real = find ("mkdir");
  return strikes (is_under (path)) ? -1 : real (path, mode);
}

#define DEFINE_OPEN(name)                                          \
  int name (const char *path, int flags, ...)                      \
  {                                                                \
    static int (*real) (const char *, int, ...);                   \
    mode_t mode = 0;                                               \
                                                                   \
    if ((flags & O_CREAT) != 0)                                    \
      {                                                            \
        va_list arguments;                                         \
                                                                   \
        va_start (arguments, flags);                               \
        mode = (mode_t) va_arg (arguments, int);                   \
        va_end (arguments);                                        \
        if (access (path, F_OK) != 0 && strikes (is_under (path))) \
          return -1;                                               \
      }                                                            \
    if (real == NULL)                                              \
      real = find (#name);                                         \
    return real (path, flags, mode);                               \
  }

DEFINE_OPEN (open)
DEFINE_OPEN (open64)
