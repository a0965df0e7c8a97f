/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Kept in the order in which the places were chosen; there are never many. */
#include "ui/widgets/soleus-sites.h"

/* The words come from short fixed lists, so they are interned. */
typedef struct
{
  const char *muscle;
  const char *side;
} Site;

struct _SoleusSites
{
  GObject parent_instance;

  GArray *sites; /* of Site */
};

G_DEFINE_FINAL_TYPE (SoleusSites, soleus_sites, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static int
find_site (SoleusSites *self,
           const char  *muscle,
           const char  *side)
{
  for (guint i = 0; i < self->sites->len; i++)
    {
      const Site *site = &g_array_index (self->sites, Site, i);

      if (g_strcmp0 (site->muscle, muscle) == 0 && g_strcmp0 (site->side, side) == 0)
        return (int) i;
    }

  return -1;
}

static void
soleus_sites_finalize (GObject *object)
{
  SoleusSites *self = SOLEUS_SITES (object);

  g_clear_pointer (&self->sites, g_array_unref);

  G_OBJECT_CLASS (soleus_sites_parent_class)->finalize (object);
}

static void
soleus_sites_class_init (SoleusSitesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = soleus_sites_finalize;

  /**
   * SoleusSites::changed:
   * @self: the set
   *
   * A place was added or taken out.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
soleus_sites_init (SoleusSites *self)
{
  self->sites = g_array_new (FALSE, FALSE, sizeof (Site));
}

/**
 * soleus_sites_new:
 *
 * Returns: (transfer full): an empty set
 */
SoleusSites *
soleus_sites_new (void)
{
  return g_object_new (SOLEUS_TYPE_SITES, NULL);
}

/**
 * soleus_sites_add:
 * @self: a set
 * @muscle: a muscle's word
 * @side: (nullable): "left", "right" or %NULL
 *
 * Returns: whether it was not there before
 */
gboolean
soleus_sites_add (SoleusSites *self,
                  const char  *muscle,
                  const char  *side)
{
  Site site = { g_intern_string (muscle), g_intern_string (side) };

  g_return_val_if_fail (SOLEUS_IS_SITES (self), FALSE);
  g_return_val_if_fail (muscle != NULL, FALSE);

  if (find_site (self, muscle, side) >= 0)
    return FALSE;

  g_array_append_val (self->sites, site);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
  return TRUE;
}

/**
 * soleus_sites_remove:
 * @self: a set
 * @muscle: a muscle's word
 * @side: (nullable): "left", "right" or %NULL
 *
 * Returns: whether it was there
 */
gboolean
soleus_sites_remove (SoleusSites *self,
                     const char  *muscle,
                     const char  *side)
{
  int found;

  g_return_val_if_fail (SOLEUS_IS_SITES (self), FALSE);

  found = find_site (self, muscle, side);
  if (found < 0)
    return FALSE;

  g_array_remove_index (self->sites, (guint) found);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
  return TRUE;
}

/**
 * soleus_sites_toggle:
 * @self: a set
 * @muscle: a muscle's word
 * @side: (nullable): "left", "right" or %NULL
 *
 * Returns: whether it is there now
 */
gboolean
soleus_sites_toggle (SoleusSites *self,
                     const char  *muscle,
                     const char  *side)
{
  if (soleus_sites_remove (self, muscle, side))
    return FALSE;

  return soleus_sites_add (self, muscle, side);
}

/**
 * soleus_sites_clear:
 * @self: a set
 *
 * Takes all places out.
 */
void
soleus_sites_clear (SoleusSites *self)
{
  g_return_if_fail (SOLEUS_IS_SITES (self));

  if (self->sites->len == 0)
    return;

  g_array_set_size (self->sites, 0);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/**
 * soleus_sites_contains:
 * @self: a set
 * @muscle: a muscle's word
 * @side: (nullable): "left", "right" or %NULL
 *
 * Returns: whether it is there
 */
gboolean
soleus_sites_contains (SoleusSites *self,
                       const char  *muscle,
                       const char  *side)
{
  g_return_val_if_fail (SOLEUS_IS_SITES (self), FALSE);

  return find_site (self, muscle, side) >= 0;
}

/**
 * soleus_sites_get_size:
 * @self: a set
 *
 * Returns: how many places it holds
 */
guint
soleus_sites_get_size (SoleusSites *self)
{
  g_return_val_if_fail (SOLEUS_IS_SITES (self), 0);

  return self->sites->len;
}

/**
 * soleus_sites_foreach:
 * @self: a set
 * @func: (scope call): called for each place, in the order in which they were added; it must not change the set
 * @data: handed to @func
 */
void
soleus_sites_foreach (SoleusSites    *self,
                      SoleusSitesFunc func,
                      gpointer        data)
{
  g_return_if_fail (SOLEUS_IS_SITES (self));

  for (guint i = 0; i < self->sites->len; i++)
    {
      const Site *site = &g_array_index (self->sites, Site, i);

      func (site->muscle, site->side, data);
    }
}
