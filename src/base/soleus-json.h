/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Parses small documents into a tree: guidance, rules and drawings. What a person brings is read with
 * SoleusJsonReader instead.
 */

#pragma once

#include "base/soleus-json-reader.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

JsonNode *soleus_json_parse (GBytes *bytes,
                             const SoleusJsonLimits *limits,
                             GError **error);

G_END_DECLS
