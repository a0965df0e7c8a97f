/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list that follows the diary: after any edit it is what a fresh list would be, it tells no more than what changed,
 * keeps the objects of the rest, and shows what a filter done by hand would. */
#include "store/soleus-timeline.h"

#include <string.h>

#include "lib/soleus-random-record.h"
#include "lib/soleus-test.h"

typedef struct
{
  SoleusTestFolder *folder;
  SoleusClock *clock;
  SoleusDiary *diary;
  GRand *rand;
  guint n_signals;
  guint position;
  guint removed;
  guint added;
} Fixture;

static void
set_up (Fixture      *f,
        gconstpointer data)
{
  g_autofree char *path = NULL;

  f->folder = soleus_test_folder_new ();
  path = soleus_test_folder_build (f->folder, "diary.sqlite3");
  f->clock = soleus_test_clock (SOLEUS_TEST_NOW);
  f->diary = soleus_test_open (path, f->clock);
  f->rand = g_rand_new_with_seed (37);
}

static void
tear_down (Fixture      *f,
           gconstpointer data)
{
  g_assert_finalize_object (f->diary);
  g_clear_object (&f->clock);
  g_rand_free (f->rand);
  soleus_test_folder_free (f->folder);
}

/* A record that the timeline shows, in a year of nights; a third of the notes hold a known word. */
static SoleusRecord *
make_record (Fixture   *f,
             SoleusKind kind)
{
  static const char *const notes[] = { "Woke up screaming", "STONE hard", "größer als gestern", "GRÖSSER", "nothing" };
  SoleusRecord *record = soleus_random_record (f->rand, kind);
  SoleusRow *row = soleus_record_get_values (record);
  SoleusTime when = { soleus_test_time ("2025-03-01T00:00:00Z").utc + g_rand_int_range (f->rand, 0, 365 * 86400), 60 };

  for (guint i = 0; i < row->n_fields; i++)
    if (row->fields[i].common && row->values[i].set)
      {
        if (row->fields[i].type == SOLEUS_FIELD_TIME)
          soleus_row_set_time (row, row->fields[i].name, when);
        else if (row->fields[i].type == SOLEUS_FIELD_DATE)
          soleus_row_set_date (row, row->fields[i].name, soleus_time_get_night (when));
        else
          soleus_row_set_text (row, row->fields[i].name, notes[g_rand_int_range (f->rand, 0, G_N_ELEMENTS (notes))]);
      }
  if (kind == SOLEUS_KIND_EPISODE)
    soleus_row_clear (row, "end");
  return record;
}

static SoleusRecord *
make_any (Fixture *f)
{
  SoleusKind kind;

  do
    kind = (SoleusKind) g_rand_int_range (f->rand, SOLEUS_KIND_FIRST, SOLEUS_KIND_LAST + 1);
  while (!soleus_kind_get_info (kind)->timeline);
  return make_record (f, kind);
}

static void
save (Fixture      *f,
      SoleusRecord *record)
{
  g_autoptr (GError) error = NULL;

  soleus_diary_save (f->diary, record, &error);
  g_assert_no_error (error);
}

static void
fill (Fixture *f,
      guint    n)
{
  g_autoptr (GPtrArray) edits = soleus_edits_new ();
  g_autoptr (GError) error = NULL;

  while (n-- > 0)
    {
      g_autoptr (SoleusRecord) record = make_any (f);

      soleus_edits_save (edits, record);
    }
  soleus_diary_write (f->diary, edits, NULL, &error);
  g_assert_no_error (error);
}

static void
load_all (SoleusTimeline *timeline)
{
  while (soleus_timeline_load_more (timeline))
    ;
}

/* One line for each row: "2026-03-03" for a heading, the identity and revision of the others. */
static char *
describe (gpointer item)
{
  g_autoptr (SoleusTimelineItem) row = item;
  SoleusRecord *record = soleus_timeline_item_get_record (row);

  if (soleus_timeline_item_is_heading (row))
    {
      g_assert_null (record);
      return soleus_date_to_iso (soleus_timeline_item_get_night (row));
    }
  g_assert_nonnull (record);
  g_assert_cmpint (soleus_record_get_night (record), ==, soleus_timeline_item_get_night (row));
  g_assert_cmpint (soleus_record_get_kind (record), !=, SOLEUS_KIND_NIGHT);
  return g_strdup_printf ("%s %d", soleus_record_get_uuid (record), soleus_record_get_life (record)->revision);
}

