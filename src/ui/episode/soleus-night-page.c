/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The answers about the night come first, then the cramps: one description for all, or one after the other in the same
 * form. Going back asks where something would be lost. */
#include "config.h"

#include "ui/episode/soleus-night-page.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "app/soleus-night-draft.h"
#include "app/soleus-words.h"
#include "ui/compat/soleus-accessible.h"
#include "ui/compat/soleus-ask.h"
#include "ui/episode/soleus-count-choice.h"
#include "ui/episode/soleus-draft-saver.h"
#include "ui/episode/soleus-episode-form.h"
#include "ui/episode/soleus-question.h"
#include "ui/episode/soleus-side-by-side.h"
#include "ui/widgets/soleus-choice.h"
#include "ui/widgets/soleus-leg-map-view.h"
#include "ui/widgets/soleus-notice.h"
#include "ui/widgets/soleus-pager.h"

#define WIDTH 560
#define MARGIN 12
#define GROUP_SPACING 24

struct _SoleusNightPage
{
  GtkWidget parent_instance;

  SoleusContext *context;
  SoleusNightDraft *draft; /* NULL where the diary could not be read */
  SoleusDraftSaver *saver;
  guint which;             /* the cramp that the form shows */
  gboolean updating;
  gboolean saving;
  gboolean done;
  gboolean entered;        /* the focus has come to the first question */
  guint focus_source;

  GtkWidget *box;
  GtkWidget *notice;
  GtkWidget *older;
  GtkWidget *count;
  GtkWidget *kept;
  GtkWidget *wakings;
  GtkWidget *mode;
  GtkWidget *chips;
  GtkWidget *copy;
  GtkWidget *form;
  GtkWidget *save;
};

G_DEFINE_FINAL_TYPE (SoleusNightPage, soleus_night_page, GTK_TYPE_WIDGET)

static char *
dup_content (gpointer data)
{
  SoleusNightPage *self = data;

  return soleus_night_draft_is_changed (self->draft) ? soleus_night_draft_to_content (self->draft) : NULL;
}

static gboolean
is_changed (SoleusNightPage *self)
{
  return self->draft != NULL && (soleus_night_draft_is_changed (self->draft) || !soleus_episode_form_is_readable (SOLEUS_EPISODE_FORM (self->form)));
}

static gboolean
can_save (SoleusNightPage *self)
{
  g_autofree char *problem = self->draft != NULL ? soleus_night_draft_dup_problem (self->draft) : NULL;

  return self->draft != NULL && !self->saving && problem == NULL && soleus_episode_form_is_readable (SOLEUS_EPISODE_FORM (self->form));
}

/* From the draft to the page */

static void
show_chips (SoleusNightPage *self)
{
  gboolean each = soleus_night_draft_get_each (self->draft);
  guint n = soleus_night_draft_get_n_described (self->draft);
  g_autofree char *last = g_strdup_printf ("%u", n - 1);
  g_autofree char *beyond = g_strdup_printf ("%u", n);
  g_autofree char *selected = g_strdup_printf ("%u", self->which);

  if (soleus_choice_get_button (SOLEUS_CHOICE (self->chips), last) == NULL || soleus_choice_get_button (SOLEUS_CHOICE (self->chips), beyond) != NULL)
    {
      soleus_choice_remove_all (SOLEUS_CHOICE (self->chips));
      for (guint i = 0; i < n; i++)
        {
          g_autofree char *id = g_strdup_printf ("%u", i);
          /* Translators: one of several cramps of a night, by its number */
          g_autofree char *label = g_strdup_printf (_("Cramp %u"), i + 1);

          soleus_choice_add (SOLEUS_CHOICE (self->chips), id, label, NULL);
        }
    }
  soleus_choice_set_selected (SOLEUS_CHOICE (self->chips), selected);
  gtk_widget_set_visible (self->chips, each);
  gtk_widget_set_visible (self->copy, each && self->which > 0);
}

