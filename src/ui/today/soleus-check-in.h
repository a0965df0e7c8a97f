/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The morning check-in of one night: the question, or what was answered. */
#pragma once

#include <gtk/gtk.h>

#include "app/soleus-context.h"

G_BEGIN_DECLS

#define SOLEUS_TYPE_CHECK_IN (soleus_check_in_get_type ())

G_DECLARE_FINAL_TYPE (SoleusCheckIn, soleus_check_in, SOLEUS, CHECK_IN, GtkBox)

/**
 * SoleusCheckInStyle:
 * @SOLEUS_CHECK_IN_LAST_NIGHT: the large question of Today, with what may follow an answer
 * @SOLEUS_CHECK_IN_ROW: a row among other nights
 */
typedef enum
{
  SOLEUS_CHECK_IN_LAST_NIGHT,
  SOLEUS_CHECK_IN_ROW,
} SoleusCheckInStyle;

GtkWidget *soleus_check_in_new       (SoleusContext *context, SoleusDate night, SoleusCheckInStyle style);
gboolean   soleus_check_in_focus_question (SoleusCheckIn *self);

G_END_DECLS
