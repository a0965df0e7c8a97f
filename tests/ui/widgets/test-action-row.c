/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SoleusActionRow: plain text, and buttons that drop below it. */
#include "soleus-widget-test.h"
#include "ui/widgets/soleus-action-row.h"

static void
test_text (void)
{
  GtkWidget *row = g_object_ref_sink (soleus_action_row_new ("Salt & <b>sugar</b>", NULL));
  GtkWidget *label = soleus_widget_test_find_label (row, "Salt & <b>sugar</b>");

  g_assert_nonnull (label);
  g_assert_true (gtk_widget_get_visible (label));
  g_assert_cmpstr (soleus_action_row_get_subtitle (SOLEUS_ACTION_ROW (row)), ==, "");
  gtk_test_accessible_assert_property (row, GTK_ACCESSIBLE_PROPERTY_LABEL, "Salt & <b>sugar</b>");

  soleus_action_row_set_subtitle (SOLEUS_ACTION_ROW (row), "100 % & more");
  g_assert_true (gtk_widget_get_visible (soleus_widget_test_find_label (row, "100 % & more")));
  soleus_action_row_set_subtitle (SOLEUS_ACTION_ROW (row), NULL);
  g_assert_cmpstr (soleus_action_row_get_subtitle (SOLEUS_ACTION_ROW (row)), ==, "");

  g_assert_finalize_object (row);
}

static void
test_buttons_drop (void)
{
  GtkWidget *row = g_object_ref_sink (soleus_action_row_new ("8:00", "Amlodipine 5 mg, Furosemide 40 mg"));
  GtkWidget *taken = soleus_action_row_add_button (SOLEUS_ACTION_ROW (row), "All taken", "All of 8:00 taken");
  GtkWidget *open = soleus_action_row_add_button (SOLEUS_ACTION_ROW (row), "Open", NULL);
  GtkWidget *title = soleus_widget_test_find_label (row, "8:00");
  graphene_rect_t button, text;
  int minimum = 0;

  gtk_widget_measure (row, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 300);

  soleus_widget_test_allocate (row, 640);
  g_assert_true (gtk_widget_compute_bounds (taken, row, &button));
  g_assert_true (gtk_widget_compute_bounds (title, row, &text));
  g_assert_cmpfloat (button.origin.x, >=, text.origin.x + text.size.width);
  g_assert_true (gtk_widget_compute_bounds (open, row, &button));
  g_assert_cmpfloat (button.origin.x + button.size.width, ==, 640);

  soleus_widget_test_allocate (row, 300);
  g_assert_true (gtk_widget_compute_bounds (taken, row, &button));
  g_assert_true (gtk_widget_compute_bounds (title, row, &text));
  g_assert_cmpfloat (button.origin.y, >=, text.origin.y + text.size.height);

  gtk_test_accessible_assert_property (taken, GTK_ACCESSIBLE_PROPERTY_LABEL, "All of 8:00 taken");
  g_assert_finalize_object (row);
}

static void
test_prefix (void)
{
  GtkWidget *row = g_object_ref_sink (soleus_action_row_new ("Title", NULL));
  GtkWidget *prefix = gtk_label_new ("one");

  g_object_add_weak_pointer (G_OBJECT (prefix), (gpointer *) &prefix);
  soleus_action_row_set_prefix (SOLEUS_ACTION_ROW (row), prefix);
  g_assert_nonnull (soleus_widget_test_find_label (row, "one"));
  soleus_action_row_set_prefix (SOLEUS_ACTION_ROW (row), gtk_label_new ("two"));
  g_assert_null (prefix);
  soleus_action_row_set_prefix (SOLEUS_ACTION_ROW (row), NULL);
  g_assert_null (soleus_widget_test_find_label (row, "two"));

  g_assert_finalize_object (row);
}

static void
test_builder (void)
{
  static const char text[] =
    "<interface><object class='SoleusActionRow' id='row'><property name='title'>Title</property>"
    "<child type='prefix'><object class='GtkLabel' id='prefix'/></child>"
    "<child><object class='GtkButton' id='suffix'/></child></object></interface>";
  g_autoptr (GtkBuilder) builder = NULL;
  GtkWidget *row;

  g_type_ensure (SOLEUS_TYPE_ACTION_ROW);
  builder = gtk_builder_new_from_string (text, -1);
  row = GTK_WIDGET (gtk_builder_get_object (builder, "row"));
  g_assert_true (gtk_widget_is_ancestor (GTK_WIDGET (gtk_builder_get_object (builder, "prefix")), row));
  g_assert_true (gtk_widget_is_ancestor (GTK_WIDGET (gtk_builder_get_object (builder, "suffix")), row));
}

int
main (int   argc,
      char *argv[])
{
  soleus_widget_test_init (&argc, &argv);

  g_test_add_func ("/action-row/text", test_text);
  g_test_add_func ("/action-row/buttons-drop", test_buttons_drop);
  g_test_add_func ("/action-row/prefix", test_prefix);
  g_test_add_func ("/action-row/builder", test_builder);

  return g_test_run ();
}
