/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A layer over SQLite's own layer, made with its public interface alone. It models a program that ends and a disk that
 * refuses; writes that a power failure loses or reorders are beyond it. */
#include "lib/soleus-shim-vfs.h"

#include <signal.h>
#include <sqlite3.h>
#include <unistd.h>

typedef struct
{
  sqlite3_file base;
  sqlite3_file *real;
} ShimFile;

static struct
{
  sqlite3_vfs vfs;
  sqlite3_vfs *real;
  SoleusFault fault;
  guint nth;
  gboolean lasting;
  guint count;
} shim;

/* Counts one call. Returns whether it is the one. */
static gboolean
strikes (gboolean is_write)
{
  if (shim.fault == SOLEUS_FAULT_FULL && !is_write)
    return FALSE;
  shim.count++;
  return shim.fault != SOLEUS_FAULT_NONE && (shim.count == shim.nth || (shim.lasting && shim.count > shim.nth));
}

static void
end_here (void)
{
  if (shim.fault == SOLEUS_FAULT_KILL)
    kill (getpid (), SIGKILL);
}

static sqlite3_file *
real_file (sqlite3_file *file)
{
  return ((ShimFile *) file)->real;
}

static int
shim_close (sqlite3_file *file)
{
  sqlite3_file *real = real_file (file);
  int code = real->pMethods != NULL ? real->pMethods->xClose (real) : SQLITE_OK;

  g_free (real);
  return code;
}

static int
shim_read (sqlite3_file *file,
           void         *data,
           int           length,
           sqlite3_int64 offset)
{
  return real_file (file)->pMethods->xRead (real_file (file), data, length, offset);
}

static int
shim_write (sqlite3_file *file,
            const void   *data,
            int           length,
            sqlite3_int64 offset)
{
  const sqlite3_io_methods *methods = real_file (file)->pMethods;

  if (strikes (TRUE))
    {
      if (shim.fault != SOLEUS_FAULT_IO)
        methods->xWrite (real_file (file), data, length / 2, offset);
      end_here ();
      return shim.fault == SOLEUS_FAULT_FULL ? SQLITE_FULL : SQLITE_IOERR_WRITE;
    }
  return methods->xWrite (real_file (file), data, length, offset);
}

static int
shim_truncate (sqlite3_file *file,
               sqlite3_int64 size)
{
  if (strikes (FALSE))
    {
      end_here ();
      return SQLITE_IOERR_TRUNCATE;
    }
  return real_file (file)->pMethods->xTruncate (real_file (file), size);
}

static int
shim_sync (sqlite3_file *file,
           int           flags)
{
  if (strikes (FALSE))
    {
      end_here ();
      return SQLITE_IOERR_FSYNC;
    }
  return real_file (file)->pMethods->xSync (real_file (file), flags);
}

static int
shim_size (sqlite3_file  *file,
           sqlite3_int64 *size)
{
  return real_file (file)->pMethods->xFileSize (real_file (file), size);
}

static int
shim_lock (sqlite3_file *file,
           int           lock)
{
  return real_file (file)->pMethods->xLock (real_file (file), lock);
}

static int
shim_unlock (sqlite3_file *file,
             int           lock)
{
  return real_file (file)->pMethods->xUnlock (real_file (file), lock);
}

static int
shim_check_lock (sqlite3_file *file,
                 int          *held)
{
  return real_file (file)->pMethods->xCheckReservedLock (real_file (file), held);
}

static int
shim_control (sqlite3_file *file,
              int           operation,
              void         *argument)
{
  return real_file (file)->pMethods->xFileControl (real_file (file), operation, argument);
}

static int
shim_sector_size (sqlite3_file *file)
{
  return real_file (file)->pMethods->xSectorSize (real_file (file));
}

static int
shim_characteristics (sqlite3_file *file)
{
  return real_file (file)->pMethods->xDeviceCharacteristics (real_file (file));
}

static const sqlite3_io_methods shim_methods = {
  .iVersion = 1,
  .xClose = shim_close,
  .xRead = shim_read,
  .xWrite = shim_write,
  .xTruncate = shim_truncate,
  .xSync = shim_sync,
  .xFileSize = shim_size,
  .xLock = shim_lock,
  .xUnlock = shim_unlock,
  .xCheckReservedLock = shim_check_lock,
  .xFileControl = shim_control,
  .xSectorSize = shim_sector_size,
  .xDeviceCharacteristics = shim_characteristics,
};

static int
shim_open (sqlite3_vfs  *vfs,
           const char   *name,
           sqlite3_file *file,
           int           flags,
           int          *out_flags)
{
  ShimFile *self = (ShimFile *) file;
  int code;

  file->pMethods = NULL;
  if ((flags & SQLITE_OPEN_CREATE) != 0 && strikes (FALSE))
    {
      end_here ();
      return SQLITE_CANTOPEN;
    }
  self->real = g_malloc0 ((gsize) shim.real->szOsFile);
  code = shim.real->xOpen (shim.real, name, self->real, flags, out_flags);
  if (code != SQLITE_OK)
    g_clear_pointer (&self->real, g_free);
  else
    file->pMethods = &shim_methods;
  return code;
}

static int
shim_delete (sqlite3_vfs *vfs,
             const char  *name,
             int          sync_folder)
{
  if (strikes (FALSE))
    {
      end_here ();
      return SQLITE_IOERR_DELETE;
    }
  return shim.real->xDelete (shim.real, name, sync_folder);
}

/**
 * soleus_shim_vfs_install:
 *
 * Every connection that is opened from now on goes through the layer.
 */
void
soleus_shim_vfs_install (void)
{
  if (shim.real != NULL)
    return;
  shim.real = sqlite3_vfs_find (NULL);
  shim.vfs = *shim.real;
  shim.vfs.zName = "soleus-shim";
  shim.vfs.pNext = NULL;
  shim.vfs.szOsFile = sizeof (ShimFile);
  shim.vfs.xOpen = shim_open;
  shim.vfs.xDelete = shim_delete;
  g_assert_cmpint (sqlite3_vfs_register (&shim.vfs, 1), ==, SQLITE_OK);
}

/**
 * soleus_shim_vfs_arm:
 * @fault: what happens
 * @nth: at which call from now on, from 1
 * @lasting: whether it happens at every later call too
 */
void
soleus_shim_vfs_arm (SoleusFault fault,
                     guint       nth,
                     gboolean    lasting)
{
  shim.fault = fault;
  shim.nth = nth;
  shim.lasting = lasting;
  shim.count = 0;
}

/**
 * soleus_shim_vfs_disarm:
 *
 * Returns: how many calls there were
 */
guint
soleus_shim_vfs_disarm (void)
{
  shim.fault = SOLEUS_FAULT_NONE;
  return shim.count;
}
