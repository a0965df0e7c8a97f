/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a rule looks for, as read from the data: a tree whose leaves look at one fact each. Part of the engine. */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

  typedef struct _SoleusCondition SoleusCondition;

  /**
   * SoleusConditionKind:
   * @SOLEUS_CONDITION_ALL: every one of its parts
   * @SOLEUS_CONDITION_ANY: one of its parts
   * @SOLEUS_CONDITION_UNLESS: holds until its part is known to be so
   * @SOLEUS_CONDITION_SIGN: a sign answered yes, or no with "is"
   * @SOLEUS_CONDITION_SWELLING: swelling on one of the sides of @words
   * @SOLEUS_CONDITION_TEMPERATURE: measured at @least thousandths of a degree Celsius or more
   * @SOLEUS_CONDITION_NUMBER: a number in a check between @least and @most
   * @SOLEUS_CONDITION_HEALTH: one of the conditions of the profile in @words
   * @SOLEUS_CONDITION_PROFILE: another word on the profile
   * @SOLEUS_CONDITION_MEDICINE: a medicine of one of the classes in @words is taken now
   * @SOLEUS_CONDITION_CRAMPS: @least cramps in @days nights
   * @SOLEUS_CONDITION_CRAMP_NIGHTS: @least nights with cramps in @days nights
   * @SOLEUS_CONDITION_EPISODES: @least episodes that match
   * @SOLEUS_CONDITION_NIGHTS: @least mornings that match
   * @SOLEUS_CONDITION_RULE: another rule fired
   * @SOLEUS_CONDITION_SPECIAL: what needs a function of its own
   */
  typedef enum
  {
    SOLEUS_CONDITION_ALL,
    SOLEUS_CONDITION_ANY,
    SOLEUS_CONDITION_UNLESS,
    SOLEUS_CONDITION_SIGN,
    SOLEUS_CONDITION_SWELLING,
    SOLEUS_CONDITION_TEMPERATURE,
    SOLEUS_CONDITION_NUMBER,
    SOLEUS_CONDITION_HEALTH,
    SOLEUS_CONDITION_PROFILE,
    SOLEUS_CONDITION_MEDICINE,
    SOLEUS_CONDITION_CRAMPS,
    SOLEUS_CONDITION_CRAMP_NIGHTS,
    SOLEUS_CONDITION_EPISODES,
    SOLEUS_CONDITION_NIGHTS,
    SOLEUS_CONDITION_RULE,
    SOLEUS_CONDITION_SPECIAL,
  } SoleusConditionKind;

  typedef enum
  {
    SOLEUS_PROFILE_PREGNANT,
    SOLEUS_PROFILE_LATE_PREGNANCY,
    SOLEUS_PROFILE_AFTER_BIRTH,
  } SoleusProfileWord;

  typedef enum
  {
    SOLEUS_SPECIAL_RATE_RISE,
    SOLEUS_SPECIAL_MEDICINE_BEFORE_CRAMPS,
    SOLEUS_SPECIAL_SEVERAL_MEDICINES,
    SOLEUS_SPECIAL_TREATED_WITHOUT_HELP,
    SOLEUS_SPECIAL_ROUTINE_WITHOUT_CHANGE,
    SOLEUS_SPECIAL_LONG_CRAMP,
    SOLEUS_SPECIAL_SORE_CALF,
  } SoleusSpecial;

  /* The fields of a night or an episode that a leaf may ask for. Those that it does not ask for are -1 or NULL. */
  struct _SoleusCondition
  {
    SoleusConditionKind kind;
    GPtrArray *parts; /* of SoleusCondition */
    const char *fact; /* static */
    gboolean is_no;
    char **words;
    int word; /* SoleusProfileWord or SoleusSpecial */
    char *rule;
    gint64 least;
    gint64 most;
    int days;
    int hours;

    int pain;
    int eases;
    char **impacts;
    char **falls;
    char **muscles;
    gboolean injury;

    int wakings;
    gboolean short_sleep;
    gboolean worry;
  };

  SoleusCondition *soleus_condition_new (JsonNode * node, GHashTable * numbers, GError * *error);
  void soleus_condition_free (SoleusCondition * self);

  G_DEFINE_AUTOPTR_CLEANUP_FUNC (SoleusCondition, soleus_condition_free)

G_END_DECLS
