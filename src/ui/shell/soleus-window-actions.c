/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the window can do, by name: the keys, the menu, the buttons of pages and the tests all go through these. */
#include "config.h"

#include <string.h>

#include <glib/gi18n.h>

#include "app/soleus-left-out.h"
#include "app/soleus-medicine-plan.h"
#include "app/soleus-routines.h"
#include "app/soleus-words.h"
#include "ui/cramp-now/soleus-cramp-now-view.h"
#include "ui/diary/soleus-day-page.h"
#include "ui/diary/soleus-diary-page.h"
#include "ui/diary/soleus-trash-page.h"
#include "ui/episode/soleus-cramp-dialog.h"
#include "ui/episode/soleus-night-page.h"
#include "ui/exchange/soleus-export-dialog.h"
#include "ui/exchange/soleus-import-dialog.h"
#include "ui/guides/soleus-guide-page.h"
#include "ui/guides/soleus-guides-page.h"
#include "ui/medicines/soleus-medicines-page.h"
#include "ui/player/soleus-player-view.h"
#include "ui/player/soleus-routine-page.h"
#include "ui/player/soleus-routines-page.h"
#include "ui/preferences/soleus-emergency-dialog.h"
#include "ui/preferences/soleus-preferences.h"
#include "ui/shell/soleus-limits-page.h"
#include "ui/shell/soleus-window-private.h"
#include "ui/today/soleus-fill-in-page.h"
#include "ui/today/soleus-today-page.h"
#include "ui/warnings/soleus-check-page.h"
#include "ui/warnings/soleus-clinic-page.h"
#include "ui/warnings/soleus-verdict-page.h"

static gboolean
is_open (SoleusWindow *self)
{
  SoleusContext *context = soleus_window_get_context (self);

  return context != NULL && soleus_context_is_open (context);
}

