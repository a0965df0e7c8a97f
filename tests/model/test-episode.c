/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which cramps are of the night, how long they lasted, and what cannot be true at once. */
#include "model/soleus-episode.h"

#include <string.h>

/* An episode from words such as "precision=exact start=2026-03-03T02:40:00Z woke=yes". */
static SoleusRow *
make (const char *text)
{
  SoleusRow *row = soleus_row_new (soleus_kind_get_info (SOLEUS_KIND_EPISODE)->fields);
  g_auto (GStrv) words = g_strsplit (text, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      char *value = strchr (words[i], '=');
      g_autoptr (GError) error = NULL;

      if (value == NULL)
        continue;
      *value++ = '\0';
      soleus_row_parse (row, (guint) soleus_fields_find (row->fields, words[i]), value, &error);
      g_assert_no_error (error);
    }
  return row;
}

static void
test_night_time (void)
{
  static const struct
  {
    const char *episode;
    gboolean night_time;
  } rows[] = {
    /* The clock decides where nothing was said. */
    { "start=2026-03-03T19:59:59+01:00", FALSE },
    { "start=2026-03-03T20:00:00+01:00", TRUE },
    { "start=2026-03-03T23:59:59+01:00", TRUE },
    { "start=2026-03-03T00:00:00+01:00", TRUE },
    { "start=2026-03-03T02:40:00+01:00", TRUE },
    { "start=2026-03-03T08:59:59+01:00", TRUE },
    { "start=2026-03-03T09:00:00+01:00", FALSE },
    { "start=2026-03-03T12:00:00+01:00", FALSE },
    /* It is the clock of the place. */
    { "start=2026-03-03T20:00:00-08:00", TRUE },
    { "start=2026-03-03T09:00:00+14:00", FALSE },
    /* What was said decides before the clock. */
    { "start=2026-03-03T14:00:00+01:00 doing=asleep", TRUE },
    { "start=2026-03-03T14:00:00+01:00 doing=in-bed", TRUE },
    { "start=2026-03-03T02:40:00+01:00 doing=resting", FALSE },
    { "start=2026-03-03T02:40:00+01:00 doing=sitting", FALSE },
    { "start=2026-03-03T02:40:00+01:00 doing=standing", FALSE },
    { "start=2026-03-03T02:40:00+01:00 doing=walking", FALSE },
    { "start=2026-03-03T02:40:00+01:00 doing=exercising", FALSE },
    { "start=2026-03-03T02:40:00+01:00 doing=after-exercise", FALSE },
    { "start=2026-03-03T14:00:00+01:00 woke=yes", TRUE },
    { "start=2026-03-03T14:00:00+01:00 doing=sitting woke=yes", TRUE },
    { "start=2026-03-03T14:00:00+01:00 woke=no", FALSE },
    { "start=2026-03-03T02:40:00+01:00 woke=no", TRUE },
    { "start=2026-03-03T02:40:00+01:00 doing=walking woke=no", FALSE },
    /* Only its night is known. */
    { "night=2026-03-03", TRUE },
    { "night=2026-03-03 doing=walking", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (SoleusRow) row = make (rows[i].episode);

      if (soleus_episode_is_night_time (row) != rows[i].night_time)
        g_error ("%s: expected %d", rows[i].episode, rows[i].night_time);
    }
}

static void
test_rules (void)
{
  static const struct
  {
    const char *episode;
    gboolean valid;
  } rows[] = {
    { "precision=exact start=2026-03-03T02:40:00Z", TRUE },
    { "precision=about start=2026-03-03T02:40:00Z", TRUE },
    { "precision=about start=2026-03-03T02:40:00Z start_span_min=60", TRUE },
    { "precision=exact start=2026-03-03T02:40:00Z start_span_min=60", FALSE },
    { "precision=night night=2026-03-03 start_span_min=60", FALSE },
    { "precision=night night=2026-03-03", TRUE },
    { "precision=night", FALSE },
    { "precision=night start=2026-03-03T02:40:00Z", FALSE },
    { "precision=night start=2026-03-03T02:40:00Z night=2026-03-03", FALSE },
    { "precision=exact", FALSE },
    { "precision=about", FALSE },
    { "precision=exact start=2026-03-03T02:40:00Z night=2026-03-03", FALSE },
    { "precision=exact start=2026-03-03T02:40:00Z end=2026-03-03T02:40:00Z", TRUE },
    { "precision=exact start=2026-03-03T02:40:00Z end=2026-03-03T02:39:59Z", FALSE },
    { "precision=exact start=2026-03-03T02:40:00+01:00 end=2026-03-03T01:41:00Z", TRUE },
    { "precision=exact start=2026-03-03T02:40:00Z open=yes", TRUE },
    { "precision=exact start=2026-03-03T02:40:00Z open=yes seconds=5", FALSE },
    { "precision=exact start=2026-03-03T02:40:00Z open=yes end=2026-03-03T02:41:00Z", FALSE },
    { "precision=exact start=2026-03-03T02:40:00Z open=no end=2026-03-03T02:41:00Z", TRUE },
    { "precision=exact start=2026-03-03T02:40:00Z sites=calf:left,calf:right,calf", TRUE },
    { "precision=exact start=2026-03-03T02:40:00Z sites=calf:left,sole:left,calf:left", FALSE },
    { "precision=exact start=2026-03-03T02:40:00Z sites=calf,calf", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (SoleusRow) row = make (rows[i].episode);
      g_autoptr (GError) error = NULL;

      soleus_row_validate (row, &error);
      g_assert_no_error (error);
      if (soleus_episode_validate (row, &error) != rows[i].valid)
        g_error ("%s: expected %d", rows[i].episode, rows[i].valid);
      if (!rows[i].valid)
        g_assert_error (error, SOLEUS_MODEL_ERROR, SOLEUS_MODEL_ERROR_CONFLICT);
    }
}

static void
test_seconds (void)
{
  static const struct
  {
    const char *episode;
    gint64 seconds;
  } rows[] = {
    { "start=2026-03-03T02:40:00Z", -1 },
    { "start=2026-03-03T02:40:00Z seconds=0", 0 },
    { "start=2026-03-03T02:40:00Z seconds=90", 90 },
    { "start=2026-03-03T02:40:00Z end=2026-03-03T02:43:20Z", 200 },
    { "start=2026-03-03T02:40:00+01:00 end=2026-03-03T02:40:00Z", 3600 },
    { "start=2026-03-03T02:40:00Z end=2026-03-03T02:43:20Z seconds=90", 90 },
    { "start=2026-03-03T02:40:00Z start_span_min=30 end=2026-03-03T02:43:20Z", -1 },
    { "night=2026-03-03 end=2026-03-03T02:43:20Z", -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (SoleusRow) row = make (rows[i].episode);

      g_assert_cmpint (soleus_episode_get_seconds (row), ==, rows[i].seconds);
    }
}

static void
test_sites (void)
{
  g_autoptr (SoleusRow) row = make ("sites=calf:left,sole,toes:right");

  g_assert_true (soleus_episode_has_site (row, "calf", "left"));
  g_assert_true (soleus_episode_has_site (row, "calf", NULL));
  g_assert_false (soleus_episode_has_site (row, "calf", "right"));
  g_assert_true (soleus_episode_has_site (row, "sole", NULL));
  g_assert_false (soleus_episode_has_site (row, "sole", "left"));
  g_assert_false (soleus_episode_has_site (row, "shin", NULL));

  /* A damaged diary may hold a place without its name. */
  soleus_row_clear (soleus_row_get_row (row, "sites", 0), "muscle");
  g_assert_false (soleus_episode_has_site (row, "calf", NULL));
  g_assert_true (soleus_episode_has_site (row, "sole", NULL));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/episode/night-time", test_night_time);
  g_test_add_func ("/episode/rules", test_rules);
  g_test_add_func ("/episode/seconds", test_seconds);
  g_test_add_func ("/episode/sites", test_sites);
  return g_test_run ();
}
