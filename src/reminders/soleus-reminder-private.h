/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the plan share. As in schedules, clock times are civil minutes: 1440 times a civil day plus a minute of it. */
#pragma once

#include "reminders/soleus-reminder-plan.h"

G_BEGIN_DECLS

#define SOLEUS_REMINDER_DAY   1440
#define SOLEUS_REMINDER_NEVER G_MAXINT64

/* What was asked for once. */

void       soleus_reminder_plan_add_asked  (SoleusReminderPlan *self, const SoleusReminderFacts *facts);

/* When a rule names a time. */

gint64     soleus_reminder_civil_of        (SoleusDate date, int minute);
SoleusDate soleus_reminder_civil_get_date  (gint64 civil);
int        soleus_reminder_civil_get_minute (gint64 civil);
gint64     soleus_reminder_civil_get_time  (gint64 civil, GTimeZone *zone);
gint64     soleus_reminder_civil_at        (gint64 utc, GTimeZone *zone);
gint64     soleus_reminder_rule_find_next  (const SoleusReminderRule *self, SoleusReminderKind kind, gint64 civil);
gint64     soleus_reminder_rule_find_window_end (const SoleusReminderRule *self, gint64 civil);

/* Quiet hours. */

gboolean   soleus_reminder_rules_is_quiet  (const SoleusReminderRules *self, SoleusTime time);
gint64     soleus_reminder_rules_find_quiet_end (const SoleusReminderRules *self, SoleusTime time, GTimeZone *zone);

/* The ledger. */

/* In the order of #soleus_notice_states. */
typedef enum
{
  SOLEUS_LEDGER_DUE,
  SOLEUS_LEDGER_SHOWN,
  SOLEUS_LEDGER_ANSWERED,
  SOLEUS_LEDGER_SNOOZED,
  SOLEUS_LEDGER_MISSED,
  SOLEUS_LEDGER_WITHDRAWN,
} SoleusLedgerState;

/**
 * SoleusLedgerRow:
 * @key: kind and civil minute as one number
 * @record: the notice
 * @kind: what it is about
 * @civil: the clock time that its rule names
 * @at: when it was first written
 * @state: what became of it
 * @shown: when it was shown; 0 if it was not
 * @put_off: until when it was put off last; 0 if it never was
 * @has_answer: whether anything was said
 * @is_void: whether it was written by a clock that was wrong
 * @is_settled: whether it is marked as such
 * @is_changed: whether @record is a copy that says something new
 */
typedef struct
{
  gint64 key;
  SoleusRecord *record;
  SoleusReminderKind kind;
  gint64 civil;
  gint64 at;
  SoleusLedgerState state;
  gint64 shown;
  gint64 put_off;
  gboolean has_answer;
  gboolean is_void;
  gboolean is_settled;
  gboolean is_changed;
} SoleusLedgerRow;

/**
 * SoleusLedger:
 * @rows: (element-type SoleusLedgerRow): by kind and civil minute; of one time first those that count, the newest first
 * @by_key: where the rows of a time begin
 */
typedef struct
{
  GArray *rows;
  GHashTable *by_key;
} SoleusLedger;

/**
 * SoleusLedgerGroup:
 * @rows: those of one time
 * @n: how many
 * @n_valid: how many of them count; they come first
 */
typedef struct
{
  SoleusLedgerRow *rows;
  guint n;
  guint n_valid;
} SoleusLedgerGroup;

