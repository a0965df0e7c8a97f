/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads what all figures share: lengths, limits, outlines, muscles and colours. All of it must be there, since every
 * figure may need it. */
#include "config.h"

#include "drawing/soleus-figure-read.h"

#include <glib/gi18n.h>
#include <string.h>

/* No part of an outline lies further from its joint. */
#define FAR_AWAY 0.5

typedef struct
{
  const char *key;
  gsize offset;
} Member;

#define MEMBER(type, name) { #name, G_STRUCT_OFFSET (type, name) }

static const Member segments[] = {
  MEMBER (SoleusFigureSegments, ankle_height), MEMBER (SoleusFigureSegments, shank),
  MEMBER (SoleusFigureSegments, thigh), MEMBER (SoleusFigureSegments, lower_trunk),
  MEMBER (SoleusFigureSegments, upper_trunk), MEMBER (SoleusFigureSegments, neck),
  MEMBER (SoleusFigureSegments, head), MEMBER (SoleusFigureSegments, upper_arm),
  MEMBER (SoleusFigureSegments, forearm), MEMBER (SoleusFigureSegments, hand),
  MEMBER (SoleusFigureSegments, palm), MEMBER (SoleusFigureSegments, heel_back),
  MEMBER (SoleusFigureSegments, ball_ahead), MEMBER (SoleusFigureSegments, toe_ahead),
  MEMBER (SoleusFigureSegments, hip_half), MEMBER (SoleusFigureSegments, shoulder_half),
  MEMBER (SoleusFigureSegments, shoulder_drop),
};

static const Member discs[] = {
  MEMBER (SoleusFigureDiscs, knee), MEMBER (SoleusFigureDiscs, ankle), MEMBER (SoleusFigureDiscs, elbow),
  MEMBER (SoleusFigureDiscs, shoulder), MEMBER (SoleusFigureDiscs, shoulder_sleeve), MEMBER (SoleusFigureDiscs, hip_shorts),
};

static const Member profiles[] = {
  MEMBER (SoleusFigureShapes, thigh), MEMBER (SoleusFigureShapes, shank), MEMBER (SoleusFigureShapes, upper_arm),
  MEMBER (SoleusFigureShapes, forearm), MEMBER (SoleusFigureShapes, trunk), MEMBER (SoleusFigureShapes, belly),
};

static const Member head_outlines[] = {
  MEMBER (SoleusFigureShapes, face),
  MEMBER (SoleusFigureShapes, hair),
  MEMBER (SoleusFigureShapes, ear),
};
static const Member head_lines[] = { { "lines", G_STRUCT_OFFSET (SoleusFigureShapes, face_lines) } };

static const Member hand_outlines[] = { MEMBER (SoleusFigureShapes, flat), MEMBER (SoleusFigureShapes, fist) };
static const Member hand_lines[] = { MEMBER (SoleusFigureShapes, flat_lines), MEMBER (SoleusFigureShapes, fist_lines) };

static const Member foot_outlines[] = {
  { "sole_frame", G_STRUCT_OFFSET (SoleusFigureShapes, foot) },
  { "toe_frame", G_STRUCT_OFFSET (SoleusFigureShapes, foot_toes) },
  { "sole_frame_top", G_STRUCT_OFFSET (SoleusFigureShapes, foot_top) },
  { "shoe_sole_frame", G_STRUCT_OFFSET (SoleusFigureShapes, shoe) },
  { "shoe_toe_frame", G_STRUCT_OFFSET (SoleusFigureShapes, shoe_toes) },
  { "shoe_sole_frame_top", G_STRUCT_OFFSET (SoleusFigureShapes, shoe_top) },
};
static const Member foot_lines[] = {
  { "lines", G_STRUCT_OFFSET (SoleusFigureShapes, foot_lines) },
  { "shoe_lines", G_STRUCT_OFFSET (SoleusFigureShapes, shoe_lines) },
};

