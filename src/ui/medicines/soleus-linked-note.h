/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is known of the kind of a medicine, with the sentence never to stop it alone. */
#pragma once

#include <gtk/gtk.h>

#include "app/soleus-context.h"

G_BEGIN_DECLS

#define SOLEUS_TYPE_LINKED_NOTE (soleus_linked_note_get_type ())

G_DECLARE_FINAL_TYPE (SoleusLinkedNote, soleus_linked_note, SOLEUS, LINKED_NOTE, GtkWidget)

GtkWidget *soleus_linked_note_new (SoleusContext *context);
void       soleus_linked_note_set (SoleusLinkedNote *self, SoleusRecord *medicine);

G_END_DECLS
