/* SPDX-License-Identifier: GPL-3.0-or-later */
/* When the page changes, its heading takes the focus, so that a screen reader says where one is. A dialog whose work is
 * under way does not close. */
#include "config.h"

#include "ui/exchange/soleus-modal.h"

#include <glib/gi18n.h>

#include "ui/compat/soleus-accessible.h"
#include "ui/widgets/soleus-flow.h"

#define WIDTH 560
#define MARGIN 24
#define FRAME_HEIGHT 152 /* title and buttons */
#define LEAST_HEIGHT 400

struct _SoleusModal
{
  AdwWindow parent_instance;

  /* Borrowed; NULL once the dialog is closed */
  GtkWidget *scroller;
  GtkWidget *bottom;
  GtkWidget *page;
  gboolean is_narrow;
  gboolean busy;
};

G_DEFINE_FINAL_TYPE (SoleusModal, soleus_modal, ADW_TYPE_WINDOW)

static gboolean
soleus_modal_close_request (GtkWindow *window)
{
  return SOLEUS_MODAL (window)->busy;
}

static void
soleus_modal_dispose (GObject *object)
{
  SoleusModal *self = SOLEUS_MODAL (object);

  self->scroller = NULL;
  self->bottom = NULL;
  self->page = NULL;

  G_OBJECT_CLASS (soleus_modal_parent_class)->dispose (object);
}

static void
soleus_modal_class_init (SoleusModalClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = soleus_modal_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = soleus_modal_close_request;
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
soleus_modal_init (SoleusModal *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *header = adw_header_bar_new ();

  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (self->scroller), TRUE);
  gtk_widget_set_vexpand (self->scroller, TRUE);
  gtk_box_append (GTK_BOX (box), header);
  gtk_box_append (GTK_BOX (box), self->scroller);
  self->bottom = adw_bin_new ();
  gtk_box_append (GTK_BOX (box), self->bottom);
  adw_window_set_content (ADW_WINDOW (self), box);
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
  gtk_window_set_destroy_with_parent (GTK_WINDOW (self), TRUE);
}

/**
 * soleus_modal_new:
 * @parent: the window that asks
 * @title: what the dialog is for
 *
 * Returns: (transfer none): an empty dialog, not shown yet
 */
GtkWidget *
soleus_modal_new (GtkWindow  *parent,
                  const char *title)
{
  SoleusModal *self = g_object_new (SOLEUS_TYPE_MODAL, "title", title, "transient-for", parent, NULL);
  int width = gtk_widget_get_width (GTK_WIDGET (parent)), height = gtk_widget_get_height (GTK_WIDGET (parent));

  /* A window that was only just shown has no size yet. */
  if (width == 0)
    gtk_window_get_default_size (parent, &width, &height);
  self->is_narrow = width > 0 && width <= WIDTH;
  if (self->is_narrow)
    gtk_window_set_default_size (GTK_WINDOW (self), width, height);
  else
    gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (self->scroller), MAX (height, LEAST_HEIGHT) - FRAME_HEIGHT);
  return GTK_WIDGET (self);
}

/* The buttons of a page stay in view below it, however long it is, and what is wrong with it stands above them. */
static GtkWidget *
get_bottom (GtkWidget *page)
{
  return g_object_get_data (G_OBJECT (page), "bottom");
}

static GtkWidget *
ensure_bottom (GtkWidget *page)
{
  GtkWidget *bottom = get_bottom (page), *actions;

  if (bottom != NULL)
    return bottom;
  bottom = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  actions = soleus_flow_new (12);
  soleus_flow_set_homogeneous (SOLEUS_FLOW (actions), TRUE);
  gtk_widget_set_margin_top (bottom, 12);
  gtk_widget_set_margin_bottom (bottom, MARGIN);
  gtk_widget_set_margin_start (bottom, MARGIN);
  gtk_widget_set_margin_end (bottom, MARGIN);
  gtk_box_append (GTK_BOX (bottom), actions);
  g_object_set_data_full (G_OBJECT (page), "bottom", g_object_ref_sink (bottom), g_object_unref);
  return bottom;
}

static GtkWidget *
make_label (const char       *text,
            const char       *css_class,
            GtkAccessibleRole role)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL,
                                   "accessible-role", role,
                                   "label", text,
                                   "wrap", TRUE,
                                   "wrap-mode", PANGO_WRAP_WORD_CHAR,
                                   "xalign", 0.0,
                                   NULL);

  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
heading_left_cb (GtkWidget *heading)
{
  gtk_widget_set_focusable (heading, FALSE);
}

/* A heading is no stop for Tab; it takes the focus only when its page comes. GtkLabel would not take it at all. */
static void
focus_heading (GtkWidget *heading)
{
  gtk_widget_set_focusable (heading, TRUE);
  gtk_widget_grab_focus (heading);
}

static GtkWidget *
make_heading (const char *text)
{
  GtkWidget *heading = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, NULL);
  GtkWidget *label = make_label (text, "title-2", GTK_ACCESSIBLE_ROLE_PRESENTATION);
  GtkEventController *focus = gtk_event_controller_focus_new ();

  soleus_accessible_set_name (GTK_ACCESSIBLE (heading), text);
  gtk_box_append (GTK_BOX (heading), label);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (heading_left_cb), heading);
  gtk_widget_add_controller (heading, focus);
  return heading;
}

