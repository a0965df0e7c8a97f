/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a person asked to be reminded of once, as on a card of warning. It has no rule: its line in the ledger is all there is. Neither quiet
 * hours nor a pause hold it, for it was asked for, and it is about what should not wait. */
#include "reminders/soleus-reminder-private.h"

/* After that it no longer makes sense: the card itself is of a day. Our own choice. */
#define ASKED_S (12 * 3600)

static gint64
read_time (SoleusRecord *record,
           const char   *field)
{
  SoleusTime time = { 0, 0 };

  soleus_row_get_time (soleus_record_get_values (record), field, &time);
  return time.utc;
}

static SoleusRecord *
change (SoleusReminderPlan *plan,
        SoleusRecord       *record,
        const char         *state,
        const char         *answer)
{
  SoleusRecord *changed = soleus_record_copy (record);

  soleus_row_set_text (soleus_record_get_values (changed), "state", state);
  soleus_row_set_text (soleus_record_get_values (changed), "answer", answer);
  g_ptr_array_add (plan->writes, changed);
  return changed;
}

static void
review (SoleusReminderPlan        *plan,
        const SoleusReminderFacts *facts,
        SoleusRecord              *record)
{
  const SoleusRow *values = soleus_record_get_values (record);
  const char *state = soleus_row_get_text (values, "state");
  gint64 now = facts->now.utc, until = read_time (record, "snoozed_until");
  gboolean is_shown = g_strcmp0 (state, "shown") == 0, is_put_off = g_strcmp0 (state, "snoozed") == 0;

  if (!(is_shown && !soleus_row_has (values, "answer")) && !is_put_off && g_strcmp0 (state, "due") != 0)
    return;
  if (facts->advised >= read_time (record, "at"))
    soleus_row_set_time (soleus_record_get_values (change (plan, record, "answered", "done")), "answered", facts->now);
  else if (is_put_off && until > now)
    plan->next = plan->next == 0 ? until : MIN (plan->next, until);
  else if (now - until >= ASKED_S)
    {
      if (!is_shown)
        change (plan, record, "missed", NULL);
    }
  else if (is_shown)
    g_ptr_array_add (plan->open, g_object_ref (record));
  else
    g_ptr_array_add (plan->fresh, g_object_ref (is_put_off ? change (plan, record, "due", NULL) : record));
}

/**
 * soleus_reminder_plan_add_asked:
 * @self: a plan
 * @facts: what it follows from
 *
 * Adds what the person asked to be reminded of once.
 */
void
soleus_reminder_plan_add_asked (SoleusReminderPlan        *self,
                                const SoleusReminderFacts *facts)
{
  for (guint i = 0; facts->ledger != NULL && i < facts->ledger->len; i++)
    {
      SoleusRecord *record = g_ptr_array_index (facts->ledger, i);

      if (soleus_record_get_life (record)->deleted == 0 &&
          g_strcmp0 (soleus_row_get_text (soleus_record_get_values (record), "reminder"), soleus_reminder_kind_get_word (SOLEUS_REMINDER_ADVICE)) == 0)
        review (self, facts, record);
    }
}
