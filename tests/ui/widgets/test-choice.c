/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SoleusChoice: nothing is chosen at first, what was chosen can be switched off, arrows stay inside, Tab leaves. */
#include "soleus-widget-test.h"
#include "ui/widgets/soleus-choice.h"

static const SoleusChoiceOption options[] = {
  { "short", "Under 1 min", "Under 1 minute" },
  { "middle", "1 to 5", "1 to 5 minutes" },
  { "long", "5 to 10", "5 to 10 minutes" },
};

static GtkWidget *
new_choice (void)
{
  GtkWidget *choice = soleus_choice_new ("How long?");

  soleus_choice_add_options (SOLEUS_CHOICE (choice), options, G_N_ELEMENTS (options));
  return g_object_ref_sink (choice);
}

static GtkWidget *
get_button (GtkWidget  *choice,
            const char *id)
{
  return soleus_choice_get_button (SOLEUS_CHOICE (choice), id);
}

static const char *
get_selected (GtkWidget *choice)
{
  return soleus_choice_get_selected (SOLEUS_CHOICE (choice));
}

/* Like a press with the pointer or the space bar. */
static void
press (GtkWidget *button)
{
  g_signal_emit_by_name (button, "clicked");
}

static void
count_cb (guint *count)
{
  (*count)++;
}

static void
test_single (void)
{
  GtkWidget *choice = new_choice ();
  guint n_changed = 0;
  guint n_notified = 0;

  g_signal_connect_swapped (choice, "changed", G_CALLBACK (count_cb), &n_changed);
  g_signal_connect_swapped (choice, "notify::selected", G_CALLBACK (count_cb), &n_notified);
  g_assert_null (get_selected (choice));

  press (get_button (choice, "middle"));
  g_assert_cmpstr (get_selected (choice), ==, "middle");
  g_assert_cmpuint (n_changed, ==, 1);

  press (get_button (choice, "long"));
  g_assert_cmpstr (get_selected (choice), ==, "long");
  g_assert_false (soleus_choice_is_selected (SOLEUS_CHOICE (choice), "middle"));
  g_assert_cmpuint (n_changed, ==, 2);

  press (get_button (choice, "long"));
  g_assert_null (get_selected (choice));
  g_assert_cmpuint (n_changed, ==, 3);
  g_assert_cmpuint (n_notified, ==, 3);

  g_assert_finalize_object (choice);
}

static void
test_set_selected (void)
{
  GtkWidget *choice = new_choice ();
  guint n_changed = 0;

  g_signal_connect_swapped (choice, "changed", G_CALLBACK (count_cb), &n_changed);
  g_object_set (choice, "selected", "short", NULL);
  g_assert_cmpstr (get_selected (choice), ==, "short");
  soleus_choice_set_selected (SOLEUS_CHOICE (choice), "short");
  g_assert_cmpuint (n_changed, ==, 1);
  soleus_choice_set_selected (SOLEUS_CHOICE (choice), "unheard of");
  g_assert_null (get_selected (choice));
  g_assert_cmpuint (n_changed, ==, 2);
  soleus_choice_set_selected (SOLEUS_CHOICE (choice), NULL);
  g_assert_cmpuint (n_changed, ==, 2);

  g_assert_finalize_object (choice);
}

static void
test_multiple (void)
{
  GtkWidget *choice = g_object_ref_sink (g_object_new (SOLEUS_TYPE_CHOICE, "multiple", TRUE, NULL));
  g_auto (GStrv) ids = NULL;

  soleus_choice_add_options (SOLEUS_CHOICE (choice), options, G_N_ELEMENTS (options));
  press (get_button (choice, "long"));
  press (get_button (choice, "short"));
  ids = soleus_choice_dup_selection (SOLEUS_CHOICE (choice));
  g_assert_cmpuint (g_strv_length (ids), ==, 2);
  g_assert_cmpstr (ids[0], ==, "short");
  g_assert_cmpstr (ids[1], ==, "long");

  press (get_button (choice, "short"));
  g_assert_false (soleus_choice_is_selected (SOLEUS_CHOICE (choice), "short"));
  g_assert_true (soleus_choice_is_selected (SOLEUS_CHOICE (choice), "long"));

  g_assert_finalize_object (choice);
}

static void
test_keeps_one (void)
{
  GtkWidget *choice = g_object_ref_sink (g_object_new (SOLEUS_TYPE_CHOICE, "keeps-one", TRUE, NULL));

  soleus_choice_add_options (SOLEUS_CHOICE (choice), options, G_N_ELEMENTS (options));
  press (get_button (choice, "long"));
  press (get_button (choice, "long"));
  g_assert_cmpstr (get_selected (choice), ==, "long");
  press (get_button (choice, "short"));
  g_assert_cmpstr (get_selected (choice), ==, "short");

  g_assert_finalize_object (choice);
}

static void
test_remove_all (void)
{
  GtkWidget *choice = new_choice ();

  press (get_button (choice, "long"));
  soleus_choice_remove_all (SOLEUS_CHOICE (choice));
  g_assert_null (get_selected (choice));
  g_assert_null (get_button (choice, "long"));
  soleus_choice_add (SOLEUS_CHOICE (choice), "long", "Long", NULL);
  g_assert_nonnull (get_button (choice, "long"));

  g_assert_finalize_object (choice);
}

