/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The choices in the popover are the only state; chips and filter are worked out from them. */
#include "config.h"

#include "ui/diary/soleus-filter-bar.h"

#include <glib/gi18n.h>

#include "app/soleus-typed-time.h"
#include "app/soleus-words.h"
#include "drawing/soleus-site-names.h"
#include "ui/compat/soleus-accessible.h"
#include "ui/widgets/soleus-choice.h"
#include "ui/widgets/soleus-flow.h"

#define POPOVER_WIDTH 320
#define POPOVER_HEIGHT 460

typedef struct
{
  GtkWidget *entry;
  GtkWidget *said; /* the date that was understood, or that none was */
  SoleusDate date;
} DateField;

struct _SoleusFilterBar
{
  GtkWidget parent_instance;

  SoleusClock *clock;
  GtkWidget *flow;
  GtkWidget *button;
  GtkWidget *chips;
  SoleusChoice *kinds;
  SoleusChoice *muscle;
  SoleusChoice *side;
  SoleusChoice *pain;
  DateField from;
  DateField until;
  gboolean is_clearing;
};

G_DEFINE_FINAL_TYPE (SoleusFilterBar, soleus_filter_bar, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const SoleusChoiceOption kind_options[] = {
  { "episode", N_("Cramps"), NULL }, { "night", N_("Nights"), NULL },     { "drink", N_("Drinks"), NULL }, { "meal", N_("Food"), NULL },
  { "dose", N_("Medicines"), NULL }, { "stretch", N_("Stretches"), NULL }, { "habit", N_("Habits"), NULL }, { "check", N_("Checks"), NULL },
};

static const struct
{
  const char *id;
  const char *label;
  const char *chip;
  int least;
  int most;
} pains[] = {
  { "mild", N_("0 to 3"), N_("Pain 0 to 3"), 0, 3 },
  { "medium", N_("4 to 6"), N_("Pain 4 to 6"), 4, 6 },
  { "strong", N_("7 to 10"), N_("Pain 7 to 10"), 7, 10 },
};

static int
find_pain (SoleusFilterBar *self)
{
  const char *id = soleus_choice_get_selected (self->pain);

  for (guint i = 0; i < G_N_ELEMENTS (pains); i++)
    if (g_strcmp0 (pains[i].id, id) == 0)
      return (int) i;
  return -1;
}

static void
remove_chips (SoleusFilterBar *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->chips)) != NULL)
    gtk_widget_unparent (child);
}

static GtkWidget *
add_chip (SoleusFilterBar *self,
          const char      *text,
          const char      *name)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_box_append (GTK_BOX (box), gtk_label_new (text));
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("window-close-symbolic"));
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "chip");
  soleus_accessible_set_name (GTK_ACCESSIBLE (button), name);
  soleus_flow_append (SOLEUS_FLOW (self->chips), button);
  return button;
}

static void
choice_chip_clicked_cb (GtkWidget    *chip,
                        SoleusChoice *choice)
{
  SoleusFilterBar *self = SOLEUS_FILTER_BAR (gtk_widget_get_ancestor (chip, SOLEUS_TYPE_FILTER_BAR));
  g_autofree char *id = g_strdup (g_object_get_data (G_OBJECT (chip), "soleus-id"));

  gtk_widget_grab_focus (self->button);
  soleus_choice_select (choice, id, FALSE);
}

static void
add_choice_chip (SoleusFilterBar *self,
                 SoleusChoice    *choice,
                 const char      *id,
                 const char      *text)
{
  g_autofree char *name = g_strdup_printf (_("Remove filter: %s"), text);
  GtkWidget *chip = add_chip (self, text, name);

  g_object_set_data_full (G_OBJECT (chip), "soleus-id", g_strdup (id), g_free);
  g_signal_connect_object (chip, "clicked", G_CALLBACK (choice_chip_clicked_cb), choice, 0);
}

static void
date_chip_clicked_cb (GtkWidget *chip,
                      GtkWidget *entry)
{
  SoleusFilterBar *self = SOLEUS_FILTER_BAR (gtk_widget_get_ancestor (chip, SOLEUS_TYPE_FILTER_BAR));

  gtk_widget_grab_focus (self->button);
  gtk_editable_set_text (GTK_EDITABLE (entry), "");
}

static void
add_date_chip (SoleusFilterBar *self,
               const DateField *field)
{
  g_autofree char *date = NULL, *text = NULL, *name = NULL;

  if (field->date == SOLEUS_DATE_NONE)
    return;
  date = soleus_words_date_with_year (field->date);
  /* Translators: "From Tuesday 3 March 2026", as a filter */
  text = field == &self->from ? g_strdup_printf (_("From %s"), date) : g_strdup_printf (_("To %s"), date);
  name = g_strdup_printf (_("Remove filter: %s"), text);
  g_signal_connect_object (add_chip (self, text, name), "clicked", G_CALLBACK (date_chip_clicked_cb), field->entry, 0);
}

static void
clear_clicked_cb (SoleusFilterBar *self)
{
  gtk_widget_grab_focus (self->button);
  soleus_filter_bar_clear (self);
}

