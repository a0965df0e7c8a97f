/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Save writes and closes; a write that fails leaves everything as it is. Closing asks only where something would be
 * lost. What is typed is kept in the diary meanwhile, and offered by the next dialog and by Today. */
#include "config.h"

#include "ui/episode/soleus-cramp-dialog.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "app/soleus-episode-draft.h"
#include "app/soleus-words.h"
#include "ui/compat/soleus-accessible.h"
#include "ui/compat/soleus-ask.h"
#include "ui/episode/soleus-draft-saver.h"
#include "ui/episode/soleus-episode-form.h"
#include "ui/widgets/soleus-notice.h"

#define WIDTH 560
#define HEIGHT 720
#define MARGIN_WIDE 16
#define MARGIN_NARROW 12

#define SOLEUS_TYPE_CRAMP_DIALOG (soleus_cramp_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SoleusCrampDialog, soleus_cramp_dialog, SOLEUS, CRAMP_DIALOG, AdwWindow)

struct _SoleusCrampDialog
{
  AdwWindow parent_instance;

  SoleusContext *context;
  SoleusEpisodeDraft *draft;
  SoleusDraftSaver *saver;
  GWeakRef opener; /* the widget whose window can delete records */
  gboolean saving;
  gboolean done;

  GtkWidget *title;
  GtkWidget *save;
  GtkWidget *notice;
  GtkWidget *older; /* what offers the draft of an earlier dialog */
  GtkWidget *form;
  GtkWidget *delete_button;
};

G_DEFINE_FINAL_TYPE (SoleusCrampDialog, soleus_cramp_dialog, ADW_TYPE_WINDOW)

static char *
dup_content (gpointer data)
{
  SoleusCrampDialog *self = data;

  return soleus_episode_draft_is_changed (self->draft) ? soleus_episode_draft_to_content (self->draft) : NULL;
}

static gboolean
is_changed (SoleusCrampDialog *self)
{
  return soleus_episode_draft_is_changed (self->draft) || !soleus_episode_form_is_readable (SOLEUS_EPISODE_FORM (self->form));
}

static gboolean
can_save (SoleusCrampDialog *self)
{
  g_autofree char *problem = soleus_episode_draft_dup_problem (self->draft);

  return !self->saving && problem == NULL && soleus_episode_form_is_readable (SOLEUS_EPISODE_FORM (self->form));
}

static void
show_state (SoleusCrampDialog *self)
{
  gtk_widget_set_sensitive (self->save, can_save (self));
}

static void
form_changed_cb (SoleusCrampDialog *self)
{
  /* The fields still speak up while they are taken down. */
  if (self->done)
    return;
  show_state (self);
  soleus_draft_saver_touch (self->saver);
}

/* Saving */

static char *
dup_saved_words (SoleusCrampDialog *self)
{
  g_autofree char *date = soleus_words_date (soleus_episode_draft_get_night (self->draft));
  int minute = soleus_episode_draft_get_minute (self->draft);
  g_autofree char *time = minute >= 0 ? soleus_words_minute (minute) : NULL;

  if (time == NULL)
    return g_strdup_printf (_("Saved: cramp, night to %s."), date);
  /* Translators: a time, then a date: "Saved: cramp at 2:40, night to Tuesday 3 March." */
  return g_strdup_printf (_("Saved: cramp at %s, night to %s."), time, date);
}

static void
close_now (SoleusCrampDialog *self)
{
  self->done = TRUE;
  soleus_draft_saver_forget (self->saver);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr (SoleusCrampDialog) self = data;

  self->saving = FALSE;
  if (soleus_keeper_write_finish (SOLEUS_KEEPER (source), result, NULL))
    {
      if (!self->done)
        close_now (self);
      return;
    }
  soleus_notice_set_text (SOLEUS_NOTICE (self->notice), _("Could not save. What you typed is still here. Try again in a moment."));
  soleus_notice_set_revealed (SOLEUS_NOTICE (self->notice), TRUE);
  soleus_draft_saver_touch (self->saver);
  show_state (self);
}

