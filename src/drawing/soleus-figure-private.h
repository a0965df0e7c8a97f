/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What figures are made of, for their reader, their solver and their painter. Lengths are body heights with y up, angles
 * are degrees. */
#pragma once

#include "drawing/soleus-figure.h"
#include "drawing/soleus-path.h"

G_BEGIN_DECLS

#define SOLEUS_FIGURE_MAX_FIGURES 300
#define SOLEUS_FIGURE_MAX_FRAMES 64
#define SOLEUS_FIGURE_MAX_PINS 8
#define SOLEUS_FIGURE_MAX_ARROWS 8
#define SOLEUS_FIGURE_MAX_PROPS 200
#define SOLEUS_FIGURE_MAX_POINTS 4000
#define SOLEUS_FIGURE_MAX_ORDER 16
#define SOLEUS_FIGURE_MAX_OUTLINE 28
#define SOLEUS_FIGURE_MAX_LINES 6

/* How far a pinned point may stay away from its place, and a joint go beyond its limit. */
#define SOLEUS_FIGURE_MISS 0.01
#define SOLEUS_FIGURE_SLACK 0.5

typedef struct
{
  double x;
  double y;
} SoleusFigurePoint;

typedef enum
{
  SOLEUS_FIGURE_NEAR,
  SOLEUS_FIGURE_FAR,
  SOLEUS_N_FIGURE_SIDES,
} SoleusFigureSide;

typedef enum
{
  SOLEUS_FIGURE_VIEW_SIDE,
  SOLEUS_FIGURE_VIEW_ABOVE,
  SOLEUS_FIGURE_VIEW_FRONT,
} SoleusFigureView;

/* The first ones belong to the body, the others to a limb. */
typedef enum
{
  SOLEUS_FIGURE_JOINT_TRUNK,
  SOLEUS_FIGURE_JOINT_SPINE,
  SOLEUS_FIGURE_JOINT_NECK,
  SOLEUS_FIGURE_JOINT_HIP,
  SOLEUS_FIGURE_JOINT_KNEE,
  SOLEUS_FIGURE_JOINT_ANKLE,
  SOLEUS_FIGURE_JOINT_TOES,
  SOLEUS_FIGURE_JOINT_SHOULDER,
  SOLEUS_FIGURE_JOINT_ELBOW,
  SOLEUS_FIGURE_JOINT_WRIST,
  SOLEUS_N_FIGURE_JOINTS,
} SoleusFigureJoint;

/* Numbers only, so that two poses are blended number by number. What is "seen" is the share of a bone's length that is
 * left when it comes toward the onlooker; only the front view has it. */
typedef struct
{
  double hip, knee, ankle, toes;
  double shoulder, elbow, wrist;
  double thigh_seen, shank_seen, arm_seen, forearm_seen;
  SoleusFigurePoint hip_shift, shoulder_shift;
} SoleusFigureLimb;

typedef struct
{
  double trunk, spine, neck;
  double breath;
  SoleusFigureLimb limbs[SOLEUS_N_FIGURE_SIDES];
} SoleusFigurePose;

/* Where everything is once a pose is placed; angles are absolute. */
typedef struct
{
  SoleusFigurePoint hip, knee, ankle, heel, ball, toe;
  SoleusFigurePoint shoulder, elbow, wrist, palm, tips;
  double thigh, shank, foot, toes;
  double arm, forearm, hand;
  double thigh_length, shank_length, arm_length, forearm_length;
  double out; /* -1 where the front of a limb lies to the left of it */
} SoleusFigureBones;

typedef struct
{
  SoleusFigurePoint origin;
  SoleusFigurePoint pelvis, waist, chest, atlas, vertex;
  double trunk, back, neck, head;
  double breath;
  SoleusFigureBones limbs[SOLEUS_N_FIGURE_SIDES];
} SoleusFigureSkeleton;

/* A point of the skeleton by its place in it. */
typedef gsize SoleusFigurePointId;

typedef struct
{
  SoleusFigurePointId point;
  gboolean lowest;
  SoleusFigurePoint at;
} SoleusFigureAnchor;

typedef enum
{
  SOLEUS_FIGURE_PIN_ANKLE,
  SOLEUS_FIGURE_PIN_HEEL,
  SOLEUS_FIGURE_PIN_BALL,
  SOLEUS_FIGURE_PIN_TOE,
  SOLEUS_FIGURE_PIN_WRIST,
  SOLEUS_FIGURE_PIN_PALM,
} SoleusFigurePinPoint;

