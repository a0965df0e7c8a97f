/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What AdwBanner does from libadwaita 1.3 on, with room for a second button, which drops below the text where the
 * window is narrow. */
#include "ui/widgets/soleus-notice.h"

#include "ui/compat/soleus-accessible.h"
#include "ui/widgets/soleus-flow.h"

#define SPACING 12
#define TEXT_CHARS 36

struct _SoleusNotice
{
  GtkWidget parent_instance;

  GtkWidget *revealer;
  GtkWidget *text;
  GtkWidget *buttons;
};

G_DEFINE_FINAL_TYPE (SoleusNotice, soleus_notice, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_TEXT,
  PROP_REVEALED,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
soleus_notice_dispose (GObject *object)
{
  SoleusNotice *self = SOLEUS_NOTICE (object);

  g_clear_pointer (&self->revealer, gtk_widget_unparent);

  G_OBJECT_CLASS (soleus_notice_parent_class)->dispose (object);
}

static void
soleus_notice_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  SoleusNotice *self = SOLEUS_NOTICE (object);

  switch (prop_id)
    {
    case PROP_TEXT:
      g_value_set_string (value, soleus_notice_get_text (self));
      break;
    case PROP_REVEALED:
      g_value_set_boolean (value, soleus_notice_get_revealed (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
soleus_notice_set_property (GObject      *object,
                            guint         prop_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  SoleusNotice *self = SOLEUS_NOTICE (object);

  switch (prop_id)
    {
    case PROP_TEXT:
      soleus_notice_set_text (self, g_value_get_string (value));
      break;
    case PROP_REVEALED:
      soleus_notice_set_revealed (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
soleus_notice_class_init (SoleusNoticeClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = soleus_notice_dispose;
  object_class->get_property = soleus_notice_get_property;
  object_class->set_property = soleus_notice_set_property;

  properties[PROP_TEXT] = g_param_spec_string ("text", NULL, NULL, "", flags);
  properties[PROP_REVEALED] = g_param_spec_boolean ("revealed", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "soleusnotice");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
soleus_notice_init (SoleusNotice *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *flow = soleus_flow_new (SPACING);

  self->text = g_object_new (GTK_TYPE_LABEL,
                             "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS,
                             "xalign", 0.0,
                             "wrap", TRUE,
                             "wrap-mode", PANGO_WRAP_WORD_CHAR,
                             "max-width-chars", TEXT_CHARS,
                             "hexpand", TRUE,
                             NULL);

  self->buttons = soleus_flow_new (8);
  soleus_flow_set_homogeneous (SOLEUS_FLOW (self->buttons), TRUE);
  gtk_widget_set_valign (self->buttons, GTK_ALIGN_CENTER);
  gtk_widget_set_visible (self->buttons, FALSE);

  soleus_flow_append (SOLEUS_FLOW (flow), self->text);
  soleus_flow_append (SOLEUS_FLOW (flow), self->buttons);
  gtk_box_append (GTK_BOX (box), flow);
  gtk_widget_add_css_class (box, "notice");

  self->revealer = gtk_revealer_new ();
  gtk_revealer_set_child (GTK_REVEALER (self->revealer), box);
  gtk_widget_set_parent (self->revealer, GTK_WIDGET (self));
}

/**
 * soleus_notice_new:
 * @text: what it says; plain text
 *
 * Returns: (transfer floating): a notice that is not revealed yet
 */
GtkWidget *
soleus_notice_new (const char *text)
{
  return g_object_new (SOLEUS_TYPE_NOTICE, "text", text, NULL);
}

/**
 * soleus_notice_get_text:
 * @self: a notice
 *
 * Returns: (transfer none): what it says
 */
const char *
soleus_notice_get_text (SoleusNotice *self)
{
  g_return_val_if_fail (SOLEUS_IS_NOTICE (self), NULL);

  return gtk_label_get_label (GTK_LABEL (self->text));
}

/**
 * soleus_notice_set_text:
 * @self: a notice
 * @text: (nullable): what it says; plain text
 */
void
soleus_notice_set_text (SoleusNotice *self,
                        const char   *text)
{
  g_return_if_fail (SOLEUS_IS_NOTICE (self));

  text = text != NULL ? text : "";
  if (g_str_equal (soleus_notice_get_text (self), text))
    return;

  gtk_label_set_label (GTK_LABEL (self->text), text);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TEXT]);
}

/**
 * soleus_notice_get_revealed:
 * @self: a notice
 *
 * Returns: whether it is shown, or sliding in
 */
gboolean
soleus_notice_get_revealed (SoleusNotice *self)
{
  g_return_val_if_fail (SOLEUS_IS_NOTICE (self), FALSE);

  return gtk_revealer_get_reveal_child (GTK_REVEALER (self->revealer));
}

/**
 * soleus_notice_set_revealed:
 * @self: a notice
 * @revealed: whether it is shown
 */
void
soleus_notice_set_revealed (SoleusNotice *self,
                            gboolean      revealed)
{
  g_return_if_fail (SOLEUS_IS_NOTICE (self));

  if (soleus_notice_get_revealed (self) == !!revealed)
    return;

  gtk_revealer_set_reveal_child (GTK_REVEALER (self->revealer), revealed);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_REVEALED]);
}

/**
 * soleus_notice_add_style:
 * @self: a notice
 * @style: a style class for the bar
 */
void
soleus_notice_add_style (SoleusNotice *self,
                         const char   *style)
{
  g_return_if_fail (SOLEUS_IS_NOTICE (self));

  gtk_widget_add_css_class (gtk_revealer_get_child (GTK_REVEALER (self->revealer)), style);
}

/**
 * soleus_notice_add_button:
 * @self: a notice with one button at most
 * @label: what stands on the button
 * @name: (nullable): what a screen reader says, or %NULL for @label
 *
 * Returns: (transfer none): the button, to connect to
 */
GtkWidget *
soleus_notice_add_button (SoleusNotice *self,
                          const char   *label,
                          const char   *name)
{
  GtkWidget *button;

  g_return_val_if_fail (SOLEUS_IS_NOTICE (self), NULL);

  button = gtk_button_new_with_label (label);
  soleus_accessible_set_name (GTK_ACCESSIBLE (button), name != NULL ? name : label);
  soleus_flow_append (SOLEUS_FLOW (self->buttons), button);
  gtk_widget_set_visible (self->buttons, TRUE);
  return button;
}
