/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The signs scroll, the buttons never do. Neither button is a default, and no key presses one: a stray key must not say no ten
 * times. Where not all signs are in view, the first button goes on to the rest before it can deny them. With a yes, the same
 * list becomes toggles. */
#include "config.h"

#include "ui/warnings/soleus-gate-view.h"

#include <glib/gi18n.h>

#include "ui/compat/soleus-accessible.h"
#include "ui/widgets/soleus-build.h"

struct _SoleusGateView
{
  GtkBox parent_instance;

  GtkWidget *heading;
  GtkWidget *list;
  GtkWidget *buttons;
  GtkWidget *none;
  char *none_label;
  GtkAdjustment *place; /* of the list; borrowed */
  gboolean seen;        /* whether the last sign was in view */
  GtkWidget *yes;
  GtkWidget *go_on;
  GtkWidget *toggles[SOLEUS_N_GATE_SIGNS];
  const SoleusGuidance *guidance;
};

G_DEFINE_FINAL_TYPE (SoleusGateView, soleus_gate_view, GTK_TYPE_BOX)

enum
{
  SIGNAL_DENIED,
  SIGNAL_SIGNS,
  SIGNAL_NAMED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
soleus_gate_view_finalize (GObject *object)
{
  g_free (SOLEUS_GATE_VIEW (object)->none_label);

  G_OBJECT_CLASS (soleus_gate_view_parent_class)->finalize (object);
}

static void
soleus_gate_view_class_init (SoleusGateViewClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = soleus_gate_view_finalize;

  /**
   * SoleusGateView::denied:
   * @self: the view
   *
   * None of the signs is there.
   */
  signals[SIGNAL_DENIED] = g_signal_new ("denied", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * SoleusGateView::signs:
   * @self: the view
   *
   * At least one is there; the person is asked which.
   */
  signals[SIGNAL_SIGNS] = g_signal_new ("signs", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * SoleusGateView::named:
   * @self: the view
   * @facts: the facts of the signs that are there
   *
   * The person said which.
   */
  signals[SIGNAL_NAMED] = g_signal_new ("named", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRV);
}

static void
soleus_gate_view_init (SoleusGateView *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 12);
}

static gboolean
is_at_end (SoleusGateView *self)
{
  return gtk_adjustment_get_value (self->place) + gtk_adjustment_get_page_size (self->place) >= gtk_adjustment_get_upper (self->place) - 1;
}

static void
update_seen (SoleusGateView *self)
{
  const char *label;

  /* Before it has a size there is nothing to say. */
  if (self->seen || gtk_adjustment_get_page_size (self->place) < 1)
    return;
  self->seen = is_at_end (self);
  label = self->seen ? self->none_label : _("More signs below");
  gtk_stack_set_visible_child_name (GTK_STACK (gtk_button_get_child (GTK_BUTTON (self->none))), self->seen ? "none" : "more");
  soleus_accessible_set_name (GTK_ACCESSIBLE (self->none), label);
}

static void
none_clicked_cb (SoleusGateView *self)
{
  update_seen (self);
  if (self->seen)
    g_signal_emit (self, signals[SIGNAL_DENIED], 0);
  else
    gtk_adjustment_set_value (self->place, gtk_adjustment_get_value (self->place) + gtk_adjustment_get_page_size (self->place) * 0.8);
}

static void
yes_clicked_cb (SoleusGateView *self)
{
  soleus_gate_view_choose (self);
  g_signal_emit (self, signals[SIGNAL_SIGNS], 0);
}

static void
go_on_clicked_cb (SoleusGateView *self)
{
  g_autoptr (GPtrArray) facts = g_ptr_array_new ();

  for (guint i = 0; i < SOLEUS_N_GATE_SIGNS; i++)
    if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->toggles[i])))
      g_ptr_array_add (facts, (gpointer) soleus_safety_gate_get_signs ()[i].id);
  g_ptr_array_add (facts, NULL);
  if (facts->len > 1)
    g_signal_emit (self, signals[SIGNAL_NAMED], 0, facts->pdata);
}

static void
toggled_cb (SoleusGateView *self)
{
  gboolean any = FALSE;

  for (guint i = 0; i < SOLEUS_N_GATE_SIGNS; i++)
    any = any || gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->toggles[i]));
  gtk_widget_set_sensitive (self->go_on, any);
}

/* Both labels of the first button take the same room: were it to grow with the second, it would cover the sign just seen. */
static GtkWidget *
make_none (const char *none)
{
  const char *const labels[][2] = { { "none", none }, { "more", _("More signs below") } };
  GtkWidget *button = soleus_build_button (none, NULL, "large");
  GtkWidget *stack = gtk_stack_new ();

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      GtkWidget *label = soleus_build_text (NULL, labels[i][1], NULL);

      gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
      gtk_label_set_xalign (GTK_LABEL (label), 0.5);
      gtk_stack_add_named (GTK_STACK (stack), label, labels[i][0]);
    }
  gtk_button_set_child (GTK_BUTTON (button), stack);
  return button;
}

