/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads legmap.json. A file that lacks a view, a leg or a muscle is refused as a whole: half a map would hide places
 * that hurt. */
#include "drawing/soleus-leg-map-private.h"

#include "base/soleus-json-reader.h"

#define FORMAT 1
#define MAX_DOCUMENT_BYTES (1024 * 1024)
#define MAX_COORDINATE 10000
#define DECIMALS 2
#define UNIT 100.0

static const char *const view_names[SOLEUS_N_LEG_VIEWS] = { "front", "back" };
static const char *const side_names[] = { "left", "right" };

static gboolean
read_coordinate (SoleusJsonReader *reader,
                 double           *value,
                 GError          **error)
{
  gint64 scaled = 0;

  if (!soleus_json_reader_read_decimal (reader, DECIMALS, -MAX_COORDINATE * (gint64) UNIT,
                                        MAX_COORDINATE * (gint64) UNIT, &scaled, error))
    return FALSE;

  *value = (double) scaled / UNIT;
  return TRUE;
}

/* Two numbers in an array. */
static gboolean
read_pair (SoleusJsonReader *reader,
           double           *first,
           double           *second,
           GError          **error)
{
  double *values[] = { first, second };
  guint n = 0;

  if (!soleus_json_reader_begin_array (reader, error))
    return FALSE;

  while (soleus_json_reader_next_element (reader, error))
    {
      if (n == G_N_ELEMENTS (values))
        return soleus_json_reader_fail (reader, error, SOLEUS_JSON_ERROR_VALUE, "more than two numbers");
      if (!read_coordinate (reader, values[n++], error))
        return FALSE;
    }

  if (!soleus_json_reader_check (reader, error))
    return FALSE;
  if (n < G_N_ELEMENTS (values))
    return soleus_json_reader_fail (reader, error, SOLEUS_JSON_ERROR_VALUE, "fewer than two numbers");
  return TRUE;
}

static gboolean
read_path (SoleusJsonReader *reader,
           SoleusPath      **path,
           GError          **error)
{
  g_autofree char *text = NULL;

  if (!soleus_json_reader_read_string (reader, &text, error))
    return FALSE;

  g_clear_pointer (path, soleus_path_free);
  *path = soleus_path_new (text);
  if (*path == NULL)
    return soleus_json_reader_fail (reader, error, SOLEUS_JSON_ERROR_VALUE, "this is not an outline");
  return TRUE;
}

static gboolean
read_side (SoleusJsonReader *reader,
           char            **side,
           GError          **error)
{
  if (!soleus_json_reader_read_string (reader, side, error))
    return FALSE;
  if (!g_str_equal (*side, side_names[0]) && !g_str_equal (*side, side_names[1]))
    return soleus_json_reader_fail (reader, error, SOLEUS_JSON_ERROR_VALUE, "a side is left or right");
  return TRUE;
}

static gboolean
read_hit (SoleusJsonReader *reader,
          SoleusLegMap     *self,
          GError          **error)
{
  const char *key;

  if (!soleus_json_reader_begin_object (reader, error))
    return FALSE;

  while (soleus_json_reader_next_key (reader, &key, error))
    {
      if (g_str_equal (key, "min_scale"))
        read_coordinate (reader, &self->min_scale, error);
      else if (g_str_equal (key, "rule"))
        soleus_json_reader_skip_value (reader, error);
      else
        soleus_json_reader_fail_unknown_key (reader, error);
    }

  return soleus_json_reader_check (reader, error);
}

static gboolean
read_list_order (SoleusJsonReader *reader,
                 SoleusLegMap     *self,
                 GError          **error)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  if (!soleus_json_reader_begin_array (reader, error))
    return FALSE;

  while (soleus_json_reader_next_element (reader, error))
    {
      g_autofree char *muscle = NULL;

      if (soleus_json_reader_read_string (reader, &muscle, error))
        g_strv_builder_add (builder, muscle);
    }

  self->list_order = g_strv_builder_end (builder);
  return soleus_json_reader_check (reader, error);
}

static gboolean
read_details (SoleusJsonReader *reader,
              SoleusLegSheet   *sheet,
              GError          **error)
{
  if (!soleus_json_reader_begin_array (reader, error))
    return FALSE;

  while (soleus_json_reader_next_element (reader, error))
    {
      g_autoptr (SoleusPath) path = NULL;

      if (read_path (reader, &path, error))
        g_ptr_array_add (sheet->details, g_steal_pointer (&path));
    }

  return soleus_json_reader_check (reader, error);
}

