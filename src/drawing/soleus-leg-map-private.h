/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the leg map is made of, for its reader and its painter. */
#pragma once

#include "drawing/soleus-leg-map.h"
#include "drawing/soleus-path.h"

G_BEGIN_DECLS

typedef struct
{
  double x;
  double y;
} SoleusLegPoint;

typedef struct
{
  SoleusLegView view;
  char *muscle;
  char *side;
  SoleusPath *path;
  SoleusLegPoint badge;
} SoleusLegRegion;

/* "Left" or "Right": the middle of its foot line. */
typedef struct
{
  char *side;
  SoleusLegPoint at;
} SoleusLegLabel;

typedef struct
{
  SoleusPath *outline;
  SoleusPath *waist;
  GPtrArray *details; /* of SoleusPath */
  GArray *labels;     /* of SoleusLegLabel */
} SoleusLegSheet;

struct _SoleusLegMap
{
  GObject parent_instance;

  double width;
  double height;
  double min_scale;
  GStrv list_order;
  GArray *regions; /* of SoleusLegRegion */
  SoleusLegSheet sheets[SOLEUS_N_LEG_VIEWS];
};

void soleus_leg_region_clear (SoleusLegRegion *region);
void soleus_leg_label_clear (SoleusLegLabel *label);
void soleus_leg_sheet_clear (SoleusLegSheet *sheet);

gboolean soleus_leg_map_load (SoleusLegMap *self,
                              GBytes       *bytes,
                              GError      **error);

G_END_DECLS
