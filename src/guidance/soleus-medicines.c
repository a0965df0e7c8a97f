/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A name is cleared of dose, form and way of taking, and then looked up whole word by whole word, the longest name first.
 * A salt after a name belongs to the name. Only where nothing was known at all are spellings compared, and then the
 * nearest one is a question, unless another one is as near or is a known look-alike of it. */
#include "config.h"

#include "guidance/soleus-medicines-private.h"

#include <gio/gio.h>
#include <glib/gi18n.h>
#include <string.h>

#include "guidance/soleus-guidance-resources.h"

#define RESOURCE "/io/github/soleus_diary/Soleus/guidance/medicines.json"

/* Whoever types more words than this does not type one name. */
#define MOST_WORDS_TO_COMPARE 12

typedef struct
{
  GArray *words; /* without dose, form and way of taking */
  GHashTable *forms;
  GPtrArray *medicines;
  gboolean refused; /* a name stood there, and that it is not meant */
} Reading;

/**
 * soleus_medicines_load:
 * @error: return location
 *
 * Reads the medicines that this program knows.
 *
 * Returns: (transfer full) (nullable): the medicines
 */
SoleusMedicines *
soleus_medicines_load (GError **error)
{
  g_autoptr (GBytes) bytes = g_resource_lookup_data (soleus_guidance_get_resource (), RESOURCE,
                                                     G_RESOURCE_LOOKUP_FLAGS_NONE, error);

  if (bytes == NULL)
    return NULL;
  return soleus_medicines_new (bytes, error);
}

static guint
get_kinds (const SoleusMedicines *self,
           const char            *word)
{
  return word != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (self->words, word)) : 0;
}

/* Whether a number is part of a name, as in "PEG 3350", and no dose. */
static gboolean
number_belongs (const SoleusMedicines *self,
                GArray                *words,
                guint                  i)
{
  g_autofree char *name = i > 0 ? soleus_medicine_words_join (words, i - 1, 2) : NULL;

  return name != NULL && g_hash_table_contains (self->by_name, name);
}

/* Takes dose, form, way of taking and times out, and ends a part at a joiner. */
static void
clear_words (const SoleusMedicines *self,
             GArray                *words,
             Reading               *reading)
{
  for (guint i = 0; i < words->len; i++)
    {
      const SoleusMedicineWord *word = &g_array_index (words, SoleusMedicineWord, i);
      guint kinds = get_kinds (self, word->text);
      SoleusMedicineWord kept = { NULL, word->is_number };

      if ((kinds & SOLEUS_MEDICINE_WORD_FORM) != 0)
        g_hash_table_add (reading->forms, g_strdup (word->text));
      if ((kinds & (SOLEUS_MEDICINE_WORD_FORM | SOLEUS_MEDICINE_WORD_OTHER)) != 0)
        continue;
      if (word->is_number && !number_belongs (self, words, i))
        continue;
      if ((kinds & SOLEUS_MEDICINE_WORD_JOINER) == 0)
        kept.text = g_strdup (word->text);
      g_array_append_val (reading->words, kept);
    }
}

static const char *
get_word (GArray *words,
          guint   i)
{
  return i < words->len ? g_array_index (words, SoleusMedicineWord, i).text : NULL;
}

/* The longest name that begins at a word. */
static const SoleusMedicineSpelling *
find_name (const SoleusMedicines *self,
           GArray                *words,
           guint                  first,
           guint                 *n_words)
{
  const char *word = get_word (words, first);

  *n_words = 0;
  if (word == NULL || !g_hash_table_contains (self->first_words, word))
    return NULL;
  for (guint n = self->most_words; n > 0; n--)
    {
      g_autofree char *name = soleus_medicine_words_join (words, first, n);
      const SoleusMedicineSpelling *spelling = name != NULL ? g_hash_table_lookup (self->by_name, name) : NULL;

      if (spelling != NULL)
        {
          *n_words = n;
          return spelling;
        }
    }
  return NULL;
}

static guint
count_salt (const SoleusMedicines *self,
            GArray                *words,
            guint                  first)
{
  for (guint n = self->most_words; n > 0; n--)
    {
      g_autofree char *salt = soleus_medicine_words_join (words, first, n);

      if (salt != NULL && g_hash_table_contains (self->salts, salt))
        return n;
    }
  return 0;
}

/* The salts after a name. A longer name wins over a salt: potassium chloride is a medicine, sodium phosphate after
 * prednisolone is none. */
static guint
skip_salts (const SoleusMedicines *self,
            GArray                *words,
            guint                  i)
{
  guint n_salt, n_name;

  for (;;)
    {
      n_salt = count_salt (self, words, i);
      find_name (self, words, i, &n_name);
      if (n_salt == 0 || n_name > n_salt)
        return i;
      i += n_salt;
    }
}

