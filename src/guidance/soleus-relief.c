/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads now.json as a whole or not at all: half a plan would leave somebody alone with a cramp. Basis of the steps and their
 * order: section 4 of the clinical notes (cards A1 to A9; sitting before standing is our own choice, after Elite Vein Clinic on falls). */
#include "config.h"

#include "guidance/soleus-relief.h"

#include <gio/gio.h>
#include <glib/gi18n.h>

#include "base/soleus-json.h"
#include "guidance/soleus-guidance-resources.h"
#include "guidance/soleus-guide-private.h"

#define VERSION 1
#define OTHER "other"

typedef struct
{
  char *id;
  char **muscles;
  GPtrArray *steps;
} Plan;

struct _SoleusRelief
{
  GPtrArray *plans;
  char **bedtime;
};

static void
step_free (gpointer data)
{
  SoleusReliefStep *step = data;

  g_free (step->card);
  g_free (step->figure);
  g_free (step->line.text);
  g_free (step->line.left_out);
  g_free (step->more);
  g_free (step);
}

static void
plan_free (gpointer data)
{
  Plan *plan = data;

  g_free (plan->id);
  g_strfreev (plan->muscles);
  g_ptr_array_unref (plan->steps);
  g_free (plan);
}

static gboolean
read_text (const SoleusPlace *parent,
           const char        *key,
           const char        *context,
           char             **text,
           GError           **error)
{
  SoleusPlace place = soleus_place_get_member (parent, key);
  const char *found = NULL;

  if (!soleus_place_read_text (&place, &found, error))
    return FALSE;
  *text = g_strdup (context != NULL ? g_dpgettext2 (GETTEXT_PACKAGE, context, found) : found);
  return TRUE;
}

static gboolean
read_step (const SoleusPlace *place,
           SoleusReliefStep  *step,
           GError           **error)
{
  static const char *const needed[] = { "card", "figure", "text", "more", NULL };
  static const char *const optional[] = { "standing", "left_out_when", "left_out", "only_when", NULL };
  SoleusPlace standing;

  if (!soleus_place_check_object (place, needed, optional, error) || !read_text (place, "card", NULL, &step->card, error) ||
      !read_text (place, "figure", NULL, &step->figure, error) || !read_text (place, "more", "now", &step->more, error) ||
      !soleus_line_read (place, "now", &step->line, error))
    return FALSE;
  standing = soleus_place_get_member (place, "standing");
  return standing.node == NULL || soleus_place_read_boolean (&standing, &step->standing, error);
}

static gboolean
read_plan (const SoleusPlace *place,
           Plan              *plan,
           GError           **error)
{
  static const char *const needed[] = { "id", "muscles", "steps", NULL };
  SoleusPlace muscles, steps;
  guint length = 0;

  plan->steps = g_ptr_array_new_with_free_func (step_free);
  if (!soleus_place_check_object (place, needed, NULL, error) || !read_text (place, "id", NULL, &plan->id, error))
    return FALSE;
  muscles = soleus_place_get_member (place, "muscles");
  steps = soleus_place_get_member (place, "steps");
  plan->muscles = soleus_place_read_ids (&muscles, error);
  if (plan->muscles == NULL || !soleus_place_read_list (&steps, &length, error))
    return FALSE;
  if (length == 0 || length > 100)
    return soleus_place_fail (&steps, error, SOLEUS_GUIDANCE_ERROR_VALUE, _("is empty or too long"));
  for (guint i = 0; i < length; i++)
    {
      SoleusPlace element = soleus_place_get_element (&steps, i);
      SoleusReliefStep *step = g_new0 (SoleusReliefStep, 1);

      g_ptr_array_add (plan->steps, step);
      if (!read_step (&element, step, error))
        return FALSE;
    }
  return TRUE;
}

