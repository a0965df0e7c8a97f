/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Read when it is first needed: the first frame of the window does not wait for it. */
#include "app/soleus-guidance.h"

/**
 * soleus_guidance_load:
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the guidance
 */
SoleusGuidance *
soleus_guidance_load (GError **error)
{
  g_autoptr (SoleusGuidance) self = g_new0 (SoleusGuidance, 1);

  self->rules = soleus_rules_load (error);
  if (self->rules == NULL)
    return NULL;
  self->medicines = soleus_medicines_load (error);
  if (self->medicines == NULL)
    return NULL;
  self->content = soleus_content_load (error);
  return self->content != NULL ? g_steal_pointer (&self) : NULL;
}

/**
 * soleus_guidance_free:
 * @self: (nullable) (transfer full): the guidance
 */
void
soleus_guidance_free (SoleusGuidance *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->rules, soleus_rules_free);
  g_clear_pointer (&self->medicines, soleus_medicines_free);
  g_clear_pointer (&self->content, soleus_content_free);
  g_free (self);
}

/**
 * soleus_guidance_get_text:
 * @self: the guidance
 * @id: the id of a text
 *
 * Returns: (transfer none): the text, translated; the id itself where there is no such text
 */
const char *
soleus_guidance_get_text (const SoleusGuidance *self,
                          const char           *id)
{
  const char *text = soleus_content_get_text (self->content, id);

  return text != NULL ? text : id;
}

/**
 * soleus_guidance_fill:
 * @self: the guidance
 * @id: the id of a text
 * @place: what stands for the words in it, such as "{signs}"
 * @words: the words
 *
 * Returns: (transfer full): the text with the words in it
 */
char *
soleus_guidance_fill (const SoleusGuidance *self,
                      const char           *id,
                      const char           *place,
                      const char           *words)
{
  g_auto (GStrv) parts = g_strsplit (soleus_guidance_get_text (self, id), place, 2);

  return g_strjoinv (words, parts);
}
