/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The names stand here and not in the data file, because translators' tools read no JSON, and because "left" changes
 * its form with the muscle in many languages. */
#include "drawing/soleus-site-names.h"

#include <glib/gi18n.h>

static const struct
{
  const char *muscle;
  const char *plain;
  const char *left;
  const char *right;
} site_names[] = {
  { "calf", N_("Calf"), N_("Left calf"), N_("Right calf") },
  { "lower_calf", N_("Lower calf"), N_("Left lower calf"), N_("Right lower calf") },
  { "sole", N_("Sole of foot"), N_("Left sole of foot"), N_("Right sole of foot") },
  { "toes", N_("Toes"), N_("Left toes"), N_("Right toes") },
  { "foot_top", N_("Top of foot"), N_("Left top of foot"), N_("Right top of foot") },
  { "shin", N_("Shin"), N_("Left shin"), N_("Right shin") },
  { "thigh_back", N_("Back of thigh"), N_("Left back of thigh"), N_("Right back of thigh") },
  { "thigh_front", N_("Front of thigh"), N_("Left front of thigh"), N_("Right front of thigh") },
  { "thigh_inner", N_("Inner thigh"), N_("Left inner thigh"), N_("Right inner thigh") },
  { "buttock", N_("Buttock"), N_("Left buttock"), N_("Right buttock") },
  { "other_leg", N_("Other part of the leg"), N_("Other part of the left leg"), N_("Other part of the right leg") },
  /* Translators: the part of the body between neck and hips, seen from behind; not "backwards" */
  { "back", NC_("body part", "Back"), N_("Left side of the back"), N_("Right side of the back") },
  { "belly", N_("Belly"), N_("Left side of the belly"), N_("Right side of the belly") },
  { "chest", N_("Chest"), N_("Left side of the chest"), N_("Right side of the chest") },
  { "arm", N_("Arm"), N_("Left arm"), N_("Right arm") },
  { "hand", N_("Hand"), N_("Left hand"), N_("Right hand") },
  { "neck_face", N_("Neck or face"), N_("Left side of the neck or face"), N_("Right side of the neck or face") },
};

/**
 * soleus_site_get_name:
 * @muscle: a muscle's word
 * @side: (nullable): "left", "right", or %NULL for no side
 *
 * Returns: (transfer none): its name in the person's language; the word itself if it is not known
 */
const char *
soleus_site_get_name (const char *muscle,
                      const char *side)
{
  for (gsize i = 0; i < G_N_ELEMENTS (site_names); i++)
    {
      if (!g_str_equal (site_names[i].muscle, muscle))
        continue;
      if (g_strcmp0 (side, "left") == 0)
        return _(site_names[i].left);
      if (g_strcmp0 (side, "right") == 0)
        return _(site_names[i].right);
      if (g_str_equal (muscle, "back"))
        return C_("body part", "Back");
      return _(site_names[i].plain);
    }

  return muscle;
}

/**
 * soleus_side_get_name:
 * @side: "left" or "right"
 *
 * Returns: (transfer none): the side alone, as it stands above a leg or on a button
 */
const char *
soleus_side_get_name (const char *side)
{
  return g_str_equal (side, "left") ? C_("side", "Left") : C_("side", "Right");
}
