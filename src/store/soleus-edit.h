/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a press of a button does to the diary, as a value: what is to be saved, deleted or brought back. Writing a list
 * of edits gives back the list that undoes it. */
#pragma once

#include "model/soleus-record.h"

G_BEGIN_DECLS

/**
 * SoleusEditType:
 * @SOLEUS_EDIT_SAVE: keep a record as it is handed over, new or changed
 * @SOLEUS_EDIT_DELETE: move a record to the trash
 * @SOLEUS_EDIT_UNDELETE: bring a record back from the trash
 */
typedef enum
{
  SOLEUS_EDIT_SAVE,
  SOLEUS_EDIT_DELETE,
  SOLEUS_EDIT_UNDELETE,
} SoleusEditType;

/**
 * SoleusEdit:
 * @type: what to do
 * @record: (nullable): the record to save
 * @uuid: the identity
 */
typedef struct
{
  SoleusEditType type;
  SoleusRecord *record;
  char *uuid;
} SoleusEdit;

GPtrArray *soleus_edits_new      (void);
void       soleus_edits_save     (GPtrArray *edits, SoleusRecord *record);
void       soleus_edits_delete   (GPtrArray *edits, const char *uuid);
void       soleus_edits_undelete (GPtrArray *edits, const char *uuid);

G_END_DECLS
