/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the fields of the profile that are typed are shown and read. */
#pragma once

#include <gtk/gtk.h>

#include "model/soleus-row.h"

G_BEGIN_DECLS

/**
 * SoleusProfileEntry:
 * @dup_text: what the entry shows for the profile; "" for nothing
 * @take: changes the profile after a typed text, "" for nothing; returns what is wrong with it, or %NULL
 * @purpose: what is typed
 * @width_chars: how wide the entry is
 *
 * How a field is typed.
 */
typedef struct
{
  char *(*dup_text) (const SoleusRow *values, const char *field, SoleusDate today);
  char *(*take) (SoleusRow *values, const char *field, const char *text, SoleusDate today);
  GtkInputPurpose purpose;
  int width_chars;
} SoleusProfileEntry;

extern const SoleusProfileEntry soleus_profile_year;
extern const SoleusProfileEntry soleus_profile_weeks;
extern const SoleusProfileEntry soleus_profile_text;
extern const SoleusProfileEntry soleus_profile_volume;

G_END_DECLS
