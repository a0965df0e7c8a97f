/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads a figure and the document of all figures. Each is taken as a whole or not at all. */
#include "config.h"

#include "drawing/soleus-figure-read.h"

#include "base/soleus-json.h"
#include "drawing/soleus-figures-resources.h"

#include <glib/gi18n.h>

#define RESOURCE "/io/github/soleus_diary/Soleus/drawing/figures.json"
#define FORMAT 1
#define MAX_DOCUMENT_BYTES (4 * 1024 * 1024)

#define LONGEST_ID 64
#define LONGEST_TITLE 200
#define LONGEST_ALT 1000
#define MAX_CARDS 32

/* The box of a figure, in body heights. */
#define FAR_AWAY 4.0
#define LEAST_BOX 0.05

static const SoleusFigureWord view_words[] = {
  { "side", SOLEUS_FIGURE_VIEW_SIDE },
  { "above", SOLEUS_FIGURE_VIEW_ABOVE },
  { "front", SOLEUS_FIGURE_VIEW_FRONT },
};

static const SoleusFigureWord wear_words[] = {
  { "nothing", SOLEUS_FIGURE_WEAR_NOTHING },
  { "shoe", SOLEUS_FIGURE_WEAR_SHOE },
  { "stocking", SOLEUS_FIGURE_WEAR_STOCKING },
};

static const SoleusFigureWord hair_words[] = { { "short", FALSE }, { "bun", TRUE } };

static const SoleusFigureWord step_words[] = {
  { "far.arm", SOLEUS_FIGURE_STEP_FAR_ARM },
  { "far.leg", SOLEUS_FIGURE_STEP_FAR_LEG },
  { "trunk", SOLEUS_FIGURE_STEP_TRUNK },
  { "head", SOLEUS_FIGURE_STEP_HEAD },
  { "near.leg", SOLEUS_FIGURE_STEP_NEAR_LEG },
  { "mid", SOLEUS_FIGURE_STEP_MID },
  { "near.arm", SOLEUS_FIGURE_STEP_NEAR_ARM },
};

static const SoleusFigureStep side_order[] = {
  SOLEUS_FIGURE_STEP_FAR_ARM, SOLEUS_FIGURE_STEP_FAR_LEG, SOLEUS_FIGURE_STEP_TRUNK, SOLEUS_FIGURE_STEP_HEAD,
  SOLEUS_FIGURE_STEP_NEAR_LEG, SOLEUS_FIGURE_STEP_MID, SOLEUS_FIGURE_STEP_NEAR_ARM,
};

static const SoleusFigureStep front_order[] = {
  SOLEUS_FIGURE_STEP_TRUNK, SOLEUS_FIGURE_STEP_FAR_LEG, SOLEUS_FIGURE_STEP_NEAR_LEG, SOLEUS_FIGURE_STEP_HEAD,
  SOLEUS_FIGURE_STEP_MID, SOLEUS_FIGURE_STEP_FAR_ARM, SOLEUS_FIGURE_STEP_NEAR_ARM,
};

void
soleus_figure_frame_clear (SoleusFigureFrame *self)
{
  g_clear_pointer (&self->id, g_free);
}

void
soleus_figure_prop_clear (SoleusFigureProp *self)
{
  g_clear_pointer (&self->path, soleus_path_free);
}

static SoleusFigure *
figure_new (void)
{
  SoleusFigure *self = g_new0 (SoleusFigure, 1);

  self->body = TRUE;
  self->sleeves = TRUE;
  self->frames = g_array_new (FALSE, TRUE, sizeof (SoleusFigureFrame));
  g_array_set_clear_func (self->frames, (GDestroyNotify) soleus_figure_frame_clear);
  self->props = g_array_new (FALSE, TRUE, sizeof (SoleusFigureProp));
  g_array_set_clear_func (self->props, (GDestroyNotify) soleus_figure_prop_clear);
  return self;
}

