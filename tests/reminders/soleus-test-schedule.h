/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Schedules and doses out of one line of text, and what is due as one line of text. */
#pragma once

#include "reminders/soleus-schedule.h"

G_BEGIN_DECLS

SoleusRecord *soleus_test_version_new  (const char *text);
GPtrArray    *soleus_test_versions_new (const char *texts);
GPtrArray    *soleus_test_doses_new    (const char *texts);
GTimeZone    *soleus_test_zone_new     (const char *name);
SoleusSchedule *soleus_test_schedule_new (const char *versions, const char *doses, const char *started, const char *stopped, const char *zone);
char         *soleus_test_due_to_text  (const SoleusDue *due);
char         *soleus_test_list         (SoleusSchedule *schedule, const char *from, const char *until);
char         *soleus_test_next         (SoleusSchedule *schedule, const char *from);

G_END_DECLS
