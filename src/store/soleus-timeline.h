/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A list that follows the diary: everything kept, newest first, grouped by night. */
#pragma once

#include <gio/gio.h>

#include "store/soleus-diary.h"

G_BEGIN_DECLS

#define SOLEUS_TYPE_TIMELINE_ITEM (soleus_timeline_item_get_type ())

G_DECLARE_FINAL_TYPE (SoleusTimelineItem, soleus_timeline_item, SOLEUS, TIMELINE_ITEM, GObject)

SoleusDate    soleus_timeline_item_get_night  (SoleusTimelineItem *self);
gboolean      soleus_timeline_item_is_heading (SoleusTimelineItem *self);
SoleusRecord *soleus_timeline_item_get_record (SoleusTimelineItem *self);

/**
 * SoleusTimelineFilter:
 * @kinds: a mask of SOLEUS_KIND_MASK()
 * @muscle: (nullable): only cramps there
 * @side: (nullable): only cramps on that side
 * @pain_least: only cramps of at least that pain, or -1
 * @pain_most: only cramps of at most that pain, or -1
 * @from: first night, or %SOLEUS_DATE_NONE
 * @until: last night, or %SOLEUS_DATE_NONE
 * @text: (nullable): only what holds this text in its note, or in the name of a medicine or food
 * @muscles: (nullable): with @text: the muscles whose names hold it, each between commas: ",calf,lower_calf,"
 *
 * What the list shows. Muscle, side and pain leave cramps alone.
 */
typedef struct
{
  guint kinds;
  const char *muscle;
  const char *side;
  int pain_least;
  int pain_most;
  SoleusDate from;
  SoleusDate until;
  const char *text;
  const char *muscles;
} SoleusTimelineFilter;

#define SOLEUS_TIMELINE_FILTER_ALL { .kinds = SOLEUS_KIND_MASK_ALL, .pain_least = -1, .pain_most = -1, .from = SOLEUS_DATE_NONE, .until = SOLEUS_DATE_NONE }

/* Further than that, matching entries are not counted. */
#define SOLEUS_TIMELINE_MOST 1000

#define SOLEUS_TYPE_TIMELINE (soleus_timeline_get_type ())

G_DECLARE_FINAL_TYPE (SoleusTimeline, soleus_timeline, SOLEUS, TIMELINE, GObject)

SoleusTimeline *soleus_timeline_new        (SoleusDiary *diary);
void            soleus_timeline_set_filter (SoleusTimeline *self, const SoleusTimelineFilter *filter);
gboolean        soleus_timeline_is_filtered (SoleusTimeline *self);
gboolean        soleus_timeline_load_more  (SoleusTimeline *self);
void            soleus_timeline_count      (SoleusTimeline *self, guint *n_entries, guint *n_nights);
guint           soleus_timeline_find_night (SoleusTimeline *self, SoleusDate night);

G_END_DECLS
