/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Deleting for good is the one thing here that cannot be undone, so it is asked before, and what could be undone until
 * then is forgotten: it might bring back parts of what is gone. */
#include "config.h"

#include "ui/diary/soleus-trash-page.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "app/soleus-day.h"
#include "ui/compat/soleus-accessible.h"
#include "ui/compat/soleus-ask.h"
#include "ui/widgets/soleus-action-row.h"

#define COLUMN 680

struct _SoleusTrashPage
{
  GtkWidget parent_instance;

  SoleusContext *context;
  GListStore *records; /* of SoleusRecord */
  GtkWidget *stack;
  GtkWidget *list;
};

G_DEFINE_FINAL_TYPE (SoleusTrashPage, soleus_trash_page, GTK_TYPE_WIDGET)

typedef struct
{
  SoleusContext *context;
  char *uuid; /* NULL: everything */
} Purge;

static void
purge_free (gpointer data)
{
  Purge *self = data;

  g_object_unref (self->context);
  g_free (self->uuid);
  g_free (self);
}

static void
asked_cb (const char *id,
          gpointer    data)
{
  const Purge *self = data;
  SoleusDiary *diary = soleus_context_get_diary (self->context);
  SoleusKeeper *keeper = soleus_context_get_keeper (self->context);
  g_autoptr (GError) error = NULL;
  gboolean done;

  if (!g_str_equal (id, "delete"))
    return;
  done = self->uuid != NULL ? soleus_diary_purge (diary, self->uuid, &error) : soleus_diary_purge_trash (diary, G_MAXINT64, &error);
  if (done)
    soleus_keeper_forget_undo (keeper);
  else
    g_signal_emit_by_name (keeper, "failed", error);
}

static void
ask_purge (SoleusTrashPage *self,
           const char      *uuid,
           const char      *question)
{
  const SoleusAskAnswer answers[] = {
    { "cancel", _("_Cancel"), FALSE },
    { "delete", _("_Delete"), TRUE },
  };
  Purge *purge = g_new0 (Purge, 1);

  purge->context = g_object_ref (self->context);
  purge->uuid = g_strdup (uuid);
  soleus_ask (GTK_WIDGET (self), question, _("This cannot be undone."), answers, G_N_ELEMENTS (answers), asked_cb, purge, purge_free);
}

static void
empty_clicked_cb (SoleusTrashPage *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->records));
  g_autofree char *question = g_strdup_printf (ngettext ("Delete %u item for good?", "Delete %u items for good?", n), n);

  ask_purge (self, NULL, question);
}

static void
purge_clicked_cb (GtkWidget   *button,
                  GtkListItem *item)
{
  SoleusTrashPage *self = SOLEUS_TRASH_PAGE (gtk_widget_get_ancestor (button, SOLEUS_TYPE_TRASH_PAGE));

  ask_purge (self, soleus_record_get_uuid (gtk_list_item_get_item (item)), _("Delete this item for good?"));
}

static void
restore_clicked_cb (GtkWidget   *button,
                    GtkListItem *item)
{
  SoleusTrashPage *self = SOLEUS_TRASH_PAGE (gtk_widget_get_ancestor (button, SOLEUS_TYPE_TRASH_PAGE));
  g_autoptr (GPtrArray) edits = soleus_edits_new ();

  soleus_edits_undelete (edits, soleus_record_get_uuid (gtk_list_item_get_item (item)));
  soleus_keeper_write (soleus_context_get_keeper (self->context), edits, _("Restored."), NULL, NULL);
}

static void
setup_cb (SoleusTrashPage *self,
          GtkListItem     *item)
{
  GtkWidget *row = soleus_action_row_new (NULL, NULL);
  GtkWidget *restore = soleus_action_row_add_button (SOLEUS_ACTION_ROW (row), _("Restore"), NULL);
  GtkWidget *purge = soleus_action_row_add_button (SOLEUS_ACTION_ROW (row), _("Delete now"), NULL);

  g_signal_connect_object (restore, "clicked", G_CALLBACK (restore_clicked_cb), item, 0);
  g_signal_connect_object (purge, "clicked", G_CALLBACK (purge_clicked_cb), item, 0);
  g_object_set_data (G_OBJECT (row), "soleus-restore", restore);
  g_object_set_data (G_OBJECT (row), "soleus-purge", purge);
  gtk_list_item_set_child (item, row);
}

