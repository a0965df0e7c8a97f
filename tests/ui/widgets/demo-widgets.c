/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A window with every widget in it, to look at and to drive by hand: demo-widgets [--page NAME]. */
#include "soleus-widget-test.h"
#include "ui/widgets/soleus-action-row.h"
#include "ui/widgets/soleus-choice.h"
#include "ui/widgets/soleus-flow.h"
#include "ui/widgets/soleus-leg-map-view.h"
#include "ui/widgets/soleus-night-mark.h"
#include "ui/widgets/soleus-notice.h"
#include "ui/widgets/soleus-pager.h"
#include "ui/widgets/soleus-pain-scale.h"
#include "ui/widgets/soleus-shell.h"
#include "ui/widgets/soleus-site-list.h"
#include "soleus-ui-resources.h"

#include <adwaita.h>

typedef struct
{
  const char *name;
  const char *title;
  GtkWidget *(*build) (void);
} DemoPage;

static char *page_name;
static int window_width = 960;
static int window_height = 720;

static GtkWidget *
new_card (void)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  gtk_widget_add_css_class (card, "card");
  return card;
}

static void
add_heading (GtkWidget  *box,
             const char *text,
             const char *css_class)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0, "wrap", TRUE, NULL);

  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
}

static void
add_choice (GtkWidget                *box,
            const char               *question,
            const SoleusChoiceOption *options,
            gsize                     n_options,
            gboolean                  answer)
{
  GtkWidget *choice = g_object_new (SOLEUS_TYPE_CHOICE, "label", question, "answer", answer, NULL);

  soleus_choice_add_options (SOLEUS_CHOICE (choice), options, n_options);
  add_heading (box, question, answer ? "question" : "heading");
  gtk_box_append (GTK_BOX (box), choice);
}

static GtkWidget *
build_answers (void)
{
  static const SoleusChoiceOption nights[] = {
    { "no", "No", "No cramps last night" },
    { "yes", "Yes", "Yes, cramps last night" },
    { "unsure", "Not sure", "Not sure about last night" },
  };
  static const SoleusChoiceOption counts[] = {
    { "1", "1", "1 cramp" }, { "2", "2", "2 cramps" }, { "3", "3", "3 cramps" }, { "4", "4", "4 cramps" },
    { "5", "5", "5 cramps" }, { "more", "More", NULL }, { "unsure", "Not sure", NULL },
  };
  static const SoleusChoiceOption times[] = {
    { "a", "Before midnight", NULL }, { "b", "12 to 2", NULL }, { "c", "2 to 4", NULL }, { "d", "4 to 6", NULL },
    { "e", "After 6", NULL }, { "unsure", "Not sure", NULL },
  };
  GtkWidget *card = new_card ();

  add_choice (card, "Any cramps last night?", nights, G_N_ELEMENTS (nights), TRUE);
  add_choice (card, "How many cramps?", counts, G_N_ELEMENTS (counts), FALSE);
  add_choice (card, "When, about?", times, G_N_ELEMENTS (times), FALSE);
  add_heading (card, "How bad was it?", "heading");
  gtk_box_append (GTK_BOX (card), soleus_pain_scale_new ("How bad was it?"));
  return card;
}

static GtkWidget *
build_map (void)
{
  g_autoptr (SoleusLegMap) map = soleus_widget_test_load_map ();
  g_autoptr (SoleusSites) sites = soleus_sites_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);
  GtkWidget *card = new_card ();
  GtkWidget *list_card = new_card ();

  soleus_sites_add (sites, "calf", "left");
  soleus_sites_add (sites, "toes", "left");
  soleus_sites_add (sites, "sole", "right");
  gtk_box_append (GTK_BOX (card), soleus_leg_map_view_new (map, sites));
  gtk_box_append (GTK_BOX (list_card), soleus_site_list_new (map, sites));
  gtk_box_append (GTK_BOX (box), card);
  gtk_box_append (GTK_BOX (box), list_card);
  return box;
}

