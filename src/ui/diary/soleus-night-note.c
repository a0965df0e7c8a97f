/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was typed is never lost: leaving the page or going to another night saves it, as the button and Ctrl+Return do.
 * While it is being typed, changes from elsewhere do not overwrite it. */
#include "config.h"

#include "ui/diary/soleus-night-note.h"

#include <glib/gi18n.h>

#include "app/soleus-words.h"
#include "ui/compat/soleus-accessible.h"
#include "ui/diary/soleus-day-section.h"

#define HEIGHT 96

struct _SoleusNightNote
{
  GtkWidget parent_instance;

  SoleusContext *context;
  SoleusDate night;
  GtkWidget *section;
  GtkWidget *view;
  char *saved; /* the text in the diary */
};

G_DEFINE_FINAL_TYPE (SoleusNightNote, soleus_night_note, GTK_TYPE_WIDGET)

static char *
dup_text (SoleusNightNote *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));
  GtkTextIter start, end;
  char *text;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  return g_strstrip (text);
}

static gboolean
is_changed (SoleusNightNote *self)
{
  g_autofree char *text = dup_text (self);

  return self->saved != NULL && !g_str_equal (text, self->saved);
}

static void
text_changed_cb (SoleusNightNote *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "note.save", is_changed (self));
}

static void
show_note (SoleusNightNote *self)
{
  g_autoptr (SoleusRecord) record = soleus_diary_get_night_record (soleus_context_get_diary (self->context), self->night, NULL);
  const char *note;

  if (record == NULL)
    return;
  note = soleus_record_get_note (record);
  g_free (self->saved);
  self->saved = g_strstrip (g_strdup (note != NULL ? note : ""));
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view)), self->saved, -1);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "note.save", FALSE);
}

static void
diary_changed_cb (SoleusNightNote *self,
                  guint            kinds)
{
  if ((kinds & SOLEUS_KIND_MASK (SOLEUS_KIND_NIGHT)) != 0 && self->saved != NULL && !is_changed (self))
    show_note (self);
}

static void
save_activated (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  soleus_night_note_save (SOLEUS_NIGHT_NOTE (widget));
}

static void
soleus_night_note_unmap (GtkWidget *widget)
{
  soleus_night_note_save (SOLEUS_NIGHT_NOTE (widget));
  GTK_WIDGET_CLASS (soleus_night_note_parent_class)->unmap (widget);
}

static void
soleus_night_note_dispose (GObject *object)
{
  SoleusNightNote *self = SOLEUS_NIGHT_NOTE (object);

  g_clear_pointer (&self->section, gtk_widget_unparent);
  g_clear_pointer (&self->saved, g_free);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (soleus_night_note_parent_class)->dispose (object);
}

static void
soleus_night_note_class_init (SoleusNightNoteClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = soleus_night_note_dispose;
  widget_class->unmap = soleus_night_note_unmap;
  gtk_widget_class_install_action (widget_class, "note.save", NULL, save_activated);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "note.save", NULL);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
soleus_night_note_init (SoleusNightNote *self)
{
  GtkWidget *frame = gtk_scrolled_window_new ();
  GtkWidget *save;

  self->section = soleus_day_section_new (_("Note"));
  save = soleus_day_section_add_button (SOLEUS_DAY_SECTION (self->section), _("Save note"), NULL);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (save), "note.save");
  self->view = gtk_text_view_new ();
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (self->view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (self->view), FALSE);
  soleus_accessible_set_name (GTK_ACCESSIBLE (self->view), _("Note about this night"));
  gtk_widget_add_css_class (self->view, "note");
  g_signal_connect_swapped (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view)), "changed", G_CALLBACK (text_changed_cb), self);

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (frame), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (frame), HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (frame), self->view);
  soleus_day_section_add_row (SOLEUS_DAY_SECTION (self->section), frame);
  gtk_widget_set_parent (self->section, GTK_WIDGET (self));
}

/**
 * soleus_night_note_new:
 * @context: the context
 *
 * Returns: (transfer floating): a note without a night
 */
GtkWidget *
soleus_night_note_new (SoleusContext *context)
{
  SoleusNightNote *self = g_object_new (SOLEUS_TYPE_NIGHT_NOTE, NULL);

  self->context = g_object_ref (context);
  g_signal_connect_object (soleus_context_get_diary (context), "changed", G_CALLBACK (diary_changed_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/**
 * soleus_night_note_set:
 * @self: a note
 * @night: the night that it is about from now on; what was typed for the former one is saved
 */
void
soleus_night_note_set (SoleusNightNote *self,
                       SoleusDate       night)
{
  g_return_if_fail (SOLEUS_IS_NIGHT_NOTE (self));

  soleus_night_note_save (self);
  self->night = night;
  show_note (self);
}

/**
 * soleus_night_note_save:
 * @self: a note
 *
 * Saves what was typed, if it differs from what is kept.
 */
void
soleus_night_note_save (SoleusNightNote *self)
{
  g_autoptr (SoleusRecord) before = NULL;
  g_autoptr (SoleusRecord) after = NULL;
  g_autofree char *text = NULL, *date = NULL, *said = NULL;

  g_return_if_fail (SOLEUS_IS_NIGHT_NOTE (self));

  if (!is_changed (self) || !soleus_context_is_open (self->context))
    return;
  before = soleus_diary_get_night_record (soleus_context_get_diary (self->context), self->night, NULL);
  if (before == NULL)
    return;
  text = dup_text (self);
  after = soleus_record_copy (before);
  soleus_row_set_text (soleus_record_get_values (after), "note", text);
  date = soleus_words_date (self->night);
  said = g_strdup_printf (_("Saved: note, night to %s."), date);
  g_free (self->saved);
  self->saved = g_steal_pointer (&text);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "note.save", FALSE);
  soleus_keeper_save (soleus_context_get_keeper (self->context), after, said);
}
