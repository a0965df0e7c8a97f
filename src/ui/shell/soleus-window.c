/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rail or the bar with the places, the header, the notice that belongs to every page, and the toasts. A place's page
 * is built when the place is first shown, so that the window is there at once. What the window can do stands in
 * soleus-window-actions.c. */
#include "config.h"

#include "ui/shell/soleus-window.h"

#include <glib/gi18n.h>

#include "app/soleus-words.h"
#include "ui/compat/soleus-accessible.h"
#include "ui/diary/soleus-day-page.h"
#include "ui/diary/soleus-diary-page.h"
#include "ui/cramp-now/soleus-cramp-now-view.h"
#include "ui/guides/soleus-guides-page.h"
#include "ui/medicines/soleus-medicines-page.h"
#include "ui/reminders/soleus-reminder-notice.h"
#include "ui/shell/soleus-problem-page.h"
#include "ui/shell/soleus-window-private.h"
#include "ui/today/soleus-today-page.h"
#include "ui/warnings/soleus-check-page.h"
#include "ui/warnings/soleus-verdict-page.h"
#include "ui/widgets/soleus-notice.h"
#include "ui/widgets/soleus-shell.h"

#define TOAST_SECONDS 10

typedef struct
{
  const char *name;
  const char *title;
  const char *icon;
  GtkWidget *(*make_page) (SoleusContext *context);
} Place;

/* A place appears here once it does something. */
static const Place places[] = {
  { "today", N_("Today"), "soleus-today-symbolic", soleus_today_page_new },
  { "diary", N_("Diary"), "soleus-diary-symbolic", soleus_diary_page_new },
  { "guides", N_("Guides"), "soleus-guides-symbolic", soleus_guides_page_new },
  { "medicines", N_("Medicines"), "soleus-medicines-symbolic", soleus_medicines_page_new },
};

struct _SoleusWindow
{
  AdwApplicationWindow parent_instance;

  SoleusContext *context;
  GSettings *settings;
  gboolean cared;

  /* Template-like parts, owned by the window */
  AdwToastOverlay *toasts;
  GtkStack *stack;
  SoleusShell *shell;
  AdwViewStack *views;
  AdwViewSwitcherBar *bar;
  GtkWidget *bottom;
  GtkWidget *bottom_now;
  AdwWindowTitle *title;
  GtkWidget *back;
  GtkMenuButton *menu;
  SoleusNotice *notice;
  SoleusNotice *read_only;
  SoleusNotice *emergency; /* and the three below: made when first needed */
  SoleusNotice *answered;
  SoleusNotice *offer;
  SoleusNotice *running;
  GtkWidget *reminder;     /* of the open diary */
  char *running_uuid;      /* the cramp that it is about */
  gboolean running_asks;   /* whether it asks if it stopped */
  gint64 running_quiet;    /* until when it does not, UTC seconds */
  GtkToggleButton *place_buttons[G_N_ELEMENTS (places)];

  /* Borrowed */
  AdwToast *toast;
};

G_DEFINE_FINAL_TYPE (SoleusWindow, soleus_window, ADW_TYPE_APPLICATION_WINDOW)

static const Place *
find_place (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    if (g_strcmp0 (places[i].name, name) == 0)
      return &places[i];
  return NULL;
}

SoleusPager *
soleus_window_get_pager (SoleusWindow *self)
{
  GtkWidget *pager = adw_view_stack_get_visible_child (self->views);

  return pager != NULL ? SOLEUS_PAGER (pager) : NULL;
}

GtkWidget *
soleus_window_get_place_page (SoleusWindow *self,
                              const char   *place)
{
  SoleusPager *pager;

  soleus_window_show_place (self, place);
  pager = soleus_window_get_pager (self);
  return pager != NULL && soleus_pager_pop_to_home (pager) ? soleus_pager_get_visible_page (pager) : NULL;
}

const char *
soleus_window_get_place (SoleusWindow *self)
{
  return adw_view_stack_get_visible_child_name (self->views);
}

void
soleus_window_popup_menu (SoleusWindow *self)
{
  gtk_menu_button_popup (self->menu);
}

