/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Stands between SQLite and the system, counts what would change the disk, and at the Nth such call ends the process or
 * lets the call fail. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SoleusFault:
 * @SOLEUS_FAULT_NONE: only count
 * @SOLEUS_FAULT_KILL: end the process; of a write, half is done
 * @SOLEUS_FAULT_FULL: the disk is full: of a write half is done; only writes are counted
 * @SOLEUS_FAULT_IO: the disk does not answer
 */
typedef enum
{
  SOLEUS_FAULT_NONE,
  SOLEUS_FAULT_KILL,
  SOLEUS_FAULT_FULL,
  SOLEUS_FAULT_IO,
} SoleusFault;

void  soleus_shim_vfs_install (void);
void  soleus_shim_vfs_arm     (SoleusFault fault, guint nth, gboolean lasting);
guint soleus_shim_vfs_disarm  (void);

G_END_DECLS