/* Each part of the body once, and "mid" once or not at all. */
static gboolean
read_order (const SoleusFigurePlace *place,
            JsonNode                *node,
            SoleusFigure            *self,
            GError                 **error)
{
  JsonArray *array;
  guint seen = 0;

  if (node == NULL)
    {
      const SoleusFigureStep *order = self->view == SOLEUS_FIGURE_VIEW_FRONT ? front_order : side_order;

      self->n_order = G_N_ELEMENTS (side_order);
      for (guint i = 0; i < self->n_order; i++)
        self->order[i] = order[i];
      return TRUE;
    }

  array = soleus_figure_read_array (place, node, "order", 6, 7, error);
  if (array == NULL)
    return FALSE;
  self->n_order = json_array_get_length (array);
  for (guint i = 0; i < self->n_order; i++)
    {
      int step = 0;

      if (!soleus_figure_read_word (place, json_array_get_element (array, i), "order", step_words, G_N_ELEMENTS (step_words), &step, error))
        return FALSE;
      if ((seen & (1u << step)) != 0)
        return soleus_figure_fail (place, error, SOLEUS_FIGURE_ERROR_VALUE, _ ("“order” names a part twice."));
      seen |= 1u << step;
      self->order[i] = (SoleusFigureStep) step;
    }
  if ((seen | (1u << SOLEUS_FIGURE_STEP_MID)) != (1u << G_N_ELEMENTS (step_words)) - 1)
    return soleus_figure_fail (place, error, SOLEUS_FIGURE_ERROR_VALUE, _ ("“order” leaves out a part of the body."));

  /* What lies between leg and arm is never lost. */
  if ((seen & (1u << SOLEUS_FIGURE_STEP_MID)) == 0)
    {
      guint last = self->n_order++;

      self->order[last] = self->order[last - 1];
      self->order[last - 1] = SOLEUS_FIGURE_STEP_MID;
    }
  return TRUE;
}

static gboolean
read_target (const SoleusFigurePlace *place,
             JsonNode                *node,
             SoleusFigure            *self,
             GError                 **error)
{
  static const char *const keys[] = { "side", "muscle", NULL };
  JsonObject *object;
  int side = 0;
  int muscle = 0;

  if (node == NULL || JSON_NODE_HOLDS_NULL (node))
    return TRUE;
  object = soleus_figure_read_object (place, node, "target", error);
  if (object == NULL || !soleus_figure_check_keys (place, object, keys, error) ||
      !soleus_figure_read_word (place, json_object_get_member (object, "side"), "side", soleus_figure_side_words, SOLEUS_N_FIGURE_SIDES, &side, error) ||
      !soleus_figure_read_word (place, json_object_get_member (object, "muscle"), "muscle", soleus_figure_muscle_words, SOLEUS_N_FIGURE_MUSCLES, &muscle, error))
    return FALSE;
  if (self->view == SOLEUS_FIGURE_VIEW_FRONT && muscle != SOLEUS_FIGURE_MUSCLE_QUADRICEPS && muscle != SOLEUS_FIGURE_MUSCLE_SHIN)
    return soleus_figure_fail (place, error, SOLEUS_FIGURE_ERROR_VALUE, _ ("this muscle cannot be seen from the front."));
  self->has_target = TRUE;
  self->target_side = (SoleusFigureSide) side;
  self->target = (SoleusFigureMuscleId) muscle;
  return TRUE;
}

static gboolean
read_box (const SoleusFigurePlace *place,
          JsonNode                *node,
          SoleusFigure            *self,
          GError                 **error)
{
  if (!soleus_figure_read_numbers (place, node, "box", -FAR_AWAY, FAR_AWAY, 4, self->box, error))
    return FALSE;
  if (self->box[2] < self->box[0] + LEAST_BOX || self->box[3] < self->box[1] + LEAST_BOX)
    return soleus_figure_fail (place, error, SOLEUS_FIGURE_ERROR_VALUE, _ ("“box” should be left, bottom, right and top."));
  return TRUE;
}

static gboolean
read_cards (const SoleusFigurePlace *place,
            JsonNode                *node,
            SoleusFigure            *self,
            GError                 **error)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  if (node != NULL)
    {
      JsonArray *array = soleus_figure_read_array (place, node, "cards", 0, MAX_CARDS, error);

      for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
        {
          const char *card = soleus_figure_read_text (place, json_array_get_element (array, i), "cards", LONGEST_ID, error);

          if (card == NULL)
            return FALSE;
          g_strv_builder_add (builder, card);
        }
      if (array == NULL)
        return FALSE;
    }
  self->cards = g_strv_builder_end (builder);
  return TRUE;
}

static gboolean
read_still (const SoleusFigurePlace *place,
            JsonNode                *node,
            SoleusFigure            *self,
            GError                 **error)
{
  const char *still;

  if (node == NULL && self->frames->len == 1)
    return TRUE;
  still = soleus_figure_read_text (place, node, "still", LONGEST_ID, error);
  if (still == NULL)
    return FALSE;
  while (self->still < self->frames->len && !g_str_equal (soleus_figure_get_frame_id (self, self->still), still))
    self->still++;
  return self->still < self->frames->len ||
         soleus_figure_fail (place, error, SOLEUS_FIGURE_ERROR_VALUE, _ ("“still” names a frame that is not there."));
}