SoleusLedger     *soleus_ledger_new          (GPtrArray *records, SoleusTime now);
void              soleus_ledger_free         (SoleusLedger *self);
SoleusLedgerGroup soleus_ledger_find         (const SoleusLedger *self, SoleusReminderKind kind, gint64 civil);
SoleusLedgerGroup soleus_ledger_get_group    (const SoleusLedger *self, guint index);
SoleusRow        *soleus_ledger_row_edit     (SoleusLedgerRow *self);
void              soleus_ledger_row_set      (SoleusLedgerRow *self, SoleusLedgerState state, const char *answer);
gint64            soleus_ledger_row_settle   (SoleusLedgerRow *self, SoleusTime now);
gboolean          soleus_ledger_group_names  (SoleusLedgerGroup group, guint n, const char *medicine);
gboolean          soleus_ledger_row_names    (const SoleusLedgerRow *self, const char *medicine);
SoleusRecord     *soleus_ledger_write        (SoleusLedgerGroup group, SoleusReminderKind kind, gint64 civil, SoleusTime now, SoleusLedgerState state, const char *answer, gboolean *is_new);

/* What becomes of a reminder. */

/**
 * SoleusReminderOutcome:
 * @SOLEUS_REMINDER_WAITS: nothing yet
 * @SOLEUS_REMINDER_MISSED: it is too late, or was not wanted then
 * @SOLEUS_REMINDER_SILENT: there is nothing to be reminded of
 * @SOLEUS_REMINDER_COMES: it is to be shown
 */
typedef enum
{
  SOLEUS_REMINDER_WAITS,
  SOLEUS_REMINDER_MISSED,
  SOLEUS_REMINDER_SILENT,
  SOLEUS_REMINDER_COMES,
} SoleusReminderOutcome;

/**
 * SoleusReminderCase:
 * @kind: what it is about
 * @time: the instant at which the clock shows its time
 * @put_off: until when it was put off; 0 if it was not
 * @end: the first instant at which it makes no sense to begin with it
 * @silence: (nullable): why there is nothing to be reminded of
 */
typedef struct
{
  SoleusReminderKind kind;
  gint64 time;
  gint64 put_off;
  gint64 end;
  const char *silence;
} SoleusReminderCase;

/**
 * SoleusReminderVerdict:
 * @outcome: what becomes of it
 * @answer: (nullable): what the ledger says of that
 * @wake: with %SOLEUS_REMINDER_WAITS: when that is another
 */
typedef struct
{
  SoleusReminderOutcome outcome;
  const char *answer;
  gint64 wake;
} SoleusReminderVerdict;

/**
 * SoleusReminderJudge:
 * @facts: what is known
 * @nights: the nights of which something was recorded
 * @stretch_days: the civil days on which the person stretched
 * @stretch_nights: the nights in which they did
 */
typedef struct
{
  const SoleusReminderFacts *facts;
  GHashTable *nights;
  GHashTable *stretch_days;
  GHashTable *stretch_nights;
} SoleusReminderJudge;

SoleusReminderJudge  *soleus_reminder_judge_new          (const SoleusReminderFacts *facts);
void                  soleus_reminder_judge_free         (SoleusReminderJudge *self);
gboolean              soleus_reminder_judge_applies      (const SoleusReminderJudge *self, SoleusReminderKind kind);
const char           *soleus_reminder_judge_find_silence (const SoleusReminderJudge *self, SoleusReminderKind kind, gint64 civil, gint64 time);
gint64                soleus_reminder_judge_find_end     (const SoleusReminderJudge *self, SoleusReminderKind kind, gint64 civil, gint64 time, gint64 put_off, gboolean is_shown);
gboolean              soleus_reminder_judge_is_quiet_at  (const SoleusReminderJudge *self, gint64 utc, gint64 *end);
gint64                soleus_reminder_judge_find_coming  (const SoleusReminderJudge *self, SoleusReminderKind kind, gint64 time);
SoleusReminderVerdict soleus_reminder_judge_decide       (const SoleusReminderJudge *self, const SoleusReminderCase *reminder);

/* Doses. */

/**
 * SoleusReminderDoseState:
 * @SOLEUS_REMINDER_DOSE_GONE: no schedule asks for it any more
 * @SOLEUS_REMINDER_DOSE_ANSWERED: taken or skipped
 * @SOLEUS_REMINDER_DOSE_MISSED: too late for it
 * @SOLEUS_REMINDER_DOSE_OPEN: to be taken, now or ahead
 */
