/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is added while the dialog is open is one meal, written after each press, so that nothing waits to be saved. The meal is read anew
 * when the diary changes: an undo, or another program. */
#include "config.h"

#include "ui/food/soleus-food-dialog.h"

#include <glib/gi18n.h>

#include "app/soleus-meals.h"
#include "app/soleus-words.h"
#include "ui/episode/soleus-note-field.h"
#include "ui/episode/soleus-question.h"
#include "ui/exchange/soleus-modal.h"
#include "ui/food/soleus-food-line.h"
#include "ui/food/soleus-food-picker.h"
#include "ui/food/soleus-meal-when.h"
#include "ui/food/soleus-own-food-dialog.h"
#include "ui/widgets/soleus-action-row.h"
#include "ui/widgets/soleus-build.h"
#include "ui/widgets/soleus-late-style.h"

#define SPACING 12
#define LEAST_HEIGHT 420
#define MOST_HEIGHT 760

typedef struct
{
  GtkWidget *dialog;
  SoleusContext *context;
  SoleusRecord *record; /* the meal as it stands here */
  gboolean is_kept;     /* it is in the diary */
  gboolean is_warned;   /* that the time which is typed is none */
  gboolean is_closing;
  GPtrArray *breakfast; /* yesterday's */
  GtkWidget *when;
  GtkWidget *picker;
  gboolean has_offer;
  GtkWidget *meal;      /* heading and items */
  GtkWidget *items;
  GtkWidget *note;
} Dialog;

/* A write under way, and what to say after it. */
typedef struct
{
  GtkWidget *dialog;
  char *said;
} Said;

static void
dialog_free (gpointer data)
{
  Dialog *self = data;

  g_clear_pointer (&self->breakfast, g_ptr_array_unref);
  g_clear_object (&self->record);
  g_object_unref (self->context);
  g_free (self);
}

static SoleusRow *
get_row (Dialog *self)
{
  return soleus_record_get_values (self->record);
}

static SoleusFoodTable *
get_table (Dialog *self)
{
  return soleus_food_picker_get_table (SOLEUS_FOOD_PICKER (self->picker));
}

static void
say (Dialog     *self,
     const char *text)
{
  soleus_food_picker_say (SOLEUS_FOOD_PICKER (self->picker), text, TRUE, FALSE);
}

/* The items of the meal */

static void item_pressed_cb (SoleusFoodLine *line, Dialog *self);
static void item_stepped_cb (SoleusFoodLine *line, Dialog *self);

static GtkWidget *
get_line (Dialog *self,
          guint   index)
{
  GtkWidget *line = gtk_widget_get_first_child (self->items);

  for (guint i = 0; line != NULL && i < index; i++)
    line = gtk_widget_get_next_sibling (line);
  return line;
}

static GtkWidget *
get_or_make_line (Dialog *self,
                  guint   index)
{
  GtkWidget *line = get_line (self, index);

  if (line != NULL)
    return line;
  line = soleus_food_line_new_of_meal ();
  g_signal_connect (line, "pressed", G_CALLBACK (item_pressed_cb), self);
  g_signal_connect (line, "stepped", G_CALLBACK (item_stepped_cb), self);
  gtk_box_append (GTK_BOX (self->items), line);
  return line;
}

static void copy_clicked_cb (Dialog *self);

static GtkWidget *
make_offer (Dialog *self)
{
  SoleusDiary *diary = soleus_context_get_diary (self->context);
  g_autoptr (SoleusRecord) all = soleus_record_new (SOLEUS_KIND_MEAL);
  g_autofree char *items = NULL;
  GtkWidget *offer = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *row;

  soleus_meals_copy_items (soleus_record_get_values (all), self->breakfast);
  items = soleus_meals_say_items (diary, soleus_record_get_values (all));
  row = soleus_action_row_new (_("Yesterday’s breakfast"), items);
  g_signal_connect_swapped (soleus_action_row_add_button (SOLEUS_ACTION_ROW (row), _("Copy"), _("Copy yesterday’s breakfast")), "clicked", G_CALLBACK (copy_clicked_cb), self);
  gtk_box_append (GTK_BOX (soleus_build_rows (offer)), row);
  return offer;
}

