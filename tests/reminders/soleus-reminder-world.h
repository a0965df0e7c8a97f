/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What there is to know for reminders, in plain values and without the engine. */
#pragma once

#include "reminders/soleus-test-wall.h"

#include "model/soleus-record.h"

G_BEGIN_DECLS

#define SOLEUS_REF_MEDICINES 3
#define SOLEUS_REF_TIMES 3

enum
{
  REF_CHECK_IN,
  REF_DRINK,
  REF_STRETCH,
  REF_DOSE,
  REF_TRIAL,
  REF_KINDS,
};

enum
{
  REF_DUE,
  REF_SHOWN,
  REF_ANSWERED,
  REF_SNOOZED,
  REF_MISSED,
  REF_WITHDRAWN,
};

typedef struct
{
  gboolean on;
  guint n_times;
  int minutes[SOLEUS_REF_TIMES];
  int weekdays[SOLEUS_REF_TIMES];
  int every, from, until;
  gint64 since;
  GArray *named; /* of gint32: all civil minutes of the years, in order */
} SoleusRefRule;

typedef struct
{
  gboolean follows; /* the last dose; by the clock otherwise */
  guint n_times;
  int minutes[SOLEUS_REF_TIMES];
  int weekdays;
  int hours;
  gint64 last; /* dose, 0 for none */
  GArray *named;
  GHashTable *answered; /* of civil minutes */
} SoleusRefMedicine;

typedef struct
{
  int kind;
  gint64 civil;
  gint64 at, shown, answered, put_off;
  int state;
  const char *answer;
  guint medicines; /* bit by bit */
  gint64 serial;   /* of two of one time the one that was written later counts */
  gboolean is_changed, is_fresh, is_open;
  SoleusRecord *record;
} SoleusRefRow;

typedef struct
{
  gint32 start, stop; /* stop 0: goes on */
} SoleusRefSpan;

typedef struct
{
  const SoleusTestWall *wall;
  SoleusRefRule rules[REF_KINDS];
  gboolean quiet;
  int quiet_from, quiet_until;
  gint64 paused_until;
  gboolean limited;
  gint32 goal; /* day, 0 for none */
  GHashTable *nights;
  GArray *stretch_civils; /* of gint64: what the clock showed */
  GArray *trials;         /* of SoleusRefSpan */
  guint n_medicines;
  SoleusRefMedicine medicines[SOLEUS_REF_MEDICINES];
  int days_back;
  GArray *rows; /* of SoleusRefRow */
  GHashTable *by_identity;
  gint64 now;
  gint64 latest_at; /* of all rows */
  gboolean is_glance, has_changed;
} SoleusRefWorld;

void     soleus_ref_world_init       (SoleusRefWorld *self);
void     soleus_ref_world_clear      (SoleusRefWorld *self);
void     soleus_ref_world_name_times (SoleusRefWorld *self);
gboolean soleus_ref_world_is_quiet   (const SoleusRefWorld *self, gint64 utc);
gboolean soleus_ref_world_is_due     (const SoleusRefWorld *self, guint medicine, gint64 civil, gint64 *time);

gint32   soleus_ref_day_of              (gint64 civil);
int      soleus_ref_minute_of           (gint64 civil);
gint64   soleus_ref_time_of             (const SoleusRefWorld *self, gint64 civil);
void     soleus_ref_sort_out            (GArray *named);
guint    soleus_ref_find_named          (GArray *named, gint64 civil);
int      soleus_ref_get_window_length   (const SoleusRefRule *rule);
gint64   soleus_ref_find_quiet_over     (const SoleusRefWorld *self, gint64 utc);
gboolean soleus_ref_is_answered         (const SoleusRefWorld *self, guint medicine, gint64 civil);
gboolean soleus_ref_is_dose_to_be_taken (const SoleusRefWorld *self, guint medicine, gint64 time, gint64 moment);

G_END_DECLS
