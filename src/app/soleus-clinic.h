/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a person shows to a clinician: only what was recorded, with its times. */
#pragma once

#include "app/soleus-guidance.h"
#include "store/soleus-diary.h"
#include "triage/soleus-verdict.h"

G_BEGIN_DECLS

/**
 * SoleusClinicBlock:
 * @title: what it is about
 * @lines: (element-type utf8): what was recorded; never empty
 *
 * A part of the page.
 */
typedef struct
{
  const char *title;
  GPtrArray *lines;
} SoleusClinicBlock;

char      *soleus_clinic_say_made    (SoleusTime now);
GPtrArray *soleus_clinic_list_blocks (SoleusDiary *diary, const SoleusGuidance *guidance, const SoleusVerdict *verdict, SoleusTime now);

G_END_DECLS
