/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One cramp while it is being described: what the diary holds, and what the form says now. */
#pragma once

#include "base/soleus-clock.h"
#include "base/soleus-json-reader.h"
#include "base/soleus-json-writer.h"
#include "model/soleus-record.h"

G_BEGIN_DECLS

/* What stands for no answer where a number is asked for. */
#define SOLEUS_DRAFT_NONE (-1)

/* The most characters of a note. */
#define SOLEUS_DRAFT_NOTE_LENGTH 10000

/**
 * SoleusNightSpan:
 *
 * The part of a night in which a cramp began, as it can be told in the morning.
 */
typedef enum
{
  SOLEUS_NIGHT_SPAN_NONE = -1,
  SOLEUS_NIGHT_SPAN_BEFORE_MIDNIGHT,
  SOLEUS_NIGHT_SPAN_MIDNIGHT_TO_2,
  SOLEUS_NIGHT_SPAN_2_TO_4,
  SOLEUS_NIGHT_SPAN_4_TO_6,
  SOLEUS_NIGHT_SPAN_AFTER_6,
} SoleusNightSpan;

#define SOLEUS_N_NIGHT_SPANS 5

#define SOLEUS_TYPE_EPISODE_DRAFT (soleus_episode_draft_get_type ())

G_DECLARE_FINAL_TYPE (SoleusEpisodeDraft, soleus_episode_draft, SOLEUS, EPISODE_DRAFT, GObject)

SoleusEpisodeDraft *soleus_episode_draft_new            (SoleusClock *clock, SoleusDate night);
SoleusEpisodeDraft *soleus_episode_draft_new_for_record (SoleusClock *clock, SoleusRecord *original);
SoleusRecord       *soleus_episode_draft_get_original   (SoleusEpisodeDraft *self);
SoleusRecord       *soleus_episode_draft_get_record     (SoleusEpisodeDraft *self);
const SoleusRow    *soleus_episode_draft_get_values     (SoleusEpisodeDraft *self);
gboolean            soleus_episode_draft_is_new         (SoleusEpisodeDraft *self);
gboolean            soleus_episode_draft_is_changed     (SoleusEpisodeDraft *self);
gboolean            soleus_episode_draft_says_anything  (SoleusEpisodeDraft *self);
char               *soleus_episode_draft_dup_problem    (SoleusEpisodeDraft *self);
void                soleus_episode_draft_changed        (SoleusEpisodeDraft *self);

/* When it began */
void                soleus_episode_draft_set_date        (SoleusEpisodeDraft *self, SoleusDate date);
void                soleus_episode_draft_set_minute      (SoleusEpisodeDraft *self, int minute);
void                soleus_episode_draft_set_now         (SoleusEpisodeDraft *self);
void                soleus_episode_draft_set_second_time (SoleusEpisodeDraft *self, gboolean second_time);
void                soleus_episode_draft_set_about       (SoleusEpisodeDraft *self, gboolean about);
void                soleus_episode_draft_set_span        (SoleusEpisodeDraft *self, SoleusNightSpan span);
SoleusDate          soleus_episode_draft_get_date        (SoleusEpisodeDraft *self);
int                 soleus_episode_draft_get_minute      (SoleusEpisodeDraft *self);
gboolean            soleus_episode_draft_get_about       (SoleusEpisodeDraft *self);
SoleusNightSpan     soleus_episode_draft_get_span        (SoleusEpisodeDraft *self);
SoleusLocalFit      soleus_episode_draft_get_fit         (SoleusEpisodeDraft *self);
gboolean            soleus_episode_draft_get_second_time (SoleusEpisodeDraft *self);
SoleusDate          soleus_episode_draft_get_night       (SoleusEpisodeDraft *self);

/* How long it took */
void                soleus_episode_draft_set_over       (SoleusEpisodeDraft *self, gboolean over);
void                soleus_episode_draft_set_seconds    (SoleusEpisodeDraft *self, gint64 seconds);
void                soleus_episode_draft_set_end_minute (SoleusEpisodeDraft *self, int minute);
gboolean            soleus_episode_draft_get_over       (SoleusEpisodeDraft *self);
gint64              soleus_episode_draft_get_seconds    (SoleusEpisodeDraft *self);
int                 soleus_episode_draft_get_end_minute (SoleusEpisodeDraft *self);

/* The other answers */
void                soleus_episode_draft_set_word   (SoleusEpisodeDraft *self, const char *field, const char *word);
void                soleus_episode_draft_set_number (SoleusEpisodeDraft *self, const char *field, gint64 number);
void                soleus_episode_draft_set_answer (SoleusEpisodeDraft *self, const char *field, SoleusAnswer answer);
void                soleus_episode_draft_set_note   (SoleusEpisodeDraft *self, const char *note);
void                soleus_episode_draft_set_site   (SoleusEpisodeDraft *self, const char *muscle, const char *side, gboolean chosen);
void                soleus_episode_draft_add_tried  (SoleusEpisodeDraft *self, const char *action);
void                soleus_episode_draft_set_helped (SoleusEpisodeDraft *self, guint row, const char *helped);
void                soleus_episode_draft_remove_tried (SoleusEpisodeDraft *self, guint row);
void                soleus_episode_draft_copy_answers (SoleusEpisodeDraft *self, SoleusEpisodeDraft *from);

/* The unsaved form, as it is kept for later */
void                soleus_episode_draft_write        (SoleusEpisodeDraft *self, SoleusJsonWriter *writer);
SoleusEpisodeDraft *soleus_episode_draft_read         (SoleusJsonReader *reader, SoleusClock *clock, GError **error);
char               *soleus_episode_draft_to_content   (SoleusEpisodeDraft *self);
SoleusEpisodeDraft *soleus_episode_draft_from_content (const char *content, SoleusClock *clock);
void                soleus_episode_draft_set_original (SoleusEpisodeDraft *self, SoleusRecord *original);

G_END_DECLS
