/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows are built anew only when something was added or taken away, so that an answer does not lose the focus. What
 * is in the list already is not offered again. */
#include "config.h"

#include "ui/episode/soleus-tried-list.h"

#include <glib/gi18n.h>
#include <string.h>

#include "app/soleus-words.h"
#include "model/soleus-vocabulary.h"
#include "ui/compat/soleus-accessible.h"
#include "ui/episode/soleus-question.h"
#include "ui/widgets/soleus-choice.h"
#include "ui/widgets/soleus-flow.h"

#define CHOOSER_HEIGHT 300
#define CHOOSER_WIDTH 280

/* One thing that was tried, as it is on the screen. */
typedef struct
{
  char *action;
  GtkWidget *widget;
  GtkWidget *helped;
} Row;

struct _SoleusTriedList
{
  GtkWidget parent_instance;

  GSignalGroup *draft_signals;
  SoleusEpisodeDraft *draft;
  GPtrArray *rows; /* of Row */
  gboolean updating;

  GtkWidget *box;
  GtkWidget *list;
  GtkWidget *add;
  GtkWidget *popover;
  GtkWidget *search;
  GtkWidget *none_found;
  GPtrArray *choices; /* of buttons, borrowed, in the order of the words */
};

G_DEFINE_FINAL_TYPE (SoleusTriedList, soleus_tried_list, GTK_TYPE_WIDGET)

static void
free_row (gpointer data)
{
  Row *row = data;

  g_free (row->action);
  g_free (row);
}

static const SoleusRow *
get_values (SoleusTriedList *self)
{
  return soleus_episode_draft_get_values (self->draft);
}

static int
find_row (SoleusTriedList *self,
          const char      *action)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (g_str_equal (((Row *) g_ptr_array_index (self->rows, i))->action, action))
      return (int) i;
  return -1;
}

static void
helped_changed_cb (SoleusChoice    *choice,
                   SoleusTriedList *self)
{
  if (self->updating || self->draft == NULL)
    return;
  for (guint i = 0; i < self->rows->len; i++)
    if (((Row *) g_ptr_array_index (self->rows, i))->helped == GTK_WIDGET (choice))
      soleus_episode_draft_set_helped (self->draft, i, soleus_choice_get_selected (choice));
}

static void
remove_clicked_cb (GtkWidget       *button,
                   SoleusTriedList *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (gtk_widget_is_ancestor (button, ((Row *) g_ptr_array_index (self->rows, i))->widget))
      {
        gtk_widget_grab_focus (self->add);
        soleus_episode_draft_remove_tried (self->draft, i);
        return;
      }
}

static GtkWidget *
make_helped (SoleusTriedList *self,
             const char      *words)
{
  /* Translators: a question about what was tried: "Walked around: did it help?" */
  g_autofree char *label = g_strdup_printf (_("%s: did it help?"), words);
  GtkWidget *choice = soleus_choice_new (label);

  for (guint i = 0; soleus_helps.words[i] != NULL; i++)
    soleus_choice_add (SOLEUS_CHOICE (choice), soleus_helps.words[i], soleus_words_word (&soleus_helps, soleus_helps.words[i]), NULL);
  g_signal_connect (choice, "changed", G_CALLBACK (helped_changed_cb), self);
  return choice;
}

static void
add_row (SoleusTriedList *self,
         const char      *action)
{
  const char *words = soleus_words_word (&soleus_actions, action);
  g_autofree char *remove_name = g_strdup_printf (_("Remove: %s"), words);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *title = soleus_question_new_line (words);
  GtkWidget *remove = gtk_button_new_from_icon_name ("edit-delete-symbolic");
  Row *row = g_new0 (Row, 1);

  row->action = g_strdup (action);
  row->helped = make_helped (self, words);
  row->widget = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  soleus_accessible_set_name (GTK_ACCESSIBLE (remove), remove_name);
  gtk_widget_set_tooltip_text (remove, _("Remove"));
  gtk_widget_add_css_class (remove, "flat");
  gtk_widget_set_valign (remove, GTK_ALIGN_CENTER);
  g_signal_connect (remove, "clicked", G_CALLBACK (remove_clicked_cb), self);

  gtk_box_append (GTK_BOX (head), title);
  gtk_box_append (GTK_BOX (head), remove);
  gtk_box_append (GTK_BOX (row->widget), head);
  gtk_box_append (GTK_BOX (row->widget), soleus_question_new_line (_("Did it help?")));
  gtk_box_append (GTK_BOX (row->widget), row->helped);
  gtk_box_append (GTK_BOX (self->list), row->widget);
  g_ptr_array_add (self->rows, row);
}

