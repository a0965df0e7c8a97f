/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One column of cards: what is to be done about warning signs, which stands alone while it is an emergency; the welcome of the first start, a form that was left unsaved, the check-in, the cramps of the
 * night and the day. The question about last night stays until 18:00; after that the night is among those to fill in.
 * At noon and midnight the page follows the clock, but never while the person is in the card. */
#include "config.h"

#include "ui/today/soleus-today-page.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "app/soleus-words.h"
#include "ui/compat/soleus-accessible.h"
#include "ui/drinks/soleus-drinks-row.h"
#include "ui/food/soleus-food-row.h"
#include "ui/medicines/soleus-doses-list.h"
#include "ui/today/soleus-check-in.h"
#include "ui/today/soleus-fill-in-page.h"
#include "ui/today/soleus-habits-row.h"
#include "ui/today/soleus-stretch-row.h"
#include "ui/today/soleus-welcome-card.h"
#include "ui/episode/soleus-cramp-dialog.h"
#include "ui/warnings/soleus-card-view.h"
#include "ui/warnings/soleus-warnings-box.h"
#include "ui/widgets/soleus-action-row.h"

#define QUESTION_UNTIL (18 * 60)
#define TICK_SECONDS 20

struct _SoleusTodayPage
{
  GtkWidget parent_instance;

  SoleusContext *context;
  GtkWidget *scroller;
  GtkWidget *column;
  GtkWidget *warnings;
  GtkWidget *rest; /* what has no place beside an emergency */
  GtkWidget *draft;
  GtkWidget *welcome;
  GtkWidget *check_in_card;
  GtkWidget *check_in; /* the check-in in the card, or NULL */
  GtkWidget *fill_in;
  GtkWidget *cramps;
  GtkWidget *cramps_title;
  GtkWidget *books; /* what is logged through the day; empty until the first frame is there */
  GtkWidget *doses;
  GtkWidget *stretch;
  GtkWidget *habits;
  SoleusDate shown_day;
  gboolean shown_question;
  guint tick;
};

G_DEFINE_FINAL_TYPE (SoleusTodayPage, soleus_today_page, GTK_TYPE_WIDGET)

static void
empty_box (GtkWidget *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (box)) != NULL)
    gtk_box_remove (GTK_BOX (box), child);
}

static gboolean
asks_about_last_night (SoleusTodayPage *self)
{
  return soleus_time_get_minute (soleus_clock_get_now (soleus_context_get_clock (self->context))) < QUESTION_UNTIL;
}

static void
draft_open_clicked_cb (SoleusTodayPage *self)
{
  soleus_cramp_dialog_resume (GTK_WIDGET (self), self->context);
}

static void
draft_discard_clicked_cb (SoleusTodayPage *self)
{
  soleus_diary_save_draft (soleus_context_get_diary (self->context), "cramp", NULL, NULL);
  empty_box (self->draft);
  gtk_widget_set_visible (self->draft, FALSE);
}

static void
update_draft (SoleusTodayPage *self)
{
  g_autofree char *words = soleus_cramp_dialog_describe_draft (self->context);
  GtkWidget *row;

  empty_box (self->draft);
  gtk_widget_set_visible (self->draft, words != NULL);
  if (words == NULL)
    return;
  row = soleus_action_row_new (words, NULL);
  g_signal_connect_swapped (soleus_action_row_add_button (SOLEUS_ACTION_ROW (row), _("Open"), _("Open the unsaved cramp")), "clicked", G_CALLBACK (draft_open_clicked_cb), self);
  g_signal_connect_swapped (soleus_action_row_add_button (SOLEUS_ACTION_ROW (row), _("Discard"), _("Discard the unsaved cramp")), "clicked", G_CALLBACK (draft_discard_clicked_cb), self);
  gtk_box_append (GTK_BOX (self->draft), row);
}