static const char *const joint_words[SOLEUS_N_FIGURE_JOINTS] = {
  "trunk", "spine", "neck", "hip", "knee", "ankle", "toes", "shoulder", "elbow", "wrist",
};

static const char *const look_words[SOLEUS_N_FIGURE_LOOKS] = { "light", "dark", "night", "hc", "hcdark" };

/* Whether @object has no key that is neither in one of the lists nor in @more. */
static gboolean
check_members (const SoleusFigurePlace *place,
               JsonObject              *object,
               const Member            *members,
               gsize                    n_members,
               const Member            *others,
               gsize                    n_others,
               const char *const       *more,
               GError                 **error)
{
  g_autoptr (GPtrArray) keys = g_ptr_array_new ();

  for (gsize i = 0; i < n_members; i++)
    g_ptr_array_add (keys, (gpointer) members[i].key);
  for (gsize i = 0; i < n_others; i++)
    g_ptr_array_add (keys, (gpointer) others[i].key);
  for (gsize i = 0; more != NULL && more[i] != NULL; i++)
    g_ptr_array_add (keys, (gpointer) more[i]);
  g_ptr_array_add (keys, NULL);
  return soleus_figure_check_keys (place, object, (const char *const *) keys->pdata, error);
}

static gboolean
read_sizes (const SoleusFigurePlace *place,
            JsonObject              *parent,
            const char              *what,
            const Member            *members,
            gsize                    n_members,
            gpointer                 sizes,
            GError                 **error)
{
  JsonObject *object = soleus_figure_read_object (place, json_object_get_member (parent, what), what, error);

  if (object == NULL || !check_members (place, object, members, n_members, NULL, 0, NULL, error))
    return FALSE;
  for (gsize i = 0; i < n_members; i++)
    if (!soleus_figure_read_number (place, json_object_get_member (object, members[i].key), members[i].key, 0.001, 1,
                                    &G_STRUCT_MEMBER (double, sizes, members[i].offset), error))
      return FALSE;
  return TRUE;
}

static gboolean
read_limits (const SoleusFigurePlace *place,
             JsonObject              *root,
             const char              *what,
             double                   limits[][2],
             GError                 **error)
{
  JsonObject *object = soleus_figure_read_object (place, json_object_get_member (root, what), what, error);

  if (object == NULL)
    return FALSE;
  for (guint i = 0; i < SOLEUS_N_FIGURE_JOINTS; i++)
    {
      if (!soleus_figure_read_numbers (place, json_object_get_member (object, joint_words[i]), joint_words[i], -180, 180, 2, limits[i], error))
        return FALSE;
      if (limits[i][0] > limits[i][1])
        return soleus_figure_fail (place, error, SOLEUS_FIGURE_ERROR_VALUE, _ ("“%s” has its least above its most."), joint_words[i]);
    }
  {
    const char *const keys[] = { joint_words[0], joint_words[1], joint_words[2], joint_words[3], joint_words[4], joint_words[5],
                                 joint_words[6], joint_words[7], joint_words[8], joint_words[9], NULL };

    return soleus_figure_check_keys (place, object, keys, error);
  }
}

static gboolean
read_profile (const SoleusFigurePlace *place,
              JsonNode                *node,
              const char              *what,
              SoleusFigureProfile     *profile,
              GError                 **error)
{
  JsonArray *array = soleus_figure_read_array (place, node, what, 2, SOLEUS_FIGURE_MAX_OUTLINE, error);

  if (array == NULL)
    return FALSE;
  profile->n = json_array_get_length (array);
  for (guint i = 0; i < profile->n; i++)
    {
      if (!soleus_figure_read_numbers (place, json_array_get_element (array, i), what, -0.2, 1.2, 3, profile->rows[i], error))
        return FALSE;
      if (i > 0 && profile->rows[i][0] <= profile->rows[i - 1][0])
        return soleus_figure_fail (place, error, SOLEUS_FIGURE_ERROR_VALUE, _ ("“%s” does not go from one end to the other."), what);
    }
  return TRUE;
}

