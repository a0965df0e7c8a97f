/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The days of a month as buttons in weeks; whoever owns it says what stands below each number and what is read out. */
#pragma once

#include <gtk/gtk.h>

#include "app/soleus-month.h"

G_BEGIN_DECLS

#define SOLEUS_TYPE_DAY_GRID (soleus_day_grid_get_type ())

G_DECLARE_FINAL_TYPE (SoleusDayGrid, soleus_day_grid, SOLEUS, DAY_GRID, GtkWidget)

/**
 * SoleusDayGridOwner:
 * @read_month: gets ready for showing the days of a month; called before any of them is shown
 * @make_mark: (transfer floating): what stands below a number; called once for each of the cells
 * @show_day: makes a mark show a day, and says what is read out of it (transfer full)
 *
 * What the grid asks of its owner. Each gets the data that the grid was made with.
 */
typedef struct
{
  void (*read_month) (const SoleusMonth *month, gpointer data);
  GtkWidget *(*make_mark) (gpointer data);
  char *(*show_day) (SoleusDate day, GtkWidget *mark, gpointer data);
} SoleusDayGridOwner;

GtkWidget         *soleus_day_grid_new       (const SoleusDayGridOwner *owner, gpointer data);
void               soleus_day_grid_set_today (SoleusDayGrid *self, SoleusDate today, SoleusDate latest, int first_weekday);
SoleusDate         soleus_day_grid_get_day   (SoleusDayGrid *self);
void               soleus_day_grid_set_day   (SoleusDayGrid *self, SoleusDate day);
const SoleusMonth *soleus_day_grid_get_month (SoleusDayGrid *self);
GtkWidget         *soleus_day_grid_get_cell  (SoleusDayGrid *self, SoleusDate day);

G_END_DECLS
