/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The dialog that adds or edits one cramp. */
#pragma once

#include <gtk/gtk.h>

#include "app/soleus-context.h"

G_BEGIN_DECLS

/* Under which name the diary keeps what was not saved. */
#define SOLEUS_CRAMP_DRAFT "cramp"

void  soleus_cramp_dialog_add            (GtkWidget *parent, SoleusContext *context, SoleusDate night);
void  soleus_cramp_dialog_edit           (GtkWidget *parent, SoleusContext *context, const char *uuid);
void  soleus_cramp_dialog_resume         (GtkWidget *parent, SoleusContext *context);
char *soleus_cramp_dialog_describe_draft (SoleusContext *context);

G_END_DECLS
