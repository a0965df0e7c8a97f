/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the parts of the sample share: its dice, its calendar, and the way into the diary. */
#pragma once

#include "base/soleus-clock.h"
#include "model/soleus-record.h"
#include "store/soleus-database.h"

G_BEGIN_DECLS

#define SOLEUS_SAMPLE_MEDICINES 3

/**
 * SoleusSampleSpan:
 * @from: first day
 * @until: last day
 *
 * Days of which something is true.
 */
typedef struct
{
  SoleusDate from;
  SoleusDate until;
} SoleusSampleSpan;

/**
 * SoleusSample:
 * @db: the diary, in a transaction
 * @dice: the one source of chance
 * @home: the zone of most days
 * @away: the zone of journeys
 * @now: the end; nothing lies after it
 * @first: the first day
 * @last: the day of @now
 * @absences: (element-type SoleusSampleSpan): days without any entry
 * @journeys: (element-type SoleusSampleSpan): days in @away
 * @habits_kept: (element-type SoleusSampleSpan): days on which the bedtime stretch was a habit
 * @gaps: (element-type SoleusDate): the nights of the last two weeks that were not recorded
 * @mood: how bad these weeks are: 0, 1 or 2
 * @medicines: their identities
 * @bottle: the identity of a container
 * @soup: the identity of an own food
 * @plan: the identity of the plan for the bedtime stretch
 * @prompted: the day of the last prompt
 * @error: the first failure; nothing is written after it
 *
 * The state of one filling.
 */
typedef struct
{
  SoleusDatabase *db;
  GRand *dice;
  GTimeZone *home;
  GTimeZone *away;
  SoleusTime now;
  SoleusDate first;
  SoleusDate last;
  GArray *absences;
  GArray *journeys;
  GArray *habits_kept;
  GArray *gaps;
  int mood;
  char *medicines[SOLEUS_SAMPLE_MEDICINES];
  char *bottle;
  char *soup;
  char *plan;
  SoleusDate prompted;
  GError *error;
} SoleusSample;

/* soleus-sample-dice.c */
int           soleus_sample_between   (SoleusSample *self, int least, int most);
gboolean      soleus_sample_chance    (SoleusSample *self, int percent);
guint         soleus_sample_weigh     (SoleusSample *self, const guint8 *weights);
const char   *soleus_sample_pick      (SoleusSample *self, const char *const *words);
gboolean      soleus_sample_spans_hold (const GArray *spans, SoleusDate date);
SoleusTime    soleus_sample_time      (SoleusSample *self, SoleusDate date, int minute);
SoleusRecord *soleus_sample_begin     (SoleusSample *self, SoleusKind kind);
void          soleus_sample_keep      (SoleusSample *self, SoleusRecord *record, SoleusTime entered);
void          soleus_sample_keep_dead (SoleusSample *self, SoleusRecord *record, SoleusTime entered, gint64 deleted, gboolean purged);

/* soleus-sample-person.c */
void          soleus_sample_person    (SoleusSample *self);

/* soleus-sample-medicines.c */
void          soleus_sample_medicines (SoleusSample *self);
void          soleus_sample_doses     (SoleusSample *self, SoleusDate date);

/* soleus-sample-night.c */
void          soleus_sample_night     (SoleusSample *self, SoleusDate date);
void          soleus_sample_daytime   (SoleusSample *self, SoleusDate date);

/* soleus-sample-check.c */
void          soleus_sample_check     (SoleusSample *self, SoleusDate date, const char *episode);

/* soleus-sample-day.c */
void          soleus_sample_day       (SoleusSample *self, SoleusDate date);
void          soleus_sample_trash     (SoleusSample *self);

G_END_DECLS