static void
update_welcome (SoleusTodayPage *self)
{
  gboolean wanted = soleus_welcome_card_is_wanted (self->context);

  empty_box (self->welcome);
  gtk_widget_set_visible (self->welcome, wanted);
  if (wanted)
    gtk_box_append (GTK_BOX (self->welcome), soleus_welcome_card_new (self->context));
}

static void
update_fill_in (SoleusTodayPage *self)
{
  guint n = soleus_fill_in_count_open (self->context, self->shown_day - (self->shown_question ? 1 : 0));
  g_autofree char *label = NULL;

  /* A new diary has no gaps yet, only a past. */
  if (soleus_diary_get_first_night (soleus_context_get_diary (self->context)) == SOLEUS_DATE_NONE)
    label = g_strdup (_("Fill in earlier nights"));
  else
    label = g_strdup_printf (ngettext ("%u night not recorded. Fill it in", "%u nights not recorded. Fill them in", n), n);

  soleus_accessible_set_name (GTK_ACCESSIBLE (self->fill_in), label);
  gtk_label_set_text (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (self->fill_in))), label);
  gtk_widget_set_visible (self->fill_in, n > 0);
  gtk_widget_set_visible (self->check_in_card, n > 0 || self->check_in != NULL);
}

static void
add_cramp (SoleusTodayPage *self,
           SoleusRecord    *episode)
{
  g_autofree char *when = soleus_words_episode_when (episode);
  g_autofree char *what = soleus_words_summary (episode);
  GtkWidget *row = soleus_action_row_new (when, what);
  g_autofree char *name = g_strdup_printf (_("Open the cramp: %s, %s"), when, what);
  GtkWidget *button = soleus_action_row_add_button (SOLEUS_ACTION_ROW (row), _("Open"), name);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.edit-cramp");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", soleus_record_get_uuid (episode));
  gtk_box_append (GTK_BOX (self->cramps), row);
}

/* The cramps of last night, and of the day since. */
static void
update_cramps (SoleusTodayPage *self)
{
  g_autoptr (GPtrArray) episodes = soleus_diary_list (soleus_context_get_diary (self->context), SOLEUS_KIND_EPISODE, self->shown_day, self->shown_day + 1, NULL);
  gboolean any = episodes != NULL && episodes->len > 0;

  empty_box (self->cramps);
  for (guint i = 0; any && i < episodes->len; i++)
    add_cramp (self, g_ptr_array_index (episodes, i));
  gtk_widget_set_visible (self->cramps, any);
  gtk_widget_set_visible (self->cramps_title, any);
}

static void
update_stretch (SoleusTodayPage *self)
{
  if (self->stretch == NULL)
    return;
  empty_box (self->stretch);
  gtk_box_append (GTK_BOX (self->stretch), soleus_stretch_row_new (self->context));
}

/* Drinks, doses, stretches, food and what the day was like, in this order; in the evening the stretches come first. */
static void
order_books (SoleusTodayPage *self)
{
  gboolean evening = soleus_time_get_minute (soleus_clock_get_now (soleus_context_get_clock (self->context))) >= QUESTION_UNTIL;

  if (self->doses != NULL && gtk_widget_get_focus_child (self->books) == NULL)
    gtk_box_reorder_child_after (GTK_BOX (self->books), self->stretch, evening ? NULL : self->doses);
}

static void
update_habits (SoleusTodayPage *self)
{
  if (self->habits == NULL)
    return;
  empty_box (self->habits);
  gtk_box_append (GTK_BOX (self->habits), soleus_habits_row_new (self->context, self->shown_day));
}

static void
build_check_in (SoleusTodayPage *self)
{
  if (self->check_in != NULL)
    gtk_box_remove (GTK_BOX (self->check_in_card), self->check_in);
  self->check_in = NULL;
  self->shown_day = soleus_clock_get_today (soleus_context_get_clock (self->context));
  self->shown_question = asks_about_last_night (self);
  if (self->shown_question)
    {
      self->check_in = soleus_check_in_new (self->context, self->shown_day, SOLEUS_CHECK_IN_LAST_NIGHT);
      gtk_box_prepend (GTK_BOX (self->check_in_card), self->check_in);
    }
}

