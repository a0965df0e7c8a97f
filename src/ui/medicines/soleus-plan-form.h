/* SPDX-License-Identifier: GPL-3.0-or-later */
/* "When do you take it?": takes a schedule and gives one. */
#pragma once

#include <gtk/gtk.h>

#include "app/soleus-context.h"

G_BEGIN_DECLS

#define SOLEUS_TYPE_PLAN_FORM (soleus_plan_form_get_type ())

G_DECLARE_FINAL_TYPE (SoleusPlanForm, soleus_plan_form, SOLEUS, PLAN_FORM, GtkWidget)

GtkWidget    *soleus_plan_form_new        (SoleusContext *context);
void          soleus_plan_form_set_record (SoleusPlanForm *self, SoleusRecord *schedule, SoleusDate first_day);
SoleusRecord *soleus_plan_form_dup_record (SoleusPlanForm *self);
gboolean      soleus_plan_form_is_touched (SoleusPlanForm *self);
gboolean      soleus_plan_form_complain   (SoleusPlanForm *self);

G_END_DECLS
