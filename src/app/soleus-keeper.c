/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A write either is on the disk when its callback comes, or failed with a reason; there is nothing between. Where
 * another program holds the diary, the write is tried again from the main loop, in order, and "waiting" says so. */
#include "app/soleus-keeper.h"

#define RETRY_MS 200
#define GIVE_UP_US (G_GINT64_CONSTANT (30) * G_USEC_PER_SEC)
#define UNDO_DEPTH 100

struct _SoleusKeeper
{
  GObject parent_instance;

  SoleusDiary *diary;
  GQueue waiting;  /* of GTask, in the order of the presses */
  GQueue undoable; /* of GPtrArray of SoleusEdit, the latest first */
  guint source;
};

typedef struct
{
  GPtrArray *edits;
  char *said;
  gboolean is_undo;
  gint64 until;
} Write;

G_DEFINE_FINAL_TYPE (SoleusKeeper, soleus_keeper, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_WAITING,
  PROP_CAN_UNDO,
  N_PROPS
};

enum
{
  SIGNAL_WRITTEN,
  SIGNAL_FAILED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static void
write_free (gpointer data)
{
  Write *self = data;

  g_ptr_array_unref (self->edits);
  g_free (self->said);
  g_free (self);
}

static void
remember (SoleusKeeper *self,
          GPtrArray    *inverse)
{
  g_queue_push_head (&self->undoable, inverse);
  if (g_queue_get_length (&self->undoable) > UNDO_DEPTH)
    g_ptr_array_unref (g_queue_pop_tail (&self->undoable));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAN_UNDO]);
}

/* Tries a write once. FALSE: the diary is held by another program, and there is still time. */
static gboolean
try_write (SoleusKeeper *self,
           GTask        *task)
{
  Write *write = g_task_get_task_data (task);
  g_autoptr (GPtrArray) inverse = NULL;
  g_autoptr (GError) error = NULL;

  if (soleus_diary_write (self->diary, write->edits, &inverse, &error))
    {
      gboolean undoable = !write->is_undo && inverse->len > 0;

      if (undoable)
        remember (self, g_steal_pointer (&inverse));
      g_signal_emit (self, signals[SIGNAL_WRITTEN], 0, write->said, undoable);
      g_task_return_boolean (task, TRUE);
      return TRUE;
    }
  if (g_error_matches (error, SOLEUS_STORE_ERROR, SOLEUS_STORE_ERROR_BUSY) && g_get_monotonic_time () < write->until)
    return FALSE;

  g_signal_emit (self, signals[SIGNAL_FAILED], 0, error);
  g_task_return_error (task, g_steal_pointer (&error));
  return TRUE;
}

static gboolean
retry_cb (gpointer data)
{
  g_autoptr (SoleusKeeper) self = g_object_ref (data);

  while (!g_queue_is_empty (&self->waiting))
    {
      if (!try_write (self, g_queue_peek_head (&self->waiting)))
        return G_SOURCE_CONTINUE;
      g_object_unref (g_queue_pop_head (&self->waiting));
    }
  self->source = 0;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WAITING]);
  return G_SOURCE_REMOVE;
}

static void
start (SoleusKeeper *self,
       GTask        *task)
{
  if (g_queue_is_empty (&self->waiting) && try_write (self, task))
    {
      g_object_unref (task);
      return;
    }
  g_queue_push_tail (&self->waiting, task);
  if (self->source == 0)
    {
      self->source = g_timeout_add (RETRY_MS, retry_cb, self);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WAITING]);
    }
}

static GTask *
make_task (SoleusKeeper       *self,
           GPtrArray          *edits,
           const char         *said,
           gboolean            is_undo,
           GAsyncReadyCallback callback,
           gpointer            data)
{
  GTask *task = g_task_new (self, NULL, callback, data);
  Write *write = g_new0 (Write, 1);

  write->edits = g_ptr_array_ref (edits);
  write->said = g_strdup (said);
  write->is_undo = is_undo;
  write->until = g_get_monotonic_time () + GIVE_UP_US;
  g_task_set_source_tag (task, make_task);
  g_task_set_task_data (task, write, write_free);
  return task;
}

static void
soleus_keeper_dispose (GObject *object)
{
  SoleusKeeper *self = SOLEUS_KEEPER (object);

  g_clear_handle_id (&self->source, g_source_remove);
  g_queue_clear_full (&self->waiting, g_object_unref);
  g_queue_clear_full (&self->undoable, (GDestroyNotify) g_ptr_array_unref);
  g_clear_object (&self->diary);

  G_OBJECT_CLASS (soleus_keeper_parent_class)->dispose (object);
}

