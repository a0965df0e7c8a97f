/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Values of a figure's JSON, each checked for its type and its size. A key that begins with an underline is a note for
 * people and is passed over. */
#include "config.h"

#include "drawing/soleus-figure-read.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

/* A name in a message is cut here: it may be anything in somebody's own file. */
#define LONGEST_NAME 60

const SoleusFigureWord soleus_figure_side_words[SOLEUS_N_FIGURE_SIDES] = {
  { "near", SOLEUS_FIGURE_NEAR },
  { "far", SOLEUS_FIGURE_FAR },
};

const SoleusFigureWord soleus_figure_color_words[SOLEUS_N_FIGURE_COLORS] = {
  { "bg", SOLEUS_FIGURE_COLOR_BG },
  { "body", SOLEUS_FIGURE_COLOR_BODY },
  { "far", SOLEUS_FIGURE_COLOR_FAR },
  { "line", SOLEUS_FIGURE_COLOR_LINE },
  { "shirt", SOLEUS_FIGURE_COLOR_SHIRT },
  { "shirtf", SOLEUS_FIGURE_COLOR_SHIRT_FAR },
  { "short", SOLEUS_FIGURE_COLOR_SHORT },
  { "shortf", SOLEUS_FIGURE_COLOR_SHORT_FAR },
  { "hair", SOLEUS_FIGURE_COLOR_HAIR },
  { "target", SOLEUS_FIGURE_COLOR_TARGET },
  { "arrow", SOLEUS_FIGURE_COLOR_ARROW },
  { "prop", SOLEUS_FIGURE_COLOR_PROP },
  { "prop2", SOLEUS_FIGURE_COLOR_PROP2 },
  { "pline", SOLEUS_FIGURE_COLOR_PROP_LINE },
  { "floor", SOLEUS_FIGURE_COLOR_FLOOR },
  { "soft", SOLEUS_FIGURE_COLOR_SOFT },
  { "towel", SOLEUS_FIGURE_COLOR_TOWEL },
  { "water", SOLEUS_FIGURE_COLOR_WATER },
  { "warm", SOLEUS_FIGURE_COLOR_WARM },
  { "cold", SOLEUS_FIGURE_COLOR_COLD },
  { "shoe", SOLEUS_FIGURE_COLOR_SHOE },
  { "stocking", SOLEUS_FIGURE_COLOR_STOCKING },
};

const SoleusFigureWord soleus_figure_muscle_words[SOLEUS_N_FIGURE_MUSCLES] = {
  { "calf", SOLEUS_FIGURE_MUSCLE_CALF },
  { "soleus", SOLEUS_FIGURE_MUSCLE_SOLEUS },
  { "hamstring", SOLEUS_FIGURE_MUSCLE_HAMSTRING },
  { "quadriceps", SOLEUS_FIGURE_MUSCLE_QUADRICEPS },
  { "shin", SOLEUS_FIGURE_MUSCLE_SHIN },
  { "sole", SOLEUS_FIGURE_MUSCLE_SOLE },
};

static const struct
{
  const char *word;
  SoleusFigurePointId point;
} body_points[] = {
  { "origin", G_STRUCT_OFFSET (SoleusFigureSkeleton, origin) },
  { "pelvis", G_STRUCT_OFFSET (SoleusFigureSkeleton, pelvis) },
  { "waist", G_STRUCT_OFFSET (SoleusFigureSkeleton, waist) },
  { "chest", G_STRUCT_OFFSET (SoleusFigureSkeleton, chest) },
  { "atlas", G_STRUCT_OFFSET (SoleusFigureSkeleton, atlas) },
  { "vertex", G_STRUCT_OFFSET (SoleusFigureSkeleton, vertex) },
}, limb_points[] = {
  { "hip", G_STRUCT_OFFSET (SoleusFigureBones, hip) },
  { "knee", G_STRUCT_OFFSET (SoleusFigureBones, knee) },
  { "ankle", G_STRUCT_OFFSET (SoleusFigureBones, ankle) },
  { "heel", G_STRUCT_OFFSET (SoleusFigureBones, heel) },
  { "ball", G_STRUCT_OFFSET (SoleusFigureBones, ball) },
  { "toe", G_STRUCT_OFFSET (SoleusFigureBones, toe) },
  { "shoulder", G_STRUCT_OFFSET (SoleusFigureBones, shoulder) },
  { "elbow", G_STRUCT_OFFSET (SoleusFigureBones, elbow) },
  { "wrist", G_STRUCT_OFFSET (SoleusFigureBones, wrist) },
  { "palm", G_STRUCT_OFFSET (SoleusFigureBones, palm) },
  { "tips", G_STRUCT_OFFSET (SoleusFigureBones, tips) },
};

G_DEFINE_QUARK (soleus-figure-error-quark, soleus_figure_error)

static char *
shorten (const char *name)
{
  if (g_utf8_strlen (name, -1) <= LONGEST_NAME)
    return g_strdup (name);
  else
    {
      g_autofree char *start = g_utf8_substring (name, 0, LONGEST_NAME);

      return g_strconcat (start, "…", NULL);
    }
}