static gboolean
read_outline (const SoleusFigurePlace *place,
              JsonNode                *node,
              const char              *what,
              SoleusFigureOutline     *outline,
              GError                 **error)
{
  JsonArray *array = soleus_figure_read_array (place, node, what, 2, SOLEUS_FIGURE_MAX_OUTLINE, error);

  if (array == NULL)
    return FALSE;
  outline->n = json_array_get_length (array);
  for (guint i = 0; i < outline->n; i++)
    {
      double numbers[2];

      if (!soleus_figure_read_numbers (place, json_array_get_element (array, i), what, -FAR_AWAY, FAR_AWAY, 2, numbers, error))
        return FALSE;
      outline->points[i] = (SoleusFigurePoint) { numbers[0], numbers[1] };
    }
  return TRUE;
}

static gboolean
read_lines (const SoleusFigurePlace *place,
            JsonNode                *node,
            const char              *what,
            SoleusFigureLines       *lines,
            GError                 **error)
{
  JsonArray *array = soleus_figure_read_array (place, node, what, 0, SOLEUS_FIGURE_MAX_LINES, error);

  if (array == NULL)
    return FALSE;
  lines->n = json_array_get_length (array);
  for (guint i = 0; i < lines->n; i++)
    if (!read_outline (place, json_array_get_element (array, i), what, &lines->lines[i], error))
      return FALSE;
  return TRUE;
}

static gboolean
read_outlines (const SoleusFigurePlace *place,
               JsonObject              *parent,
               const char              *what,
               const Member            *outlines,
               gsize                    n_outlines,
               const Member            *lines,
               gsize                    n_lines,
               const char *const       *more,
               SoleusFigureShapes      *shapes,
               GError                 **error)
{
  JsonObject *object = soleus_figure_read_object (place, json_object_get_member (parent, what), what, error);

  if (object == NULL || !check_members (place, object, outlines, n_outlines, lines, n_lines, more, error))
    return FALSE;
  for (gsize i = 0; i < n_outlines; i++)
    if (!read_outline (place, json_object_get_member (object, outlines[i].key), outlines[i].key,
                       &G_STRUCT_MEMBER (SoleusFigureOutline, shapes, outlines[i].offset), error))
      return FALSE;
  for (gsize i = 0; i < n_lines; i++)
    if (!read_lines (place, json_object_get_member (object, lines[i].key), lines[i].key,
                     &G_STRUCT_MEMBER (SoleusFigureLines, shapes, lines[i].offset), error))
      return FALSE;
  return TRUE;
}

/* A round thing of the head: an eye, a bun. */
static gboolean
read_round (const SoleusFigurePlace *place,
            JsonObject              *shapes_object,
            const char              *what,
            SoleusFigurePoint       *center,
            double                  *radius,
            GError                 **error)
{
  static const char *const keys[] = { "at", "radius", NULL };
  JsonObject *head = json_object_get_object_member (shapes_object, "head");
  JsonObject *object = soleus_figure_read_object (place, json_object_get_member (head, what), what, error);
  double at[2];

  if (object == NULL || !soleus_figure_check_keys (place, object, keys, error) ||
      !soleus_figure_read_numbers (place, json_object_get_member (object, "at"), "at", -FAR_AWAY, FAR_AWAY, 2, at, error) ||
      !soleus_figure_read_number (place, json_object_get_member (object, "radius"), "radius", 0, FAR_AWAY, radius, error))
    return FALSE;
  *center = (SoleusFigurePoint) { at[0], at[1] };
  return TRUE;
}

