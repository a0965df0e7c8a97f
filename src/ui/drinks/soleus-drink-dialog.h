/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Adding a drink of any amount and time, and correcting one. */
#pragma once

#include <gtk/gtk.h>

#include "app/soleus-context.h"

G_BEGIN_DECLS

/**
 * SoleusDrinkFocus:
 * @SOLEUS_DRINK_FOCUS_AMOUNT: how much it was
 * @SOLEUS_DRINK_FOCUS_TIME: when it was
 *
 * What is asked first.
 */
typedef enum
{
  SOLEUS_DRINK_FOCUS_AMOUNT,
  SOLEUS_DRINK_FOCUS_TIME,
} SoleusDrinkFocus;

void soleus_drink_dialog_show (GtkWindow *parent, SoleusContext *context, const char *uuid, SoleusDate day);
void soleus_drink_dialog_add  (GtkWindow *parent, SoleusContext *context, const char *kind, SoleusDrinkFocus focus);

G_END_DECLS