/* Yesterday's breakfast can be copied into a meal that holds nothing yet. */
static void
show_offer (Dialog *self)
{
  gboolean wanted = self->breakfast != NULL && self->breakfast->len > 0 && soleus_row_get_n_rows (get_row (self), "items") == 0;

  if (wanted == self->has_offer)
    return;
  self->has_offer = wanted;
  soleus_food_picker_set_offer (SOLEUS_FOOD_PICKER (self->picker), wanted ? make_offer (self) : NULL);
}

/* Lines stay where they are and are filled anew, so that the focus stays where it is. */
static void
show_items (Dialog *self)
{
  guint n = soleus_row_get_n_rows (get_row (self), "items");
  GtkWidget *line;

  for (guint i = 0; i < n; i++)
    {
      const SoleusRow *item = soleus_row_get_row (get_row (self), "items", i);
      g_autoptr (SoleusFoodChoice) choice = soleus_food_table_identify (get_table (self), item);

      if (choice == NULL)
        choice = soleus_food_choice_new_typed (_("Food without a name"));
      line = get_or_make_line (self, i);
      soleus_food_line_set_choice (SOLEUS_FOOD_LINE (line), choice, FALSE);
      soleus_food_line_set_servings (SOLEUS_FOOD_LINE (line), soleus_meals_get_servings (item));
      g_object_set_data (G_OBJECT (line), "index", GUINT_TO_POINTER (i));
    }
  while ((line = get_line (self, n)) != NULL)
    gtk_box_remove (GTK_BOX (self->items), line);
  gtk_widget_set_visible (self->meal, n > 0);
  show_offer (self);
}

static void
show_note (Dialog *self)
{
  soleus_note_field_set_text (SOLEUS_NOTE_FIELD (self->note), soleus_row_get_text (get_row (self), "note"));
}

static void
show_when (Dialog *self)
{
  SoleusTime at;

  if (soleus_row_get_time (get_row (self), "at", &at))
    soleus_meal_when_set (SOLEUS_MEAL_WHEN (self->when), soleus_row_get_text (get_row (self), "meal"), at);
}

/* Writing */

static void
begin_meal (Dialog *self)
{
  g_clear_object (&self->record);
  self->record = soleus_record_new (SOLEUS_KIND_MEAL);
  self->is_kept = FALSE;
}

/* What the diary holds is what counts. */
static void
reload (Dialog *self)
{
  g_autoptr (SoleusRecord) stored = soleus_diary_get (soleus_context_get_diary (self->context), soleus_record_get_uuid (self->record), NULL);
  gboolean is_there = stored != NULL && soleus_record_get_life (stored)->deleted == 0;

  if (!is_there && self->is_kept)
    begin_meal (self);
  if (is_there && !soleus_record_says_same (stored, self->record))
    {
      g_object_unref (self->record);
      self->record = soleus_record_copy (stored);
      show_when (self);
      show_note (self);
    }
  self->is_kept = is_there;
  show_items (self);
}

static void
said_free (Said *said)
{
  g_object_unref (said->dialog);
  g_free (said->said);
  g_free (said);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Said, said_free)

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr (Said) said = data;
  Dialog *self = g_object_get_data (G_OBJECT (said->dialog), "food-dialog");
  gboolean done = soleus_keeper_write_finish (SOLEUS_KEEPER (source), result, NULL);

  if (self->is_closing)
    return;
  if (done)
    {
      soleus_food_picker_say (SOLEUS_FOOD_PICKER (self->picker), said->said, FALSE, TRUE);
      return;
    }
  say (self, _("Could not save. Try again in a moment."));
  if (self->is_kept)
    reload (self);
  else
    {
      begin_meal (self);
      show_items (self);
    }
}

static void
write_edits (Dialog     *self,
             GPtrArray  *edits,
             const char *said)
{
  Said *data = g_new0 (Said, 1);

  data->dialog = g_object_ref (self->dialog);
  data->said = g_strdup (said);
  soleus_keeper_write (soleus_context_get_keeper (self->context), edits, said, written_cb, data);
}