static gboolean
tick_cb (gpointer data)
{
  SoleusTodayPage *self = data;
  gboolean in_card = gtk_widget_get_focus_child (self->check_in_card) != NULL;
  gboolean moved = self->shown_day != soleus_clock_get_today (soleus_context_get_clock (self->context)) || self->shown_question != asks_about_last_night (self);

  if (moved && !in_card)
    {
      build_check_in (self);
      update_fill_in (self);
      update_cramps (self);
      update_stretch (self);
      update_habits (self);
    }
  order_books (self);
  return G_SOURCE_CONTINUE;
}

static void
diary_changed_cb (SoleusTodayPage *self,
                  guint            kinds)
{
  if ((kinds & (SOLEUS_KIND_MASK (SOLEUS_KIND_NIGHT) | SOLEUS_KIND_MASK (SOLEUS_KIND_EPISODE))) != 0)
    {
      update_fill_in (self);
      update_cramps (self);
      update_draft (self);
    }
  if ((kinds & (SOLEUS_KIND_MASK (SOLEUS_KIND_PROFILE) | SOLEUS_KIND_MASK (SOLEUS_KIND_REMINDER))) != 0)
    update_welcome (self);
  if ((kinds & SOLEUS_KIND_MASK (SOLEUS_KIND_STRETCH)) != 0)
    update_stretch (self);
}

static GtkWidget *
make_box (GtkWidget  *column,
          const char *style,
          const char *more_style)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, more_style != NULL ? 0 : 12);

  if (style != NULL)
    gtk_widget_add_css_class (box, style);
  if (more_style != NULL)
    gtk_widget_add_css_class (box, more_style);
  gtk_box_append (GTK_BOX (column), box);
  return box;
}

/* They stand below the question of the morning, and the first frame does not wait for them. */
static gboolean
books_cb (gpointer data)
{
  g_autoptr (SoleusTodayPage) self = data;
  GtkWidget *box;

  if (self->context == NULL || !soleus_context_is_open (self->context) || self->doses != NULL)
    return G_SOURCE_REMOVE;
  box = make_box (self->books, "card", "rows");
  gtk_box_append (GTK_BOX (box), soleus_drinks_row_new (self->context));
  self->doses = soleus_doses_list_new (self->context, _("Medicines"));
  gtk_box_append (GTK_BOX (self->books), self->doses);
  self->stretch = make_box (self->books, "card", "rows");
  box = make_box (self->books, "card", "rows");
  gtk_box_append (GTK_BOX (box), soleus_food_row_new (self->context));
  self->habits = make_box (self->books, NULL, NULL);
  update_stretch (self);
  update_habits (self);
  order_books (self);
  return G_SOURCE_REMOVE;
}

static void
soleus_today_page_map (GtkWidget *widget)
{
  SoleusTodayPage *self = SOLEUS_TODAY_PAGE (widget);

  GTK_WIDGET_CLASS (soleus_today_page_parent_class)->map (widget);
  tick_cb (self);
  update_draft (self);
  g_timeout_add_full (G_PRIORITY_LOW, 50, books_cb, g_object_ref (self), NULL);
  self->tick = g_timeout_add_seconds (TICK_SECONDS, tick_cb, self);
}

static void
soleus_today_page_unmap (GtkWidget *widget)
{
  SoleusTodayPage *self = SOLEUS_TODAY_PAGE (widget);

  g_clear_handle_id (&self->tick, g_source_remove);
  GTK_WIDGET_CLASS (soleus_today_page_parent_class)->unmap (widget);
}

static void
soleus_today_page_dispose (GObject *object)
{
  SoleusTodayPage *self = SOLEUS_TODAY_PAGE (object);

  g_clear_handle_id (&self->tick, g_source_remove);
  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (soleus_today_page_parent_class)->dispose (object);
}

