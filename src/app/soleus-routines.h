/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Routines of stretches: the one for bedtime that comes with the program, and those that a person put together. */
#pragma once

#include "app/soleus-library.h"
#include "app/soleus-player.h"
#include "store/soleus-diary.h"

G_BEGIN_DECLS

GPtrArray    *soleus_routines_list        (SoleusDiary *diary);
SoleusRecord *soleus_routines_get_bedtime (SoleusDiary *diary);
GPtrArray    *soleus_routines_get_steps   (SoleusRecord *plan, SoleusLibrary *library, SoleusLimits limits);
GPtrArray    *soleus_routines_get_default (SoleusLibrary *library, SoleusLimits limits);
SoleusRecord *soleus_routines_make_session (GPtrArray *steps, SoleusRecord *plan, SoleusTime at);

G_END_DECLS
