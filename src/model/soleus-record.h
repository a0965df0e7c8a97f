/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One record of the diary: its identity and life, and its values. A record that the diary handed out is a snapshot:
 * read it, copy it to change it, and hand the copy back. */
#pragma once

#include <glib-object.h>

#include "model/soleus-row.h"

G_BEGIN_DECLS

#define SOLEUS_TYPE_RECORD (soleus_record_get_type ())

G_DECLARE_FINAL_TYPE (SoleusRecord, soleus_record, SOLEUS, RECORD, GObject)

/**
 * SoleusLife:
 * @created: when it was first saved, UTC seconds; 0 before that
 * @modified: when it was last changed, UTC seconds
 * @revision: how often it was saved
 * @deleted: when it was moved to the trash, UTC seconds, or 0
 * @purged: whether it left the trash too: only its identity is left, so that an old archive does not revive it
 */
typedef struct
{
  gint64 created;
  gint64 modified;
  gint64 deleted;
  gint32 revision;
  gboolean purged;
} SoleusLife;

SoleusRecord         *soleus_record_new         (SoleusKind kind);
SoleusRecord         *soleus_record_new_full    (SoleusKind kind, const char *uuid, SoleusLife life);
SoleusRecord         *soleus_record_copy        (SoleusRecord *self);
SoleusKind            soleus_record_get_kind    (SoleusRecord *self);
const SoleusKindInfo *soleus_record_get_info    (SoleusRecord *self);
const char           *soleus_record_get_uuid    (SoleusRecord *self);
const SoleusLife     *soleus_record_get_life    (SoleusRecord *self);
SoleusRow            *soleus_record_get_values  (SoleusRecord *self);
gboolean              soleus_record_says_same   (SoleusRecord *self, SoleusRecord *other);
gboolean              soleus_record_validate    (SoleusRecord *self, GError **error);
gboolean              soleus_record_get_when    (SoleusRecord *self, SoleusTime *time);
SoleusDate            soleus_record_get_night   (SoleusRecord *self);
const char           *soleus_record_get_note    (SoleusRecord *self);
char                 *soleus_record_dup_natural_uuid (SoleusRecord *self);

/* For the diary and for the archive reader alone. */
void                  soleus_record_set_uuid    (SoleusRecord *self, const char *uuid);
void                  soleus_record_set_life    (SoleusRecord *self, SoleusLife life);

G_END_DECLS