static char *
describe_all (SoleusTimeline *timeline)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (timeline)); i++)
    {
      g_autofree char *line = describe (g_list_model_get_item (G_LIST_MODEL (timeline), i));

      g_string_append_printf (text, "%s\n", line);
    }
  return g_string_free (text, FALSE);
}

static void
assert_like_fresh (Fixture                    *f,
                   SoleusTimeline             *timeline,
                   const SoleusTimelineFilter *filter)
{
  g_autoptr (SoleusTimeline) fresh = soleus_timeline_new (f->diary);
  g_autofree char *expected = NULL, *found = NULL;

  if (filter != NULL)
    soleus_timeline_set_filter (fresh, filter);
  load_all (fresh);
  load_all (timeline);
  expected = describe_all (fresh);
  found = describe_all (timeline);
  g_assert_cmpstr (found, ==, expected);
}

static void
changed_cb (GListModel *model,
            guint       position,
            guint       removed,
            guint       added,
            Fixture    *f)
{
  f->n_signals++;
  f->position = position;
  f->removed = removed;
  f->added = added;
}

/* Follows the signals and nothing else. */
static void
mirror_cb (GListModel *model,
           guint       position,
           guint       removed,
           guint       added,
           GPtrArray  *mirror)
{
  g_ptr_array_remove_range (mirror, position, removed);
  for (guint i = 0; i < added; i++)
    g_ptr_array_insert (mirror, (int) (position + i), g_list_model_get_item (model, position + i));
}

static void
test_order (Fixture      *f,
            gconstpointer data)
{
  g_autoptr (SoleusTimeline) timeline = soleus_timeline_new (f->diary);
  SoleusDate night = G_MAXINT32;
  SoleusTime before = { 0, 0 };
  gboolean after_heading = FALSE;

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (timeline)), ==, 0);
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (timeline), 0));
  fill (f, 600);
  load_all (timeline);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (timeline)); i++)
    {
      g_autoptr (SoleusTimelineItem) item = g_list_model_get_item (G_LIST_MODEL (timeline), i);
      SoleusTime when = { 0, 0 };

      if (soleus_timeline_item_is_heading (item))
        {
          g_assert_cmpint (soleus_timeline_item_get_night (item), <, night);
          night = soleus_timeline_item_get_night (item);
          after_heading = TRUE;
          continue;
        }
      g_assert_cmpint (soleus_timeline_item_get_night (item), ==, night);
      if (soleus_record_get_when (soleus_timeline_item_get_record (item), &when) && before.utc != 0 && !after_heading)
        g_assert_cmpint (when.utc, <=, before.utc);
      before = when;
      after_heading = FALSE;
    }
}

static void
test_follows (Fixture      *f,
              gconstpointer data)
{
  g_autoptr (SoleusTimeline) timeline = soleus_timeline_new (f->diary);
  g_autoptr (GPtrArray) mirror = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) uuids = g_ptr_array_new_with_free_func (g_free);

  g_signal_connect (timeline, "items-changed", G_CALLBACK (mirror_cb), mirror);
  fill (f, 900);
  load_all (timeline);
  for (int i = 0; i < 250; i++)
    {
      int what = g_rand_int_range (f->rand, 0, 8);
      const char *uuid = uuids->len > 0 ? g_ptr_array_index (uuids, g_rand_int_range (f->rand, 0, (gint32) uuids->len)) : NULL;

      if (uuid == NULL || what < 3)
        {
          g_autoptr (SoleusRecord) record = make_any (f);

          save (f, record);
          g_ptr_array_add (uuids, g_strdup (soleus_record_get_uuid (record)));
        }
      else if (what < 5)
        {
          g_autoptr (SoleusRecord) record = soleus_diary_get (f->diary, uuid, NULL);

          soleus_random_change (f->rand, record);
          save (f, record);
        }
      else
        g_assert_true (what < 7 ? soleus_diary_delete (f->diary, uuid, NULL) : soleus_diary_undelete (f->diary, uuid, NULL));

      if (i % 10 == 0)
        assert_like_fresh (f, timeline, NULL);
      g_assert_cmpuint (mirror->len, ==, g_list_model_get_n_items (G_LIST_MODEL (timeline)));
      for (guint k = 0; k < mirror->len; k++)
        {
          g_autoptr (SoleusTimelineItem) item = g_list_model_get_item (G_LIST_MODEL (timeline), k);

          g_assert_true (item == g_ptr_array_index (mirror, k));
        }
    }
  assert_like_fresh (f, timeline, NULL);
}

