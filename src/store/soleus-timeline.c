/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list holds only what a row is known by: id, revision, night. Records are read when a row is shown. It starts with
 * the newest page and grows as the reader comes near its end, so that twenty years cost no more than a month.
 *
 * When the diary changes, the query is run again, equal rows at both ends are kept with their objects, and only what
 * lies between is replaced: the place where the reader is, and what has the focus, stay. A night's heading counts as
 * changed when anything in the night did, because it shows the night's state. */
#include "config.h"

#include "store/soleus-timeline.h"

#define PAGE 400

/* From so many doses on, the hits of a search are many. */
#define MANY 3000

struct _SoleusTimelineItem
{
  GObject parent_instance;

  SoleusDiary *diary;
  SoleusDate night;
  gint64 id; /* 0: the heading of its night */
  SoleusRecord *record;
};

G_DEFINE_FINAL_TYPE (SoleusTimelineItem, soleus_timeline_item, G_TYPE_OBJECT)

static void
soleus_timeline_item_finalize (GObject *object)
{
  SoleusTimelineItem *self = SOLEUS_TIMELINE_ITEM (object);

  g_clear_object (&self->diary);
  g_clear_object (&self->record);

  G_OBJECT_CLASS (soleus_timeline_item_parent_class)->finalize (object);
}

static void
soleus_timeline_item_class_init (SoleusTimelineItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = soleus_timeline_item_finalize;
}

static void
soleus_timeline_item_init (SoleusTimelineItem *self)
{
}

/**
 * soleus_timeline_item_get_night:
 * @self: an item
 *
 * Returns: the night that it belongs to
 */
SoleusDate
soleus_timeline_item_get_night (SoleusTimelineItem *self)
{
  g_return_val_if_fail (SOLEUS_IS_TIMELINE_ITEM (self), SOLEUS_DATE_NONE);

  return self->night;
}

/**
 * soleus_timeline_item_is_heading:
 * @self: an item
 *
 * Returns: whether it is the heading of its night
 */
gboolean
soleus_timeline_item_is_heading (SoleusTimelineItem *self)
{
  g_return_val_if_fail (SOLEUS_IS_TIMELINE_ITEM (self), FALSE);

  return self->id == 0;
}

/**
 * soleus_timeline_item_get_record:
 * @self: an item
 *
 * Returns: (transfer none) (nullable): its record, read when first asked for; %NULL for a heading, or where the record
 *   has gone meanwhile
 */
SoleusRecord *
soleus_timeline_item_get_record (SoleusTimelineItem *self)
{
  g_return_val_if_fail (SOLEUS_IS_TIMELINE_ITEM (self), NULL);

  if (self->record == NULL && self->id != 0)
    self->record = soleus_diary_load (self->diary, self->id, NULL);
  return self->record;
}

typedef struct
{
  gint64 id;    /* 0: heading */
  gint64 stamp; /* changes whenever the row must be shown anew */
  SoleusDate night;
} Key;

/* How far the query was read: the last night of which there was a row, and how many of that night there were. Reading
 * goes on there, which costs the same however far back that is. */
typedef struct
{
  SoleusDate night;
  guint n_rows;
} Mark;

#define START { G_MAXINT32, 0 }

struct _SoleusTimeline
{
  GObject parent_instance;

  SoleusDiary *diary;
  GArray *keys;     /* of Key */
  GPtrArray *items; /* the objects handed out, or NULL, in step with the keys */
  guint n_loaded;   /* rows of the query so far */
  Mark mark;
  gboolean at_end;

  SoleusTimelineFilter filter;
  char *muscle;
  char *side;
  char *text;
  char *muscles;
};

static void timeline_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (SoleusTimeline, soleus_timeline, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, timeline_list_model_init))

