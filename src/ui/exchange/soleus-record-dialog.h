/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A dialog for one record: Save, Cancel, Delete, and a question before what was entered is thrown away. */
#pragma once

#include <gtk/gtk.h>

#include "app/soleus-context.h"

G_BEGIN_DECLS

typedef struct _SoleusRecordDialog SoleusRecordDialog;

/**
 * SoleusRecordForm:
 * @unsaved: said when the dialog is left: "You changed this drink but did not save it.", marked with N_()
 * @deleted: said after deleting: "Drink deleted.", marked with N_()
 * @take: fills the values with what was entered; where something cannot be kept it returns %FALSE, with words (transfer full) and
 *   the widget to go back to
 * @say: (transfer full): said after saving: "Saved: water, 250 ml."
 * @dup_state: (transfer full): all that is entered, in one text, to see whether it changed
 * @free: frees the form
 *
 * What a dialog is about. All functions get the form first.
 */
typedef struct
{
  const char *unsaved;
  const char *deleted;
  gboolean (*take) (gpointer form, SoleusRow *values, char **complaint, GtkWidget **where);
  char *(*say) (gpointer form, SoleusRecord *record);
  char *(*dup_state) (gpointer form);
  GDestroyNotify free;
} SoleusRecordForm;

SoleusRecordDialog *soleus_record_dialog_new        (GtkWindow *parent, SoleusContext *context, const char *title, SoleusKind kind, SoleusRecord *original, const SoleusRecordForm *type, gpointer form);
GtkWidget          *soleus_record_dialog_get_page   (SoleusRecordDialog *self);
SoleusRecord       *soleus_record_dialog_get_record (SoleusRecordDialog *self);
GtkWidget          *soleus_record_dialog_add_entry  (SoleusRecordDialog *self, const char *label, const char *text);
GtkWidget          *soleus_record_dialog_add_note   (SoleusRecordDialog *self);
char               *soleus_record_dialog_dup_text   (GtkWidget *entry_or_note);
gboolean            soleus_record_dialog_take_text  (GtkWidget *entry_or_note, SoleusRow *values, const char *field, char **complaint, GtkWidget **where);
void                soleus_record_dialog_save       (SoleusRecordDialog *self);
void                soleus_record_dialog_show       (SoleusRecordDialog *self, GtkWidget *focus);

G_END_DECLS