static void
save (SoleusCrampDialog *self)
{
  g_autoptr (GPtrArray) edits = soleus_edits_new ();
  g_autofree char *words = dup_saved_words (self);

  if (self->saving)
    return;
  if (!can_save (self))
    {
      soleus_episode_form_focus_first (SOLEUS_EPISODE_FORM (self->form));
      return;
    }
  if (!soleus_episode_draft_is_new (self->draft) && !soleus_episode_draft_is_changed (self->draft))
    {
      close_now (self);
      return;
    }

  self->saving = TRUE;
  show_state (self);
  soleus_notice_set_revealed (SOLEUS_NOTICE (self->notice), FALSE);
  /* Forgotten before the write tells everybody to look at the diary again. */
  soleus_draft_saver_forget (self->saver);
  soleus_edits_save (edits, soleus_episode_draft_get_record (self->draft));
  soleus_keeper_write (soleus_context_get_keeper (self->context), edits, words, written_cb, g_object_ref (self));
}

/* Closing */

static void
asked_cb (const char *id,
          gpointer    data)
{
  SoleusCrampDialog *self = data;

  if (self->done)
    return;
  if (g_str_equal (id, "discard"))
    close_now (self);
  else if (g_str_equal (id, "save"))
    save (self);
}

static void
ask (SoleusCrampDialog *self)
{
  soleus_ask_to_keep (GTK_WIDGET (self),
                      soleus_episode_draft_is_new (self->draft) ? _("You described this cramp but did not save it.") : _("You changed this cramp but did not save it."),
                      asked_cb, g_object_ref (self), g_object_unref);
}

static gboolean
soleus_cramp_dialog_close_request (GtkWindow *window)
{
  SoleusCrampDialog *self = SOLEUS_CRAMP_DIALOG (window);

  if (self->saving)
    return TRUE;
  if (!self->done && is_changed (self))
    ask (self);
  else if (!self->done)
    close_now (self);
  return TRUE;
}

static void
delete_clicked_cb (SoleusCrampDialog *self)
{
  g_autoptr (GtkWidget) opener = g_weak_ref_get (&self->opener);
  g_autofree char *uuid = g_strdup (soleus_record_get_uuid (soleus_episode_draft_get_record (self->draft)));

  close_now (self);
  if (opener != NULL)
    gtk_widget_activate_action (opener, "win.delete-record", "s", uuid);
}

static gboolean
save_pressed_cb (GtkWidget *widget,
                 GVariant  *arguments,
                 gpointer   data)
{
  save (SOLEUS_CRAMP_DIALOG (widget));
  return GDK_EVENT_STOP;
}

static void
soleus_cramp_dialog_dispose (GObject *object)
{
  SoleusCrampDialog *self = SOLEUS_CRAMP_DIALOG (object);

  self->done = TRUE;
  if (self->saver != NULL)
    soleus_draft_saver_stop (self->saver);
  g_clear_object (&self->saver);
  g_clear_object (&self->draft);
  g_clear_object (&self->context);
  g_weak_ref_set (&self->opener, NULL);

  G_OBJECT_CLASS (soleus_cramp_dialog_parent_class)->dispose (object);
}

static void
soleus_cramp_dialog_finalize (GObject *object)
{
  g_weak_ref_clear (&SOLEUS_CRAMP_DIALOG (object)->opener);

  G_OBJECT_CLASS (soleus_cramp_dialog_parent_class)->finalize (object);
}

static void
soleus_cramp_dialog_class_init (SoleusCrampDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = soleus_cramp_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = soleus_cramp_dialog_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = soleus_cramp_dialog_close_request;
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, save_pressed_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Enter, GDK_CONTROL_MASK, save_pressed_cb, NULL);
}

static void
soleus_cramp_dialog_init (SoleusCrampDialog *self)
{
  g_weak_ref_init (&self->opener, NULL);
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
  gtk_window_set_destroy_with_parent (GTK_WINDOW (self), TRUE);
}

/* Building */