/* Today's date stands below the title of Today; other pages say what they want. */
static void
update_header (SoleusWindow *self)
{
  SoleusPager *pager = soleus_window_get_pager (self);
  g_autofree char *date = NULL;
  gboolean can_go_back;
  const char *back_title;

  if (pager == NULL || self->context == NULL)
    return;
  can_go_back = soleus_pager_get_can_go_back (pager);
  back_title = soleus_pager_get_back_title (pager);
  adw_window_title_set_title (self->title, soleus_pager_get_title (pager) != NULL ? soleus_pager_get_title (pager) : "Soleus");
  if (!can_go_back && adw_view_stack_get_visible_child (self->views) == adw_view_stack_get_child_by_name (self->views, places[0].name))
    date = soleus_words_date (soleus_clock_get_today (soleus_context_get_clock (self->context)));
  else
    date = g_strdup (soleus_pager_get_subtitle (pager) != NULL ? soleus_pager_get_subtitle (pager) : "");
  adw_window_title_set_subtitle (self->title, date);
  gtk_widget_set_visible (self->back, can_go_back);
  if (back_title != NULL)
    {
      g_autofree char *label = g_strdup_printf (_("Back to %s"), back_title);

      soleus_accessible_set_name (GTK_ACCESSIBLE (self->back), label);
      gtk_widget_set_tooltip_text (self->back, label);
    }
  /* A check has buttons of its own at its foot. */
  if (self->bottom_now != NULL)
    gtk_widget_set_visible (self->bottom_now, !SOLEUS_IS_CHECK_PAGE (soleus_pager_get_visible_page (pager)));
  soleus_window_update_actions (self);
  soleus_window_update_warnings (self);
}

static void
build_place (SoleusWindow *self,
             const Place  *place)
{
  SoleusPager *pager = SOLEUS_PAGER (adw_view_stack_get_child_by_name (self->views, place->name));

  if (soleus_pager_get_visible_page (pager) == NULL && soleus_context_is_open (self->context))
    soleus_pager_set_home (pager, place->make_page (self->context), _(place->title));
}

static void
views_changed_cb (SoleusWindow *self)
{
  const char *name = adw_view_stack_get_visible_child_name (self->views);
  const Place *place = find_place (name);

  if (place == NULL)
    return;
  build_place (self, place);
  soleus_accessible_present_only (GTK_WIDGET (self->views), adw_view_stack_get_visible_child (self->views));
  gtk_toggle_button_set_active (self->place_buttons[place - places], TRUE);
  if (self->settings != NULL)
    g_settings_set_string (self->settings, "last-place", name);
  update_header (self);
}

static void
place_toggled_cb (GtkToggleButton *button,
                  SoleusWindow    *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    if (self->place_buttons[i] == button && gtk_toggle_button_get_active (button))
      adw_view_stack_set_visible_child_name (self->views, places[i].name);
}

/* A press on the place that is shown already goes to its first page. */
static void
place_clicked_cb (GtkToggleButton *button,
                  SoleusWindow    *self)
{
  SoleusPager *pager = soleus_window_get_pager (self);

  if (gtk_toggle_button_get_active (button) && pager != NULL)
    soleus_pager_pop_to_home (pager);
}

static GtkWidget *
make_now_button (void)
{
  GtkWidget *button = gtk_button_new_with_label (_("Cramp now"));

  gtk_widget_add_css_class (button, "suggested-action");
  gtk_widget_add_css_class (button, "main-action");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.cramp-now");
  return button;
}

static GtkWidget *
make_place_button (SoleusWindow *self,
                   guint         which)
{
  GtkWidget *button = gtk_toggle_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *icon = gtk_image_new_from_icon_name (places[which].icon);
  GtkWidget *label = gtk_label_new (_(places[which].title));

  gtk_image_set_pixel_size (GTK_IMAGE (icon), 20);
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), label);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "place");
  soleus_accessible_set_name (GTK_ACCESSIBLE (button), _(places[which].title));
  self->place_buttons[which] = GTK_TOGGLE_BUTTON (button);
  if (which > 0)
    gtk_toggle_button_set_group (self->place_buttons[which], self->place_buttons[0]);
  g_signal_connect (button, "toggled", G_CALLBACK (place_toggled_cb), self);
  g_signal_connect (button, "clicked", G_CALLBACK (place_clicked_cb), self);
  return button;
}

/* At the foot of the rail, on every page. */
static GtkWidget *
make_check_button (void)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *label = gtk_label_new (_("Check warning signs"));

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "place");
  soleus_accessible_set_name (GTK_ACCESSIBLE (button), _("Check warning signs"));
  gtk_widget_set_vexpand (button, TRUE);
  gtk_widget_set_valign (button, GTK_ALIGN_END);
  gtk_widget_set_margin_bottom (button, 12);
  gtk_widget_set_margin_start (button, 12);
  gtk_widget_set_margin_end (button, 12);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.check");
  return button;
}

static GtkWidget *
make_rail (SoleusWindow *self)
{
  GtkWidget *rail = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header), adw_window_title_new ("Soleus", ""));
  gtk_box_append (GTK_BOX (rail), header);

  gtk_widget_set_margin_top (buttons, 12);
  gtk_widget_set_margin_bottom (buttons, 12);
  gtk_widget_set_margin_start (buttons, 12);
  gtk_widget_set_margin_end (buttons, 12);
  gtk_box_append (GTK_BOX (buttons), make_now_button ());
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    gtk_box_append (GTK_BOX (buttons), make_place_button (self, i));
  soleus_accessible_set_name (GTK_ACCESSIBLE (buttons), _("Places"));
  gtk_box_append (GTK_BOX (rail), buttons);
  gtk_box_append (GTK_BOX (rail), make_check_button ());
  gtk_widget_add_css_class (rail, "rail");
  gtk_widget_set_size_request (rail, 216, -1);
  return rail;
}