static GtkWidget *
build_places (void)
{
  g_autoptr (SoleusLegMap) map = soleus_widget_test_load_map ();
  g_autoptr (SoleusSites) sites = soleus_sites_new ();
  GtkWidget *card = new_card ();

  soleus_sites_add (sites, "calf", "left");
  soleus_sites_add (sites, "hand", NULL);
  gtk_box_append (GTK_BOX (card), soleus_site_list_new (map, sites));
  return card;
}

static GtkWidget *
build_rows (void)
{
  static const SoleusNightState states[] = {
    SOLEUS_NIGHT_NO_CRAMP, SOLEUS_NIGHT_CRAMPS, SOLEUS_NIGHT_UNSURE, SOLEUS_NIGHT_NOT_RECORDED,
  };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);
  GtkWidget *rows = new_card ();
  GtkWidget *row = soleus_action_row_new ("3 glasses so far", "750 ml. Last one at 14:10");
  GtkWidget *notice = soleus_notice_new ("Cramp running, 6 minutes.");
  GtkWidget *toggle = gtk_switch_new ();
  GtkWidget *opener = gtk_button_new ();

  soleus_notice_add_button (SOLEUS_NOTICE (notice), "Open", "Open the running cramp");
  soleus_notice_add_button (SOLEUS_NOTICE (notice), "It stopped", NULL);
  soleus_notice_set_revealed (SOLEUS_NOTICE (notice), TRUE);
  gtk_box_append (GTK_BOX (box), notice);

  gtk_widget_add_css_class (rows, "rows");
  gtk_box_set_spacing (GTK_BOX (rows), 0);
  soleus_action_row_add_button (SOLEUS_ACTION_ROW (row), "Add 250 ml", NULL);
  gtk_box_append (GTK_BOX (rows), row);

  row = soleus_action_row_new ("8:00", "Amlodipine 5 mg, Furosemide 40 mg & a name that is long enough to wrap");
  soleus_action_row_add_button (SOLEUS_ACTION_ROW (row), "All taken", "All of 8:00 taken");
  soleus_action_row_add_button (SOLEUS_ACTION_ROW (row), "Open", "Open 8:00");
  gtk_box_append (GTK_BOX (rows), row);

  row = soleus_action_row_new ("Morning check-in", "8:00 every day");
  gtk_widget_set_valign (toggle, GTK_ALIGN_CENTER);
  gtk_widget_set_halign (toggle, GTK_ALIGN_START);
  gtk_accessible_update_property (GTK_ACCESSIBLE (toggle), GTK_ACCESSIBLE_PROPERTY_LABEL, "Morning check-in", -1);
  soleus_action_row_add_suffix (SOLEUS_ACTION_ROW (row), toggle);
  gtk_box_append (GTK_BOX (rows), row);

  for (gsize i = 0; i < G_N_ELEMENTS (states); i++)
    {
      g_autofree char *words = soleus_night_mark_dup_description (states[i], 2);

      row = soleus_action_row_new ("Night to Tuesday 3 March", words);
      soleus_action_row_set_prefix (SOLEUS_ACTION_ROW (row), soleus_night_mark_new_decorative (states[i], 2));
      soleus_action_row_add_button (SOLEUS_ACTION_ROW (row), "Open", "Open the night to Tuesday 3 March");
      gtk_box_append (GTK_BOX (rows), row);
    }

  gtk_button_set_child (GTK_BUTTON (opener), soleus_action_row_new ("Calf stretch", "A button that is a whole row"));
  gtk_widget_add_css_class (opener, "flat");
  gtk_widget_add_css_class (opener, "row-button");
  gtk_accessible_update_property (GTK_ACCESSIBLE (opener), GTK_ACCESSIBLE_PROPERTY_LABEL, "Calf stretch", -1);
  gtk_box_append (GTK_BOX (rows), opener);

  gtk_box_append (GTK_BOX (box), rows);
  return box;
}

static const DemoPage pages[] = {
  { "answers", "Answers", build_answers },
  { "map", "Leg map", build_map },
  { "places", "Places", build_places },
  { "rows", "Rows", build_rows },
};

static GtkWidget *
wrap_page (GtkWidget *content)
{
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();

  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 560);
  adw_clamp_set_child (ADW_CLAMP (clamp), content);
  gtk_widget_set_margin_top (clamp, 12);
  gtk_widget_set_margin_bottom (clamp, 12);
  gtk_widget_set_margin_start (clamp, 12);
  gtk_widget_set_margin_end (clamp, 12);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);
  gtk_widget_set_vexpand (scroller, TRUE);
  return scroller;
}

