/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A press adds at once and changes nothing else here, so that the next press finds what it found before. The lines of what is found are
 * made once and filled anew with each letter. */
#include "config.h"

#include "ui/food/soleus-food-picker.h"

#include <glib/gi18n.h>

#include "app/soleus-library.h"
#include "app/soleus-meals.h"
#include "ui/compat/soleus-accessible.h"
#include "ui/episode/soleus-question.h"
#include "ui/food/soleus-food-line.h"
#include "ui/widgets/soleus-build.h"
#include "ui/widgets/soleus-flow.h"

#define SPACING 12
#define MOST_FOUND 10
#define NAME_LENGTH 200

struct _SoleusFoodPicker
{
  GtkWidget parent_instance;

  SoleusContext *context;
  SoleusFoodTable *table;
  GPtrArray *favourites; /* their ids */
  GtkWidget *box;
  GtkWidget *entry;
  GtkWidget *status;
  GtkWidget *undo;
  GtkWidget *offers;
  GtkWidget *before;     /* recent and favorites, while nothing is typed */
  GtkWidget *found;
  GtkWidget *lines[MOST_FOUND];
  GtkWidget *typed;
  GtkWidget *rest;
};

G_DEFINE_FINAL_TYPE (SoleusFoodPicker, soleus_food_picker, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_ADD,
  SIGNAL_MARK,
  SIGNAL_UNDO,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static gboolean
is_favourite (SoleusFoodPicker       *self,
              const SoleusFoodChoice *choice)
{
  const char *target = soleus_food_choice_get_target (choice);

  return target != NULL && g_ptr_array_find_with_equal_func (self->favourites, target, g_str_equal, NULL);
}

static void
add (SoleusFoodPicker       *self,
     const SoleusFoodChoice *choice,
     gint64                  servings)
{
  g_autoptr (SoleusFoodChoice) copy = soleus_food_choice_copy (choice);

  g_signal_emit (self, signals[SIGNAL_ADD], 0, copy, servings);
}

static void
line_pressed_cb (SoleusFoodLine   *line,
                 SoleusFoodPicker *self)
{
  add (self, soleus_food_line_get_choice (line), soleus_food_line_get_servings (line));
  soleus_food_line_set_servings (line, SOLEUS_SERVING);
}

static void
line_marked_cb (SoleusFoodLine   *line,
                gboolean          favourite,
                SoleusFoodPicker *self)
{
  g_signal_emit (self, signals[SIGNAL_MARK], 0, soleus_food_choice_get_target (soleus_food_line_get_choice (line)), favourite);
}

static GtkWidget *
make_line (SoleusFoodPicker *self)
{
  GtkWidget *line = soleus_food_line_new_to_add ();

  g_signal_connect (line, "pressed", G_CALLBACK (line_pressed_cb), self);
  g_signal_connect (line, "marked", G_CALLBACK (line_marked_cb), self);
  return line;
}

/* What was eaten before */

static GtkWidget *
begin_group (SoleusFoodPicker *self,
             const char       *title)
{
  GtkWidget *group = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);

  gtk_box_append (GTK_BOX (group), soleus_question_new_heading (title));
  gtk_box_append (GTK_BOX (self->before), group);
  return soleus_build_rows (group);
}

static void
add_line (SoleusFoodPicker       *self,
          GtkWidget              *rows,
          const SoleusFoodChoice *choice)
{
  GtkWidget *line = make_line (self);

  soleus_food_line_set_choice (SOLEUS_FOOD_LINE (line), choice, is_favourite (self, choice));
  gtk_box_append (GTK_BOX (rows), line);
}

/* A favorite stands among the favorites only. */
static void
build_before (SoleusFoodPicker *self)
{
  g_autoptr (GPtrArray) recent = soleus_meals_list_recent (soleus_context_get_diary (self->context), self->table);
  GtkWidget *rows = NULL;

  soleus_build_clear (self->before);
  for (guint i = 0; i < recent->len; i++)
    {
      const SoleusFoodChoice *choice = g_ptr_array_index (recent, i);

      if (is_favourite (self, choice))
        continue;
      if (rows == NULL)
        rows = begin_group (self, _("Recent"));
      add_line (self, rows, choice);
    }
  rows = NULL;
  for (guint i = 0; i < self->favourites->len; i++)
    {
      const SoleusFoodChoice *choice = soleus_food_table_get (self->table, g_ptr_array_index (self->favourites, i));

      if (choice == NULL)
        continue;
      if (rows == NULL)
        rows = begin_group (self, _("Favorites"));
      add_line (self, rows, choice);
    }
  if (gtk_widget_get_first_child (self->before) == NULL)
    soleus_build_text (self->before, _("A few letters are enough. Star what you eat often."), NULL);
}

