/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Each part is read when it is first asked for. A person's own exercises are files in a folder beside the diary, each with one
 * exercise and, if wanted, one figure; docs/figures.md has their format. */
#include "config.h"

#include "app/soleus-library.h"

#include <gio/gio.h>
#include <glib/gi18n.h>
#include <string.h>

#include "base/soleus-json.h"

#define OWN_FORMAT 1
#define MOST_OWN_BYTES (1024 * 1024)
#define MOST_OWN_FILES 200
#define OWN_SUFFIX ".json"

struct _SoleusLibrary
{
  const SoleusGuidance *guidance;
  char *own_folder;
  SoleusGuides *guides;
  SoleusGuideSearch *search;
  SoleusRelief *relief;
  GPtrArray *foods;
  SoleusFigures *figures;
  GHashTable *own_figures; /* id -> figure */
  GPtrArray *problems;
};

/**
 * soleus_library_new:
 * @guidance: texts and sources, which must live longer
 * @own_folder: (nullable): where a person's own exercises are
 *
 * Returns: (transfer full): a library of which nothing is read yet
 */
SoleusLibrary *
soleus_library_new (const SoleusGuidance *guidance,
                    const char           *own_folder)
{
  SoleusLibrary *self = g_new0 (SoleusLibrary, 1);

  self->guidance = guidance;
  self->own_folder = g_strdup (own_folder);
  self->own_figures = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) soleus_figure_free);
  self->problems = g_ptr_array_new_with_free_func (g_free);
  return self;
}

/**
 * soleus_library_free:
 * @self: (nullable) (transfer full): a library
 */
void
soleus_library_free (SoleusLibrary *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->search, soleus_guide_search_free);
  g_clear_pointer (&self->guides, soleus_guides_free);
  g_clear_pointer (&self->relief, soleus_relief_free);
  g_clear_pointer (&self->foods, g_ptr_array_unref);
  g_hash_table_unref (self->own_figures);
  g_clear_pointer (&self->figures, soleus_figures_free);
  g_ptr_array_unref (self->problems);
  g_free (self->own_folder);
  g_free (self);
}

static void
note_problem (SoleusLibrary *self,
              const char    *name,
              const GError  *error)
{
  g_ptr_array_add (self->problems, g_strdup_printf ("%s: %s", name, error->message));
}

/**
 * soleus_library_get_figures:
 * @self: a library
 *
 * Returns: (transfer none) (nullable): the figures, or %NULL where they cannot be read
 */
const SoleusFigures *
soleus_library_get_figures (SoleusLibrary *self)
{
  g_autoptr (GError) error = NULL;

  if (self->figures == NULL)
    {
      self->figures = soleus_figures_load (&error);
      if (self->figures == NULL)
        note_problem (self, "figures.json", error);
    }
  return self->figures;
}

/**
 * soleus_library_get_figure:
 * @self: a library
 * @id: (nullable): the id of a figure, or of a guide that a person added with one
 *
 * Returns: (transfer none) (nullable): the figure
 */
const SoleusFigure *
soleus_library_get_figure (SoleusLibrary *self,
                           const char    *id)
{
  const SoleusFigure *own;

  if (id == NULL || soleus_library_get_figures (self) == NULL)
    return NULL;
  own = g_hash_table_lookup (self->own_figures, id);
  return own != NULL ? own : soleus_figures_get (self->figures, id);
}

/**
 * soleus_library_get_fitting_figure:
 * @self: a library
 * @id: (nullable): the id of a figure
 * @limits: what holds for the person
 *
 * Late in pregnancy the person in the picture sits and lies as clinical guidance advises then.
 *
 * Returns: (transfer none) (nullable): the figure, or the one that fits the person better
 */
const SoleusFigure *
soleus_library_get_fitting_figure (SoleusLibrary *self,
                                   const char    *id,
                                   SoleusLimits   limits)
{
  static const char *const late_pregnancy[][2] = { { "A3", "A3-pregnant" }, { "A14", "A14-side" } };

  for (guint i = 0; i < G_N_ELEMENTS (late_pregnancy) && (limits & SOLEUS_LIMIT_LATE_PREGNANCY) != 0; i++)
    if (g_strcmp0 (id, late_pregnancy[i][0]) == 0)
      id = late_pregnancy[i][1];
  return soleus_library_get_figure (self, id);
}

/**
 * soleus_library_get_guide_figure:
 * @self: a library
 * @guide: a guide
 * @limits: what holds for the person
 *
 * Returns: (transfer none) (nullable): its figure
 */
const SoleusFigure *
soleus_library_get_guide_figure (SoleusLibrary     *self,
                                 const SoleusGuide *guide,
                                 SoleusLimits       limits)
{
  return soleus_library_get_fitting_figure (self, guide->is_own ? guide->id : guide->figure, limits);
}