static GtkWidget *
make_header (SoleusCrampDialog *self)
{
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_("_Cancel"));

  self->title = adw_window_title_new ("", "");
  self->save = gtk_button_new_with_mnemonic (_("_Save"));
  soleus_accessible_set_name (GTK_ACCESSIBLE (cancel), _("Cancel"));
  soleus_accessible_set_name (GTK_ACCESSIBLE (self->save), _("Save"));
  gtk_widget_add_css_class (self->save, "suggested-action");
  gtk_widget_set_tooltip_text (self->save, _("Save (Ctrl+Return)"));
  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header), self->title);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), cancel);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), self->save);
  g_signal_connect_swapped (cancel, "clicked", G_CALLBACK (gtk_window_close), self);
  g_signal_connect_swapped (self->save, "clicked", G_CALLBACK (save), self);
  return header;
}

static GtkWidget *
make_body (SoleusCrampDialog *self,
           gboolean           narrow)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);
  int margin = narrow ? MARGIN_NARROW : MARGIN_WIDE;

  self->form = soleus_episode_form_new (SOLEUS_FORM_MOMENT, soleus_context_get_clock (self->context));
  self->delete_button = gtk_button_new_with_label (_("Delete this cramp"));
  gtk_widget_add_css_class (self->delete_button, "destructive-action");
  gtk_widget_set_halign (self->delete_button, GTK_ALIGN_START);
  g_signal_connect_swapped (self->delete_button, "clicked", G_CALLBACK (delete_clicked_cb), self);
  gtk_box_append (GTK_BOX (box), self->form);
  gtk_box_append (GTK_BOX (box), self->delete_button);

  gtk_widget_set_margin_top (box, margin);
  gtk_widget_set_margin_bottom (box, margin);
  gtk_widget_set_margin_start (box, margin);
  gtk_widget_set_margin_end (box, margin);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), WIDTH);
  adw_clamp_set_tightening_threshold (ADW_CLAMP (clamp), WIDTH);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);
  gtk_widget_set_vexpand (scroller, TRUE);
  g_signal_connect_swapped (self->form, "changed", G_CALLBACK (form_changed_cb), self);
  return scroller;
}

static void
show_title (SoleusCrampDialog *self)
{
  SoleusRecord *original = soleus_episode_draft_get_original (self->draft);
  g_autofree char *date = NULL;
  g_autofree char *when = NULL;
  g_autofree char *subtitle = NULL;
  g_autofree char *title = NULL;
  SoleusTime start;

  if (original == NULL)
    {
      gtk_window_set_title (GTK_WINDOW (self), _("Add a cramp"));
      adw_window_title_set_title (ADW_WINDOW_TITLE (self->title), _("Add a cramp"));
      return;
    }
  if (soleus_record_get_when (original, &start))
    {
      date = soleus_words_date (soleus_time_get_date (start));
      when = soleus_words_episode_when (original);
      subtitle = g_strdup_printf (_("%s, %s"), date, when);
      /* Translators: a date and a time follow: "Cramp on Tuesday 3 March, 2:40" */
      title = g_strdup_printf (_("Cramp on %s"), subtitle);
    }
  else
    {
      subtitle = soleus_words_night (soleus_record_get_night (original));
      title = g_strdup_printf (_("Cramp: %s"), subtitle);
    }
  gtk_window_set_title (GTK_WINDOW (self), title);
  adw_window_title_set_title (ADW_WINDOW_TITLE (self->title), _("Cramp"));
  adw_window_title_set_subtitle (ADW_WINDOW_TITLE (self->title), subtitle);
}

static void
take_draft (SoleusCrampDialog  *self,
            SoleusEpisodeDraft *draft)
{
  g_set_object (&self->draft, draft);
  soleus_episode_form_set_draft (SOLEUS_EPISODE_FORM (self->form), draft);
  gtk_widget_set_visible (self->delete_button, !soleus_episode_draft_is_new (draft));
  show_title (self);
  show_state (self);
}

