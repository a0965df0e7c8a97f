/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads the things around a figure. One table says what each type of thing has. */
#include "config.h"

#include "drawing/soleus-figure-read.h"

#include <glib/gi18n.h>
#include <string.h>

#define FAR_AWAY 4.0
#define LONGEST_PATH (64 * 1024)
#define N_FIELDS 9

typedef enum
{
  FIELD_END,
  FIELD_NUMBER,
  FIELD_PAIR, /* the second is larger */
  FIELD_BOX,  /* left, bottom, width, height */
  FIELD_FACE, /* 1 or -1 */
  FIELD_SWITCH,
  FIELD_POINT,
  FIELD_SIDE,
  FIELD_PATH,
  FIELD_PART,
  FIELD_COLOR,
  FIELD_END_FROM,
  FIELD_END_TO,
} FieldKind;

typedef struct
{
  const char *key;
  FieldKind kind;
  gsize offset;
  gboolean required;
  double fallback, least, most;
} Field;

#define AT(name) G_STRUCT_OFFSET (SoleusFigureProp, name)
#define NEEDED(key, kind, name) { key, kind, AT (name), TRUE, 0, -FAR_AWAY, FAR_AWAY }
#define CHOICE(key, kind, name) { key, kind, AT (name), FALSE, 0, -FAR_AWAY, FAR_AWAY }
#define LINE { "line", FIELD_NUMBER, AT (line), FALSE, 1.8, 0.1, 60 }
#define SIZE(key, name, fallback) { key, FIELD_NUMBER, AT (name), FALSE, fallback, 0.01, FAR_AWAY }

static const struct
{
  const char *word;
  Field fields[N_FIELDS];
} types[SOLEUS_N_FIGURE_PROPS] = {
  [SOLEUS_FIGURE_PROP_FLOOR] = { "floor", { NEEDED ("x", FIELD_PAIR, x) } },
  [SOLEUS_FIGURE_PROP_WALL] = { "wall", { NEEDED ("x", FIELD_NUMBER, left), SIZE ("top", top, 1.05) } },
  [SOLEUS_FIGURE_PROP_CHAIR] = { "chair",
                                 { NEEDED ("x", FIELD_NUMBER, left), NEEDED ("face", FIELD_FACE, face),
                                   SIZE ("seat", seat, 0.25), SIZE ("back", back, 0.53) } },
  [SOLEUS_FIGURE_PROP_BED] = { "bed",
                               { NEEDED ("x", FIELD_PAIR, x), NEEDED ("h", FIELD_NUMBER, height),
                                 CHOICE ("head", FIELD_SWITCH, head), SIZE ("foot", foot, 0) } },
  [SOLEUS_FIGURE_PROP_BED_ABOVE] = { "bed_above", { NEEDED ("x", FIELD_PAIR, x), NEEDED ("y", FIELD_PAIR, y) } },
  [SOLEUS_FIGURE_PROP_STOOL] = { "stool",
                                 { NEEDED ("x", FIELD_NUMBER, left), NEEDED ("w", FIELD_NUMBER, width),
                                   NEEDED ("h", FIELD_NUMBER, height) } },
  [SOLEUS_FIGURE_PROP_MAT] = { "mat", { NEEDED ("x", FIELD_PAIR, x) } },
  [SOLEUS_FIGURE_PROP_PILLOW] = { "pillow", { NEEDED ("box", FIELD_BOX, box) } },
  [SOLEUS_FIGURE_PROP_TOWEL] = { "towel", { NEEDED ("hand", FIELD_POINT, hand), NEEDED ("side", FIELD_SIDE, side) } },
  [SOLEUS_FIGURE_PROP_PATH] = { "path",
                                { NEEDED ("d", FIELD_PATH, path), CHOICE ("fill", FIELD_COLOR, fill),
                                  CHOICE ("stroke", FIELD_COLOR, stroke), LINE,
                                  { "opacity", FIELD_NUMBER, AT (opacity), FALSE, 1, 0.05, 1 },
                                  CHOICE ("on", FIELD_PART, on) } },
  [SOLEUS_FIGURE_PROP_ROD] = { "rod",
                               { NEEDED ("from", FIELD_END_FROM, rod), NEEDED ("to", FIELD_END_TO, rod),
                                 NEEDED ("stroke", FIELD_COLOR, stroke), LINE } },
  [SOLEUS_FIGURE_PROP_WALKING_FRAME] = { "walking_frame",
                                         { NEEDED ("x", FIELD_PAIR, x), SIZE ("h", height, 0.48),
                                           CHOICE ("wheels", FIELD_SWITCH, wheels) } },
  [SOLEUS_FIGURE_PROP_WHEELCHAIR] = { "wheelchair",
                                      { NEEDED ("x", FIELD_NUMBER, left), NEEDED ("face", FIELD_FACE, face),
                                        SIZE ("seat", seat, 0.28), SIZE ("back", back, 0.56),
                                        CHOICE ("footrest", FIELD_SWITCH, footrest) } },
};

