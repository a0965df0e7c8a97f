/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A dialog that changes one record: saving, leaving and deleting are the same for all of them. */
#pragma once

#include <gtk/gtk.h>

#include "app/soleus-context.h"

G_BEGIN_DECLS

typedef struct _SoleusEntryDialog SoleusEntryDialog;

/**
 * SoleusEntryWork:
 * @take: puts what is shown into the values of a record, all that can be taken. Returns what is wrong with it, for the person, or
 *   %NULL; then @where is the widget that should have the focus. What cannot be read comes before what is missing: so leaving asks
 * @say: returns what is said once it is saved
 * @add_edits: (nullable): adds what is to be written with it
 * @saved: (nullable): called once it is saved and the dialog is closed
 * @deleted: (nullable): said once it is deleted, marked with N_(), where that is more than what kind of record it was
 * @is_setting: whether it is a setting, which can be changed but not deleted
 *
 * What a dialog does of its own. All of it may be called at any time, and more than once.
 */
typedef struct
{
  const char *(*take) (SoleusRow *values, GtkWidget **where, gpointer data);
  char *(*say) (SoleusRecord *record, gpointer data);
  void (*add_edits) (GPtrArray *edits, SoleusRecord *record, gpointer data);
  void (*saved) (SoleusRecord *record, gpointer data);
  const char *deleted;
  gboolean is_setting;
} SoleusEntryWork;

SoleusEntryDialog *soleus_entry_dialog_new         (GtkWindow *parent, SoleusContext *context, SoleusRecord *record, const char *title);
GtkWidget         *soleus_entry_dialog_get_page    (SoleusEntryDialog *self);
void               soleus_entry_dialog_add         (SoleusEntryDialog *self, const char *question, GtkWidget *answers);
GtkWidget         *soleus_entry_dialog_add_entry   (SoleusEntryDialog *self, const char *label, const char *text, int most);
GtkWidget         *soleus_entry_dialog_add_text    (SoleusEntryDialog *self, const char *label, const char *field);
GtkWidget         *soleus_entry_dialog_add_note    (SoleusEntryDialog *self);
void               soleus_entry_dialog_show        (SoleusEntryDialog *self, const SoleusEntryWork *work, gpointer data, GDestroyNotify destroy, GtkWidget *focus);
void               soleus_entry_dialog_save        (SoleusEntryDialog *self);
gboolean           soleus_entry_dialog_is_new      (SoleusEntryDialog *self);

SoleusRecord      *soleus_entry_dialog_find        (SoleusContext *context, const char *uuid, SoleusKind kind);
char              *soleus_entry_dialog_dup_text    (GtkWidget *entry);
void               soleus_entry_dialog_take_text   (SoleusRow *values, const char *field, GtkWidget *entry);
gboolean           soleus_entry_dialog_take_number (SoleusRow *values, const char *field, GtkWidget *entry);

G_END_DECLS
