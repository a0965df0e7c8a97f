/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What about a person changes which guidance is shown. Section 4.0, 4.1 and 6.2 of the clinical notes. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SoleusLimits:
 * @SOLEUS_LIMIT_FALL_RISK: balance trouble or falls
 * @SOLEUS_LIMIT_NUMB_SKIN: numb feet or nerve damage
 * @SOLEUS_LIMIT_POOR_CIRCULATION: poor circulation in the legs
 * @SOLEUS_LIMIT_ARTERY_DISEASE: narrowed arteries of the legs
 * @SOLEUS_LIMIT_WALKING_PAIN: cramps that come with the same effort and ease with rest (rule D14)
 * @SOLEUS_LIMIT_RAYNAUD: fingers or toes that turn white with cold
 * @SOLEUS_LIMIT_PREGNANT: pregnancy
 * @SOLEUS_LIMIT_LATE_PREGNANCY: pregnancy from 28 weeks on, or of unknown length
 * @SOLEUS_LIMIT_HEART_FAILURE: heart failure
 * @SOLEUS_LIMIT_FLUID_CARE: a fluid limit, or a condition in which more fluid may harm
 * @SOLEUS_LIMIT_POTASSIUM_CARE: a potassium limit, or a condition or a medicine in which more potassium may harm
 * @SOLEUS_LIMIT_KIDNEY_CARE: kidney disease or dialysis
 * @SOLEUS_LIMIT_BLOOD_THINNER: a blood thinner
 * @SOLEUS_LIMIT_VARICOSE_VEINS: varicose veins
 * @SOLEUS_LIMIT_BACK_PROBLEM: a back problem
 *
 * What holds for a person; the words of the content are in soleus_limit_find().
 */
typedef enum
{
  SOLEUS_LIMIT_NONE = 0,
  SOLEUS_LIMIT_FALL_RISK = 1 << 0,
  SOLEUS_LIMIT_NUMB_SKIN = 1 << 1,
  SOLEUS_LIMIT_POOR_CIRCULATION = 1 << 2,
  SOLEUS_LIMIT_ARTERY_DISEASE = 1 << 3,
  SOLEUS_LIMIT_WALKING_PAIN = 1 << 4,
  SOLEUS_LIMIT_RAYNAUD = 1 << 5,
  SOLEUS_LIMIT_PREGNANT = 1 << 6,
  SOLEUS_LIMIT_LATE_PREGNANCY = 1 << 7,
  SOLEUS_LIMIT_HEART_FAILURE = 1 << 8,
  SOLEUS_LIMIT_FLUID_CARE = 1 << 9,
  SOLEUS_LIMIT_POTASSIUM_CARE = 1 << 10,
  SOLEUS_LIMIT_KIDNEY_CARE = 1 << 11,
  SOLEUS_LIMIT_BLOOD_THINNER = 1 << 12,
  SOLEUS_LIMIT_VARICOSE_VEINS = 1 << 13,
  SOLEUS_LIMIT_BACK_PROBLEM = 1 << 14,
} SoleusLimits;

#define SOLEUS_N_LIMITS 15

SoleusLimits soleus_limit_find     (const char *word);
const char  *soleus_limit_get_word (SoleusLimits limit);

G_END_DECLS