/* The statements of the ways to look: at everything, at cramps, for a text that stands in few entries or in many. */
#define COLUMNS "SELECT \"r\".\"id\", \"r\".\"night\", \"r\".\"kind\", \"r\".\"revision\", \"r\".\"modified\" "
#define COUNTS "SELECT count (*), count (*) FILTER (WHERE \"kind\" <> 2), count (DISTINCT \"night\") FROM (SELECT \"r\".\"kind\", \"r\".\"night\" "
#define UP_TO_MOST "LIMIT :limit)"
/* How many rows are counted: a night may have one of its own, which is no entry. */
#define LOOK_AHEAD (2 * (SOLEUS_TIMELINE_MOST + 1))
#define LIVE "\"r\".\"deleted\" IS NULL AND \"r\".\"night\" IS NOT NULL AND (:kinds >> \"r\".\"kind\") & 1 " \
             "AND \"r\".\"night\" BETWEEN :from AND :until "
#define NEWEST "ORDER BY \"r\".\"night\" DESC, \"r\".\"at\" DESC, \"r\".\"kind\" DESC, \"r\".\"id\" DESC LIMIT :limit OFFSET :offset"

#define NOTES "SELECT \"id\" FROM \"record\" WHERE \"deleted\" IS NULL AND \"note\" IS NOT NULL AND soleus_contains (\"note\", :text) "
#define MEDICINES "(SELECT \"m\".\"uuid\" FROM \"medicine\" AS \"n\" JOIN \"record\" AS \"m\" USING (\"id\") WHERE soleus_contains (\"n\".\"name\", :text)) "
#define SITE_MATCHES ":muscles IS NOT NULL AND instr (:muscles, ',' || \"muscle\" || ',') > 0 "
#define OWN_FOODS "(SELECT \"o\".\"uuid\" FROM \"food\" AS \"f\" JOIN \"record\" AS \"o\" USING (\"id\") WHERE soleus_contains (\"f\".\"name\", :text)) "
#define ITEM_MATCHES "((\"name\" IS NOT NULL AND soleus_contains (\"name\", :text)) OR \"own_food\" IN " OWN_FOODS ") "
#define HITS "(" NOTES "UNION SELECT \"id\" FROM \"episode_sites\" WHERE " SITE_MATCHES \
             "UNION SELECT \"id\" FROM \"dose\" WHERE \"medicine\" IN " MEDICINES "UNION SELECT \"id\" FROM \"meal_items\" WHERE " ITEM_MATCHES ") AS \"hit\" "

#define ALL_RECORDS "FROM \"record\" AS \"r\" "
#define FEW_HITS "FROM " HITS "CROSS JOIN \"record\" AS \"r\" USING (\"id\") "
#define MANY_HITS "AND (+\"r\".\"id\" IN (" NOTES ") " \
                  "OR (+\"r\".\"kind\" = 1 AND EXISTS (SELECT 1 FROM \"episode_sites\" AS \"t\" WHERE \"t\".\"id\" = \"r\".\"id\" AND " SITE_MATCHES ")) " \
                  "OR (+\"r\".\"kind\" = 14 AND EXISTS (SELECT 1 FROM \"dose\" AS \"d\" WHERE \"d\".\"id\" = \"r\".\"id\" AND \"d\".\"medicine\" IN " MEDICINES ")) " \
                  "OR (+\"r\".\"kind\" = 8 AND EXISTS (SELECT 1 FROM \"meal_items\" AS \"i\" WHERE \"i\".\"id\" = \"r\".\"id\" AND " ITEM_MATCHES "))) "
#define WITH_EPISODE "JOIN \"episode\" AS \"e\" ON \"e\".\"id\" = \"r\".\"id\" "
#define CRAMPS_ONLY "AND \"r\".\"kind\" = 1 AND (:least IS NULL OR \"e\".\"pain\" >= :least) AND (:most IS NULL OR \"e\".\"pain\" <= :most) " \
                    "AND ((:muscle IS NULL AND :side IS NULL) OR EXISTS (SELECT 1 FROM \"episode_sites\" AS \"s\" WHERE \"s\".\"id\" = \"e\".\"id\" " \
                    "AND (:muscle IS NULL OR \"s\".\"muscle\" = :muscle) AND (:side IS NULL OR \"s\".\"side\" = :side))) "

