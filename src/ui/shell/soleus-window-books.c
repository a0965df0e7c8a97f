/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the window can do with the books of the day: drinks, food, medicines, stretches that were done, what the day was like, and
 * what the person is reminded of. */
#include "config.h"

#include <glib/gi18n.h>

#include "app/soleus-drinks.h"
#include "app/soleus-medicine-words.h"
#include "app/soleus-words.h"
#include "ui/diary/soleus-entry-dialogs.h"
#include "ui/drinks/soleus-drink-dialog.h"
#include "ui/drinks/soleus-drinks-page.h"
#include "ui/food/soleus-food-dialog.h"
#include "ui/food/soleus-food-page.h"
#include "ui/medicines/soleus-dose-calendar-page.h"
#include "ui/medicines/soleus-dose-dialog.h"
#include "ui/medicines/soleus-doses-page.h"
#include "ui/medicines/soleus-medicine-dialog.h"
#include "ui/medicines/soleus-medicine-page.h"
#include "ui/medicines/soleus-plan-dialog.h"
#include "ui/reminders/soleus-ledger-page.h"
#include "ui/reminders/soleus-reminders-page.h"
#include "ui/shell/soleus-window-private.h"
#include "ui/today/soleus-trying-page.h"

/* The diary that the window shows, or NULL while it shows none. */
static SoleusContext *
get_open (GtkWidget *widget)
{
  SoleusContext *context = soleus_window_get_context (SOLEUS_WINDOW (widget));

  return context != NULL && soleus_context_is_open (context) ? context : NULL;
}

/* Drinks: one to change by its UUID, or a new one */

static void
drink_activated (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  SoleusContext *context = get_open (widget);
  const char *uuid = g_variant_get_string (parameter, NULL);

  if (context != NULL)
    soleus_drink_dialog_show (GTK_WINDOW (widget), context, *uuid != '\0' ? uuid : NULL, SOLEUS_DATE_NONE);
}

static void
usual_drink_activated (GtkWidget  *widget,
                       const char *name,
                       GVariant   *parameter)
{
  SoleusContext *context = get_open (widget);

  if (context != NULL)
    soleus_drinks_add_usual (soleus_context_get_keeper (context), soleus_context_get_diary (context));
}

static void
drinks_activated (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  SoleusContext *context = get_open (widget);

  if (context != NULL)
    soleus_window_push (SOLEUS_WINDOW (widget), soleus_drinks_page_new (context, parameter != NULL ? g_variant_get_int32 (parameter) : SOLEUS_DATE_NONE), _("Drinks"), NULL);
}

/* Food: a new meal, now or on a day, or one to change by its UUID */

static void
add_food_activated (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  SoleusContext *context = get_open (widget);

  if (context != NULL)
    soleus_food_dialog_show (GTK_WINDOW (widget), context, NULL, parameter != NULL ? g_variant_get_int32 (parameter) : SOLEUS_DATE_NONE);
}

static void
edit_meal_activated (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  SoleusContext *context = get_open (widget);

  if (context != NULL)
    soleus_food_dialog_show (GTK_WINDOW (widget), context, g_variant_get_string (parameter, NULL), SOLEUS_DATE_NONE);
}

static void
food_activated (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  SoleusContext *context = get_open (widget);

  if (context != NULL)
    soleus_window_push (SOLEUS_WINDOW (widget), soleus_food_page_new (context), _("Food"), NULL);
}

static void
trying_activated (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  SoleusContext *context = get_open (widget);

  if (context != NULL)
    soleus_window_push (SOLEUS_WINDOW (widget), soleus_trying_page_new (context), _("Things you are trying"), NULL);
}

/* Medicines */

static void
change_medicine_activated (GtkWidget  *widget,
                           const char *name,
                           GVariant   *parameter)
{
  SoleusContext *context = get_open (widget);

  if (context != NULL)
    soleus_medicine_dialog_show (GTK_WINDOW (widget), context, parameter != NULL ? g_variant_get_string (parameter, NULL) : NULL);
}

static void
medicine_activated (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  SoleusContext *context = get_open (widget);
  const char *uuid = g_variant_get_string (parameter, NULL);
  g_autoptr (SoleusRecord) medicine = context != NULL ? soleus_diary_get (soleus_context_get_diary (context), uuid, NULL) : NULL;

  if (medicine != NULL && soleus_record_get_kind (medicine) == SOLEUS_KIND_MEDICINE)
    soleus_window_push (SOLEUS_WINDOW (widget), soleus_medicine_page_new (context, uuid), soleus_row_get_text (soleus_record_get_values (medicine), "name"), NULL);
}

static void
plan_activated (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  SoleusContext *context = get_open (widget);

  if (context != NULL)
    soleus_plan_dialog_show (GTK_WINDOW (widget), context, g_variant_get_string (parameter, NULL));
}

/* Of one medicine, or of all for an empty UUID. */
static void
dose_calendar_activated (GtkWidget  *widget,
                         const char *name,
                         GVariant   *parameter)
{
  SoleusContext *context = get_open (widget);
  const char *uuid = g_variant_get_string (parameter, NULL);
  g_autoptr (SoleusRecord) medicine = NULL;
  g_autofree char *subtitle = NULL;
  GtkWidget *page;

  if (context == NULL)
    return;
  if (*uuid != '\0')
    medicine = soleus_diary_get (soleus_context_get_diary (context), uuid, NULL);
  if (medicine != NULL && soleus_record_get_kind (medicine) == SOLEUS_KIND_MEDICINE)
    subtitle = soleus_medicine_words_title (medicine);
  page = soleus_dose_calendar_page_new (context, *uuid != '\0' ? uuid : NULL);
  soleus_window_push (SOLEUS_WINDOW (widget), page, _("Dose calendar"), subtitle);
  gtk_widget_grab_focus (page);
}

