/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Outlines in the four letters that the data files use: M move, L line, C curve, Z close, all absolute. The curves are
 * also kept as short straight pieces, which is what points are tested against. */
#include "drawing/soleus-path.h"

#include <math.h>
#include <string.h>

/* Far beyond what a drawing of a leg needs; keeps a broken file from filling the memory. */
#define MAX_ELEMENTS 4096
#define MAX_COORDINATE 10000.0
#define MAX_NUMBER_LENGTH 24

#define NUMBER_LETTERS "-.0123456789"

typedef struct
{
  double x0, y0;
  double x1, y1;
} Piece;

struct _SoleusPath
{
  GArray *elements; /* of cairo_path_data_t */
  GArray *pieces;   /* of Piece */
  cairo_rectangle_t extents;
};

/* Neither an exponent nor "inf", "nan" and the hexadecimal numbers that g_ascii_strtod() would take as well. */
static gboolean
read_number (const char **cursor,
             double      *number)
{
  char text[MAX_NUMBER_LENGTH + 1] = { 0 };
  const char *start = *cursor + strspn (*cursor, " ");
  gsize length = strspn (start, NUMBER_LETTERS);
  char *end = NULL;

  if (length == 0 || length > MAX_NUMBER_LENGTH)
    return FALSE;

  memcpy (text, start, length);
  *number = g_ascii_strtod (text, &end);
  if (*end != '\0' || fabs (*number) > MAX_COORDINATE)
    return FALSE;

  *cursor = start + length;
  return TRUE;
}

static void
add_element (SoleusPath            *self,
             cairo_path_data_type_t type,
             const double          *numbers,
             guint                  n_points)
{
  cairo_path_data_t data = { 0 };

  data.header.type = type;
  data.header.length = (int) n_points + 1;
  g_array_append_val (self->elements, data);
  for (guint i = 0; i < n_points; i++)
    {
      data.point.x = numbers[2 * i];
      data.point.y = numbers[2 * i + 1];
      g_array_append_val (self->elements, data);
    }
}

static gboolean
read_elements (SoleusPath *self,
               const char *text)
{
  const char *cursor = text;
  char letter = '\0';

  for (;;)
    {
      double numbers[6] = { 0 };
      guint n_points;

      cursor += strspn (cursor, " ");
      if (*cursor == '\0')
        return self->elements->len > 0;
      if (self->elements->len > MAX_ELEMENTS)
        return FALSE;

      /* A letter holds for all the numbers up to the next one, except that what follows a move is a line. */
      if (strchr (NUMBER_LETTERS, *cursor) == NULL)
        letter = *cursor++;
      else if (letter == 'M')
        letter = 'L';
      else if (letter == 'Z')
        return FALSE;

      if (letter != 'M' && self->elements->len == 0)
        return FALSE;

      switch (letter)
        {
        case 'Z':
          add_element (self, CAIRO_PATH_CLOSE_PATH, NULL, 0);
          continue;
        case 'M':
        case 'L':
          n_points = 1;
          break;
        case 'C':
          n_points = 3;
          break;
        default:
          return FALSE;
        }

      for (guint i = 0; i < 2 * n_points; i++)
        if (!read_number (&cursor, &numbers[i]))
          return FALSE;

      add_element (self,
                   letter == 'M' ? CAIRO_PATH_MOVE_TO : letter == 'L' ? CAIRO_PATH_LINE_TO : CAIRO_PATH_CURVE_TO,
                   numbers, n_points);
    }
}

static void
add_piece (SoleusPath              *self,
           const cairo_path_data_t *from,
           const cairo_path_data_t *to)
{
  Piece piece = { from->point.x, from->point.y, to->point.x, to->point.y };

  g_array_append_val (self->pieces, piece);
}

