/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can go wrong with a diary, in the few meanings that matter to the person. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define SOLEUS_STORE_ERROR (soleus_store_error_quark ())

/**
 * SoleusStoreError:
 * @SOLEUS_STORE_ERROR_BUSY: another program holds the diary; trying again helps
 * @SOLEUS_STORE_ERROR_FULL: the disk is full
 * @SOLEUS_STORE_ERROR_READ_ONLY: the file or its folder cannot be written
 * @SOLEUS_STORE_ERROR_DAMAGED: the file is damaged
 * @SOLEUS_STORE_ERROR_TOO_NEW: a newer Soleus made the diary
 * @SOLEUS_STORE_ERROR_NOT_OURS: the file is no diary of Soleus
 * @SOLEUS_STORE_ERROR_MISSING: there is no such file or record
 * @SOLEUS_STORE_ERROR_NOT_EMPTY: the diary already holds something
 * @SOLEUS_STORE_ERROR_IO: the system could not read or write
 * @SOLEUS_STORE_ERROR_CANCELLED: it was stopped by the person
 */
typedef enum
{
  SOLEUS_STORE_ERROR_BUSY,
  SOLEUS_STORE_ERROR_FULL,
  SOLEUS_STORE_ERROR_READ_ONLY,
  SOLEUS_STORE_ERROR_DAMAGED,
  SOLEUS_STORE_ERROR_TOO_NEW,
  SOLEUS_STORE_ERROR_NOT_OURS,
  SOLEUS_STORE_ERROR_MISSING,
  SOLEUS_STORE_ERROR_NOT_EMPTY,
  SOLEUS_STORE_ERROR_IO,
  SOLEUS_STORE_ERROR_CANCELLED,
} SoleusStoreError;

GQuark   soleus_store_error_quark      (void);
gboolean soleus_store_set_sqlite_error (GError **error, int code, const char *operation);
gboolean soleus_store_set_errno        (GError **error, int saved_errno, const char *operation);

G_END_DECLS
