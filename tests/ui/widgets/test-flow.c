/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SoleusFlow: a row where there is room, a column or lines where there is not, and never more width than one child. */
#include "soleus-widget-test.h"
#include "ui/widgets/soleus-flow.h"

#define SIZE 100
#define SPACING 8

static GtkWidget *
new_block (int width)
{
  GtkWidget *block = gtk_label_new (NULL);

  gtk_widget_set_size_request (block, width, 40);
  return block;
}

static GtkWidget *
new_flow (GtkWidget **blocks,
          guint       n)
{
  GtkWidget *flow = soleus_flow_new (SPACING);

  for (guint i = 0; i < n; i++)
    {
      blocks[i] = new_block (SIZE);
      soleus_flow_append (SOLEUS_FLOW (flow), blocks[i]);
    }

  return g_object_ref_sink (flow);
}

static void
assert_place (GtkWidget *widget,
              int        x,
              int        y,
              int        width,
              int        height)
{
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (widget, gtk_widget_get_parent (widget), &bounds));
  g_assert_cmpfloat (bounds.origin.x, ==, x);
  g_assert_cmpfloat (bounds.origin.y, ==, y);
  g_assert_cmpfloat (bounds.size.width, ==, width);
  g_assert_cmpfloat (bounds.size.height, ==, height);
}

static void
test_row_and_column (void)
{
  GtkWidget *blocks[3];
  GtkWidget *flow = new_flow (blocks, 3);
  int minimum, natural;

  gtk_widget_measure (flow, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  g_assert_cmpint (minimum, ==, SIZE);
  g_assert_cmpint (natural, ==, 3 * SIZE + 2 * SPACING);

  g_assert_cmpint (soleus_widget_test_allocate (flow, 316), ==, 40);
  g_assert_true (soleus_flow_get_is_row (SOLEUS_FLOW (flow)));
  assert_place (blocks[0], 0, 0, 100, 40);
  assert_place (blocks[2], 216, 0, 100, 40);

  g_assert_cmpint (soleus_widget_test_allocate (flow, 315), ==, 3 * 40 + 2 * SPACING);
  g_assert_false (soleus_flow_get_is_row (SOLEUS_FLOW (flow)));
  assert_place (blocks[0], 0, 0, 315, 40);
  assert_place (blocks[2], 0, 96, 315, 40);

  g_assert_cmpint (soleus_widget_test_allocate (flow, 400), ==, 40);
  assert_place (blocks[2], 216, 0, 100, 40);

  g_assert_finalize_object (flow);
}

static void
test_homogeneous (void)
{
  GtkWidget *blocks[3];
  GtkWidget *flow = new_flow (blocks, 3);

  gtk_widget_set_size_request (blocks[1], 140, 40);
  soleus_flow_set_homogeneous (SOLEUS_FLOW (flow), TRUE);

  soleus_widget_test_allocate (flow, 500);
  for (guint i = 0; i < 3; i++)
    g_assert_cmpint (gtk_widget_get_width (blocks[i]), >=, 161);
  g_assert_cmpint (gtk_widget_get_width (blocks[0]) + gtk_widget_get_width (blocks[1]) + gtk_widget_get_width (blocks[2]), ==, 484);

  /* Three of the widest do not fit, though the natural widths would. */
  soleus_widget_test_allocate (flow, 420);
  g_assert_false (soleus_flow_get_is_row (SOLEUS_FLOW (flow)));

  g_assert_finalize_object (flow);
}

static void
test_wrap (void)
{
  GtkWidget *blocks[5];
  GtkWidget *flow = new_flow (blocks, 5);

  soleus_flow_set_wrap (SOLEUS_FLOW (flow), TRUE);
  g_assert_cmpint (soleus_widget_test_allocate (flow, 230), ==, 3 * 40 + 2 * SPACING);
  assert_place (blocks[1], 108, 0, 100, 40);
  assert_place (blocks[2], 0, 48, 100, 40);
  assert_place (blocks[4], 0, 96, 100, 40);

  g_assert_finalize_object (flow);
}

static void
test_expand (void)
{
  GtkWidget *blocks[2];
  GtkWidget *flow = new_flow (blocks, 2);

  gtk_widget_set_hexpand (blocks[0], TRUE);
  soleus_widget_test_allocate (flow, 500);
  assert_place (blocks[0], 0, 0, 392, 40);
  assert_place (blocks[1], 400, 0, 100, 40);

  g_assert_finalize_object (flow);
}

static void
test_right_to_left (void)
{
  GtkWidget *blocks[2];
  GtkWidget *flow = new_flow (blocks, 2);

  gtk_widget_set_direction (flow, GTK_TEXT_DIR_RTL);
  soleus_widget_test_allocate (flow, 500);
  assert_place (blocks[0], 400, 0, 100, 40);
  assert_place (blocks[1], 292, 0, 100, 40);

  g_assert_finalize_object (flow);
}

static void
test_hidden_children (void)
{
  GtkWidget *blocks[3];
  GtkWidget *flow = new_flow (blocks, 3);

  gtk_widget_set_visible (blocks[1], FALSE);
  soleus_widget_test_allocate (flow, 208);
  g_assert_true (soleus_flow_get_is_row (SOLEUS_FLOW (flow)));
  assert_place (blocks[2], 108, 0, 100, 40);

  for (guint i = 0; i < 3; i++)
    gtk_widget_set_visible (blocks[i], FALSE);
  g_assert_cmpint (soleus_widget_test_allocate (flow, 100), ==, 0);

  g_assert_finalize_object (flow);
}

static void
test_builder (void)
{
  static const char text[] =
    "<interface><object class='SoleusFlow' id='flow'>"
    "<property name='spacing'>3</property><property name='homogeneous'>1</property>"
    "<child><object class='GtkLabel' id='one'/></child><child><object class='GtkLabel' id='two'/></child>"
    "</object></interface>";
  g_autoptr (GtkBuilder) builder = NULL;
  GtkWidget *flow;

  g_type_ensure (SOLEUS_TYPE_FLOW);
  builder = gtk_builder_new_from_string (text, -1);
  flow = GTK_WIDGET (gtk_builder_get_object (builder, "flow"));
  g_assert_cmpint (soleus_flow_get_spacing (SOLEUS_FLOW (flow)), ==, 3);
  g_assert_true (soleus_flow_get_homogeneous (SOLEUS_FLOW (flow)));
  g_assert_true (gtk_widget_get_last_child (flow) == GTK_WIDGET (gtk_builder_get_object (builder, "two")));
}

int
main (int   argc,
      char *argv[])
{
  soleus_widget_test_init (&argc, &argv);

  g_test_add_func ("/flow/row-and-column", test_row_and_column);
  g_test_add_func ("/flow/homogeneous", test_homogeneous);
  g_test_add_func ("/flow/wrap", test_wrap);
  g_test_add_func ("/flow/expand", test_expand);
  g_test_add_func ("/flow/right-to-left", test_right_to_left);
  g_test_add_func ("/flow/hidden-children", test_hidden_children);
  g_test_add_func ("/flow/builder", test_builder);

  return g_test_run ();
}