static void
show_chips (SoleusFilterBar *self)
{
  const char *muscle = soleus_choice_get_selected (self->muscle);
  const char *side = soleus_choice_get_selected (self->side);
  int pain = find_pain (self);

  remove_chips (self);
  for (guint i = 0; i < G_N_ELEMENTS (kind_options); i++)
    if (soleus_choice_is_selected (self->kinds, kind_options[i].id))
      add_choice_chip (self, self->kinds, kind_options[i].id, _(kind_options[i].label));
  if (muscle != NULL)
    add_choice_chip (self, self->muscle, muscle, soleus_site_get_name (muscle, NULL));
  if (side != NULL)
    add_choice_chip (self, self->side, side, soleus_side_get_name (side));
  if (pain >= 0)
    add_choice_chip (self, self->pain, pains[pain].id, _(pains[pain].chip));
  add_date_chip (self, &self->from);
  add_date_chip (self, &self->until);
  if (soleus_filter_bar_is_active (self))
    {
      GtkWidget *clear = gtk_button_new_with_label (_("Clear all"));

      gtk_widget_add_css_class (clear, "flat");
      g_signal_connect_swapped (clear, "clicked", G_CALLBACK (clear_clicked_cb), self);
      soleus_flow_append (SOLEUS_FLOW (self->chips), clear);
    }
  gtk_widget_set_visible (self->chips, soleus_filter_bar_is_active (self));
}