/* What was found */

static void
build_found (SoleusFoodPicker *self)
{
  GtkWidget *rows = soleus_build_rows (self->found);

  for (guint i = 0; i < MOST_FOUND; i++)
    {
      self->lines[i] = make_line (self);
      gtk_box_append (GTK_BOX (rows), self->lines[i]);
    }
  gtk_box_append (GTK_BOX (rows), self->typed);
  self->rest = soleus_build_text (self->found, "", NULL);
}

static void
show_typed (SoleusFoodPicker *self,
            const char       *text)
{
  /* Translators: %s is what the person typed */
  g_autofree char *label = g_strdup_printf (_("Add “%s” as typed"), text);

  gtk_label_set_label (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (self->typed))), label);
  soleus_accessible_set_name (GTK_ACCESSIBLE (self->typed), label);
}

static void
show_found (SoleusFoodPicker *self,
            const char       *text)
{
  g_autoptr (GPtrArray) found = soleus_food_table_find (self->table, text);
  guint n = MIN (found->len, MOST_FOUND);

  if (self->rest == NULL)
    build_found (self);
  for (guint i = 0; i < n; i++)
    {
      const SoleusFoodChoice *choice = g_ptr_array_index (found, i);

      soleus_food_line_set_choice (SOLEUS_FOOD_LINE (self->lines[i]), choice, is_favourite (self, choice));
    }
  for (guint i = 0; i < MOST_FOUND; i++)
    gtk_widget_set_visible (self->lines[i], i < n);
  show_typed (self, text);
  gtk_widget_set_visible (self->rest, found->len > n);
  if (found->len > n)
    {
      g_autofree char *rest = g_strdup_printf (ngettext ("%u more. Type more letters.", "%u more. Type more letters.", found->len - n), found->len - n);

      gtk_label_set_label (GTK_LABEL (self->rest), rest);
    }
}

static void
show (SoleusFoodPicker *self)
{
  g_autofree char *text = soleus_food_picker_dup_typed (self);
  gboolean typed = *text != '\0';

  if (typed)
    show_found (self, text);
  gtk_widget_set_visible (self->before, !typed);
  gtk_widget_set_visible (self->found, typed);
}

static void
typed_clicked_cb (SoleusFoodPicker *self)
{
  g_autofree char *text = soleus_food_picker_dup_typed (self);
  g_autoptr (SoleusFoodChoice) choice = NULL;

  if (*text == '\0')
    return;
  choice = soleus_food_choice_new_typed (text);
  add (self, choice, SOLEUS_SERVING);
}

/* Enter adds what is first; the next letters replace what was typed. */
static void
activated_cb (SoleusFoodPicker *self)
{
  g_autofree char *text = soleus_food_picker_dup_typed (self);

  if (*text == '\0')
    return;
  if (gtk_widget_get_visible (self->lines[0]))
    line_pressed_cb (SOLEUS_FOOD_LINE (self->lines[0]), self);
  else
    typed_clicked_cb (self);
  gtk_widget_grab_focus (self->entry);
  gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
}

/* Escape empties the entry first. */
static void
stop_search_cb (SoleusFoodPicker *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (*gtk_editable_get_text (GTK_EDITABLE (self->entry)) != '\0')
    gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  else if (GTK_IS_WINDOW (root))
    gtk_window_close (GTK_WINDOW (root));
}

static void
undo_clicked_cb (SoleusFoodPicker *self)
{
  gtk_widget_grab_focus (self->entry);
  g_signal_emit (self, signals[SIGNAL_UNDO], 0);
}

/* The diary */

static void
read_table (SoleusFoodPicker *self)
{
  GPtrArray *foods = soleus_library_get_foods (soleus_context_get_library (self->context));
  SoleusFoodTable *table = soleus_food_table_read (soleus_context_get_diary (self->context), foods, NULL);

  if (table == NULL)
    {
      g_autoptr (GPtrArray) none = g_ptr_array_new ();

      table = soleus_food_table_new (foods, none);
    }
  g_clear_pointer (&self->table, soleus_food_table_free);
  self->table = table;
}

