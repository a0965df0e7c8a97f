/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An entry that reads times and numbers as people type them. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SOLEUS_TYPE_TYPED_ENTRY (soleus_typed_entry_get_type ())
G_DECLARE_FINAL_TYPE (SoleusTypedEntry, soleus_typed_entry, SOLEUS, TYPED_ENTRY, GtkWidget)

/* Nothing was typed, or nothing that can be read. */
#define SOLEUS_TYPED_NONE (-1)

/**
 * SoleusTypedKind:
 * @SOLEUS_TYPED_TIME: a time of day; its value is the minute of the day
 * @SOLEUS_TYPED_MINUTES: a duration typed in minutes; its value is in seconds
 * @SOLEUS_TYPED_HOURS: more than a day, typed in hours; its value is in hours
 * @SOLEUS_TYPED_COUNT: a whole number
 * @SOLEUS_TYPED_AMOUNT: a number with up to three decimals; its value is in thousandths
 */
typedef enum
{
  SOLEUS_TYPED_TIME,
  SOLEUS_TYPED_MINUTES,
  SOLEUS_TYPED_HOURS,
  SOLEUS_TYPED_COUNT,
  SOLEUS_TYPED_AMOUNT,
} SoleusTypedKind;

GtkWidget  *soleus_typed_entry_new         (SoleusTypedKind kind, const char *name);
gint64      soleus_typed_entry_get_value   (SoleusTypedEntry *self);
void        soleus_typed_entry_set_value   (SoleusTypedEntry *self, gint64 value);
void        soleus_typed_entry_set_range   (SoleusTypedEntry *self, gint64 least, gint64 most, const char *advice);
void        soleus_typed_entry_reset       (SoleusTypedEntry *self, gint64 value);
void        soleus_typed_entry_finish      (SoleusTypedEntry *self);
gboolean    soleus_typed_entry_is_readable (SoleusTypedEntry *self);
const char *soleus_typed_entry_get_advice  (SoleusTypedEntry *self);

G_END_DECLS
