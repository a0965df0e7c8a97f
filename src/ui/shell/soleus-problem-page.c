/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One page with one way on for each thing that can be wrong with the file. Nothing here changes the file before the
 * person chose it, and a damaged file is kept whatever is chosen. */
#include "config.h"

#include "ui/shell/soleus-problem-page.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "app/soleus-words.h"
#include "store/soleus-copies.h"
#include "ui/compat/soleus-ask.h"
#include "ui/compat/soleus-file-picker.h"
#include "ui/widgets/soleus-flow.h"

typedef struct
{
  SoleusContext *context;
  char *copy; /* the newest sound copy, or NULL */
  GtkWidget *page;
  GtkWidget *buttons;
  GtkWidget *details;
} Problem;

static void
problem_free (gpointer data)
{
  Problem *self = data;

  g_clear_object (&self->context);
  g_free (self->copy);
  g_free (self);
}

static GtkWidget *
add_button (Problem    *self,
            const char *label,
            GCallback   clicked)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_widget_add_css_class (button, "answer");
  if (clicked != NULL)
    g_signal_connect_swapped (button, "clicked", clicked, self);
  soleus_flow_append (SOLEUS_FLOW (self->buttons), button);
  return button;
}

static void
try_again (Problem *self)
{
  gtk_widget_activate_action (self->page, "win.reopen", NULL);
}

static void
tell_failure (Problem      *self,
              const GError *error)
{
  gtk_label_set_text (GTK_LABEL (self->details), error->message);
  gtk_widget_set_visible (self->details, TRUE);
}

static void
replace (Problem    *self,
         const char *copy)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *kept = NULL;

  if (soleus_copies_replace_damaged (soleus_context_get_path (self->context), copy, soleus_context_get_clock (self->context), &kept, &error))
    try_again (self);
  else
    tell_failure (self, error);
}

static void
restore_clicked_cb (Problem *self)
{
  replace (self, self->copy);
}

static void
empty_answered_cb (const char *id,
                   gpointer    data)
{
  if (g_str_equal (id, "empty"))
    replace (data, NULL);
}

static void
empty_clicked_cb (Problem *self)
{
  const SoleusAskAnswer answers[] = { { "cancel", _("_Cancel"), FALSE }, { "empty", _("_Start Empty"), TRUE } };

  soleus_ask (self->page, _("Start with an empty diary?"), _("The damaged file is kept beside it."), answers, G_N_ELEMENTS (answers), empty_answered_cb, self, NULL);
}

static void
picked_cb (const char *path,
           gpointer    data)
{
  Problem *self = data;
  g_autoptr (GError) error = NULL;

  if (path == NULL)
    return;
  if (!soleus_copies_verify (path, NULL, &error))
    {
      tell_failure (self, error);
      return;
    }
  soleus_context_set_path (self->context, path);
  try_again (self);
}

static void
open_other_clicked_cb (Problem *self)
{
  soleus_file_picker_open (self->page, _("Open Another Diary"), _("Diaries"), "*.sqlite3", picked_cb, self, NULL);
}

/* The newest copy that reads well; a copy is verified when it is made, and once more before it is offered. */
static char *
find_copy (SoleusContext *context,
           char         **words)
{
  g_autoptr (GPtrArray) copies = soleus_copies_list (soleus_context_get_path (context));
  g_autoptr (GTimeZone) zone = soleus_clock_dup_zone (soleus_context_get_clock (context));

  for (guint i = 0; i < copies->len; i++)
    {
      const SoleusCopy *copy = g_ptr_array_index (copies, i);
      SoleusTime made = soleus_time_at_offset (copy->made, zone);
      g_autofree char *date = NULL, *time = NULL;
      gint64 n;

      if (!soleus_copies_verify (copy->path, &n, NULL))
        continue;
      date = soleus_words_date (soleus_time_get_date (made));
      time = soleus_words_time (made);
      *words = g_strdup_printf (ngettext ("The last good backup is from %s, %s, with %d entry.",
                                          "The last good backup is from %s, %s, with %d entries.", (gulong) n),
                                date, time, (int) n);
      return g_strdup (copy->path);
    }
  *words = g_strdup (_("There is no backup that could be used."));
  return NULL;
}

