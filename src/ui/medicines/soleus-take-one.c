/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Beyond a limit it asks, and never refuses: the person may have been told otherwise by a doctor. Before the last one it says so. */
#include "config.h"

#include "ui/medicines/soleus-take-one.h"

#include <glib/gi18n.h>

#include "app/soleus-medicine-words.h"
#include "ui/compat/soleus-ask.h"

typedef struct
{
  SoleusContext *context;
  char *medicine;
} Take;

static void
take_free (gpointer data)
{
  Take *self = data;

  g_object_unref (self->context);
  g_free (self->medicine);
  g_free (self);
}

static void
write_dose (SoleusContext        *context,
            const SoleusMedicine *medicine,
            const SoleusAsNeeded *state)
{
  SoleusTime now = soleus_clock_get_now (soleus_context_get_clock (context));
  g_autoptr (SoleusRecord) record = soleus_dose_take_as_needed (medicine, now);
  g_autofree char *title = soleus_medicine_words_title (medicine->record);
  g_autofree char *said = NULL;

  if (state->left == 1)
    said = g_strdup_printf (_("Saved: %s, taken. That was the last one for these 24 hours."), title);
  else
    said = g_strdup_printf (_("Saved: %s, taken."), title);
  soleus_keeper_save (soleus_context_get_keeper (context), record, said);
}

static void
asked_cb (const char *id,
          gpointer    data)
{
  const Take *self = data;
  g_autoptr (SoleusMedicineBook) book = NULL;
  const SoleusMedicine *medicine;
  const SoleusAsNeeded beyond = { .left = -1 };

  if (!g_str_equal (id, "take") || !soleus_context_is_open (self->context))
    return;
  book = soleus_medicine_book_new (soleus_context_get_diary (self->context), NULL);
  medicine = book != NULL ? soleus_medicine_book_find (book, self->medicine) : NULL;
  if (medicine != NULL)
    write_dose (self->context, medicine, &beyond);
}

/* "You set at most 4 in 24 hours and at least 4 hours apart. The next is from 16:20." */
static char *
say_beyond (const SoleusAsNeeded *state,
            SoleusTime            now)
{
  g_autofree char *next = soleus_medicine_words_limits (state, now);

  if (state->left == 0)
    return g_strdup_printf (ngettext ("You set at most %d in 24 hours. %s", "You set at most %d in 24 hours. %s", (gulong) state->taken), state->taken, next);
  return g_strdup_printf (_("You set a time between two doses. %s"), next);
}

/**
 * soleus_take_one:
 * @parent: what was pressed
 * @context: an open diary
 * @medicine: the identity of a medicine
 *
 * Records a dose as taken now. Where the person's own limits stand against it, asks first.
 */
void
soleus_take_one (GtkWidget     *parent,
                 SoleusContext *context,
                 const char    *medicine)
{
  const SoleusAskAnswer answers[] = { { "close", _("_Close"), FALSE }, { "take", _("_Take Anyway"), TRUE } };
  g_autoptr (SoleusMedicineBook) book = soleus_medicine_book_new (soleus_context_get_diary (context), NULL);
  const SoleusMedicine *found = book != NULL ? soleus_medicine_book_find (book, medicine) : NULL;
  SoleusAsNeeded state = { .may_take = TRUE, .left = -1 };
  g_autofree char *title = NULL, *words = NULL;
  Take *take;

  if (found == NULL)
    return;
  soleus_medicine_is_as_needed (found, soleus_medicine_book_get_now (book), &state);
  if (state.may_take)
    {
      write_dose (context, found, &state);
      return;
    }
  take = g_new0 (Take, 1);
  take->context = g_object_ref (context);
  take->medicine = g_strdup (medicine);
  title = soleus_medicine_words_title (found->record);
  words = say_beyond (&state, soleus_medicine_book_get_now (book));
  soleus_ask (parent, title, words, answers, G_N_ELEMENTS (answers), asked_cb, take, take_free);
}