static void
bind_cb (SoleusTrashPage *self,
         GtkListItem     *item)
{
  SoleusRecord *record = gtk_list_item_get_item (item);
  GtkWidget *row = gtk_list_item_get_child (item);
  g_autofree char *title = soleus_day_words_deleted (soleus_context_get_diary (self->context), record);
  g_autofree char *since = soleus_day_words_gone_since (soleus_record_get_life (record)->deleted, soleus_context_get_clock (self->context));
  g_autofree char *restore = g_strdup_printf (_("Restore: %s"), title);
  g_autofree char *purge = g_strdup_printf (_("Delete now: %s"), title);

  /* The list's own row around this one has no name by itself. */
  soleus_accessible_set_name (GTK_ACCESSIBLE (gtk_widget_get_parent (row)), title);
  soleus_action_row_set_title (SOLEUS_ACTION_ROW (row), title);
  soleus_action_row_set_subtitle (SOLEUS_ACTION_ROW (row), since);
  soleus_accessible_set_name (GTK_ACCESSIBLE (g_object_get_data (G_OBJECT (row), "soleus-restore")), restore);
  soleus_accessible_set_name (GTK_ACCESSIBLE (g_object_get_data (G_OBJECT (row), "soleus-purge")), purge);
}

static void
show_trash (SoleusTrashPage *self)
{
  g_autoptr (GPtrArray) records = soleus_diary_list_trash (soleus_context_get_diary (self->context), NULL);
  gboolean had_focus = gtk_widget_get_focus_child (self->stack) != NULL;

  if (records == NULL)
    return;
  g_list_store_splice (self->records, 0, g_list_model_get_n_items (G_LIST_MODEL (self->records)), records->pdata, records->len);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), records->len > 0 ? "list" : "empty");
  soleus_accessible_present_only (self->stack, gtk_stack_get_visible_child (GTK_STACK (self->stack)));
  if (had_focus)
    gtk_widget_child_focus (self->stack, GTK_DIR_TAB_FORWARD);
}

static void
soleus_trash_page_dispose (GObject *object)
{
  SoleusTrashPage *self = SOLEUS_TRASH_PAGE (object);

  g_clear_pointer (&self->stack, gtk_widget_unparent);
  g_clear_object (&self->records);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (soleus_trash_page_parent_class)->dispose (object);
}

static void
soleus_trash_page_class_init (SoleusTrashPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = soleus_trash_page_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static GtkWidget *
make_list (SoleusTrashPage *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkNoSelection *model = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->records)));
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_scrollable_new ();

  g_signal_connect_swapped (factory, "setup", G_CALLBACK (setup_cb), self);
  g_signal_connect_swapped (factory, "bind", G_CALLBACK (bind_cb), self);
  self->list = gtk_list_view_new (GTK_SELECTION_MODEL (model), factory);
  gtk_widget_add_css_class (self->list, "trash");
  soleus_accessible_set_name (GTK_ACCESSIBLE (self->list), _("Trash"));
  adw_clamp_scrollable_set_maximum_size (ADW_CLAMP_SCROLLABLE (clamp), COLUMN);
  adw_clamp_scrollable_set_child (ADW_CLAMP_SCROLLABLE (clamp), self->list);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), clamp);
  gtk_widget_set_vexpand (scrolled, TRUE);
  return scrolled;
}

static GtkWidget *
make_full (SoleusTrashPage *self)
{
  GtkWidget *full = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *top = soleus_action_row_new (NULL, _("Deleted items stay here for 30 days."));
  GtkWidget *empty = soleus_action_row_add_button (SOLEUS_ACTION_ROW (top), _("Empty trash"), NULL);

  g_signal_connect_swapped (empty, "clicked", G_CALLBACK (empty_clicked_cb), self);
  gtk_widget_set_margin_top (top, 12);
  gtk_widget_set_margin_bottom (top, 12);
  gtk_widget_set_margin_start (top, 12);
  gtk_widget_set_margin_end (top, 12);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), COLUMN);
  adw_clamp_set_child (ADW_CLAMP (clamp), top);
  gtk_box_append (GTK_BOX (full), clamp);
  gtk_box_append (GTK_BOX (full), make_list (self));
  return full;
}

static void
soleus_trash_page_init (SoleusTrashPage *self)
{
  GtkWidget *empty = adw_status_page_new ();

  self->records = g_list_store_new (SOLEUS_TYPE_RECORD);
  adw_status_page_set_icon_name (ADW_STATUS_PAGE (empty), "user-trash-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (empty), _("The trash is empty."));
  adw_status_page_set_description (ADW_STATUS_PAGE (empty), _("Deleted items stay here for 30 days."));

  self->stack = gtk_stack_new ();
  gtk_stack_add_named (GTK_STACK (self->stack), make_full (self), "list");
  gtk_stack_add_named (GTK_STACK (self->stack), empty, "empty");
  gtk_widget_set_parent (self->stack, GTK_WIDGET (self));
}

/**
 * soleus_trash_page_new:
 * @context: the context
 *
 * Returns: (transfer floating): the trash of its diary
 */
GtkWidget *
soleus_trash_page_new (SoleusContext *context)
{
  SoleusTrashPage *self = g_object_new (SOLEUS_TYPE_TRASH_PAGE, NULL);

  self->context = g_object_ref (context);
  g_signal_connect_object (soleus_context_get_diary (context), "changed", G_CALLBACK (show_trash), self, G_CONNECT_SWAPPED);
  show_trash (self);
  return GTK_WIDGET (self);
}