#define LOOK_AT_ALL ALL_RECORDS "WHERE " LIVE
#define LOOK_AT_CRAMPS ALL_RECORDS WITH_EPISODE "WHERE " LIVE CRAMPS_ONLY
#define LOOK_FOR_FEW FEW_HITS "WHERE " LIVE
#define LOOK_FOR_MANY ALL_RECORDS "WHERE " LIVE MANY_HITS
#define LOOK_FOR_CRAMPS FEW_HITS WITH_EPISODE "WHERE " LIVE CRAMPS_ONLY

typedef enum
{
  LOOKING_AT_ALL,
  LOOKING_AT_CRAMPS,
  LOOKING_FOR_FEW,
  LOOKING_FOR_MANY,
  LOOKING_FOR_CRAMPS,
  N_LOOKS
} Look;

static const char *const queries[2][N_LOOKS] = {
  { COLUMNS LOOK_AT_ALL NEWEST, COLUMNS LOOK_AT_CRAMPS NEWEST, COLUMNS LOOK_FOR_FEW NEWEST, COLUMNS LOOK_FOR_MANY NEWEST, COLUMNS LOOK_FOR_CRAMPS NEWEST },
  { COUNTS LOOK_AT_ALL UP_TO_MOST, COUNTS LOOK_AT_CRAMPS UP_TO_MOST, COUNTS LOOK_FOR_FEW UP_TO_MOST, COUNTS LOOK_FOR_MANY UP_TO_MOST, COUNTS LOOK_FOR_CRAMPS UP_TO_MOST },
};
static const char count_doses[] = "SELECT count (*) FROM \"dose\" WHERE \"medicine\" IN " MEDICINES;

static guint
shown_kinds (void)
{
  guint mask = 0;

  for (int kind = SOLEUS_KIND_FIRST; kind <= SOLEUS_KIND_LAST; kind++)
    if (soleus_kind_get_info ((SoleusKind) kind)->timeline)
      mask |= SOLEUS_KIND_MASK (kind);
  return mask;
}

static gboolean
asks_for_cramps (const SoleusTimelineFilter *filter)
{
  return filter->muscle != NULL || filter->side != NULL || filter->pain_least >= 0 || filter->pain_most >= 0;
}

static void
bind_number (SoleusStatement *statement,
             const char      *name,
             gint64           value,
             gint64           nothing)
{
  int index = soleus_statement_find (statement, name);

  if (index > 0 && value != nothing)
    soleus_statement_bind (statement, index, value);
}

static void
bind_word (SoleusStatement *statement,
           const char      *name,
           const char      *value)
{
  int index = soleus_statement_find (statement, name);

  if (index > 0)
    soleus_statement_bind_text (statement, index, value);
}

static void
bind_text (SoleusTimeline  *self,
           SoleusStatement *statement)
{
  bind_word (statement, ":text", self->filter.text);
  bind_word (statement, ":muscles", self->filter.muscles);
}

/* Few hits are found and then put in order. Where there are many, the entries are asked in their order instead, because
 * the first page is then full before long. The name of a medicine taken for years is what has many. */
static gboolean
has_many_hits (SoleusTimeline *self)
{
  g_autoptr (SoleusStatement) statement = soleus_database_prepare (soleus_diary_get_database (self->diary), count_doses, NULL);
  gboolean has_row;

  if (statement == NULL)
    return FALSE;
  bind_text (self, statement);
  return soleus_statement_step (statement, &has_row, NULL) && has_row && soleus_statement_get (statement, 0) > MANY;
}

static Look
choose_look (SoleusTimeline *self)
{
  if (self->filter.text == NULL)
    return asks_for_cramps (&self->filter) ? LOOKING_AT_CRAMPS : LOOKING_AT_ALL;
  if (asks_for_cramps (&self->filter))
    return LOOKING_FOR_CRAMPS;
  return has_many_hits (self) ? LOOKING_FOR_MANY : LOOKING_FOR_FEW;
}