/* "Figure “My stretch”, frame “hold”" */
static void
append_place (GString                 *text,
              const SoleusFigurePlace *place)
{
  if (place->figure != NULL)
    {
      g_autofree char *name = shorten (place->figure);

      /* Translators: a figure is a drawing of a person who stretches. */
      g_string_append_printf (text, _ ("Figure “%s”"), name);
    }
  else if (place->figure_number > 0)
    g_string_append_printf (text, _ ("Figure %u"), place->figure_number);
  else
    g_string_append (text, _ ("Figures"));

  if (place->frame != NULL)
    {
      g_autofree char *name = shorten (place->frame);

      g_string_append (text, ", ");
      /* Translators: a frame is one of the positions that a figure moves between. */
      g_string_append_printf (text, _ ("frame “%s”"), name);
    }
  else if (place->frame_number > 0)
    {
      g_string_append (text, ", ");
      g_string_append_printf (text, _ ("frame %u"), place->frame_number);
    }

  if (place->thing != NULL)
    g_string_append_printf (text, ", %s", place->thing);
  if (place->thing_number > 0)
    g_string_append_printf (text, " %u", place->thing_number);
}

/* Sets the error to the place and what is wrong there; returns FALSE. */
gboolean
soleus_figure_fail (const SoleusFigurePlace *place,
                    GError                 **error,
                    SoleusFigureError        code,
                    const char              *format,
                    ...)
{
  g_autoptr (GString) text = g_string_new (NULL);
  va_list arguments;

  append_place (text, place);
  g_string_append (text, ": ");
  va_start (arguments, format);
  g_string_append_vprintf (text, format, arguments);
  va_end (arguments);
  g_set_error_literal (error, SOLEUS_FIGURE_ERROR, code, text->str);
  return FALSE;
}

/* With as many decimals as it needs, at most three. */
char *
soleus_figure_format_number (double number)
{
  return g_strdup_printf ("%g", round (number * 1000) / 1000);
}

static gboolean
is_missing (const SoleusFigurePlace *place,
            JsonNode                *node,
            const char              *what,
            GError                 **error)
{
  if (node != NULL)
    return FALSE;
  soleus_figure_fail (place, error, SOLEUS_FIGURE_ERROR_MISSING, _ ("“%s” is missing."), what);
  return TRUE;
}

JsonObject *
soleus_figure_read_object (const SoleusFigurePlace *place,
                           JsonNode                *node,
                           const char              *what,
                           GError                 **error)
{
  if (is_missing (place, node, what, error))
    return NULL;
  if (JSON_NODE_HOLDS_OBJECT (node) && json_node_get_object (node) != NULL)
    return json_node_get_object (node);
  soleus_figure_fail (place, error, SOLEUS_FIGURE_ERROR_TYPE, _ ("“%s” should be in curly brackets."), what);
  return NULL;
}

JsonArray *
soleus_figure_read_array (const SoleusFigurePlace *place,
                          JsonNode                *node,
                          const char              *what,
                          guint                    least,
                          guint                    most,
                          GError                 **error)
{
  JsonArray *array;

  if (is_missing (place, node, what, error))
    return NULL;
  array = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
  if (array == NULL)
    soleus_figure_fail (place, error, SOLEUS_FIGURE_ERROR_TYPE, _ ("“%s” should be a list in square brackets."), what);
  else if (json_array_get_length (array) < least)
    soleus_figure_fail (place, error, SOLEUS_FIGURE_ERROR_VALUE, _ ("“%s” has too few entries, the least is %u."), what, least);
  else if (json_array_get_length (array) > most)
    soleus_figure_fail (place, error, SOLEUS_FIGURE_ERROR_TOO_MANY, _ ("“%s” has too many entries, the most is %u."), what, most);
  else
    return array;
  return NULL;
}

gboolean
soleus_figure_read_number (const SoleusFigurePlace *place,
                           JsonNode                *node,
                           const char              *what,
                           double                   least,
                           double                   most,
                           double                  *number,
                           GError                 **error)
{
  GType type;
  double value;

  if (is_missing (place, node, what, error))
    return FALSE;
  type = JSON_NODE_HOLDS_VALUE (node) ? json_node_get_value_type (node) : G_TYPE_INVALID;
  if (type != G_TYPE_INT64 && type != G_TYPE_DOUBLE)
    return soleus_figure_fail (place, error, SOLEUS_FIGURE_ERROR_TYPE, _ ("“%s” should be a number."), what);

  value = type == G_TYPE_INT64 ? (double) json_node_get_int (node) : json_node_get_double (node);
  if (!(value >= least && value <= most))
    {
      g_autofree char *from = soleus_figure_format_number (least);
      g_autofree char *to = soleus_figure_format_number (most);

      return soleus_figure_fail (place, error, SOLEUS_FIGURE_ERROR_VALUE, _ ("“%s” should be from %s to %s."), what, from, to);
    }
  *number = value;
  return TRUE;
}