/* Puts into the record what the answers say; FALSE where they cannot be kept. */
static gboolean
take_answers (Dialog *self)
{
  SoleusTime at;
  g_autofree char *note = soleus_note_field_dup_text (SOLEUS_NOTE_FIELD (self->note));

  if (!soleus_meal_when_get_time (SOLEUS_MEAL_WHEN (self->when), &at))
    return FALSE;
  soleus_row_set_time (get_row (self), "at", at);
  soleus_row_set_text (get_row (self), "meal", soleus_meal_when_get_word (SOLEUS_MEAL_WHEN (self->when)));
  soleus_row_set_text (get_row (self), "note", note);
  return TRUE;
}

static gboolean
says_nothing (Dialog *self)
{
  return soleus_row_get_n_rows (get_row (self), "items") == 0 && !soleus_row_has (get_row (self), "note");
}

/* Keeps the meal as it stands here. One that says nothing any more goes to the trash. */
static void
keep (Dialog     *self,
      const char *said)
{
  g_autoptr (GPtrArray) edits = soleus_edits_new ();
  g_autoptr (SoleusRecord) copy = NULL;

  if (says_nothing (self))
    {
      soleus_edits_delete (edits, soleus_record_get_uuid (self->record));
      if (self->is_kept)
        write_edits (self, edits, _("Meal deleted."));
      return;
    }
  copy = soleus_record_copy (self->record);
  soleus_edits_save (edits, copy);
  write_edits (self, edits, said);
  if (soleus_record_get_life (copy)->revision > 0)
    {
      g_set_object (&self->record, copy);
      self->is_kept = TRUE;
      show_when (self);
    }
  show_items (self);
}

static void
add (SoleusFoodPicker *picker,
     SoleusFoodChoice *choice,
     gint64            servings,
     Dialog           *self)
{
  g_autofree char *said = NULL;

  if (!take_answers (self))
    {
      soleus_meal_when_open (SOLEUS_MEAL_WHEN (self->when));
      say (self, _("Enter a time that is not in the future. Then add the food."));
      return;
    }
  if (!soleus_meals_add_choice (get_row (self), get_table (self), choice, servings))
    {
      say (self, _("This meal is full. Press Done and begin another one."));
      return;
    }
  if (servings == SOLEUS_SERVING)
    /* Translators: %s is a food */
    said = g_strdup_printf (_("Added: %s."), choice->name);
  else
    {
      g_autofree char *words = soleus_meals_say_servings (servings);

      /* Translators: a food, then how much: "Added: Banana, raw, 2 servings." */
      said = g_strdup_printf (_("Added: %s, %s."), choice->name, words);
    }
  keep (self, said);
}

static void
mark (SoleusFoodPicker *picker,
      const char       *target,
      gboolean          marked,
      Dialog           *self)
{
  g_autoptr (GPtrArray) edits = soleus_meals_mark (soleus_context_get_diary (self->context), target, marked);

  write_edits (self, edits, marked ? _("Added to favorites.") : _("Removed from favorites."));
}

static void
undo (Dialog *self)
{
  soleus_keeper_undo (soleus_context_get_keeper (self->context));
  soleus_food_picker_say (SOLEUS_FOOD_PICKER (self->picker), _("Undone."), FALSE, FALSE);
}

static guint
get_index (SoleusFoodLine *line)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (line), "index"));
}

static void
item_pressed_cb (SoleusFoodLine *line,
                 Dialog         *self)
{
  guint index = get_index (line), n = soleus_row_get_n_rows (get_row (self), "items");
  g_autofree char *said = g_strdup_printf (_("Removed: %s."), soleus_food_line_get_choice (line)->name);
  GtkWidget *next;

  if (index >= n)
    return;
  soleus_row_remove_row (get_row (self), "items", index);
  keep (self, said);
  show_items (self);
  /* The focus goes to the line that took its place. */
  next = get_line (self, MIN (index, n > 1 ? n - 2 : 0));
  if (next != NULL)
    gtk_widget_child_focus (next, GTK_DIR_TAB_FORWARD);
  else
    gtk_widget_grab_focus (self->picker);
}