static void
show_kept (SoleusNightPage *self)
{
  guint n = soleus_night_draft_get_n_kept (self->draft);
  g_autofree char *text = NULL;

  if (n > 0)
    text = g_strdup_printf (ngettext ("%u cramp of this night is in the diary already. You can add to it here.",
                                      "%u cramps of this night are in the diary already. You can add to them here.", n), n);
  soleus_question_set_line (self->kept, text);
}

static void
show_draft (SoleusNightPage *self)
{
  gboolean several = soleus_night_draft_get_count (self->draft) > 1;

  self->updating = TRUE;
  soleus_count_choice_set_value (SOLEUS_COUNT_CHOICE (self->count), soleus_night_draft_get_count (self->draft));
  soleus_count_choice_set_value (SOLEUS_COUNT_CHOICE (self->wakings), soleus_night_draft_get_wakings (self->draft));
  soleus_choice_set_selected (SOLEUS_CHOICE (self->mode), soleus_night_draft_get_each (self->draft) ? "each" : "same");
  gtk_widget_set_sensitive (soleus_choice_get_button (SOLEUS_CHOICE (self->mode), "same"), soleus_night_draft_get_n_kept (self->draft) < 2);
  gtk_widget_set_visible (self->mode, several);
  show_chips (self);
  self->updating = FALSE;
  gtk_widget_set_sensitive (self->save, can_save (self));
}

static void
show_cramp (SoleusNightPage *self,
            guint            which)
{
  self->which = which;
  soleus_episode_form_set_draft (SOLEUS_EPISODE_FORM (self->form), soleus_night_draft_get_episode (self->draft, which));
  show_draft (self);
}

static void
draft_changed_cb (SoleusNightPage *self)
{
  /* The fields still speak up while they are taken down. */
  if (self->box == NULL)
    return;
  if (self->which >= soleus_night_draft_get_n_described (self->draft))
    show_cramp (self, 0);
  else
    show_draft (self);
  soleus_draft_saver_touch (self->saver);
}

/* From the page to the draft */

static void
count_changed_cb (SoleusNightPage *self)
{
  if (!self->updating)
    soleus_night_draft_set_count (self->draft, soleus_count_choice_get_value (SOLEUS_COUNT_CHOICE (self->count)));
}

static void
wakings_changed_cb (SoleusNightPage *self)
{
  if (!self->updating)
    soleus_night_draft_set_wakings (self->draft, soleus_count_choice_get_value (SOLEUS_COUNT_CHOICE (self->wakings)));
}

static void
mode_changed_cb (SoleusNightPage *self)
{
  if (!self->updating)
    soleus_night_draft_set_each (self->draft, soleus_choice_is_selected (SOLEUS_CHOICE (self->mode), "each"));
}

static void
chips_changed_cb (SoleusNightPage *self)
{
  const char *id = soleus_choice_get_selected (SOLEUS_CHOICE (self->chips));
  gint64 which;

  if (!self->updating && id != NULL && g_ascii_string_to_signed (id, 10, 0, SOLEUS_NIGHT_DRAFT_MOST - 1, &which, NULL))
    show_cramp (self, (guint) which);
}

static void
copy_clicked_cb (SoleusNightPage *self)
{
  soleus_episode_draft_copy_answers (soleus_night_draft_get_episode (self->draft, self->which), soleus_night_draft_get_episode (self->draft, 0));
  show_cramp (self, self->which);
}

/* Saving and leaving */

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr (SoleusNightPage) self = data;

  self->saving = FALSE;
  if (soleus_keeper_write_finish (SOLEUS_KEEPER (source), result, NULL))
    {
      self->done = TRUE;
      gtk_widget_activate_action (GTK_WIDGET (self), "win.back", NULL);
      return;
    }
  if (self->draft == NULL) /* the page is gone */
    return;
  soleus_notice_set_text (SOLEUS_NOTICE (self->notice), _("Could not save. What you entered is still here. Try again in a moment."));
  soleus_notice_set_revealed (SOLEUS_NOTICE (self->notice), TRUE);
  soleus_draft_saver_touch (self->saver);
  show_draft (self);
}

