/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The program with the window. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define SOLEUS_TYPE_APPLICATION (soleus_application_get_type ())

G_DECLARE_FINAL_TYPE (SoleusApplication, soleus_application, SOLEUS, APPLICATION, AdwApplication)

SoleusApplication *soleus_application_new (void);

G_END_DECLS
