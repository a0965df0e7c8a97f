/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One notification, as a value. */
#include "notify/soleus-notifier-private.h"

#include <string.h>

/* The bus ends the line to a program that sends text which is not UTF-8. */
static char *
dup_text (const char *text)
{
  return g_utf8_make_valid (text != NULL ? text : "", -1);
}

static void
add_word (char     ***words,
          const char *word)
{
  guint n = g_strv_length (*words);

  *words = g_renew (char *, *words, n + 2);
  (*words)[n] = dup_text (word);
  (*words)[n + 1] = NULL;
}

/**
 * soleus_notification_new:
 * @key: what it is known by
 * @title: plain text
 * @body: (nullable): plain text
 * @press: what is told when it is pressed
 *
 * Returns: (transfer full): a notification without buttons, that makes no sound and does not stay
 */
SoleusNotification *
soleus_notification_new (const char *key,
                         const char *title,
                         const char *body,
                         const char *press)
{
  SoleusNotification *self = g_new0 (SoleusNotification, 1);

  self->key = dup_text (key);
  self->title = dup_text (title);
  self->body = dup_text (body);
  self->press = dup_text (press);
  self->labels = g_new0 (char *, 1);
  self->presses = g_new0 (char *, 1);
  return self;
}

/**
 * soleus_notification_add_button:
 * @self: a notification
 * @label: the word on the button
 * @press: what is told when it is pressed
 *
 * Adds a button after those that it has.
 */
void
soleus_notification_add_button (SoleusNotification *self,
                                const char         *label,
                                const char         *press)
{
  g_return_if_fail (label != NULL && label[0] != '\0');
  g_return_if_fail (press != NULL && press[0] != '\0');

  add_word (&self->labels, label);
  add_word (&self->presses, press);
}

/**
 * soleus_notification_free:
 * @self: (transfer full): a notification
 *
 * Frees it.
 */
void
soleus_notification_free (SoleusNotification *self)
{
  g_free (self->key);
  g_free (self->title);
  g_free (self->body);
  g_free (self->press);
  g_strfreev (self->labels);
  g_strfreev (self->presses);
  g_free (self);
}

/**
 * soleus_notification_copy:
 * @self: a notification
 *
 * Returns: (transfer full): another one like it
 */
SoleusNotification *
soleus_notification_copy (const SoleusNotification *self)
{
  SoleusNotification *copy = soleus_notification_new (self->key, self->title, self->body, self->press);

  for (guint i = 0; self->labels[i] != NULL && self->presses[i] != NULL; i++)
    {
      add_word (&copy->labels, self->labels[i]);
      add_word (&copy->presses, self->presses[i]);
    }
  copy->sound = self->sound;
  copy->stays = self->stays;
  return copy;
}

/**
 * soleus_notification_digest:
 * @self: a notification
 *
 * Returns: (transfer full): a word that is another one where anything but the sound is another
 */
char *
soleus_notification_digest (const SoleusNotification *self)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  const char *words[] = { self->key, self->title, self->body, self->press, self->stays ? "stays" : "" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    g_checksum_update (sum, (const guchar *) words[i], strlen (words[i]) + 1);
  for (guint i = 0; self->labels[i] != NULL && self->presses[i] != NULL; i++)
    {
      g_checksum_update (sum, (const guchar *) self->labels[i], strlen (self->labels[i]) + 1);
      g_checksum_update (sum, (const guchar *) self->presses[i], strlen (self->presses[i]) + 1);
    }
  return g_strdup (g_checksum_get_string (sum));
}

/**
 * soleus_notification_is_like:
 * @self: a notification
 * @other: (nullable): another one
 *
 * Returns: whether both say the same
 */
gboolean
soleus_notification_is_like (const SoleusNotification *self,
                             const SoleusNotification *other)
{
  return other != NULL && self->stays == other->stays && g_str_equal (self->key, other->key) && g_str_equal (self->title, other->title)
         && g_str_equal (self->body, other->body) && g_str_equal (self->press, other->press)
         && g_strv_equal ((const char *const *) self->labels, (const char *const *) other->labels)
         && g_strv_equal ((const char *const *) self->presses, (const char *const *) other->presses);
}
