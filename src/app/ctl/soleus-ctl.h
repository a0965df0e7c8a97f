/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The diary from a terminal: what soleusctl does, without the program around it. */
#pragma once

#include <stdio.h>

#include <glib.h>

G_BEGIN_DECLS

int soleus_ctl_run (int n_arguments, char **arguments, FILE *out, FILE *err);

G_END_DECLS