static void
save (SoleusNightPage *self)
{
  g_autoptr (GPtrArray) edits = NULL;
  g_autofree char *words = NULL;

  if (!can_save (self))
    return;
  edits = soleus_night_draft_make_edits (self->draft);
  words = soleus_night_draft_dup_words (self->draft);
  self->saving = TRUE;
  gtk_widget_set_sensitive (self->save, FALSE);
  soleus_notice_set_revealed (SOLEUS_NOTICE (self->notice), FALSE);
  soleus_draft_saver_forget (self->saver);
  soleus_keeper_write (soleus_context_get_keeper (self->context), edits, words, written_cb, g_object_ref (self));
}

static void
asked_cb (const char *id,
          gpointer    data)
{
  SoleusNightPage *self = data;

  if (self->done || self->draft == NULL)
    return;
  if (g_str_equal (id, "save"))
    save (self);
  else if (g_str_equal (id, "discard"))
    {
      self->done = TRUE;
      soleus_draft_saver_forget (self->saver);
      gtk_widget_activate_action (GTK_WIDGET (self), "win.back", NULL);
    }
}

static gboolean
pager_leave_cb (SoleusPager     *pager,
                GtkWidget       *page,
                SoleusNightPage *self)
{
  if (page != GTK_WIDGET (self) || self->done)
    return FALSE;
  if (self->saving)
    return TRUE;
  if (!is_changed (self))
    {
      if (self->saver != NULL)
        soleus_draft_saver_forget (self->saver);
      return FALSE;
    }
  soleus_ask_to_keep (GTK_WIDGET (self), _("You changed this night but did not save it."), asked_cb, g_object_ref (self), g_object_unref);
  return TRUE;
}

static gboolean
save_pressed_cb (GtkWidget *widget,
                 GVariant  *arguments,
                 gpointer   data)
{
  save (SOLEUS_NIGHT_PAGE (widget));
  return GDK_EVENT_STOP;
}

static void
soleus_night_page_root (GtkWidget *widget)
{
  GtkWidget *pager;

  GTK_WIDGET_CLASS (soleus_night_page_parent_class)->root (widget);

  pager = gtk_widget_get_ancestor (widget, SOLEUS_TYPE_PAGER);
  if (pager != NULL)
    g_signal_connect_object (pager, "leave", G_CALLBACK (pager_leave_cb), widget, 0);
}

static void
soleus_night_page_unroot (GtkWidget *widget)
{
  GtkWidget *pager = gtk_widget_get_ancestor (widget, SOLEUS_TYPE_PAGER);

  if (pager != NULL)
    g_signal_handlers_disconnect_by_func (pager, pager_leave_cb, widget);

  GTK_WIDGET_CLASS (soleus_night_page_parent_class)->unroot (widget);
}

/* At first to the first question, however often it is asked while the page opens; after that Tab goes through everything
 * in order. */
static gboolean
soleus_night_page_focus (GtkWidget       *widget,
                         GtkDirectionType direction)
{
  SoleusNightPage *self = SOLEUS_NIGHT_PAGE (widget);

  if (!self->entered && self->count != NULL)
    return gtk_widget_grab_focus (self->count);
  return GTK_WIDGET_CLASS (soleus_night_page_parent_class)->focus (widget, direction);
}

static gboolean
soleus_night_page_grab_focus (GtkWidget *widget)
{
  SoleusNightPage *self = SOLEUS_NIGHT_PAGE (widget);

  return self->count != NULL && gtk_widget_grab_focus (self->count);
}

static gboolean
focus_cb (gpointer data)
{
  SoleusNightPage *self = data;

  self->focus_source = 0;
  self->entered = TRUE;
  gtk_widget_grab_focus (GTK_WIDGET (self));
  return G_SOURCE_REMOVE;
}

