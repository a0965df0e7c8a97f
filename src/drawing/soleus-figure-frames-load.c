/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads the key frames of a figure: poses, the points that stay where they are, and arrows. */
#include "config.h"

#include "drawing/soleus-figure-read.h"

#include <glib/gi18n.h>
#include <math.h>

#define LONGEST_ID 64

/* Where things may be, in body heights, and how long a move may take. */
#define FAR_AWAY 4.0
#define MAX_SECONDS 600.0
#define LEAST_STEP 0.1

/* How far a joint of the shoulder or the hip may be moved, and of a bone that comes toward the onlooker what must be seen. */
#define MOST_SHIFT 0.03
#define LEAST_SEEN 0.05

const SoleusFigureWord soleus_figure_grip_words[SOLEUS_N_FIGURE_GRIPS] = {
  { "flat", SOLEUS_FIGURE_GRIP_FLAT },
  { "fist", SOLEUS_FIGURE_GRIP_FIST },
};

static const struct
{
  const char *word;
  SoleusFigureSide side;
  SoleusFigurePinPoint point;
} pin_words[] = {
  { "near.ankle", SOLEUS_FIGURE_NEAR, SOLEUS_FIGURE_PIN_ANKLE },
  { "near.heel", SOLEUS_FIGURE_NEAR, SOLEUS_FIGURE_PIN_HEEL },
  { "near.ball", SOLEUS_FIGURE_NEAR, SOLEUS_FIGURE_PIN_BALL },
  { "near.toe", SOLEUS_FIGURE_NEAR, SOLEUS_FIGURE_PIN_TOE },
  { "near.wrist", SOLEUS_FIGURE_NEAR, SOLEUS_FIGURE_PIN_WRIST },
  { "near.palm", SOLEUS_FIGURE_NEAR, SOLEUS_FIGURE_PIN_PALM },
  { "far.ankle", SOLEUS_FIGURE_FAR, SOLEUS_FIGURE_PIN_ANKLE },
  { "far.heel", SOLEUS_FIGURE_FAR, SOLEUS_FIGURE_PIN_HEEL },
  { "far.ball", SOLEUS_FIGURE_FAR, SOLEUS_FIGURE_PIN_BALL },
  { "far.toe", SOLEUS_FIGURE_FAR, SOLEUS_FIGURE_PIN_TOE },
  { "far.wrist", SOLEUS_FIGURE_FAR, SOLEUS_FIGURE_PIN_WRIST },
  { "far.palm", SOLEUS_FIGURE_FAR, SOLEUS_FIGURE_PIN_PALM },
};

typedef struct
{
  const char *key;
  gsize offset;
  double least, most;
} Number;

static const Number body_numbers[] = {
  { "trunk", G_STRUCT_OFFSET (SoleusFigurePose, trunk), -360, 360 },
  { "spine", G_STRUCT_OFFSET (SoleusFigurePose, spine), -360, 360 },
  { "neck", G_STRUCT_OFFSET (SoleusFigurePose, neck), -360, 360 },
  { "breath", G_STRUCT_OFFSET (SoleusFigurePose, breath), 0, 1 },
};

/* The last ones only in the front view. */
static const Number limb_numbers[] = {
  { "hip", G_STRUCT_OFFSET (SoleusFigureLimb, hip), -360, 360 },
  { "knee", G_STRUCT_OFFSET (SoleusFigureLimb, knee), -360, 360 },
  { "ankle", G_STRUCT_OFFSET (SoleusFigureLimb, ankle), -360, 360 },
  { "toes", G_STRUCT_OFFSET (SoleusFigureLimb, toes), -360, 360 },
  { "shoulder", G_STRUCT_OFFSET (SoleusFigureLimb, shoulder), -360, 360 },
  { "elbow", G_STRUCT_OFFSET (SoleusFigureLimb, elbow), -360, 360 },
  { "wrist", G_STRUCT_OFFSET (SoleusFigureLimb, wrist), -360, 360 },
  { "thigh_seen", G_STRUCT_OFFSET (SoleusFigureLimb, thigh_seen), LEAST_SEEN, 1 },
  { "shank_seen", G_STRUCT_OFFSET (SoleusFigureLimb, shank_seen), LEAST_SEEN, 1 },
  { "arm_seen", G_STRUCT_OFFSET (SoleusFigureLimb, arm_seen), LEAST_SEEN, 1 },
  { "forearm_seen", G_STRUCT_OFFSET (SoleusFigureLimb, forearm_seen), LEAST_SEEN, 1 },
};

#define N_SIDE_LIMB_NUMBERS 7

static gboolean
read_place_of (const SoleusFigurePlace *place,
               JsonNode                *node,
               const char              *what,
               double                   most,
               SoleusFigurePoint       *point,
               GError                 **error)
{
  double numbers[2];

  if (!soleus_figure_read_numbers (place, node, what, -most, most, 2, numbers, error))
    return FALSE;
  *point = (SoleusFigurePoint) { numbers[0], numbers[1] };
  return TRUE;
}

