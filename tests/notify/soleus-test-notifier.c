/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "notify/soleus-test-notifier.h"

#include <glib/gstdio.h>

static void
hear (SoleusTestNotifier *self,
      const char         *what,
      const char         *word,
      const char         *more)
{
  g_ptr_array_add (self->heard, g_strjoin (" ", what, word, more, NULL));
}

static void
shown_cb (SoleusTestNotifier *self,
          const char         *key)
{
  hear (self, "shown", key, NULL);
}

static void
failed_cb (SoleusTestNotifier *self,
           const char         *key)
{
  hear (self, "failed", key, NULL);
}

static void
closed_cb (SoleusTestNotifier *self,
           const char         *key)
{
  hear (self, "closed", key, NULL);
}

static void
pressed_cb (SoleusTestNotifier *self,
            const char         *press,
            const char         *token)
{
  hear (self, "pressed", press, token);
}

/**
 * soleus_test_notifier_make:
 * @self: a fixture
 *
 * Makes a notifier, the first one or, as after a restart, another.
 */
void
soleus_test_notifier_make (SoleusTestNotifier *self)
{
  self->notifier = soleus_notifier_new (SOLEUS_TEST_APP, self->use_portal);
  g_signal_connect_swapped (self->notifier, "shown", G_CALLBACK (shown_cb), self);
  g_signal_connect_swapped (self->notifier, "failed", G_CALLBACK (failed_cb), self);
  g_signal_connect_swapped (self->notifier, "closed", G_CALLBACK (closed_cb), self);
  g_signal_connect_swapped (self->notifier, "pressed", G_CALLBACK (pressed_cb), self);
}

/**
 * soleus_test_notifier_init:
 * @self: a fixture, with its service if it is to have one from the start
 * @use_portal: whether the notifier speaks to the portal
 */
void
soleus_test_notifier_init (SoleusTestNotifier *self,
                           gboolean            use_portal)
{
  g_autofree char *kept = g_build_filename (g_get_user_runtime_dir (), "soleus", "notifications", NULL);

  g_unlink (kept);
  self->use_portal = use_portal;
  self->heard = g_ptr_array_new_with_free_func (g_free);
  self->list = g_ptr_array_new_with_free_func ((GDestroyNotify) soleus_notification_free);
  soleus_test_notifier_make (self);
}

/**
 * soleus_test_notifier_tear_down:
 * @self: a fixture
 * @data: nothing
 */
void
soleus_test_notifier_tear_down (SoleusTestNotifier *self,
                                gconstpointer       data)
{
  if (self->notifier != NULL)
    g_assert_finalize_object (self->notifier);
  g_clear_pointer (&self->mock, soleus_mock_stop);
  g_ptr_array_unref (self->heard);
  g_ptr_array_unref (self->list);
  soleus_mock_pass (20);
}

/**
 * soleus_test_notifier_has_heard:
 * @self: a fixture
 * @what: such as "shown KEY"
 *
 * Returns: whether the notifier told that
 */
gboolean
soleus_test_notifier_has_heard (SoleusTestNotifier *self,
                                const char         *what)
{
  return g_ptr_array_find_with_equal_func (self->heard, what, g_str_equal, NULL);
}
