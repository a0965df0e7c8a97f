/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lists of edits. */
#include "store/soleus-edit.h"

static void
free_edit (gpointer data)
{
  SoleusEdit *self = data;

  g_clear_object (&self->record);
  g_free (self->uuid);
  g_free (self);
}

static void
add (GPtrArray     *edits,
     SoleusEditType type,
     SoleusRecord  *record,
     const char    *uuid)
{
  SoleusEdit *edit = g_new0 (SoleusEdit, 1);

  edit->type = type;
  edit->record = record != NULL ? g_object_ref (record) : NULL;
  edit->uuid = g_strdup (uuid);
  g_ptr_array_add (edits, edit);
}

/**
 * soleus_edits_new:
 *
 * Returns: (transfer full): an empty list
 */
GPtrArray *
soleus_edits_new (void)
{
  return g_ptr_array_new_with_free_func (free_edit);
}

/**
 * soleus_edits_save:
 * @edits: a list
 * @record: a record to keep; after the write it has its new life
 */
void
soleus_edits_save (GPtrArray    *edits,
                   SoleusRecord *record)
{
  add (edits, SOLEUS_EDIT_SAVE, record, soleus_record_get_uuid (record));
}

/**
 * soleus_edits_delete:
 * @edits: a list
 * @uuid: a record to move to the trash
 */
void
soleus_edits_delete (GPtrArray  *edits,
                     const char *uuid)
{
  add (edits, SOLEUS_EDIT_DELETE, NULL, uuid);
}

/**
 * soleus_edits_undelete:
 * @edits: a list
 * @uuid: a record to bring back from the trash
 */
void
soleus_edits_undelete (GPtrArray  *edits,
                       const char *uuid)
{
  add (edits, SOLEUS_EDIT_UNDELETE, NULL, uuid);
}