static gboolean
read_label (SoleusJsonReader *reader,
            SoleusLegLabel   *label,
            GError          **error)
{
  gboolean has_place = FALSE;
  const char *key;

  if (!soleus_json_reader_begin_object (reader, error))
    return FALSE;

  while (soleus_json_reader_next_key (reader, &key, error))
    {
      if (g_str_equal (key, "side"))
        read_side (reader, &label->side, error);
      else if (g_str_equal (key, "at"))
        has_place = read_pair (reader, &label->at.x, &label->at.y, error);
      else
        soleus_json_reader_fail_unknown_key (reader, error);
    }

  if (!soleus_json_reader_check (reader, error))
    return FALSE;
  if (label->side == NULL)
    return soleus_json_reader_fail_missing_key (reader, "side", error);
  if (!has_place)
    return soleus_json_reader_fail_missing_key (reader, "at", error);
  return TRUE;
}

static gboolean
read_labels (SoleusJsonReader *reader,
             SoleusLegSheet   *sheet,
             GError          **error)
{
  if (!soleus_json_reader_begin_array (reader, error))
    return FALSE;

  while (soleus_json_reader_next_element (reader, error))
    {
      SoleusLegLabel label = { 0 };

      if (read_label (reader, &label, error))
        g_array_append_val (sheet->labels, label);
      else
        soleus_leg_label_clear (&label);
    }

  return soleus_json_reader_check (reader, error);
}

static gboolean
read_region (SoleusJsonReader *reader,
             SoleusLegRegion  *region,
             GError          **error)
{
  gboolean has_badge = FALSE;
  const char *key;

  if (!soleus_json_reader_begin_object (reader, error))
    return FALSE;

  while (soleus_json_reader_next_key (reader, &key, error))
    {
      if (g_str_equal (key, "muscle"))
        soleus_json_reader_read_string (reader, &region->muscle, error);
      else if (g_str_equal (key, "side"))
        read_side (reader, &region->side, error);
      else if (g_str_equal (key, "path"))
        read_path (reader, &region->path, error);
      else if (g_str_equal (key, "badge"))
        has_badge = read_pair (reader, &region->badge.x, &region->badge.y, error);
      else
        soleus_json_reader_fail_unknown_key (reader, error);
    }

  if (!soleus_json_reader_check (reader, error))
    return FALSE;
  if (region->muscle == NULL)
    return soleus_json_reader_fail_missing_key (reader, "muscle", error);
  if (region->side == NULL)
    return soleus_json_reader_fail_missing_key (reader, "side", error);
  if (region->path == NULL)
    return soleus_json_reader_fail_missing_key (reader, "path", error);
  if (!has_badge)
    return soleus_json_reader_fail_missing_key (reader, "badge", error);
  return TRUE;
}

static gboolean
read_regions (SoleusJsonReader *reader,
              SoleusLegMap     *self,
              SoleusLegView     view,
              GError          **error)
{
  if (!soleus_json_reader_begin_array (reader, error))
    return FALSE;

  while (soleus_json_reader_next_element (reader, error))
    {
      SoleusLegRegion region = { .view = view };

      if (!read_region (reader, &region, error))
        {
          soleus_leg_region_clear (&region);
        }
      else if (soleus_leg_map_find (self, region.muscle, region.side) != SOLEUS_LEG_MAP_NONE)
        {
          soleus_leg_region_clear (&region);
          soleus_json_reader_fail (reader, error, SOLEUS_JSON_ERROR_VALUE, "a muscle of one leg stands twice");
        }
      else
        {
          g_array_append_val (self->regions, region);
        }
    }

  return soleus_json_reader_check (reader, error);
}

static gboolean
read_sheet (SoleusJsonReader *reader,
            SoleusLegMap     *self,
            SoleusLegView     view,
            GError          **error)
{
  SoleusLegSheet *sheet = &self->sheets[view];
  const char *key;

  if (!soleus_json_reader_begin_object (reader, error))
    return FALSE;

  sheet->details = g_ptr_array_new_with_free_func ((GDestroyNotify) soleus_path_free);
  sheet->labels = g_array_new (FALSE, FALSE, sizeof (SoleusLegLabel));
  g_array_set_clear_func (sheet->labels, (GDestroyNotify) soleus_leg_label_clear);

  while (soleus_json_reader_next_key (reader, &key, error))
    {
      if (g_str_equal (key, "outline"))
        read_path (reader, &sheet->outline, error);
      else if (g_str_equal (key, "waist"))
        read_path (reader, &sheet->waist, error);
      else if (g_str_equal (key, "details"))
        read_details (reader, sheet, error);
      else if (g_str_equal (key, "labels"))
        read_labels (reader, sheet, error);
      else if (g_str_equal (key, "regions"))
        read_regions (reader, self, view, error);
      else
        soleus_json_reader_fail_unknown_key (reader, error);
    }

  if (!soleus_json_reader_check (reader, error))
    return FALSE;
  if (sheet->outline == NULL)
    return soleus_json_reader_fail_missing_key (reader, "outline", error);
  if (sheet->waist == NULL)
    return soleus_json_reader_fail_missing_key (reader, "waist", error);
  return TRUE;
}