static void
item_stepped_cb (SoleusFoodLine *line,
                 Dialog         *self)
{
  SoleusRow *item = soleus_row_get_row (get_row (self), "items", get_index (line));
  g_autofree char *words = soleus_meals_say_servings (soleus_food_line_get_servings (line)), *said = NULL;

  if (item == NULL)
    return;
  soleus_meals_set_servings (item, soleus_food_line_get_servings (line));
  /* Translators: a food, then how much: "Saved: Banana, raw, 2 servings." */
  said = g_strdup_printf (_("Saved: %s, %s."), soleus_food_line_get_choice (line)->name, words);
  keep (self, said);
}

/* Time, meal and note: kept as soon as there is a meal to keep them with. */
static void
keep_answers (Dialog *self)
{
  g_autoptr (SoleusRecord) before = soleus_record_copy (self->record);
  g_autofree char *said = NULL;
  const char *word;

  if (self->is_closing || !take_answers (self) || says_nothing (self) || (self->is_kept && soleus_record_says_same (before, self->record)))
    return;
  word = soleus_row_get_text (get_row (self), "meal");
  said = g_strdup_printf (_("Saved: %s."), word != NULL ? soleus_words_word (&soleus_meal_kinds, word) : _("Food"));
  keep (self, said);
}

static void
copy_clicked_cb (Dialog *self)
{
  SoleusTime at;

  begin_meal (self);
  if (!soleus_meal_when_get_time (SOLEUS_MEAL_WHEN (self->when), &at))
    at = soleus_clock_get_now (soleus_context_get_clock (self->context));
  soleus_row_set_time (get_row (self), "at", at);
  soleus_row_set_text (get_row (self), "meal", "breakfast");
  soleus_meals_copy_items (get_row (self), self->breakfast);
  gtk_widget_grab_focus (self->picker);
  keep (self, _("Added: yesterday’s breakfast."));
}

static void
new_food_clicked_cb (Dialog *self)
{
  g_autofree char *typed = soleus_food_picker_dup_typed (SOLEUS_FOOD_PICKER (self->picker));

  soleus_own_food_dialog_show (GTK_WINDOW (self->dialog), self->context, NULL, typed);
}

static gboolean
close_request_cb (Dialog *self)
{
  SoleusTime at;

  if (!self->is_closing && !self->is_warned && self->is_kept && !soleus_meal_when_get_time (SOLEUS_MEAL_WHEN (self->when), &at))
    {
      self->is_warned = TRUE;
      say (self, _("This time cannot be kept. Correct it, or press Done again to keep the time before."));
      return TRUE;
    }
  keep_answers (self);
  self->is_closing = TRUE;
  return FALSE;
}

/* Its parts lose the focus while they go. */
static void
destroyed_cb (Dialog *self)
{
  self->is_closing = TRUE;
}

static void
delete_clicked_cb (Dialog *self)
{
  self->is_closing = TRUE;
  if (self->is_kept)
    soleus_keeper_delete (soleus_context_get_keeper (self->context), soleus_record_get_uuid (self->record), _("Meal deleted."));
  gtk_window_close (GTK_WINDOW (self->dialog));
}

static void
diary_changed_cb (GtkWidget *dialog,
                  guint      kinds)
{
  Dialog *self = g_object_get_data (G_OBJECT (dialog), "food-dialog");

  if (!self->is_closing && (kinds & (SOLEUS_KIND_MASK (SOLEUS_KIND_MEAL) | SOLEUS_KIND_MASK (SOLEUS_KIND_FOOD))) != 0)
    reload (self);
}

/* Building */

static void
find_breakfast (Dialog     *self,
                SoleusDate  day)
{
  SoleusDate today = soleus_clock_get_today (soleus_context_get_clock (self->context));

  if (!self->is_kept && (day == SOLEUS_DATE_NONE || day == today))
    self->breakfast = soleus_meals_list_breakfast (soleus_context_get_diary (self->context), today - 1);
}

static GtkWidget *
make_meal (Dialog *self)
{
  self->meal = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  gtk_box_append (GTK_BOX (self->meal), soleus_question_new_heading (_("In this meal")));
  self->items = soleus_build_rows (self->meal);
  return self->meal;
}

static GtkWidget *
make_note (Dialog *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->note = soleus_note_field_new ();
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (keep_answers), self);
  gtk_widget_add_controller (self->note, focus);
  return self->note;
}