static const SoleusFigureWord layer_words[] = {
  { "back", SOLEUS_FIGURE_LAYER_BACK },
  { "mid", SOLEUS_FIGURE_LAYER_MID },
  { "front", SOLEUS_FIGURE_LAYER_FRONT },
};

static const SoleusFigureWord body_parts[] = {
  { "trunk", SOLEUS_FIGURE_PART_TRUNK },
  { "chest", SOLEUS_FIGURE_PART_CHEST },
  { "head", SOLEUS_FIGURE_PART_HEAD },
}, limb_parts[] = {
  { "thigh", SOLEUS_FIGURE_PART_THIGH },
  { "shank", SOLEUS_FIGURE_PART_SHANK },
  { "foot", SOLEUS_FIGURE_PART_FOOT },
  { "arm", SOLEUS_FIGURE_PART_ARM },
  { "forearm", SOLEUS_FIGURE_PART_FOREARM },
  { "hand", SOLEUS_FIGURE_PART_HAND },
};

/* "near.shank" */
static gboolean
read_part (const SoleusFigurePlace *place,
           JsonNode                *node,
           SoleusFigureProp        *prop,
           GError                 **error)
{
  const char *word = soleus_figure_read_text (place, node, "on", 100, error);

  if (word == NULL)
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (body_parts); i++)
    if (g_str_equal (body_parts[i].word, word))
      {
        prop->on = (SoleusFigurePart) body_parts[i].value;
        return TRUE;
      }
  for (guint side = 0; side < SOLEUS_N_FIGURE_SIDES; side++)
    {
      const char *prefix = soleus_figure_side_words[side].word;
      gsize length = strlen (prefix);

      if (!g_str_has_prefix (word, prefix) || word[length] != '.')
        continue;
      for (gsize i = 0; i < G_N_ELEMENTS (limb_parts); i++)
        if (g_str_equal (limb_parts[i].word, word + length + 1))
          {
            prop->side = (SoleusFigureSide) side;
            prop->on = (SoleusFigurePart) limb_parts[i].value;
            return TRUE;
          }
    }
  return soleus_figure_fail (place, error, SOLEUS_FIGURE_ERROR_UNKNOWN, _ ("“on” names a part that the body does not have."));
}

static guint
count_points (const char *path)
{
  guint n_numbers = 0;
  gboolean in_number = FALSE;

  for (const char *cursor = path; *cursor != '\0'; cursor++)
    {
      gboolean digit = strchr ("-.0123456789", *cursor) != NULL;

      n_numbers += digit && !in_number;
      in_number = digit;
    }
  return (n_numbers + 1) / 2;
}

static gboolean
read_path (const SoleusFigurePlace *place,
           JsonNode                *node,
           guint                   *n_points,
           SoleusPath             **path,
           GError                 **error)
{
  const char *text = soleus_figure_read_text (place, node, "d", LONGEST_PATH, error);
  cairo_rectangle_t extents;

  if (text == NULL)
    return FALSE;
  *n_points += count_points (text);
  if (*n_points > SOLEUS_FIGURE_MAX_POINTS)
    return soleus_figure_fail (place, error, SOLEUS_FIGURE_ERROR_TOO_MANY,
                               _ ("the outlines have too many points, the most is %u."), SOLEUS_FIGURE_MAX_POINTS);
  *path = soleus_path_new (text);
  if (*path == NULL)
    return soleus_figure_fail (place, error, SOLEUS_FIGURE_ERROR_VALUE, _ ("“d” is not an outline of the letters M, L, C and Z with numbers."));
  soleus_path_get_extents (*path, &extents);
  if (extents.x < -FAR_AWAY || extents.y < -FAR_AWAY || extents.x + extents.width > FAR_AWAY || extents.y + extents.height > FAR_AWAY)
    return soleus_figure_fail (place, error, SOLEUS_FIGURE_ERROR_VALUE, _ ("“d” lies too far away: its numbers are body heights."));
  return TRUE;
}

