/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every answer is kept at once, so that leaving, a crash or an empty battery loses nothing; the check is unfinished until the
 * person asks for the answer. An emergency is shown above the questions the moment it is marked, and the rest may be left.
 * "None of these" is never the default and has no key. */
#include "config.h"

#include "ui/warnings/soleus-check-page.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "app/soleus-check-draft.h"
#include "ui/compat/soleus-accessible.h"
#include "ui/episode/soleus-question.h"
#include "ui/warnings/soleus-check-question.h"
#include "ui/warnings/soleus-emergency-card.h"
#include "ui/widgets/soleus-flow.h"

#define COLUMN 620

struct _SoleusCheckPage
{
  GtkWidget parent_instance;

  SoleusContext *context;
  SoleusCheckDraft *draft;
  SoleusRecord *verdict; /* as it is kept, or NULL */

  GtkWidget *content;
  GtkWidget *scroller;
  GtkWidget *card; /* where the card of an emergency stands */
  GtkWidget *question;
  GtkWidget *list;
  GtkWidget *status;
  GtkWidget *see;
  GHashTable *questions; /* id -> SoleusCheckQuestion */
  GHashTable *groups;    /* id -> the box of a group */
  GHashTable *rows;      /* id -> the box of its rows */
  gboolean finished;
};

G_DEFINE_FINAL_TYPE (SoleusCheckPage, soleus_check_page, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_FINISHED,
  SIGNAL_CARD,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static SoleusWarnings *
get_warnings (SoleusCheckPage *self)
{
  return soleus_context_get_warnings (self->context);
}

static const SoleusGuidance *
get_guidance (SoleusCheckPage *self)
{
  return soleus_warnings_get_guidance (get_warnings (self));
}

/* The card above the questions */

static GtkWidget *
get_card (SoleusCheckPage *self)
{
  return gtk_widget_get_first_child (self->card);
}

static gboolean
scroll_up_cb (gpointer data)
{
  g_autoptr (SoleusCheckPage) self = data;

  if (self->scroller != NULL && get_card (self) != NULL)
    {
      gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)), 0);
      soleus_card_view_focus_heading (SOLEUS_CARD_VIEW (get_card (self)));
    }
  return G_SOURCE_REMOVE;
}

static gboolean
says_now (SoleusCheckPage *self)
{
  GHashTableIter iter;
  gpointer question;

  g_hash_table_iter_init (&iter, self->questions);
  while (g_hash_table_iter_next (&iter, NULL, &question))
    if (soleus_check_question_says_now (question))
      return TRUE;
  return FALSE;
}

/* A yes is an emergency at once, for the bar above every page. The card itself waits for "now", so that the page does not
 * jump away from the question when it was. */
static void
show_card (SoleusCheckPage     *self,
           const SoleusVerdict *verdict)
{
  g_autoptr (GPtrArray) cards = soleus_warnings_list_cards (get_warnings (self), verdict);
  SoleusCard *card = soleus_cards_find (cards, SOLEUS_LEVEL_EMERGENCY);
  gboolean was_shown = get_card (self) != NULL;

  if (was_shown)
    gtk_box_remove (GTK_BOX (self->card), get_card (self));
  if (card != NULL && self->verdict != NULL && says_now (self))
    gtk_box_append (GTK_BOX (self->card), soleus_emergency_card_new (self->context, card, self->verdict));
  gtk_widget_set_visible (self->card, get_card (self) != NULL);
  if (get_card (self) != NULL && !was_shown)
    g_idle_add (scroll_up_cb, g_object_ref (self));
  g_signal_emit (self, signals[SIGNAL_CARD], 0);
}

/* Questions */

static void refresh (SoleusCheckPage *self);

static void
answered_cb (SoleusCheckPage *self)
{
  g_autoptr (SoleusVerdict) verdict = soleus_warnings_judge (get_warnings (self), soleus_check_draft_get_record (self->draft));

  if (verdict != NULL)
    {
      soleus_warnings_keep_check (get_warnings (self), soleus_check_draft_get_record (self->draft), verdict, &self->verdict, FALSE);
      show_card (self, verdict);
    }
  refresh (self);
}

