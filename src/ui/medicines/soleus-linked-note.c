/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sections 5.1 and 5.2 of the clinical notes: "linked with cramps in some people", never "caused by"; who says so is in the guide that
 * it leads to; and always the sentence that no prescribed medicine is stopped alone. */
#include "config.h"

#include "ui/medicines/soleus-linked-note.h"

#include <glib/gi18n.h>
#include <string.h>

#include "app/soleus-medicine-words.h"
#include "ui/compat/soleus-accessible.h"
#include "ui/episode/soleus-question.h"
#include "ui/widgets/soleus-build.h"
#include "ui/widgets/soleus-flow.h"

struct _SoleusLinkedNote
{
  GtkWidget parent_instance;

  SoleusContext *context;
  SoleusRecord *medicine;
  GtkWidget *box;
  GtkWidget *kind;
  GtkWidget *linked;
  GtkWidget *read;
  GtkWidget *ask;
  gboolean updating;
};

G_DEFINE_FINAL_TYPE (SoleusLinkedNote, soleus_linked_note, GTK_TYPE_WIDGET)

/* The guide that tells who says so. */
static const char *
find_guide (char **classes)
{
  static const struct
  {
    const char *part;
    const char *guide;
  } guides[] = { { "diuretic", "water-pills" }, { "statin", "statins" }, { "quinine", "quinine" } };

  for (guint i = 0; classes[i] != NULL; i++)
    for (guint k = 0; k < G_N_ELEMENTS (guides); k++)
      if (strstr (classes[i], guides[k].part) != NULL)
        return guides[k].guide;
  return "other-medicines";
}

static void
ask_toggled_cb (SoleusLinkedNote *self)
{
  gboolean asks = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->ask));
  g_autoptr (SoleusRecord) copy = NULL;

  if (self->updating || self->medicine == NULL)
    return;
  copy = soleus_record_copy (self->medicine);
  soleus_row_set_answer (soleus_record_get_values (copy), "ask_doctor", asks ? SOLEUS_YES : SOLEUS_NOT_ANSWERED);
  soleus_keeper_save (soleus_context_get_keeper (self->context), copy, asks ? _("Added to your questions for the doctor.") : _("Taken off your questions for the doctor."));
}

static void
soleus_linked_note_dispose (GObject *object)
{
  SoleusLinkedNote *self = SOLEUS_LINKED_NOTE (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->medicine);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (soleus_linked_note_parent_class)->dispose (object);
}

static void
soleus_linked_note_class_init (SoleusLinkedNoteClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = soleus_linked_note_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
soleus_linked_note_init (SoleusLinkedNote *self)
{
}

/**
 * soleus_linked_note_new:
 * @context: what the window shows
 *
 * Returns: (transfer floating): a note without a medicine
 */
GtkWidget *
soleus_linked_note_new (SoleusContext *context)
{
  SoleusLinkedNote *self = g_object_new (SOLEUS_TYPE_LINKED_NOTE, NULL);
  const SoleusGuidance *guidance = soleus_warnings_get_guidance (soleus_context_get_warnings (context));
  GtkWidget *flow = soleus_flow_new (8);

  self->context = g_object_ref (context);
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  self->kind = soleus_build_text (self->box, "", NULL);
  self->linked = soleus_build_text (self->box, guidance != NULL ? soleus_guidance_get_text (guidance, "card-medicine-linked") : "", NULL);
  if (guidance != NULL)
    gtk_widget_add_css_class (soleus_build_text (self->box, soleus_guidance_get_text (guidance, "card-medicine-keep"), NULL), "heading");
  self->ask = soleus_question_new_tick (_("Ask my doctor about it"));
  self->read = soleus_build_button (_("Who says so"), _("Who says so: read about this kind of medicine"), NULL);
  soleus_flow_append (SOLEUS_FLOW (flow), self->ask);
  soleus_flow_append (SOLEUS_FLOW (flow), self->read);
  gtk_widget_set_halign (flow, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (self->box), flow);
  g_signal_connect_swapped (self->ask, "toggled", G_CALLBACK (ask_toggled_cb), self);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  return GTK_WIDGET (self);
}

/**
 * soleus_linked_note_set:
 * @self: a note
 * @medicine: what it is about
 */
void
soleus_linked_note_set (SoleusLinkedNote *self,
                        SoleusRecord     *medicine)
{
  const SoleusGuidance *guidance;
  g_autoptr (SoleusMedicineMatch) match = NULL;
  g_autofree char *kinds = NULL;
  gboolean linked = FALSE;

  g_return_if_fail (SOLEUS_IS_LINKED_NOTE (self));

  guidance = soleus_warnings_get_guidance (soleus_context_get_warnings (self->context));
  g_set_object (&self->medicine, medicine);
  if (guidance != NULL)
    {
      match = soleus_medicines_recognise (guidance->medicines, soleus_row_get_text (soleus_record_get_values (medicine), "name"));
      kinds = soleus_medicine_words_kinds (guidance->medicines, match, &linked);
    }
  gtk_label_set_label (GTK_LABEL (self->kind), kinds != NULL ? kinds : "");
  gtk_widget_set_visible (self->kind, kinds != NULL);
  gtk_widget_set_visible (self->linked, linked);
  gtk_widget_set_visible (self->read, linked);
  if (linked)
    {
      gtk_actionable_set_action_target (GTK_ACTIONABLE (self->read), "s", find_guide (match->classes));
      gtk_actionable_set_action_name (GTK_ACTIONABLE (self->read), "win.guide");
    }
  self->updating = TRUE;
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->ask), soleus_row_get_answer (soleus_record_get_values (medicine), "ask_doctor") == SOLEUS_YES);
  self->updating = FALSE;
}
