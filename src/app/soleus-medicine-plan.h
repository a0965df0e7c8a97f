/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The schedule of one medicine as dated versions: which one is in charge, how it is changed, paused and resumed from a
 * moment on, and how it is said. */
#pragma once

#include "reminders/soleus-schedule.h"
#include "store/soleus-diary.h"

G_BEGIN_DECLS

GPtrArray    *soleus_medicine_plan_list         (SoleusDiary *diary, const char *medicine_uuid, GError **error);
GPtrArray    *soleus_medicine_plan_list_doses   (SoleusDiary *diary, const char *medicine_uuid, SoleusDate today, GError **error);
GHashTable   *soleus_medicine_plan_sort         (GPtrArray *records);
SoleusRecord *soleus_medicine_plan_find_current (GPtrArray *versions, SoleusTime now);
gboolean      soleus_medicine_plan_find_pause   (SoleusRecord *version, SoleusDate today, SoleusDate *from, SoleusDate *until);

GPtrArray    *soleus_medicine_plan_change       (GPtrArray *versions, SoleusRecord *medicine, SoleusRecord *wanted, SoleusTime now);
GPtrArray    *soleus_medicine_plan_pause        (GPtrArray *versions, SoleusDate from, SoleusDate until);
GPtrArray    *soleus_medicine_plan_resume       (GPtrArray *versions, SoleusTime now);
GPtrArray    *soleus_medicine_plan_apply        (GPtrArray *versions, GPtrArray *edits);

char         *soleus_medicine_plan_say          (SoleusRecord *version);
char         *soleus_medicine_plan_say_pause    (SoleusRecord *version, SoleusDate today);
char         *soleus_medicine_plan_say_next     (SoleusSchedule *schedule, SoleusRecord *version, SoleusTime now, guint n);
char         *soleus_medicine_plan_say_clock_change (SoleusSchedule *schedule, SoleusTime now);

G_END_DECLS