/* Keys that are true or false, and may be missing. */
static gboolean
read_switches (const SoleusFigurePlace *place,
               JsonObject              *object,
               SoleusFigure            *self,
               GError                 **error)
{
  const struct
  {
    const char *key;
    gboolean *value;
  } switches[] = { { "body", &self->body }, { "belly", &self->belly }, { "sleeves", &self->sleeves }, { "loop", &self->loop } };

  for (gsize i = 0; i < G_N_ELEMENTS (switches); i++)
    if (json_object_has_member (object, switches[i].key) &&
        !soleus_figure_read_bool (place, json_object_get_member (object, switches[i].key), switches[i].key, switches[i].value, error))
      return FALSE;
  return TRUE;
}

/* How the figure is seen and what it wears; the frames read on from here. */
static gboolean
read_manner (const SoleusFigurePlace *place,
             JsonObject              *object,
             SoleusFigure            *self,
             int                     *grips,
             GError                 **error)
{
  int view = SOLEUS_FIGURE_VIEW_SIDE;
  int wear[SOLEUS_N_FIGURE_SIDES] = { SOLEUS_FIGURE_WEAR_NOTHING };

  if (json_object_has_member (object, "view") &&
      !soleus_figure_read_word (place, json_object_get_member (object, "view"), "view", view_words, G_N_ELEMENTS (view_words), &view, error))
    return FALSE;
  self->view = (SoleusFigureView) view;
  if (json_object_has_member (object, "hair") &&
      !soleus_figure_read_word (place, json_object_get_member (object, "hair"), "hair", hair_words, G_N_ELEMENTS (hair_words), &self->bun, error))
    return FALSE;
  if (json_object_has_member (object, "grip") &&
      !soleus_figure_read_sides (place, json_object_get_member (object, "grip"), "grip", soleus_figure_grip_words, SOLEUS_N_FIGURE_GRIPS, grips, error))
    return FALSE;
  if (json_object_has_member (object, "wear") &&
      !soleus_figure_read_sides (place, json_object_get_member (object, "wear"), "wear", wear_words, G_N_ELEMENTS (wear_words), wear, error))
    return FALSE;
  for (guint side = 0; side < SOLEUS_N_FIGURE_SIDES; side++)
    self->wear[side] = (SoleusFigureWear) wear[side];
  return TRUE;
}

/* Reads the figure in @node, which is number @number of its document, or 0 alone. */
SoleusFigure *
soleus_figure_read (const SoleusFigures *figures,
                    JsonNode            *node,
                    guint                number,
                    GError             **error)
{
  static const char *const keys[] = { "id", "title", "alt", "cards", "view", "box", "still", "target", "loop", "order", "grip",
                                      "wear", "hair", "body", "belly", "sleeves", "props", "frames", "arrows", NULL };
  g_autoptr (SoleusFigure) self = figure_new ();
  SoleusFigurePlace place = { .figure_number = MAX (number, 1) };
  int grips[SOLEUS_N_FIGURE_SIDES] = { SOLEUS_FIGURE_GRIP_FLAT };
  JsonObject *object = soleus_figure_read_object (&place, node, "figures", error);
  const char *id = object != NULL ? soleus_figure_read_text (&place, json_object_get_member (object, "id"), "id", LONGEST_ID, error) : NULL;
  const char *title, *alt;

  if (id == NULL)
    return NULL;
  place.figure = id;
  title = soleus_figure_read_text (&place, json_object_get_member (object, "title"), "title", LONGEST_TITLE, error);
  if (title == NULL)
    return NULL;
  place.figure = title;
  alt = soleus_figure_read_text (&place, json_object_get_member (object, "alt"), "alt", LONGEST_ALT, error);
  if (alt == NULL || !soleus_figure_check_keys (&place, object, keys, error))
    return NULL;

  self->id = g_strdup (id);
  self->title = g_strdup (title);
  self->alt = g_strdup (alt);
  if (!read_cards (&place, json_object_get_member (object, "cards"), self, error) ||
      !read_box (&place, json_object_get_member (object, "box"), self, error) || !read_switches (&place, object, self, error) ||
      !read_manner (&place, object, self, grips, error) ||
      !read_order (&place, json_object_get_member (object, "order"), self, error) ||
      !read_target (&place, json_object_get_member (object, "target"), self, error) ||
      (json_object_has_member (object, "arrows") &&
       !soleus_figure_read_arrows (&place, json_object_get_member (object, "arrows"), &self->n_arrows, self->arrows, error)) ||
      !soleus_figure_read_frames (&place, json_object_get_member (object, "frames"), self, grips, error) ||
      !read_still (&place, json_object_get_member (object, "still"), self, error) ||
      (json_object_has_member (object, "props") &&
       !soleus_figure_read_props (&place, json_object_get_member (object, "props"), self, error)))
    return NULL;
  if (self->loop && self->frames->len < 2)
    {
      soleus_figure_fail (&place, error, SOLEUS_FIGURE_ERROR_VALUE, _ ("“loop” needs at least two frames."));
      return NULL;
    }
  if (self->body && !soleus_figure_check (figures, self, title, error))
    return NULL;
  return g_steal_pointer (&self);
}