static GMenuModel *
make_menu (void)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) record = g_menu_new (), keep = g_menu_new (), about = g_menu_new ();

  g_menu_append (record, _("Cramp _Now"), "win.cramp-now");
  g_menu_append (record, _("_Add a Cramp"), "win.add-cramp");
  g_menu_append (record, _("_Fill In Nights"), "win.fill-in");
  g_menu_append (record, _("_Check Warning Signs"), "win.check");
  g_menu_append (record, _("_Show to a Clinician"), "win.clinic");
  g_menu_append (record, _("_Bedtime Stretches"), "win.play::bedtime-routine");
  g_menu_append (record, _("_Drinks"), "win.drinks");
  g_menu_append (record, _("Things You Are Tr_ying"), "win.trying");
  g_menu_append (record, _("_Undo"), "win.undo");
  g_menu_append (keep, _("_Reminders"), "win.reminders");
  g_menu_append (keep, _("_Trash"), "win.trash");
  g_menu_append (keep, _("_Import…"), "win.import");
  g_menu_append (keep, _("_Export…"), "win.export");
  g_menu_append (about, _("_Preferences"), "win.preferences");
  g_menu_append (about, _("_Keyboard Shortcuts"), "win.show-help-overlay");
  g_menu_append (about, _("_What Soleus Can and Cannot Do"), "win.limits");
  g_menu_append (about, _("A_bout Soleus"), "app.about");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (record));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (keep));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (about));
  return G_MENU_MODEL (menu);
}

/* The menu is built when it is first opened. */
static void
menu_wanted_cb (GtkMenuButton *button,
                gpointer       data)
{
  g_autoptr (GMenuModel) menu = make_menu ();

  gtk_menu_button_set_menu_model (button, menu);
  gtk_menu_button_set_create_popup_func (button, NULL, NULL, NULL);
}

static GtkWidget *
make_header (SoleusWindow *self)
{
  GtkWidget *header = adw_header_bar_new ();

  self->title = ADW_WINDOW_TITLE (adw_window_title_new ("Soleus", ""));
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header), GTK_WIDGET (self->title));

  self->back = gtk_button_new_from_icon_name ("go-previous-symbolic");
  gtk_widget_add_css_class (self->back, "header-button");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->back), "win.back");
  gtk_widget_set_visible (self->back, FALSE);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), self->back);

  self->menu = GTK_MENU_BUTTON (gtk_menu_button_new ());
  gtk_menu_button_set_icon_name (self->menu, "open-menu-symbolic");
  gtk_menu_button_set_create_popup_func (self->menu, menu_wanted_cb, NULL, NULL);
  gtk_menu_button_set_primary (self->menu, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->menu), "header-button");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->menu), _("Main menu"));
  soleus_accessible_set_name (GTK_ACCESSIBLE (self->menu), _("Main menu"));
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), GTK_WIDGET (self->menu));
  return header;
}

/* What a narrow window has in the place of the rail. */
static void
build_bottom (SoleusWindow *self)
{
  GtkWidget *add = make_now_button ();

  self->bottom_now = add;
  gtk_widget_set_margin_start (add, 12);
  gtk_widget_set_margin_end (add, 12);
  gtk_widget_set_margin_top (add, 6);
  gtk_widget_set_margin_bottom (add, 6);
  gtk_box_append (GTK_BOX (self->bottom), add);
  self->bar = ADW_VIEW_SWITCHER_BAR (adw_view_switcher_bar_new ());
  adw_view_switcher_bar_set_stack (self->bar, self->views);
  gtk_box_append (GTK_BOX (self->bottom), GTK_WIDGET (self->bar));
}

static void
shell_narrow_cb (SoleusWindow *self)
{
  gboolean narrow = soleus_shell_get_narrow (self->shell);

  if (narrow && self->bar == NULL)
    build_bottom (self);
  gtk_widget_set_visible (self->bottom, narrow);
  if (self->bar != NULL)
    adw_view_switcher_bar_set_reveal (self->bar, narrow);
  update_header (self);
}

static void
add_place (SoleusWindow *self,
           const Place  *place)
{
  GtkWidget *pager = soleus_pager_new ();
  AdwViewStackPage *page = adw_view_stack_add_titled (self->views, pager, place->name, _(place->title));

  adw_view_stack_page_set_icon_name (page, place->icon);
  g_signal_connect_swapped (pager, "notify", G_CALLBACK (update_header), self);
}

