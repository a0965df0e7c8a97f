/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is wanted, and what the desktop's service has. */
#pragma once

#include "notify/soleus-notifier.h"

G_BEGIN_DECLS

/**
 * SoleusNotifyEntry:
 * @key: what it is known by
 * @wanted: (nullable): what is to be up; %NULL: it is to go
 * @sent: (nullable): what the service has, or is being given
 * @id: the number that the service gave it; 0: not known
 * @press: (nullable): what is told when the one that the service has is pressed
 * @is_up: the service has it
 * @is_unsure: the service has it, but did not answer
 * @is_busy: a call is under way, or waits for its turn
 * @is_sending: it is under way, and puts it up
 * @is_closing: it is under way, and takes it down
 * @is_answered: it was pressed while a call was under way
 * @is_listed: it stands in the list that is being taken in
 * @was_up: it was up before, and makes no sound when it comes up again
 * @was_told: it was said that it is up
 * @was_refused: the service did not take it
 *
 * One notification, from when it is wanted until it is gone.
 */
typedef struct
{
  char *key;
  SoleusNotification *wanted;
  SoleusNotification *sent;
  guint32 id;
  char *press;
  gboolean is_up;
  gboolean is_unsure;
  gboolean is_busy;
  gboolean is_sending;
  gboolean is_closing;
  gboolean is_answered;
  gboolean is_listed;
  gboolean was_up;
  gboolean was_told;
  gboolean was_refused;
} SoleusNotifyEntry;

GPtrArray         *soleus_notify_entries_new         (void);
SoleusNotifyEntry *soleus_notify_entries_find        (GPtrArray *entries, const char *key);
SoleusNotifyEntry *soleus_notify_entries_find_number (GPtrArray *entries, guint32 id);
SoleusNotifyEntry *soleus_notify_entries_find_press  (GPtrArray *entries, const char *press);
SoleusNotifyEntry *soleus_notify_entries_add         (GPtrArray *entries, const char *key);
void               soleus_notify_entries_take_list   (GPtrArray *entries, GPtrArray *notifications);
void               soleus_notify_entries_read_kept   (GPtrArray *entries, const char *server);
void               soleus_notify_entries_write_kept  (GPtrArray *entries, const char *server);

gboolean           soleus_notify_entry_has_press     (const SoleusNotifyEntry *self, const char *press);
gboolean           soleus_notify_entry_needs_show    (const SoleusNotifyEntry *self);
void               soleus_notify_entry_forget_up     (SoleusNotifyEntry *self);
void               soleus_notify_entry_start_anew    (SoleusNotifyEntry *self);

G_END_DECLS