/* One edit in a thousand rows: from the heading of its night to its row, and not one row more. */
static void
test_minimal (Fixture      *f,
              gconstpointer data)
{
  g_autoptr (SoleusTimeline) timeline = NULL;
  guint n;

  fill (f, 1000);
  timeline = soleus_timeline_new (f->diary);
  load_all (timeline);
  n = g_list_model_get_n_items (G_LIST_MODEL (timeline));
  g_signal_connect (timeline, "items-changed", G_CALLBACK (changed_cb), f);

  for (guint i = 3; i < n; i += 101)
    {
      g_autoptr (GPtrArray) before = g_ptr_array_new_with_free_func (g_object_unref);
      g_autoptr (SoleusTimelineItem) item = g_list_model_get_item (G_LIST_MODEL (timeline), i);
      g_autoptr (SoleusRecord) record = NULL;
      guint heading = i;

      if (soleus_timeline_item_is_heading (item))
        continue;
      for (guint k = 0; k < n; k++)
        g_ptr_array_add (before, g_list_model_get_item (G_LIST_MODEL (timeline), k));
      while (!soleus_timeline_item_is_heading (g_ptr_array_index (before, heading)))
        heading--;

      record = soleus_record_copy (soleus_timeline_item_get_record (item));
      f->n_signals = 0;
      save (f, record);
      g_assert_cmpuint (f->n_signals, ==, 1);
      g_assert_cmpuint (f->position, ==, heading);
      g_assert_cmpuint (f->removed, ==, i - heading + 1);
      g_assert_cmpuint (f->added, ==, i - heading + 1);
      for (guint k = 0; k < n; k++)
        {
          g_autoptr (SoleusTimelineItem) now = g_list_model_get_item (G_LIST_MODEL (timeline), k);

          if (k < heading || k > i)
            g_assert_true (now == g_ptr_array_index (before, k));
        }
      g_assert_true (g_ptr_array_index (before, i) != NULL);
    }
}

/* What the list does not show changes nothing in it. */
static void
test_silent (Fixture      *f,
             gconstpointer data)
{
  g_autoptr (SoleusTimeline) timeline = NULL;

  fill (f, 50);
  timeline = soleus_timeline_new (f->diary);
  g_signal_connect (timeline, "items-changed", G_CALLBACK (changed_cb), f);
  for (int kind = SOLEUS_KIND_FIRST; kind <= SOLEUS_KIND_LAST; kind++)
    if (!soleus_kind_get_info ((SoleusKind) kind)->timeline)
      {
        g_autoptr (SoleusRecord) record = soleus_random_record (f->rand, (SoleusKind) kind);

        save (f, record);
      }
  soleus_diary_changed (f->diary, SOLEUS_KIND_MASK_ALL);
  g_assert_cmpuint (f->n_signals, ==, 0);
}

/* What a night was said to be is its heading. */
static void
test_night (Fixture      *f,
            gconstpointer data)
{
  g_autoptr (SoleusTimeline) timeline = soleus_timeline_new (f->diary);
  g_autoptr (SoleusRecord) night = soleus_diary_get_night_record (f->diary, soleus_test_date ("2026-03-03"), NULL);
  g_autoptr (SoleusTimelineItem) item = NULL;

  g_signal_connect (timeline, "items-changed", G_CALLBACK (changed_cb), f);
  save (f, night);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (timeline)), ==, 1);
  item = g_list_model_get_item (G_LIST_MODEL (timeline), 0);
  g_assert_true (soleus_timeline_item_is_heading (item));
  g_assert_cmpint (soleus_timeline_item_get_night (item), ==, soleus_test_date ("2026-03-03"));
  soleus_row_set_text (soleus_record_get_values (night), "said", "none");
  save (f, night);
  g_assert_cmpuint (f->n_signals, ==, 2);
  g_assert_true (soleus_diary_delete (f->diary, soleus_record_get_uuid (night), NULL));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (timeline)), ==, 0);
}