static gboolean
read_list (SoleusFigures *self,
           JsonObject    *root,
           GError       **error)
{
  const SoleusFigurePlace document = { 0 };
  JsonArray *array = soleus_figure_read_array (&document, json_object_get_member (root, "figures"), "figures", 1, SOLEUS_FIGURE_MAX_FIGURES, error);

  if (array == NULL)
    return FALSE;
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      SoleusFigure *figure = soleus_figure_read (self, json_array_get_element (array, i), i + 1, error);
      SoleusFigurePlace place = { .figure_number = i + 1 };

      if (figure == NULL)
        return FALSE;
      for (guint j = 0; j < self->ids->len; j++)
        if (g_str_equal (g_ptr_array_index (self->ids, j), figure->id))
          {
            soleus_figure_free (figure);
            return soleus_figure_fail (&place, error, SOLEUS_FIGURE_ERROR_VALUE, _ ("another figure has the same “id”."));
          }
      g_ptr_array_add (self->list, figure);
      g_ptr_array_add (self->ids, figure->id);
    }
  g_ptr_array_add (self->ids, NULL);
  return TRUE;
}

/**
 * soleus_figures_new:
 * @bytes: a document in the format of figures.json
 * @error: return location
 *
 * Reads a body and its figures. Fails with an error of %SOLEUS_JSON_ERROR if @bytes is not JSON, and of
 * %SOLEUS_FIGURE_ERROR if anything in it is wrong; its message names the figure and the frame.
 *
 * Returns: (transfer full) (nullable): the figures
 */
SoleusFigures *
soleus_figures_new (GBytes  *bytes,
                    GError **error)
{
  static const char *const keys[] = { "format", "units", "conventions", "segments", "limits", "limits_front", "shapes",
                                      "muscles", "palettes", "draw_order", "figures", NULL };
  const SoleusJsonLimits limits = { .max_bytes = MAX_DOCUMENT_BYTES };
  const SoleusFigurePlace place = { 0 };
  g_autoptr (SoleusFigures) self = g_new0 (SoleusFigures, 1);
  g_autoptr (JsonNode) document = soleus_json_parse (bytes, &limits, error);
  JsonObject *root;
  double format = 0;

  self->list = g_ptr_array_new_with_free_func ((GDestroyNotify) soleus_figure_free);
  self->ids = g_ptr_array_new ();
  if (document == NULL)
    return NULL;
  root = soleus_figure_read_object (&place, document, "figures", error);
  if (root == NULL || !soleus_figure_read_number (&place, json_object_get_member (root, "format"), "format", 0, 1000000, &format, error))
    return NULL;
  if (format != FORMAT)
    {
      soleus_figure_fail (&place, error, SOLEUS_FIGURE_ERROR_FORMAT, _ ("this “format” is not known."));
      return NULL;
    }
  if (!soleus_figure_check_keys (&place, root, keys, error) || !soleus_figures_read_body (self, root, error) ||
      !read_list (self, root, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * soleus_figures_load:
 * @error: return location
 *
 * Reads the figures that this program brings.
 *
 * Returns: (transfer full) (nullable): the figures
 */
SoleusFigures *
soleus_figures_load (GError **error)
{
  g_autoptr (GBytes) bytes = g_resource_lookup_data (soleus_figures_get_resource (), RESOURCE, G_RESOURCE_LOOKUP_FLAGS_NONE, error);

  return bytes != NULL ? soleus_figures_new (bytes, error) : NULL;
}
