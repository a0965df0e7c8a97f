/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The medicines of a diary with their schedules, and what became of each dose: taken and skipped are kept, what is due or was missed
 * is computed. */
#pragma once

#include "reminders/soleus-schedule.h"
#include "store/soleus-diary.h"
#include "store/soleus-edit.h"

G_BEGIN_DECLS

/* How long *Later* puts a dose off. Our own choice. */
#define SOLEUS_DOSE_LATER_MINUTES 30

/**
 * SoleusMedicine:
 * @record: the medicine
 * @versions: (element-type SoleusRecord): its schedules
 * @schedule: when it is due by them
 *
 * One medicine of the book.
 */
typedef struct
{
  SoleusRecord *record;
  GPtrArray *versions;
  SoleusSchedule *schedule;
} SoleusMedicine;

/**
 * SoleusDoseState:
 * @SOLEUS_DOSE_AHEAD: its time is still to come
 * @SOLEUS_DOSE_DUE: its time has come, and nothing was said
 * @SOLEUS_DOSE_LATER: the person asked for it later, and that time is still to come
 * @SOLEUS_DOSE_MISSED: nothing was said, and it is no longer to be taken: the next one of this medicine is due, or twelve hours went by
 * @SOLEUS_DOSE_TAKEN: taken
 * @SOLEUS_DOSE_SKIPPED: skipped on purpose
 *
 * What became of a dose. The twelve hours are our own choice: a dose that late may come too near to the next.
 */
typedef enum
{
  SOLEUS_DOSE_AHEAD,
  SOLEUS_DOSE_DUE,
  SOLEUS_DOSE_LATER,
  SOLEUS_DOSE_MISSED,
  SOLEUS_DOSE_TAKEN,
  SOLEUS_DOSE_SKIPPED,
} SoleusDoseState;

/**
 * SoleusDose:
 * @medicine: (unowned): what it is of
 * @is_due: whether a schedule makes it due; not so for one as needed, or one of a schedule that has changed
 * @due: when, if @is_due; else its date and minute alone, those of taking it
 * @state: what became of it
 * @record: (nullable): what was said of it
 * @later: with %SOLEUS_DOSE_LATER: until when
 *
 * One dose.
 */
typedef struct
{
  const SoleusMedicine *medicine;
  gboolean is_due;
  SoleusDue due;
  SoleusDoseState state;
  SoleusRecord *record;
  SoleusTime later;
} SoleusDose;

typedef struct _SoleusMedicineBook SoleusMedicineBook;

SoleusMedicineBook   *soleus_medicine_book_new           (SoleusDiary *diary, GError **error);
void                  soleus_medicine_book_free          (SoleusMedicineBook *self);
GPtrArray            *soleus_medicine_book_get_medicines (const SoleusMedicineBook *self);
const SoleusMedicine *soleus_medicine_book_find          (const SoleusMedicineBook *self, const char *uuid);
SoleusDiary          *soleus_medicine_book_get_diary     (const SoleusMedicineBook *self);
SoleusTime            soleus_medicine_book_get_now       (const SoleusMedicineBook *self);
GPtrArray            *soleus_medicine_book_list_day      (const SoleusMedicineBook *self, SoleusDate day, GError **error);
GPtrArray            *soleus_medicine_book_list_open     (const SoleusMedicineBook *self, GError **error);

gboolean              soleus_medicine_is_over            (const SoleusMedicine *self, SoleusDate day);
gboolean              soleus_medicine_is_as_needed       (const SoleusMedicine *self, SoleusTime now, SoleusAsNeeded *state);

SoleusRecord         *soleus_dose_answer                 (const SoleusDose *self, const char *status, SoleusTime at);
SoleusRecord         *soleus_dose_take_as_needed         (const SoleusMedicine *medicine, SoleusTime at);
SoleusRecord         *soleus_dose_put_off                (GPtrArray *doses, SoleusTime now);
gboolean              soleus_dose_is_open                (const SoleusDose *self);
SoleusTime            soleus_dose_guess_time             (const SoleusDose *self, SoleusTime now);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SoleusMedicineBook, soleus_medicine_book_free)

G_END_DECLS
