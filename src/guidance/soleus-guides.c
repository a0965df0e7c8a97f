/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Each file is read by itself, and each guide in it: what is amiss with one takes nothing from the others. What a guide names
 * is looked up when all are there; a name of something that is not there is told, and taken out. */
#include "config.h"

#include "guidance/soleus-guides.h"

#include <gio/gio.h>
#include <glib/gi18n.h>

#include "base/soleus-json.h"
#include "guidance/soleus-guidance-resources.h"
#include "guidance/soleus-guide-private.h"

#define FOLDER "/io/github/soleus_diary/Soleus/guidance/guides/"
#define VERSION 1

/* A file of guides is read whole into memory; ours are below 200 kB. */
#define MOST_BYTES (4 * 1024 * 1024)
#define MOST_GUIDES 500

/* The group of what a person added. */
#define OWN_GROUP "own"

struct _SoleusGuides
{
  const SoleusContent *content;
  GPtrArray *groups;
  GPtrArray *all;      /* in the order of the groups */
  GHashTable *by_id;
  GPtrArray *problems; /* of char * */
};

/* The order in which groups stand; others come after them. */
static const char *const order[] = {
  "relief", "stretches", "remedies", "habits", "food", "about", "causes", "lookalikes", "pregnancy", "medicines", "doctor", OWN_GROUP, NULL
};

static void
group_free (gpointer data)
{
  SoleusGuideGroup *group = data;

  g_free (group->id);
  g_free (group->title);
  g_ptr_array_unref (group->guides);
  g_free (group);
}

static guint
get_rank (const char *group)
{
  guint i = 0;

  while (order[i] != NULL && !g_str_equal (order[i], group))
    i++;
  return i;
}

static SoleusGuideGroup *
get_group (SoleusGuides *self,
           const char   *id,
           const char   *title)
{
  SoleusGuideGroup *group;
  guint at = 0;

  for (guint i = 0; i < self->groups->len; i++)
    {
      group = g_ptr_array_index (self->groups, i);
      if (g_str_equal (group->id, id))
        return group;
      if (get_rank (group->id) <= get_rank (id))
        at = i + 1;
    }
  group = g_new0 (SoleusGuideGroup, 1);
  group->id = g_strdup (id);
  group->title = g_strdup (title);
  group->guides = g_ptr_array_new_with_free_func ((GDestroyNotify) soleus_guide_free);
  g_ptr_array_insert (self->groups, (int) at, group);
  return group;
}

static void
note_problem (SoleusGuides *self,
              const char   *name,
              const char   *what)
{
  g_ptr_array_add (self->problems, g_strdup_printf ("%s: %s", name, what));
}

/* Takes @guide, if no other one bears its id. */
static const SoleusGuide *
take_guide (SoleusGuides     *self,
            SoleusGuideGroup *group,
            SoleusGuide      *guide,
            GError          **error)
{
  if (g_hash_table_contains (self->by_id, guide->id))
    {
      g_set_error (error, SOLEUS_GUIDANCE_ERROR, SOLEUS_GUIDANCE_ERROR_DUPLICATE, _("%s: another guide has this id"), guide->id);
      soleus_guide_free (guide);
      return NULL;
    }
  guide->group = g_strdup (group->id);
  g_ptr_array_add (group->guides, guide);
  g_hash_table_insert (self->by_id, guide->id, guide);
  return guide;
}

/**
 * soleus_guides_new:
 * @content: the sources, which must live longer
 *
 * Returns: (transfer full): no guides yet
 */
SoleusGuides *
soleus_guides_new (const SoleusContent *content)
{
  SoleusGuides *self = g_new0 (SoleusGuides, 1);

  self->content = content;
  self->groups = g_ptr_array_new_with_free_func (group_free);
  self->all = g_ptr_array_new ();
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->problems = g_ptr_array_new_with_free_func (g_free);
  return self;
}

/**
 * soleus_guides_free:
 * @self: (nullable) (transfer full): guides
 */
void
soleus_guides_free (SoleusGuides *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->by_id);
  g_ptr_array_unref (self->all);
  g_ptr_array_unref (self->groups);
  g_ptr_array_unref (self->problems);
  g_free (self);
}