/* Open outlines are closed here: a point inside them counts as inside, as it does when they are filled. */
static void
flatten (SoleusPath *self)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, 1, 1);
  cairo_t *cr = cairo_create (surface);
  cairo_path_t *flat;
  const cairo_path_data_t *start = NULL;
  const cairo_path_data_t *last = NULL;
  double x1, y1, x2, y2;

  soleus_path_append (self, cr);
  cairo_path_extents (cr, &x1, &y1, &x2, &y2);
  self->extents = (cairo_rectangle_t) { x1, y1, x2 - x1, y2 - y1 };

  flat = cairo_copy_path_flat (cr);
  for (int i = 0; i < flat->num_data; i += flat->data[i].header.length)
    {
      const cairo_path_data_t *data = &flat->data[i];

      if (data->header.type == CAIRO_PATH_LINE_TO)
        {
          add_piece (self, last, &data[1]);
          last = &data[1];
        }
      else
        {
          if (last != NULL && last != start)
            add_piece (self, last, start);
          if (data->header.type == CAIRO_PATH_MOVE_TO)
            start = &data[1];
          last = start;
        }
    }
  if (last != NULL && last != start)
    add_piece (self, last, start);

  cairo_path_destroy (flat);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

/**
 * soleus_path_new:
 * @text: letters M, L, C and Z, each but the last followed by its numbers
 *
 * Returns: (transfer full) (nullable): the outline, or %NULL if @text is not one
 */
SoleusPath *
soleus_path_new (const char *text)
{
  g_autoptr (SoleusPath) self = g_new0 (SoleusPath, 1);

  self->elements = g_array_new (FALSE, FALSE, sizeof (cairo_path_data_t));
  self->pieces = g_array_new (FALSE, FALSE, sizeof (Piece));

  if (!read_elements (self, text))
    return NULL;

  flatten (self);
  return g_steal_pointer (&self);
}

/**
 * soleus_path_free:
 * @self: an outline
 */
void
soleus_path_free (SoleusPath *self)
{
  g_clear_pointer (&self->elements, g_array_unref);
  g_clear_pointer (&self->pieces, g_array_unref);
  g_free (self);
}

/**
 * soleus_path_append:
 * @self: an outline
 * @cr: where it becomes part of the current path
 */
void
soleus_path_append (const SoleusPath *self,
                    cairo_t          *cr)
{
  cairo_path_t path = {
    .status = CAIRO_STATUS_SUCCESS,
    .data = (cairo_path_data_t *) (gpointer) self->elements->data,
    .num_data = (int) self->elements->len,
  };

  cairo_append_path (cr, &path);
}

/**
 * soleus_path_get_extents:
 * @self: an outline
 * @extents: (out): the smallest upright rectangle around it
 */
void
soleus_path_get_extents (const SoleusPath  *self,
                         cairo_rectangle_t *extents)
{
  *extents = self->extents;
}

/**
 * soleus_path_contains:
 * @self: an outline
 * @x: a point
 * @y: the same point
 *
 * Returns: whether the point is inside
 */
gboolean
soleus_path_contains (const SoleusPath *self,
                      double            x,
                      double            y)
{
  gboolean inside = FALSE;

  /* A ray to the right crosses the outline an odd number of times. */
  for (guint i = 0; i < self->pieces->len; i++)
    {
      const Piece *piece = &g_array_index (self->pieces, Piece, i);

      if ((piece->y0 > y) != (piece->y1 > y) &&
          x < piece->x0 + (y - piece->y0) * (piece->x1 - piece->x0) / (piece->y1 - piece->y0))
        inside = !inside;
    }

  return inside;
}

/**
 * soleus_path_get_distance:
 * @self: an outline
 * @x: a point
 * @y: the same point
 *
 * Returns: how far the point is from the line, whether inside or outside
 */
double
soleus_path_get_distance (const SoleusPath *self,
                          double            x,
                          double            y)
{
  double best = G_MAXDOUBLE;

  for (guint i = 0; i < self->pieces->len; i++)
    {
      const Piece *piece = &g_array_index (self->pieces, Piece, i);
      double dx = piece->x1 - piece->x0;
      double dy = piece->y1 - piece->y0;
      double squared = dx * dx + dy * dy;
      double along = squared > 0 ? ((x - piece->x0) * dx + (y - piece->y0) * dy) / squared : 0;

      along = CLAMP (along, 0, 1);
      best = MIN (best, hypot (x - piece->x0 - along * dx, y - piece->y0 - along * dy));
    }

  return best;
}