static gboolean
read_limb (const SoleusFigurePlace *place,
           JsonNode                *node,
           const char              *what,
           gboolean                 from_front,
           SoleusFigureLimb        *limb,
           GError                 **error)
{
  JsonObject *object = soleus_figure_read_object (place, node, what, error);
  const char *keys[G_N_ELEMENTS (limb_numbers) + 3] = { NULL };
  gsize n = from_front ? G_N_ELEMENTS (limb_numbers) : N_SIDE_LIMB_NUMBERS;
  JsonNode *member;

  if (object == NULL)
    return FALSE;
  for (gsize i = 0; i < n; i++)
    {
      keys[i] = limb_numbers[i].key;
      member = json_object_get_member (object, keys[i]);
      if (member != NULL && !soleus_figure_read_number (place, member, keys[i], limb_numbers[i].least, limb_numbers[i].most,
                                                        &G_STRUCT_MEMBER (double, limb, limb_numbers[i].offset), error))
        return FALSE;
    }
  keys[n] = "hip_shift";
  keys[n + 1] = "shoulder_shift";
  member = json_object_get_member (object, "hip_shift");
  if (member != NULL && !read_place_of (place, member, "hip_shift", MOST_SHIFT, &limb->hip_shift, error))
    return FALSE;
  member = json_object_get_member (object, "shoulder_shift");
  if (member != NULL && !read_place_of (place, member, "shoulder_shift", MOST_SHIFT, &limb->shoulder_shift, error))
    return FALSE;
  return soleus_figure_check_keys (place, object, keys, error);
}

static gboolean
read_pose (const SoleusFigurePlace *place,
           JsonNode                *node,
           gboolean                 from_front,
           SoleusFigurePose        *pose,
           GError                 **error)
{
  static const char *const keys[] = { "trunk", "spine", "neck", "breath", "near", "far", NULL };
  JsonObject *object = soleus_figure_read_object (place, node, "pose", error);

  if (object == NULL || !soleus_figure_check_keys (place, object, keys, error))
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (body_numbers); i++)
    {
      JsonNode *member = json_object_get_member (object, body_numbers[i].key);

      if (member != NULL && !soleus_figure_read_number (place, member, body_numbers[i].key, body_numbers[i].least, body_numbers[i].most,
                                                        &G_STRUCT_MEMBER (double, pose, body_numbers[i].offset), error))
        return FALSE;
    }
  for (guint side = 0; side < SOLEUS_N_FIGURE_SIDES; side++)
    if (!read_limb (place, json_object_get_member (object, soleus_figure_side_words[side].word),
                    soleus_figure_side_words[side].word, from_front, &pose->limbs[side], error))
      return FALSE;
  return TRUE;
}

static gboolean
read_anchor (const SoleusFigurePlace *place,
             JsonNode                *node,
             SoleusFigureAnchor      *anchor,
             GError                 **error)
{
  static const char *const keys[] = { "point", "at", NULL };
  JsonObject *object = soleus_figure_read_object (place, node, "anchor", error);
  JsonNode *point = object != NULL ? json_object_get_member (object, "point") : NULL;

  if (object == NULL || !soleus_figure_check_keys (place, object, keys, error) ||
      !read_place_of (place, json_object_get_member (object, "at"), "at", FAR_AWAY, &anchor->at, error))
    return FALSE;
  anchor->lowest = point != NULL && JSON_NODE_HOLDS_VALUE (point) && g_strcmp0 (json_node_get_string (point), "lowest") == 0;
  return anchor->lowest || soleus_figure_read_point_id (place, point, "point", &anchor->point, error);
}