/* Exactly @n numbers in a list. */
gboolean
soleus_figure_read_numbers (const SoleusFigurePlace *place,
                            JsonNode                *node,
                            const char              *what,
                            double                   least,
                            double                   most,
                            guint                    n,
                            double                  *numbers,
                            GError                 **error)
{
  JsonArray *array = soleus_figure_read_array (place, node, what, n, n, error);

  if (array == NULL)
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (!soleus_figure_read_number (place, json_array_get_element (array, i), what, least, most, &numbers[i], error))
      return FALSE;
  return TRUE;
}

gboolean
soleus_figure_read_bool (const SoleusFigurePlace *place,
                         JsonNode                *node,
                         const char              *what,
                         gboolean                *value,
                         GError                 **error)
{
  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_BOOLEAN)
    return soleus_figure_fail (place, error, SOLEUS_FIGURE_ERROR_TYPE, _ ("“%s” should be true or false."), what);
  *value = json_node_get_boolean (node);
  return TRUE;
}

/* A text of 1 to @most bytes, which belongs to @node. */
const char *
soleus_figure_read_text (const SoleusFigurePlace *place,
                         JsonNode                *node,
                         const char              *what,
                         gsize                    most,
                         GError                 **error)
{
  const char *text;

  if (is_missing (place, node, what, error))
    return NULL;
  text = JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING ? json_node_get_string (node) : NULL;
  if (text == NULL)
    soleus_figure_fail (place, error, SOLEUS_FIGURE_ERROR_TYPE, _ ("“%s” should be a text in quotation marks."), what);
  else if (*text == '\0')
    soleus_figure_fail (place, error, SOLEUS_FIGURE_ERROR_VALUE, _ ("“%s” is empty."), what);
  else if (strlen (text) > most)
    soleus_figure_fail (place, error, SOLEUS_FIGURE_ERROR_TOO_MANY, _ ("“%s” is too long."), what);
  else if (!g_utf8_validate (text, -1, NULL))
    soleus_figure_fail (place, error, SOLEUS_FIGURE_ERROR_VALUE, _ ("“%s” has characters that cannot be read."), what);
  else
    return text;
  return NULL;
}

/* One of a few words. */
gboolean
soleus_figure_read_word (const SoleusFigurePlace *place,
                         JsonNode                *node,
                         const char              *what,
                         const SoleusFigureWord  *words,
                         gsize                    n_words,
                         int                     *value,
                         GError                 **error)
{
  g_autoptr (GString) known = g_string_new (NULL);
  const char *word = soleus_figure_read_text (place, node, what, 100, error);

  if (word == NULL)
    return FALSE;
  for (gsize i = 0; i < n_words; i++)
    {
      if (g_str_equal (words[i].word, word))
        {
          *value = words[i].value;
          return TRUE;
        }
      g_string_append_printf (known, "%s%s", i > 0 ? ", " : "", words[i].word);
    }
  return soleus_figure_fail (place, error, SOLEUS_FIGURE_ERROR_UNKNOWN, _ ("“%s” should be one of: %s."), what, known->str);
}

/* "pelvis", or a side and a point of a limb: "near.knee". */
gboolean
soleus_figure_read_point_id (const SoleusFigurePlace *place,
                             JsonNode                *node,
                             const char              *what,
                             SoleusFigurePointId     *point,
                             GError                 **error)
{
  const char *word = soleus_figure_read_text (place, node, what, 100, error);
  g_autofree char *name = NULL;

  if (word == NULL)
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (body_points); i++)
    if (g_str_equal (body_points[i].word, word))
      {
        *point = body_points[i].point;
        return TRUE;
      }
  for (guint side = 0; side < SOLEUS_N_FIGURE_SIDES; side++)
    {
      const char *prefix = soleus_figure_side_words[side].word;
      gsize length = strlen (prefix);

      if (!g_str_has_prefix (word, prefix) || word[length] != '.')
        continue;
      for (gsize i = 0; i < G_N_ELEMENTS (limb_points); i++)
        if (g_str_equal (limb_points[i].word, word + length + 1))
          {
            *point = G_STRUCT_OFFSET (SoleusFigureSkeleton, limbs) + side * sizeof (SoleusFigureBones) + limb_points[i].point;
            return TRUE;
          }
    }
  name = shorten (word);
  return soleus_figure_fail (place, error, SOLEUS_FIGURE_ERROR_UNKNOWN, _ ("“%s” names a point “%s” that the body does not have."), what, name);
}

/* Whether @object has only @keys, which end with NULL. */
gboolean
soleus_figure_check_keys (const SoleusFigurePlace *place,
                          JsonObject              *object,
                          const char *const       *keys,
                          GError                 **error)
{
  JsonObjectIter iter;
  const char *key;

  json_object_iter_init (&iter, object);
  while (json_object_iter_next (&iter, &key, NULL))
    if (*key != '_' && !g_strv_contains (keys, key))
      {
        g_autofree char *name = shorten (key);

        return soleus_figure_fail (place, error, SOLEUS_FIGURE_ERROR_UNKNOWN, _ ("“%s” is not known."), name);
      }
  return TRUE;
}
