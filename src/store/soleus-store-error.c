/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one translator of SQLite's and the system's codes. Messages carry the operation and the code, never SQL with
 * its values: what a person wrote must not turn up in a log. */
#include "config.h"

#include "store/soleus-store-error.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <sqlite3.h>

G_DEFINE_QUARK (soleus-store-error-quark, soleus_store_error)

static SoleusStoreError
meaning_of (int code)
{
  switch (code & 0xff)
    {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return SOLEUS_STORE_ERROR_BUSY;
    case SQLITE_FULL:
      return SOLEUS_STORE_ERROR_FULL;
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH:
      return SOLEUS_STORE_ERROR_READ_ONLY;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
    case SQLITE_FORMAT:
    case SQLITE_CONSTRAINT: /* the program checks before it writes, so the file holds what it should not */
    case SQLITE_MISMATCH:
      return SOLEUS_STORE_ERROR_DAMAGED;
    case SQLITE_INTERRUPT:
      return SOLEUS_STORE_ERROR_CANCELLED;
    default:
      return SOLEUS_STORE_ERROR_IO;
    }
}

static const char *
words_of (SoleusStoreError meaning)
{
  switch (meaning)
    {
    case SOLEUS_STORE_ERROR_BUSY:
      return _("Another program is using the diary. Try again in a moment.");
    case SOLEUS_STORE_ERROR_FULL:
      return _("The disk is full. Free some space, then try again.");
    case SOLEUS_STORE_ERROR_READ_ONLY:
      return _("The diary cannot be written. Check that you may write to its folder.");
    case SOLEUS_STORE_ERROR_DAMAGED:
      return _("The diary file is damaged. Restore a backup.");
    case SOLEUS_STORE_ERROR_CANCELLED:
      return _("It was stopped. Nothing was changed.");
    case SOLEUS_STORE_ERROR_TOO_NEW:
    case SOLEUS_STORE_ERROR_NOT_OURS:
    case SOLEUS_STORE_ERROR_MISSING:
    case SOLEUS_STORE_ERROR_NOT_EMPTY:
    case SOLEUS_STORE_ERROR_IO:
    default:
      return _("The diary could not be read or written.");
    }
}

/**
 * soleus_store_set_sqlite_error:
 * @error: return location
 * @code: SQLite's extended code
 * @operation: what was being done, for whoever looks for the cause
 *
 * Returns: %FALSE
 */
gboolean
soleus_store_set_sqlite_error (GError    **error,
                               int         code,
                               const char *operation)
{
  SoleusStoreError meaning = meaning_of (code);

  g_set_error (error, SOLEUS_STORE_ERROR, meaning, "%s (%s, %d)", words_of (meaning), operation, code);
  return FALSE;
}

/**
 * soleus_store_set_errno:
 * @error: return location
 * @saved_errno: the system's code
 * @operation: what was being done
 *
 * Returns: %FALSE
 */
gboolean
soleus_store_set_errno (GError    **error,
                        int         saved_errno,
                        const char *operation)
{
  SoleusStoreError meaning;

  switch (saved_errno)
    {
    case ENOSPC:
    case EDQUOT:
      meaning = SOLEUS_STORE_ERROR_FULL;
      break;
    case EACCES:
    case EPERM:
    case EROFS:
      meaning = SOLEUS_STORE_ERROR_READ_ONLY;
      break;
    default:
      meaning = SOLEUS_STORE_ERROR_IO;
      break;
    }
  g_set_error (error, SOLEUS_STORE_ERROR, meaning, "%s (%s, %s)", words_of (meaning), operation, g_strerror (saved_errno));
  return FALSE;
}