static gboolean
read_pin (const SoleusFigurePlace *place,
          JsonNode                *node,
          gboolean                 from_front,
          SoleusFigurePin         *pin,
          GError                 **error)
{
  static const char *const foot_keys[] = { "point", "at", "foot", NULL };
  static const char *const hand_keys[] = { "point", "at", "hand", NULL };
  static const char *const front_keys[] = { "point", "at", NULL };
  JsonObject *object = soleus_figure_read_object (place, node, "pins", error);
  const char *word = object != NULL ? soleus_figure_read_text (place, json_object_get_member (object, "point"), "point", 100, error) : NULL;
  gsize i = 0;
  gboolean of_hand;

  if (word == NULL)
    return FALSE;
  while (i < G_N_ELEMENTS (pin_words) && !g_str_equal (pin_words[i].word, word))
    i++;
  if (i == G_N_ELEMENTS (pin_words))
    return soleus_figure_fail (place, error, SOLEUS_FIGURE_ERROR_UNKNOWN,
                               _ ("only an ankle, heel, ball, toe, wrist or palm can be pinned, as in near.heel."));
  pin->side = pin_words[i].side;
  pin->point = pin_words[i].point;
  of_hand = pin->point >= SOLEUS_FIGURE_PIN_WRIST;
  if (from_front && !of_hand && pin->point != SOLEUS_FIGURE_PIN_ANKLE)
    return soleus_figure_fail (place, error, SOLEUS_FIGURE_ERROR_VALUE, _ ("from the front, only the ankle of a foot can be pinned."));
  if (!soleus_figure_check_keys (place, object, of_hand ? hand_keys : from_front ? front_keys : foot_keys, error) ||
      !read_place_of (place, json_object_get_member (object, "at"), "at", FAR_AWAY, &pin->at, error))
    return FALSE;

  if (of_hand)
    {
      pin->turned = json_object_has_member (object, "hand");
      return !pin->turned || soleus_figure_read_number (place, json_object_get_member (object, "hand"), "hand", -360, 360, &pin->angle, error);
    }
  pin->turned = !from_front;
  return from_front || soleus_figure_read_number (place, json_object_get_member (object, "foot"), "foot", -360, 360, &pin->angle, error);
}

static gboolean
read_pins (const SoleusFigurePlace *frame_place,
           JsonNode                *node,
           gboolean                 from_front,
           SoleusFigureFrame       *frame,
           GError                 **error)
{
  JsonArray *array = soleus_figure_read_array (frame_place, node, "pins", 0, SOLEUS_FIGURE_MAX_PINS, error);

  if (array == NULL)
    return FALSE;
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      SoleusFigurePlace place = *frame_place;
      SoleusFigurePin *pin = &frame->pins[i];

      place.thing = _ ("pin");
      place.thing_number = i + 1;
      if (!read_pin (&place, json_array_get_element (array, i), from_front, pin, error))
        return FALSE;
      for (guint j = 0; j < i; j++)
        if (frame->pins[j].side == pin->side &&
            (frame->pins[j].point >= SOLEUS_FIGURE_PIN_WRIST) == (pin->point >= SOLEUS_FIGURE_PIN_WRIST))
          return soleus_figure_fail (&place, error, SOLEUS_FIGURE_ERROR_VALUE, _ ("this hand or foot is pinned twice."));
      frame->n_pins = i + 1;
    }
  return TRUE;
}

/* [point, right, up]: an end of an arrow or a rod. */
gboolean
soleus_figure_read_end (const SoleusFigurePlace *place,
                        JsonNode                *node,
                        const char              *what,
                        SoleusFigurePointId     *point,
                        SoleusFigurePoint       *by,
                        GError                 **error)
{
  JsonArray *array = soleus_figure_read_array (place, node, what, 3, 3, error);

  return array != NULL && soleus_figure_read_point_id (place, json_array_get_element (array, 0), what, point, error) &&
         soleus_figure_read_number (place, json_array_get_element (array, 1), what, -FAR_AWAY, FAR_AWAY, &by->x, error) &&
         soleus_figure_read_number (place, json_array_get_element (array, 2), what, -FAR_AWAY, FAR_AWAY, &by->y, error);
}

gboolean
soleus_figure_read_arrows (const SoleusFigurePlace *of_place,
                           JsonNode                *node,
                           guint                   *n_arrows,
                           SoleusFigureArrow       *arrows,
                           GError                 **error)
{
  static const char *const keys[] = { "from", "to", "bend", NULL };
  JsonArray *array = soleus_figure_read_array (of_place, node, "arrows", 0, SOLEUS_FIGURE_MAX_ARROWS, error);

  if (array == NULL)
    return FALSE;
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      SoleusFigurePlace place = *of_place;
      SoleusFigureArrow *arrow = &arrows[i];
      JsonObject *object;

      place.thing = _ ("arrow");
      place.thing_number = i + 1;
      object = soleus_figure_read_object (&place, json_array_get_element (array, i), "arrows", error);
      if (object == NULL || !soleus_figure_check_keys (&place, object, keys, error) ||
          !soleus_figure_read_end (&place, json_object_get_member (object, "from"), "from", &arrow->from, &arrow->from_by, error) ||
          !soleus_figure_read_end (&place, json_object_get_member (object, "to"), "to", &arrow->to, &arrow->to_by, error) ||
          (json_object_has_member (object, "bend") &&
           !soleus_figure_read_number (&place, json_object_get_member (object, "bend"), "bend", -2, 2, &arrow->bend, error)))
        return FALSE;
      *n_arrows = i + 1;
    }
  return TRUE;
}

