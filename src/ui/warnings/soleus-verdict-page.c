/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Highest level first, in full; below an open emergency the others are one line each, and nothing else is on the page. A
 * verdict of the diary is shown as it was given; without one the page shows the verdict as of now and follows it. */
#include "config.h"

#include "ui/warnings/soleus-verdict-page.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "app/soleus-reminder-answer.h"
#include "app/soleus-words.h"
#include "ui/warnings/soleus-emergency-card.h"

struct _SoleusVerdictPage
{
  GtkWidget parent_instance;

  SoleusContext *context;
  SoleusRecord *record; /* NULL for the verdict as of now */
  GtkWidget *scroller;
  GtkWidget *box;
  gboolean has_emergency;
};

G_DEFINE_FINAL_TYPE (SoleusVerdictPage, soleus_verdict_page, GTK_TYPE_WIDGET)

static void build (SoleusVerdictPage *self);
static void focus_later (SoleusVerdictPage *self);

static SoleusWarnings *
get_warnings (SoleusVerdictPage *self)
{
  return soleus_context_get_warnings (self->context);
}

static GtkWidget *
add_text (SoleusVerdictPage *self,
          const char        *text,
          const char        *style)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, NULL);

  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  gtk_box_append (GTK_BOX (self->box), label);
  return label;
}

static void
add_action (GtkWidget  *view,
            const char *label,
            const char *action)
{
  gtk_actionable_set_action_name (GTK_ACTIONABLE (soleus_card_view_add_button (SOLEUS_CARD_VIEW (view), label, NULL)), action);
}

static void
called_clicked_cb (SoleusVerdictPage *self)
{
  soleus_warnings_acknowledge_today (get_warnings (self));
}

/* It comes even where no other reminder is on: its program is woken for it. */
static void
remind_clicked_cb (SoleusVerdictPage *self)
{
  SoleusReminderLink *link;

  soleus_reminder_ask (soleus_context_get_diary (self->context), soleus_context_get_keeper (self->context));
  link = soleus_context_get_reminders (self->context);
  if (link != NULL)
    soleus_reminder_link_wake (link);
  build (self);
  focus_later (self);
}

static void
booked_clicked_cb (SoleusVerdictPage *self)
{
  soleus_warnings_answer_prompt (get_warnings (self), SOLEUS_LEVEL_APPOINTMENT, "booked");
  gtk_widget_activate_action (GTK_WIDGET (self), "win.back", NULL);
}

static void
not_now_clicked_cb (SoleusVerdictPage *self)
{
  soleus_warnings_answer_prompt (get_warnings (self), SOLEUS_LEVEL_APPOINTMENT, "not-now");
  gtk_widget_activate_action (GTK_WIDGET (self), "win.back", NULL);
}

/* Only a card that still holds can be answered. */
static gboolean
holds_now (SoleusVerdictPage *self,
           SoleusLevel        level)
{
  const SoleusVerdict *now = soleus_warnings_get_verdict (get_warnings (self));

  for (guint i = 0; now != NULL && i < now->findings->len; i++)
    if (((SoleusFinding *) g_ptr_array_index (now->findings, i))->level == level)
      return TRUE;
  return FALSE;
}

static void
add_remind_button (SoleusVerdictPage *self,
                   GtkWidget         *view)
{
  SoleusTime until;

  if (soleus_reminder_find_asked (soleus_context_get_diary (self->context), &until))
    {
      g_autofree char *time = soleus_words_time (until), *said = NULL;

      /* Translators: a time of day */
      said = g_strdup_printf (_("You will be reminded at %s."), time);
      soleus_card_view_add_status (SOLEUS_CARD_VIEW (view), said);
      return;
    }
  g_signal_connect_swapped (soleus_card_view_add_button (SOLEUS_CARD_VIEW (view), _("Remind me in 2 hours"), NULL), "clicked", G_CALLBACK (remind_clicked_cb), self);
}

static void
add_buttons (SoleusVerdictPage *self,
             GtkWidget         *view,
             SoleusLevel        level)
{
  GtkWidget *button;

  if (level == SOLEUS_LEVEL_INCOMPLETE)
    {
      add_action (view, _("Answer them"), "win.check");
      return;
    }
  if (level == SOLEUS_LEVEL_TODAY && holds_now (self, level))
    {
      if (soleus_warnings_today_is_answered (get_warnings (self)))
        soleus_card_view_add_status (SOLEUS_CARD_VIEW (view), _("You marked that you called."));
      else
        {
          button = soleus_card_view_add_button (SOLEUS_CARD_VIEW (view), _("I have called"), NULL);
          g_signal_connect_swapped (button, "clicked", G_CALLBACK (called_clicked_cb), self);
          add_remind_button (self, view);
        }
    }
  if (level == SOLEUS_LEVEL_APPOINTMENT && holds_now (self, level))
    {
      button = soleus_card_view_add_button (SOLEUS_CARD_VIEW (view), _("I have booked"), NULL);
      g_signal_connect_swapped (button, "clicked", G_CALLBACK (booked_clicked_cb), self);
      button = soleus_card_view_add_button (SOLEUS_CARD_VIEW (view), _("Not now"), NULL);
      g_signal_connect_swapped (button, "clicked", G_CALLBACK (not_now_clicked_cb), self);
    }
  if (level >= SOLEUS_LEVEL_APPOINTMENT)
    add_action (view, _("Show this to a clinician"), "win.clinic");
}