static gboolean
rows_fit (SoleusTriedList *self)
{
  guint n = soleus_row_get_n_rows (get_values (self), "tried");

  if (n != self->rows->len)
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (!g_str_equal (((Row *) g_ptr_array_index (self->rows, i))->action, soleus_row_get_text (soleus_row_get_row (get_values (self), "tried", i), "action")))
      return FALSE;
  return TRUE;
}

static void
build_rows (SoleusTriedList *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    gtk_box_remove (GTK_BOX (self->list), ((Row *) g_ptr_array_index (self->rows, i))->widget);
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < soleus_row_get_n_rows (get_values (self), "tried"); i++)
    add_row (self, soleus_row_get_text (soleus_row_get_row (get_values (self), "tried", i), "action"));
  gtk_widget_set_visible (self->list, self->rows->len > 0);
}

static void
show_draft (SoleusTriedList *self)
{
  if (self->draft == NULL)
    return;

  self->updating = TRUE;
  if (!rows_fit (self))
    build_rows (self);
  for (guint i = 0; i < self->rows->len; i++)
    {
      const SoleusRow *tried = soleus_row_get_row (get_values (self), "tried", i);

      soleus_choice_set_selected (SOLEUS_CHOICE (((Row *) g_ptr_array_index (self->rows, i))->helped), soleus_row_get_text (tried, "helped"));
    }
  self->updating = FALSE;
}

/* Shows what can still be added and holds the text in its name; answers the first of these. */
static GtkWidget *
filter_choices (SoleusTriedList *self)
{
  g_autofree char *wanted = g_utf8_casefold (gtk_editable_get_text (GTK_EDITABLE (self->search)), -1);
  GtkWidget *first = NULL;

  for (guint i = 0; i < self->choices->len; i++)
    {
      GtkWidget *button = g_ptr_array_index (self->choices, i);
      const char *action = soleus_actions.words[i];
      g_autofree char *words = g_utf8_casefold (soleus_words_word (&soleus_actions, action), -1);
      gboolean fits = find_row (self, action) < 0 && strstr (words, wanted) != NULL;

      gtk_widget_set_visible (button, fits);
      if (fits && first == NULL)
        first = button;
    }
  soleus_question_set_line (self->none_found, first == NULL ? _("Nothing found") : NULL);
  return first;
}

static void
choose (SoleusTriedList *self,
        GtkWidget       *button)
{
  guint i;

  if (self->draft == NULL || !g_ptr_array_find (self->choices, button, &i))
    return;
  gtk_popover_popdown (GTK_POPOVER (self->popover));
  soleus_episode_draft_add_tried (self->draft, soleus_actions.words[i]);
  if (self->rows->len > 0)
    gtk_widget_grab_focus (((Row *) g_ptr_array_index (self->rows, self->rows->len - 1))->helped);
}

static void
choice_clicked_cb (GtkWidget       *button,
                   SoleusTriedList *self)
{
  choose (self, button);
}

static void
search_changed_cb (SoleusTriedList *self)
{
  filter_choices (self);
}

static void
search_activate_cb (SoleusTriedList *self)
{
  GtkWidget *first = filter_choices (self);

  if (first != NULL)
    choose (self, first);
}

static void
popover_show_cb (SoleusTriedList *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  filter_choices (self);
  gtk_widget_grab_focus (self->search);
}

static void
search_stopped_cb (SoleusTriedList *self)
{
  gtk_popover_popdown (GTK_POPOVER (self->popover));
}

static GtkWidget *
make_choice_button (SoleusTriedList *self,
                    const char      *action)
{
  GtkWidget *text = soleus_question_new_line (soleus_words_word (&soleus_actions, action));
  GtkWidget *button = gtk_button_new ();

  gtk_button_set_child (GTK_BUTTON (button), text);
  soleus_accessible_set_name (GTK_ACCESSIBLE (button), soleus_words_word (&soleus_actions, action));
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "row-button");
  g_signal_connect (button, "clicked", G_CALLBACK (choice_clicked_cb), self);
  return button;
}

