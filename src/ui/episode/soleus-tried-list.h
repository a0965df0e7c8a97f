/* SPDX-License-Identifier: GPL-3.0-or-later */
/* "What did you try?" A row for each thing, with whether it helped, and a chooser to add one. */
#pragma once

#include <gtk/gtk.h>

#include "app/soleus-episode-draft.h"

G_BEGIN_DECLS

#define SOLEUS_TYPE_TRIED_LIST (soleus_tried_list_get_type ())
G_DECLARE_FINAL_TYPE (SoleusTriedList, soleus_tried_list, SOLEUS, TRIED_LIST, GtkWidget)

GtkWidget *soleus_tried_list_new       (void);
void       soleus_tried_list_set_draft (SoleusTriedList *self, SoleusEpisodeDraft *draft);

G_END_DECLS
