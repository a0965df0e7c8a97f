/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What became of reminders, as lines to read. */
#pragma once

#include "store/soleus-diary.h"

G_BEGIN_DECLS

/**
 * SoleusLedgerLine:
 * @title: when, and what
 * @text: what became of it
 *
 * A line for one reminder, or for a run of them that did not come.
 */
typedef struct
{
  char *title;
  char *text;
} SoleusLedgerLine;

GPtrArray *soleus_reminder_ledger_say (GPtrArray *notices, SoleusTime now);

G_END_DECLS
