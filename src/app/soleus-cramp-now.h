/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A cramp while it lasts: kept from its first second, and led from one step to the next. */
#pragma once

#include "app/soleus-library.h"
#include "app/soleus-warnings.h"

G_BEGIN_DECLS

/**
 * SoleusCrampStage:
 * @SOLEUS_CRAMP_SIDE: which leg
 * @SOLEUS_CRAMP_MUSCLE: where in it
 * @SOLEUS_CRAMP_SIGNS: are there warning signs
 * @SOLEUS_CRAMP_WHICH_SIGNS: which of them
 * @SOLEUS_CRAMP_WARN: a warning, and no advice
 * @SOLEUS_CRAMP_REST: hurt today: rest, and no advice
 * @SOLEUS_CRAMP_STEADY: steady on the feet, before a standing step
 * @SOLEUS_CRAMP_STEP: one step of relief
 * @SOLEUS_CRAMP_END: after the last step
 * @SOLEUS_CRAMP_EASING: after ten minutes: is it easing
 * @SOLEUS_CRAMP_LATE: it is not: medical advice today
 * @SOLEUS_CRAMP_STOPPED: it has stopped
 *
 * What is shown.
 */
typedef enum
{
  SOLEUS_CRAMP_SIDE,
  SOLEUS_CRAMP_MUSCLE,
  SOLEUS_CRAMP_SIGNS,
  SOLEUS_CRAMP_WHICH_SIGNS,
  SOLEUS_CRAMP_WARN,
  SOLEUS_CRAMP_REST,
  SOLEUS_CRAMP_STEADY,
  SOLEUS_CRAMP_STEP,
  SOLEUS_CRAMP_END,
  SOLEUS_CRAMP_EASING,
  SOLEUS_CRAMP_LATE,
  SOLEUS_CRAMP_STOPPED,
} SoleusCrampStage;

#define SOLEUS_TYPE_CRAMP_NOW (soleus_cramp_now_get_type ())

G_DECLARE_FINAL_TYPE (SoleusCrampNow, soleus_cramp_now, SOLEUS, CRAMP_NOW, GObject)

SoleusRecord           *soleus_cramp_now_find_open    (SoleusDiary *diary);

SoleusCrampNow         *soleus_cramp_now_new          (SoleusDiary *diary, SoleusKeeper *keeper, SoleusWarnings *warnings, SoleusLibrary *library);
SoleusRecord           *soleus_cramp_now_get_record   (SoleusCrampNow *self);
SoleusCrampStage        soleus_cramp_now_get_stage    (SoleusCrampNow *self);
gint64                  soleus_cramp_now_get_seconds  (SoleusCrampNow *self);
gboolean                soleus_cramp_now_is_second    (SoleusCrampNow *self);
const SoleusReliefStep *soleus_cramp_now_get_step     (SoleusCrampNow *self);
gboolean                soleus_cramp_now_step_helped  (SoleusCrampNow *self);
const char             *soleus_cramp_now_get_side     (SoleusCrampNow *self);
const SoleusFigure     *soleus_cramp_now_get_figure   (SoleusCrampNow *self);
const SoleusVerdict    *soleus_cramp_now_get_verdict  (SoleusCrampNow *self);
char                   *soleus_cramp_now_say_left_out (SoleusCrampNow *self);
gboolean                soleus_cramp_now_can_go_back  (SoleusCrampNow *self);

void                    soleus_cramp_now_choose_side   (SoleusCrampNow *self, const char *side);
void                    soleus_cramp_now_choose_muscle (SoleusCrampNow *self, const char *muscle);
void                    soleus_cramp_now_deny_signs    (SoleusCrampNow *self);
void                    soleus_cramp_now_have_signs    (SoleusCrampNow *self);
void                    soleus_cramp_now_name_signs    (SoleusCrampNow *self, const char *const *signs);
void                    soleus_cramp_now_answer_steady (SoleusCrampNow *self, gboolean steady);
void                    soleus_cramp_now_helped        (SoleusCrampNow *self);
void                    soleus_cramp_now_next          (SoleusCrampNow *self);
void                    soleus_cramp_now_back          (SoleusCrampNow *self);
void                    soleus_cramp_now_answer_easing (SoleusCrampNow *self, gboolean easing);
void                    soleus_cramp_now_stop          (SoleusCrampNow *self);
void                    soleus_cramp_now_tick          (SoleusCrampNow *self);

G_END_DECLS