static void
none_clicked_cb (GtkWidget       *button,
                 SoleusCheckPage *self)
{
  const char *group = g_object_get_data (G_OBJECT (button), "soleus-group");

  soleus_check_draft_none_of (self->draft, group);
  answered_cb (self);
  gtk_widget_grab_focus (self->see);
}

static GtkWidget *
new_none_button (SoleusCheckPage *self,
                 const char      *group,
                 const char      *title)
{
  GtkWidget *button = gtk_button_new_with_label (_("None of these"));
  g_autofree char *name = title != NULL ? g_strdup_printf (_("%s: none of these"), title) : NULL;

  gtk_widget_add_css_class (button, "answer");
  if (name != NULL)
    soleus_accessible_set_name (GTK_ACCESSIBLE (button), name);
  g_object_set_data (G_OBJECT (button), "soleus-group", (gpointer) group);
  g_signal_connect (button, "clicked", G_CALLBACK (none_clicked_cb), self);
  return button;
}

static void
add_group (SoleusCheckPage           *self,
           const SoleusQuestionGroup *group,
           GtkWidget                 *after)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *rows = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  if (group->title != NULL)
    gtk_box_append (GTK_BOX (box), soleus_question_new_heading (group->title));
  gtk_widget_add_css_class (rows, "card");
  gtk_widget_add_css_class (rows, "rows");
  gtk_box_append (GTK_BOX (box), new_none_button (self, group->id, group->title));
  gtk_box_append (GTK_BOX (box), rows);
  gtk_box_insert_child_after (GTK_BOX (self->list), box, after);
  g_hash_table_insert (self->groups, (gpointer) group->id, box);
  g_hash_table_insert (self->rows, (gpointer) group->id, rows);
}

/* Rows stay where they are and keep the focus; those that do not matter any more are hidden. */
static void
show_rows (SoleusCheckPage           *self,
           const SoleusQuestionGroup *group)
{
  GtkWidget *rows = g_hash_table_lookup (self->rows, group->id);
  g_autoptr (GHashTable) wanted = g_hash_table_new (NULL, NULL);
  GtkWidget *last = NULL;

  for (guint i = 0; i < group->questions->len; i++)
    {
      const SoleusQuestion *question = g_ptr_array_index (group->questions, i);
      GtkWidget *row = g_hash_table_lookup (self->questions, question->id);

      if (row == NULL)
        {
          row = soleus_check_question_new (self->draft, get_guidance (self), question);
          g_signal_connect_swapped (row, "changed", G_CALLBACK (answered_cb), self);
          g_hash_table_insert (self->questions, (gpointer) question->id, row);
          gtk_box_insert_child_after (GTK_BOX (rows), row, last);
        }
      g_hash_table_add (wanted, row);
      soleus_check_question_refresh (SOLEUS_CHECK_QUESTION (row));
      last = row;
    }
  /* A row that stays is never hidden in between: it would lose the focus. */
  for (GtkWidget *row = gtk_widget_get_first_child (rows); row != NULL; row = gtk_widget_get_next_sibling (row))
    gtk_widget_set_visible (row, g_hash_table_contains (wanted, row));
}

static void
show_status (SoleusCheckPage *self)
{
  guint n = soleus_check_draft_count_eight (self->draft);
  /* Translators: of the eight emergency questions */
  g_autofree char *line = g_strdup_printf (_("%u of 8 answered."), n);

  gtk_label_set_text (GTK_LABEL (self->status), line);
}

static void
refresh (SoleusCheckPage *self)
{
  g_autoptr (GPtrArray) list = soleus_check_draft_list_groups (self->draft);
  g_autoptr (GHashTable) wanted = g_hash_table_new (NULL, NULL);
  GtkWidget *last = NULL;

  for (guint i = 0; i < list->len; i++)
    {
      const SoleusQuestionGroup *group = g_ptr_array_index (list, i);

      if (g_hash_table_lookup (self->groups, group->id) == NULL)
        add_group (self, group, last);
      show_rows (self, group);
      last = g_hash_table_lookup (self->groups, group->id);
      g_hash_table_add (wanted, last);
    }
  for (GtkWidget *box = gtk_widget_get_first_child (self->list); box != NULL; box = gtk_widget_get_next_sibling (box))
    gtk_widget_set_visible (box, g_hash_table_contains (wanted, box));
  show_status (self);
}

