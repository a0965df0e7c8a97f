/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Built anew when the warnings change, and then only if they look different, so that the focus stays where it is. */
#include "config.h"

#include "ui/warnings/soleus-warnings-box.h"

#include <glib/gi18n.h>

#include "model/soleus-vocabulary.h"
#include "ui/compat/soleus-accessible.h"
#include "ui/warnings/soleus-emergency-card.h"
#include "ui/widgets/soleus-action-row.h"

struct _SoleusWarningsBox
{
  GtkBox parent_instance;

  SoleusContext *context;
  char *shown; /* what is built, in a word */
  gboolean has_emergency;
};

G_DEFINE_FINAL_TYPE (SoleusWarningsBox, soleus_warnings_box, GTK_TYPE_BOX)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static SoleusWarnings *
get_warnings (SoleusWarningsBox *self)
{
  return soleus_context_get_warnings (self->context);
}

static void
answer_cb (GtkWidget         *button,
           SoleusWarningsBox *self)
{
  const char *answer = g_object_get_data (G_OBJECT (button), "soleus-answer");
  SoleusLevel level = (SoleusLevel) GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "soleus-level"));

  soleus_warnings_answer_prompt (get_warnings (self), level, answer);
}

static void
add_answer (SoleusWarningsBox *self,
            GtkWidget         *row,
            const char        *label,
            const char        *answer,
            SoleusLevel        level)
{
  g_autofree char *name = g_strdup_printf ("%s: %s", soleus_level_get_name (level), label);
  GtkWidget *button = soleus_action_row_add_button (SOLEUS_ACTION_ROW (row), label, name);

  g_object_set_data (G_OBJECT (button), "soleus-answer", (gpointer) answer);
  g_object_set_data (G_OBJECT (button), "soleus-level", GINT_TO_POINTER (level));
  g_signal_connect (button, "clicked", G_CALLBACK (answer_cb), self);
}

static void
add_open (GtkWidget  *row,
          SoleusLevel level)
{
  g_autofree char *name = g_strdup_printf (_("Open the card: %s"), soleus_level_get_name (level));
  GtkWidget *button = soleus_action_row_add_button (SOLEUS_ACTION_ROW (row), _("Open"), name);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.verdict");
}

static GtkWidget *
new_row (SoleusLevel level,
         const char *title,
         const char *subtitle)
{
  GtkWidget *row = soleus_action_row_new (title, subtitle);
  GtkWidget *icon = gtk_image_new_from_icon_name (soleus_level_get_icon (level));

  gtk_image_set_pixel_size (GTK_IMAGE (icon), 32);
  gtk_widget_add_css_class (icon, "level-icon");
  gtk_widget_add_css_class (icon, soleus_levels.words[level]);
  soleus_action_row_set_prefix (SOLEUS_ACTION_ROW (row), icon);
  gtk_widget_add_css_class (row, "card");
  gtk_widget_add_css_class (row, "warning-row");
  return row;
}

static void
add_level (SoleusWarningsBox *self,
           GPtrArray         *cards,
           SoleusLevel        level)
{
  SoleusCard *card = soleus_cards_find (cards, level);
  SoleusPrompt prompt = soleus_warnings_get_prompt (get_warnings (self), level);
  g_autofree char *what = card != NULL ? soleus_cards_describe (card) : NULL;
  g_autofree char *title = card != NULL ? g_strdup_printf ("%s: %s", card->word, card->head) : NULL;
  GtkWidget *row;

  if (card == NULL || (level < SOLEUS_LEVEL_TODAY && prompt == SOLEUS_PROMPT_MUTED))
    return;
  if (prompt == SOLEUS_PROMPT_SEEN_SOMEONE)
    {
      row = new_row (level, soleus_guidance_get_text (soleus_warnings_get_guidance (get_warnings (self)), "card-appointment-seen"), what);
      add_answer (self, row, _("Yes"), "seen", level);
      add_answer (self, row, _("Not yet"), "not-yet", level);
      add_answer (self, row, _("It has stopped"), "stopped", level);
    }
  else
    {
      gboolean answered = level == SOLEUS_LEVEL_TODAY && soleus_warnings_today_is_answered (get_warnings (self));

      row = new_row (level, answered ? _("You marked that you called.") : title, what);
      add_open (row, level);
      if (level == SOLEUS_LEVEL_APPOINTMENT)
        add_answer (self, row, _("I have booked"), "booked", level);
      if (level < SOLEUS_LEVEL_TODAY)
        add_answer (self, row, _("Not now"), "not-now", level);
    }
  gtk_box_append (GTK_BOX (self), row);
}

static void
decline_clicked_cb (SoleusWarningsBox *self)
{
  soleus_warnings_decline_offer (get_warnings (self));
}

static void
add_offer (SoleusWarningsBox *self,
           SoleusOffer        offer)
{
  GtkWidget *row = soleus_action_row_new (offer == SOLEUS_OFFER_SORE ? _("Is the calf still sore? Check warning signs again.") : _("Check warning signs. It takes a minute."), NULL);
  GtkWidget *button = soleus_action_row_add_button (SOLEUS_ACTION_ROW (row), _("Start"), _("Start the warning check"));

  gtk_widget_add_css_class (button, "suggested-action");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.check");
  button = soleus_action_row_add_button (SOLEUS_ACTION_ROW (row), _("Not now"), _("No warning check now"));
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (decline_clicked_cb), self);
  gtk_widget_add_css_class (row, "card");
  gtk_widget_add_css_class (row, "warning-row");
  gtk_box_append (GTK_BOX (self), row);
}

