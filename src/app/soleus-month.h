/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A month of the calendar as six weeks of seven cells, and what is said of its nights. */
#pragma once

#include "store/soleus-diary.h"

G_BEGIN_DECLS

#define SOLEUS_MONTH_CELLS 42

/**
 * SoleusMonth:
 * @year: its year
 * @month: 1 to 12
 * @first: its first day
 * @last: its last day
 * @start: the date of the first of the 42 cells, in this month or the one before
 *
 * Where the days of a month stand in the calendar.
 */
typedef struct
{
  int year;
  int month;
  SoleusDate first;
  SoleusDate last;
  SoleusDate start;
} SoleusMonth;

SoleusMonth soleus_month_of               (SoleusDate date, int first_weekday);
int         soleus_month_find_cell        (const SoleusMonth *self, SoleusDate date);
SoleusDate  soleus_month_move             (SoleusDate date, int months);
int         soleus_month_locale_weekday   (void);
int         soleus_month_diary_weekday    (SoleusDiary *diary);

void        soleus_month_count            (GArray *nights, SoleusDate today, guint *n_nights, guint *n_recorded, guint *n_cramps);
char       *soleus_month_words_recorded   (guint n_nights, guint n_recorded);
char       *soleus_month_words_cramps     (guint n_recorded, guint n_cramps);
guint       soleus_month_mark_count       (const SoleusNight *night);
char       *soleus_month_words_night      (const SoleusNight *night);

G_END_DECLS