static SoleusStatement *
prepare (SoleusTimeline *self,
         gboolean        count,
         SoleusDate      until)
{
  const SoleusTimelineFilter *filter = &self->filter;
  SoleusStatement *statement = soleus_database_prepare (soleus_diary_get_database (self->diary), queries[count][choose_look (self)], NULL);

  if (statement == NULL)
    return NULL;
  if (filter->until != SOLEUS_DATE_NONE)
    until = MIN (until, filter->until);
  bind_number (statement, ":kinds", filter->kinds & shown_kinds (), -1);
  bind_number (statement, ":from", filter->from, G_MAXINT64); /* none is before every night */
  bind_number (statement, ":until", until, G_MAXINT64);
  bind_number (statement, ":least", filter->pain_least, -1);
  bind_number (statement, ":most", filter->pain_most, -1);
  bind_word (statement, ":muscle", filter->muscle);
  bind_word (statement, ":side", filter->side);
  bind_text (self, statement);
  return statement;
}

static gint64
mix (gint64 stamp,
     gint64 value)
{
  return (gint64) (((guint64) stamp ^ (guint64) value) * G_GUINT64_CONSTANT (1099511628211));
}

/* Appends rows of the query from @mark on to @keys, with a heading before the first of each night. The record of a
 * night itself is its heading, not a row. */
static gboolean
read_keys (SoleusTimeline *self,
           GArray         *keys,
           guint           limit,
           Mark           *mark,
           guint          *n_read)
{
  g_autoptr (SoleusStatement) statement = prepare (self, FALSE, mark->night);
  guint heading = 0;
  gboolean has_row;

  *n_read = 0;
  if (statement == NULL)
    return FALSE;
  for (guint i = keys->len; i-- > 0;)
    if (g_array_index (keys, Key, i).id == 0)
      {
        heading = i;
        break;
      }
  bind_number (statement, ":limit", limit, -1);
  bind_number (statement, ":offset", mark->n_rows, -1);

  while (TRUE)
    {
      Key key = { 0 };

      if (!soleus_statement_step (statement, &has_row, NULL))
        return FALSE;
      if (!has_row)
        return TRUE;
      (*n_read)++;
      key.id = soleus_statement_get (statement, 0);
      key.night = (SoleusDate) soleus_statement_get (statement, 1);
      key.stamp = mix (mix (key.id, soleus_statement_get (statement, 3)), soleus_statement_get (statement, 4));
      if (key.night != mark->night)
        {
          Key new_heading = { 0, 1, key.night };

          *mark = (Mark) { key.night, 0 };
          heading = keys->len;
          g_array_append_val (keys, new_heading);
        }
      mark->n_rows++;
      g_array_index (keys, Key, heading).stamp = mix (g_array_index (keys, Key, heading).stamp, key.stamp);
      if (soleus_statement_get (statement, 2) != SOLEUS_KIND_NIGHT)
        g_array_append_val (keys, key);
    }
}

static gboolean
keys_equal (const Key *a,
            const Key *b)
{
  return a->id == b->id && a->stamp == b->stamp && a->night == b->night;
}

/* Replaces what differs between the list and @keys, and tells only that. */
static void
splice (SoleusTimeline *self,
        GArray         *keys)
{
  guint old_length = self->keys->len, new_length = keys->len;
  guint head = 0, tail = 0, removed, added;
  g_autoptr (GArray) old_keys = NULL;

  while (head < MIN (old_length, new_length) && keys_equal (&g_array_index (self->keys, Key, head), &g_array_index (keys, Key, head)))
    head++;
  while (tail < MIN (old_length, new_length) - head &&
         keys_equal (&g_array_index (self->keys, Key, old_length - 1 - tail), &g_array_index (keys, Key, new_length - 1 - tail)))
    tail++;
  removed = old_length - head - tail;
  added = new_length - head - tail;

  old_keys = self->keys;
  self->keys = g_array_ref (keys);
  if (removed > 0)
    g_ptr_array_remove_range (self->items, head, removed);
  for (guint i = 0; i < added; i++)
    g_ptr_array_insert (self->items, (int) (head + i), NULL);
  if (removed > 0 || added > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), head, removed, added);
}

