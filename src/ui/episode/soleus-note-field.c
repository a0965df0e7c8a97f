/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tab leaves the field. Text beyond the length of a note is not taken in, so that the person sees it. */
#include "config.h"

#include "ui/episode/soleus-note-field.h"

#include <glib/gi18n.h>

#include "ui/compat/soleus-accessible.h"
#include "ui/episode/soleus-question.h"

#define HEIGHT 96
#define MARGIN 12

struct _SoleusNoteField
{
  GtkWidget parent_instance;

  SoleusEpisodeDraft *draft;
  gboolean updating;

  GtkWidget *box;
  GtkWidget *view;
};

G_DEFINE_FINAL_TYPE (SoleusNoteField, soleus_note_field, GTK_TYPE_WIDGET)

/* Takes in as much as there is room for. Others hold on to the place of an insertion until it is over, so the text must
 * not be cut afterwards. */
static void
text_inserted_cb (GtkTextBuffer   *buffer,
                  GtkTextIter     *place,
                  const char      *text,
                  int              length,
                  SoleusNoteField *self)
{
  glong room = MAX (0, SOLEUS_DRAFT_NOTE_LENGTH - gtk_text_buffer_get_char_count (buffer));

  if (self->updating || g_utf8_strlen (text, length) <= room)
    return;
  g_signal_stop_emission_by_name (buffer, "insert-text");
  if (room > 0)
    gtk_text_buffer_insert (buffer, place, text, (int) (g_utf8_offset_to_pointer (text, room) - text)); /* calls this again */
}

static void
buffer_changed_cb (GtkTextBuffer   *buffer,
                   SoleusNoteField *self)
{
  GtkTextIter start, end;
  g_autofree char *text = NULL;

  if (self->draft == NULL || self->updating)
    return;
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
  soleus_episode_draft_set_note (self->draft, text);
}

static gboolean
soleus_note_field_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (SOLEUS_NOTE_FIELD (widget)->view);
}

static void
soleus_note_field_dispose (GObject *object)
{
  SoleusNoteField *self = SOLEUS_NOTE_FIELD (object);

  g_clear_object (&self->draft);
  g_clear_pointer (&self->box, gtk_widget_unparent);

  G_OBJECT_CLASS (soleus_note_field_parent_class)->dispose (object);
}

static void
soleus_note_field_class_init (SoleusNoteFieldClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = soleus_note_field_dispose;
  GTK_WIDGET_CLASS (klass)->grab_focus = soleus_note_field_grab_focus;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
soleus_note_field_init (SoleusNoteField *self)
{
  GtkWidget *frame = gtk_frame_new (NULL);
  GtkTextBuffer *buffer;

  self->view = g_object_new (GTK_TYPE_TEXT_VIEW,
                             "accepts-tab", FALSE,
                             "wrap-mode", GTK_WRAP_WORD_CHAR,
                             "top-margin", MARGIN,
                             "bottom-margin", MARGIN,
                             "left-margin", MARGIN,
                             "right-margin", MARGIN,
                             "height-request", HEIGHT,
                             NULL);
  soleus_accessible_set_name (GTK_ACCESSIBLE (self->view), _("Note"));
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));
  g_signal_connect_object (buffer, "insert-text", G_CALLBACK (text_inserted_cb), self, 0);
  g_signal_connect_object (buffer, "changed", G_CALLBACK (buffer_changed_cb), self, 0);
  gtk_frame_set_child (GTK_FRAME (frame), self->view);
  self->box = soleus_question_new (_("Note"), frame);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

/**
 * soleus_note_field_new:
 *
 * Returns: (transfer floating): the field
 */
GtkWidget *
soleus_note_field_new (void)
{
  return g_object_new (SOLEUS_TYPE_NOTE_FIELD, NULL);
}

/**
 * soleus_note_field_set_text:
 * @self: the field
 * @text: (nullable): what it shows
 *
 * For a note that is not one of a cramp.
 */
void
soleus_note_field_set_text (SoleusNoteField *self,
                            const char      *text)
{
  g_return_if_fail (SOLEUS_IS_NOTE_FIELD (self));

  self->updating = TRUE;
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view)), text != NULL ? text : "", -1);
  self->updating = FALSE;
}

/**
 * soleus_note_field_dup_text:
 * @self: the field
 *
 * Returns: (transfer full): what it shows
 */
char *
soleus_note_field_dup_text (SoleusNoteField *self)
{
  GtkTextBuffer *buffer;
  GtkTextIter start, end;

  g_return_val_if_fail (SOLEUS_IS_NOTE_FIELD (self), NULL);

  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
}

/**
 * soleus_note_field_set_draft:
 * @self: the field
 * @draft: the cramp that it is about
 */
void
soleus_note_field_set_draft (SoleusNoteField    *self,
                             SoleusEpisodeDraft *draft)
{
  g_return_if_fail (SOLEUS_IS_NOTE_FIELD (self));

  g_set_object (&self->draft, draft);
  soleus_note_field_set_text (self, soleus_row_get_text (soleus_episode_draft_get_values (draft), "note"));
}
