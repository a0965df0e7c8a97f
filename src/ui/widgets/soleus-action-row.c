/* SPDX-License-Identifier: GPL-3.0-or-later */
/* AdwActionRow with a button does not fit 360 px. Its titles are markup as well, which a person's own words are not;
 * here they are plain text. In a .ui file, <child> adds a suffix, and <child type="prefix"> sets the prefix. */
#include "ui/widgets/soleus-action-row.h"

#include "ui/compat/soleus-accessible.h"
#include "ui/widgets/soleus-flow.h"

#define SPACING 12

/* Text longer than this wraps rather than pushing the buttons down. */
#define TEXT_CHARS 24
#define LONG_WORD 12 /* letters */

struct _SoleusActionRow
{
  GtkWidget parent_instance;

  GtkWidget *flow;
  GtkWidget *head; /* prefix and text */
  GtkWidget *prefix;
  GtkWidget *title;
  GtkWidget *subtitle;
  GtkWidget *suffixes;
};

static void soleus_action_row_buildable_init (GtkBuildableIface *iface);

static GtkBuildableIface *parent_buildable_iface;

G_DEFINE_FINAL_TYPE_WITH_CODE (SoleusActionRow, soleus_action_row, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE, soleus_action_row_buildable_init))

enum
{
  PROP_0,
  PROP_TITLE,
  PROP_SUBTITLE,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
soleus_action_row_add_child (GtkBuildable *buildable,
                             GtkBuilder   *builder,
                             GObject      *child,
                             const char   *type)
{
  if (GTK_IS_WIDGET (child) && g_strcmp0 (type, "prefix") == 0)
    soleus_action_row_set_prefix (SOLEUS_ACTION_ROW (buildable), GTK_WIDGET (child));
  else if (GTK_IS_WIDGET (child) && type == NULL)
    soleus_action_row_add_suffix (SOLEUS_ACTION_ROW (buildable), GTK_WIDGET (child));
  else
    parent_buildable_iface->add_child (buildable, builder, child, type);
}

static void
soleus_action_row_buildable_init (GtkBuildableIface *iface)
{
  parent_buildable_iface = g_type_interface_peek_parent (iface);
  iface->add_child = soleus_action_row_add_child;
}

static void
soleus_action_row_dispose (GObject *object)
{
  SoleusActionRow *self = SOLEUS_ACTION_ROW (object);

  g_clear_pointer (&self->flow, gtk_widget_unparent);

  G_OBJECT_CLASS (soleus_action_row_parent_class)->dispose (object);
}

static void
soleus_action_row_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  SoleusActionRow *self = SOLEUS_ACTION_ROW (object);