static gboolean
read_field (const SoleusFigurePlace *place,
            const Field             *field,
            JsonNode                *node,
            guint                   *n_points,
            SoleusFigureProp        *prop,
            GError                 **error)
{
  double *numbers = &G_STRUCT_MEMBER (double, prop, field->offset);
  int value = 0;

  switch (field->kind)
    {
    case FIELD_NUMBER:
      return soleus_figure_read_number (place, node, field->key, field->least, field->most, numbers, error);
    case FIELD_PAIR:
      if (!soleus_figure_read_numbers (place, node, field->key, field->least, field->most, 2, numbers, error))
        return FALSE;
      return numbers[1] > numbers[0] ||
             soleus_figure_fail (place, error, SOLEUS_FIGURE_ERROR_VALUE, _ ("“%s” should be a smaller and a larger number."), field->key);
    case FIELD_BOX:
      if (!soleus_figure_read_numbers (place, node, field->key, field->least, field->most, 4, numbers, error))
        return FALSE;
      return (numbers[2] > 0 && numbers[3] > 0) ||
             soleus_figure_fail (place, error, SOLEUS_FIGURE_ERROR_VALUE, _ ("“box” should be left, bottom, width and height."));
    case FIELD_FACE:
      if (!soleus_figure_read_number (place, node, field->key, -1, 1, numbers, error))
        return FALSE;
      return *numbers == 1 || *numbers == -1 ||
             soleus_figure_fail (place, error, SOLEUS_FIGURE_ERROR_VALUE, _ ("“face” should be 1 or -1."));
    case FIELD_SWITCH:
      return soleus_figure_read_bool (place, node, field->key, &G_STRUCT_MEMBER (gboolean, prop, field->offset), error);
    case FIELD_POINT:
      return soleus_figure_read_point_id (place, node, field->key, &G_STRUCT_MEMBER (SoleusFigurePointId, prop, field->offset), error);
    case FIELD_SIDE:
      if (!soleus_figure_read_word (place, node, field->key, soleus_figure_side_words, SOLEUS_N_FIGURE_SIDES, &value, error))
        return FALSE;
      prop->side = (SoleusFigureSide) value;
      return TRUE;
    case FIELD_PATH:
      return read_path (place, node, n_points, &prop->path, error);
    case FIELD_PART:
      return read_part (place, node, prop, error);
    case FIELD_COLOR:
      if (!soleus_figure_read_word (place, node, field->key, soleus_figure_color_words, SOLEUS_N_FIGURE_COLORS, &value, error))
        return FALSE;
      G_STRUCT_MEMBER (SoleusFigureColorId, prop, field->offset) = (SoleusFigureColorId) value;
      return TRUE;
    case FIELD_END_FROM:
      return soleus_figure_read_end (place, node, field->key, &prop->rod.from, &prop->rod.from_by, error);
    case FIELD_END_TO:
      return soleus_figure_read_end (place, node, field->key, &prop->rod.to, &prop->rod.to_by, error);
    case FIELD_END:
    default:
      return TRUE;
    }
}

/* "in": the frames that show this. */
static gboolean
read_shown (const SoleusFigurePlace *place,
            JsonNode                *node,
            const SoleusFigure      *figure,
            SoleusFigureProp        *prop,
            GError                 **error)
{
  JsonArray *array;

  prop->frames = G_MAXUINT64;
  if (node == NULL)
    return TRUE;
  array = soleus_figure_read_array (place, node, "in", 1, SOLEUS_FIGURE_MAX_FRAMES, error);
  if (array == NULL)
    return FALSE;
  prop->frames = 0;
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      const char *id = soleus_figure_read_text (place, json_array_get_element (array, i), "in", 100, error);
      guint frame = 0;

      if (id == NULL)
        return FALSE;
      while (frame < figure->frames->len && !g_str_equal (soleus_figure_get_frame_id (figure, frame), id))
        frame++;
      if (frame == figure->frames->len)
        return soleus_figure_fail (place, error, SOLEUS_FIGURE_ERROR_VALUE, _ ("“in” names a frame that is not there."));
      prop->frames |= G_GUINT64_CONSTANT (1) << frame;
    }
  return TRUE;
}