typedef struct
{
  SoleusFigureSide side;
  SoleusFigurePinPoint point;
  SoleusFigurePoint at;
  gboolean turned; /* whether the angle of the foot or the hand is given */
  double angle;
} SoleusFigurePin;

typedef struct
{
  SoleusFigurePointId from, to;
  SoleusFigurePoint from_by, to_by;
  double bend;
} SoleusFigureArrow;

typedef enum
{
  SOLEUS_FIGURE_GRIP_FLAT,
  SOLEUS_FIGURE_GRIP_FIST,
  SOLEUS_N_FIGURE_GRIPS,
} SoleusFigureGrip;

typedef enum
{
  SOLEUS_FIGURE_WEAR_NOTHING,
  SOLEUS_FIGURE_WEAR_SHOE,
  SOLEUS_FIGURE_WEAR_STOCKING,
} SoleusFigureWear;

typedef struct
{
  char *id;
  double seconds;
  SoleusFigureAnchor anchor;
  SoleusFigurePose pose;
  guint n_pins;
  SoleusFigurePin pins[SOLEUS_FIGURE_MAX_PINS];
  guint n_arrows;
  SoleusFigureArrow arrows[SOLEUS_FIGURE_MAX_ARROWS];
  SoleusFigureGrip grips[SOLEUS_N_FIGURE_SIDES];
  SoleusFigureSkeleton skeleton; /* solved once, when the figure is read */
} SoleusFigureFrame;

typedef enum
{
  SOLEUS_FIGURE_COLOR_BG,
  SOLEUS_FIGURE_COLOR_BODY,
  SOLEUS_FIGURE_COLOR_FAR,
  SOLEUS_FIGURE_COLOR_LINE,
  SOLEUS_FIGURE_COLOR_SHIRT,
  SOLEUS_FIGURE_COLOR_SHIRT_FAR,
  SOLEUS_FIGURE_COLOR_SHORT,
  SOLEUS_FIGURE_COLOR_SHORT_FAR,
  SOLEUS_FIGURE_COLOR_HAIR,
  SOLEUS_FIGURE_COLOR_TARGET,
  SOLEUS_FIGURE_COLOR_ARROW,
  SOLEUS_FIGURE_COLOR_PROP,
  SOLEUS_FIGURE_COLOR_PROP2,
  SOLEUS_FIGURE_COLOR_PROP_LINE,
  SOLEUS_FIGURE_COLOR_FLOOR,
  SOLEUS_FIGURE_COLOR_SOFT,
  SOLEUS_FIGURE_COLOR_TOWEL,
  SOLEUS_FIGURE_COLOR_WATER,
  SOLEUS_FIGURE_COLOR_WARM,
  SOLEUS_FIGURE_COLOR_COLD,
  SOLEUS_FIGURE_COLOR_SHOE,
  SOLEUS_FIGURE_COLOR_STOCKING,
  SOLEUS_N_FIGURE_COLORS,
  SOLEUS_FIGURE_COLOR_NONE = SOLEUS_N_FIGURE_COLORS,
} SoleusFigureColorId;

typedef SoleusColor SoleusFigurePalette[SOLEUS_N_FIGURE_COLORS];

typedef enum
{
  SOLEUS_FIGURE_PROP_FLOOR,
  SOLEUS_FIGURE_PROP_WALL,
  SOLEUS_FIGURE_PROP_CHAIR,
  SOLEUS_FIGURE_PROP_BED,
  SOLEUS_FIGURE_PROP_BED_ABOVE,
  SOLEUS_FIGURE_PROP_STOOL,
  SOLEUS_FIGURE_PROP_MAT,
  SOLEUS_FIGURE_PROP_PILLOW,
  SOLEUS_FIGURE_PROP_TOWEL,
  SOLEUS_FIGURE_PROP_PATH,
  SOLEUS_FIGURE_PROP_ROD,
  SOLEUS_FIGURE_PROP_WALKING_FRAME,
  SOLEUS_FIGURE_PROP_WHEELCHAIR,
  SOLEUS_N_FIGURE_PROPS,
} SoleusFigurePropType;

typedef enum
{
  SOLEUS_FIGURE_LAYER_BACK,
  SOLEUS_FIGURE_LAYER_MID,
  SOLEUS_FIGURE_LAYER_FRONT,
} SoleusFigureLayer;

