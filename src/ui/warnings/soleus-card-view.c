/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The level is told by a shape, a word and a colour. What to do stands first and in full; why, and who says so, opens below.
 * A toggle button opens it, because an expander has no accessible action on GTK 4.8. */
#include "config.h"

#include "ui/warnings/soleus-card-view.h"

#include <glib/gi18n.h>

#include "model/soleus-vocabulary.h"
#include "ui/compat/soleus-accessible.h"
#include "ui/widgets/soleus-flow.h"

#define ICON_SIZE 40
#define TEXT_CHARS 24

struct _SoleusCardView
{
  GtkBox parent_instance;

  GtkWidget *heading;
  GtkWidget *body;
  GtkWidget *buttons;
  GtkWidget *why; /* the toggle, before which buttons stand */
};

G_DEFINE_FINAL_TYPE (SoleusCardView, soleus_card_view, GTK_TYPE_BOX)

static void
soleus_card_view_class_init (SoleusCardViewClass *klass)
{
}

static void
soleus_card_view_init (SoleusCardView *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_widget_add_css_class (GTK_WIDGET (self), "warning-card");
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

/**
 * soleus_level_get_icon:
 * @level: a level
 *
 * Returns: (nullable) (transfer none): the name of its shape
 */
const char *
soleus_level_get_icon (SoleusLevel level)
{
  static const char *const icons[] = {
    NULL, "soleus-level-unfinished-symbolic", "soleus-level-pharmacist-symbolic", "soleus-level-appointment-symbolic",
    "soleus-level-today-symbolic", "soleus-level-emergency-symbolic"
  };

  return icons[level];
}

static GtkWidget *
new_label (const char *text,
           const char *style)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL,
                                   "label", text,
                                   "xalign", 0.0,
                                   "wrap", TRUE,
                                   "wrap-mode", PANGO_WRAP_WORD_CHAR,
                                   "max-width-chars", TEXT_CHARS,
                                   "hexpand", TRUE,
                                   NULL);

  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  return label;
}

static void
add_head (SoleusCardView   *self,
          const SoleusCard *card)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char *name = g_strdup_printf ("%s. %s", card->word, card->head);
  const char *icon = soleus_level_get_icon (card->level);

  if (icon != NULL)
    {
      GtkWidget *image = gtk_image_new_from_icon_name (icon);

      gtk_image_set_pixel_size (GTK_IMAGE (image), ICON_SIZE);
      gtk_widget_set_valign (image, GTK_ALIGN_START);
      gtk_box_append (GTK_BOX (head), image);
      gtk_box_append (GTK_BOX (words), new_label (card->word, "level-word"));
    }
  self->heading = g_object_new (GTK_TYPE_LABEL,
                                "accessible-role", card->level == SOLEUS_LEVEL_EMERGENCY ? GTK_ACCESSIBLE_ROLE_ALERT : GTK_ACCESSIBLE_ROLE_HEADING,
                                "label", card->head,
                                "xalign", 0.0,
                                "wrap", TRUE,
                                "wrap-mode", PANGO_WRAP_WORD_CHAR,
                                "max-width-chars", TEXT_CHARS,
                                "hexpand", TRUE,
                                "focusable", TRUE,
                                NULL);
  gtk_widget_add_css_class (self->heading, icon != NULL ? "title-2" : "reading");
  soleus_accessible_set_name (GTK_ACCESSIBLE (self->heading), icon != NULL ? name : card->head);
  gtk_box_append (GTK_BOX (words), self->heading);
  gtk_box_append (GTK_BOX (head), words);
  gtk_widget_add_css_class (head, "card-head");
  gtk_box_append (GTK_BOX (self), head);
}

static void
add_line (SoleusCardView       *self,
          const SoleusCardLine *line)
{
  GtkWidget *item, *bullet;

  if (line->style != SOLEUS_LINE_ITEM)
    {
      gtk_box_append (GTK_BOX (self->body), new_label (line->text, line->style == SOLEUS_LINE_STRONG ? "title-4" : NULL));
      return;
    }
  item = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  bullet = g_object_new (GTK_TYPE_LABEL, "label", "•", "valign", GTK_ALIGN_START, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  gtk_box_append (GTK_BOX (item), bullet);
  gtk_box_append (GTK_BOX (item), new_label (line->text, NULL));
  gtk_box_append (GTK_BOX (self->body), item);
}

static GtkWidget *
new_reason (const SoleusReason *reason)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *tag = gtk_label_new (reason->tag);

  gtk_box_append (GTK_BOX (box), new_label (reason->text, "heading"));
  gtk_widget_add_css_class (tag, "tag");
  gtk_widget_set_halign (tag, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (box), tag);
  if (reason->sources != NULL)
    gtk_box_append (GTK_BOX (box), new_label (reason->sources, NULL));
  if (reason->used != NULL)
    {
      /* Translators: what a card rests on: "Used: 9 cramps in the last 28 days" */
      g_autofree char *used = g_strdup_printf (_("Used: %s"), reason->used);

      gtk_box_append (GTK_BOX (box), new_label (used, NULL));
    }
  return box;
}