static void
add_card (SoleusVerdictPage *self,
          const SoleusCard  *card)
{
  SoleusRecord *record = self->record;
  GtkWidget *view;

  if (record == NULL)
    record = soleus_warnings_get_emergency (get_warnings (self));
  if (record == NULL)
    record = soleus_warnings_get_answered (get_warnings (self));
  if (card->level == SOLEUS_LEVEL_EMERGENCY && record != NULL)
    {
      view = soleus_emergency_card_new (self->context, card, record);
      self->has_emergency = TRUE;
    }
  else if (self->has_emergency && card->head != NULL)
    {
      g_autofree char *line = card->level == SOLEUS_LEVEL_INCOMPLETE ? g_strdup (card->head) : g_strdup_printf ("%s: %s", card->word, card->head);

      add_text (self, line, NULL);
      return;
    }
  else
    {
      view = soleus_card_view_new (card);
      add_buttons (self, view, card->level);
    }
  gtk_box_append (GTK_BOX (self->box), view);
}

static void
add_footer (SoleusVerdictPage   *self,
            const SoleusVerdict *verdict)
{
  g_autofree char *date = soleus_words_date_with_year (soleus_time_get_date (verdict->at));
  g_autofree char *time = soleus_words_time (verdict->at);
  /* Translators: a number, a date, a time: "Rules version 3, Tuesday 3 March 2026, 7:51." */
  g_autofree char *line = g_strdup_printf (_("Rules version %d, %s, %s."), verdict->rules_version, date, time);

  add_text (self, soleus_guidance_get_text (soleus_warnings_get_guidance (get_warnings (self)), "card-footer"), "dim-label");
  add_text (self, line, "dim-label");
}

static void
build (SoleusVerdictPage *self)
{
  g_autoptr (SoleusVerdict) verdict = self->record != NULL ? soleus_warnings_read (get_warnings (self), self->record) : soleus_warnings_judge (get_warnings (self), NULL);
  g_autoptr (GPtrArray) cards = NULL;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->box)) != NULL)
    gtk_box_remove (GTK_BOX (self->box), child);
  self->has_emergency = FALSE;
  if (verdict == NULL)
    return;
  cards = soleus_warnings_list_cards (get_warnings (self), verdict);
  for (guint i = 0; i < cards->len; i++)
    add_card (self, g_ptr_array_index (cards, i));
  add_footer (self, verdict);
}

static gboolean
focus_cb (gpointer data)
{
  g_autoptr (SoleusVerdictPage) self = data;
  GtkWidget *first = self->box != NULL ? gtk_widget_get_first_child (self->box) : NULL;

  if (SOLEUS_IS_CARD_VIEW (first) && gtk_widget_get_mapped (GTK_WIDGET (self)))
    soleus_card_view_focus_heading (SOLEUS_CARD_VIEW (first));
  return G_SOURCE_REMOVE;
}

static void
focus_later (SoleusVerdictPage *self)
{
  g_idle_add (focus_cb, g_object_ref (self));
}

/* What was answered on another page, or by pressing a button here. */
static void
warnings_changed_cb (SoleusVerdictPage *self)
{
  SoleusDiary *diary = soleus_context_get_diary (self->context);
  g_autoptr (SoleusRecord) stored = NULL;
  gboolean had_focus = gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL;

  if (self->record != NULL && diary != NULL)
    {
      stored = soleus_diary_get (diary, soleus_record_get_uuid (self->record), NULL);
      if (stored == NULL || soleus_record_says_same (stored, self->record))
        return;
      g_set_object (&self->record, stored);
    }
  build (self);
  if (had_focus)
    focus_later (self);
}

static void
soleus_verdict_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (soleus_verdict_page_parent_class)->map (widget);
  focus_later (SOLEUS_VERDICT_PAGE (widget));
}

static void
soleus_verdict_page_dispose (GObject *object)
{
  SoleusVerdictPage *self = SOLEUS_VERDICT_PAGE (object);

  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  self->box = NULL;
  g_clear_object (&self->record);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (soleus_verdict_page_parent_class)->dispose (object);
}

static void
soleus_verdict_page_class_init (SoleusVerdictPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = soleus_verdict_page_dispose;
  widget_class->map = soleus_verdict_page_map;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
soleus_verdict_page_init (SoleusVerdictPage *self)
{
  GtkWidget *clamp = adw_clamp_new ();

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 640);
  adw_clamp_set_tightening_threshold (ADW_CLAMP (clamp), 640);
  adw_clamp_set_child (ADW_CLAMP (clamp), self->box);
  gtk_widget_add_css_class (clamp, "page");
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), clamp);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
}

/**
 * soleus_verdict_page_new:
 * @context: what the window shows
 * @verdict: (nullable): a verdict of the diary, or %NULL for the one as of now
 *
 * Returns: (transfer floating): the page
 */
GtkWidget *
soleus_verdict_page_new (SoleusContext *context,
                         SoleusRecord  *verdict)
{
  SoleusVerdictPage *self = g_object_new (SOLEUS_TYPE_VERDICT_PAGE, NULL);

  self->context = g_object_ref (context);
  self->record = verdict != NULL ? g_object_ref (verdict) : NULL;
  g_signal_connect_object (get_warnings (self), "changed", G_CALLBACK (warnings_changed_cb), self, G_CONNECT_SWAPPED);
  build (self);
  return GTK_WIDGET (self);
}

/**
 * soleus_verdict_page_has_emergency:
 * @self: a page
 *
 * Returns: whether it shows the card of an emergency
 */
gboolean
soleus_verdict_page_has_emergency (SoleusVerdictPage *self)
{
  g_return_val_if_fail (SOLEUS_IS_VERDICT_PAGE (self), FALSE);

  return self->has_emergency;
}