static void
soleus_night_page_map (GtkWidget *widget)
{
  SoleusNightPage *self = SOLEUS_NIGHT_PAGE (widget);

  GTK_WIDGET_CLASS (soleus_night_page_parent_class)->map (widget);

  if (!self->entered && self->focus_source == 0)
    self->focus_source = g_idle_add (focus_cb, self);
}

static void
soleus_night_page_dispose (GObject *object)
{
  SoleusNightPage *self = SOLEUS_NIGHT_PAGE (object);

  g_clear_handle_id (&self->focus_source, g_source_remove);
  if (self->saver != NULL)
    soleus_draft_saver_stop (self->saver);
  g_clear_object (&self->saver);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->draft);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (soleus_night_page_parent_class)->dispose (object);
}

static void
soleus_night_page_class_init (SoleusNightPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = soleus_night_page_dispose;
  widget_class->root = soleus_night_page_root;
  widget_class->unroot = soleus_night_page_unroot;
  widget_class->map = soleus_night_page_map;
  widget_class->focus = soleus_night_page_focus;
  widget_class->grab_focus = soleus_night_page_grab_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, save_pressed_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Enter, GDK_CONTROL_MASK, save_pressed_cb, NULL);
}

static void
soleus_night_page_init (SoleusNightPage *self)
{
}

/* Building */

static void
set_margins (GtkWidget *widget)
{
  gtk_widget_set_margin_top (widget, MARGIN);
  gtk_widget_set_margin_bottom (widget, MARGIN);
  gtk_widget_set_margin_start (widget, MARGIN);
  gtk_widget_set_margin_end (widget, MARGIN);
}

static GtkWidget *
make_scroller (GtkWidget *child,
               int        width)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();

  set_margins (child);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), width);
  adw_clamp_set_tightening_threshold (ADW_CLAMP (clamp), width);
  adw_clamp_set_child (ADW_CLAMP (clamp), child);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);
  gtk_widget_set_vexpand (scroller, TRUE);
  return scroller;
}

static GtkWidget *
make_night_questions (SoleusNightPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, GROUP_SPACING);
  GtkWidget *counted = gtk_box_new (GTK_ORIENTATION_VERTICAL, SOLEUS_QUESTION_SPACING);

  self->count = soleus_count_choice_new (_("How many cramps?"), 1, 5, SOLEUS_NIGHT_DRAFT_MOST, _("Not sure how many"));
  soleus_count_choice_set_least (SOLEUS_COUNT_CHOICE (self->count), (int) soleus_night_draft_get_n_kept (self->draft));
  self->kept = soleus_question_new_status ();
  gtk_box_append (GTK_BOX (counted), self->count);
  gtk_box_append (GTK_BOX (counted), self->kept);
  self->wakings = soleus_count_choice_new (_("How many times did you wake up?"), 0, 3, SOLEUS_NIGHT_DRAFT_MOST, NULL);
  gtk_box_append (GTK_BOX (box), soleus_question_new (_("How many cramps?"), counted));
  gtk_box_append (GTK_BOX (box), soleus_question_new (_("How many times did you wake up?"), self->wakings));

  self->mode = g_object_new (SOLEUS_TYPE_CHOICE, "label", _("How to describe them"), "keeps-one", TRUE, NULL);
  soleus_choice_add (SOLEUS_CHOICE (self->mode), "same", _("The same for all"), NULL);
  soleus_choice_add (SOLEUS_CHOICE (self->mode), "each", _("Describe each"), NULL);
  self->chips = g_object_new (SOLEUS_TYPE_CHOICE, "label", _("Which cramp"), "keeps-one", TRUE, NULL);
  self->copy = gtk_button_new_with_label (_("Copy from cramp 1"));
  gtk_widget_set_halign (self->copy, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (box), self->mode);
  gtk_box_append (GTK_BOX (box), self->chips);
  gtk_box_append (GTK_BOX (box), self->copy);

  g_signal_connect_swapped (self->count, "changed", G_CALLBACK (count_changed_cb), self);
  g_signal_connect_swapped (self->wakings, "changed", G_CALLBACK (wakings_changed_cb), self);
  g_signal_connect_swapped (self->mode, "changed", G_CALLBACK (mode_changed_cb), self);
  g_signal_connect_swapped (self->chips, "changed", G_CALLBACK (chips_changed_cb), self);
  g_signal_connect_swapped (self->copy, "clicked", G_CALLBACK (copy_clicked_cb), self);
  return box;
}

