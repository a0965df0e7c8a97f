/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Stands in for the reminders' own program on the bus. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct
{
  GDBusConnection *bus;
  guint object;
  guint name;
  gboolean can_show;
  gboolean autostart;
  guint n_updates;
  guint n_tries;
} SoleusMockReminders;

SoleusMockReminders *soleus_mock_reminders_new  (gboolean can_show, gboolean autostart);
void                 soleus_mock_reminders_set  (SoleusMockReminders *self, gboolean can_show);
void                 soleus_mock_reminders_free (SoleusMockReminders *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SoleusMockReminders, soleus_mock_reminders_free)

G_END_DECLS
