/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A small window with a bar that follows a tally, and a way to stop. */
#pragma once

#include <adwaita.h>

#include "ui/exchange/soleus-tally.h"

G_BEGIN_DECLS

/**
 * SoleusProgressUnit:
 * @SOLEUS_PROGRESS_ENTRIES: "43,000 of 150,000 entries"
 * @SOLEUS_PROGRESS_BYTES: "3.1 MB of 12 MB"
 * @SOLEUS_PROGRESS_NONE: the bar alone
 *
 * What a tally counts.
 */
typedef enum
{
  SOLEUS_PROGRESS_ENTRIES,
  SOLEUS_PROGRESS_BYTES,
  SOLEUS_PROGRESS_NONE,
} SoleusProgressUnit;

#define SOLEUS_TYPE_PROGRESS_WINDOW (soleus_progress_window_get_type ())

G_DECLARE_FINAL_TYPE (SoleusProgressWindow, soleus_progress_window, SOLEUS, PROGRESS_WINDOW, AdwWindow)

GtkWidget *soleus_progress_window_new (GtkWindow *parent, const char *title, SoleusProgressUnit unit, gboolean can_cancel, SoleusTally *tally);

G_END_DECLS