static GtkWidget *
make_questions (SoleusNightPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, GROUP_SPACING);

  self->form = soleus_episode_form_new (SOLEUS_FORM_NIGHT, soleus_context_get_clock (self->context));
  gtk_box_append (GTK_BOX (box), make_night_questions (self));
  gtk_box_append (GTK_BOX (box), self->form);
  return box;
}

/* Which night it is, and Save, which stay while the questions scroll. At the top, where no toast covers them. */
static GtkWidget *
make_bar (SoleusNightPage *self)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, SOLEUS_QUESTION_SPACING);
  GtkWidget *clamp = adw_clamp_new ();
  g_autofree char *span = soleus_words_night_span (soleus_night_draft_get_night (self->draft));
  GtkWidget *heading = soleus_question_new_heading (span);

  self->save = gtk_button_new_with_mnemonic (_("_Save"));
  soleus_accessible_set_name (GTK_ACCESSIBLE (self->save), _("Save"));
  gtk_widget_set_tooltip_text (self->save, _("Save (Ctrl+Return)"));
  gtk_widget_add_css_class (self->save, "suggested-action");
  gtk_widget_set_valign (self->save, GTK_ALIGN_CENTER);
  g_signal_connect_swapped (self->save, "clicked", G_CALLBACK (save), self);
  gtk_box_append (GTK_BOX (bar), heading);
  gtk_box_append (GTK_BOX (bar), self->save);
  set_margins (bar);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), WIDTH);
  adw_clamp_set_tightening_threshold (ADW_CLAMP (clamp), WIDTH);
  adw_clamp_set_child (ADW_CLAMP (clamp), bar);
  return clamp;
}

static void
wide_changed_cb (SoleusSideBySide *parts,
                 GParamSpec       *pspec,
                 SoleusNightPage  *self)
{
  soleus_episode_form_set_map_visible (SOLEUS_EPISODE_FORM (self->form), !soleus_side_by_side_is_wide (parts));
}

static GtkWidget *
make_parts (SoleusNightPage *self)
{
  GtkWidget *body = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  SoleusLegMap *map = soleus_episode_form_get_map ();
  GtkWidget *parts;

  gtk_box_append (GTK_BOX (body), make_bar (self));
  gtk_box_append (GTK_BOX (body), make_scroller (make_questions (self), WIDTH));
  if (map == NULL)
    return body;
  parts = soleus_side_by_side_new (make_scroller (soleus_leg_map_view_new (map, soleus_episode_form_get_sites (SOLEUS_EPISODE_FORM (self->form))), WIDTH), body);
  g_signal_connect (parts, "notify::wide", G_CALLBACK (wide_changed_cb), self);
  return parts;
}

static void
take_draft (SoleusNightPage  *self,
            SoleusNightDraft *draft)
{
  if (self->draft != NULL)
    g_signal_handlers_disconnect_by_func (self->draft, draft_changed_cb, self);
  g_set_object (&self->draft, draft);
  g_signal_connect_object (draft, "changed", G_CALLBACK (draft_changed_cb), self, G_CONNECT_SWAPPED);
}

