/* SPDX-License-Identifier: GPL-3.0-or-later */
/* It looks like the other bars above a page, with room for more buttons and more text. It keeps silent beside an emergency. */
#include "config.h"

#include "ui/reminders/soleus-reminder-notice.h"

#include <glib/gi18n.h>

#include "app/soleus-reminder-answer.h"
#include "app/soleus-reminder-bar.h"
#include "app/soleus-reminder-settings.h"
#include "ui/compat/soleus-accessible.h"
#include "ui/reminders/soleus-reminder-help.h"
#include "ui/widgets/soleus-build.h"
#include "ui/widgets/soleus-flow.h"

#define TEXT_CHARS 36
#define FEW_LINES 3
#define LINE_HEIGHT 20
#define PARTS 4 /* of the window's height; more than one of them scrolls, so that the page below keeps its room */

struct _SoleusReminderNotice
{
  GtkWidget parent_instance;

  SoleusContext *context;
  SoleusReminderBar *bar;
  GtkWidget *revealer;
  GtkWidget *text;      /* of a few lines */
  GtkWidget *long_text; /* of more, in the scroller */
  GtkWidget *scroller;
  GtkWidget *buttons;
};

G_DEFINE_FINAL_TYPE (SoleusReminderNotice, soleus_reminder_notice, GTK_TYPE_WIDGET)

/* Building; all of it is left undone until a reminder is to be shown, for it is in every first frame. */

static GtkWidget *
make_text (void)
{
  return g_object_new (GTK_TYPE_LABEL,
                       "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS,
                       "xalign", 0.0,
                       "yalign", 0.0,
                       "wrap", TRUE,
                       "wrap-mode", PANGO_WRAP_WORD_CHAR,
                       "max-width-chars", TEXT_CHARS,
                       "hexpand", TRUE,
                       NULL);
}

static void
build (SoleusReminderNotice *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0), *flow = soleus_flow_new (12);

  self->text = make_text ();
  gtk_widget_set_valign (self->text, GTK_ALIGN_CENTER);
  self->long_text = make_text ();
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->long_text);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (self->scroller), TRUE);
  gtk_widget_set_hexpand (self->scroller, TRUE);
  self->buttons = soleus_flow_new (8);
  soleus_flow_set_wrap (SOLEUS_FLOW (self->buttons), TRUE);
  gtk_widget_set_valign (self->buttons, GTK_ALIGN_CENTER);
  soleus_flow_append (SOLEUS_FLOW (flow), self->text);
  soleus_flow_append (SOLEUS_FLOW (flow), self->scroller);
  soleus_flow_append (SOLEUS_FLOW (flow), self->buttons);
  gtk_box_append (GTK_BOX (box), flow);
  gtk_widget_add_css_class (box, "notice");
  self->revealer = gtk_revealer_new ();
  gtk_revealer_set_child (GTK_REVEALER (self->revealer), box);
  gtk_widget_set_parent (self->revealer, GTK_WIDGET (self));
  soleus_accessible_set_name (GTK_ACCESSIBLE (self), _("Reminder"));
}

static gboolean
is_silent (SoleusReminderNotice *self)
{
  SoleusWarnings *warnings = soleus_context_is_open (self->context) ? soleus_context_get_warnings (self->context) : NULL;

  return warnings == NULL || soleus_warnings_get_emergency (warnings) != NULL;
}

static guint
count_lines (const char *text)
{
  guint n = 1;

  for (; *text != '\0'; text++)
    n += *text == '\n';
  return n;
}

/* Room for all lines, and for one that wraps, as long as that is not too much of the window. */
static int
find_height (SoleusReminderNotice *self,
             guint                 n_lines)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  int width, height = root != NULL ? gtk_widget_get_height (GTK_WIDGET (root)) : 0;

  /* A window that was only just shown has no size yet. */
  if (height == 0 && GTK_IS_WINDOW (root))
    gtk_window_get_default_size (GTK_WINDOW (root), &width, &height);
  return MIN ((int) ((n_lines + 1) * LINE_HEIGHT * soleus_build_text_scale (GTK_WIDGET (self))), MAX (height, 480) / PARTS);
}

/* A button that had the focus goes: the page has it next. */
static void
leave (SoleusReminderNotice *self)
{
  GtkWidget *after = gtk_widget_get_next_sibling (GTK_WIDGET (self));

  while (after != NULL && !gtk_widget_child_focus (after, GTK_DIR_TAB_FORWARD))
    after = gtk_widget_get_next_sibling (after);
}