typedef enum
{
  SOLEUS_REMINDER_DOSE_GONE,
  SOLEUS_REMINDER_DOSE_ANSWERED,
  SOLEUS_REMINDER_DOSE_MISSED,
  SOLEUS_REMINDER_DOSE_OPEN,
} SoleusReminderDoseState;

/**
 * SoleusReminderDoses:
 * @facts: what is known
 * @lowest: instants before that were not looked at
 * @dues: (element-type GArray): of each medicine its due doses since @lowest and up to now, by civil minute
 * @answered: (element-type GArray): of each medicine the civil minutes of which something was said, in order
 * @by_uuid: which medicine is which
 */
typedef struct
{
  const SoleusReminderFacts *facts;
  gint64 lowest;
  GPtrArray *dues;
  GPtrArray *answered;
  GHashTable *by_uuid;
} SoleusReminderDoses;

SoleusReminderDoses          *soleus_reminder_doses_new          (const SoleusReminderFacts *facts, gint64 lowest);
void                          soleus_reminder_doses_free         (SoleusReminderDoses *self);
const SoleusReminderMedicine *soleus_reminder_doses_get_medicine (const SoleusReminderDoses *self, guint index);
gboolean                      soleus_reminder_doses_find         (const SoleusReminderDoses *self, const char *uuid, guint *index);
gboolean                      soleus_reminder_doses_is_answered  (const SoleusReminderDoses *self, guint index, gint64 civil);
gboolean                      soleus_reminder_doses_find_due     (const SoleusReminderDoses *self, guint index, gint64 civil, SoleusDue *due);
SoleusReminderDoseState       soleus_reminder_doses_judge        (const SoleusReminderDoses *self, guint index, gint64 civil, SoleusReminderCase *reminder);
SoleusReminderDoseState       soleus_reminder_doses_judge_due    (const SoleusReminderDoses *self, guint index, const SoleusDue *due, SoleusReminderCase *reminder);

/* A look at the facts, for the plan and for what comes next. */

/**
 * SoleusReminderLook:
 * @facts: what is known
 * @lowest: nothing before that instant is looked for
 * @ledger: the notices
 * @judge: what is recorded
 * @doses: the medicines
 */
typedef struct
{
  const SoleusReminderFacts *facts;
  gint64 lowest;
  SoleusLedger *ledger;
  SoleusReminderJudge *judge;
  SoleusReminderDoses *doses;
} SoleusReminderLook;

void   soleus_reminder_look_init      (SoleusReminderLook *self, const SoleusReminderFacts *facts);
void   soleus_reminder_look_clear     (SoleusReminderLook *self);
gint64 soleus_reminder_look_get_since (const SoleusReminderLook *self, SoleusReminderKind kind);
gint64 soleus_reminder_look_find_next (const SoleusReminderLook *self);

/* The plan in the making. */

/**
 * SoleusReminderPlanner:
 * @look: what is known
 * @plan: what follows
 * @added: (element-type SoleusRecord): rows that are new
 * @last_shown: when one of each kind was shown last
 */
typedef struct
{
  SoleusReminderLook look;
  SoleusReminderPlan *plan;
  GPtrArray *added;
  gint64 last_shown[SOLEUS_N_REMINDERS];
} SoleusReminderPlanner;

void soleus_reminder_planner_wake_at (SoleusReminderPlanner *self, gint64 time);
void soleus_reminder_planner_put_up  (SoleusReminderPlanner *self, SoleusRecord *record);
void soleus_reminder_planner_review  (SoleusReminderPlanner *self);
void soleus_reminder_planner_settle  (SoleusReminderPlanner *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SoleusLedger, soleus_ledger_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SoleusReminderJudge, soleus_reminder_judge_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SoleusReminderDoses, soleus_reminder_doses_free)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SoleusReminderLook, soleus_reminder_look_clear)

G_END_DECLS