static void
older_open_clicked_cb (SoleusNightPage *self)
{
  g_autoptr (SoleusNightDraft) draft = NULL;

  soleus_notice_set_revealed (SOLEUS_NOTICE (self->older), FALSE);
  draft = soleus_night_draft_new_from_content (soleus_context_get_diary (self->context), soleus_draft_saver_get_older (self->saver), NULL);
  soleus_draft_saver_take_over (self->saver);
  if (draft != NULL)
    {
      take_draft (self, draft);
      show_cramp (self, 0);
    }
  gtk_widget_grab_focus (self->count);
}

static void
older_discard_clicked_cb (SoleusNightPage *self)
{
  soleus_notice_set_revealed (SOLEUS_NOTICE (self->older), FALSE);
  soleus_draft_saver_take_over (self->saver);
  gtk_widget_grab_focus (self->count);
}

/* Each night has a draft of its own. */
static void
offer_older (SoleusNightPage *self,
             SoleusDate       night)
{
  SoleusDiary *diary = soleus_context_get_diary (self->context);
  g_autofree char *date = soleus_date_to_iso (night);
  g_autofree char *form = g_strdup_printf ("night-%s", date);
  g_autofree char *content = NULL;
  g_autofree char *when = NULL;
  g_autofree char *text = NULL;
  GtkWidget *open, *discard;
  gint64 saved;

  self->saver = soleus_draft_saver_new (diary, form, dup_content, self);
  content = soleus_diary_get_draft (diary, form, &saved);
  if (content == NULL)
    return;
  when = soleus_draft_saver_describe_time (diary, saved);
  text = g_strdup_printf (_("You have unsaved answers about this night from %s."), when);
  soleus_notice_set_text (SOLEUS_NOTICE (self->older), text);
  open = soleus_notice_add_button (SOLEUS_NOTICE (self->older), _("Open"), _("Open the unsaved answers"));
  discard = soleus_notice_add_button (SOLEUS_NOTICE (self->older), _("Discard"), _("Discard the unsaved answers"));
  g_signal_connect_swapped (open, "clicked", G_CALLBACK (older_open_clicked_cb), self);
  g_signal_connect_swapped (discard, "clicked", G_CALLBACK (older_discard_clicked_cb), self);
  soleus_notice_set_revealed (SOLEUS_NOTICE (self->older), TRUE);
}

static void
build (SoleusNightPage *self,
       SoleusDate       night)
{
  GtkWidget *parts;

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  if (self->draft == NULL)
    {
      GtkWidget *status = adw_status_page_new ();

      adw_status_page_set_title (ADW_STATUS_PAGE (status), _("This night could not be read"));
      adw_status_page_set_description (ADW_STATUS_PAGE (status), _("Go back and try again."));
      gtk_box_append (GTK_BOX (self->box), status);
      return;
    }

  self->notice = soleus_notice_new (NULL);
  self->older = soleus_notice_new (NULL);
  parts = make_parts (self);
  gtk_widget_set_vexpand (parts, TRUE);
  gtk_box_append (GTK_BOX (self->box), self->notice);
  gtk_box_append (GTK_BOX (self->box), self->older);
  gtk_box_append (GTK_BOX (self->box), parts);
  offer_older (self, night);
  show_kept (self);
  show_cramp (self, 0);
}

/**
 * soleus_night_page_new:
 * @context: the context, with an open diary
 * @night: the date of the night's morning
 *
 * What the diary holds of that night and its cramps can be changed and added to. Saving goes back.
 *
 * Returns: (transfer floating): the page
 */
GtkWidget *
soleus_night_page_new (SoleusContext *context,
                       SoleusDate     night)
{
  SoleusNightPage *self = g_object_new (SOLEUS_TYPE_NIGHT_PAGE, NULL);
  g_autoptr (SoleusNightDraft) draft = NULL;

  self->context = g_object_ref (context);
  draft = soleus_night_draft_new (soleus_context_get_diary (context), night, NULL);
  if (draft != NULL)
    take_draft (self, draft);
  build (self, night);
  return GTK_WIDGET (self);
}