static void
open_page (SoleusPager    *pager,
           const DemoPage *page)
{
  soleus_pager_push (pager, wrap_page (page->build ()), page->title);
}

static void
page_clicked_cb (GtkButton   *button,
                 SoleusPager *pager)
{
  soleus_pager_pop_to_home (pager);
  open_page (pager, g_object_get_data (G_OBJECT (button), "page"));
}

static GtkWidget *
new_page_buttons (SoleusPager *pager)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      GtkWidget *button = gtk_button_new_with_label (pages[i].title);

      gtk_widget_add_css_class (button, "flat");
      g_object_set_data (G_OBJECT (button), "page", (gpointer) &pages[i]);
      g_signal_connect (button, "clicked", G_CALLBACK (page_clicked_cb), pager);
      gtk_box_append (GTK_BOX (box), button);
    }

  return box;
}

static GtkWidget *
build_content (SoleusPager *pager)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *title = adw_window_title_new ("", "");
  GtkWidget *back = gtk_button_new_from_icon_name ("go-previous-symbolic");

  gtk_accessible_update_property (GTK_ACCESSIBLE (back), GTK_ACCESSIBLE_PROPERTY_LABEL, "Back", -1);
  g_signal_connect_swapped (back, "clicked", G_CALLBACK (soleus_pager_pop), pager);
  g_object_bind_property (pager, "can-go-back", back, "visible", G_BINDING_SYNC_CREATE);
  g_object_bind_property (pager, "title", title, "title", G_BINDING_SYNC_CREATE);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), back);
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header), title);
  gtk_box_append (GTK_BOX (box), header);
  gtk_widget_set_vexpand (GTK_WIDGET (pager), TRUE);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (pager));
  return box;
}

static void
app_activated_cb (GtkApplication *app)
{
  GtkWidget *pager = soleus_pager_new ();
  GtkWidget *shell = soleus_shell_new ();
  GtkWidget *rail = new_page_buttons (SOLEUS_PAGER (pager));
  GtkWidget *window = adw_application_window_new (app);

  gtk_widget_add_css_class (rail, "rail");
  gtk_widget_set_size_request (rail, 216, -1);
  soleus_shell_set_rail (SOLEUS_SHELL (shell), rail);
  soleus_shell_set_content (SOLEUS_SHELL (shell), build_content (SOLEUS_PAGER (pager)));
  soleus_pager_set_home (SOLEUS_PAGER (pager), wrap_page (new_page_buttons (SOLEUS_PAGER (pager))), "Widgets");
  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    if (g_strcmp0 (pages[i].name, page_name) == 0)
      open_page (SOLEUS_PAGER (pager), &pages[i]);

  adw_application_window_set_content (ADW_APPLICATION_WINDOW (window), shell);
  gtk_window_set_title (GTK_WINDOW (window), "Widgets");
  gtk_window_set_default_size (GTK_WINDOW (window), window_width, window_height);
  gtk_window_present (GTK_WINDOW (window));
}

int
main (int   argc,
      char *argv[])
{
  const GOptionEntry entries[] = {
    { "page", 0, 0, G_OPTION_ARG_STRING, &page_name, "answers, map, places or rows", "NAME" },
    { "width", 0, 0, G_OPTION_ARG_INT, &window_width, "In pixels", "N" },
    { "height", 0, 0, G_OPTION_ARG_INT, &window_height, "In pixels", "N" },
    { NULL },
  };
  g_autoptr (AdwApplication) app = adw_application_new ("io.github.soleus_diary.Soleus.Widgets", G_APPLICATION_NON_UNIQUE);

  g_resources_register (soleus_ui_get_resource ());
  g_application_set_resource_base_path (G_APPLICATION (app), "/io/github/soleus_diary/Soleus");
  g_application_add_main_option_entries (G_APPLICATION (app), entries);
  g_signal_connect (app, "activate", G_CALLBACK (app_activated_cb), NULL);
  return g_application_run (G_APPLICATION (app), argc, argv);
}