static Plan *
find_plan (const SoleusRelief *self,
           const char         *id)
{
  for (guint i = 0; i < self->plans->len; i++)
    if (g_strcmp0 (((Plan *) g_ptr_array_index (self->plans, i))->id, id) == 0)
      return g_ptr_array_index (self->plans, i);
  return NULL;
}

static gboolean
read_document (SoleusRelief *self,
               JsonNode     *node,
               GError      **error)
{
  static const char *const needed[] = { "version", "bedtime", "plans", NULL };
  SoleusPlace root = { NULL, NULL, 0, node }, version, bedtime, plans;
  guint length = 0;

  if (!soleus_place_check_object (&root, needed, NULL, error))
    return FALSE;
  version = soleus_place_get_member (&root, "version");
  bedtime = soleus_place_get_member (&root, "bedtime");
  plans = soleus_place_get_member (&root, "plans");
  if (!soleus_place_check_version (&version, VERSION, error) || !soleus_place_read_list (&plans, &length, error))
    return FALSE;
  self->bedtime = soleus_place_read_ids (&bedtime, error);
  if (self->bedtime == NULL)
    return FALSE;
  for (guint i = 0; i < length; i++)
    {
      SoleusPlace element = soleus_place_get_element (&plans, i);
      Plan *plan = g_new0 (Plan, 1);

      g_ptr_array_add (self->plans, plan);
      if (!read_plan (&element, plan, error))
        return FALSE;
    }
  if (find_plan (self, OTHER) == NULL)
    return soleus_place_fail (&plans, error, SOLEUS_GUIDANCE_ERROR_MISSING, _("has no plan for other muscles"));
  return TRUE;
}

/**
 * soleus_relief_new:
 * @bytes: now.json
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the steps, or %NULL with an error that names the place
 */
SoleusRelief *
soleus_relief_new (GBytes  *bytes,
                   GError **error)
{
  g_autoptr (SoleusRelief) self = g_new0 (SoleusRelief, 1);
  g_autoptr (JsonNode) node = soleus_json_parse (bytes, NULL, error);

  self->plans = g_ptr_array_new_with_free_func (plan_free);
  return node != NULL && read_document (self, node, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * soleus_relief_load:
 * @error: return location
 *
 * Reads the steps that this program brings.
 *
 * Returns: (transfer full) (nullable): the steps
 */
SoleusRelief *
soleus_relief_load (GError **error)
{
  g_autoptr (GBytes) bytes = g_resource_lookup_data (soleus_guidance_get_resource (), "/io/github/soleus_diary/Soleus/guidance/now.json", G_RESOURCE_LOOKUP_FLAGS_NONE, error);

  return bytes != NULL ? soleus_relief_new (bytes, error) : NULL;
}

/**
 * soleus_relief_free:
 * @self: (nullable) (transfer full): steps
 */
void
soleus_relief_free (SoleusRelief *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->plans);
  g_strfreev (self->bedtime);
  g_free (self);
}

/**
 * soleus_relief_get_steps:
 * @self: steps
 * @muscle: (nullable): a muscle in the words of the diary
 *
 * Returns: (transfer none) (element-type SoleusReliefStep): what helps there, in order; for a muscle that has no plan, what
 *   helps anywhere
 */
GPtrArray *
soleus_relief_get_steps (const SoleusRelief *self,
                         const char         *muscle)
{
  for (guint i = 0; muscle != NULL && i < self->plans->len; i++)
    {
      const Plan *plan = g_ptr_array_index (self->plans, i);

      if (g_strv_contains ((const char *const *) plan->muscles, muscle))
        return plan->steps;
    }
  return find_plan (self, OTHER)->steps;
}

/**
 * soleus_relief_get_bedtime:
 * @self: steps
 *
 * Returns: (transfer none) (array zero-terminated=1): the ids of the stretches of the bedtime routine
 */
const char *const *
soleus_relief_get_bedtime (const SoleusRelief *self)
{
  return (const char *const *) self->bedtime;
}