static GtkWidget *
make_content (SoleusWindow *self)
{
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_box_append (GTK_BOX (content), make_header (self));
  self->notice = SOLEUS_NOTICE (soleus_notice_new (""));
  gtk_box_append (GTK_BOX (content), GTK_WIDGET (self->notice));

  self->views = ADW_VIEW_STACK (adw_view_stack_new ());
  gtk_widget_set_vexpand (GTK_WIDGET (self->views), TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    add_place (self, &places[i]);
  gtk_box_append (GTK_BOX (content), GTK_WIDGET (self->views));

  self->bottom = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_visible (self->bottom, FALSE);
  gtk_box_append (GTK_BOX (content), self->bottom);
  return content;
}

static void
toast_dismissed_cb (AdwToast     *toast,
                    SoleusWindow *self)
{
  if (self->toast == toast)
    self->toast = NULL;
}

static void
show_toast (SoleusWindow *self,
            const char   *text,
            gboolean      undoable)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);
  AdwToast *toast = adw_toast_new (escaped);

  /* One at a time: the Undo of an older toast would undo something else by now. */
  if (self->toast != NULL)
    adw_toast_dismiss (self->toast);
  adw_toast_set_timeout (toast, TOAST_SECONDS);
  if (undoable)
    {
      adw_toast_set_button_label (toast, _("_Undo"));
      adw_toast_set_action_name (toast, "win.undo");
    }
  self->toast = toast;
  g_signal_connect_object (toast, "dismissed", G_CALLBACK (toast_dismissed_cb), self, 0);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
say_notice (SoleusWindow *self,
            const char   *text)
{
  if (text != NULL)
    soleus_notice_set_text (self->notice, text);
  soleus_notice_set_revealed (self->notice, text != NULL);
}

static void
keeper_written_cb (SoleusWindow *self,
                   const char   *said,
                   gboolean      undoable)
{
  say_notice (self, NULL);
  soleus_window_update_actions (self);
  if (said != NULL)
    show_toast (self, said, undoable);
}

static void
keeper_failed_cb (SoleusWindow *self,
                  const GError *error)
{
  const char *words;

  if (g_error_matches (error, SOLEUS_STORE_ERROR, SOLEUS_STORE_ERROR_FULL))
    words = _("Could not save: the disk is full. What you typed is still here. Free some space, then press Save again.");
  else if (g_error_matches (error, SOLEUS_STORE_ERROR, SOLEUS_STORE_ERROR_READ_ONLY))
    words = _("Could not save: Soleus cannot write to its folder. What you typed is still here.");
  else if (g_error_matches (error, SOLEUS_STORE_ERROR, SOLEUS_STORE_ERROR_BUSY))
    words = _("Could not save: another program is using the diary. What you typed is still here. Try again in a moment.");
  else
    words = _("Could not save. What you typed is still here. Try again, or restart Soleus.");
  say_notice (self, words);
}

static void
keeper_waiting_cb (SoleusWindow *self)
{
  if (soleus_keeper_is_waiting (soleus_context_get_keeper (self->context)))
    say_notice (self, _("Another program is using the diary. Trying again…"));
  else
    say_notice (self, NULL);
}

static gboolean
care_cb (gpointer data)
{
  SoleusWindow *self = data;

  if (soleus_context_is_open (self->context))
    soleus_context_start_care (self->context);
  return G_SOURCE_REMOVE;
}

static gboolean
first_warnings_cb (gpointer data)
{
  SoleusWindow *self = data;

  if (soleus_context_is_open (self->context))
    soleus_warnings_update (soleus_context_get_warnings (self->context));
  return G_SOURCE_REMOVE;
}

/* What can wait until the window is seen. */
static void
window_mapped_cb (SoleusWindow *self)
{
  GtkWidget *page;

  if (self->cared)
    return;
  self->cared = TRUE;
  page = soleus_window_get_pager (self) != NULL ? soleus_pager_get_visible_page (soleus_window_get_pager (self)) : NULL;
  if (SOLEUS_IS_TODAY_PAGE (page))
    soleus_today_page_focus_first (SOLEUS_TODAY_PAGE (page));
  g_idle_add_full (G_PRIORITY_LOW, first_warnings_cb, g_object_ref (self), g_object_unref);
  g_timeout_add_full (G_PRIORITY_LOW, 300, care_cb, g_object_ref (self), g_object_unref);
}

static void
show_alone (SoleusWindow *self,
            GtkWidget    *child)
{
  gtk_stack_set_visible_child (self->stack, child);
  soleus_accessible_present_only (GTK_WIDGET (self->stack), child);
}

static void
show_problem (SoleusWindow *self,
              const GError *error)
{
  GtkWidget *old = gtk_stack_get_child_by_name (self->stack, "problem");

  if (old != NULL)
    gtk_stack_remove (self->stack, old);
  gtk_stack_add_named (self->stack, soleus_problem_page_new (self->context, error), "problem");
  show_alone (self, gtk_stack_get_child_by_name (self->stack, "problem"));
}