/* Sets @values of the sides that @node names. */
gboolean
soleus_figure_read_sides (const SoleusFigurePlace *place,
                          JsonNode                *node,
                          const char              *what,
                          const SoleusFigureWord  *words,
                          gsize                    n_words,
                          int                     *values,
                          GError                 **error)
{
  static const char *const keys[] = { "near", "far", NULL };
  JsonObject *object = soleus_figure_read_object (place, node, what, error);

  if (object == NULL || !soleus_figure_check_keys (place, object, keys, error))
    return FALSE;
  for (guint side = 0; side < SOLEUS_N_FIGURE_SIDES; side++)
    if (json_object_has_member (object, keys[side]) &&
        !soleus_figure_read_word (place, json_object_get_member (object, keys[side]), what, words, n_words, &values[side], error))
      return FALSE;
  return TRUE;
}

static gboolean
read_frame (const SoleusFigurePlace *figure_place,
            JsonNode                *node,
            guint                    number,
            SoleusFigure            *self,
            const int               *grips,
            GError                 **error)
{
  static const char *const keys[] = { "id", "seconds", "anchor", "pose", "pins", "arrows", "grip", NULL };
  static const char *const object_keys[] = { "id", "seconds", "arrows", NULL };
  SoleusFigureFrame *frame = &g_array_index (self->frames, SoleusFigureFrame, number);
  gboolean from_front = self->view == SOLEUS_FIGURE_VIEW_FRONT;
  SoleusFigurePlace place = *figure_place;
  int sides[] = { grips[SOLEUS_FIGURE_NEAR], grips[SOLEUS_FIGURE_FAR] };
  JsonObject *object;
  const char *id;
  double before;

  place.frame_number = number + 1;
  object = soleus_figure_read_object (&place, node, "frames", error);
  id = object != NULL ? soleus_figure_read_text (&place, json_object_get_member (object, "id"), "id", LONGEST_ID, error) : NULL;
  if (id == NULL)
    return FALSE;
  for (guint i = 0; i < number; i++)
    if (g_str_equal (soleus_figure_get_frame_id (self, i), id))
      return soleus_figure_fail (&place, error, SOLEUS_FIGURE_ERROR_VALUE, _ ("another frame has the same “id”."));
  frame->id = g_strdup (id);
  place.frame = frame->id;

  before = number > 0 ? soleus_figure_get_frame_seconds (self, number - 1) : 0;
  if (!soleus_figure_check_keys (&place, object, self->body ? keys : object_keys, error) ||
      ((number > 0 || json_object_has_member (object, "seconds")) &&
       !soleus_figure_read_number (&place, json_object_get_member (object, "seconds"), "seconds", 0, MAX_SECONDS, &frame->seconds, error)))
    return FALSE;
  if (number == 0 ? frame->seconds > 0 : frame->seconds < before + LEAST_STEP)
    return soleus_figure_fail (&place, error, SOLEUS_FIGURE_ERROR_VALUE, "%s",
                               number == 0 ? _ ("the first frame should be at 0 seconds.")
                                           : _ ("this frame should come later than the one before it."));
  if (json_object_has_member (object, "arrows") &&
      !soleus_figure_read_arrows (&place, json_object_get_member (object, "arrows"), &frame->n_arrows, frame->arrows, error))
    return FALSE;

  for (guint side = 0; side < SOLEUS_N_FIGURE_SIDES; side++)
    {
      SoleusFigureLimb *limb = &frame->pose.limbs[side];

      limb->thigh_seen = limb->shank_seen = limb->arm_seen = limb->forearm_seen = 1;
    }
  if (!self->body)
    return TRUE;
  if (!read_anchor (&place, json_object_get_member (object, "anchor"), &frame->anchor, error) ||
      !read_pose (&place, json_object_get_member (object, "pose"), from_front, &frame->pose, error) ||
      (json_object_has_member (object, "pins") && !read_pins (&place, json_object_get_member (object, "pins"), from_front, frame, error)) ||
      (json_object_has_member (object, "grip") &&
       !soleus_figure_read_sides (&place, json_object_get_member (object, "grip"), "grip", soleus_figure_grip_words, SOLEUS_N_FIGURE_GRIPS, sides, error)))
    return FALSE;
  for (guint side = 0; side < SOLEUS_N_FIGURE_SIDES; side++)
    frame->grips[side] = (SoleusFigureGrip) sides[side];
  return TRUE;
}

gboolean
soleus_figure_read_frames (const SoleusFigurePlace *place,
                           JsonNode                *node,
                           SoleusFigure            *self,
                           const int               *grips,
                           GError                 **error)
{
  JsonArray *array = soleus_figure_read_array (place, node, "frames", 1, SOLEUS_FIGURE_MAX_FRAMES, error);

  if (array == NULL)
    return FALSE;
  g_array_set_size (self->frames, json_array_get_length (array));
  for (guint i = 0; i < self->frames->len; i++)
    if (!read_frame (place, json_array_get_element (array, i), i, self, grips, error))
      return FALSE;
  return TRUE;
}