static void
show_stars_in (SoleusFoodPicker *self,
               GtkWidget        *widget)
{
  const SoleusFoodChoice *choice = SOLEUS_IS_FOOD_LINE (widget) ? soleus_food_line_get_choice (SOLEUS_FOOD_LINE (widget)) : NULL;

  if (choice != NULL)
    soleus_food_line_set_choice (SOLEUS_FOOD_LINE (widget), choice, is_favourite (self, choice));
  for (GtkWidget *child = SOLEUS_IS_FOOD_LINE (widget) ? NULL : gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    show_stars_in (self, child);
}

static void
read_favourites (SoleusFoodPicker *self)
{
  g_clear_pointer (&self->favourites, g_ptr_array_unref);
  self->favourites = soleus_meals_list_favourites (soleus_context_get_diary (self->context));
}

static void
diary_changed_cb (SoleusFoodPicker *self,
                  guint             kinds)
{
  if ((kinds & SOLEUS_KIND_MASK (SOLEUS_KIND_FAVOURITE)) != 0)
    {
      read_favourites (self);
      show_stars_in (self, self->before);
      show_stars_in (self, self->found);
    }
  if ((kinds & SOLEUS_KIND_MASK (SOLEUS_KIND_FOOD)) != 0)
    {
      read_table (self);
      build_before (self);
      show (self);
    }
}

static gboolean
soleus_food_picker_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (SOLEUS_FOOD_PICKER (widget)->entry);
}

static void
soleus_food_picker_dispose (GObject *object)
{
  SoleusFoodPicker *self = SOLEUS_FOOD_PICKER (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->typed);
  g_clear_pointer (&self->favourites, g_ptr_array_unref);
  g_clear_pointer (&self->table, soleus_food_table_free);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (soleus_food_picker_parent_class)->dispose (object);
}

static void
soleus_food_picker_class_init (SoleusFoodPickerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = soleus_food_picker_dispose;
  widget_class->grab_focus = soleus_food_picker_grab_focus;

  /**
   * SoleusFoodPicker::add:
   * @self: the picker
   * @choice: (type gpointer): a #SoleusFoodChoice, lent
   * @servings: thousandths of a serving
   *
   * The person ate this.
   */
  signals[SIGNAL_ADD] = g_signal_new ("add", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_POINTER, G_TYPE_INT64);

  /**
   * SoleusFoodPicker::mark:
   * @self: the picker
   * @target: the id of a food, or the UUID of an own one
   * @marked: whether it is to be a favorite
   *
   * The person pressed a star.
   */
  signals[SIGNAL_MARK] = g_signal_new ("mark", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_BOOLEAN);

  /**
   * SoleusFoodPicker::undo:
   * @self: the picker
   *
   * What was said last is to be undone.
   */
  signals[SIGNAL_UNDO] = g_signal_new ("undo", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static GtkWidget *
make_status (SoleusFoodPicker *self)
{
  GtkWidget *flow = soleus_flow_new (SPACING);

  self->status = soleus_question_new_status ();
  gtk_widget_set_valign (self->status, GTK_ALIGN_CENTER);
  self->undo = soleus_build_button (_("Undo"), NULL, NULL);
  gtk_widget_set_visible (self->undo, FALSE);
  g_signal_connect_swapped (self->undo, "clicked", G_CALLBACK (undo_clicked_cb), self);
  soleus_flow_append (SOLEUS_FLOW (flow), self->status);
  soleus_flow_append (SOLEUS_FLOW (flow), self->undo);
  gtk_widget_set_visible (flow, FALSE);
  return flow;
}

static void
soleus_food_picker_init (SoleusFoodPicker *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, SPACING);
  self->entry = gtk_search_entry_new ();
  g_object_set (self->entry, "placeholder-text", _("Banana, oatmeal, lentil soup…"), NULL);
  soleus_accessible_set_name (GTK_ACCESSIBLE (self->entry), _("What did you eat?"));
  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (show), self);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (activated_cb), self);
  g_signal_connect_swapped (self->entry, "stop-search", G_CALLBACK (stop_search_cb), self);
  self->offers = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_visible (self->offers, FALSE);
  self->before = gtk_box_new (GTK_ORIENTATION_VERTICAL, SPACING);
  self->found = gtk_box_new (GTK_ORIENTATION_VERTICAL, SPACING);
  self->typed = g_object_ref_sink (soleus_build_button ("", NULL, "row-button"));
  gtk_widget_add_css_class (self->typed, "flat");
  gtk_label_set_xalign (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (self->typed))), 0);
  gtk_label_set_justify (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (self->typed))), GTK_JUSTIFY_LEFT);
  g_signal_connect_swapped (self->typed, "clicked", G_CALLBACK (typed_clicked_cb), self);

  gtk_box_append (GTK_BOX (self->box), self->entry);
  gtk_box_append (GTK_BOX (self->box), make_status (self));
  gtk_box_append (GTK_BOX (self->box), self->offers);
  gtk_box_append (GTK_BOX (self->box), self->before);
  gtk_box_append (GTK_BOX (self->box), self->found);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