static void
test_keys (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *before = gtk_button_new_with_label ("Before");
  GtkWidget *after = gtk_button_new_with_label ("After");
  GtkWidget *choice = new_choice ();
  GtkWidget *window;
  GtkRoot *root;

  gtk_box_append (GTK_BOX (box), before);
  gtk_box_append (GTK_BOX (box), choice);
  gtk_box_append (GTK_BOX (box), after);
  window = soleus_widget_test_show (box, 600, 300);
  root = GTK_ROOT (window);

  gtk_widget_grab_focus (before);
  gtk_widget_child_focus (window, GTK_DIR_TAB_FORWARD);
  g_assert_true (gtk_root_get_focus (root) == get_button (choice, "short"));

  gtk_widget_child_focus (window, GTK_DIR_RIGHT);
  g_assert_true (gtk_root_get_focus (root) == get_button (choice, "middle"));
  g_assert_null (get_selected (choice));
  gtk_widget_child_focus (window, GTK_DIR_LEFT);
  gtk_widget_child_focus (window, GTK_DIR_LEFT);
  gtk_widget_child_focus (window, GTK_DIR_UP);
  g_assert_true (gtk_root_get_focus (root) == get_button (choice, "short"));

  gtk_widget_child_focus (window, GTK_DIR_TAB_FORWARD);
  g_assert_true (gtk_root_get_focus (root) == after);

  /* What is chosen is where Tab comes back to. */
  soleus_choice_set_selected (SOLEUS_CHOICE (choice), "long");
  gtk_widget_child_focus (window, GTK_DIR_TAB_BACKWARD);
  g_assert_true (gtk_root_get_focus (root) == get_button (choice, "long"));
  gtk_widget_child_focus (window, GTK_DIR_RIGHT);
  g_assert_true (gtk_root_get_focus (root) == get_button (choice, "long"));
  gtk_widget_child_focus (window, GTK_DIR_TAB_BACKWARD);
  g_assert_true (gtk_root_get_focus (root) == before);

  gtk_window_destroy (GTK_WINDOW (window));
  g_assert_finalize_object (choice);
}

static void
test_keys_right_to_left (void)
{
  GtkWidget *choice = new_choice ();
  GtkWidget *window;

  gtk_widget_set_direction (choice, GTK_TEXT_DIR_RTL);
  window = soleus_widget_test_show (choice, 600, 300);
  gtk_widget_grab_focus (get_button (choice, "short"));
  gtk_widget_child_focus (window, GTK_DIR_LEFT);
  g_assert_true (gtk_root_get_focus (GTK_ROOT (window)) == get_button (choice, "middle"));

  gtk_window_destroy (GTK_WINDOW (window));
  g_assert_finalize_object (choice);
}

static void
test_keys_in_column (void)
{
  GtkWidget *choice = g_object_ref_sink (g_object_new (SOLEUS_TYPE_CHOICE, "answer", TRUE, NULL));
  GtkWidget *window;
  GtkRoot *root;

  soleus_choice_add_options (SOLEUS_CHOICE (choice), options, G_N_ELEMENTS (options));
  window = soleus_widget_test_show (choice, 200, 300);
  root = GTK_ROOT (window);
  gtk_widget_grab_focus (choice);
  gtk_widget_child_focus (window, GTK_DIR_DOWN);
  g_assert_true (gtk_root_get_focus (root) == get_button (choice, "middle"));
  gtk_widget_child_focus (window, GTK_DIR_DOWN);
  gtk_widget_child_focus (window, GTK_DIR_DOWN);
  g_assert_true (gtk_root_get_focus (root) == get_button (choice, "long"));
  gtk_widget_child_focus (window, GTK_DIR_UP);
  g_assert_true (gtk_root_get_focus (root) == get_button (choice, "middle"));

  gtk_window_destroy (GTK_WINDOW (window));
  g_assert_finalize_object (choice);
}

static void
test_accessible (void)
{
  GtkWidget *choice = new_choice ();

  gtk_test_accessible_assert_role (choice, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_test_accessible_assert_property (choice, GTK_ACCESSIBLE_PROPERTY_LABEL, "How long?");
  gtk_test_accessible_assert_property (get_button (choice, "middle"), GTK_ACCESSIBLE_PROPERTY_LABEL, "1 to 5 minutes");

  g_assert_finalize_object (choice);
}

static void
test_targets (void)
{
  for (guint answer = 0; answer < 2; answer++)
    {
      GtkWidget *choice = g_object_ref_sink (g_object_new (SOLEUS_TYPE_CHOICE, "answer", answer != 0, NULL));
      GtkWidget *window;

      soleus_choice_add (SOLEUS_CHOICE (choice), "1", "1", "1 cramp");
      window = soleus_widget_test_show (choice, 360, 200);
      g_assert_cmpint (soleus_widget_test_get_width (get_button (choice, "1")), >=, 44);
      g_assert_cmpint (soleus_widget_test_get_height (get_button (choice, "1")), >=, answer != 0 ? 56 : 44);

      gtk_window_destroy (GTK_WINDOW (window));
      g_assert_finalize_object (choice);
    }
}

int
main (int   argc,
      char *argv[])
{
  soleus_widget_test_init (&argc, &argv);

  g_test_add_func ("/choice/single", test_single);
  g_test_add_func ("/choice/set-selected", test_set_selected);
  g_test_add_func ("/choice/multiple", test_multiple);
  g_test_add_func ("/choice/keeps-one", test_keeps_one);
  g_test_add_func ("/choice/remove-all", test_remove_all);
  g_test_add_func ("/choice/keys", test_keys);
  g_test_add_func ("/choice/keys-right-to-left", test_keys_right_to_left);
  g_test_add_func ("/choice/keys-in-column", test_keys_in_column);
  g_test_add_func ("/choice/accessible", test_accessible);
  g_test_add_func ("/choice/targets", test_targets);

  return g_test_run ();
}