  switch (prop_id)
    {
    case PROP_TITLE:
      g_value_set_string (value, soleus_action_row_get_title (self));
      break;
    case PROP_SUBTITLE:
      g_value_set_string (value, soleus_action_row_get_subtitle (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
soleus_action_row_set_property (GObject      *object,
                                guint         prop_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  SoleusActionRow *self = SOLEUS_ACTION_ROW (object);

  switch (prop_id)
    {
    case PROP_TITLE:
      soleus_action_row_set_title (self, g_value_get_string (value));
      break;
    case PROP_SUBTITLE:
      soleus_action_row_set_subtitle (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
soleus_action_row_class_init (SoleusActionRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = soleus_action_row_dispose;
  object_class->get_property = soleus_action_row_get_property;
  object_class->set_property = soleus_action_row_set_property;

  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, "", flags);
  properties[PROP_SUBTITLE] = g_param_spec_string ("subtitle", NULL, NULL, "", flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "actionrow");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static GtkWidget *
add_text (GtkWidget  *box,
          const char *css_class)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL,
                                   "xalign", 0.0,
                                   "wrap", TRUE,
                                   "wrap-mode", PANGO_WRAP_WORD_CHAR,
                                   "max-width-chars", TEXT_CHARS,
                                   "hexpand", TRUE,
                                   "visible", FALSE,
                                   NULL);

  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static void
soleus_action_row_init (SoleusActionRow *self)
{
  GtkWidget *text = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  gtk_widget_set_valign (text, GTK_ALIGN_CENTER);
  self->title = add_text (text, "title");
  self->subtitle = add_text (text, "subtitle");

  self->head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, SPACING);
  gtk_box_append (GTK_BOX (self->head), text);

  self->suffixes = soleus_flow_new (8);
  soleus_flow_set_homogeneous (SOLEUS_FLOW (self->suffixes), TRUE);
  gtk_widget_set_valign (self->suffixes, GTK_ALIGN_CENTER);
  gtk_widget_set_visible (self->suffixes, FALSE);

  self->flow = soleus_flow_new (SPACING);
  soleus_flow_append (SOLEUS_FLOW (self->flow), self->head);
  soleus_flow_append (SOLEUS_FLOW (self->flow), self->suffixes);
  gtk_widget_set_parent (self->flow, GTK_WIDGET (self));
}

/**
 * soleus_action_row_new:
 * @title: what the row is about; plain text
 * @subtitle: (nullable): more about it; plain text
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
soleus_action_row_new (const char *title,
                       const char *subtitle)
{
  return g_object_new (SOLEUS_TYPE_ACTION_ROW, "title", title, "subtitle", subtitle, NULL);
}

/* Whether a word of it may be wider than a narrow window with large text. */
static gboolean
has_long_word (const char *text)
{
  guint length = 0;

  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      length = g_unichar_isspace (g_utf8_get_char (text)) ? 0 : length + 1;
      if (length > LONG_WORD)
        return TRUE;
    }
  return FALSE;
}

static gboolean
set_text (GtkWidget  *label,
          const char *text)
{
  text = text != NULL ? text : "";
  if (g_str_equal (gtk_label_get_label (GTK_LABEL (label)), text))
    return FALSE;

  gtk_label_set_label (GTK_LABEL (label), text);
  /* Breaking within words makes a label lay out each letter by itself to tell its least width: half of what a row costs. */
  gtk_label_set_wrap_mode (GTK_LABEL (label), has_long_word (text) ? PANGO_WRAP_WORD_CHAR : PANGO_WRAP_WORD);
  gtk_widget_set_visible (label, text[0] != '\0');
  return TRUE;
}

/**
 * soleus_action_row_get_title:
 * @self: a row
 *
 * Returns: (transfer none): the title
 */
const char *
soleus_action_row_get_title (SoleusActionRow *self)
{
  g_return_val_if_fail (SOLEUS_IS_ACTION_ROW (self), NULL);

  return gtk_label_get_label (GTK_LABEL (self->title));
}

/**
 * soleus_action_row_set_title:
 * @self: a row
 * @title: (nullable): the title; plain text
 */
void
soleus_action_row_set_title (SoleusActionRow *self,
                             const char      *title)
{
  g_return_if_fail (SOLEUS_IS_ACTION_ROW (self));

  if (!set_text (self->title, title))
    return;

  soleus_accessible_set_name (GTK_ACCESSIBLE (self), soleus_action_row_get_title (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);
}

/**
 * soleus_action_row_get_subtitle:
 * @self: a row
 *
 * Returns: (transfer none): the subtitle
 */
const char *
soleus_action_row_get_subtitle (SoleusActionRow *self)
{
  g_return_val_if_fail (SOLEUS_IS_ACTION_ROW (self), NULL);

  return gtk_label_get_label (GTK_LABEL (self->subtitle));
}

/**
 * soleus_action_row_set_subtitle:
 * @self: a row
 * @subtitle: (nullable): the subtitle; plain text
 */
void
soleus_action_row_set_subtitle (SoleusActionRow *self,
                                const char      *subtitle)
{
  g_return_if_fail (SOLEUS_IS_ACTION_ROW (self));

  if (set_text (self->subtitle, subtitle))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SUBTITLE]);
}

/**
 * soleus_action_row_set_prefix:
 * @self: a row
 * @prefix: (nullable) (transfer floating): a mark or an icon before the text
 */
void
soleus_action_row_set_prefix (SoleusActionRow *self,
                              GtkWidget       *prefix)
{
  g_return_if_fail (SOLEUS_IS_ACTION_ROW (self));

  if (self->prefix == prefix)
    return;

  if (self->prefix != NULL)
    gtk_box_remove (GTK_BOX (self->head), self->prefix);
  self->prefix = prefix;
  if (prefix != NULL)
    {
      gtk_widget_set_valign (prefix, GTK_ALIGN_CENTER);
      gtk_box_prepend (GTK_BOX (self->head), prefix);
    }
}

/**
 * soleus_action_row_add_suffix:
 * @self: a row
 * @suffix: (transfer floating): a button, a switch or the like
 */
void
soleus_action_row_add_suffix (SoleusActionRow *self,
                              GtkWidget       *suffix)
{
  g_return_if_fail (SOLEUS_IS_ACTION_ROW (self));
  g_return_if_fail (GTK_IS_WIDGET (suffix));

  gtk_widget_set_visible (self->suffixes, TRUE);
  soleus_flow_append (SOLEUS_FLOW (self->suffixes), suffix);
}

/**
 * soleus_action_row_add_button:
 * @self: a row
 * @label: what stands on the button
 * @name: (nullable): what a screen reader says, or %NULL for @label; say what is opened where a list has many rows
 *
 * Returns: (transfer none): the button, to connect to
 */
GtkWidget *
soleus_action_row_add_button (SoleusActionRow *self,
                              const char      *label,
                              const char      *name)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  soleus_accessible_set_name (GTK_ACCESSIBLE (button), name != NULL ? name : label);
  soleus_action_row_add_suffix (self, button);
  return button;
}
