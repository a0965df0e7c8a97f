/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes two seconds after a change, and not again before the next one. Where an earlier form left a draft that nobody
 * opened or discarded, it is there again when this form is done with. */
#include "config.h"

#include "ui/episode/soleus-draft-saver.h"

#include <glib/gi18n.h>

#include "app/soleus-words.h"

#define WAIT_SECONDS 2

struct _SoleusDraftSaver
{
  GObject parent_instance;

  SoleusDiary *diary;
  char *form;
  SoleusDraftFunc func;
  gpointer data;
  char *older; /* what an earlier form left */
  char *kept;  /* what the diary has from this form */
  guint source;
};

G_DEFINE_FINAL_TYPE (SoleusDraftSaver, soleus_draft_saver, G_TYPE_OBJECT)

static gboolean
wait_over_cb (gpointer data)
{
  SoleusDraftSaver *self = data;
  g_autofree char *content = self->func (self->data);

  if (g_strcmp0 (content, self->kept) != 0)
    {
      if (!soleus_diary_save_draft (self->diary, self->form, content, NULL))
        return G_SOURCE_CONTINUE;
      g_free (self->kept);
      self->kept = g_steal_pointer (&content);
    }
  self->source = 0;
  return G_SOURCE_REMOVE;
}

static void
soleus_draft_saver_finalize (GObject *object)
{
  SoleusDraftSaver *self = SOLEUS_DRAFT_SAVER (object);

  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_object (&self->diary);
  g_clear_pointer (&self->form, g_free);
  g_clear_pointer (&self->older, g_free);
  g_clear_pointer (&self->kept, g_free);

  G_OBJECT_CLASS (soleus_draft_saver_parent_class)->finalize (object);
}

static void
soleus_draft_saver_class_init (SoleusDraftSaverClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = soleus_draft_saver_finalize;
}

static void
soleus_draft_saver_init (SoleusDraftSaver *self)
{
}

/**
 * soleus_draft_saver_new:
 * @diary: where to keep it
 * @form: under which name
 * @func: says what to keep
 * @data: for @func; it must live until soleus_draft_saver_stop() or the end of the saver
 *
 * Returns: (transfer full): a saver that has nothing to do yet
 */
SoleusDraftSaver *
soleus_draft_saver_new (SoleusDiary    *diary,
                        const char     *form,
                        SoleusDraftFunc func,
                        gpointer        data)
{
  SoleusDraftSaver *self = g_object_new (SOLEUS_TYPE_DRAFT_SAVER, NULL);

  self->diary = g_object_ref (diary);
  self->form = g_strdup (form);
  self->func = func;
  self->data = data;
  self->older = soleus_diary_get_draft (diary, form, NULL);
  return self;
}

/**
 * soleus_draft_saver_touch:
 * @self: a saver
 *
 * The form changed.
 */
void
soleus_draft_saver_touch (SoleusDraftSaver *self)
{
  g_return_if_fail (SOLEUS_IS_DRAFT_SAVER (self));

  if (self->source == 0)
    self->source = g_timeout_add_seconds (WAIT_SECONDS, wait_over_cb, self);
}

/**
 * soleus_draft_saver_get_older:
 * @self: a saver
 *
 * Returns: (transfer none) (nullable): what an earlier form left, until it is taken over
 */
const char *
soleus_draft_saver_get_older (SoleusDraftSaver *self)
{
  g_return_val_if_fail (SOLEUS_IS_DRAFT_SAVER (self), NULL);

  return self->older;
}

/**
 * soleus_draft_saver_take_over:
 * @self: a saver
 *
 * What an earlier form left is opened or discarded: from now on this form's content takes its place.
 */
void
soleus_draft_saver_take_over (SoleusDraftSaver *self)
{
  g_return_if_fail (SOLEUS_IS_DRAFT_SAVER (self));

  if (self->older == NULL)
    return;
  if (self->kept == NULL)
    self->kept = g_steal_pointer (&self->older);
  g_clear_pointer (&self->older, g_free);
  soleus_draft_saver_touch (self);
}

/**
 * soleus_draft_saver_forget:
 * @self: a saver
 *
 * The form was saved or given up.
 */
void
soleus_draft_saver_forget (SoleusDraftSaver *self)
{
  g_return_if_fail (SOLEUS_IS_DRAFT_SAVER (self));

  soleus_draft_saver_stop (self);
  if (self->kept != NULL && soleus_diary_save_draft (self->diary, self->form, self->older, NULL))
    g_clear_pointer (&self->kept, g_free);
}

/**
 * soleus_draft_saver_stop:
 * @self: a saver
 *
 * The form goes away; what was kept stays.
 */
void
soleus_draft_saver_stop (SoleusDraftSaver *self)
{
  g_return_if_fail (SOLEUS_IS_DRAFT_SAVER (self));

  g_clear_handle_id (&self->source, g_source_remove);
}

/**
 * soleus_draft_saver_describe_time:
 * @diary: a diary
 * @saved: when a draft was kept, UTC seconds
 *
 * Returns: (transfer full): "7:42", with the date before it where that was on another day
 */
char *
soleus_draft_saver_describe_time (SoleusDiary *diary,
                                  gint64       saved)
{
  SoleusClock *clock = soleus_diary_get_clock (diary);
  g_autoptr (GTimeZone) zone = soleus_clock_dup_zone (clock);
  SoleusTime time = soleus_time_at_offset (saved, zone);
  g_autofree char *minute = soleus_words_time (time);
  g_autofree char *date = NULL;

  if (soleus_time_get_date (time) == soleus_clock_get_today (clock))
    return g_steal_pointer (&minute);
  date = soleus_words_date (soleus_time_get_date (time));
  /* Translators: a date and a time: "Monday 2 March, 7:42" */
  return g_strdup_printf (_("%s, %s"), date, minute);
}
