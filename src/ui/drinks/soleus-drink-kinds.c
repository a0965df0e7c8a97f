/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A function and not a class: it is a choice with the words of the diary. */
#include "config.h"

#include "ui/drinks/soleus-drink-kinds.h"

#include <glib/gi18n.h>

#include "app/soleus-words.h"
#include "ui/widgets/soleus-choice.h"

/**
 * soleus_drink_kinds_new:
 * @needed: whether one stays chosen once one is
 *
 * Returns: (transfer floating): a #SoleusChoice of all kinds of drink
 */
GtkWidget *
soleus_drink_kinds_new (gboolean needed)
{
  GtkWidget *choice = g_object_new (SOLEUS_TYPE_CHOICE, "label", _("Which drink"), "keeps-one", needed, NULL);

  for (guint i = 0; soleus_drink_kinds.words[i] != NULL; i++)
    soleus_choice_add (SOLEUS_CHOICE (choice), soleus_drink_kinds.words[i], soleus_words_word (&soleus_drink_kinds, soleus_drink_kinds.words[i]), NULL);
  return choice;
}
