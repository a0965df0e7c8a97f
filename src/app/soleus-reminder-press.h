/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What pressing a reminder means, and what it does to the diary. The reminders' own program, the window and the terminal can all
 * take a press; one that comes twice does nothing the second time. */
#pragma once

#include "reminders/soleus-reminder-rules.h"
#include "store/soleus-diary.h"
#include "store/soleus-edit.h"

G_BEGIN_DECLS

/**
 * SoleusReminderVerb:
 * @SOLEUS_REMINDER_OPEN: show the page that it is about
 * @SOLEUS_REMINDER_NO_CRAMPS: there was no cramp in the night
 * @SOLEUS_REMINDER_DRANK: a usual drink
 * @SOLEUS_REMINDER_TAKEN: the doses were taken
 * @SOLEUS_REMINDER_SKIP: the doses are skipped on purpose
 * @SOLEUS_REMINDER_LATER: come again: doses and what else is put off, after half an hour
 * @SOLEUS_REMINDER_START: open the player on the bedtime stretches
 * @SOLEUS_REMINDER_SOON: come again in 15 minutes
 * @SOLEUS_REMINDER_NOT_NOW: not this time
 * @SOLEUS_REMINDER_DONE: it was done
 *
 * What a person can press.
 */
typedef enum
{
  SOLEUS_REMINDER_OPEN,
  SOLEUS_REMINDER_NO_CRAMPS,
  SOLEUS_REMINDER_DRANK,
  SOLEUS_REMINDER_TAKEN,
  SOLEUS_REMINDER_SKIP,
  SOLEUS_REMINDER_LATER,
  SOLEUS_REMINDER_START,
  SOLEUS_REMINDER_SOON,
  SOLEUS_REMINDER_NOT_NOW,
  SOLEUS_REMINDER_DONE,
} SoleusReminderVerb;

/**
 * SoleusReminderItem:
 * @kind: what it is about
 * @date: the day that its rule names
 * @minute: the minute that its rule names
 * @notice: for doses: which line of the ledger, as a UUID, since some medicines of a time can be put off by themselves; may be empty
 *
 * Which reminder was pressed.
 */
typedef struct
{
  SoleusReminderKind kind;
  SoleusDate date;
  int minute;
  char notice[37];
} SoleusReminderItem;

/**
 * SoleusReminderPress:
 * @verb: what was pressed
 * @items: (element-type SoleusReminderItem): on which reminders
 *
 * A press, as it travels over the bus in a string: "no-cramps check-in/2026-11-25/480". For doses the UUID of a
 * notice may follow: "taken dose/2026-11-25/480/7d444840-9dc0-41d1-b245-5ffdce74fad2".
 */
typedef struct
{
  SoleusReminderVerb verb;
  GArray *items;
} SoleusReminderPress;

char                *soleus_reminder_press_write (SoleusReminderVerb verb, GPtrArray *notices);
SoleusReminderPress *soleus_reminder_press_parse (const char *text);
void                 soleus_reminder_press_free  (SoleusReminderPress *self);

gboolean             soleus_reminder_press_names (const SoleusReminderPress *self, SoleusRecord *notice);
GPtrArray           *soleus_reminder_press_get_edits (const SoleusReminderPress *self, SoleusDiary *diary, GError **error);
char                *soleus_reminder_press_dup_page  (const SoleusReminderPress *self);

gboolean             soleus_reminder_press_is_for (SoleusRecord *notice, GPtrArray *notices, const char *medicine, SoleusTime now);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SoleusReminderPress, soleus_reminder_press_free)

G_END_DECLS