/* The bar exists only while there is something to tell. */
static void
tell_read_only (SoleusWindow *self,
                gboolean      read_only)
{
  if (self->read_only == NULL && read_only)
    {
      GtkWidget *content = gtk_widget_get_parent (GTK_WIDGET (self->notice));
      GtkWidget *button;

      self->read_only = SOLEUS_NOTICE (soleus_notice_new (_("Soleus cannot write to its folder. You can read the diary. New entries cannot be kept until this is fixed.")));
      button = soleus_notice_add_button (self->read_only, _("Try again"), NULL);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.reopen");
      gtk_box_insert_child_after (GTK_BOX (content), GTK_WIDGET (self->read_only), GTK_WIDGET (self->notice));
      soleus_notice_set_revealed (self->read_only, TRUE);
    }
  else if (self->read_only != NULL && !read_only)
    {
      gtk_box_remove (GTK_BOX (gtk_widget_get_parent (GTK_WIDGET (self->read_only))), GTK_WIDGET (self->read_only));
      self->read_only = NULL;
    }
}

/* Notices above the page */

static void
renew_reminder (SoleusWindow *self)
{
  GtkBox *content = GTK_BOX (gtk_widget_get_parent (GTK_WIDGET (self->notice)));

  if (self->reminder != NULL)
    gtk_box_remove (content, self->reminder);
  self->reminder = soleus_reminder_notice_new (self->context);
  gtk_box_insert_child_after (content, self->reminder, GTK_WIDGET (self->notice));
}

static SoleusNotice *
make_notice (SoleusWindow *self,
             const char   *style)
{
  GtkWidget *content = gtk_widget_get_parent (GTK_WIDGET (self->notice));
  GtkWidget *notice = soleus_notice_new (NULL);

  if (style != NULL)
    soleus_notice_add_style (SOLEUS_NOTICE (notice), style);
  gtk_box_insert_child_after (GTK_BOX (content), notice, gtk_widget_get_prev_sibling (GTK_WIDGET (self->notice)));
  return SOLEUS_NOTICE (notice);
}

/* An emergency stays above every page until it is answered, but for the page that shows its card. */
static void
show_emergency (SoleusWindow   *self,
                SoleusWarnings *warnings,
                gboolean        has_card)
{
  gboolean wanted = soleus_warnings_get_emergency (warnings) != NULL && !has_card;

  if (self->emergency == NULL && wanted)
    {
      self->emergency = make_notice (self, "emergency");
      soleus_notice_set_text (self->emergency, soleus_guidance_get_text (soleus_warnings_get_guidance (warnings), "card-emergency-head"));
      gtk_actionable_set_action_name (GTK_ACTIONABLE (soleus_notice_add_button (self->emergency, _("Open"), _("Open the emergency card"))), "win.emergency");
    }
  if (self->emergency != NULL)
    soleus_notice_set_revealed (self->emergency, wanted);
}

static void
show_answered (SoleusWindow   *self,
               SoleusWarnings *warnings,
               gboolean        has_card)
{
  SoleusRecord *record = soleus_warnings_get_answered (warnings);
  g_autofree char *line = record != NULL && !has_card ? soleus_warnings_say_answer (record) : NULL;

  if (self->answered == NULL && line != NULL)
    {
      self->answered = make_notice (self, NULL);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (soleus_notice_add_button (self->answered, _("Open"), _("Open the emergency card"))), "win.emergency");
    }
  if (line != NULL)
    soleus_notice_set_text (self->answered, line);
  if (self->answered != NULL)
    soleus_notice_set_revealed (self->answered, line != NULL);
}

static void
decline_clicked_cb (SoleusWindow *self)
{
  if (soleus_context_is_open (self->context))
    soleus_warnings_decline_offer (soleus_context_get_warnings (self->context));
}

/* Today has a row for it; the other places, where a cramp may have been added too, a bar. */
static void
show_offer (SoleusWindow   *self,
            SoleusWarnings *warnings,
            GtkWidget      *page)
{
  SoleusOffer offer = soleus_warnings_get_offer (warnings);
  gboolean is_place = page != NULL && (!soleus_pager_get_can_go_back (soleus_window_get_pager (self)) || SOLEUS_IS_DAY_PAGE (page));
  gboolean wanted = offer != SOLEUS_OFFER_NONE && is_place && !SOLEUS_IS_TODAY_PAGE (page) && soleus_warnings_get_emergency (warnings) == NULL;

  if (self->offer == NULL && wanted)
    {
      GtkWidget *button;

      self->offer = make_notice (self, NULL);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (soleus_notice_add_button (self->offer, _("Start"), _("Start the warning check"))), "win.check");
      button = soleus_notice_add_button (self->offer, _("Not now"), _("No warning check now"));
      g_signal_connect_swapped (button, "clicked", G_CALLBACK (decline_clicked_cb), self);
    }
  if (wanted)
    soleus_notice_set_text (self->offer, offer == SOLEUS_OFFER_SORE ? _("Is the calf still sore? Check warning signs again.") : _("Check warning signs. It takes a minute."));
  if (self->offer != NULL)
    soleus_notice_set_revealed (self->offer, wanted);
}