static gboolean
read_type (const SoleusFigurePlace *place,
           JsonNode                *node,
           SoleusFigurePropType    *type,
           GError                 **error)
{
  SoleusFigureWord words[SOLEUS_N_FIGURE_PROPS];
  int value = 0;

  for (int i = 0; i < SOLEUS_N_FIGURE_PROPS; i++)
    words[i] = (SoleusFigureWord) { types[i].word, i };
  if (!soleus_figure_read_word (place, node, "type", words, G_N_ELEMENTS (words), &value, error))
    return FALSE;
  *type = (SoleusFigurePropType) value;
  return TRUE;
}

static gboolean
read_prop (const SoleusFigurePlace *place,
           JsonNode                *node,
           const SoleusFigure      *figure,
           guint                   *n_points,
           SoleusFigureProp        *prop,
           GError                 **error)
{
  const char *keys[N_FIELDS + 4] = { "type", "layer", "in", NULL };
  JsonObject *object = soleus_figure_read_object (place, node, "props", error);
  int layer = SOLEUS_FIGURE_LAYER_BACK;

  prop->fill = prop->stroke = SOLEUS_FIGURE_COLOR_NONE;
  if (object == NULL || !read_type (place, json_object_get_member (object, "type"), &prop->type, error))
    return FALSE;
  for (guint i = 0; i < N_FIELDS && types[prop->type].fields[i].kind != FIELD_END; i++)
    {
      const Field *field = &types[prop->type].fields[i];
      JsonNode *member = json_object_get_member (object, field->key);

      keys[3 + i] = field->key;
      if (member == NULL && !field->required)
        {
          if (field->kind == FIELD_NUMBER)
            G_STRUCT_MEMBER (double, prop, field->offset) = field->fallback;
        }
      else if (member == NULL)
        return soleus_figure_fail (place, error, SOLEUS_FIGURE_ERROR_MISSING, _ ("“%s” is missing."), field->key);
      else if (!read_field (place, field, member, n_points, prop, error))
        return FALSE;
    }
  if (!soleus_figure_check_keys (place, object, keys, error) ||
      (json_object_has_member (object, "layer") &&
       !soleus_figure_read_word (place, json_object_get_member (object, "layer"), "layer", layer_words, G_N_ELEMENTS (layer_words), &layer, error)))
    return FALSE;
  prop->layer = (SoleusFigureLayer) layer;
  if (!figure->body && (prop->on != SOLEUS_FIGURE_PART_NONE || prop->type == SOLEUS_FIGURE_PROP_TOWEL))
    return soleus_figure_fail (place, error, SOLEUS_FIGURE_ERROR_VALUE, _ ("this needs a body, and the figure has none."));
  if (figure->view == SOLEUS_FIGURE_VIEW_FRONT && prop->type == SOLEUS_FIGURE_PROP_TOWEL)
    return soleus_figure_fail (place, error, SOLEUS_FIGURE_ERROR_VALUE, _ ("a towel can only be drawn from the side."));
  return read_shown (place, json_object_get_member (object, "in"), figure, prop, error);
}

gboolean
soleus_figure_read_props (const SoleusFigurePlace *figure_place,
                          JsonNode                *node,
                          SoleusFigure            *figure,
                          GError                 **error)
{
  JsonArray *array = soleus_figure_read_array (figure_place, node, "props", 0, SOLEUS_FIGURE_MAX_PROPS, error);
  guint n_points = 0;

  if (array == NULL)
    return FALSE;
  g_array_set_size (figure->props, json_array_get_length (array));
  for (guint i = 0; i < figure->props->len; i++)
    {
      SoleusFigurePlace place = *figure_place;

      place.thing = _ ("prop");
      place.thing_number = i + 1;
      if (!read_prop (&place, json_array_get_element (array, i), figure, &n_points, &g_array_index (figure->props, SoleusFigureProp, i), error))
        return FALSE;
    }
  return TRUE;
}
