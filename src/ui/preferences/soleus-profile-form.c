/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The profile is one record, and each row changes a part of it. While a write waits for another program, the next change
 * must build on that write and not on what the diary still holds; so the latest version is kept here. */
#include "config.h"

#include "ui/preferences/soleus-profile-form.h"

struct _SoleusProfileForm
{
  GObject parent_instance;

  SoleusContext *context;
  SoleusRecord *latest;
  guint n_waiting;
};

G_DEFINE_FINAL_TYPE (SoleusProfileForm, soleus_profile_form, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  SIGNAL_FAILED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
soleus_profile_form_dispose (GObject *object)
{
  SoleusProfileForm *self = SOLEUS_PROFILE_FORM (object);

  g_clear_object (&self->latest);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (soleus_profile_form_parent_class)->dispose (object);
}

static void
soleus_profile_form_class_init (SoleusProfileFormClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = soleus_profile_form_dispose;

  /**
   * SoleusProfileForm::changed:
   * @self: the form
   *
   * There are other values to show, from here or from elsewhere.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * SoleusProfileForm::failed:
   * @self: the form
   * @error: why
   *
   * A change could not be kept, and the values are what the diary holds.
   */
  signals[SIGNAL_FAILED] = g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
soleus_profile_form_init (SoleusProfileForm *self)
{
}

static void
load (SoleusProfileForm *self)
{
  g_autoptr (SoleusRecord) profile = soleus_diary_get_single (soleus_context_get_diary (self->context), SOLEUS_KIND_PROFILE, NULL);

  /* What cannot be read now is read when the diary next changes. */
  if (profile == NULL)
    profile = self->latest != NULL ? g_object_ref (self->latest) : soleus_record_new (SOLEUS_KIND_PROFILE);
  g_set_object (&self->latest, profile);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
diary_changed_cb (SoleusProfileForm *self,
                  guint              kinds)
{
  if ((kinds & SOLEUS_KIND_MASK (SOLEUS_KIND_PROFILE)) != 0 && self->n_waiting == 0)
    load (self);
}

/**
 * soleus_profile_form_new:
 * @context: an open diary
 *
 * Returns: (transfer full): its profile
 */
SoleusProfileForm *
soleus_profile_form_new (SoleusContext *context)
{
  SoleusProfileForm *self = g_object_new (SOLEUS_TYPE_PROFILE_FORM, NULL);

  self->context = g_object_ref (context);
  g_signal_connect_object (soleus_context_get_diary (context), "changed", G_CALLBACK (diary_changed_cb), self, G_CONNECT_SWAPPED);
  load (self);
  return self;
}

/**
 * soleus_profile_form_get_context:
 * @self: a form
 *
 * Returns: (transfer none): what it belongs to
 */
SoleusContext *
soleus_profile_form_get_context (SoleusProfileForm *self)
{
  return self->context;
}

/**
 * soleus_profile_form_get_today:
 * @self: a form
 *
 * Returns: the civil date
 */
SoleusDate
soleus_profile_form_get_today (SoleusProfileForm *self)
{
  return soleus_clock_get_today (soleus_context_get_clock (self->context));
}

/**
 * soleus_profile_form_get_values:
 * @self: a form
 *
 * Returns: (transfer none): what is to be shown, until the next change
 */
const SoleusRow *
soleus_profile_form_get_values (SoleusProfileForm *self)
{
  g_return_val_if_fail (SOLEUS_IS_PROFILE_FORM (self), NULL);

  return soleus_record_get_values (self->latest);
}

/**
 * soleus_profile_form_copy:
 * @self: a form
 *
 * Returns: (transfer full): the profile, to change it and hand it to soleus_profile_form_keep()
 */
SoleusRecord *
soleus_profile_form_copy (SoleusProfileForm *self)
{
  g_return_val_if_fail (SOLEUS_IS_PROFILE_FORM (self), NULL);

  return soleus_record_copy (self->latest);
}

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr (SoleusProfileForm) self = data;
  g_autoptr (GError) error = NULL;

  self->n_waiting--;
  if (!soleus_keeper_write_finish (SOLEUS_KEEPER (source), result, &error))
    g_signal_emit (self, signals[SIGNAL_FAILED], 0, error);
  if (self->n_waiting == 0)
    load (self);
}

/**
 * soleus_profile_form_keep:
 * @self: a form
 * @profile: the changed profile
 * @said: (nullable): what to tell the person once it is kept
 *
 * Keeps it at once. A profile that says the same as before is not written.
 */
void
soleus_profile_form_keep (SoleusProfileForm *self,
                          SoleusRecord      *profile,
                          const char        *said)
{
  g_autoptr (GPtrArray) edits = NULL;

  g_return_if_fail (SOLEUS_IS_PROFILE_FORM (self));

  if (soleus_record_says_same (profile, self->latest))
    return;
  g_set_object (&self->latest, profile);
  edits = soleus_edits_new ();
  soleus_edits_save (edits, profile);
  self->n_waiting++;
  soleus_keeper_write (soleus_context_get_keeper (self->context), edits, said, written_cb, g_object_ref (self));
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/**
 * soleus_profile_form_has_condition:
 * @self: a form
 * @condition: a word of the conditions
 *
 * Returns: whether it was said to be present
 */
gboolean
soleus_profile_form_has_condition (SoleusProfileForm *self,
                                   const char        *condition)
{
  const SoleusRow *values = soleus_profile_form_get_values (self);

  for (guint i = 0; i < soleus_row_get_n_rows (values, "conditions"); i++)
    if (g_strcmp0 (soleus_row_get_text (soleus_row_get_row (values, "conditions", i), "condition"), condition) == 0)
      return TRUE;
  return FALSE;
}

/**
 * soleus_profile_form_set_condition:
 * @self: a form
 * @condition: a word of the conditions
 * @present: whether it is present; if not, nothing is said of it
 */
void
soleus_profile_form_set_condition (SoleusProfileForm *self,
                                   const char        *condition,
                                   gboolean           present)
{
  g_autoptr (SoleusRecord) profile = soleus_profile_form_copy (self);
  SoleusRow *values = soleus_record_get_values (profile);

  if (soleus_profile_form_has_condition (self, condition) == present)
    return;
  if (present)
    soleus_row_set_text (soleus_row_add_row (values, "conditions"), "condition", condition);
  else
    for (guint i = soleus_row_get_n_rows (values, "conditions"); i > 0; i--)
      if (g_strcmp0 (soleus_row_get_text (soleus_row_get_row (values, "conditions", i - 1), "condition"), condition) == 0)
        soleus_row_remove_row (values, "conditions", i - 1);
  soleus_profile_form_keep (self, profile, NULL);
}

/**
 * soleus_profile_form_set_answer:
 * @self: a form
 * @field: a yes or no field
 * @answer: the answer
 * @detail: (nullable): a field that says more about a yes; it goes with any other answer
 */
void
soleus_profile_form_set_answer (SoleusProfileForm *self,
                                const char        *field,
                                SoleusAnswer       answer,
                                const char        *detail)
{
  g_autoptr (SoleusRecord) profile = soleus_profile_form_copy (self);
  SoleusRow *values = soleus_record_get_values (profile);

  if (soleus_row_get_answer (values, field) == answer)
    return;
  soleus_row_set_answer (values, field, answer);
  if (detail != NULL && answer != SOLEUS_YES)
    soleus_row_clear (values, detail);
  soleus_profile_form_keep (self, profile, NULL);
}