static void
set_height (Dialog    *self,
            GtkWindow *parent)
{
  int width, height, wanted = gtk_widget_get_height (GTK_WIDGET (parent));

  if (wanted == 0)
    gtk_window_get_default_size (parent, &width, &wanted);
  gtk_window_get_default_size (GTK_WINDOW (self->dialog), &width, &height);
  gtk_window_set_default_size (GTK_WINDOW (self->dialog), width, CLAMP (wanted, LEAST_HEIGHT, MOST_HEIGHT));
}

static void
build (Dialog     *self,
       const char *title,
       SoleusDate  day)
{
  GtkWidget *page = soleus_modal_page_new (title), *more = soleus_build_button (_("New food with its minerals"), NULL, NULL);
  gboolean changes = self->is_kept;

  self->when = soleus_meal_when_new (soleus_context_get_clock (self->context), day);
  self->picker = soleus_food_picker_new (self->context);
  find_breakfast (self, day);
  make_meal (self);
  g_signal_connect_swapped (more, "clicked", G_CALLBACK (new_food_clicked_cb), self);
  gtk_widget_set_halign (more, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (page), self->when);
  if (changes)
    {
      gtk_box_append (GTK_BOX (page), self->meal);
      gtk_box_append (GTK_BOX (page), soleus_question_new_heading (_("Add more")));
    }
  gtk_box_append (GTK_BOX (page), self->picker);
  gtk_box_append (GTK_BOX (page), more);
  if (!changes)
    gtk_box_append (GTK_BOX (page), self->meal);
  gtk_box_append (GTK_BOX (page), make_note (self));
  gtk_widget_add_css_class (soleus_modal_page_add_button (page, _("_Done"), G_CALLBACK (gtk_window_close), self->dialog), "suggested-action");
  if (changes)
    {
      gtk_widget_add_css_class (soleus_modal_page_add_button (page, _("_Delete"), G_CALLBACK (delete_clicked_cb), self), "destructive-action");
      soleus_meal_when_open (SOLEUS_MEAL_WHEN (self->when));
      show_when (self);
      show_note (self);
    }
  show_items (self);
  g_signal_connect (self->picker, "add", G_CALLBACK (add), self);
  g_signal_connect (self->picker, "mark", G_CALLBACK (mark), self);
  g_signal_connect_swapped (self->picker, "undo", G_CALLBACK (undo), self);
  g_signal_connect_swapped (self->when, "changed", G_CALLBACK (keep_answers), self);
  soleus_modal_set_page (SOLEUS_MODAL (self->dialog), page);
}

/**
 * soleus_food_dialog_show:
 * @parent: the window that asks
 * @context: an open diary
 * @uuid: (nullable): a meal to change, or %NULL for a new one
 * @day: the day of a new meal, or %SOLEUS_DATE_NONE for now
 */
void
soleus_food_dialog_show (GtkWindow     *parent,
                         SoleusContext *context,
                         const char    *uuid,
                         SoleusDate     day)
{
  g_autoptr (SoleusRecord) stored = uuid != NULL ? soleus_diary_get (soleus_context_get_diary (context), uuid, NULL) : NULL;
  const char *title = uuid != NULL ? _("Change a meal") : _("Add food");
  Dialog *self;

  if (uuid != NULL && (stored == NULL || soleus_record_get_kind (stored) != SOLEUS_KIND_MEAL || soleus_record_get_life (stored)->deleted != 0))
    return;
  soleus_late_style_load ();
  self = g_new0 (Dialog, 1);
  self->context = g_object_ref (context);
  self->record = stored != NULL ? soleus_record_copy (stored) : soleus_record_new (SOLEUS_KIND_MEAL);
  self->is_kept = stored != NULL;
  self->dialog = soleus_modal_new (parent, title);
  g_object_set_data_full (G_OBJECT (self->dialog), "food-dialog", self, dialog_free);
  build (self, title, day);
  set_height (self, parent);
  g_signal_connect_swapped (self->dialog, "close-request", G_CALLBACK (close_request_cb), self);
  g_signal_connect_swapped (self->dialog, "destroy", G_CALLBACK (destroyed_cb), self);
  g_signal_connect_object (soleus_context_get_diary (context), "changed", G_CALLBACK (diary_changed_cb), self->dialog, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (self->dialog));
  gtk_widget_grab_focus (self->picker);
}