/* One file of a person: {"format": 1, "exercise": {...}, "figure": {...}}. */
static const SoleusGuide *
read_own (SoleusLibrary *self,
          GBytes        *bytes,
          GError       **error)
{
  static const SoleusJsonLimits limits = { .max_bytes = MOST_OWN_BYTES };
  g_autoptr (JsonNode) node = soleus_json_parse (bytes, &limits, error);
  g_autoptr (SoleusFigure) figure = NULL;
  const SoleusGuide *guide;
  JsonObject *root;
  JsonNode *format;

  if (node == NULL)
    return NULL;
  root = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  format = root != NULL ? json_object_get_member (root, "format") : NULL;
  if (format == NULL || !JSON_NODE_HOLDS_VALUE (format) || json_node_get_value_type (format) != G_TYPE_INT64 || json_node_get_int (format) != OWN_FORMAT ||
      !json_object_has_member (root, "exercise"))
    {
      g_set_error_literal (error, SOLEUS_GUIDANCE_ERROR, SOLEUS_GUIDANCE_ERROR_VERSION, _("This is no exercise for Soleus: it needs “format”: 1 and “exercise”."));
      return NULL;
    }
  if (json_object_has_member (root, "figure") && soleus_library_get_figures (self) != NULL)
    {
      figure = soleus_figure_new_from_json (self->figures, json_object_get_member (root, "figure"), error);
      if (figure == NULL)
        return NULL;
    }
  guide = soleus_guides_add_own (self->guides, json_object_get_member (root, "exercise"), error);
  if (guide != NULL && figure != NULL)
    g_hash_table_insert (self->own_figures, g_strdup (guide->id), g_steal_pointer (&figure));
  return guide;
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static void
read_own_folder (SoleusLibrary *self)
{
  g_autoptr (GDir) folder = self->own_folder != NULL ? g_dir_open (self->own_folder, 0, NULL) : NULL;
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL && names->len < MOST_OWN_FILES)
    if (g_str_has_suffix (name, OWN_SUFFIX))
      g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);
  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *path = g_build_filename (self->own_folder, g_ptr_array_index (names, i), NULL);
      g_autoptr (GFile) file = g_file_new_for_path (path);
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = g_file_load_bytes (file, NULL, NULL, &error);

      if (bytes == NULL || read_own (self, bytes, &error) == NULL)
        note_problem (self, g_ptr_array_index (names, i), error);
    }
}

/**
 * soleus_library_get_guides:
 * @self: a library
 *
 * Returns: (transfer none): all guides, a person's own among them
 */
const SoleusGuides *
soleus_library_get_guides (SoleusLibrary *self)
{
  if (self->guides == NULL)
    {
      self->guides = soleus_guides_load (self->guidance->content);
      read_own_folder (self);
      soleus_guides_check (self->guides);
    }
  return self->guides;
}

/**
 * soleus_library_get_search:
 * @self: a library
 *
 * Returns: (transfer none): the search over all guides
 */
SoleusGuideSearch *
soleus_library_get_search (SoleusLibrary *self)
{
  if (self->search == NULL)
    self->search = soleus_guide_search_new (soleus_library_get_guides (self));
  return self->search;
}

/**
 * soleus_library_get_relief:
 * @self: a library
 *
 * Returns: (transfer none) (nullable): what helps while it cramps, or %NULL where it cannot be read
 */
const SoleusRelief *
soleus_library_get_relief (SoleusLibrary *self)
{
  g_autoptr (GError) error = NULL;

  if (self->relief == NULL)
    {
      self->relief = soleus_relief_load (&error);
      if (self->relief == NULL)
        note_problem (self, "now.json", error);
    }
  return self->relief;
}

/**
 * soleus_library_get_foods:
 * @self: a library
 *
 * Returns: (transfer none) (nullable) (element-type SoleusFood): the foods, or %NULL where they cannot be read
 */
GPtrArray *
soleus_library_get_foods (SoleusLibrary *self)
{
  g_autoptr (GError) error = NULL;

  if (self->foods == NULL)
    {
      self->foods = soleus_foods_load (&error);
      if (self->foods == NULL)
        note_problem (self, "foods.json", error);
    }
  return self->foods;
}

/**
 * soleus_library_get_problems:
 * @self: a library
 *
 * Returns: (transfer container) (element-type utf8): what could not be read so far, a line each
 */
GPtrArray *
soleus_library_get_problems (SoleusLibrary *self)
{
  GPtrArray *all = g_ptr_array_new ();

  for (guint i = 0; i < self->problems->len; i++)
    g_ptr_array_add (all, g_ptr_array_index (self->problems, i));
  for (guint i = 0; self->guides != NULL && i < soleus_guides_get_problems (self->guides)->len; i++)
    g_ptr_array_add (all, g_ptr_array_index (soleus_guides_get_problems (self->guides), i));
  return all;
}

/**
 * soleus_library_add_own:
 * @self: a library with a folder for own exercises
 * @path: a file that a person chose
 * @error: return location
 *
 * Checks the exercise in the file, and copies the file into the folder beside the diary.
 *
 * Returns: (transfer none) (nullable): the exercise, or %NULL with an error that names what is wrong with it
 */
const SoleusGuide *
soleus_library_add_own (SoleusLibrary *self,
                        const char    *path,
                        GError       **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GBytes) bytes = g_file_load_bytes (file, NULL, NULL, error);
  g_autofree char *name = NULL, *copy = NULL;
  const SoleusGuide *guide;

  if (bytes == NULL)
    return NULL;
  soleus_library_get_guides (self);
  guide = read_own (self, bytes, error);
  if (guide == NULL)
    return NULL;
  name = g_strconcat (guide->id + strlen ("own-"), OWN_SUFFIX, NULL);
  copy = g_build_filename (self->own_folder, name, NULL);
  if (g_mkdir_with_parents (self->own_folder, 0700) != 0 ||
      !g_file_set_contents_full (copy, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0600, error))
    {
      if (error != NULL && *error == NULL)
        g_set_error_literal (error, G_FILE_ERROR, G_FILE_ERROR_FAILED, _("The folder for exercises could not be made."));
      return NULL;
    }
  soleus_guides_check (self->guides);
  g_clear_pointer (&self->search, soleus_guide_search_free);
  return guide;
}
