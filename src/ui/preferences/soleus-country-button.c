/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The lists of GtkDropDown and AdwComboRow have no accessible action on GTK 4.8; a popover with a search entry and plain
 * buttons works with pointer, keys and screen reader. It is filled when it is first opened. */
#include "config.h"

#include "ui/preferences/soleus-country-button.h"

#include <glib/gi18n.h>
#include <string.h>

#include "app/soleus-emergency-numbers.h"
#include "ui/compat/soleus-accessible.h"

#define LIST_HEIGHT 280

struct _SoleusCountryButton
{
  GtkWidget parent_instance;

  GtkWidget *button;
  GtkWidget *popover;
  GtkWidget *search;
  GtkWidget *list;
  char *question;
  char *country;
};

G_DEFINE_FINAL_TYPE (SoleusCountryButton, soleus_country_button, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static gboolean
soleus_country_button_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (SOLEUS_COUNTRY_BUTTON (widget)->button);
}

static void
soleus_country_button_dispose (GObject *object)
{
  SoleusCountryButton *self = SOLEUS_COUNTRY_BUTTON (object);

  g_clear_pointer (&self->button, gtk_widget_unparent);

  G_OBJECT_CLASS (soleus_country_button_parent_class)->dispose (object);
}

static void
soleus_country_button_finalize (GObject *object)
{
  SoleusCountryButton *self = SOLEUS_COUNTRY_BUTTON (object);

  g_free (self->question);
  g_free (self->country);

  G_OBJECT_CLASS (soleus_country_button_parent_class)->finalize (object);
}

static void
soleus_country_button_class_init (SoleusCountryButtonClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = soleus_country_button_dispose;
  object_class->finalize = soleus_country_button_finalize;
  widget_class->grab_focus = soleus_country_button_grab_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);

  /**
   * SoleusCountryButton::changed:
   * @self: the button
   *
   * The person chose a country.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static gboolean
matches (const char *name,
         const char *wanted)
{
  g_autofree char *folded_name = g_utf8_casefold (name, -1);
  g_autofree char *folded_wanted = g_utf8_casefold (wanted, -1);

  return strstr (folded_name, folded_wanted) != NULL;
}

static void
search_changed_cb (SoleusCountryButton *self)
{
  const char *wanted = gtk_editable_get_text (GTK_EDITABLE (self->search));

  for (GtkWidget *child = gtk_widget_get_first_child (self->list); child != NULL; child = gtk_widget_get_next_sibling (child))
    gtk_widget_set_visible (child, matches (gtk_button_get_label (GTK_BUTTON (child)), wanted));
}

static void
country_clicked_cb (GtkWidget           *button,
                    SoleusCountryButton *self)
{
  gtk_popover_popdown (GTK_POPOVER (self->popover));
  soleus_country_button_set_country (self, g_object_get_data (G_OBJECT (button), "country"));
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
add_country (SoleusCountryButton *self,
             const char          *country,
             const char          *name)
{
  GtkWidget *button = gtk_button_new_with_label (name);

  gtk_label_set_xalign (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), 0);
  gtk_widget_add_css_class (button, "flat");
  g_object_set_data (G_OBJECT (button), "country", (gpointer) country);
  g_signal_connect (button, "clicked", G_CALLBACK (country_clicked_cb), self);
  gtk_box_append (GTK_BOX (self->list), button);
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return g_utf8_collate (soleus_emergency_numbers_get_name (*(const char *const *) a),
                         soleus_emergency_numbers_get_name (*(const char *const *) b));
}

static void
fill_list (SoleusCountryButton *self)
{
  g_autoptr (GPtrArray) countries = g_ptr_array_new ();
  const char *country;

  for (guint i = 0; (country = soleus_emergency_numbers_get_country (i)) != NULL; i++)
    g_ptr_array_add (countries, (gpointer) country);
  g_ptr_array_sort (countries, compare_names);

  /* Translators: for a country that is not in the list */
  add_country (self, NULL, _("Another country"));
  for (guint i = 0; i < countries->len; i++)
    add_country (self, g_ptr_array_index (countries, i), soleus_emergency_numbers_get_name (g_ptr_array_index (countries, i)));
}

static void
popover_shown_cb (SoleusCountryButton *self)
{
  if (gtk_widget_get_first_child (self->list) == NULL)
    fill_list (self);
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  gtk_widget_grab_focus (self->search);
}

static GtkWidget *
make_popover (SoleusCountryButton *self)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->search = gtk_search_entry_new ();
  soleus_accessible_set_name (GTK_ACCESSIBLE (self->search), _("Search countries"));
  g_signal_connect_swapped (self->search, "search-changed", G_CALLBACK (search_changed_cb), self);
  gtk_box_append (GTK_BOX (box), self->search);

  self->list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scroller), LIST_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->list);
  gtk_box_append (GTK_BOX (box), scroller);
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  g_signal_connect_swapped (popover, "show", G_CALLBACK (popover_shown_cb), self);
  return popover;
}

static void
soleus_country_button_init (SoleusCountryButton *self)
{
  self->popover = make_popover (self);
  self->button = gtk_menu_button_new ();
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->button), self->popover);
  gtk_menu_button_set_always_show_arrow (GTK_MENU_BUTTON (self->button), TRUE);
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));
}

static void
update_label (SoleusCountryButton *self)
{
  const char *name = soleus_emergency_numbers_get_name (self->country);
  const char *shown = name != NULL ? name : self->country != NULL ? self->country : _("Not set");
  /* Translators: a question, then its answer: "Your country: Austria" */
  g_autofree char *full = g_strdup_printf (_("%s: %s"), self->question, shown);

  gtk_menu_button_set_label (GTK_MENU_BUTTON (self->button), shown);
  soleus_accessible_set_name (GTK_ACCESSIBLE (self->button), full);
  /* The focus goes to the button inside. */
  soleus_accessible_set_name (GTK_ACCESSIBLE (gtk_widget_get_first_child (self->button)), full);
}

/**
 * soleus_country_button_new:
 * @question: what the country is; it is only read out
 *
 * Returns: (transfer floating): a button without a country
 */
GtkWidget *
soleus_country_button_new (const char *question)
{
  SoleusCountryButton *self = g_object_new (SOLEUS_TYPE_COUNTRY_BUTTON, NULL);

  self->question = g_strdup (question);
  update_label (self);
  return GTK_WIDGET (self);
}

/**
 * soleus_country_button_get_country:
 * @self: a button
 *
 * Returns: (transfer none) (nullable): the two letters of the country
 */
const char *
soleus_country_button_get_country (SoleusCountryButton *self)
{
  g_return_val_if_fail (SOLEUS_IS_COUNTRY_BUTTON (self), NULL);

  return self->country;
}

/**
 * soleus_country_button_set_country:
 * @self: a button
 * @country: (nullable): the two letters of a country; one that is not in the list is shown as it is
 */
void
soleus_country_button_set_country (SoleusCountryButton *self,
                                   const char          *country)
{
  char *copy = g_strdup (country);

  g_return_if_fail (SOLEUS_IS_COUNTRY_BUTTON (self));

  g_free (self->country);
  self->country = copy;
  update_label (self);
}