static void
describe_damaged (Problem       *self,
                  AdwStatusPage *page)
{
  g_autofree char *words = NULL;

  self->copy = find_copy (self->context, &words);
  adw_status_page_set_title (page, _("The diary file is damaged"));
  adw_status_page_set_description (page, words);
  if (self->copy != NULL)
    gtk_widget_add_css_class (add_button (self, _("_Restore this backup"), G_CALLBACK (restore_clicked_cb)), "suggested-action");
  add_button (self, _("_Keep a copy and start empty"), G_CALLBACK (empty_clicked_cb));
}

static void
describe (Problem       *self,
          AdwStatusPage *page,
          const GError  *error)
{
  int code = error->domain == SOLEUS_STORE_ERROR ? error->code : SOLEUS_STORE_ERROR_IO;

  switch (code)
    {
    case SOLEUS_STORE_ERROR_TOO_NEW:
      adw_status_page_set_title (page, _("This diary was made by a newer Soleus"));
      adw_status_page_set_description (page, _("Update Soleus to open it. The file was not changed."));
      add_button (self, _("_Open another diary…"), G_CALLBACK (open_other_clicked_cb));
      break;
    case SOLEUS_STORE_ERROR_DAMAGED:
      describe_damaged (self, page);
      break;
    case SOLEUS_STORE_ERROR_NOT_OURS:
      adw_status_page_set_title (page, _("This file is not a diary of Soleus"));
      adw_status_page_set_description (page, _("The file was not changed. Choose another one."));
      add_button (self, _("_Open another diary…"), G_CALLBACK (open_other_clicked_cb));
      break;
    case SOLEUS_STORE_ERROR_FULL:
      adw_status_page_set_title (page, _("The disk is full"));
      adw_status_page_set_description (page, _("Free some space, then try again."));
      add_button (self, _("_Try again"), G_CALLBACK (try_again));
      break;
    case SOLEUS_STORE_ERROR_BUSY:
      adw_status_page_set_title (page, _("Another program is using the diary"));
      adw_status_page_set_description (page, _("Wait a moment, then try again."));
      add_button (self, _("_Try again"), G_CALLBACK (try_again));
      break;
    default:
      adw_status_page_set_title (page, _("Soleus cannot open its diary"));
      adw_status_page_set_description (page, _("Check that you may read and write its folder."));
      add_button (self, _("_Try again"), G_CALLBACK (try_again));
      break;
    }
  gtk_actionable_set_action_name (GTK_ACTIONABLE (add_button (self, _("_Quit"), NULL)), "app.quit");
}

/**
 * soleus_problem_page_new:
 * @context: what the window would show
 * @error: why it cannot
 *
 * Returns: (transfer floating): the page, with a title bar of its own
 */
GtkWidget *
soleus_problem_page_new (SoleusContext *context,
                         const GError  *error)
{
  Problem *self = g_new0 (Problem, 1);
  GtkWidget *status = adw_status_page_new ();
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *path = gtk_label_new (soleus_context_get_path (context));

  self->context = g_object_ref (context);
  self->page = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->buttons = soleus_flow_new (12);
  self->details = gtk_label_new (NULL);
  g_object_set_data_full (G_OBJECT (self->page), "problem", self, problem_free);

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (status), "dialog-warning-symbolic");
  describe (self, ADW_STATUS_PAGE (status), error);
  gtk_label_set_wrap (GTK_LABEL (path), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (path), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_selectable (GTK_LABEL (path), TRUE);
  gtk_label_set_wrap (GTK_LABEL (self->details), TRUE);
  gtk_label_set_selectable (GTK_LABEL (self->details), TRUE);
  gtk_widget_set_visible (self->details, FALSE);
  gtk_box_append (GTK_BOX (box), self->buttons);
  gtk_box_append (GTK_BOX (box), path);
  gtk_box_append (GTK_BOX (box), self->details);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 560);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  adw_status_page_set_child (ADW_STATUS_PAGE (status), clamp);
  gtk_widget_set_vexpand (status, TRUE);

  gtk_box_append (GTK_BOX (self->page), header);
  gtk_box_append (GTK_BOX (self->page), status);
  return self->page;
}