static SoleusCrampDialog *
new_dialog (GtkWidget          *parent,
            SoleusContext      *context,
            SoleusEpisodeDraft *draft)
{
  SoleusCrampDialog *self = g_object_new (SOLEUS_TYPE_CRAMP_DIALOG, NULL);
  GtkRoot *root = gtk_widget_get_root (parent);
  int width = root != NULL ? gtk_widget_get_width (GTK_WIDGET (root)) : 0;
  int height = root != NULL ? gtk_widget_get_height (GTK_WIDGET (root)) : 0;
  gboolean narrow = width > 0 && width <= WIDTH;
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->context = g_object_ref (context);
  self->saver = soleus_draft_saver_new (soleus_context_get_diary (context), SOLEUS_CRAMP_DRAFT, dup_content, self);
  g_weak_ref_set (&self->opener, parent);

  self->notice = soleus_notice_new (NULL);
  self->older = soleus_notice_new (NULL);
  gtk_box_append (GTK_BOX (content), make_header (self));
  gtk_box_append (GTK_BOX (content), self->notice);
  gtk_box_append (GTK_BOX (content), self->older);
  gtk_box_append (GTK_BOX (content), make_body (self, narrow));
  adw_window_set_content (ADW_WINDOW (self), content);
  take_draft (self, draft);

  if (GTK_IS_WINDOW (root))
    gtk_window_set_transient_for (GTK_WINDOW (self), GTK_WINDOW (root));
  if (narrow)
    gtk_window_set_default_size (GTK_WINDOW (self), width, height);
  else
    gtk_window_set_default_size (GTK_WINDOW (self), WIDTH, height > 0 ? MIN (height, HEIGHT) : HEIGHT);
  return self;
}

/* A draft that was left, compared with what the diary holds now. */
static SoleusEpisodeDraft *
load_draft (SoleusContext *context,
            const char    *content)
{
  g_autoptr (SoleusEpisodeDraft) draft = content != NULL ? soleus_episode_draft_from_content (content, soleus_context_get_clock (context)) : NULL;
  g_autoptr (SoleusRecord) original = NULL;

  if (draft == NULL)
    return NULL;
  original = soleus_diary_get (soleus_context_get_diary (context), soleus_record_get_uuid (soleus_episode_draft_get_record (draft)), NULL);
  if (original != NULL && (soleus_record_get_life (original)->deleted != 0 || soleus_record_get_life (original)->purged))
    g_clear_object (&original);
  soleus_episode_draft_set_original (draft, original);
  return g_steal_pointer (&draft);
}

static void
older_open_clicked_cb (SoleusCrampDialog *self)
{
  g_autoptr (SoleusEpisodeDraft) draft = load_draft (self->context, soleus_draft_saver_get_older (self->saver));

  soleus_notice_set_revealed (SOLEUS_NOTICE (self->older), FALSE);
  soleus_draft_saver_take_over (self->saver);
  if (draft != NULL)
    take_draft (self, draft);
  soleus_episode_form_focus_first (SOLEUS_EPISODE_FORM (self->form));
}

static void
older_discard_clicked_cb (SoleusCrampDialog *self)
{
  soleus_notice_set_revealed (SOLEUS_NOTICE (self->older), FALSE);
  soleus_draft_saver_take_over (self->saver);
  soleus_episode_form_focus_first (SOLEUS_EPISODE_FORM (self->form));
}

static void
offer_older (SoleusCrampDialog *self)
{
  g_autofree char *words = soleus_cramp_dialog_describe_draft (self->context);
  GtkWidget *open, *discard;

  if (words == NULL)
    return;
  soleus_notice_set_text (SOLEUS_NOTICE (self->older), words);
  open = soleus_notice_add_button (SOLEUS_NOTICE (self->older), _("Open"), _("Open the unsaved cramp"));
  discard = soleus_notice_add_button (SOLEUS_NOTICE (self->older), _("Discard"), _("Discard the unsaved cramp"));
  g_signal_connect_swapped (open, "clicked", G_CALLBACK (older_open_clicked_cb), self);
  g_signal_connect_swapped (discard, "clicked", G_CALLBACK (older_discard_clicked_cb), self);
  soleus_notice_set_revealed (SOLEUS_NOTICE (self->older), TRUE);
}