static void
add_emergency (SoleusWarningsBox *self,
               SoleusRecord      *record)
{
  g_autoptr (SoleusVerdict) verdict = soleus_warnings_read (get_warnings (self), record);
  g_autoptr (GPtrArray) cards = soleus_warnings_list_cards (get_warnings (self), verdict);
  SoleusCard *card = soleus_cards_find (cards, SOLEUS_LEVEL_EMERGENCY);

  if (card == NULL)
    return;
  gtk_box_append (GTK_BOX (self), soleus_emergency_card_new (self->context, card, record));
  self->has_emergency = TRUE;
}

/* All that decides what is built. */
static char *
dup_state (SoleusWarningsBox *self)
{
  SoleusWarnings *warnings = get_warnings (self);
  const SoleusVerdict *verdict = soleus_warnings_get_verdict (warnings);
  SoleusRecord *emergency = soleus_warnings_get_emergency (warnings);
  g_autoptr (GString) state = g_string_new (NULL);

  if (verdict == NULL)
    return g_strdup ("");
  if (emergency != NULL)
    g_string_append_printf (state, "%s.%d.%d", soleus_record_get_uuid (emergency), soleus_record_get_life (emergency)->revision, (int) soleus_row_get_n_rows (soleus_record_get_values (emergency), "findings"));
  for (int level = SOLEUS_LEVEL_PHARMACIST; level <= SOLEUS_LEVEL_TODAY; level++)
    g_string_append_printf (state, ";%d", soleus_warnings_get_prompt (warnings, (SoleusLevel) level));
  for (guint i = 0; i < verdict->findings->len; i++)
    g_string_append_printf (state, ";%s.%d", ((SoleusFinding *) g_ptr_array_index (verdict->findings, i))->rule->id, ((SoleusFinding *) g_ptr_array_index (verdict->findings, i))->level);
  g_string_append_printf (state, ";%d;%d", soleus_warnings_get_offer (warnings), soleus_warnings_today_is_answered (warnings));
  return g_string_free (g_steal_pointer (&state), FALSE);
}

static void
update (SoleusWarningsBox *self)
{
  SoleusWarnings *warnings = get_warnings (self);
  const SoleusVerdict *verdict = soleus_warnings_get_verdict (warnings);
  g_autofree char *state = dup_state (self);
  g_autoptr (GPtrArray) cards = NULL;
  GtkWidget *child;

  if (verdict == NULL || g_strcmp0 (state, self->shown) == 0)
    return;
  g_free (self->shown);
  self->shown = g_steal_pointer (&state);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_box_remove (GTK_BOX (self), child);
  self->has_emergency = FALSE;
  if (soleus_warnings_get_emergency (warnings) != NULL)
    add_emergency (self, soleus_warnings_get_emergency (warnings));
  else
    {
      cards = soleus_warnings_list_cards (warnings, verdict);
      for (int level = SOLEUS_LEVEL_TODAY; level >= SOLEUS_LEVEL_PHARMACIST; level--)
        add_level (self, cards, (SoleusLevel) level);
      if (soleus_warnings_get_offer (warnings) != SOLEUS_OFFER_NONE)
        add_offer (self, soleus_warnings_get_offer (warnings));
    }
  gtk_widget_set_visible (GTK_WIDGET (self), gtk_widget_get_first_child (GTK_WIDGET (self)) != NULL);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
soleus_warnings_box_dispose (GObject *object)
{
  g_clear_object (&SOLEUS_WARNINGS_BOX (object)->context);

  G_OBJECT_CLASS (soleus_warnings_box_parent_class)->dispose (object);
}

static void
soleus_warnings_box_finalize (GObject *object)
{
  g_free (SOLEUS_WARNINGS_BOX (object)->shown);

  G_OBJECT_CLASS (soleus_warnings_box_parent_class)->finalize (object);
}

static void
soleus_warnings_box_class_init (SoleusWarningsBoxClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = soleus_warnings_box_dispose;
  G_OBJECT_CLASS (klass)->finalize = soleus_warnings_box_finalize;

  /**
   * SoleusWarningsBox::changed:
   * @self: the box
   *
   * It shows something else.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
soleus_warnings_box_init (SoleusWarningsBox *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 12);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * soleus_warnings_box_new:
 * @context: what the window shows
 *
 * Returns: (transfer floating): the box, hidden as long as there is nothing to show
 */
GtkWidget *
soleus_warnings_box_new (SoleusContext *context)
{
  SoleusWarningsBox *self = g_object_new (SOLEUS_TYPE_WARNINGS_BOX, NULL);

  self->context = g_object_ref (context);
  g_signal_connect_object (get_warnings (self), "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}

/**
 * soleus_warnings_box_has_emergency:
 * @self: a box
 *
 * Returns: whether an open emergency is shown, beside which nothing else has a place
 */
gboolean
soleus_warnings_box_has_emergency (SoleusWarningsBox *self)
{
  g_return_val_if_fail (SOLEUS_IS_WARNINGS_BOX (self), FALSE);

  return self->has_emergency;
}