/* What a prop may be fixed to. */
typedef enum
{
  SOLEUS_FIGURE_PART_NONE,
  SOLEUS_FIGURE_PART_TRUNK,
  SOLEUS_FIGURE_PART_CHEST,
  SOLEUS_FIGURE_PART_HEAD,
  SOLEUS_FIGURE_PART_THIGH,
  SOLEUS_FIGURE_PART_SHANK,
  SOLEUS_FIGURE_PART_FOOT,
  SOLEUS_FIGURE_PART_ARM,
  SOLEUS_FIGURE_PART_FOREARM,
  SOLEUS_FIGURE_PART_HAND,
} SoleusFigurePart;

typedef struct
{
  SoleusFigurePropType type;
  SoleusFigureLayer layer;
  guint64 frames; /* one bit for each frame that shows it */

  double x[2], y[2], box[4];
  double left, width, height;
  double face, seat, back, top, foot;
  gboolean head, wheels, footrest;

  SoleusFigurePointId hand;
  SoleusFigureSide side;

  SoleusFigureArrow rod; /* from where to where */
  SoleusPath *path;
  SoleusFigurePart on;
  SoleusFigureColorId fill, stroke;
  double line, opacity;
} SoleusFigureProp;

typedef enum
{
  SOLEUS_FIGURE_STEP_FAR_ARM,
  SOLEUS_FIGURE_STEP_FAR_LEG,
  SOLEUS_FIGURE_STEP_TRUNK,
  SOLEUS_FIGURE_STEP_HEAD,
  SOLEUS_FIGURE_STEP_NEAR_LEG,
  SOLEUS_FIGURE_STEP_MID,
  SOLEUS_FIGURE_STEP_NEAR_ARM,
} SoleusFigureStep;

typedef enum
{
  SOLEUS_FIGURE_MUSCLE_CALF,
  SOLEUS_FIGURE_MUSCLE_SOLEUS,
  SOLEUS_FIGURE_MUSCLE_HAMSTRING,
  SOLEUS_FIGURE_MUSCLE_QUADRICEPS,
  SOLEUS_FIGURE_MUSCLE_SHIN,
  SOLEUS_FIGURE_MUSCLE_SOLE,
  SOLEUS_N_FIGURE_MUSCLES,
} SoleusFigureMuscleId;

struct _SoleusFigure
{
  char *id;
  char *title;
  char *alt;
  GStrv cards;
  gboolean own; /* somebody's own: its texts are in their language */

  SoleusFigureView view;
  gboolean body;
  gboolean belly;
  gboolean sleeves;
  gboolean bun;
  gboolean loop;
  double box[4];
  guint still;

  gboolean has_target;
  SoleusFigureSide target_side;
  SoleusFigureMuscleId target;

  guint n_order;
  SoleusFigureStep order[SOLEUS_FIGURE_MAX_ORDER];
  SoleusFigureWear wear[SOLEUS_N_FIGURE_SIDES];
  guint n_arrows;
  SoleusFigureArrow arrows[SOLEUS_FIGURE_MAX_ARROWS];
  GArray *props;  /* of SoleusFigureProp */
  GArray *frames; /* of SoleusFigureFrame */
};

/* Half widths along a bone or the trunk: [at, toward the front, toward the back]. */
typedef struct
{
  guint n;
  double rows[SOLEUS_FIGURE_MAX_OUTLINE][3];
} SoleusFigureProfile;

typedef struct
{
  guint n;
  SoleusFigurePoint points[SOLEUS_FIGURE_MAX_OUTLINE];
} SoleusFigureOutline;

typedef struct
{
  double ankle_height, shank, thigh, lower_trunk, upper_trunk, neck, head;
  double upper_arm, forearm, hand, palm, heel_back, ball_ahead, toe_ahead;
  double hip_half, shoulder_half, shoulder_drop;
} SoleusFigureSegments;

typedef struct
{
  double knee, ankle, elbow, shoulder, shoulder_sleeve, hip_shorts;
} SoleusFigureDiscs;

/* Thin open lines in an outline: a mouth, the fingers of a fist. */
typedef struct
{
  guint n;
  SoleusFigureOutline lines[SOLEUS_FIGURE_MAX_LINES];
} SoleusFigureLines;

/* The drawing of a body from one direction. From the side a foot goes round: heel, toes, top; from the front it is all
 * heel. */
