/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can be asked of one guide. */
#include "guidance/soleus-guide-private.h"

/**
 * soleus_line_free:
 * @self: (transfer full) (nullable): a line
 */
void
soleus_line_free (SoleusLine *self)
{
  if (self == NULL)
    return;
  g_free (self->text);
  g_free (self->left_out);
  g_free (self);
}

/**
 * soleus_claim_free:
 * @self: (transfer full) (nullable): a claim
 */
void
soleus_claim_free (SoleusClaim *self)
{
  if (self == NULL)
    return;
  g_free (self->line.text);
  g_free (self->line.left_out);
  g_strfreev (self->sources);
  g_strfreev (self->facts);
  g_free (self->detail);
  g_free (self->differs);
  g_free (self);
}

/**
 * soleus_section_free:
 * @self: (transfer full) (nullable): a section
 */
void
soleus_section_free (SoleusSection *self)
{
  if (self == NULL)
    return;
  g_free (self->title);
  g_ptr_array_unref (self->claims);
  g_free (self);
}

/**
 * soleus_guide_new:
 *
 * Returns: (transfer full): a guide that says nothing yet
 */
SoleusGuide *
soleus_guide_new (void)
{
  SoleusGuide *self = g_new0 (SoleusGuide, 1);

  self->steps = g_ptr_array_new_with_free_func ((GDestroyNotify) soleus_line_free);
  self->care = g_ptr_array_new_with_free_func ((GDestroyNotify) soleus_line_free);
  self->sections = g_ptr_array_new_with_free_func ((GDestroyNotify) soleus_section_free);
  return self;
}

/**
 * soleus_guide_free:
 * @self: (transfer full) (nullable): a guide
 */
void
soleus_guide_free (SoleusGuide *self)
{
  if (self == NULL)
    return;
  g_free (self->id);
  g_free (self->group);
  g_free (self->title);
  g_free (self->summary);
  g_free (self->figure);
  g_strfreev (self->muscles);
  g_strfreev (self->words);
  g_free (self->instead);
  g_ptr_array_unref (self->steps);
  g_free (self->hold.text);
  g_strfreev (self->sources);
  g_strfreev (self->facts);
  g_ptr_array_unref (self->care);
  g_ptr_array_unref (self->sections);
  g_strfreev (self->see);
  g_free (self);
}

/**
 * soleus_guide_is_played:
 * @self: a guide
 *
 * Returns: whether it can be played: it has steps and a time or a number of moves
 */
gboolean
soleus_guide_is_played (const SoleusGuide *self)
{
  return self->steps->len > 0 && (self->hold.seconds > 0 || self->hold.moves > 0 || self->hold.minutes[0] > 0);
}

/**
 * soleus_guide_is_for:
 * @self: a guide
 * @muscle: a muscle in the words of the diary
 *
 * Returns: whether the guide is for it
 */
gboolean
soleus_guide_is_for (const SoleusGuide *self,
                     const char        *muscle)
{
  return self->muscles != NULL && g_strv_contains ((const char *const *) self->muscles, muscle);
}

/**
 * soleus_line_is_shown:
 * @self: a line
 * @limits: what holds for the person
 *
 * Returns: whether the line is shown to them
 */
gboolean
soleus_line_is_shown (const SoleusLine *self,
                      SoleusLimits      limits)
{
  return (self->left_out_when & limits) == 0 && (self->only_when == SOLEUS_LIMIT_NONE || (self->only_when & limits) != 0);
}

/**
 * soleus_line_is_left_out:
 * @self: a line
 * @limits: what holds for the person
 *
 * Returns: whether the person is told that it is left out for them
 */
gboolean
soleus_line_is_left_out (const SoleusLine *self,
                         SoleusLimits      limits)
{
  return (self->left_out_when & limits) != 0;
}
