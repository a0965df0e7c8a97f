/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The note of one night, to read and to write. */
#pragma once

#include <gtk/gtk.h>

#include "app/soleus-context.h"

G_BEGIN_DECLS

#define SOLEUS_TYPE_NIGHT_NOTE (soleus_night_note_get_type ())

G_DECLARE_FINAL_TYPE (SoleusNightNote, soleus_night_note, SOLEUS, NIGHT_NOTE, GtkWidget)

GtkWidget *soleus_night_note_new  (SoleusContext *context);
void       soleus_night_note_set  (SoleusNightNote *self, SoleusDate night);
void       soleus_night_note_save (SoleusNightNote *self);

G_END_DECLS