static GtkWidget *
make_popover (SoleusTriedList *self)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, SOLEUS_QUESTION_SPACING);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->search = gtk_search_entry_new ();
  soleus_accessible_set_name (GTK_ACCESSIBLE (self->search), _("Search what you tried"));
  self->none_found = soleus_question_new_status ();
  for (guint i = 0; soleus_actions.words[i] != NULL; i++)
    {
      GtkWidget *button = make_choice_button (self, soleus_actions.words[i]);

      g_ptr_array_add (self->choices, button);
      gtk_box_append (GTK_BOX (buttons), button);
    }

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), CHOOSER_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), buttons);
  gtk_widget_set_size_request (scroller, CHOOSER_WIDTH, -1);
  gtk_box_append (GTK_BOX (box), self->search);
  gtk_box_append (GTK_BOX (box), self->none_found);
  gtk_box_append (GTK_BOX (box), scroller);
  gtk_popover_set_child (GTK_POPOVER (popover), box);

  g_signal_connect_swapped (self->search, "search-changed", G_CALLBACK (search_changed_cb), self);
  g_signal_connect_swapped (self->search, "activate", G_CALLBACK (search_activate_cb), self);
  g_signal_connect_swapped (self->search, "stop-search", G_CALLBACK (search_stopped_cb), self);
  g_signal_connect_swapped (popover, "show", G_CALLBACK (popover_show_cb), self);
  return popover;
}

static gboolean
soleus_tried_list_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (SOLEUS_TRIED_LIST (widget)->add);
}

static void
soleus_tried_list_dispose (GObject *object)
{
  SoleusTriedList *self = SOLEUS_TRIED_LIST (object);

  g_clear_object (&self->draft_signals);
  g_clear_object (&self->draft);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->choices, g_ptr_array_unref);
  g_clear_pointer (&self->box, gtk_widget_unparent);

  G_OBJECT_CLASS (soleus_tried_list_parent_class)->dispose (object);
}

static void
soleus_tried_list_class_init (SoleusTriedListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = soleus_tried_list_dispose;
  GTK_WIDGET_CLASS (klass)->grab_focus = soleus_tried_list_grab_focus;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
soleus_tried_list_init (SoleusTriedList *self)
{
  GtkWidget *answers = gtk_box_new (GTK_ORIENTATION_VERTICAL, SOLEUS_QUESTION_SPACING);

  self->rows = g_ptr_array_new_with_free_func (free_row);
  self->choices = g_ptr_array_new ();
  self->draft_signals = g_signal_group_new (SOLEUS_TYPE_EPISODE_DRAFT);
  g_signal_group_connect_swapped (self->draft_signals, "changed", G_CALLBACK (show_draft), self);

  self->list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_add_css_class (self->list, "card");
  gtk_widget_add_css_class (self->list, "rows");
  gtk_widget_set_visible (self->list, FALSE);
  self->popover = make_popover (self);
  self->add = gtk_menu_button_new ();
  gtk_menu_button_set_label (GTK_MENU_BUTTON (self->add), _("Add what you tried"));
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->add), self->popover);
  soleus_accessible_set_name (GTK_ACCESSIBLE (self->add), _("Add what you tried"));
  gtk_widget_set_halign (self->add, GTK_ALIGN_START);

  gtk_box_append (GTK_BOX (answers), self->list);
  gtk_box_append (GTK_BOX (answers), self->add);
  self->box = soleus_question_new (_("What did you try?"), answers);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

/**
 * soleus_tried_list_new:
 *
 * Returns: (transfer floating): the question
 */
GtkWidget *
soleus_tried_list_new (void)
{
  return g_object_new (SOLEUS_TYPE_TRIED_LIST, NULL);
}

/**
 * soleus_tried_list_set_draft:
 * @self: the question
 * @draft: the cramp that it is about
 */
void
soleus_tried_list_set_draft (SoleusTriedList    *self,
                             SoleusEpisodeDraft *draft)
{
  g_return_if_fail (SOLEUS_IS_TRIED_LIST (self));

  g_set_object (&self->draft, draft);
  g_signal_group_set_target (self->draft_signals, draft);
  show_draft (self);
}