/* A cramp that has not stopped */

/* After two hours it is asked whether it stopped; it is never closed by itself. */
#define ASK_STOPPED_SECONDS (2 * 3600)
#define ASK_AGAIN_SECONDS 3600

static SoleusRecord *
find_running (SoleusWindow *self)
{
  return soleus_context_is_open (self->context) ? soleus_cramp_now_find_open (soleus_context_get_diary (self->context)) : NULL;
}

static void
running_first_clicked_cb (SoleusWindow *self)
{
  if (self->running_asks)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.edit-cramp", "s", self->running_uuid);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.cramp-now", NULL);
}

static void
running_second_clicked_cb (SoleusWindow *self)
{
  SoleusTime now = soleus_clock_get_now (soleus_context_get_clock (self->context));
  g_autoptr (SoleusRecord) open = find_running (self);

  if (self->running_asks)
    {
      self->running_quiet = now.utc + ASK_AGAIN_SECONDS;
      soleus_window_update_warnings (self);
    }
  else if (open != NULL)
    {
      g_autoptr (SoleusRecord) copy = soleus_record_copy (open);
      SoleusRow *row = soleus_record_get_values (copy);
      SoleusTime start = { 0, 0 };
      g_autofree char *lasted = NULL, *said = NULL;

      soleus_row_get_time (row, "start", &start);
      soleus_row_clear (row, "open");
      soleus_row_set_time (row, "end", now);
      lasted = soleus_words_duration (now.utc - start.utc);
      said = g_strdup_printf (_("Saved. It lasted %s."), lasted);
      soleus_keeper_save (soleus_context_get_keeper (self->context), copy, said);
    }
}

static void
show_running (SoleusWindow *self)
{
  g_autoptr (SoleusRecord) open = find_running (self);
  SoleusTime now = soleus_clock_get_now (soleus_context_get_clock (self->context)), start = { 0, 0 };
  gboolean wanted = open != NULL && gtk_stack_get_child_by_name (self->stack, "over") == NULL;
  g_autofree char *lasted = NULL, *text = NULL;
  gboolean asks;

  if (open != NULL)
    soleus_row_get_time (soleus_record_get_values (open), "start", &start);
  asks = open != NULL && now.utc - start.utc >= ASK_STOPPED_SECONDS;
  wanted = wanted && !(asks && now.utc < self->running_quiet);
  if (self->running != NULL && wanted && asks != self->running_asks)
    {
      gtk_box_remove (GTK_BOX (gtk_widget_get_parent (GTK_WIDGET (self->running))), GTK_WIDGET (self->running));
      self->running = NULL;
    }
  if (self->running == NULL && wanted)
    {
      self->running_asks = asks;
      self->running = make_notice (self, NULL);
      g_signal_connect_swapped (soleus_notice_add_button (self->running, asks ? _("Yes, about when?") : _("Open"), asks ? _("Yes, it stopped: about when?") : _("Open the running cramp")),
                                "clicked", G_CALLBACK (running_first_clicked_cb), self);
      g_signal_connect_swapped (soleus_notice_add_button (self->running, asks ? _("Still going") : _("It stopped"), asks ? _("The cramp is still going") : _("The cramp stopped")),
                                "clicked", G_CALLBACK (running_second_clicked_cb), self);
    }
  if (wanted)
    {
      g_free (self->running_uuid);
      self->running_uuid = g_strdup (soleus_record_get_uuid (open));
      lasted = soleus_words_duration (MAX (now.utc - start.utc, 0));
      text = g_strdup_printf (asks ? _("A cramp began %s ago. Did it stop?") : _("Cramp running, %s."), lasted);
      soleus_notice_set_text (self->running, text);
    }
  if (self->running != NULL)
    soleus_notice_set_revealed (self->running, wanted);
}

void
soleus_window_update_warnings (SoleusWindow *self)
{
  SoleusWarnings *warnings = self->context != NULL ? soleus_context_get_warnings (self->context) : NULL;
  SoleusPager *pager = soleus_window_get_pager (self);
  GtkWidget *page = pager != NULL ? soleus_pager_get_visible_page (pager) : NULL;
  gboolean has_card;

  if (warnings == NULL || soleus_warnings_get_verdict (warnings) == NULL)
    return;
  has_card = SOLEUS_IS_TODAY_PAGE (page) || (SOLEUS_IS_VERDICT_PAGE (page) && soleus_verdict_page_has_emergency (SOLEUS_VERDICT_PAGE (page))) ||
             (SOLEUS_IS_CHECK_PAGE (page) && soleus_check_page_has_emergency (SOLEUS_CHECK_PAGE (page)));
  show_emergency (self, warnings, has_card);
  show_answered (self, warnings, has_card && !SOLEUS_IS_TODAY_PAGE (page));
  show_offer (self, warnings, page);
  show_running (self);
}