typedef struct
{
  SoleusFigureProfile thigh, shank, upper_arm, forearm, trunk, belly;
  SoleusFigureDiscs discs;
  SoleusFigureOutline face, hair, ear;
  SoleusFigureLines face_lines;
  SoleusFigurePoint eye;
  double eye_radius;
  SoleusFigurePoint bun;
  double bun_radius;
  SoleusFigureOutline flat, fist;
  SoleusFigureLines flat_lines, fist_lines;
  SoleusFigureOutline foot, foot_toes, foot_top;
  SoleusFigureOutline shoe, shoe_toes, shoe_top;
  SoleusFigureLines foot_lines, shoe_lines;
} SoleusFigureShapes;

typedef struct
{
  gboolean on_thigh, on_foot, at_front;
  double from, to;
} SoleusFigureMuscle;

struct _SoleusFigures
{
  SoleusFigureSegments segments;
  double limits[SOLEUS_N_FIGURE_JOINTS][2];
  double limits_front[SOLEUS_N_FIGURE_JOINTS][2];
  SoleusFigureShapes side, front;
  double sleeve_until, sleeve_wider;
  double shorts_until, shorts_wider, waist;
  SoleusFigureMuscle muscles[SOLEUS_N_FIGURE_MUSCLES];
  SoleusFigurePalette palettes[SOLEUS_N_FIGURE_LOOKS];

  GPtrArray *list; /* of SoleusFigure */
  GPtrArray *ids;  /* with a NULL at the end */
};

/* A moment of a move: how far from one frame to another. */
typedef struct
{
  guint from, to;
  double share;  /* eased */
  double linear; /* not eased */
  double breath; /* added to the spine */
} SoleusFigureMoment;

SoleusFigure *soleus_figure_read (const SoleusFigures *figures,
                                  JsonNode            *node,
                                  guint                number,
                                  GError             **error);
gboolean soleus_figures_read_body (SoleusFigures *self,
                                   JsonObject    *root,
                                   GError       **error);
gboolean soleus_figure_check (const SoleusFigures *figures,
                              SoleusFigure        *self,
                              const char          *name,
                              GError             **error);
void soleus_figure_prop_clear (SoleusFigureProp *self);
void soleus_figure_frame_clear (SoleusFigureFrame *self);

const SoleusFigureFrame *soleus_figure_get_frame (const SoleusFigure *self,
                                                  guint               frame);

SoleusFigurePoint soleus_figure_limb_direction (double angle);
SoleusFigurePoint soleus_figure_limb_front (double angle);
SoleusFigurePoint soleus_figure_trunk_direction (double angle);
SoleusFigurePoint soleus_figure_trunk_front (double angle);
SoleusFigurePoint soleus_figure_point_add (SoleusFigurePoint point,
                                           SoleusFigurePoint direction,
                                           double            by);
SoleusFigurePoint soleus_figure_point_blend (SoleusFigurePoint from,
                                             SoleusFigurePoint to,
                                             double            share);
SoleusFigurePoint soleus_figure_skeleton_get (const SoleusFigureSkeleton *self,
                                              SoleusFigurePointId         point);
SoleusFigurePoint soleus_figure_foot_point (const SoleusFigures     *figures,
                                            const SoleusFigureBones *bones,
                                            double                   x,
                                            double                   y);
void soleus_figure_place (const SoleusFigures    *figures,
                          SoleusFigureView        view,
                          const SoleusFigurePose *pose,
                          SoleusFigurePoint       pelvis,
                          SoleusFigureSkeleton   *skeleton);
SoleusFigurePoint soleus_figure_find_pelvis (const SoleusFigures      *figures,
                                             SoleusFigureView          view,
                                             const SoleusFigurePose   *pose,
                                             const SoleusFigureAnchor *anchor);
void soleus_figure_solve_pin (const SoleusFigures   *figures,
                              SoleusFigureView       view,
                              const SoleusFigurePin *pin,
                              SoleusFigurePose      *pose,
                              SoleusFigureSkeleton  *skeleton);
void soleus_figure_moment_at (const SoleusFigure *self,
                              double              seconds,
                              SoleusFigureMoment *moment);
double soleus_figure_solve (const SoleusFigures      *figures,
                            const SoleusFigure       *self,
                            const SoleusFigureMoment *moment,
                            SoleusFigurePose         *pose,
                            SoleusFigureSkeleton     *skeleton);
double soleus_figure_get_miss (const SoleusFigureSkeleton *skeleton,
                               const SoleusFigurePin      *pin);

G_END_DECLS