/* Leaving */

static void
see_clicked_cb (SoleusCheckPage *self)
{
  g_autoptr (SoleusVerdict) verdict = NULL;

  soleus_check_draft_finish (self->draft);
  verdict = soleus_warnings_judge (get_warnings (self), soleus_check_draft_get_record (self->draft));
  if (verdict == NULL)
    return;
  soleus_warnings_keep_check (get_warnings (self), soleus_check_draft_get_record (self->draft), verdict, &self->verdict, TRUE);
  self->finished = TRUE;
  g_signal_emit (self, signals[SIGNAL_FINISHED], 0, self->verdict);
}

static void
later_clicked_cb (SoleusCheckPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.back", NULL);
}

/* What was answered to the card elsewhere. After a mistake the answers go on in a check of their own. */
static void
warnings_changed_cb (SoleusCheckPage *self)
{
  g_autoptr (SoleusRecord) stored = NULL;
  g_autoptr (SoleusVerdict) verdict = NULL;

  if (self->verdict == NULL || self->finished)
    return;
  stored = soleus_diary_get (soleus_context_get_diary (self->context), soleus_record_get_uuid (self->verdict), NULL);
  if (stored == NULL || soleus_record_says_same (stored, self->verdict))
    return;
  if (g_strcmp0 (soleus_row_get_text (soleus_record_get_values (stored), "acknowledgement"), "mistake") == 0)
    {
      soleus_check_draft_renew (self->draft);
      g_clear_object (&self->verdict);
    }
  else
    g_set_object (&self->verdict, stored);
  verdict = soleus_warnings_judge (get_warnings (self), soleus_check_draft_get_record (self->draft));
  if (verdict != NULL)
    show_card (self, verdict);
  refresh (self);
}

static void
soleus_check_page_dispose (GObject *object)
{
  SoleusCheckPage *self = SOLEUS_CHECK_PAGE (object);

  g_clear_pointer (&self->content, gtk_widget_unparent);
  self->scroller = NULL;
  g_clear_pointer (&self->questions, g_hash_table_unref);
  g_clear_pointer (&self->groups, g_hash_table_unref);
  g_clear_pointer (&self->rows, g_hash_table_unref);
  g_clear_object (&self->verdict);
  g_clear_object (&self->draft);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (soleus_check_page_parent_class)->dispose (object);
}

/* First the question: a stray key must not answer anything. */
static gboolean
focus_cb (gpointer data)
{
  g_autoptr (SoleusCheckPage) self = data;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (root != NULL && self->content != NULL)
    gtk_root_set_focus (root, self->question);
  return G_SOURCE_REMOVE;
}

static void
soleus_check_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (soleus_check_page_parent_class)->map (widget);
  g_idle_add (focus_cb, g_object_ref (widget));
}

static void
soleus_check_page_unmap (GtkWidget *widget)
{
  SoleusCheckPage *self = SOLEUS_CHECK_PAGE (widget);

  if (!self->finished && !soleus_check_draft_is_empty (self->draft))
    gtk_widget_activate_action (widget, "win.say", "s", _("Check kept, not finished."));
  GTK_WIDGET_CLASS (soleus_check_page_parent_class)->unmap (widget);
}

