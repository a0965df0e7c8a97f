/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the diary says for reminders, gathered for the pure plan. */
#pragma once

#include "app/soleus-medicine-book.h"
#include "reminders/soleus-reminder-plan.h"

G_BEGIN_DECLS

/**
 * SoleusReminderBook:
 * @facts: what a plan follows from
 * @rules: the settings
 * @medicines: the medicines, with their names
 *
 * All of it, read at one moment; the facts live as long as it does.
 */
typedef struct
{
  SoleusReminderFacts facts;
  SoleusReminderRules *rules;
  SoleusMedicineBook *medicines;
} SoleusReminderBook;

SoleusReminderBook *soleus_reminder_book_new  (SoleusDiary *diary, GError **error);
void                soleus_reminder_book_free (SoleusReminderBook *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SoleusReminderBook, soleus_reminder_book_free)

G_END_DECLS
