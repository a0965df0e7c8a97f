/* SPDX-License-Identifier: GPL-3.0-or-later */
/* So many lines are shown as can be read at a time; a button shows older ones. */
#include "config.h"

#include "ui/reminders/soleus-ledger-page.h"

#include <glib/gi18n.h>

#include "app/soleus-reminder-ledger.h"
#include "ui/widgets/soleus-action-row.h"
#include "ui/widgets/soleus-build.h"

#define COLUMN 680
#define LINES_AT_A_TIME 100

struct _SoleusLedgerPage
{
  GtkWidget parent_instance;

  SoleusContext *context;
  GtkWidget *scroller;
  GtkWidget *rows;
  GtkWidget *empty;
  GtkWidget *older;
  guint wanted; /* lines */
};

G_DEFINE_FINAL_TYPE (SoleusLedgerPage, soleus_ledger_page, GTK_TYPE_WIDGET)

/**
 * soleus_ledger_page_add_rows:
 * @rows: a card for rows
 * @lines: (element-type SoleusLedgerLine): the lines of the ledger
 * @first: the first of them to add
 * @most: how many
 *
 * Returns: how many were added
 */
guint
soleus_ledger_page_add_rows (GtkWidget *rows,
                             GPtrArray *lines,
                             guint      first,
                             guint      most)
{
  guint n = 0;

  for (; n < most && first + n < lines->len; n++)
    {
      const SoleusLedgerLine *line = g_ptr_array_index (lines, first + n);

      gtk_box_append (GTK_BOX (rows), soleus_action_row_new (line->title, line->text));
    }
  return n;
}

static void
update (SoleusLedgerPage *self)
{
  SoleusTime now = soleus_clock_get_now (soleus_context_get_clock (self->context));
  g_autoptr (GPtrArray) notices = soleus_diary_list (soleus_context_get_diary (self->context), SOLEUS_KIND_NOTICE, SOLEUS_DATE_NONE, SOLEUS_DATE_NONE, NULL);
  g_autoptr (GPtrArray) lines = NULL;

  if (notices == NULL)
    return;
  lines = soleus_reminder_ledger_say (notices, now);
  soleus_build_clear (self->rows);
  soleus_ledger_page_add_rows (self->rows, lines, 0, self->wanted);
  gtk_widget_set_visible (self->rows, lines->len > 0);
  gtk_widget_set_visible (self->empty, lines->len == 0);
  if (lines->len <= self->wanted && gtk_widget_has_focus (self->older))
    gtk_widget_grab_focus (self->scroller);
  gtk_widget_set_visible (self->older, lines->len > self->wanted);
}

static void
older_clicked_cb (SoleusLedgerPage *self)
{
  self->wanted += LINES_AT_A_TIME;
  update (self);
}

static void
diary_changed_cb (SoleusLedgerPage *self,
                  guint             kinds)
{
  if ((kinds & SOLEUS_KIND_MASK (SOLEUS_KIND_NOTICE)) != 0)
    update (self);
}

static void
soleus_ledger_page_dispose (GObject *object)
{
  SoleusLedgerPage *self = SOLEUS_LEDGER_PAGE (object);

  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (soleus_ledger_page_parent_class)->dispose (object);
}

static void
soleus_ledger_page_class_init (SoleusLedgerPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = soleus_ledger_page_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
soleus_ledger_page_init (SoleusLedgerPage *self)
{
}

/**
 * soleus_ledger_page_new:
 * @context: what the window shows
 *
 * Returns: (transfer floating): the page
 */
GtkWidget *
soleus_ledger_page_new (SoleusContext *context)
{
  SoleusLedgerPage *self = g_object_new (SOLEUS_TYPE_LEDGER_PAGE, NULL);
  GtkWidget *column;

  self->context = g_object_ref (context);
  self->wanted = LINES_AT_A_TIME;
  self->scroller = soleus_build_page (COLUMN, &column);
  gtk_widget_set_focusable (self->scroller, TRUE); /* there may be nothing to press, and the keys scroll it */
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
  self->empty = soleus_build_text (column, _("Nothing yet."), NULL);
  self->rows = soleus_build_rows (column);
  self->older = soleus_build_button (_("Show older"), NULL, NULL);
  gtk_widget_set_halign (self->older, GTK_ALIGN_START);
  g_signal_connect_swapped (self->older, "clicked", G_CALLBACK (older_clicked_cb), self);
  gtk_box_append (GTK_BOX (column), self->older);
  update (self);
  g_signal_connect_object (soleus_context_get_diary (context), "changed", G_CALLBACK (diary_changed_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