static gboolean
read_file (SoleusGuides *self,
           JsonNode     *node,
           const char   *name,
           GError      **error)
{
  static const char *const keys[] = { "version", "group", "title", "guides", NULL };
  SoleusPlace root = { NULL, NULL, 0, node }, version, id_place, title_place, guides;
  g_autofree char *context = NULL;
  const char *id = NULL, *title = NULL;
  SoleusGuideGroup *group;
  guint length = 0;

  if (!soleus_place_check_object (&root, keys, NULL, error))
    return FALSE;
  version = soleus_place_get_member (&root, "version");
  id_place = soleus_place_get_member (&root, "group");
  title_place = soleus_place_get_member (&root, "title");
  guides = soleus_place_get_member (&root, "guides");
  if (!soleus_place_check_version (&version, VERSION, error) || !soleus_place_read_text (&id_place, &id, error) ||
      !soleus_place_read_text (&title_place, &title, error) || !soleus_place_read_list (&guides, &length, error))
    return FALSE;
  if (length > MOST_GUIDES)
    return soleus_place_fail (&guides, error, SOLEUS_GUIDANCE_ERROR_VALUE, _("is too long"));

  context = g_strconcat ("guides-", id, NULL);
  group = get_group (self, id, g_dpgettext2 (GETTEXT_PACKAGE, context, title));
  for (guint i = 0; i < length; i++)
    {
      SoleusPlace place = soleus_place_get_element (&guides, i);
      g_autoptr (GError) problem = NULL;
      SoleusGuide *guide = soleus_guide_read (&place, FALSE, &problem);

      if (guide == NULL || take_guide (self, group, guide, &problem) == NULL)
        note_problem (self, name, problem->message);
    }
  return TRUE;
}

/**
 * soleus_guides_add:
 * @self: guides
 * @bytes: a file of guides
 * @name: what to call it where something is amiss
 *
 * Reads the guides of a file. What cannot be read is left out and noted, see soleus_guides_get_problems().
 */
void
soleus_guides_add (SoleusGuides *self,
                   GBytes       *bytes,
                   const char   *name)
{
  static const SoleusJsonLimits limits = { .max_bytes = MOST_BYTES };
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) node = soleus_json_parse (bytes, &limits, &error);

  if (node == NULL || !read_file (self, node, name, &error))
    note_problem (self, name, error->message);
}

/**
 * soleus_guides_add_own:
 * @self: guides
 * @node: a guide that a person added
 * @error: return location
 *
 * Its id is put behind "own-", so that it stands for no guide of ours.
 *
 * Returns: (transfer none) (nullable): the guide, or %NULL with an error that names the place
 */
const SoleusGuide *
soleus_guides_add_own (SoleusGuides *self,
                       JsonNode     *node,
                       GError      **error)
{
  SoleusPlace root = { NULL, NULL, 0, node };
  SoleusGuide *guide = soleus_guide_read (&root, TRUE, error);
  char *id;

  if (guide == NULL)
    return NULL;
  id = g_strconcat ("own-", guide->id, NULL);
  g_free (guide->id);
  guide->id = id;
  return take_guide (self, get_group (self, OWN_GROUP, _("Your own exercises")), guide, error);
}

/* Takes out of a list of ids what ID is none of. */
static void
keep_known (SoleusGuides      *self,
            const SoleusGuide *guide,
            char             **ids,
            gboolean (*is_known) (SoleusGuides *, const char *))
{
  guint kept = 0;

  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    if (is_known (self, ids[i]))
      ids[kept++] = ids[i];
    else
      {
        g_autofree char *what = g_strdup_printf (_("there is no %s"), ids[i]);

        note_problem (self, guide->id, what);
        g_free (ids[i]);
      }
  if (ids != NULL)
    ids[kept] = NULL;
}

static gboolean
is_guide (SoleusGuides *self,
          const char   *id)
{
  return g_hash_table_contains (self->by_id, id);
}

static gboolean
is_source (SoleusGuides *self,
           const char   *id)
{
  return g_str_equal (id, "own") || soleus_content_get_source (self->content, id) != NULL;
}