/* The drawing from one side. */
static gboolean
read_drawing (const SoleusFigurePlace *place,
              JsonObject              *object,
              SoleusFigureShapes      *shapes,
              GError                 **error)
{
  static const char *const rounds[] = { "eye", "bun", NULL };

  for (gsize i = 0; i < G_N_ELEMENTS (profiles); i++)
    if (!read_profile (place, json_object_get_member (object, profiles[i].key), profiles[i].key,
                       &G_STRUCT_MEMBER (SoleusFigureProfile, shapes, profiles[i].offset), error))
      return FALSE;
  return read_sizes (place, object, "joint_discs", discs, G_N_ELEMENTS (discs), &shapes->discs, error) &&
         read_outlines (place, object, "head", head_outlines, G_N_ELEMENTS (head_outlines), head_lines,
                        G_N_ELEMENTS (head_lines), rounds, shapes, error) &&
         read_round (place, object, "eye", &shapes->eye, &shapes->eye_radius, error) &&
         read_round (place, object, "bun", &shapes->bun, &shapes->bun_radius, error) &&
         read_outlines (place, object, "hand", hand_outlines, G_N_ELEMENTS (hand_outlines), hand_lines,
                        G_N_ELEMENTS (hand_lines), NULL, shapes, error) &&
         read_outlines (place, object, "foot", foot_outlines, G_N_ELEMENTS (foot_outlines), foot_lines,
                        G_N_ELEMENTS (foot_lines), NULL, shapes, error);
}

static gboolean
read_shapes (SoleusFigures *self,
             JsonObject    *root,
             GError       **error)
{
  const SoleusFigurePlace place = { .thing = "shapes" };
  const SoleusFigurePlace front_place = { .thing = "shapes, front" };
  static const char *const more[] = { "joint_discs", "head", "hand", "foot", "sleeve", "shorts", "front", NULL };
  static const char *const front_more[] = { "joint_discs", "head", "hand", "foot", NULL };
  const Member sleeve[] = { { "until", G_STRUCT_OFFSET (SoleusFigures, sleeve_until) },
                            { "wider", G_STRUCT_OFFSET (SoleusFigures, sleeve_wider) } };
  const Member shorts[] = { { "until", G_STRUCT_OFFSET (SoleusFigures, shorts_until) },
                            { "wider", G_STRUCT_OFFSET (SoleusFigures, shorts_wider) },
                            { "waist_above_hip", G_STRUCT_OFFSET (SoleusFigures, waist) } };
  JsonObject *object = soleus_figure_read_object (&place, json_object_get_member (root, "shapes"), "shapes", error);
  JsonObject *front = object != NULL ? soleus_figure_read_object (&place, json_object_get_member (object, "front"), "front", error) : NULL;

  return front != NULL && check_members (&place, object, profiles, G_N_ELEMENTS (profiles), NULL, 0, more, error) &&
         check_members (&front_place, front, profiles, G_N_ELEMENTS (profiles), NULL, 0, front_more, error) &&
         read_drawing (&place, object, &self->side, error) && read_drawing (&front_place, front, &self->front, error) &&
         read_sizes (&place, object, "sleeve", sleeve, G_N_ELEMENTS (sleeve), self, error) &&
         read_sizes (&place, object, "shorts", shorts, G_N_ELEMENTS (shorts), self, error);
}