/**
 * soleus_food_picker_new:
 * @context: an open diary
 *
 * Returns: (transfer floating): a picker
 */
GtkWidget *
soleus_food_picker_new (SoleusContext *context)
{
  SoleusFoodPicker *self = g_object_new (SOLEUS_TYPE_FOOD_PICKER, NULL);

  self->context = g_object_ref (context);
  read_table (self);
  read_favourites (self);
  build_before (self);
  show (self);
  g_signal_connect_object (soleus_context_get_diary (context), "changed", G_CALLBACK (diary_changed_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/**
 * soleus_food_picker_get_table:
 * @self: a picker
 *
 * Returns: (transfer none): what can be eaten, until an own food changes
 */
SoleusFoodTable *
soleus_food_picker_get_table (SoleusFoodPicker *self)
{
  g_return_val_if_fail (SOLEUS_IS_FOOD_PICKER (self), NULL);

  return self->table;
}

/**
 * soleus_food_picker_set_offer:
 * @self: a picker
 * @offer: (nullable) (transfer floating): what stands above the lists
 */
void
soleus_food_picker_set_offer (SoleusFoodPicker *self,
                              GtkWidget        *offer)
{
  g_return_if_fail (SOLEUS_IS_FOOD_PICKER (self));

  soleus_build_clear (self->offers);
  if (offer != NULL)
    gtk_box_append (GTK_BOX (self->offers), offer);
  gtk_widget_set_visible (self->offers, offer != NULL);
}

/**
 * soleus_food_picker_dup_typed:
 * @self: a picker
 *
 * Returns: (transfer full): what is typed, as long as the name of a food may be
 */
char *
soleus_food_picker_dup_typed (SoleusFoodPicker *self)
{
  g_autofree char *text = NULL;

  g_return_val_if_fail (SOLEUS_IS_FOOD_PICKER (self), NULL);

  text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));
  if (g_utf8_strlen (text, -1) <= NAME_LENGTH)
    return g_steal_pointer (&text);
  return g_utf8_substring (text, 0, NAME_LENGTH);
}

/**
 * soleus_food_picker_set_typed:
 * @self: a picker
 * @text: what is to be searched
 */
void
soleus_food_picker_set_typed (SoleusFoodPicker *self,
                              const char       *text)
{
  g_return_if_fail (SOLEUS_IS_FOOD_PICKER (self));

  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
}

/**
 * soleus_food_picker_say:
 * @self: a picker
 * @text: (nullable): what became of the last press
 * @is_problem: whether it did not work
 * @undoable: whether it can be undone
 */
void
soleus_food_picker_say (SoleusFoodPicker *self,
                        const char       *text,
                        gboolean          is_problem,
                        gboolean          undoable)
{
  g_return_if_fail (SOLEUS_IS_FOOD_PICKER (self));

  soleus_question_set_line (self->status, text);
  if (is_problem)
    gtk_widget_add_css_class (self->status, "error");
  else
    gtk_widget_remove_css_class (self->status, "error");
  if (!undoable && gtk_widget_has_focus (self->undo))
    gtk_widget_grab_focus (self->entry);
  gtk_widget_set_visible (self->undo, undoable);
  gtk_widget_set_visible (gtk_widget_get_parent (self->undo), text != NULL);
}