static void
soleus_check_page_class_init (SoleusCheckPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = soleus_check_page_dispose;
  widget_class->map = soleus_check_page_map;
  widget_class->unmap = soleus_check_page_unmap;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);

  /**
   * SoleusCheckPage::finished:
   * @self: the page
   * @verdict: the verdict, as it is kept
   *
   * The person asked for the answer.
   */
  signals[SIGNAL_FINISHED] = g_signal_new ("finished", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, SOLEUS_TYPE_RECORD);

  /**
   * SoleusCheckPage::card:
   * @self: the page
   *
   * The card of an emergency came or went.
   */
  signals[SIGNAL_CARD] = g_signal_new ("card", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static GtkWidget *
new_bottom (SoleusCheckPage *self)
{
  GtkWidget *bottom = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget *buttons = soleus_flow_new (8);
  GtkWidget *later = gtk_button_new_with_label (_("Save for later"));
  GtkWidget *clamp = adw_clamp_new ();

  self->status = soleus_question_new_status ();
  gtk_widget_set_visible (self->status, TRUE);
  self->see = gtk_button_new_with_label (_("See the answer"));
  gtk_widget_add_css_class (self->see, "suggested-action");
  gtk_widget_add_css_class (self->see, "answer");
  gtk_widget_add_css_class (later, "answer");
  soleus_flow_set_homogeneous (SOLEUS_FLOW (buttons), TRUE);
  soleus_flow_append (SOLEUS_FLOW (buttons), later);
  soleus_flow_append (SOLEUS_FLOW (buttons), self->see);
  gtk_box_append (GTK_BOX (bottom), self->status);
  gtk_box_append (GTK_BOX (bottom), buttons);
  g_signal_connect_swapped (later, "clicked", G_CALLBACK (later_clicked_cb), self);
  g_signal_connect_swapped (self->see, "clicked", G_CALLBACK (see_clicked_cb), self);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), COLUMN);
  adw_clamp_set_tightening_threshold (ADW_CLAMP (clamp), COLUMN);
  adw_clamp_set_child (ADW_CLAMP (clamp), bottom);
  gtk_widget_add_css_class (clamp, "bottom-bar");
  return clamp;
}

static GtkWidget *
new_body (SoleusCheckPage *self)
{
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);

  self->card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_visible (self->card, FALSE);
  self->question = soleus_question_new_heading (soleus_guidance_get_text (get_guidance (self), "ask-eight"));
  gtk_widget_set_focusable (self->question, TRUE);
  gtk_widget_add_css_class (self->question, "question");
  self->list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);
  gtk_box_append (GTK_BOX (box), self->card);
  gtk_box_append (GTK_BOX (box), self->question);
  gtk_box_append (GTK_BOX (box), self->list);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), COLUMN);
  adw_clamp_set_tightening_threshold (ADW_CLAMP (clamp), COLUMN);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  gtk_widget_add_css_class (clamp, "page");
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), clamp);
  gtk_widget_set_vexpand (self->scroller, TRUE);
  return self->scroller;
}

static void
soleus_check_page_init (SoleusCheckPage *self)
{
  self->questions = g_hash_table_new (g_str_hash, g_str_equal);
  self->groups = g_hash_table_new (g_str_hash, g_str_equal);
  self->rows = g_hash_table_new (g_str_hash, g_str_equal);
}

/**
 * soleus_check_page_new:
 * @context: what the window shows
 *
 * Returns: (transfer floating): the page, with nothing answered
 */
GtkWidget *
soleus_check_page_new (SoleusContext *context)
{
  SoleusCheckPage *self = g_object_new (SOLEUS_TYPE_CHECK_PAGE, NULL);

  self->context = g_object_ref (context);
  self->draft = soleus_check_draft_new (soleus_context_get_diary (context), get_guidance (self), soleus_clock_get_now (soleus_context_get_clock (context)));
  self->content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_hexpand (self->content, TRUE);
  gtk_box_append (GTK_BOX (self->content), new_body (self));
  gtk_box_append (GTK_BOX (self->content), new_bottom (self));
  gtk_widget_set_parent (self->content, GTK_WIDGET (self));
  g_signal_connect_object (get_warnings (self), "changed", G_CALLBACK (warnings_changed_cb), self, G_CONNECT_SWAPPED);
  refresh (self);
  return GTK_WIDGET (self);
}

/**
 * soleus_check_page_has_emergency:
 * @self: a page
 *
 * Returns: whether it shows the card of an emergency
 */
gboolean
soleus_check_page_has_emergency (SoleusCheckPage *self)
{
  g_return_val_if_fail (SOLEUS_IS_CHECK_PAGE (self), FALSE);

  return get_card (self) != NULL;
}