static gboolean
says (const char *text,
      const char *wanted)
{
  g_autofree char *folded = text != NULL ? g_utf8_casefold (text, -1) : NULL;
  g_autofree char *folded_wanted = g_utf8_casefold (wanted, -1);

  return folded != NULL && strstr (folded, folded_wanted) != NULL;
}

/* Whether a record is to be shown, worked out from its values. */
static gboolean
matches (Fixture                    *f,
         SoleusRecord               *record,
         const SoleusTimelineFilter *filter)
{
  SoleusRow *row = soleus_record_get_values (record);
  SoleusKind kind = soleus_record_get_kind (record);
  SoleusDate night = soleus_record_get_night (record);
  gboolean site = filter->muscle == NULL && filter->side == NULL, found;

  if ((filter->kinds & SOLEUS_KIND_MASK (kind)) == 0 || (filter->from != SOLEUS_DATE_NONE && night < filter->from) || (filter->until != SOLEUS_DATE_NONE && night > filter->until))
    return FALSE;
  if (filter->muscle != NULL || filter->side != NULL || filter->pain_least >= 0 || filter->pain_most >= 0)
    {
      if (kind != SOLEUS_KIND_EPISODE)
        return FALSE;
      if (filter->pain_least >= 0 && soleus_row_get_number (row, "pain", -1) < filter->pain_least)
        return FALSE;
      if (filter->pain_most >= 0 && soleus_row_get_number (row, "pain", 99) > filter->pain_most)
        return FALSE;
      for (guint i = 0; i < soleus_row_get_n_rows (row, "sites"); i++)
        {
          const SoleusRow *s = soleus_row_get_row (row, "sites", i);

          site |= (filter->muscle == NULL || g_strcmp0 (soleus_row_get_text (s, "muscle"), filter->muscle) == 0) &&
                  (filter->side == NULL || g_strcmp0 (soleus_row_get_text (s, "side"), filter->side) == 0);
        }
      if (!site)
        return FALSE;
    }
  if (filter->text == NULL)
    return TRUE;

  found = says (soleus_record_get_note (record), filter->text);
  if (kind == SOLEUS_KIND_EPISODE && filter->muscles != NULL)
    for (guint i = 0; i < soleus_row_get_n_rows (row, "sites"); i++)
      {
        g_autofree char *muscle = g_strdup_printf (",%s,", soleus_row_get_text (soleus_row_get_row (row, "sites", i), "muscle"));

        found |= strstr (filter->muscles, muscle) != NULL;
      }
  if (kind == SOLEUS_KIND_MEAL)
    for (guint i = 0; i < soleus_row_get_n_rows (row, "items"); i++)
      {
        const SoleusRow *item = soleus_row_get_row (row, "items", i);
        const char *own = soleus_row_get_text (item, "own_food");
        g_autoptr (SoleusRecord) food = own != NULL ? soleus_diary_get (f->diary, own, NULL) : NULL;

        found |= says (soleus_row_get_text (item, "name"), filter->text);
        if (food != NULL)
          found |= says (soleus_row_get_text (soleus_record_get_values (food), "name"), filter->text);
      }
  if (kind == SOLEUS_KIND_DOSE)
    {
      g_autoptr (SoleusRecord) medicine = soleus_diary_get (f->diary, soleus_row_get_text (row, "medicine"), NULL);

      if (medicine != NULL)
        found |= says (soleus_row_get_text (soleus_record_get_values (medicine), "name"), filter->text);
    }
  return found;
}

