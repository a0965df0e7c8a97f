/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How times, nights and records are said to a person: plain words, in the order of the locale. */
#pragma once

#include "model/soleus-night.h"
#include "model/soleus-record.h"

G_BEGIN_DECLS

/**
 * SoleusClockFormat:
 *
 * Whether the desktop's clock counts 12 or 24 hours.
 */
typedef enum
{
  SOLEUS_CLOCK_24H,
  SOLEUS_CLOCK_12H,
} SoleusClockFormat;

void        soleus_words_set_clock_format (SoleusClockFormat format);

char       *soleus_words_date             (SoleusDate date);
char       *soleus_words_date_with_year   (SoleusDate date);
char       *soleus_words_day              (SoleusDate date);
char       *soleus_words_day_title        (SoleusDate date, SoleusDate today);
char       *soleus_words_month            (int year, int month);
char       *soleus_words_weekday          (int weekday, gboolean is_short);
char       *soleus_words_minute           (int minute);
char       *soleus_words_time             (SoleusTime time);
char       *soleus_words_duration         (gint64 seconds);
char       *soleus_words_night            (SoleusDate night);
char       *soleus_words_night_span       (SoleusDate night);
char       *soleus_words_night_result     (const SoleusNight *night);

char       *soleus_words_number           (gint64 thousandths);
const char *soleus_words_word             (const SoleusVocabulary *vocabulary, const char *word);
char       *soleus_words_sites            (const SoleusRow *episode);
char       *soleus_words_episode_when     (SoleusRecord *episode);
char       *soleus_words_summary          (SoleusRecord *record);
char       *soleus_words_kind             (SoleusKind kind);
char       *soleus_words_deleted          (SoleusKind kind);
char       *soleus_words_matching_muscles (const char *text);

G_END_DECLS