static void
free_item (gpointer item)
{
  if (item != NULL)
    g_object_unref (item);
}

static void
reload (SoleusTimeline *self,
        guint           limit)
{
  g_autoptr (GArray) keys = g_array_new (FALSE, FALSE, sizeof (Key));
  Mark mark = START;
  guint n_read;

  if (!read_keys (self, keys, limit, &mark, &n_read))
    return; /* what is shown stays; the next change tries again */
  self->n_loaded = n_read;
  self->mark = mark;
  self->at_end = n_read < limit;
  splice (self, keys);
}

static void
diary_changed_cb (SoleusTimeline *self,
                  guint           kinds)
{
  if ((kinds & (shown_kinds () | SOLEUS_KIND_MASK (SOLEUS_KIND_MEDICINE))) != 0)
    reload (self, MAX (self->n_loaded + 8, PAGE));
}

static GType
timeline_get_item_type (GListModel *model)
{
  return SOLEUS_TYPE_TIMELINE_ITEM;
}

static guint
timeline_get_n_items (GListModel *model)
{
  return SOLEUS_TIMELINE (model)->keys->len;
}

static gpointer
timeline_get_item (GListModel *model,
                   guint       position)
{
  SoleusTimeline *self = SOLEUS_TIMELINE (model);

  if (position >= self->keys->len)
    return NULL;
  if (self->items->pdata[position] == NULL)
    {
      const Key *key = &g_array_index (self->keys, Key, position);
      SoleusTimelineItem *item = g_object_new (SOLEUS_TYPE_TIMELINE_ITEM, NULL);

      item->diary = g_object_ref (self->diary);
      item->night = key->night;
      item->id = key->id;
      self->items->pdata[position] = item;
    }
  return g_object_ref (self->items->pdata[position]);
}

static void
timeline_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = timeline_get_item_type;
  iface->get_n_items = timeline_get_n_items;
  iface->get_item = timeline_get_item;
}

static void
free_filter (SoleusTimeline *self)
{
  g_clear_pointer (&self->muscle, g_free);
  g_clear_pointer (&self->side, g_free);
  g_clear_pointer (&self->text, g_free);
  g_clear_pointer (&self->muscles, g_free);
}

static void
soleus_timeline_finalize (GObject *object)
{
  SoleusTimeline *self = SOLEUS_TIMELINE (object);

  g_clear_pointer (&self->keys, g_array_unref);
  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_clear_object (&self->diary);
  free_filter (self);

  G_OBJECT_CLASS (soleus_timeline_parent_class)->finalize (object);
}

static void
soleus_timeline_class_init (SoleusTimelineClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = soleus_timeline_finalize;
}

static void
soleus_timeline_init (SoleusTimeline *self)
{
  self->keys = g_array_new (FALSE, FALSE, sizeof (Key));
  self->items = g_ptr_array_new_with_free_func (free_item);
  self->filter = (SoleusTimelineFilter) SOLEUS_TIMELINE_FILTER_ALL;
  self->mark = (Mark) START;
}

/**
 * soleus_timeline_new:
 * @diary: a diary
 *
 * Returns: (transfer full): a list of everything in it
 */
SoleusTimeline *
soleus_timeline_new (SoleusDiary *diary)
{
  SoleusTimeline *self = g_object_new (SOLEUS_TYPE_TIMELINE, NULL);

  self->diary = g_object_ref (diary);
  g_signal_connect_object (diary, "changed", G_CALLBACK (diary_changed_cb), self, G_CONNECT_SWAPPED);
  reload (self, PAGE);
  return self;
}

/**
 * soleus_timeline_set_filter:
 * @self: a list
 * @filter: what it shows from now on
 */