/**
 * soleus_window_open_diary:
 * @self: a window
 *
 * Opens the diary, or shows why it cannot be opened and what can be done.
 */
void
soleus_window_open_diary (SoleusWindow *self)
{
  g_autoptr (GError) error = NULL;
  SoleusKeeper *keeper;

  g_return_if_fail (SOLEUS_IS_WINDOW (self));

  if (!soleus_context_open (self->context, &error))
    {
      show_problem (self, error);
      return;
    }
  keeper = soleus_context_get_keeper (self->context);
  g_signal_connect_object (keeper, "written", G_CALLBACK (keeper_written_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (keeper, "failed", G_CALLBACK (keeper_failed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (keeper, "notify::waiting", G_CALLBACK (keeper_waiting_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (keeper, "notify::can-undo", G_CALLBACK (soleus_window_update_actions), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (soleus_context_get_warnings (self->context), "changed", G_CALLBACK (soleus_window_update_warnings), self, G_CONNECT_SWAPPED);

  show_alone (self, GTK_WIDGET (self->shell));
  renew_reminder (self);
  build_place (self, &places[0]);
  update_header (self);
  tell_read_only (self, !soleus_diary_is_writable (soleus_context_get_diary (self->context)));
  if (self->cared)
    {
      care_cb (self);
      first_warnings_cb (self);
    }
}

/**
 * soleus_window_reopen:
 * @self: a window
 *
 * Opens the diary again, after what was wrong with it was mended, and builds every place anew.
 */
void
soleus_window_reopen (SoleusWindow *self)
{
  g_return_if_fail (SOLEUS_IS_WINDOW (self));

  soleus_window_close_over (self);
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      adw_view_stack_remove (self->views, adw_view_stack_get_child_by_name (self->views, places[i].name));
      add_place (self, &places[i]);
    }
  soleus_window_open_diary (self);
}

static gboolean
soleus_window_close_request (GtkWindow *window)
{
  SoleusWindow *self = SOLEUS_WINDOW (window);
  SoleusPager *pager = soleus_window_get_pager (self);
  int width, height;

  /* A page with something unsaved asks, and goes back by itself. */
  while (pager != NULL && soleus_pager_get_can_go_back (pager))
    if (!soleus_pager_pop (pager))
      return TRUE;

  if (self->settings != NULL)
    {
      gtk_window_get_default_size (window, &width, &height);
      g_settings_set_boolean (self->settings, "window-maximized", gtk_window_is_maximized (window));
      if (!gtk_window_is_maximized (window))
        {
          g_settings_set_int (self->settings, "window-width", width);
          g_settings_set_int (self->settings, "window-height", height);
        }
    }
  return GTK_WINDOW_CLASS (soleus_window_parent_class)->close_request (window);
}

static void
soleus_window_dispose (GObject *object)
{
  SoleusWindow *self = SOLEUS_WINDOW (object);

  g_clear_object (&self->context);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->running_uuid, g_free);

  G_OBJECT_CLASS (soleus_window_parent_class)->dispose (object);
}

static void
soleus_window_class_init (SoleusWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = soleus_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = soleus_window_close_request;
  soleus_window_install_actions (GTK_WIDGET_CLASS (klass));
}

static void
back_pressed_cb (SoleusWindow *self)
{
  soleus_window_go_back (self);
}

static void
soleus_window_init (SoleusWindow *self)
{
  GtkGesture *mouse_back = gtk_gesture_click_new ();

  self->shell = SOLEUS_SHELL (soleus_shell_new ());
  soleus_shell_set_content (self->shell, make_content (self));
  soleus_shell_set_rail (self->shell, make_rail (self));
  g_signal_connect_swapped (self->shell, "notify::narrow", G_CALLBACK (shell_narrow_cb), self);

  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->shell), "shell");
  self->toasts = ADW_TOAST_OVERLAY (adw_toast_overlay_new ());
  adw_toast_overlay_set_child (self->toasts, GTK_WIDGET (self->stack));
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (self), GTK_WIDGET (self->toasts));

  gtk_toggle_button_set_active (self->place_buttons[0], TRUE);
  g_signal_connect_swapped (self->views, "notify::visible-child", G_CALLBACK (views_changed_cb), self);
  g_signal_connect (self, "map", G_CALLBACK (window_mapped_cb), NULL);

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (mouse_back), 8);
  g_signal_connect_swapped (mouse_back, "pressed", G_CALLBACK (back_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (mouse_back));

  gtk_window_set_title (GTK_WINDOW (self), "Soleus");
  gtk_widget_set_size_request (GTK_WIDGET (self), SOLEUS_SHELL_MIN_WIDTH, 480);
}

/* The settings hold the state of the window only; without their schema the window works with its defaults. */
static void
restore_state (SoleusWindow *self)
{
  g_autoptr (GSettingsSchema) schema = g_settings_schema_source_lookup (g_settings_schema_source_get_default (), SOLEUS_APP_ID, TRUE);

  if (schema == NULL)
    {
      gtk_window_set_default_size (GTK_WINDOW (self), 960, 720);
      return;
    }
  self->settings = g_settings_new (SOLEUS_APP_ID);
  gtk_window_set_default_size (GTK_WINDOW (self), g_settings_get_int (self->settings, "window-width"), g_settings_get_int (self->settings, "window-height"));
  if (g_settings_get_boolean (self->settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
}

/**
 * soleus_window_new:
 * @application: the application
 * @context: what it shows
 *
 * Returns: (transfer none): a window, open at Today
 */
SoleusWindow *
soleus_window_new (AdwApplication *application,
                   SoleusContext  *context)
{
  SoleusWindow *self = g_object_new (SOLEUS_TYPE_WINDOW, "application", application, NULL);

  self->context = g_object_ref (context);
  restore_state (self);
  soleus_window_open_diary (self);
  return self;
}

/**
 * soleus_window_get_context:
 * @self: a window
 *
 * Returns: (transfer none): what it shows
 */
SoleusContext *
soleus_window_get_context (SoleusWindow *self)
{
  g_return_val_if_fail (SOLEUS_IS_WINDOW (self), NULL);

  return self->context;
}

/**
 * soleus_window_show_place:
 * @self: a window
 * @place: "today", "diary", "guides" or "medicines"
 */
void
soleus_window_show_place (SoleusWindow *self,
                          const char   *place)
{
  g_return_if_fail (SOLEUS_IS_WINDOW (self));

  if (find_place (place) != NULL)
    adw_view_stack_set_visible_child_name (self->views, place);
}

/**
 * soleus_window_open_over:
 * @self: a window
 * @view: what fills the window, in the place of what is there
 */
void
soleus_window_open_over (SoleusWindow *self,
                         GtkWidget    *view)
{
  g_return_if_fail (SOLEUS_IS_WINDOW (self));

  soleus_window_close_over (self);
  gtk_stack_add_named (self->stack, view, "over");
  show_alone (self, view);
  soleus_window_update_warnings (self);
}

/**
 * soleus_window_close_over:
 * @self: a window
 *
 * Shows the pages again.
 */
void
soleus_window_close_over (SoleusWindow *self)
{
  GtkWidget *over;

  g_return_if_fail (SOLEUS_IS_WINDOW (self));

  over = gtk_stack_get_child_by_name (self->stack, "over");
  if (over == NULL)
    return;
  show_alone (self, GTK_WIDGET (self->shell));
  gtk_stack_remove (self->stack, over);
  soleus_window_update_warnings (self);
}

/**
 * soleus_window_get_over:
 * @self: a window
 *
 * Returns: (transfer none) (nullable): what fills the window, or %NULL while pages are shown
 */
GtkWidget *
soleus_window_get_over (SoleusWindow *self)
{
  g_return_val_if_fail (SOLEUS_IS_WINDOW (self), NULL);

  return gtk_stack_get_child_by_name (self->stack, "over");
}

/**
 * soleus_window_push:
 * @self: a window
 * @page: a page
 * @title: its title
 * @subtitle: (nullable): what stands below it
 *
 * Opens a page within the present place.
 */
void
soleus_window_push (SoleusWindow *self,
                    GtkWidget    *page,
                    const char   *title,
                    const char   *subtitle)
{
  SoleusPager *pager;

  g_return_if_fail (SOLEUS_IS_WINDOW (self));

  soleus_window_close_over (self);
  pager = soleus_window_get_pager (self);
  soleus_pager_push (pager, page, title);
  soleus_pager_set_page_title (pager, page, title, subtitle);
  gtk_widget_child_focus (page, GTK_DIR_TAB_FORWARD);
}

/**
 * soleus_window_go_back:
 * @self: a window
 *
 * Goes back one page, if there is one.
 */
void
soleus_window_go_back (SoleusWindow *self)
{
  SoleusPager *pager;

  g_return_if_fail (SOLEUS_IS_WINDOW (self));

  pager = soleus_window_get_pager (self);
  if (pager != NULL && soleus_pager_get_can_go_back (pager))
    soleus_pager_pop (pager);
}

/**
 * soleus_window_toast:
 * @self: a window
 * @text: what to say
 */
void
soleus_window_toast (SoleusWindow *self,
                     const char   *text)
{
  g_return_if_fail (SOLEUS_IS_WINDOW (self));

  show_toast (self, text, FALSE);
}