static void
check_guide (SoleusGuides *self,
             SoleusGuide  *guide)
{
  char *instead[] = { guide->instead, NULL };

  keep_known (self, guide, guide->see, is_guide);
  keep_known (self, guide, guide->sources, is_source);
  if (guide->instead != NULL)
    {
      keep_known (self, guide, instead, is_guide);
      guide->instead = instead[0];
    }
  for (guint i = 0; i < guide->sections->len; i++)
    {
      SoleusSection *section = g_ptr_array_index (guide->sections, i);

      for (guint k = 0; k < section->claims->len; k++)
        keep_known (self, guide, ((SoleusClaim *) g_ptr_array_index (section->claims, k))->sources, is_source);
    }
}

/* Nobody is led round in a circle from one guide that is left out to the next. */
static void
break_circle (SoleusGuides *self,
              SoleusGuide  *guide)
{
  const SoleusGuide *next = guide;

  for (guint i = 0; next != NULL && next->instead != NULL; i++)
    {
      next = soleus_guides_get (self, next->instead);
      if (next == guide || i > self->all->len)
        {
          note_problem (self, guide->id, _("leads back to itself"));
          g_clear_pointer (&guide->instead, g_free);
          return;
        }
    }
}

/**
 * soleus_guides_check:
 * @self: guides
 *
 * Looks up what the guides name, once all of them are there. What is not there is noted and taken out.
 */
void
soleus_guides_check (SoleusGuides *self)
{
  g_ptr_array_set_size (self->all, 0);
  for (guint i = 0; i < self->groups->len; i++)
    {
      SoleusGuideGroup *group = g_ptr_array_index (self->groups, i);

      for (guint k = 0; k < group->guides->len; k++)
        g_ptr_array_add (self->all, g_ptr_array_index (group->guides, k));
    }
  for (guint i = 0; i < self->all->len; i++)
    check_guide (self, g_ptr_array_index (self->all, i));
  for (guint i = 0; i < self->all->len; i++)
    break_circle (self, g_ptr_array_index (self->all, i));
}

/**
 * soleus_guides_load:
 * @content: the sources, which must live longer
 *
 * Reads the guides that this program brings. They are checked by soleus_guides_check(), after a person's own are added.
 *
 * Returns: (transfer full): the guides
 */
SoleusGuides *
soleus_guides_load (const SoleusContent *content)
{
  SoleusGuides *self = soleus_guides_new (content);
  GResource *resource = soleus_guidance_get_resource ();
  g_auto (GStrv) names = g_resource_enumerate_children (resource, FOLDER, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    {
      g_autofree char *path = g_strconcat (FOLDER, names[i], NULL);
      g_autoptr (GBytes) bytes = g_resource_lookup_data (resource, path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

      if (bytes != NULL)
        soleus_guides_add (self, bytes, names[i]);
    }
  return self;
}

/**
 * soleus_guides_get_groups:
 * @self: guides
 *
 * Returns: (transfer none) (element-type SoleusGuideGroup): the groups, in their order
 */
GPtrArray *
soleus_guides_get_groups (const SoleusGuides *self)
{
  return self->groups;
}

/**
 * soleus_guides_get_all:
 * @self: guides
 *
 * Returns: (transfer none) (element-type SoleusGuide): all guides, in the order of their groups
 */
GPtrArray *
soleus_guides_get_all (const SoleusGuides *self)
{
  return self->all;
}

/**
 * soleus_guides_get_problems:
 * @self: guides
 *
 * Returns: (transfer none) (element-type utf8): what could not be read, a line each; empty if all is well
 */
GPtrArray *
soleus_guides_get_problems (const SoleusGuides *self)
{
  return self->problems;
}

/**
 * soleus_guides_get:
 * @self: guides
 * @id: an id
 *
 * Returns: (transfer none) (nullable): the guide
 */
const SoleusGuide *
soleus_guides_get (const SoleusGuides *self,
                   const char         *id)
{
  return id != NULL ? g_hash_table_lookup (self->by_id, id) : NULL;
}

/**
 * soleus_guides_list_for_muscle:
 * @self: guides
 * @muscle: a muscle in the words of the diary
 *
 * Returns: (transfer container) (element-type SoleusGuide): the guides for it
 */
GPtrArray *
soleus_guides_list_for_muscle (const SoleusGuides *self,
                               const char         *muscle)
{
  GPtrArray *list = g_ptr_array_new ();

  for (guint i = 0; i < self->all->len; i++)
    if (soleus_guide_is_for (g_ptr_array_index (self->all, i), muscle))
      g_ptr_array_add (list, g_ptr_array_index (self->all, i));
  return list;
}
