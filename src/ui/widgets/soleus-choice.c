/* SPDX-License-Identifier: GPL-3.0-or-later */
/* GtkCheckButton would group by itself, but it has no accessible action on GTK 4.8 and cannot be switched off in a
 * group. GtkToggleButton's own groups cannot be switched off either, so the grouping is done here. */
#include "ui/widgets/soleus-choice.h"

#include "ui/compat/soleus-accessible.h"
#include "ui/widgets/soleus-flow.h"
#include "ui/widgets/soleus-roving.h"

#include <glib/gi18n.h>

typedef struct
{
  char *id;
  GtkWidget *button;
} Option;

struct _SoleusChoice
{
  GtkWidget parent_instance;

  GtkWidget *flow;
  GPtrArray *options;  /* of Option */
  GtkWidget *entry;    /* borrowed: the button that Tab comes to */
  char *label;
  gboolean multiple;
  gboolean keeps_one;
  gboolean answer;
  gboolean fill;
  gboolean changing;
};

G_DEFINE_FINAL_TYPE (SoleusChoice, soleus_choice, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_LABEL,
  PROP_SELECTED,
  PROP_MULTIPLE,
  PROP_KEEPS_ONE,
  PROP_ANSWER,
  PROP_FILL,
  N_PROPS,
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static void
free_option (Option *option)
{
  g_free (option->id);
  g_free (option);
}

static Option *
find_option (SoleusChoice *self,
             const char   *id)
{
  for (guint i = 0; id != NULL && i < self->options->len; i++)
    {
      Option *option = g_ptr_array_index (self->options, i);

      if (g_str_equal (option->id, id))
        return option;
    }

  return NULL;
}

static gboolean
is_active (Option *option)
{
  return gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (option->button));
}

static void
switch_off_others (SoleusChoice *self,
                   GtkWidget    *button)
{
  for (guint i = 0; i < self->options->len; i++)
    {
      Option *option = g_ptr_array_index (self->options, i);

      if (option->button != button)
        gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (option->button), FALSE);
    }
}

static void
report_change (SoleusChoice *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED]);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
button_toggled_cb (GtkToggleButton *button,
                   SoleusChoice    *self)
{
  gboolean active = gtk_toggle_button_get_active (button);

  if (self->changing)
    return;

  self->changing = TRUE;
  if (active && !self->multiple)
    switch_off_others (self, GTK_WIDGET (button));
  else if (!active && self->keeps_one && !self->multiple)
    gtk_toggle_button_set_active (button, active = TRUE);
  self->changing = FALSE;

  if (active)
    self->entry = GTK_WIDGET (button);
  report_change (self);
}

static void
button_focused_cb (GtkEventControllerFocus *controller,
                   SoleusChoice            *self)
{
  self->entry = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller));
}

static GPtrArray *
collect_buttons (SoleusChoice *self)
{
  GPtrArray *buttons = g_ptr_array_sized_new (self->options->len);

  for (guint i = 0; i < self->options->len; i++)
    g_ptr_array_add (buttons, ((Option *) g_ptr_array_index (self->options, i))->button);

  return buttons;
}

static gboolean
soleus_choice_focus (GtkWidget       *widget,
                     GtkDirectionType direction)
{
  SoleusChoice *self = SOLEUS_CHOICE (widget);
  g_autoptr (GPtrArray) buttons = collect_buttons (self);
  Option *selected = find_option (self, soleus_choice_get_selected (self));

  return soleus_roving_focus (widget, buttons, direction, selected != NULL ? selected->button : self->entry);
}

static gboolean
soleus_choice_grab_focus (GtkWidget *widget)
{
  return soleus_choice_focus (widget, GTK_DIR_TAB_FORWARD);
}

static void
update_flow (SoleusChoice *self)
{
  gboolean fill = self->answer || self->fill;

  soleus_flow_set_homogeneous (SOLEUS_FLOW (self->flow), fill);
  soleus_flow_set_wrap (SOLEUS_FLOW (self->flow), !fill);
}