static void
changed_cb (SoleusFilterBar *self)
{
  if (self->is_clearing)
    return;
  show_chips (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
date_changed_cb (GtkWidget       *entry,
                 SoleusFilterBar *self)
{
  DateField *field = entry == self->from.entry ? &self->from : &self->until;
  const char *text = gtk_editable_get_text (GTK_EDITABLE (entry));
  g_autofree char *said = NULL;
  SoleusDate date = SOLEUS_DATE_NONE;

  if (*text != '\0' && !soleus_typed_date_read (text, soleus_clock_get_today (self->clock), soleus_typed_date_order (), &date))
    {
      date = SOLEUS_DATE_NONE;
      said = g_strdup (_("Type a date, such as 3 March."));
    }
  else if (date != SOLEUS_DATE_NONE)
    said = soleus_words_date_with_year (date);
  gtk_label_set_label (GTK_LABEL (field->said), said != NULL ? said : "");
  gtk_widget_set_visible (field->said, said != NULL);
  if (date == field->date)
    return;
  field->date = date;
  changed_cb (self);
}

static void
soleus_filter_bar_dispose (GObject *object)
{
  SoleusFilterBar *self = SOLEUS_FILTER_BAR (object);

  g_clear_pointer (&self->flow, gtk_widget_unparent);
  g_clear_object (&self->clock);

  G_OBJECT_CLASS (soleus_filter_bar_parent_class)->dispose (object);
}

static void
soleus_filter_bar_class_init (SoleusFilterBarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = soleus_filter_bar_dispose;

  /**
   * SoleusFilterBar::changed:
   * @self: the bar
   *
   * Something else is asked for.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
add_heading (GtkWidget  *box,
             const char *text)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0, "wrap", TRUE, NULL);

  gtk_widget_add_css_class (label, "heading");
  gtk_box_append (GTK_BOX (box), label);
}

static SoleusChoice *
add_choice (SoleusFilterBar *self,
            GtkWidget       *box,
            const char      *label,
            gboolean         multiple)
{
  SoleusChoice *choice = g_object_new (SOLEUS_TYPE_CHOICE, "label", label, "multiple", multiple, NULL);

  add_heading (box, label);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (choice));
  g_signal_connect_swapped (choice, "changed", G_CALLBACK (changed_cb), self);
  return choice;
}

static void
add_date (SoleusFilterBar *self,
          GtkWidget       *box,
          DateField       *field,
          const char      *label)
{
  field->date = SOLEUS_DATE_NONE;
  field->entry = gtk_entry_new ();
  field->said = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, "visible", FALSE, "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS, NULL);
  gtk_widget_add_css_class (field->said, "dim-label");
  gtk_entry_set_placeholder_text (GTK_ENTRY (field->entry), _("3 March"));
  soleus_accessible_set_name (GTK_ACCESSIBLE (field->entry), label);
  add_heading (box, label);
  gtk_box_append (GTK_BOX (box), field->entry);
  gtk_box_append (GTK_BOX (box), field->said);
  g_signal_connect (field->entry, "changed", G_CALLBACK (date_changed_cb), self);
}

static GtkWidget *
make_popover (SoleusFilterBar *self)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);

  self->kinds = add_choice (self, box, _("What"), TRUE);
  soleus_choice_add_options (self->kinds, kind_options, G_N_ELEMENTS (kind_options));
  self->pain = add_choice (self, box, _("Pain"), FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (pains); i++)
    soleus_choice_add (self->pain, pains[i].id, _(pains[i].label), _(pains[i].chip));
  self->side = add_choice (self, box, _("Side"), FALSE);
  soleus_choice_add (self->side, "left", soleus_side_get_name ("left"), NULL);
  soleus_choice_add (self->side, "right", soleus_side_get_name ("right"), NULL);
  add_date (self, box, &self->from, _("From"));
  add_date (self, box, &self->until, _("To"));
  self->muscle = add_choice (self, box, _("Muscle"), FALSE);
  for (guint i = 0; soleus_muscles.words[i] != NULL; i++)
    soleus_choice_add (self->muscle, soleus_muscles.words[i], soleus_site_get_name (soleus_muscles.words[i], NULL), NULL);

  gtk_widget_set_margin_top (box, 12);
  gtk_widget_set_margin_bottom (box, 12);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), POPOVER_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), box);
  gtk_widget_set_size_request (scrolled, POPOVER_WIDTH, -1);
  gtk_popover_set_child (GTK_POPOVER (popover), scrolled);
  gtk_widget_add_css_class (popover, "filters");
  return popover;
}

static void
soleus_filter_bar_init (SoleusFilterBar *self)
{
  self->button = gtk_menu_button_new ();
  gtk_menu_button_set_label (GTK_MENU_BUTTON (self->button), _("Filters"));
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->button), make_popover (self));
  soleus_accessible_set_name (GTK_ACCESSIBLE (self->button), _("Filters"));
  gtk_widget_set_halign (self->button, GTK_ALIGN_START);
  gtk_widget_set_valign (self->button, GTK_ALIGN_START);

  self->chips = soleus_flow_new (8);
  soleus_flow_set_wrap (SOLEUS_FLOW (self->chips), TRUE);
  gtk_widget_set_visible (self->chips, FALSE);
  gtk_widget_set_hexpand (self->chips, TRUE);
  soleus_accessible_set_name (GTK_ACCESSIBLE (self->chips), _("Filters in use"));

  self->flow = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  gtk_box_append (GTK_BOX (self->flow), self->button);
  gtk_box_append (GTK_BOX (self->flow), self->chips);
  gtk_widget_set_parent (self->flow, GTK_WIDGET (self));
}

/**
 * soleus_filter_bar_new:
 * @clock: what "yesterday" is counted from
 *
 * Returns: (transfer floating): a bar with nothing chosen
 */
GtkWidget *
soleus_filter_bar_new (SoleusClock *clock)
{
  SoleusFilterBar *self = g_object_new (SOLEUS_TYPE_FILTER_BAR, NULL);

  self->clock = g_object_ref (clock);
  return GTK_WIDGET (self);
}

/**
 * soleus_filter_bar_fill:
 * @self: a bar
 * @filter: (inout): what was chosen is put in; its text is left alone
 */
void
soleus_filter_bar_fill (SoleusFilterBar      *self,
                        SoleusTimelineFilter *filter)
{
  guint kinds = 0;
  int pain;

  g_return_if_fail (SOLEUS_IS_FILTER_BAR (self));

  for (guint i = 0; i < G_N_ELEMENTS (kind_options); i++)
    if (soleus_choice_is_selected (self->kinds, kind_options[i].id))
      kinds |= SOLEUS_KIND_MASK (soleus_kind_find (kind_options[i].id)->kind);
  if (kinds != 0)
    filter->kinds = kinds;
  filter->muscle = soleus_choice_get_selected (self->muscle);
  filter->side = soleus_choice_get_selected (self->side);
  pain = find_pain (self);
  if (pain >= 0)
    {
      filter->pain_least = pains[pain].least;
      filter->pain_most = pains[pain].most;
    }
  filter->from = self->from.date;
  filter->until = self->until.date;
}

/**
 * soleus_filter_bar_is_active:
 * @self: a bar
 *
 * Returns: whether anything is chosen
 */
gboolean
soleus_filter_bar_is_active (SoleusFilterBar *self)
{
  g_return_val_if_fail (SOLEUS_IS_FILTER_BAR (self), FALSE);

  return soleus_choice_get_selected (self->kinds) != NULL || soleus_choice_get_selected (self->muscle) != NULL ||
         soleus_choice_get_selected (self->side) != NULL || soleus_choice_get_selected (self->pain) != NULL ||
         self->from.date != SOLEUS_DATE_NONE || self->until.date != SOLEUS_DATE_NONE;
}

/**
 * soleus_filter_bar_clear:
 * @self: a bar
 *
 * Switches every choice off, and tells it once.
 */
void
soleus_filter_bar_clear (SoleusFilterBar *self)
{
  g_return_if_fail (SOLEUS_IS_FILTER_BAR (self));

  self->is_clearing = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (kind_options); i++)
    soleus_choice_select (self->kinds, kind_options[i].id, FALSE);
  soleus_choice_set_selected (self->muscle, NULL);
  soleus_choice_set_selected (self->side, NULL);
  soleus_choice_set_selected (self->pain, NULL);
  gtk_editable_set_text (GTK_EDITABLE (self->from.entry), "");
  gtk_editable_set_text (GTK_EDITABLE (self->until.entry), "");
  self->is_clearing = FALSE;
  changed_cb (self);
}