/**
 * soleus_gate_view_new:
 * @guidance: the guidance, which must live longer
 * @question: what is asked
 * @none: what stands on the button that denies all of them
 *
 * Returns: (transfer floating): the view
 */
GtkWidget *
soleus_gate_view_new (const SoleusGuidance *guidance,
                      const char           *question,
                      const char           *none)
{
  SoleusGateView *self = g_object_new (SOLEUS_TYPE_GATE_VIEW, NULL);
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->guidance = guidance;
  self->heading = soleus_build_heading (GTK_WIDGET (self), question, "title-2");
  self->list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  for (guint i = 0; i < SOLEUS_N_GATE_SIGNS; i++)
    soleus_build_text (self->list, soleus_guidance_get_text (guidance, soleus_safety_gate_get_signs ()[i].text), "gate-sign");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->list);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_box_append (GTK_BOX (self), scroller);

  self->place = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  g_signal_connect_object (self->place, "changed", G_CALLBACK (update_seen), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->place, "value-changed", G_CALLBACK (update_seen), self, G_CONNECT_SWAPPED);
  self->none_label = g_strdup (none);

  self->buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  gtk_box_set_homogeneous (GTK_BOX (self->buttons), TRUE);
  self->none = make_none (none);
  gtk_widget_add_css_class (self->none, "primary");
  g_signal_connect_swapped (self->none, "clicked", G_CALLBACK (none_clicked_cb), self);
  self->yes = soleus_build_button (_("Yes, one of these"), NULL, "large");
  g_signal_connect_swapped (self->yes, "clicked", G_CALLBACK (yes_clicked_cb), self);
  gtk_box_append (GTK_BOX (self->buttons), self->none);
  gtk_box_append (GTK_BOX (self->buttons), self->yes);
  gtk_box_append (GTK_BOX (self), self->buttons);
  return GTK_WIDGET (self);
}

/**
 * soleus_gate_view_choose:
 * @self: the view
 *
 * Asks which of the signs are there.
 */
void
soleus_gate_view_choose (SoleusGateView *self)
{
  g_return_if_fail (SOLEUS_IS_GATE_VIEW (self));

  if (self->go_on != NULL)
    return;
  gtk_label_set_label (GTK_LABEL (self->heading), _("Which of these?"));
  soleus_accessible_set_name (GTK_ACCESSIBLE (self->heading), _("Which of these?"));
  soleus_build_clear (self->list);
  for (guint i = 0; i < SOLEUS_N_GATE_SIGNS; i++)
    {
      const char *text = soleus_guidance_get_text (self->guidance, soleus_safety_gate_get_signs ()[i].text);
      GtkWidget *label = soleus_build_text (NULL, text, "gate-sign");

      self->toggles[i] = gtk_toggle_button_new ();
      gtk_button_set_child (GTK_BUTTON (self->toggles[i]), label);
      gtk_widget_add_css_class (self->toggles[i], "option");
      soleus_accessible_set_name (GTK_ACCESSIBLE (self->toggles[i]), text);
      g_signal_connect_swapped (self->toggles[i], "toggled", G_CALLBACK (toggled_cb), self);
      gtk_box_append (GTK_BOX (self->list), self->toggles[i]);
    }
  gtk_widget_set_visible (self->none, FALSE);
  gtk_widget_set_visible (self->yes, FALSE);
  self->go_on = soleus_build_button (_("Continue"), NULL, "large");
  gtk_widget_add_css_class (self->go_on, "primary");
  gtk_widget_set_sensitive (self->go_on, FALSE);
  g_signal_connect_swapped (self->go_on, "clicked", G_CALLBACK (go_on_clicked_cb), self);
  gtk_box_append (GTK_BOX (self->buttons), self->go_on);
  soleus_gate_view_focus_heading (self);
}

/**
 * soleus_gate_view_is_choosing:
 * @self: the view
 *
 * Returns: whether the person is asked which signs are there
 */
gboolean
soleus_gate_view_is_choosing (SoleusGateView *self)
{
  g_return_val_if_fail (SOLEUS_IS_GATE_VIEW (self), FALSE);

  return self->go_on != NULL;
}

/**
 * soleus_gate_view_focus_heading:
 * @self: the view
 *
 * Puts the focus on the question, so that it is read out.
 */
void
soleus_gate_view_focus_heading (SoleusGateView *self)
{
  g_return_if_fail (SOLEUS_IS_GATE_VIEW (self));

  soleus_build_focus (self->heading);
}
