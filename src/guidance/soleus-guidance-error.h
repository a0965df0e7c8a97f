/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can be wrong with the data of this room. Messages name the place in the data, never what stands there. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define SOLEUS_GUIDANCE_ERROR (soleus_guidance_error_quark ())

/**
 * SoleusGuidanceError:
 * @SOLEUS_GUIDANCE_ERROR_NOT_JSON: the data is not JSON
 * @SOLEUS_GUIDANCE_ERROR_VERSION: the data is of a version that this program does not know
 * @SOLEUS_GUIDANCE_ERROR_MISSING: a key is missing
 * @SOLEUS_GUIDANCE_ERROR_UNKNOWN: a key is not known
 * @SOLEUS_GUIDANCE_ERROR_TYPE: a value is of another type than expected
 * @SOLEUS_GUIDANCE_ERROR_VALUE: a value makes no sense, or names something that is not there
 * @SOLEUS_GUIDANCE_ERROR_DUPLICATE: something stands there twice
 */
typedef enum
{
  SOLEUS_GUIDANCE_ERROR_NOT_JSON,
  SOLEUS_GUIDANCE_ERROR_VERSION,
  SOLEUS_GUIDANCE_ERROR_MISSING,
  SOLEUS_GUIDANCE_ERROR_UNKNOWN,
  SOLEUS_GUIDANCE_ERROR_TYPE,
  SOLEUS_GUIDANCE_ERROR_VALUE,
  SOLEUS_GUIDANCE_ERROR_DUPLICATE,
} SoleusGuidanceError;

GQuark soleus_guidance_error_quark (void);

G_END_DECLS