/**
 * soleus_cramp_dialog_add:
 * @parent: a widget of the window that asks
 * @context: the context, with an open diary
 * @night: the night that it belongs to, or %SOLEUS_DATE_NONE
 *
 * Opens the dialog for a new cramp.
 */
void
soleus_cramp_dialog_add (GtkWidget     *parent,
                         SoleusContext *context,
                         SoleusDate     night)
{
  g_autoptr (SoleusEpisodeDraft) draft = soleus_episode_draft_new (soleus_context_get_clock (context), night);
  SoleusCrampDialog *self = new_dialog (parent, context, draft);

  offer_older (self);
  gtk_window_present (GTK_WINDOW (self));
  soleus_episode_form_focus_first (SOLEUS_EPISODE_FORM (self->form));
}

/**
 * soleus_cramp_dialog_edit:
 * @parent: a widget of the window that asks
 * @context: the context, with an open diary
 * @uuid: a cramp
 *
 * Opens the dialog for a cramp of the diary. Does nothing where it is gone.
 */
void
soleus_cramp_dialog_edit (GtkWidget     *parent,
                          SoleusContext *context,
                          const char    *uuid)
{
  g_autoptr (SoleusRecord) record = soleus_diary_get (soleus_context_get_diary (context), uuid, NULL);
  g_autoptr (SoleusEpisodeDraft) draft = NULL;
  SoleusCrampDialog *self;

  if (record == NULL || soleus_record_get_kind (record) != SOLEUS_KIND_EPISODE || soleus_record_get_life (record)->purged)
    return;
  draft = soleus_episode_draft_new_for_record (soleus_context_get_clock (context), record);
  self = new_dialog (parent, context, draft);
  offer_older (self);
  gtk_window_present (GTK_WINDOW (self));
  soleus_episode_form_focus_unanswered (SOLEUS_EPISODE_FORM (self->form));
}

/**
 * soleus_cramp_dialog_resume:
 * @parent: a widget of the window that asks
 * @context: the context, with an open diary
 *
 * Opens the dialog with what was not saved. What cannot be read is forgotten, and the dialog is empty.
 */
void
soleus_cramp_dialog_resume (GtkWidget     *parent,
                            SoleusContext *context)
{
  g_autofree char *content = soleus_diary_get_draft (soleus_context_get_diary (context), SOLEUS_CRAMP_DRAFT, NULL);
  g_autoptr (SoleusEpisodeDraft) draft = load_draft (context, content);
  SoleusCrampDialog *self;

  if (draft == NULL)
    {
      soleus_diary_save_draft (soleus_context_get_diary (context), SOLEUS_CRAMP_DRAFT, NULL, NULL);
      soleus_cramp_dialog_add (parent, context, SOLEUS_DATE_NONE);
      return;
    }
  self = new_dialog (parent, context, draft);
  soleus_draft_saver_take_over (self->saver);
  gtk_window_present (GTK_WINDOW (self));
  soleus_episode_form_focus_first (SOLEUS_EPISODE_FORM (self->form));
}

/**
 * soleus_cramp_dialog_describe_draft:
 * @context: the context, with an open diary
 *
 * Returns: (transfer full) (nullable): "You have an unsaved cramp from 7:42.", or %NULL where there is none
 */
char *
soleus_cramp_dialog_describe_draft (SoleusContext *context)
{
  SoleusDiary *diary = soleus_context_get_diary (context);
  g_autofree char *content = NULL;
  g_autofree char *when = NULL;
  gint64 saved;

  content = soleus_diary_get_draft (diary, SOLEUS_CRAMP_DRAFT, &saved);
  if (content == NULL)
    return NULL;
  when = soleus_draft_saver_describe_time (diary, saved);
  return g_strdup_printf (_("You have an unsaved cramp from %s."), when);
}