static gboolean
read_muscles (SoleusFigures *self,
              JsonObject    *root,
              GError       **error)
{
  const SoleusFigurePlace place = { .thing = "muscles" };
  static const SoleusFigureWord parts[] = { { "shank", 0 }, { "thigh", 1 }, { "foot", 2 } };
  static const SoleusFigureWord sides[] = { { "back", 0 }, { "front", 1 }, { "sole", 2 } };
  JsonObject *object = soleus_figure_read_object (&place, json_object_get_member (root, "muscles"), "muscles", error);
  const char *keys[SOLEUS_N_FIGURE_MUSCLES + 1] = { NULL };

  if (object == NULL)
    return FALSE;
  for (guint i = 0; i < SOLEUS_N_FIGURE_MUSCLES; i++)
    {
      const char *word = keys[i] = soleus_figure_muscle_words[i].word;
      SoleusFigureMuscle *muscle = &self->muscles[i];
      JsonArray *array = soleus_figure_read_array (&place, json_object_get_member (object, word), word, 4, 4, error);
      int part = 0;
      int side = 0;

      if (array == NULL ||
          !soleus_figure_read_word (&place, json_array_get_element (array, 0), word, parts, G_N_ELEMENTS (parts), &part, error) ||
          !soleus_figure_read_word (&place, json_array_get_element (array, 1), word, sides, G_N_ELEMENTS (sides), &side, error) ||
          !soleus_figure_read_number (&place, json_array_get_element (array, 2), word, 0, 1, &muscle->from, error) ||
          !soleus_figure_read_number (&place, json_array_get_element (array, 3), word, muscle->from, 1, &muscle->to, error))
        return FALSE;
      muscle->on_thigh = part == 1;
      muscle->on_foot = part == 2;
      muscle->at_front = side == 1;
    }
  return soleus_figure_check_keys (&place, object, keys, error);
}

/* "#3d3846" */
static gboolean
read_color (const SoleusFigurePlace *place,
            JsonNode                *node,
            const char              *what,
            SoleusColor             *color,
            GError                 **error)
{
  const char *text = soleus_figure_read_text (place, node, what, 7, error);
  guint64 number = 0;

  if (text == NULL)
    return FALSE;
  if (strlen (text) != 7 || text[0] != '#' || strspn (text + 1, "0123456789abcdefABCDEF") != 6 ||
      !g_ascii_string_to_unsigned (text + 1, 16, 0, 0xffffff, &number, NULL))
    return soleus_figure_fail (place, error, SOLEUS_FIGURE_ERROR_VALUE, _ ("“%s” should be a colour such as #1b6a72."), what);
  *color = (SoleusColor) SOLEUS_COLOR (number);
  return TRUE;
}

static gboolean
read_palettes (SoleusFigures *self,
               JsonObject    *root,
               GError       **error)
{
  const SoleusFigurePlace place = { .thing = "palettes" };
  JsonObject *palettes = soleus_figure_read_object (&place, json_object_get_member (root, "palettes"), "palettes", error);
  const char *looks[SOLEUS_N_FIGURE_LOOKS + 1] = { NULL };
  const char *keys[SOLEUS_N_FIGURE_COLORS + 1] = { NULL };

  if (palettes == NULL)
    return FALSE;
  for (guint i = 0; i < SOLEUS_N_FIGURE_COLORS; i++)
    keys[i] = soleus_figure_color_words[i].word;
  for (guint look = 0; look < SOLEUS_N_FIGURE_LOOKS; look++)
    {
      JsonObject *palette = soleus_figure_read_object (&place, json_object_get_member (palettes, look_words[look]), look_words[look], error);

      looks[look] = look_words[look];
      if (palette == NULL || !soleus_figure_check_keys (&place, palette, keys, error))
        return FALSE;
      for (guint i = 0; i < SOLEUS_N_FIGURE_COLORS; i++)
        if (!read_color (&place, json_object_get_member (palette, keys[i]), keys[i],
                         &self->palettes[look][soleus_figure_color_words[i].value], error))
          return FALSE;
    }
  return soleus_figure_check_keys (&place, palettes, looks, error);
}

gboolean
soleus_figures_read_body (SoleusFigures *self,
                          JsonObject    *root,
                          GError       **error)
{
  const SoleusFigurePlace segments_place = { .thing = "segments" };
  const SoleusFigurePlace limits_place = { .thing = "limits" };

  return read_sizes (&segments_place, root, "segments", segments, G_N_ELEMENTS (segments), &self->segments, error) &&
         read_limits (&limits_place, root, "limits", self->limits, error) &&
         read_limits (&limits_place, root, "limits_front", self->limits_front, error) && read_shapes (self, root, error) &&
         read_muscles (self, root, error) && read_palettes (self, root, error);
}