static void
soleus_today_page_class_init (SoleusTodayPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = soleus_today_page_dispose;
  widget_class->map = soleus_today_page_map;
  widget_class->unmap = soleus_today_page_unmap;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
soleus_today_page_init (SoleusTodayPage *self)
{
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *label = gtk_label_new (NULL), *add;

  self->column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);
  self->rest = column;
  gtk_box_append (GTK_BOX (self->column), column);

  self->welcome = make_box (column, NULL, NULL);
  self->draft = make_box (column, "card", NULL);
  self->check_in_card = make_box (column, "card", NULL);
  self->fill_in = gtk_button_new ();
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_button_set_child (GTK_BUTTON (self->fill_in), label);
  gtk_widget_add_css_class (self->fill_in, "flat");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->fill_in), "win.fill-in");
  gtk_box_append (GTK_BOX (self->check_in_card), self->fill_in);

  self->cramps_title = gtk_label_new (_("Cramps of last night and today"));
  gtk_label_set_xalign (GTK_LABEL (self->cramps_title), 0);
  gtk_label_set_wrap (GTK_LABEL (self->cramps_title), TRUE);
  gtk_widget_add_css_class (self->cramps_title, "heading");
  gtk_box_append (GTK_BOX (column), self->cramps_title);
  self->cramps = make_box (column, "card", "rows");
  add = gtk_button_new_with_label (_("Add a cramp"));
  gtk_widget_add_css_class (add, "answer");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (add), "win.add-cramp");
  gtk_box_append (GTK_BOX (column), add);
  self->books = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);
  gtk_box_append (GTK_BOX (column), self->books);

  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 680);
  adw_clamp_set_child (ADW_CLAMP (clamp), self->column);
  gtk_widget_add_css_class (clamp, "page");
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), clamp);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
}

static void
warnings_changed_cb (SoleusTodayPage *self)
{
  gboolean alone = soleus_warnings_box_has_emergency (SOLEUS_WARNINGS_BOX (self->warnings));
  gboolean came = alone && gtk_widget_get_visible (self->rest);

  gtk_widget_set_visible (self->rest, !alone);
  if (came && gtk_widget_get_mapped (GTK_WIDGET (self)))
    soleus_today_page_focus_first (self);
}

/**
 * soleus_today_page_new:
 * @context: what the window shows
 *
 * Returns: (transfer floating): the page
 */
GtkWidget *
soleus_today_page_new (SoleusContext *context)
{
  SoleusTodayPage *self = g_object_new (SOLEUS_TYPE_TODAY_PAGE, NULL);

  self->context = g_object_ref (context);
  g_signal_connect_object (soleus_context_get_diary (context), "changed", G_CALLBACK (diary_changed_cb), self, G_CONNECT_SWAPPED);
  self->warnings = soleus_warnings_box_new (context);
  gtk_box_prepend (GTK_BOX (self->column), self->warnings);
  g_signal_connect_object (self->warnings, "changed", G_CALLBACK (warnings_changed_cb), self, G_CONNECT_SWAPPED);
  warnings_changed_cb (self);
  build_check_in (self);
  update_draft (self);
  update_welcome (self);
  update_fill_in (self);
  update_cramps (self);
  return GTK_WIDGET (self);
}

/**
 * soleus_today_page_focus_first:
 * @self: the page
 *
 * Puts the focus where the day begins: on the open question, so that a stray Enter records nothing; else on the first
 * thing that can be pressed.
 */
void
soleus_today_page_focus_first (SoleusTodayPage *self)
{
  g_return_if_fail (SOLEUS_IS_TODAY_PAGE (self));

  if (soleus_warnings_box_has_emergency (SOLEUS_WARNINGS_BOX (self->warnings)))
    soleus_card_view_focus_heading (SOLEUS_CARD_VIEW (gtk_widget_get_first_child (self->warnings)));
  else if (self->check_in == NULL || !soleus_check_in_focus_question (SOLEUS_CHECK_IN (self->check_in)))
    gtk_widget_child_focus (self->scroller, GTK_DIR_TAB_FORWARD);
}