static void
soleus_keeper_get_property (GObject    *object,
                            guint       id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  SoleusKeeper *self = SOLEUS_KEEPER (object);

  switch (id)
    {
    case PROP_WAITING:
      g_value_set_boolean (value, soleus_keeper_is_waiting (self));
      break;
    case PROP_CAN_UNDO:
      g_value_set_boolean (value, soleus_keeper_can_undo (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
soleus_keeper_class_init (SoleusKeeperClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = soleus_keeper_dispose;
  object_class->get_property = soleus_keeper_get_property;

  properties[PROP_WAITING] = g_param_spec_boolean ("waiting", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_CAN_UNDO] = g_param_spec_boolean ("can-undo", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * SoleusKeeper::written:
   * @self: the keeper
   * @said: (nullable): what to tell the person
   * @undoable: whether it can be undone
   *
   * A write is on the disk.
   */
  signals[SIGNAL_WRITTEN] = g_signal_new ("written", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_BOOLEAN);

  /**
   * SoleusKeeper::failed:
   * @self: the keeper
   * @error: why
   *
   * A write was given up, and the diary is as it was.
   */
  signals[SIGNAL_FAILED] = g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
soleus_keeper_init (SoleusKeeper *self)
{
  g_queue_init (&self->waiting);
  g_queue_init (&self->undoable);
}

/**
 * soleus_keeper_new:
 * @diary: a diary
 *
 * Returns: (transfer full): its keeper
 */
SoleusKeeper *
soleus_keeper_new (SoleusDiary *diary)
{
  SoleusKeeper *self = g_object_new (SOLEUS_TYPE_KEEPER, NULL);

  self->diary = g_object_ref (diary);
  return self;
}

/**
 * soleus_keeper_write:
 * @self: a keeper
 * @edits: (element-type SoleusEdit): what to do, all or nothing
 * @said: (nullable): what to tell the person once it is done
 * @callback: (nullable): called when it is done or has failed
 * @data: for @callback
 */
void
soleus_keeper_write (SoleusKeeper       *self,
                     GPtrArray          *edits,
                     const char         *said,
                     GAsyncReadyCallback callback,
                     gpointer            data)
{
  g_return_if_fail (SOLEUS_IS_KEEPER (self));

  start (self, make_task (self, edits, said, FALSE, callback, data));
}

/**
 * soleus_keeper_write_finish:
 * @self: a keeper
 * @result: what the callback was given
 * @error: return location
 *
 * Returns: whether it is on the disk
 */
gboolean
soleus_keeper_write_finish (SoleusKeeper *self,
                            GAsyncResult *result,
                            GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * soleus_keeper_save:
 * @self: a keeper
 * @record: a record, new or changed
 * @said: (nullable): what to tell the person once it is done
 */
void
soleus_keeper_save (SoleusKeeper *self,
                    SoleusRecord *record,
                    const char   *said)
{
  g_autoptr (GPtrArray) edits = soleus_edits_new ();

  soleus_edits_save (edits, record);
  soleus_keeper_write (self, edits, said, NULL, NULL);
}

/**
 * soleus_keeper_delete:
 * @self: a keeper
 * @uuid: a record to move to the trash
 * @said: (nullable): what to tell the person once it is done
 */
void
soleus_keeper_delete (SoleusKeeper *self,
                      const char   *uuid,
                      const char   *said)
{
  g_autoptr (GPtrArray) edits = soleus_edits_new ();

  soleus_edits_delete (edits, uuid);
  soleus_keeper_write (self, edits, said, NULL, NULL);
}

/**
 * soleus_keeper_keep:
 * @self: a keeper
 * @edits: (element-type SoleusEdit): what to do, all or nothing
 * @callback: (nullable): called when it is done or has failed
 * @data: for @callback
 *
 * Writes what no press of Undo takes back: a warning check, and what was answered to its card.
 */
void
soleus_keeper_keep (SoleusKeeper       *self,
                    GPtrArray          *edits,
                    GAsyncReadyCallback callback,
                    gpointer            data)
{
  g_return_if_fail (SOLEUS_IS_KEEPER (self));

  start (self, make_task (self, edits, NULL, TRUE, callback, data));
}

/**
 * soleus_keeper_can_undo:
 * @self: a keeper
 *
 * Returns: whether there is something to undo
 */
gboolean
soleus_keeper_can_undo (SoleusKeeper *self)
{
  g_return_val_if_fail (SOLEUS_IS_KEEPER (self), FALSE);

  return !g_queue_is_empty (&self->undoable);
}

static void
undo_written_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      data)
{
  g_autoptr (GPtrArray) edits = data;
  SoleusKeeper *self = SOLEUS_KEEPER (source);

  /* What could not be undone now can be tried again. */
  if (!soleus_keeper_write_finish (self, result, NULL))
    remember (self, g_steal_pointer (&edits));
}

/**
 * soleus_keeper_undo:
 * @self: a keeper
 *
 * Undoes the latest write that was not undone yet.
 */
void
soleus_keeper_undo (SoleusKeeper *self)
{
  GPtrArray *edits;

  g_return_if_fail (SOLEUS_IS_KEEPER (self));

  edits = g_queue_pop_head (&self->undoable);
  if (edits == NULL)
    return;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAN_UNDO]);
  start (self, make_task (self, edits, NULL, TRUE, undo_written_cb, edits));
}

/**
 * soleus_keeper_forget_undo:
 * @self: a keeper
 *
 * Forgets what could be undone; after an import or a restore it would no longer fit.
 */
void
soleus_keeper_forget_undo (SoleusKeeper *self)
{
  g_return_if_fail (SOLEUS_IS_KEEPER (self));

  g_queue_clear_full (&self->undoable, (GDestroyNotify) g_ptr_array_unref);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAN_UNDO]);
}

/**
 * soleus_keeper_is_waiting:
 * @self: a keeper
 *
 * Returns: whether a write waits for another program
 */
gboolean
soleus_keeper_is_waiting (SoleusKeeper *self)
{
  g_return_val_if_fail (SOLEUS_IS_KEEPER (self), FALSE);

  return !g_queue_is_empty (&self->waiting);
}