static void
button_clicked_cb (GtkWidget            *button,
                   SoleusReminderNotice *self)
{
  g_autofree char *press = g_strdup (g_object_get_data (G_OBJECT (button), "press"));
  g_autofree char *page = soleus_reminder_bar_press (self->bar, press);

  if (page != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-page", "s", page);
}

static void
add_button (SoleusReminderNotice *self,
            const char           *label,
            const char           *press)
{
  GtkWidget *button = soleus_build_button (label, NULL, NULL);

  g_object_set_data_full (G_OBJECT (button), "press", g_strdup (press), g_free);
  g_signal_connect (button, "clicked", G_CALLBACK (button_clicked_cb), self);
  soleus_flow_append (SOLEUS_FLOW (self->buttons), button);
}

static void
close_clicked_cb (SoleusReminderNotice *self)
{
  soleus_reminder_bar_close (self->bar);
}

static void
fill (SoleusReminderNotice     *self,
      const SoleusReminderText *text)
{
  g_autofree char *words = *text->body != '\0' ? g_strdup_printf ("%s\n%s", text->title, text->body) : g_strdup (text->title);
  guint n_lines = count_lines (words);
  gboolean few = n_lines <= FEW_LINES;
  GtkWidget *child, *button;

  gtk_widget_set_visible (self->text, few);
  gtk_widget_set_visible (self->scroller, !few);
  gtk_label_set_label (GTK_LABEL (few ? self->text : self->long_text), words);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (self->scroller), find_height (self, n_lines));
  while ((child = gtk_widget_get_first_child (self->buttons)) != NULL)
    gtk_widget_unparent (child);
  for (guint i = 0; i < text->labels->len; i++)
    add_button (self, g_ptr_array_index (text->labels, i), g_ptr_array_index (text->presses, i));
  button = soleus_build_button (_("Close"), _("Close this reminder"), NULL);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (close_clicked_cb), self);
  soleus_flow_append (SOLEUS_FLOW (self->buttons), button);
}

static void
update (SoleusReminderNotice *self)
{
  const SoleusReminderText *text = soleus_reminder_bar_get_text (self->bar);
  gboolean wanted = text != NULL && !is_silent (self);
  gboolean had_focus = gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL;

  if (wanted && self->revealer == NULL)
    build (self);
  if (wanted)
    fill (self, text);
  if (self->revealer != NULL)
    gtk_revealer_set_reveal_child (GTK_REVEALER (self->revealer), wanted);
  if (had_focus)
    leave (self);
  if (wanted)
    soleus_reminder_bar_mark_shown (self->bar);
}

static void
link_changed_cb (SoleusReminderNotice *self)
{
  soleus_reminder_bar_set_state (self->bar, soleus_reminder_help_get_state (self->context));
}

static void
warnings_changed_cb (SoleusReminderNotice *self)
{
  gboolean is_shown = self->revealer != NULL && gtk_revealer_get_reveal_child (GTK_REVEALER (self->revealer));

  if (self->bar != NULL && is_silent (self) == is_shown)
    update (self);
}

static void
ensure_bar (SoleusReminderNotice *self)
{
  g_autoptr (SoleusAlarm) alarm = NULL;

  if (self->bar != NULL)
    return;
  if (!soleus_clock_is_fixed (soleus_context_get_clock (self->context)))
    alarm = soleus_alarm_new (NULL);
  self->bar = soleus_reminder_bar_new (soleus_context_get_diary (self->context), soleus_context_get_keeper (self->context), alarm);
  g_signal_connect_object (self->bar, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
}

/* Nothing is asked of the reminders' program, nor started, while no reminder is on. */
static void
find_state (SoleusReminderNotice *self)
{
  g_autoptr (SoleusReminderRules) settings = soleus_reminder_settings_read (soleus_context_get_diary (self->context), NULL);
  SoleusReminderLink *link;
  SoleusTime until;

  if (settings == NULL || !(soleus_reminder_rules_any_on (settings) || soleus_reminder_find_asked (soleus_context_get_diary (self->context), &until)))
    return;
  ensure_bar (self);
  link = soleus_context_get_reminders (self->context);
  if (link != NULL && g_signal_handler_find (link, G_SIGNAL_MATCH_DATA, 0, 0, NULL, NULL, self) == 0)
    g_signal_connect_object (link, "changed", G_CALLBACK (link_changed_cb), self, G_CONNECT_SWAPPED);
  link_changed_cb (self);
}

static void
diary_changed_cb (SoleusReminderNotice *self,
                  guint                 kinds)
{
  if ((kinds & SOLEUS_KIND_MASK (SOLEUS_KIND_REMINDER)) != 0 || (self->bar == NULL && (kinds & SOLEUS_KIND_MASK (SOLEUS_KIND_NOTICE)) != 0))
    find_state (self);
}

static gboolean
first_look_cb (gpointer data)
{
  SoleusReminderNotice *self = data;

  if (self->context != NULL && soleus_context_is_open (self->context))
    find_state (self);
  return G_SOURCE_REMOVE;
}

static void
soleus_reminder_notice_dispose (GObject *object)
{
  SoleusReminderNotice *self = SOLEUS_REMINDER_NOTICE (object);

  g_clear_pointer (&self->revealer, gtk_widget_unparent);
  g_clear_object (&self->bar);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (soleus_reminder_notice_parent_class)->dispose (object);
}

static void
soleus_reminder_notice_class_init (SoleusReminderNoticeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = soleus_reminder_notice_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
soleus_reminder_notice_init (SoleusReminderNotice *self)
{
}

/**
 * soleus_reminder_notice_new:
 * @context: an open diary
 *
 * Returns: (transfer floating): a bar, which is seen while the window has a reminder to show
 */
GtkWidget *
soleus_reminder_notice_new (SoleusContext *context)
{
  SoleusReminderNotice *self = g_object_new (SOLEUS_TYPE_REMINDER_NOTICE, NULL);

  self->context = g_object_ref (context);
  g_signal_connect_object (soleus_context_get_warnings (context), "changed", G_CALLBACK (warnings_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (soleus_context_get_diary (context), "changed", G_CALLBACK (diary_changed_cb), self, G_CONNECT_SWAPPED);
  g_idle_add_full (G_PRIORITY_LOW, first_look_cb, g_object_ref (self), g_object_unref);
  return GTK_WIDGET (self);
}