static void
read_names (const SoleusMedicines *self,
            Reading               *reading)
{
  guint i = 0;

  while (i < reading->words->len)
    {
      guint first = i;
      guint n_words;
      const SoleusMedicineSpelling *spelling = find_name (self, reading->words, first, &n_words);

      if (spelling == NULL)
        {
          i++;
          continue;
        }
      i = skip_salts (self, reading->words, first + n_words);
      if ((first > 0 && (get_kinds (self, get_word (reading->words, first - 1)) & SOLEUS_MEDICINE_WORD_NOT_BEFORE) != 0) ||
          (get_kinds (self, get_word (reading->words, i)) & SOLEUS_MEDICINE_WORD_NOT_AFTER) != 0)
        reading->refused = TRUE;
      else if (!g_ptr_array_find (reading->medicines, spelling->medicine, NULL))
        g_ptr_array_add (reading->medicines, spelling->medicine);
    }
}

static gboolean
combination_applies (const SoleusMedicineCombination *combination,
                     const Reading                   *reading,
                     GHashTable                      *taken)
{
  GHashTableIter iter;
  gpointer form;
  gboolean in_form = g_hash_table_size (combination->forms) == 0;

  for (guint i = 0; i < combination->medicines->len; i++)
    {
      gpointer medicine = g_ptr_array_index (combination->medicines, i);

      if (!g_ptr_array_find (reading->medicines, medicine, NULL) || g_hash_table_contains (taken, medicine))
        return FALSE;
    }
  g_hash_table_iter_init (&iter, reading->forms);
  while (!in_form && g_hash_table_iter_next (&iter, &form, NULL))
    in_form = g_hash_table_contains (combination->forms, form);
  return in_form;
}

static guint64
find_classes (const SoleusMedicines *self,
              const Reading         *reading)
{
  g_autoptr (GHashTable) taken = g_hash_table_new (NULL, NULL);
  guint64 classes = 0;

  for (guint i = 0; i < self->combinations->len; i++)
    {
      const SoleusMedicineCombination *combination = g_ptr_array_index (self->combinations, i);

      if (!combination_applies (combination, reading, taken))
        continue;
      classes |= combination->classes;
      for (guint j = 0; j < combination->medicines->len; j++)
        g_hash_table_add (taken, g_ptr_array_index (combination->medicines, j));
    }
  for (guint i = 0; i < reading->medicines->len; i++)
    {
      const SoleusMedicine *medicine = g_ptr_array_index (reading->medicines, i);

      if (!g_hash_table_contains (taken, medicine))
        classes |= medicine->classes;
    }
  return classes;
}

/* The nearest spelling so far, and whether it is the only one. */
typedef struct
{
  const SoleusMedicineSpelling *spelling;
  guint distance;
  guint64 look_alikes_near; /* groups with two members or more within reach */
  guint64 look_alikes_seen;
  GHashTable *seen;
  gboolean tied;
} Nearest;

static void
compare (const SoleusMedicines *self,
         const char            *typed,
         Nearest               *nearest)
{
  gsize length = strlen (typed);
  guint32 letters;

  if (length < 5 || length > SOLEUS_MEDICINE_MAX_LETTERS || !g_str_is_ascii (typed))
    return;
  letters = soleus_medicine_words_letters (typed);

  for (guint i = 0; i < self->spellings->len; i++)
    {
      const SoleusMedicineSpelling *spelling = g_ptr_array_index (self->spellings, i);
      guint limit = soleus_medicine_words_allow ((guint) length, spelling->length);
      guint distance;

      if (limit == 0 || __builtin_popcount (letters ^ spelling->letters) > 2 * (int) limit)
        continue;
      distance = soleus_medicine_words_distance (typed, spelling->folded, limit);
      if (distance > limit)
        continue;

      if (g_hash_table_add (nearest->seen, spelling->medicine))
        {
          nearest->look_alikes_near |= nearest->look_alikes_seen & spelling->medicine->look_alikes;
          nearest->look_alikes_seen |= spelling->medicine->look_alikes;
        }
      if (nearest->spelling == NULL || distance < nearest->distance)
        {
          nearest->spelling = spelling;
          nearest->distance = distance;
          nearest->tied = FALSE;
        }
      else if (distance == nearest->distance && spelling->medicine != nearest->spelling->medicine)
        nearest->tied = TRUE;
    }
}