static void
check_filter (Fixture                    *f,
              SoleusTimeline             *timeline,
              const SoleusTimelineFilter *filter)
{
  g_autoptr (GHashTable) expected = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) nights = g_hash_table_new (NULL, NULL);
  guint n_expected = 0, n_found = 0, n_headings = 0, n_entries, n_nights;

  for (int kind = SOLEUS_KIND_FIRST; kind <= SOLEUS_KIND_LAST; kind++)
    {
      g_autoptr (GPtrArray) records = soleus_diary_list (f->diary, (SoleusKind) kind, SOLEUS_DATE_NONE, SOLEUS_DATE_NONE, NULL);

      if (!soleus_kind_get_info ((SoleusKind) kind)->timeline)
        continue;
      for (guint i = 0; i < records->len; i++)
        {
          SoleusRecord *record = g_ptr_array_index (records, i);

          if (!matches (f, record, filter))
            continue;
          g_hash_table_add (nights, GINT_TO_POINTER (soleus_record_get_night (record)));
          if (kind == SOLEUS_KIND_NIGHT)
            continue;
          g_hash_table_add (expected, g_strdup (soleus_record_get_uuid (record)));
          n_expected++;
        }
    }

  soleus_timeline_set_filter (timeline, filter);
  soleus_timeline_count (timeline, &n_entries, &n_nights);
  load_all (timeline);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (timeline)); i++)
    {
      g_autoptr (SoleusTimelineItem) item = g_list_model_get_item (G_LIST_MODEL (timeline), i);

      if (soleus_timeline_item_is_heading (item))
        {
          n_headings++;
          continue;
        }
      g_assert_true (g_hash_table_contains (expected, soleus_record_get_uuid (soleus_timeline_item_get_record (item))));
      n_found++;
    }
  g_assert_cmpuint (n_found, ==, n_expected);
  g_assert_cmpuint (n_headings, ==, g_hash_table_size (nights));
  if (n_expected <= SOLEUS_TIMELINE_MOST)
    {
      g_assert_cmpuint (n_entries, ==, n_expected);
      g_assert_cmpuint (n_nights, ==, n_headings);
    }
  else
    g_assert_cmpuint (n_entries, >, SOLEUS_TIMELINE_MOST);
}

static void
test_filters (Fixture      *f,
              gconstpointer data)
{
  g_autoptr (SoleusTimeline) timeline = soleus_timeline_new (f->diary);
  g_autoptr (SoleusRecord) medicine = soleus_random_record (f->rand, SOLEUS_KIND_MEDICINE);
  g_autoptr (SoleusRecord) food = soleus_random_record (f->rand, SOLEUS_KIND_FOOD);
  const SoleusTimelineFilter all = SOLEUS_TIMELINE_FILTER_ALL;
  static const char *const texts[] = { "stone", "SCREAM", "grösser", "GRÖßER", "Xanthine", "xanthine", "plum", "%", "nowhere" };

  soleus_row_set_text (soleus_record_get_values (medicine), "name", "Xanthine 5%");
  soleus_row_set_text (soleus_record_get_values (food), "name", "Plum dumpling");
  save (f, medicine);
  save (f, food);
  fill (f, 700);
  for (int i = 0; i < 20; i++)
    {
      g_autoptr (SoleusRecord) dose = make_record (f, SOLEUS_KIND_DOSE);
      g_autoptr (SoleusRecord) meal = make_record (f, SOLEUS_KIND_MEAL);
      SoleusRow *item = soleus_row_add_row (soleus_record_get_values (meal), "items");

      soleus_row_set_text (soleus_record_get_values (dose), "medicine", soleus_record_get_uuid (medicine));
      if (i % 2 == 0)
        soleus_row_set_text (item, "own_food", soleus_record_get_uuid (food));
      else
        soleus_row_set_text (item, "name", "Sugar plums");
      save (f, dose);
      save (f, meal);
      if (i % 5 == 0)
        g_assert_true (soleus_diary_delete (f->diary, soleus_record_get_uuid (dose), NULL));
    }

  g_assert_false (soleus_timeline_is_filtered (timeline));
  check_filter (f, timeline, &all);
  for (int i = 0; i < 120; i++)
    {
      SoleusTimelineFilter filter = SOLEUS_TIMELINE_FILTER_ALL;

      if (g_rand_int_range (f->rand, 0, 3) == 0)
        filter.kinds = g_rand_int (f->rand);
      if (g_rand_int_range (f->rand, 0, 4) == 0)
        filter.muscle = soleus_muscles.words[g_rand_int_range (f->rand, 0, 6)];
      if (g_rand_int_range (f->rand, 0, 4) == 0)
        filter.side = soleus_sides.words[g_rand_int_range (f->rand, 0, 2)];
      if (g_rand_int_range (f->rand, 0, 4) == 0)
        filter.pain_least = g_rand_int_range (f->rand, 0, 11);
      if (g_rand_int_range (f->rand, 0, 4) == 0)
        filter.pain_most = g_rand_int_range (f->rand, 0, 11);
      if (g_rand_int_range (f->rand, 0, 4) == 0)
        filter.from = soleus_test_date ("2025-03-01") + g_rand_int_range (f->rand, 0, 300);
      if (g_rand_int_range (f->rand, 0, 4) == 0)
        filter.until = soleus_test_date ("2025-03-01") + g_rand_int_range (f->rand, 0, 365);
      if (i % 2 == 0)
        filter.text = texts[g_rand_int_range (f->rand, 0, G_N_ELEMENTS (texts))];
      if (i % 4 == 0)
        filter.muscles = ",calf,lower_calf,";
      check_filter (f, timeline, &filter);
      assert_like_fresh (f, timeline, &filter);
    }
  soleus_timeline_set_filter (timeline, &all);
  g_assert_false (soleus_timeline_is_filtered (timeline));
}

