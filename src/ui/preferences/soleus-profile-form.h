/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The profile while it is being edited: what the rows show, and the one way in which they change it. */
#pragma once

#include "app/soleus-context.h"

G_BEGIN_DECLS

#define SOLEUS_TYPE_PROFILE_FORM (soleus_profile_form_get_type ())

G_DECLARE_FINAL_TYPE (SoleusProfileForm, soleus_profile_form, SOLEUS, PROFILE_FORM, GObject)

SoleusProfileForm *soleus_profile_form_new        (SoleusContext *context);
SoleusContext     *soleus_profile_form_get_context (SoleusProfileForm *self);
const SoleusRow   *soleus_profile_form_get_values (SoleusProfileForm *self);
SoleusRecord      *soleus_profile_form_copy       (SoleusProfileForm *self);
void               soleus_profile_form_keep       (SoleusProfileForm *self, SoleusRecord *profile, const char *said);
SoleusDate         soleus_profile_form_get_today  (SoleusProfileForm *self);

gboolean           soleus_profile_form_has_condition (SoleusProfileForm *self, const char *condition);
void               soleus_profile_form_set_condition (SoleusProfileForm *self, const char *condition, gboolean present);
void               soleus_profile_form_set_answer    (SoleusProfileForm *self, const char *field, SoleusAnswer answer, const char *detail);

G_END_DECLS