static void
why_toggled_cb (GtkToggleButton *button,
                GtkImage        *arrow)
{
  gtk_image_set_from_icon_name (arrow, gtk_toggle_button_get_active (button) ? "pan-down-symbolic" : "pan-end-symbolic");
}

static void
add_reasons (SoleusCardView   *self,
             const SoleusCard *card)
{
  GtkWidget *label = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *arrow = gtk_image_new_from_icon_name ("pan-end-symbolic");
  GtkWidget *reasons = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);

  gtk_box_append (GTK_BOX (label), arrow);
  gtk_box_append (GTK_BOX (label), new_label (_("Why this card, and who says so"), NULL));
  self->why = gtk_toggle_button_new ();
  gtk_button_set_child (GTK_BUTTON (self->why), label);
  gtk_widget_add_css_class (self->why, "flat");
  gtk_widget_add_css_class (self->why, "why");
  soleus_accessible_set_name (GTK_ACCESSIBLE (self->why), _("Why this card, and who says so"));
  for (guint i = 0; i < card->reasons->len; i++)
    gtk_box_append (GTK_BOX (reasons), new_reason (g_ptr_array_index (card->reasons, i)));
  g_object_bind_property (self->why, "active", reasons, "visible", G_BINDING_SYNC_CREATE);
  g_signal_connect (self->why, "toggled", G_CALLBACK (why_toggled_cb), arrow);
  gtk_box_append (GTK_BOX (self->body), self->why);
  gtk_box_append (GTK_BOX (self->body), reasons);
}

/**
 * soleus_card_view_new:
 * @card: what it shows
 *
 * Returns: (transfer floating): the card, without buttons yet
 */
GtkWidget *
soleus_card_view_new (const SoleusCard *card)
{
  SoleusCardView *self = g_object_new (SOLEUS_TYPE_CARD_VIEW, NULL);

  gtk_widget_add_css_class (GTK_WIDGET (self), soleus_levels.words[card->level]);
  add_head (self, card);
  self->body = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  gtk_widget_add_css_class (self->body, "card-body");
  for (guint i = 0; i < card->lines->len; i++)
    add_line (self, g_ptr_array_index (card->lines, i));
  self->buttons = soleus_flow_new (8);
  soleus_flow_set_homogeneous (SOLEUS_FLOW (self->buttons), TRUE);
  gtk_widget_set_visible (self->buttons, FALSE);
  gtk_box_append (GTK_BOX (self->body), self->buttons);
  if (card->reasons->len > 0)
    add_reasons (self, card);
  gtk_box_append (GTK_BOX (self), self->body);
  gtk_widget_set_visible (self->body, card->lines->len > 0 || card->reasons->len > 0);
  return GTK_WIDGET (self);
}

/**
 * soleus_card_view_add_button:
 * @self: a card
 * @label: what stands on the button
 * @name: (nullable): what a screen reader says, or %NULL for @label
 *
 * Returns: (transfer none): the button
 */
GtkWidget *
soleus_card_view_add_button (SoleusCardView *self,
                             const char     *label,
                             const char     *name)
{
  GtkWidget *text = gtk_label_new (label);
  GtkWidget *button = gtk_button_new ();

  g_return_val_if_fail (SOLEUS_IS_CARD_VIEW (self), NULL);

  gtk_label_set_wrap (GTK_LABEL (text), TRUE);
  gtk_label_set_justify (GTK_LABEL (text), GTK_JUSTIFY_CENTER);
  gtk_button_set_child (GTK_BUTTON (button), text);
  gtk_widget_add_css_class (button, "answer");
  soleus_accessible_set_name (GTK_ACCESSIBLE (button), name != NULL ? name : label);
  soleus_flow_append (SOLEUS_FLOW (self->buttons), button);
  gtk_widget_set_visible (self->buttons, TRUE);
  gtk_widget_set_visible (self->body, TRUE);
  return button;
}

/**
 * soleus_card_view_add_status:
 * @self: a card
 * @text: what became of it
 */
void
soleus_card_view_add_status (SoleusCardView *self,
                             const char     *text)
{
  g_return_if_fail (SOLEUS_IS_CARD_VIEW (self));

  gtk_box_insert_child_after (GTK_BOX (self->body), new_label (text, "heading"), gtk_widget_get_prev_sibling (self->buttons));
}

/**
 * soleus_card_view_focus_heading:
 * @self: a card
 *
 * Puts the focus on what to do, so that it is read out.
 */
void
soleus_card_view_focus_heading (SoleusCardView *self)
{
  GtkRoot *root;

  g_return_if_fail (SOLEUS_IS_CARD_VIEW (self));

  root = gtk_widget_get_root (GTK_WIDGET (self));
  /* A label that cannot be selected refuses to take the focus by itself. */
  if (root != NULL)
    gtk_root_set_focus (root, self->heading);
}
