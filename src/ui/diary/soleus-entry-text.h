/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An entry of the diary in words: its time, what it was, and the first line of its note. */
#pragma once

#include <gtk/gtk.h>

#include "store/soleus-diary.h"

G_BEGIN_DECLS

#define SOLEUS_TYPE_ENTRY_TEXT (soleus_entry_text_get_type ())

G_DECLARE_FINAL_TYPE (SoleusEntryText, soleus_entry_text, SOLEUS, ENTRY_TEXT, GtkWidget)

GtkWidget  *soleus_entry_text_new      (void);
void        soleus_entry_text_set      (SoleusEntryText *self, SoleusDiary *diary, SoleusRecord *record);
const char *soleus_entry_text_get_name (SoleusEntryText *self);

G_END_DECLS