static GtkWidget *
make_clamp (GtkWidget *child)
{
  return g_object_new (ADW_TYPE_CLAMP, "maximum-size", WIDTH, "tightening-threshold", WIDTH, "child", child, NULL);
}

/**
 * soleus_modal_set_page:
 * @self: a dialog
 * @page: (transfer floating): what it shows now, from soleus_modal_page_new()
 *
 * A dialog that was closed meanwhile shows nothing any more, and drops the page.
 */
void
soleus_modal_set_page (SoleusModal *self,
                       GtkWidget   *page)
{
  g_autoptr (GtkWidget) clamp = g_object_ref_sink (make_clamp (page));
  gboolean is_first;

  g_return_if_fail (SOLEUS_IS_MODAL (self));

  is_first = self->page == NULL;
  if (self->scroller == NULL)
    return;
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), clamp);
  adw_bin_set_child (ADW_BIN (self->bottom), get_bottom (page) != NULL ? make_clamp (get_bottom (page)) : NULL);
  self->page = page;
  if (!self->is_narrow)
    gtk_window_set_default_size (GTK_WINDOW (self), WIDTH, -1);
  if (!is_first)
    focus_heading (gtk_widget_get_first_child (page));
}

/**
 * soleus_modal_set_busy:
 * @self: a dialog
 * @busy: whether something that it started is under way, so that it cannot be used or closed
 */
void
soleus_modal_set_busy (SoleusModal *self,
                       gboolean     busy)
{
  g_return_if_fail (SOLEUS_IS_MODAL (self));

  self->busy = busy;
  if (self->page == NULL)
    return;
  gtk_widget_set_sensitive (self->page, !busy);
  gtk_widget_set_sensitive (self->bottom, !busy);
}

/**
 * soleus_modal_page_new:
 * @heading: what the page says first
 *
 * Returns: (transfer floating): a vertical #GtkBox that holds a heading
 */
GtkWidget *
soleus_modal_page_new (const char *heading)
{
  GtkWidget *page = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  gtk_widget_set_margin_top (page, MARGIN);
  gtk_widget_set_margin_bottom (page, 12);
  gtk_widget_set_margin_start (page, MARGIN);
  gtk_widget_set_margin_end (page, MARGIN);
  gtk_box_append (GTK_BOX (page), make_heading (heading));
  return page;
}

/**
 * soleus_modal_page_add_text:
 * @page: a page
 * @text: plain words
 *
 * Returns: (transfer none): the label
 */
GtkWidget *
soleus_modal_page_add_text (GtkWidget  *page,
                            const char *text)
{
  GtkWidget *label = make_label (text, NULL, GTK_ACCESSIBLE_ROLE_LABEL);

  gtk_box_append (GTK_BOX (page), label);
  return label;
}

/**
 * soleus_modal_page_add_note:
 * @page: a page
 *
 * Adds a text that changes while the page is used, and is read out then.
 *
 * Returns: (transfer none): the label, empty
 */
GtkWidget *
soleus_modal_page_add_note (GtkWidget *page)
{
  GtkWidget *label = make_label ("", NULL, GTK_ACCESSIBLE_ROLE_STATUS);

  gtk_box_append (GTK_BOX (page), label);
  return label;
}

/**
 * soleus_modal_page_add_complaint:
 * @page: a page
 *
 * Adds a text above the buttons, which is in view and read out wherever the person is on a long page.
 *
 * Returns: (transfer none): the label, empty and hidden
 */
GtkWidget *
soleus_modal_page_add_complaint (GtkWidget *page)
{
  GtkWidget *label = make_label ("", "error", GTK_ACCESSIBLE_ROLE_STATUS);

  gtk_widget_set_visible (label, FALSE);
  gtk_box_prepend (GTK_BOX (ensure_bottom (page)), label);
  return label;
}

/**
 * soleus_modal_page_add_detail:
 * @page: a page
 * @text: the cause, as the program names it
 *
 * Adds a text that can be selected and copied.
 *
 * Returns: (transfer none): the label
 */
GtkWidget *
soleus_modal_page_add_detail (GtkWidget  *page,
                              const char *text)
{
  GtkWidget *label = make_label (text, NULL, GTK_ACCESSIBLE_ROLE_STATUS);

  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_box_append (GTK_BOX (page), label);
  return label;
}

/**
 * soleus_modal_page_add_button:
 * @page: a page
 * @mnemonic: what stands on the button, with its mnemonic
 * @clicked: a handler that gets @data first
 * @data: for @clicked
 *
 * The buttons of a page stand in one row, or below each other where there is no room.
 *
 * Returns: (transfer none): the button
 */
GtkWidget *
soleus_modal_page_add_button (GtkWidget  *page,
                              const char *mnemonic,
                              GCallback   clicked,
                              gpointer    data)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (mnemonic);
  GtkWidget *actions = gtk_widget_get_last_child (ensure_bottom (page));
  g_auto (GStrv) parts = g_strsplit (mnemonic, "_", 2);
  g_autofree char *plain = g_strjoinv (NULL, parts);
  GtkWidget *label;

  label = gtk_button_get_child (GTK_BUTTON (button));
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_widget_add_css_class (button, "answer");
  soleus_accessible_set_name (GTK_ACCESSIBLE (button), plain);
  g_signal_connect_swapped (button, "clicked", clicked, data);
  soleus_flow_append (SOLEUS_FLOW (actions), button);
  return button;
}
