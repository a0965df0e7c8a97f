/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cramps that were recorded are never thrown away by an answer alone: "no" on such a night is a question first, and
 * the answer that Escape gives leaves the night as it is. */
#include "config.h"

#include "ui/diary/soleus-night-answer-ask.h"

#include <glib/gi18n.h>

#include "app/soleus-night-answer.h"
#include "ui/compat/soleus-ask.h"

typedef struct
{
  SoleusContext *context;
  SoleusDate night;
  char *said;
} Answer;

static void
answer_free (gpointer data)
{
  Answer *self = data;

  g_object_unref (self->context);
  g_free (self->said);
  g_free (self);
}

static void
write_answer (SoleusContext *context,
              SoleusDate     night,
              const char    *said,
              gboolean       trash_episodes)
{
  SoleusKeeper *keeper = soleus_context_get_keeper (context);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) edits = soleus_night_answer_edits (soleus_context_get_diary (context), night, said, trash_episodes, &error);
  g_autofree char *words = soleus_night_answer_words (night, said);

  if (edits == NULL)
    g_signal_emit_by_name (keeper, "failed", error);
  else
    soleus_keeper_write (keeper, edits, words, NULL, NULL);
}

static void
asked_cb (const char *id,
          gpointer    data)
{
  const Answer *self = data;

  if (g_str_equal (id, "trash"))
    write_answer (self->context, self->night, self->said, TRUE);
}

/**
 * soleus_night_answer:
 * @parent: a widget in the window that asks
 * @context: the context
 * @night: the date of its morning
 * @said: (nullable): a word of #soleus_sayings, or %NULL to take the answer back
 *
 * Saves the answer with its words for the toast. Where "no cramp" meets cramps of that night, asks first.
 */
void
soleus_night_answer (GtkWidget     *parent,
                     SoleusContext *context,
                     SoleusDate     night,
                     const char    *said)
{
  guint conflicts = soleus_night_answer_conflicts (soleus_context_get_diary (context), night, said);
  g_autofree char *question = NULL;
  const SoleusAskAnswer answers[] = {
    { "keep", _("_Keep cramps"), FALSE },
    { "trash", _("_Move to trash"), TRUE },
  };
  Answer *answer;

  if (conflicts == 0)
    {
      write_answer (context, night, said, FALSE);
      return;
    }

  answer = g_new0 (Answer, 1);
  answer->context = g_object_ref (context);
  answer->night = night;
  answer->said = g_strdup (said);
  question = g_strdup_printf (ngettext ("This night has %u cramp.", "This night has %u cramps.", conflicts), conflicts);
  soleus_ask (parent, question,
              ngettext ("Keep it and leave the night as it is, or move it to the trash and save no cramps?",
                        "Keep them and leave the night as it is, or move them to the trash and save no cramps?", conflicts),
              answers, G_N_ELEMENTS (answers), asked_cb, answer, answer_free);
}
