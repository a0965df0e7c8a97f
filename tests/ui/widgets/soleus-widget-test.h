/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the tests of widgets need: the program's style, a window, keys, and waiting. */
#pragma once

#include "drawing/soleus-leg-map.h"

#include <adwaita.h>

G_BEGIN_DECLS

void soleus_widget_test_init (int    *argc,
                              char ***argv);

GtkWidget *soleus_widget_test_show (GtkWidget *child,
                                    int        width,
                                    int        height);
int soleus_widget_test_allocate (GtkWidget *widget,
                                 int        width);
int soleus_widget_test_get_width (GtkWidget *widget);
int soleus_widget_test_get_height (GtkWidget *widget);
void soleus_widget_test_press (GtkWidget *widget,
                               guint      key);
void soleus_widget_test_sleep (guint msec);

GtkWidget *soleus_widget_test_find_label (GtkWidget  *widget,
                                          const char *text);

SoleusLegMap *soleus_widget_test_load_map (void);

/* Runs the main loop until something is so, for five seconds at most. */
#define soleus_widget_test_wait(condition) \
  G_STMT_START \
    { \
      gint64 deadline = g_get_monotonic_time () + 5 * G_TIME_SPAN_SECOND; \
      while (!(condition) && g_get_monotonic_time () < deadline) \
        soleus_widget_test_sleep (5); \
      g_assert_true (condition); \
    } \
  G_STMT_END

G_END_DECLS
