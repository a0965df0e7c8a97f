/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * A stack of keys. Every open object owns the keys from its mark on, and closing it takes them away, so memory
 * is bounded by what is open. An object with few keys compares them one by one; from there on they are found
 * through one hash table for all objects. Its hash is a polynomial at a secret random point, so that no document
 * can be made to collide: the work stays in proportion to the length of the keys.
 */

#include "base/soleus-json-keys.h"

#include <string.h>

#define FEW_KEYS 16
#define FIRST_SLOTS 64
#define PRIME G_GUINT64_CONSTANT (0x7fffffff)

typedef struct
{
  gsize text; /* offset */
  gsize length;
  guint32 hash : 31;
  guint32 is_entered : 1;
} Key;

struct _SoleusJsonKeys
{
  Key *keys;
  gsize n_keys;
  gsize keys_room;

  /* The resolved text of all keys, each with a zero byte. */
  char *text;
  gsize text_length;
  gsize text_room;

  /* Open addressing; 0 is empty, else one more than the index of a key. What was put in last is always taken
   * out first, so a slot can simply be emptied. */
  gsize *slots;
  gsize n_slots;
  gsize n_used;

  guint64 point;
};

SoleusJsonKeys *
soleus_json_keys_new (void)
{
  SoleusJsonKeys *self = g_new0 (SoleusJsonKeys, 1);

  self->point = 0x1000000 + g_random_int () % 0x6f000000;

  return self;
}

void
soleus_json_keys_free (SoleusJsonKeys *self)
{
  g_free (self->keys);
  g_free (self->text);
  g_free (self->slots);
  g_free (self);
}

static inline guint64
fold (guint64 value)
{
  return (value & PRIME) + (value >> 31);
}

static guint32
hash_text (const SoleusJsonKeys *self,
           const char *text,
           gsize length)
{
  guint64 hash = length + 1;

  hash = fold (fold (hash));

  for (; length >= 3; length -= 3, text += 3)
    {
      guint64 chunk = (guint64) (guchar) text[0] | (guint64) (guchar) text[1] << 8 | (guint64) (guchar) text[2] << 16;

      hash = fold (fold (hash * self->point + chunk));
    }

  for (; length > 0; length--, text++)
    hash = fold (fold (hash * self->point + (guchar) *text));

  return (guint32) (fold (hash * self->point) % PRIME);
}

static inline gboolean
is_same (const SoleusJsonKeys *self,
         const Key *a,
         const Key *b)
{
  return a->hash == b->hash && a->length == b->length
         && memcmp (self->text + a->text, self->text + b->text, a->length) == 0;
}

static inline gsize
next_slot (const SoleusJsonKeys *self,
           gsize slot)
{
  return (slot + 1) & (self->n_slots - 1);
}

static void
enter_slot (SoleusJsonKeys *self,
            gsize index)
{
  gsize slot = self->keys[index].hash & (self->n_slots - 1);

  while (self->slots[slot] != 0)
    slot = next_slot (self, slot);

  self->slots[slot] = index + 1;
  self->keys[index].is_entered = TRUE;
  self->n_used++;
}

static void
leave_slot (SoleusJsonKeys *self,
            gsize index)
{
  gsize slot = self->keys[index].hash & (self->n_slots - 1);

  while (self->slots[slot] != index + 1)
    slot = next_slot (self, slot);

  self->slots[slot] = 0;
  self->n_used--;
}

/* Keeps the table at most half full. Keys are entered again in their order, so that the last is still last. */
static void
grow_slots (SoleusJsonKeys *self)
{
  self->n_slots = self->n_slots == 0 ? FIRST_SLOTS : self->n_slots * 2;
  self->n_used = 0;
  g_free (self->slots);
  self->slots = g_new0 (gsize, self->n_slots);

  for (gsize i = 0; i < self->n_keys; i++)
    {
      if (self->keys[i].is_entered)
        enter_slot (self, i);
    }
}

static gboolean
is_known (const SoleusJsonKeys *self,
          gsize mark,
          const Key *key)
{
  gsize slot;

  if (self->n_keys - mark <= FEW_KEYS)
    {
      for (gsize i = mark; i < self->n_keys; i++)
        {
          if (is_same (self, &self->keys[i], key))
            return TRUE;
        }

      return FALSE;
    }

  for (slot = key->hash & (self->n_slots - 1); self->slots[slot] != 0; slot = next_slot (self, slot))
    {
      gsize index = self->slots[slot] - 1;

      if (index >= mark && is_same (self, &self->keys[index], key))
        return TRUE;
    }

  return FALSE;
}

static void
make_room (SoleusJsonKeys *self,
           gsize length)
{
  if (self->n_keys == self->keys_room)
    {
      self->keys_room = self->keys_room == 0 ? 64 : self->keys_room * 2;
      self->keys = g_renew (Key, self->keys, self->keys_room);
    }

  if (self->text_room - self->text_length <= length)
    {
      self->text_room = MAX (self->text_room * 2, self->text_length + length + 1024);
      self->text = g_realloc (self->text, self->text_room);
    }
}

/*
 * soleus_json_keys_open:
 *
 * Returns the mark of an object that is opened inside the last one.
 */
gsize
soleus_json_keys_open (SoleusJsonKeys *self)
{
  return self->n_keys;
}

/*
 * soleus_json_keys_add:
 *
 * Adds a key to the last object opened, whose mark is @mark, and hands out its text, valid until the next key
 * is added. Returns FALSE if the object already has that key.
 */
gboolean
soleus_json_keys_add (SoleusJsonKeys *self,
                      gsize mark,
                      const SoleusJsonStringSpan *span,
                      const char **key)
{
  Key added = { .text = self->text_length, .length = span->length };
  gsize n_before = self->n_keys - mark;

  make_room (self, span->length);
  soleus_json_text_decode (span, self->text + added.text);
  *key = self->text + added.text;

  /* The objects around this one have keys of the same names; the mark keeps them apart in the table. */
  added.hash = (hash_text (self, *key, added.length) ^ (guint32) (mark * 0x9e3779b1u)) & PRIME;

  if (is_known (self, mark, &added))
    return FALSE;

  self->keys[self->n_keys++] = added;
  self->text_length += added.length + 1;

  if (n_before >= FEW_KEYS)
    {
      gsize n_entering = n_before == FEW_KEYS ? FEW_KEYS + 1 : 1;

      while ((self->n_used + n_entering) * 2 > self->n_slots)
        grow_slots (self);

      for (gsize i = self->n_keys - n_entering; i < self->n_keys; i++)
        enter_slot (self, i);
    }

  return TRUE;
}

/*
 * soleus_json_keys_close:
 *
 * Forgets the last object opened, whose mark is @mark.
 */
void
soleus_json_keys_close (SoleusJsonKeys *self,
                        gsize mark)
{
  if (self->n_keys == mark)
    return;

  if (self->n_keys - mark > FEW_KEYS)
    {
      for (gsize i = self->n_keys; i > mark; i--)
        leave_slot (self, i - 1);
    }

  self->text_length = self->keys[mark].text;
  self->n_keys = mark;
}
