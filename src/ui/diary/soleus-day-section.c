/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows are built anew when the diary changes. A person who was in one of them stays in the section. */
#include "config.h"

#include "ui/diary/soleus-day-section.h"

#include <glib/gi18n.h>

#include "ui/compat/soleus-accessible.h"
#include "ui/widgets/soleus-flow.h"

struct _SoleusDaySection
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *head;
  GtkWidget *subtitle;
  GtkWidget *rows;
  gboolean had_focus;
};

G_DEFINE_FINAL_TYPE (SoleusDaySection, soleus_day_section, GTK_TYPE_WIDGET)

static void
soleus_day_section_dispose (GObject *object)
{
  SoleusDaySection *self = SOLEUS_DAY_SECTION (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);

  G_OBJECT_CLASS (soleus_day_section_parent_class)->dispose (object);
}

static void
soleus_day_section_class_init (SoleusDaySectionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = soleus_day_section_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
soleus_day_section_init (SoleusDaySection *self)
{
  self->head = soleus_flow_new (8);
  self->rows = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_add_css_class (self->rows, "card");
  gtk_widget_add_css_class (self->rows, "rows");
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  gtk_box_append (GTK_BOX (self->box), self->head);
  gtk_box_append (GTK_BOX (self->box), self->rows);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

/**
 * soleus_day_section_new:
 * @title: its heading
 *
 * Returns: (transfer floating): a section without rows
 */
GtkWidget *
soleus_day_section_new (const char *title)
{
  SoleusDaySection *self = g_object_new (SOLEUS_TYPE_DAY_SECTION, NULL);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *heading = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, "label", title, "xalign", 0.0, "wrap", TRUE, NULL);

  self->subtitle = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, "visible", FALSE, NULL);
  gtk_widget_add_css_class (heading, "title-4");
  gtk_widget_add_css_class (self->subtitle, "dim-label");
  gtk_box_append (GTK_BOX (texts), heading);
  gtk_box_append (GTK_BOX (texts), self->subtitle);
  gtk_widget_set_valign (texts, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (texts, TRUE);
  soleus_flow_append (SOLEUS_FLOW (self->head), texts);
  soleus_accessible_set_name (GTK_ACCESSIBLE (self), title);
  return GTK_WIDGET (self);
}

/**
 * soleus_day_section_set_subtitle:
 * @self: a section
 * @subtitle: (nullable): what stands below its heading
 */
void
soleus_day_section_set_subtitle (SoleusDaySection *self,
                                 const char       *subtitle)
{
  g_return_if_fail (SOLEUS_IS_DAY_SECTION (self));

  gtk_label_set_label (GTK_LABEL (self->subtitle), subtitle != NULL ? subtitle : "");
  gtk_widget_set_visible (self->subtitle, subtitle != NULL);
}

/**
 * soleus_day_section_add_button:
 * @self: a section
 * @label: what stands on it
 * @name: (nullable): what a screen reader says instead
 *
 * Returns: (transfer none): a button beside the heading
 */
GtkWidget *
soleus_day_section_add_button (SoleusDaySection *self,
                               const char       *label,
                               const char       *name)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  g_return_val_if_fail (SOLEUS_IS_DAY_SECTION (self), NULL);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  soleus_accessible_set_name (GTK_ACCESSIBLE (button), name != NULL ? name : label);
  soleus_flow_append (SOLEUS_FLOW (self->head), button);
  return button;
}

/**
 * soleus_day_section_clear:
 * @self: a section
 *
 * Takes all rows away; soleus_day_section_finish() follows once there are new ones.
 */
void
soleus_day_section_clear (SoleusDaySection *self)
{
  GtkWidget *child;

  g_return_if_fail (SOLEUS_IS_DAY_SECTION (self));

  self->had_focus = gtk_widget_get_focus_child (self->rows) != NULL;
  while ((child = gtk_widget_get_first_child (self->rows)) != NULL)
    gtk_box_remove (GTK_BOX (self->rows), child);
}

/**
 * soleus_day_section_add_row:
 * @self: a section
 * @row: (transfer floating): a row
 */
void
soleus_day_section_add_row (SoleusDaySection *self,
                            GtkWidget        *row)
{
  g_return_if_fail (SOLEUS_IS_DAY_SECTION (self));

  gtk_box_append (GTK_BOX (self->rows), row);
}

/**
 * soleus_day_section_finish:
 * @self: a section
 *
 * Says so where there is no row.
 */
void
soleus_day_section_finish (SoleusDaySection *self)
{
  g_return_if_fail (SOLEUS_IS_DAY_SECTION (self));

  if (gtk_widget_get_first_child (self->rows) == NULL)
    gtk_box_append (GTK_BOX (self->rows), g_object_new (GTK_TYPE_LABEL, "label", _("Nothing recorded."), "xalign", 0.0, "wrap", TRUE, NULL));
  if (self->had_focus && !gtk_widget_child_focus (self->rows, GTK_DIR_TAB_FORWARD))
    gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
  self->had_focus = FALSE;
}