/* What may have been meant. A medicine without a class is never asked for: the answer would change nothing. */
static char *
suggest (const SoleusMedicines *self,
         const Reading         *reading)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  Nearest nearest = { .seen = seen };

  if (reading->words->len > MOST_WORDS_TO_COMPARE)
    return NULL;
  for (guint i = 0; i < reading->words->len; i++)
    for (guint n = 1; n <= self->most_words; n++)
      {
        g_autofree char *typed = soleus_medicine_words_join (reading->words, i, n);

        if (typed != NULL)
          compare (self, typed, &nearest);
      }
  if (nearest.spelling == NULL || nearest.tied || nearest.spelling->medicine->classes == 0 ||
      (nearest.spelling->medicine->look_alikes & nearest.look_alikes_near) != 0)
    return NULL;
  return g_strdup (nearest.spelling->written);
}

/**
 * soleus_medicines_recognise:
 * @self: the medicines
 * @typed: (nullable): a name as a person typed it; anything may stand there
 *
 * Looks for medicines in a name. Case, accents, dose, form and way of taking do not matter; of a combination, every
 * medicine counts. A name of more than 1000 bytes or in another script is not known.
 *
 * Returns: (transfer full): what is known, never %NULL
 */
SoleusMedicineMatch *
soleus_medicines_recognise (const SoleusMedicines *self,
                            const char            *typed)
{
  g_autoptr (GArray) words = soleus_medicine_words_new (typed != NULL ? typed : "");
  g_autoptr (GArray) kept = soleus_medicine_words_alloc ();
  g_autoptr (GHashTable) forms = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) medicines = g_ptr_array_new ();
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_autoptr (GStrvBuilder) classes = g_strv_builder_new ();
  Reading reading = { kept, forms, medicines, FALSE };
  SoleusMedicineMatch *match = g_new0 (SoleusMedicineMatch, 1);
  guint64 set;

  clear_words (self, words, &reading);
  read_names (self, &reading);

  for (guint i = 0; i < medicines->len; i++)
    g_strv_builder_add (names, ((SoleusMedicine *) g_ptr_array_index (medicines, i))->name);
  set = find_classes (self, &reading);
  for (guint i = 0; i < self->classes->len; i++)
    if ((set >> i & 1) != 0)
      g_strv_builder_add (classes, ((SoleusMedicineClass *) g_ptr_array_index (self->classes, i))->id);

  match->names = g_strv_builder_end (names);
  match->classes = g_strv_builder_end (classes);
  if (medicines->len == 0 && !reading.refused)
    match->suggestion = suggest (self, &reading);
  return match;
}

/**
 * soleus_medicine_match_free:
 * @match: (transfer full) (nullable): what was known
 */
void
soleus_medicine_match_free (SoleusMedicineMatch *match)
{
  if (match == NULL)
    return;
  g_strfreev (match->names);
  g_strfreev (match->classes);
  g_free (match->suggestion);
  g_free (match);
}

static const SoleusMedicineClass *
find_class (const SoleusMedicines *self,
            const char            *class_id)
{
  for (guint i = 0; i < self->classes->len; i++)
    {
      const SoleusMedicineClass *class = g_ptr_array_index (self->classes, i);

      if (g_strcmp0 (class->id, class_id) == 0)
        return class;
    }
  return NULL;
}

/**
 * soleus_medicines_is_linked:
 * @self: the medicines
 * @class_id: a class
 *
 * Returns: whether medicines of the class are linked with cramps in some people; %FALSE if there is no such class
 */
gboolean
soleus_medicines_is_linked (const SoleusMedicines *self,
                            const char            *class_id)
{
  const SoleusMedicineClass *class = find_class (self, class_id);

  return class != NULL && class->linked;
}

/**
 * soleus_medicines_get_title:
 * @self: the medicines
 * @class_id: a class
 *
 * Returns: (nullable): the class in plain words, such as "water pill (loop diuretic)", translated; %NULL if there is no
 *   such class
 */
const char *
soleus_medicines_get_title (const SoleusMedicines *self,
                            const char            *class_id)
{
  const SoleusMedicineClass *class = find_class (self, class_id);
  g_autofree char *context = NULL;

  if (class == NULL)
    return NULL;
  context = g_strconcat ("class-", class_id, NULL);
  return g_dpgettext2 (GETTEXT_PACKAGE, context, class->title);
}

/**
 * soleus_medicines_get_basis:
 * @self: the medicines
 * @class_id: a class
 *
 * Returns: (nullable): on whose word the class stands here: "source", "guidance" or "memory"; %NULL if there is no such
 *   class
 */
const char *
soleus_medicines_get_basis (const SoleusMedicines *self,
                            const char            *class_id)
{
  const SoleusMedicineClass *class = find_class (self, class_id);

  return class != NULL ? class->basis : NULL;
}
