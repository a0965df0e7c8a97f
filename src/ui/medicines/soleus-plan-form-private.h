/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The form of a schedule, as its two files share it: what is on the screen, and what a record makes of it. */
#pragma once

#include "ui/episode/soleus-typed-entry.h"
#include "ui/medicines/soleus-plan-form.h"

G_BEGIN_DECLS

/* What is typed, in the order in which it stands. */
typedef enum
{
  SOLEUS_PLAN_FIELD_EVERY_DAYS,
  SOLEUS_PLAN_FIELD_MONTH_DAY,
  SOLEUS_PLAN_FIELD_DAYS_ON,
  SOLEUS_PLAN_FIELD_DAYS_OFF,
  SOLEUS_PLAN_FIELD_EVERY_HOURS,
  SOLEUS_PLAN_FIELD_FROM,
  SOLEUS_PLAN_FIELD_UNTIL,
  SOLEUS_PLAN_FIELD_FIRST,
  SOLEUS_PLAN_FIELD_AMOUNT,
  SOLEUS_PLAN_FIELD_GAP,
  SOLEUS_PLAN_FIELD_MOST,
  SOLEUS_PLAN_N_FIELDS,
} SoleusPlanField;

struct _SoleusPlanForm
{
  GtkWidget parent_instance;

  SoleusContext *context;
  SoleusRecord *record; /* what the form was filled with, for what it does not show */
  gboolean is_touched;
  gboolean updating;

  GtkWidget *box;
  GtkWidget *kind;
  GtkWidget *kind_advice;
  GtkWidget *weekdays;
  GtkWidget *weekdays_question;
  GtkWidget *weekdays_advice;
  GtkWidget *hours;
  GtkWidget *hours_question;
  GtkWidget *hours_advice;
  GtkWidget *short_month;
  GtkWidget *short_month_heading;
  GtkWidget *short_month_question;
  GtkWidget *first_day;
  GtkWidget *first_day_question;
  GtkWidget *times;
  GtkWidget *times_question;
  GtkWidget *entries[SOLEUS_PLAN_N_FIELDS];
  GtkWidget *boxes[SOLEUS_PLAN_N_FIELDS];
  GtkWidget *advice[SOLEUS_PLAN_N_FIELDS];
};

const char       *soleus_plan_form_get_pattern   (SoleusPlanForm *self);
gboolean          soleus_plan_form_is_pattern    (SoleusPlanForm *self, const char *pattern);
gboolean          soleus_plan_form_has_times     (SoleusPlanForm *self);
gboolean          soleus_plan_form_has_first_day (SoleusPlanForm *self);
SoleusTypedEntry *soleus_plan_form_get_entry     (SoleusPlanForm *self, SoleusPlanField field);
gint64            soleus_plan_form_get_value     (SoleusPlanForm *self, SoleusPlanField field);
gboolean          soleus_plan_form_is_shown      (SoleusPlanForm *self, SoleusPlanField field);
gboolean          soleus_plan_form_is_complete   (SoleusPlanForm *self);
void              soleus_plan_form_show_parts    (SoleusPlanForm *self);

G_END_DECLS