static void
doses_activated (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  SoleusContext *context = get_open (widget);
  g_autofree char *title = NULL, *day = NULL;
  int date, minute;

  g_variant_get (parameter, "(ii)", &date, &minute);
  if (context == NULL || date < SOLEUS_DATE_MIN || date > SOLEUS_DATE_MAX || minute < 0 || minute >= 24 * 60)
    return;
  title = soleus_words_minute (minute);
  day = soleus_words_date (date);
  soleus_window_push (SOLEUS_WINDOW (widget), soleus_doses_page_new (context, date, minute), title, day);
}

/* Reminders */

static void
reminders_activated (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  SoleusContext *context = get_open (widget);
  GtkWidget *page;

  if (context == NULL)
    return;
  page = soleus_reminders_page_new (context);
  soleus_window_push (SOLEUS_WINDOW (widget), page, _("Reminders"), NULL);
  gtk_widget_grab_focus (page);
}

static void
ledger_activated (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  SoleusContext *context = get_open (widget);

  if (context != NULL)
    soleus_window_push (SOLEUS_WINDOW (widget), soleus_ledger_page_new (context), _("What happened"), NULL);
}

/* All of them */

static void
add_stretch_activated (GtkWidget  *widget,
                       const char *name,
                       GVariant   *parameter)
{
  SoleusContext *context = get_open (widget);

  if (context != NULL)
    soleus_stretch_dialog_show (GTK_WINDOW (widget), context, NULL, g_variant_get_int32 (parameter));
}

/* Each kind of entry has its own way of being changed. */
static void
edit_record_activated (GtkWidget  *widget,
                       const char *name,
                       GVariant   *parameter)
{
  SoleusContext *context = get_open (widget);
  const char *uuid = g_variant_get_string (parameter, NULL);
  g_autoptr (SoleusRecord) record = context != NULL ? soleus_diary_get (soleus_context_get_diary (context), uuid, NULL) : NULL;

  if (record == NULL)
    return;
  switch ((int) soleus_record_get_kind (record))
    {
    case SOLEUS_KIND_EPISODE:
      gtk_widget_activate_action (widget, "win.edit-cramp", "s", uuid);
      break;
    case SOLEUS_KIND_DRINK:
      soleus_drink_dialog_show (GTK_WINDOW (widget), context, uuid, SOLEUS_DATE_NONE);
      break;
    case SOLEUS_KIND_MEAL:
      soleus_food_dialog_show (GTK_WINDOW (widget), context, uuid, SOLEUS_DATE_NONE);
      break;
    case SOLEUS_KIND_DOSE:
      soleus_dose_dialog_edit (GTK_WINDOW (widget), context, uuid);
      break;
    case SOLEUS_KIND_STRETCH:
      soleus_stretch_dialog_show (GTK_WINDOW (widget), context, uuid, SOLEUS_DATE_NONE);
      break;
    case SOLEUS_KIND_HABIT:
      soleus_habit_dialog_show (GTK_WINDOW (widget), context, uuid);
      break;
    case SOLEUS_KIND_MEDICINE:
      gtk_widget_activate_action (widget, "win.medicine", "s", uuid);
      break;
    default:
      break;
    }
}

/**
 * soleus_window_install_book_actions:
 * @widget_class: the class of the window
 */
void
soleus_window_install_book_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.add-drink", "s", drink_activated);
  gtk_widget_class_install_action (widget_class, "win.edit-drink", "s", drink_activated);
  gtk_widget_class_install_action (widget_class, "win.usual-drink", NULL, usual_drink_activated);
  gtk_widget_class_install_action (widget_class, "win.drinks", NULL, drinks_activated);
  gtk_widget_class_install_action (widget_class, "win.drinks-of", "i", drinks_activated);
  gtk_widget_class_install_action (widget_class, "win.add-food", NULL, add_food_activated);
  gtk_widget_class_install_action (widget_class, "win.add-food-on", "i", add_food_activated);
  gtk_widget_class_install_action (widget_class, "win.edit-meal", "s", edit_meal_activated);
  gtk_widget_class_install_action (widget_class, "win.food", NULL, food_activated);
  gtk_widget_class_install_action (widget_class, "win.trying", NULL, trying_activated);
  gtk_widget_class_install_action (widget_class, "win.add-medicine", NULL, change_medicine_activated);
  gtk_widget_class_install_action (widget_class, "win.edit-medicine", "s", change_medicine_activated);
  gtk_widget_class_install_action (widget_class, "win.medicine", "s", medicine_activated);
  gtk_widget_class_install_action (widget_class, "win.plan", "s", plan_activated);
  gtk_widget_class_install_action (widget_class, "win.dose-calendar", "s", dose_calendar_activated);
  gtk_widget_class_install_action (widget_class, "win.doses", "(ii)", doses_activated);
  gtk_widget_class_install_action (widget_class, "win.reminders", NULL, reminders_activated);
  gtk_widget_class_install_action (widget_class, "win.ledger", NULL, ledger_activated);
  gtk_widget_class_install_action (widget_class, "win.add-stretch-on", "i", add_stretch_activated);
  gtk_widget_class_install_action (widget_class, "win.edit-record", "s", edit_record_activated);
}