static gboolean
read_sheets (SoleusJsonReader *reader,
             SoleusLegMap     *self,
             GError          **error)
{
  const char *key;

  if (!soleus_json_reader_begin_object (reader, error))
    return FALSE;

  while (soleus_json_reader_next_key (reader, &key, error))
    {
      if (g_str_equal (key, view_names[SOLEUS_LEG_VIEW_FRONT]))
        read_sheet (reader, self, SOLEUS_LEG_VIEW_FRONT, error);
      else if (g_str_equal (key, view_names[SOLEUS_LEG_VIEW_BACK]))
        read_sheet (reader, self, SOLEUS_LEG_VIEW_BACK, error);
      else
        soleus_json_reader_fail_unknown_key (reader, error);
    }

  return soleus_json_reader_check (reader, error);
}

static gboolean
read_map (SoleusJsonReader *reader,
          SoleusLegMap     *self,
          GError          **error)
{
  gint64 format = 0;
  const char *key;

  if (!soleus_json_reader_begin_object (reader, error))
    return FALSE;

  while (soleus_json_reader_next_key (reader, &key, error))
    {
      if (g_str_equal (key, "format"))
        soleus_json_reader_read_int (reader, FORMAT, FORMAT, &format, error);
      else if (g_str_equal (key, "box"))
        read_pair (reader, &self->width, &self->height, error);
      else if (g_str_equal (key, "hit"))
        read_hit (reader, self, error);
      else if (g_str_equal (key, "list_order"))
        read_list_order (reader, self, error);
      else if (g_str_equal (key, "views"))
        read_sheets (reader, self, error);
      else if (g_str_equal (key, "note") || g_str_equal (key, "muscles"))
        soleus_json_reader_skip_value (reader, error); /* for people who edit the file */
      else
        soleus_json_reader_fail_unknown_key (reader, error);
    }

  if (!soleus_json_reader_check (reader, error))
    return FALSE;
  if (format != FORMAT)
    return soleus_json_reader_fail_missing_key (reader, "format", error);
  if (self->width <= 0 || self->height <= 0)
    return soleus_json_reader_fail_missing_key (reader, "box", error);
  if (self->min_scale <= 0)
    return soleus_json_reader_fail_missing_key (reader, "hit", error);
  if (self->list_order == NULL)
    return soleus_json_reader_fail_missing_key (reader, "list_order", error);
  for (guint i = 0; i < SOLEUS_N_LEG_VIEWS; i++)
    if (self->sheets[i].outline == NULL)
      return soleus_json_reader_fail_missing_key (reader, view_names[i], error);
  return TRUE;
}

/* The list and the map are two ways to the same places, so neither may have one that the other lacks. */
static gboolean
check_places (SoleusJsonReader *reader,
              SoleusLegMap     *self,
              GError          **error)
{
  guint n_listed = 0;

  for (guint i = 0; self->list_order[i] != NULL; i++)
    for (guint j = 0; j < G_N_ELEMENTS (side_names); j++)
      {
        if (soleus_leg_map_find (self, self->list_order[i], side_names[j]) == SOLEUS_LEG_MAP_NONE)
          return soleus_json_reader_fail (reader, error, SOLEUS_JSON_ERROR_VALUE, "no view shows %s, %s",
                                          self->list_order[i], side_names[j]);
        n_listed++;
      }

  if (n_listed != self->regions->len)
    return soleus_json_reader_fail (reader, error, SOLEUS_JSON_ERROR_VALUE, "the list lacks a muscle, or names one twice");
  return TRUE;
}

gboolean
soleus_leg_map_load (SoleusLegMap *self,
                     GBytes       *bytes,
                     GError      **error)
{
  const SoleusJsonLimits limits = { .max_bytes = MAX_DOCUMENT_BYTES };
  g_autoptr (SoleusJsonReader) reader = soleus_json_reader_new_for_bytes (bytes, &limits);

  return read_map (reader, self, error) && check_places (reader, self, error) &&
         soleus_json_reader_finish (reader, error);
}