void
soleus_timeline_set_filter (SoleusTimeline             *self,
                            const SoleusTimelineFilter *filter)
{
  g_return_if_fail (SOLEUS_IS_TIMELINE (self));

  free_filter (self);
  self->muscle = g_strdup (filter->muscle);
  self->side = g_strdup (filter->side);
  self->text = filter->text != NULL && *filter->text != '\0' ? g_strdup (filter->text) : NULL;
  self->muscles = g_strdup (filter->muscles);
  self->filter = *filter;
  self->filter.muscle = self->muscle;
  self->filter.side = self->side;
  self->filter.text = self->text;
  self->filter.muscles = self->muscles;
  reload (self, PAGE);
}

/**
 * soleus_timeline_is_filtered:
 * @self: a list
 *
 * Returns: whether it leaves anything out
 */
gboolean
soleus_timeline_is_filtered (SoleusTimeline *self)
{
  const SoleusTimelineFilter *filter = &self->filter;

  return (filter->kinds & shown_kinds ()) != shown_kinds () || asks_for_cramps (filter) || filter->text != NULL || filter->from != SOLEUS_DATE_NONE || filter->until != SOLEUS_DATE_NONE;
}

static gboolean
grow (SoleusTimeline *self,
      guint           limit)
{
  guint before = self->keys->len, n_read;
  Mark mark = self->mark;

  if (self->at_end)
    return FALSE;
  if (!read_keys (self, self->keys, limit, &mark, &n_read))
    {
      g_array_set_size (self->keys, before);
      return FALSE;
    }
  self->n_loaded += n_read;
  self->mark = mark;
  self->at_end = n_read < limit;
  if (self->keys->len > before)
    {
      for (guint i = before; i < self->keys->len; i++)
        g_ptr_array_add (self->items, NULL);
      g_list_model_items_changed (G_LIST_MODEL (self), before, 0, self->keys->len - before);
    }
  return !self->at_end;
}

/**
 * soleus_timeline_load_more:
 * @self: a list
 *
 * Adds the next older page at the end. Called when the reader comes near it.
 *
 * Returns: whether there may be still more
 */
gboolean
soleus_timeline_load_more (SoleusTimeline *self)
{
  g_return_val_if_fail (SOLEUS_IS_TIMELINE (self), FALSE);

  return grow (self, PAGE);
}

/**
 * soleus_timeline_count:
 * @self: a list
 * @n_entries: (out): how many entries match, loaded or not; beyond %SOLEUS_TIMELINE_MOST they are not counted
 * @n_nights: (out): in how many nights
 */
void
soleus_timeline_count (SoleusTimeline *self,
                       guint          *n_entries,
                       guint          *n_nights)
{
  g_autoptr (SoleusStatement) statement = NULL;
  gboolean has_row;

  g_return_if_fail (SOLEUS_IS_TIMELINE (self));

  *n_entries = *n_nights = 0;
  statement = prepare (self, TRUE, G_MAXINT32);
  if (statement == NULL)
    return;
  bind_number (statement, ":limit", LOOK_AHEAD, -1);
  if (!soleus_statement_step (statement, &has_row, NULL) || !has_row)
    return;
  *n_entries = (guint) soleus_statement_get (statement, 1);
  *n_nights = (guint) soleus_statement_get (statement, 2);
  if (soleus_statement_get (statement, 0) == LOOK_AHEAD) /* there may be more behind */
    *n_entries = MAX (*n_entries, SOLEUS_TIMELINE_MOST + 1);
}

/**
 * soleus_timeline_find_night:
 * @self: a list
 * @night: a night
 *
 * Loads as far as needed.
 *
 * Returns: the place of its heading, or that of the next older one; %G_MAXUINT past the end
 */
guint
soleus_timeline_find_night (SoleusTimeline *self,
                            SoleusDate      night)
{
  guint i = 0;

  g_return_val_if_fail (SOLEUS_IS_TIMELINE (self), G_MAXUINT);

  do
    for (; i < self->keys->len; i++)
      if (g_array_index (self->keys, Key, i).id == 0 && g_array_index (self->keys, Key, i).night <= night)
        return i;
  while (grow (self, MAX (PAGE, self->n_loaded)) || i < self->keys->len);
  return G_MAXUINT;
}