/* A filtered list follows the diary too. */
static void
test_filter_follows (Fixture      *f,
                     gconstpointer data)
{
  SoleusTimelineFilter filter = SOLEUS_TIMELINE_FILTER_ALL;
  g_autoptr (SoleusTimeline) timeline = soleus_timeline_new (f->diary);

  filter.text = "stone";
  soleus_timeline_set_filter (timeline, &filter);
  g_assert_true (soleus_timeline_is_filtered (timeline));
  for (int i = 0; i < 60; i++)
    {
      g_autoptr (SoleusRecord) record = make_any (f);

      save (f, record);
      if (i % 4 == 0)
        g_assert_true (soleus_diary_delete (f->diary, soleus_record_get_uuid (record), NULL));
      assert_like_fresh (f, timeline, &filter);
    }
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (timeline)), >, 0);
}

static void
test_pages (Fixture      *f,
            gconstpointer data)
{
  g_autoptr (SoleusTimeline) timeline = NULL;
  guint n, n_before = 0, n_pages = 0;
  SoleusDate oldest;

  fill (f, 2000);
  timeline = soleus_timeline_new (f->diary);
  n = g_list_model_get_n_items (G_LIST_MODEL (timeline));
  g_assert_cmpuint (n, <, 900);
  g_signal_connect (timeline, "items-changed", G_CALLBACK (changed_cb), f);
  do
    {
      n_before = g_list_model_get_n_items (G_LIST_MODEL (timeline));
      n_pages++;
      f->n_signals = 0;
      if (!soleus_timeline_load_more (timeline))
        break;
      g_assert_cmpuint (f->n_signals, ==, 1);
      g_assert_cmpuint (f->position, ==, n_before);
      g_assert_cmpuint (f->removed, ==, 0);
    }
  while (TRUE);
  g_assert_cmpuint (n_pages, >, 3);
  g_assert_false (soleus_timeline_load_more (timeline));
  assert_like_fresh (f, timeline, NULL);

  /* A filter bounds every page, not only the first. */
  for (int month = 3; month <= 12; month += 3)
    {
      SoleusTimelineFilter filter = SOLEUS_TIMELINE_FILTER_ALL;
      g_autoptr (SoleusTimeline) some = soleus_timeline_new (f->diary);

      filter.until = soleus_date_from_ymd (2025, month, 20);
      check_filter (f, some, &filter);
      filter.from = soleus_date_from_ymd (2025, 3, 15);
      check_filter (f, some, &filter);
    }

  /* A night far back is found from the first page; one that has nothing gives the next older. */
  oldest = soleus_diary_get_first_night (f->diary);
  g_clear_object (&timeline);
  timeline = soleus_timeline_new (f->diary);
  n = soleus_timeline_find_night (timeline, oldest);
  g_assert_cmpuint (n, !=, G_MAXUINT);
  {
    g_autoptr (SoleusTimelineItem) item = g_list_model_get_item (G_LIST_MODEL (timeline), n);

    g_assert_true (soleus_timeline_item_is_heading (item));
    g_assert_cmpint (soleus_timeline_item_get_night (item), ==, oldest);
  }
  g_assert_cmpuint (soleus_timeline_find_night (timeline, oldest - 1), ==, G_MAXUINT);
  g_assert_cmpuint (soleus_timeline_find_night (timeline, soleus_test_date ("2030-01-01")), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  static const struct
  {
    const char *path;
    void (*func) (Fixture *, gconstpointer);
  } tests[] = {
    { "/timeline/order", test_order },
    { "/timeline/follows", test_follows },
    { "/timeline/minimal", test_minimal },
    { "/timeline/silent", test_silent },
    { "/timeline/night", test_night },
    { "/timeline/filters", test_filters },
    { "/timeline/filter-follows", test_filter_follows },
    { "/timeline/pages", test_pages },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].func, tear_down);
  return g_test_run ();
}
