/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A question with two or three answers. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SoleusAskAnswer:
 * @id: what the callback gets
 * @label: what stands on the button, with its mnemonic
 * @destructive: whether it throws something away
 */
typedef struct
{
  const char *id;
  const char *label;
  gboolean destructive;
} SoleusAskAnswer;

typedef void (*SoleusAskFunc) (const char *id, gpointer data);

void soleus_ask (GtkWidget *parent, const char *question, const char *explanation, const SoleusAskAnswer *answers, guint n_answers, SoleusAskFunc func, gpointer data, GDestroyNotify destroy);

void soleus_ask_to_keep (GtkWidget *parent, const char *explanation, SoleusAskFunc func, gpointer data, GDestroyNotify destroy);

G_END_DECLS
