/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The note of a cramp, or of another entry. */
#pragma once

#include <gtk/gtk.h>

#include "app/soleus-episode-draft.h"

G_BEGIN_DECLS

#define SOLEUS_TYPE_NOTE_FIELD (soleus_note_field_get_type ())
G_DECLARE_FINAL_TYPE (SoleusNoteField, soleus_note_field, SOLEUS, NOTE_FIELD, GtkWidget)

GtkWidget *soleus_note_field_new       (void);
void       soleus_note_field_set_text  (SoleusNoteField *self, const char *text);
char      *soleus_note_field_dup_text  (SoleusNoteField *self);
void       soleus_note_field_set_draft (SoleusNoteField *self, SoleusEpisodeDraft *draft);

G_END_DECLS