static void
place_activated (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  soleus_window_show_place (SOLEUS_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
back_activated (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  soleus_window_go_back (SOLEUS_WINDOW (widget));
}

static void
open_night_activated (GtkWidget  *widget,
                      const char *name,
                      GVariant   *parameter)
{
  SoleusWindow *self = SOLEUS_WINDOW (widget);
  SoleusDate night = g_variant_get_int32 (parameter);
  g_autofree char *title = soleus_words_night (night);

  if (is_open (self))
    soleus_window_push (self, soleus_day_page_new (soleus_window_get_context (self), night), title, NULL);
}

static void
record_night_activated (GtkWidget  *widget,
                        const char *name,
                        GVariant   *parameter)
{
  SoleusWindow *self = SOLEUS_WINDOW (widget);
  SoleusDate night = g_variant_get_int32 (parameter);
  g_autofree char *title = soleus_words_night (night);
  SoleusContext *context = soleus_window_get_context (self);
  gboolean last = night == soleus_clock_get_today (soleus_context_get_clock (context));

  if (is_open (self))
    soleus_window_push (self, soleus_night_page_new (context, night), last ? _("Last night") : title, NULL);
}

static void
fill_in_activated (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  SoleusWindow *self = SOLEUS_WINDOW (widget);

  if (is_open (self))
    soleus_window_push (self, soleus_fill_in_page_new (soleus_window_get_context (self)), _("Nights not recorded"), NULL);
}

static void
add_cramp_activated (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  SoleusWindow *self = SOLEUS_WINDOW (widget);

  if (is_open (self))
    soleus_cramp_dialog_add (widget, soleus_window_get_context (self), parameter != NULL ? g_variant_get_int32 (parameter) : SOLEUS_DATE_NONE);
}

static void
edit_cramp_activated (GtkWidget  *widget,
                      const char *name,
                      GVariant   *parameter)
{
  SoleusWindow *self = SOLEUS_WINDOW (widget);

  if (is_open (self))
    soleus_cramp_dialog_edit (widget, soleus_window_get_context (self), g_variant_get_string (parameter, NULL));
}

static void
delete_record_activated (GtkWidget  *widget,
                         const char *name,
                         GVariant   *parameter)
{
  SoleusContext *context = soleus_window_get_context (SOLEUS_WINDOW (widget));
  const char *uuid = g_variant_get_string (parameter, NULL);
  g_autoptr (SoleusRecord) record = NULL;
  g_autofree char *said = NULL;

  if (!soleus_context_is_open (context))
    return;
  record = soleus_diary_get (soleus_context_get_diary (context), uuid, NULL);
  if (record == NULL)
    return;
  said = soleus_words_deleted (soleus_record_get_kind (record));
  soleus_keeper_delete (soleus_context_get_keeper (context), uuid, said);
}

static void
trash_activated (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  SoleusWindow *self = SOLEUS_WINDOW (widget);

  if (is_open (self))
    soleus_window_push (self, soleus_trash_page_new (soleus_window_get_context (self)), _("Trash"), NULL);
}

static void
limits_activated (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  SoleusWindow *self = SOLEUS_WINDOW (widget);

  if (is_open (self))
    soleus_window_push (self, soleus_limits_page_new (soleus_window_get_context (self)), _("What Soleus can and cannot do"), NULL);
}

static void
preferences_activated (GtkWidget  *widget,
                       const char *name,
                       GVariant   *parameter)
{
  SoleusWindow *self = SOLEUS_WINDOW (widget);

  if (is_open (self))
    soleus_preferences_show (GTK_WINDOW (self), soleus_window_get_context (self), g_str_equal (name, "win.about-me") ? "health" : NULL);
}

static void
emergency_number_activated (GtkWidget  *widget,
                            const char *name,
                            GVariant   *parameter)
{
  SoleusWindow *self = SOLEUS_WINDOW (widget);

  if (is_open (self))
    soleus_emergency_dialog_show (GTK_WINDOW (self), soleus_window_get_context (self));
}

static void
export_activated (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  SoleusWindow *self = SOLEUS_WINDOW (widget);

  if (is_open (self))
    soleus_export_dialog_show (GTK_WINDOW (self), soleus_window_get_context (self));
}

static void
import_activated (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  SoleusWindow *self = SOLEUS_WINDOW (widget);

  if (is_open (self))
    soleus_import_dialog_show (GTK_WINDOW (self), soleus_window_get_context (self));
}

static void
undo_activated (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  SoleusWindow *self = SOLEUS_WINDOW (widget);

  if (is_open (self) && soleus_keeper_can_undo (soleus_context_get_keeper (soleus_window_get_context (self))))
    {
      soleus_keeper_undo (soleus_context_get_keeper (soleus_window_get_context (self)));
      soleus_window_toast (self, _("Undone."));
    }
}

static void
push_verdict (SoleusWindow *self,
              SoleusRecord *verdict)
{
  SoleusContext *context = soleus_window_get_context (self);
  SoleusTime at = soleus_clock_get_now (soleus_context_get_clock (context));
  g_autofree char *date = NULL, *time = NULL, *subtitle = NULL;

  if (verdict != NULL)
    soleus_record_get_when (verdict, &at);
  date = soleus_words_date (soleus_time_get_date (at));
  time = soleus_words_time (at);
  subtitle = g_strdup_printf ("%s, %s", date, time);
  soleus_window_push (self, soleus_verdict_page_new (context, verdict), _("What to do"), subtitle);
}

static void
check_finished_cb (SoleusCheckPage *page,
                   SoleusRecord    *verdict,
                   SoleusWindow    *self)
{
  SoleusPager *pager = soleus_window_get_pager (self);

  /* The answer takes the place of the questions, and of an older answer below them. */
  soleus_pager_pop (pager);
  if (SOLEUS_IS_VERDICT_PAGE (soleus_pager_get_visible_page (pager)))
    soleus_pager_pop (pager);
  push_verdict (self, verdict);
}

static void
check_activated (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  SoleusWindow *self = SOLEUS_WINDOW (widget);
  SoleusPager *pager = soleus_window_get_pager (self);
  GtkWidget *page;

  if (!is_open (self) || SOLEUS_IS_CHECK_PAGE (soleus_pager_get_visible_page (pager)))
    return;
  page = soleus_check_page_new (soleus_window_get_context (self));
  g_signal_connect_object (page, "finished", G_CALLBACK (check_finished_cb), self, 0);
  g_signal_connect_object (page, "card", G_CALLBACK (soleus_window_update_warnings), self, G_CONNECT_SWAPPED);
  soleus_window_push (self, page, _("Check warning signs"), NULL);
}

static void
verdict_activated (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  SoleusWindow *self = SOLEUS_WINDOW (widget);

  if (is_open (self))
    push_verdict (self, NULL);
}

static void
check_verdict_activated (GtkWidget  *widget,
                         const char *name,
                         GVariant   *parameter)
{
  SoleusWindow *self = SOLEUS_WINDOW (widget);
  g_autoptr (SoleusRecord) verdict = NULL;

  if (!is_open (self))
    return;
  verdict = soleus_warnings_find_verdict (soleus_context_get_warnings (soleus_window_get_context (self)), g_variant_get_string (parameter, NULL));
  if (verdict != NULL)
    push_verdict (self, verdict);
  else
    soleus_window_toast (self, _("This check was kept without an answer."));
}

static void
emergency_activated (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  SoleusWindow *self = SOLEUS_WINDOW (widget);
  SoleusWarnings *warnings;
  SoleusRecord *verdict;

  if (!is_open (self))
    return;
  warnings = soleus_context_get_warnings (soleus_window_get_context (self));
  verdict = soleus_warnings_get_emergency (warnings);
  if (verdict == NULL)
    verdict = soleus_warnings_get_answered (warnings);
  if (verdict != NULL)
    push_verdict (self, verdict);
}

static void
clinic_activated (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  SoleusWindow *self = SOLEUS_WINDOW (widget);

  if (is_open (self))
    soleus_window_push (self, soleus_clinic_page_new (soleus_window_get_context (self)), _("Show to a clinician"), NULL);
}

static void
cramp_now_activated (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  SoleusWindow *self = SOLEUS_WINDOW (widget);

  if (is_open (self) && !SOLEUS_IS_CRAMP_NOW_VIEW (soleus_window_get_over (self)))
    soleus_window_open_over (self, soleus_cramp_now_view_new (soleus_window_get_context (self)));
}

static void
leave_over_activated (GtkWidget  *widget,
                      const char *name,
                      GVariant   *parameter)
{
  soleus_window_close_over (SOLEUS_WINDOW (widget));
}

/* A guide, a routine of the person by its UUID, or the bedtime routine. */
static void
play_activated (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  SoleusWindow *self = SOLEUS_WINDOW (widget);
  SoleusContext *context = soleus_window_get_context (self);
  const char *what = g_variant_get_string (parameter, NULL);
  g_autoptr (SoleusRecord) plan = NULL;
  g_autoptr (GPtrArray) steps = NULL;
  SoleusLibrary *library;
  const SoleusGuide *guide;

  if (!is_open (self))
    return;
  library = soleus_context_get_library (context);
  guide = soleus_guides_get (soleus_library_get_guides (library), what);
  if (g_str_equal (what, "bedtime-routine"))
    plan = soleus_routines_get_bedtime (soleus_context_get_diary (context));
  else if (guide == NULL)
    plan = soleus_diary_get (soleus_context_get_diary (context), what, NULL);
  if (plan != NULL)
    steps = soleus_routines_get_steps (plan, library, soleus_left_out_find_now (soleus_context_get_diary (context), soleus_context_get_warnings (context)));
  else if (guide != NULL && soleus_guide_is_played (guide) && !g_str_equal (what, "bedtime-routine"))
    {
      steps = g_ptr_array_new_with_free_func ((GDestroyNotify) soleus_play_step_free);
      g_ptr_array_add (steps, soleus_play_step_for_guide (guide));
    }
  else
    steps = soleus_routines_get_default (library, soleus_left_out_find_now (soleus_context_get_diary (context), soleus_context_get_warnings (context)));
  if (steps->len == 0)
    soleus_window_toast (self, _("There is no stretch in it that suits you."));
  else
    soleus_window_open_over (self, soleus_player_view_new (context, steps, plan));
}

static void
guide_activated (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  SoleusWindow *self = SOLEUS_WINDOW (widget);
  const SoleusGuide *guide;

  if (!is_open (self))
    return;
  guide = soleus_guides_get (soleus_library_get_guides (soleus_context_get_library (soleus_window_get_context (self))), g_variant_get_string (parameter, NULL));
  if (guide == NULL)
    return;
  soleus_window_close_over (self);
  soleus_window_show_place (self, "guides");
  soleus_window_push (self, soleus_guide_page_new (soleus_window_get_context (self), guide), guide->title, NULL);
}

/* The guides for a muscle, as what a search for its name finds. */
static void
guides_for_activated (GtkWidget  *widget,
                      const char *name,
                      GVariant   *parameter)
{
  SoleusWindow *self = SOLEUS_WINDOW (widget);
  GtkWidget *page;

  if (!is_open (self))
    return;
  page = soleus_window_get_place_page (self, "guides");
  if (SOLEUS_IS_GUIDES_PAGE (page))
    soleus_guides_page_show_muscle (SOLEUS_GUIDES_PAGE (page), g_variant_get_string (parameter, NULL));
}

static void
routines_activated (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  SoleusWindow *self = SOLEUS_WINDOW (widget);

  if (is_open (self))
    soleus_window_push (self, soleus_routines_page_new (soleus_window_get_context (self)), _("My routines"), NULL);
}

static void
routine_activated (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  SoleusWindow *self = SOLEUS_WINDOW (widget);
  const char *uuid = g_variant_get_string (parameter, NULL);
  g_autoptr (SoleusRecord) plan = NULL;

  if (!is_open (self))
    return;
  if (*uuid != '\0')
    plan = soleus_diary_get (soleus_context_get_diary (soleus_window_get_context (self)), uuid, NULL);
  soleus_window_push (self, soleus_routine_page_new (soleus_window_get_context (self), plan), plan != NULL ? _("Routine") : _("New routine"), NULL);
}

/* On a page of a guide that guide; elsewhere nothing. */
static void
print_activated (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  SoleusPager *pager = soleus_window_get_pager (SOLEUS_WINDOW (widget));
  GtkWidget *page = pager != NULL ? soleus_pager_get_visible_page (pager) : NULL;

  if (SOLEUS_IS_GUIDE_PAGE (page))
    soleus_guide_page_print (SOLEUS_GUIDE_PAGE (page));
}

static void
say_activated (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  soleus_window_toast (SOLEUS_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
search_activated (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  SoleusWindow *self = SOLEUS_WINDOW (widget);
  const char *place = soleus_window_get_place (self);
  gboolean has_search = g_strcmp0 (place, "diary") == 0 || g_strcmp0 (place, "medicines") == 0;
  GtkWidget *page;

  if (!is_open (self) || soleus_window_get_over (self) != NULL)
    return;
  page = soleus_window_get_place_page (self, has_search ? place : "guides");
  if (SOLEUS_IS_GUIDES_PAGE (page))
    soleus_guides_page_search (SOLEUS_GUIDES_PAGE (page), "");
  if (SOLEUS_IS_DIARY_PAGE (page))
    soleus_diary_page_search (SOLEUS_DIARY_PAGE (page));
  if (SOLEUS_IS_MEDICINES_PAGE (page))
    soleus_medicines_page_search (SOLEUS_MEDICINES_PAGE (page));
}

static void
show_page_activated (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  soleus_window_show_page (SOLEUS_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
main_menu_activated (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  soleus_window_popup_menu (SOLEUS_WINDOW (widget));
}

static void
reopen_activated (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  soleus_window_reopen (SOLEUS_WINDOW (widget));
}

/**
 * soleus_window_install_actions:
 * @widget_class: the class of the window
 */
void
soleus_window_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.place", "s", place_activated);
  gtk_widget_class_install_action (widget_class, "win.back", NULL, back_activated);
  gtk_widget_class_install_action (widget_class, "win.open-night", "i", open_night_activated);
  gtk_widget_class_install_action (widget_class, "win.record-night", "i", record_night_activated);
  gtk_widget_class_install_action (widget_class, "win.fill-in", NULL, fill_in_activated);
  gtk_widget_class_install_action (widget_class, "win.add-cramp", NULL, add_cramp_activated);
  gtk_widget_class_install_action (widget_class, "win.add-cramp-on", "i", add_cramp_activated);
  gtk_widget_class_install_action (widget_class, "win.edit-cramp", "s", edit_cramp_activated);
  gtk_widget_class_install_action (widget_class, "win.delete-record", "s", delete_record_activated);
  gtk_widget_class_install_action (widget_class, "win.trash", NULL, trash_activated);
  gtk_widget_class_install_action (widget_class, "win.limits", NULL, limits_activated);
  gtk_widget_class_install_action (widget_class, "win.preferences", NULL, preferences_activated);
  gtk_widget_class_install_action (widget_class, "win.about-me", NULL, preferences_activated);
  gtk_widget_class_install_action (widget_class, "win.emergency-number", NULL, emergency_number_activated);
  gtk_widget_class_install_action (widget_class, "win.export", NULL, export_activated);
  gtk_widget_class_install_action (widget_class, "win.import", NULL, import_activated);
  gtk_widget_class_install_action (widget_class, "win.check", NULL, check_activated);
  gtk_widget_class_install_action (widget_class, "win.verdict", NULL, verdict_activated);
  gtk_widget_class_install_action (widget_class, "win.check-verdict", "s", check_verdict_activated);
  gtk_widget_class_install_action (widget_class, "win.emergency", NULL, emergency_activated);
  gtk_widget_class_install_action (widget_class, "win.clinic", NULL, clinic_activated);
  gtk_widget_class_install_action (widget_class, "win.cramp-now", NULL, cramp_now_activated);
  gtk_widget_class_install_action (widget_class, "win.leave-over", NULL, leave_over_activated);
  gtk_widget_class_install_action (widget_class, "win.play", "s", play_activated);
  gtk_widget_class_install_action (widget_class, "win.guide", "s", guide_activated);
  gtk_widget_class_install_action (widget_class, "win.guides-for", "s", guides_for_activated);
  gtk_widget_class_install_action (widget_class, "win.routines", NULL, routines_activated);
  gtk_widget_class_install_action (widget_class, "win.routine", "s", routine_activated);
  gtk_widget_class_install_action (widget_class, "win.print", NULL, print_activated);
  gtk_widget_class_install_action (widget_class, "win.say", "s", say_activated);
  gtk_widget_class_install_action (widget_class, "win.undo", NULL, undo_activated);
  gtk_widget_class_install_action (widget_class, "win.search", NULL, search_activated);
  gtk_widget_class_install_action (widget_class, "win.show-page", "s", show_page_activated);
  gtk_widget_class_install_action (widget_class, "win.main-menu", NULL, main_menu_activated);
  gtk_widget_class_install_action (widget_class, "win.reopen", NULL, reopen_activated);

  soleus_window_install_book_actions (widget_class);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "win.back", NULL);
}

/**
 * soleus_window_update_actions:
 * @self: a window
 *
 * Switches off what can do nothing at present.
 */
void
soleus_window_update_actions (SoleusWindow *self)
{
  SoleusPager *pager = soleus_window_get_pager (self);
  gboolean open = is_open (self);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.back", pager != NULL && soleus_pager_get_can_go_back (pager));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.undo", open && soleus_keeper_can_undo (soleus_context_get_keeper (soleus_window_get_context (self))));
}

static gboolean
show_first_medicine (SoleusWindow *self)
{
  g_autoptr (GPtrArray) medicines = soleus_diary_list (soleus_context_get_diary (soleus_window_get_context (self)), SOLEUS_KIND_MEDICINE, SOLEUS_DATE_NONE, SOLEUS_DATE_NONE, NULL);

  return medicines != NULL && medicines->len > 0 && gtk_widget_activate_action (GTK_WIDGET (self), "win.medicine", "s", soleus_record_get_uuid (g_ptr_array_index (medicines, 0)));
}

/* "doses/2026-11-25/480": the doses that are due at that minute of that day. */
static void
show_doses (SoleusWindow *self,
            const char   *page)
{
  g_auto (GStrv) parts = g_strsplit (page, "/", 4);
  SoleusDate date;
  guint64 minute;

  soleus_window_show_place (self, "today");
  if (g_strv_length (parts) == 3 && soleus_date_parse (parts[1], &date) && g_ascii_string_to_unsigned (parts[2], 10, 0, 24 * 60 - 1, &minute, NULL))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.doses", "(ii)", date, (int) minute);
}

/* Today itself, and for a check-in its question. */
static void
show_today (SoleusWindow *self,
            const char   *page)
{
  GtkWidget *today;

  soleus_window_close_over (self);
  today = soleus_window_get_place_page (self, "today");
  if (SOLEUS_IS_TODAY_PAGE (today) && g_str_equal (page, "check-in"))
    soleus_today_page_focus_first (SOLEUS_TODAY_PAGE (today));
}

/* The pages that can be opened by name: from a terminal, and so be photographed, or by pressing a reminder. */
static gboolean
show_today_page (SoleusWindow *self,
                 const char   *page)
{
  SoleusDate today = soleus_clock_get_today (soleus_context_get_clock (soleus_window_get_context (self)));
  static const struct
  {
    const char *page;
    const char *action;
  } plain[] = {
    { "add-cramp", "win.add-cramp" }, { "fill-in", "win.fill-in" }, { "trash", "win.trash" }, { "preferences", "win.preferences" },
    { "about-me", "win.about-me" }, { "emergency-number", "win.emergency-number" }, { "shortcuts", "win.show-help-overlay" },
    { "about", "app.about" }, { "limits", "win.limits" }, { "export", "win.export" }, { "import", "win.import" },
    { "check", "win.check" }, { "verdict", "win.verdict" }, { "clinic", "win.clinic" },
    { "add-medicine", "win.add-medicine" }, { "cramp-now", "win.cramp-now" }, { "routines", "win.routines" },
    { "drinks", "win.drinks" }, { "trying", "win.trying" },
    { "food", "win.food" }, { "add-food", "win.add-food" }, { "reminders", "win.reminders" }, { "ledger", "win.ledger" },
  };

  /* A player that is open goes on: it may be the very routine. */
  if (g_str_equal (page, "stretch") && SOLEUS_IS_PLAYER_VIEW (soleus_window_get_over (self)))
    return TRUE;
  if (g_str_equal (page, "play") || g_str_equal (page, "stretch"))
    return gtk_widget_activate_action (GTK_WIDGET (self), "win.play", "s", "bedtime-routine");
  if (g_str_equal (page, "add-drink"))
    return gtk_widget_activate_action (GTK_WIDGET (self), "win.add-drink", "s", "");
  if (g_str_equal (page, "guide"))
    return gtk_widget_activate_action (GTK_WIDGET (self), "win.guide", "s", "A2");
  if (g_str_has_prefix (page, "guide:"))
    return gtk_widget_activate_action (GTK_WIDGET (self), "win.guide", "s", page + strlen ("guide:"));
  if (g_str_equal (page, "medicine"))
    return show_first_medicine (self);
  if (g_str_equal (page, "dose-calendar"))
    return gtk_widget_activate_action (GTK_WIDGET (self), "win.dose-calendar", "s", "");
  if (g_str_has_prefix (page, "plan:"))
    return gtk_widget_activate_action (GTK_WIDGET (self), "win.plan", "s", page + strlen ("plan:"));
  if (g_str_equal (page, "night"))
    return gtk_widget_activate_action (GTK_WIDGET (self), "win.record-night", "i", today);
  for (guint i = 0; i < G_N_ELEMENTS (plain); i++)
    if (g_str_equal (plain[i].page, page))
      return gtk_widget_activate_action (GTK_WIDGET (self), plain[i].action, NULL);
  return FALSE;
}

/**
 * soleus_window_show_page:
 * @self: a window
 * @page: the name of a page
 *
 * Opens a page by its name; an unknown one is ignored.
 */
void
soleus_window_show_page (SoleusWindow *self,
                         const char   *page)
{
  GtkWidget *diary;

  g_return_if_fail (SOLEUS_IS_WINDOW (self));

  if (!is_open (self))
    return;
  if (g_str_equal (page, "diary") || g_str_equal (page, "timeline") || g_str_equal (page, "day"))
    {
      diary = soleus_window_get_place_page (self, "diary");
      if (g_str_equal (page, "timeline"))
        soleus_diary_page_show_timeline (SOLEUS_DIARY_PAGE (diary));
      else if (g_str_equal (page, "day"))
        gtk_widget_activate_action (GTK_WIDGET (self), "win.open-night", "i", soleus_clock_get_today (soleus_context_get_clock (soleus_window_get_context (self))) - 1);
      return;
    }
  if (g_str_equal (page, "today") || g_str_equal (page, "check-in"))
    {
      show_today (self, page);
      return;
    }
  if (g_str_has_prefix (page, "doses/"))
    {
      show_doses (self, page);
      return;
    }
  if (g_str_equal (page, "guides") || g_str_equal (page, "routines"))
    soleus_window_show_place (self, "guides");
  else if (g_str_has_suffix (page, "medicines") || g_str_has_suffix (page, "medicine") || g_str_equal (page, "dose-calendar") || g_str_has_prefix (page, "plan:"))
    soleus_window_show_place (self, "medicines");
  else
    soleus_window_show_place (self, "today");
  show_today_page (self, page);
}
