/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the clock on the wall shows at each minute of some years, and when it first showed each time: asked of GLib's calendar. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A civil minute is 1440 times a day since 1970 plus a minute of it, as the wall has it. */
typedef struct
{
  GTimeZone *zone;
  gint64 first; /* in minutes since 1970 */
  guint n;
  gint32 *shows; /* at each minute since then */
  gint32 first_civil;
  guint n_civil;
  guint32 *comes; /* of each civil minute: after how many minutes the clock first showed it, or went past it */
} SoleusTestWall;

SoleusTestWall *soleus_test_wall_new   (GTimeZone *zone, int first_year, int n_years);
void            soleus_test_wall_free  (SoleusTestWall *self);
gint64          soleus_test_wall_shows (const SoleusTestWall *self, gint64 utc);
gint64          soleus_test_wall_comes (const SoleusTestWall *self, gint64 civil);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SoleusTestWall, soleus_test_wall_free)

G_END_DECLS