static void
soleus_choice_dispose (GObject *object)
{
  SoleusChoice *self = SOLEUS_CHOICE (object);

  self->entry = NULL;
  g_clear_pointer (&self->options, g_ptr_array_unref);
  g_clear_pointer (&self->flow, gtk_widget_unparent);

  G_OBJECT_CLASS (soleus_choice_parent_class)->dispose (object);
}

static void
soleus_choice_finalize (GObject *object)
{
  SoleusChoice *self = SOLEUS_CHOICE (object);

  g_clear_pointer (&self->label, g_free);

  G_OBJECT_CLASS (soleus_choice_parent_class)->finalize (object);
}

static void
soleus_choice_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  SoleusChoice *self = SOLEUS_CHOICE (object);

  switch (prop_id)
    {
    case PROP_LABEL:
      g_value_set_string (value, self->label);
      break;
    case PROP_SELECTED:
      g_value_set_string (value, soleus_choice_get_selected (self));
      break;
    case PROP_MULTIPLE:
      g_value_set_boolean (value, self->multiple);
      break;
    case PROP_KEEPS_ONE:
      g_value_set_boolean (value, self->keeps_one);
      break;
    case PROP_ANSWER:
      g_value_set_boolean (value, self->answer);
      break;
    case PROP_FILL:
      g_value_set_boolean (value, self->fill);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
soleus_choice_set_property (GObject      *object,
                            guint         prop_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  SoleusChoice *self = SOLEUS_CHOICE (object);

  switch (prop_id)
    {
    case PROP_LABEL:
      soleus_choice_set_label (self, g_value_get_string (value));
      break;
    case PROP_SELECTED:
      soleus_choice_set_selected (self, g_value_get_string (value));
      break;
    case PROP_MULTIPLE:
      self->multiple = g_value_get_boolean (value);
      break;
    case PROP_KEEPS_ONE:
      self->keeps_one = g_value_get_boolean (value);
      break;
    case PROP_ANSWER:
      self->answer = g_value_get_boolean (value);
      update_flow (self);
      break;
    case PROP_FILL:
      self->fill = g_value_get_boolean (value);
      update_flow (self);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
soleus_choice_class_init (SoleusChoiceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = soleus_choice_dispose;
  object_class->finalize = soleus_choice_finalize;
  object_class->get_property = soleus_choice_get_property;
  object_class->set_property = soleus_choice_set_property;

  widget_class->focus = soleus_choice_focus;
  widget_class->grab_focus = soleus_choice_grab_focus;

  /* The question, as a screen reader says it when the focus comes to its answers. */
  properties[PROP_LABEL] = g_param_spec_string ("label", NULL, NULL, NULL, flags);
  /* The chosen option's id; the first one's if several are. NULL for none. */
  properties[PROP_SELECTED] = g_param_spec_string ("selected", NULL, NULL, NULL, flags);
  /* Whether several may be chosen. */
  properties[PROP_MULTIPLE] = g_param_spec_boolean ("multiple", NULL, NULL, FALSE, flags | G_PARAM_CONSTRUCT_ONLY);
  /* Whether one stays chosen once one is, as for the pages of something. */
  properties[PROP_KEEPS_ONE] = g_param_spec_boolean ("keeps-one", NULL, NULL, FALSE, flags | G_PARAM_CONSTRUCT_ONLY);
  /* Whether the buttons are large as well as what "fill" says. */
  properties[PROP_ANSWER] = g_param_spec_boolean ("answer", NULL, NULL, FALSE, flags | G_PARAM_CONSTRUCT_ONLY);
  /* Whether the buttons are equally wide, and stand in one row or one column. */
  properties[PROP_FILL] = g_param_spec_boolean ("fill", NULL, NULL, FALSE, flags | G_PARAM_CONSTRUCT_ONLY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * SoleusChoice::changed:
   * @self: the choice
   *
   * Something was chosen or switched off, by a person or by a call.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "choice");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
soleus_choice_init (SoleusChoice *self)
{
  self->options = g_ptr_array_new_with_free_func ((GDestroyNotify) free_option);
  self->flow = soleus_flow_new (8);
  gtk_widget_set_parent (self->flow, GTK_WIDGET (self));
}

/**
 * soleus_choice_new:
 * @label: the question; it is not shown, only read out
 *
 * More than one answer, large buttons and the like are properties to construct with.
 *
 * Returns: (transfer floating): a choice without options
 */
GtkWidget *
soleus_choice_new (const char *label)
{
  return g_object_new (SOLEUS_TYPE_CHOICE, "label", label, NULL);
}

/**
 * soleus_choice_add:
 * @self: a choice
 * @id: what is kept; no other option has it
 * @label: what stands on the button
 * @name: (nullable): what a screen reader says, or %NULL for @label
 */
void
soleus_choice_add (SoleusChoice *self,
                   const char   *id,
                   const char   *label,
                   const char   *name)
{
  GtkEventController *focus;
  GtkWidget *text;
  Option *option;

  g_return_if_fail (SOLEUS_IS_CHOICE (self));
  g_return_if_fail (id != NULL && label != NULL);
  g_return_if_fail (find_option (self, id) == NULL);

  text = gtk_label_new (label);
  gtk_label_set_wrap (GTK_LABEL (text), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (text), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_justify (GTK_LABEL (text), GTK_JUSTIFY_CENTER);

  option = g_new0 (Option, 1);
  option->id = g_strdup (id);
  option->button = gtk_toggle_button_new ();
  gtk_button_set_child (GTK_BUTTON (option->button), text);
  gtk_widget_add_css_class (option->button, self->answer ? "answer" : "option");
  soleus_accessible_set_name (GTK_ACCESSIBLE (option->button), name != NULL ? name : label);

  focus = gtk_event_controller_focus_new ();
  g_signal_connect (focus, "enter", G_CALLBACK (button_focused_cb), self);
  gtk_widget_add_controller (option->button, focus);
  g_signal_connect (option->button, "toggled", G_CALLBACK (button_toggled_cb), self);

  g_ptr_array_add (self->options, option);
  soleus_flow_append (SOLEUS_FLOW (self->flow), option->button);
}

/**
 * soleus_choice_add_options:
 * @self: a choice
 * @options: (array length=n_options): marked with N_(); they are translated here
 * @n_options: how many
 */
void
soleus_choice_add_options (SoleusChoice             *self,
                           const SoleusChoiceOption *options,
                           gsize                     n_options)
{
  for (gsize i = 0; i < n_options; i++)
    soleus_choice_add (self, options[i].id, _(options[i].label), options[i].name != NULL ? _(options[i].name) : NULL);
}

/**
 * soleus_choice_remove_all:
 * @self: a choice
 *
 * Takes all options away. What was chosen is forgotten without a signal.
 */
void
soleus_choice_remove_all (SoleusChoice *self)
{
  g_return_if_fail (SOLEUS_IS_CHOICE (self));

  self->entry = NULL;
  for (guint i = 0; i < self->options->len; i++)
    gtk_widget_unparent (((Option *) g_ptr_array_index (self->options, i))->button);
  g_ptr_array_set_size (self->options, 0);
}

/**
 * soleus_choice_get_button:
 * @self: a choice
 * @id: an option's id
 *
 * Returns: (transfer none) (nullable): its button, to focus, hide or make insensitive
 */
GtkWidget *
soleus_choice_get_button (SoleusChoice *self,
                          const char   *id)
{
  Option *option;

  g_return_val_if_fail (SOLEUS_IS_CHOICE (self), NULL);

  option = find_option (self, id);
  return option != NULL ? option->button : NULL;
}

/**
 * soleus_choice_get_label:
 * @self: a choice
 *
 * Returns: (transfer none) (nullable): the question
 */
const char *
soleus_choice_get_label (SoleusChoice *self)
{
  g_return_val_if_fail (SOLEUS_IS_CHOICE (self), NULL);

  return self->label;
}

/**
 * soleus_choice_set_label:
 * @self: a choice
 * @label: (nullable): the question
 */
void
soleus_choice_set_label (SoleusChoice *self,
                         const char   *label)
{
  g_return_if_fail (SOLEUS_IS_CHOICE (self));

  if (g_strcmp0 (self->label, label) == 0)
    return;

  g_free (self->label);
  self->label = g_strdup (label);
  if (label != NULL)
    soleus_accessible_set_name (GTK_ACCESSIBLE (self), label);
  else
    gtk_accessible_reset_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LABEL]);
}

/**
 * soleus_choice_get_selected:
 * @self: a choice
 *
 * Returns: (transfer none) (nullable): the id of the first chosen option, or %NULL if none is
 */
const char *
soleus_choice_get_selected (SoleusChoice *self)
{
  g_return_val_if_fail (SOLEUS_IS_CHOICE (self), NULL);

  for (guint i = 0; self->options != NULL && i < self->options->len; i++)
    {
      Option *option = g_ptr_array_index (self->options, i);

      if (is_active (option))
        return option->id;
    }

  return NULL;
}

/**
 * soleus_choice_set_selected:
 * @self: a choice
 * @id: (nullable): the option to choose alone, or %NULL for none; an unknown one counts as none
 */
void
soleus_choice_set_selected (SoleusChoice *self,
                            const char   *id)
{
  g_auto (GStrv) before = NULL;
  g_auto (GStrv) after = NULL;
  Option *chosen;

  g_return_if_fail (SOLEUS_IS_CHOICE (self));

  chosen = find_option (self, id);
  before = soleus_choice_dup_selection (self);

  self->changing = TRUE;
  switch_off_others (self, chosen != NULL ? chosen->button : NULL);
  if (chosen != NULL)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (chosen->button), TRUE);
  self->changing = FALSE;

  after = soleus_choice_dup_selection (self);
  if (!g_strv_equal ((const char *const *) before, (const char *const *) after))
    report_change (self);
}

/**
 * soleus_choice_is_selected:
 * @self: a choice
 * @id: an option's id
 *
 * Returns: whether it is chosen
 */
gboolean
soleus_choice_is_selected (SoleusChoice *self,
                           const char   *id)
{
  Option *option;

  g_return_val_if_fail (SOLEUS_IS_CHOICE (self), FALSE);

  option = find_option (self, id);
  return option != NULL && is_active (option);
}

/**
 * soleus_choice_select:
 * @self: a choice
 * @id: an option's id
 * @selected: whether it is to be chosen
 *
 * Changes one option as a press on it would.
 */
void
soleus_choice_select (SoleusChoice *self,
                      const char   *id,
                      gboolean      selected)
{
  Option *option;

  g_return_if_fail (SOLEUS_IS_CHOICE (self));

  option = find_option (self, id);
  if (option != NULL)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (option->button), selected);
}

/**
 * soleus_choice_dup_selection:
 * @self: a choice
 *
 * Returns: (transfer full): the ids of all chosen options, in their order
 */
GStrv
soleus_choice_dup_selection (SoleusChoice *self)
{
  g_autoptr (GStrvBuilder) builder = NULL;

  g_return_val_if_fail (SOLEUS_IS_CHOICE (self), NULL);

  builder = g_strv_builder_new ();
  for (guint i = 0; i < self->options->len; i++)
    {
      Option *option = g_ptr_array_index (self->options, i);

      if (is_active (option))
        g_strv_builder_add (builder, option->id);
    }

  return g_strv_builder_end (builder);
}
