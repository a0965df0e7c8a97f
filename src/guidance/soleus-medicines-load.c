/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads medicines.json and refuses it as a whole if anything in it is amiss: a medicine that silently lost its class would
 * be a warning that never comes. An error names the place, such as "classes[3].medicines[1].name". */
#include "guidance/soleus-medicines-private.h"

#include <string.h>

#include "base/soleus-json.h"
#include "guidance/soleus-guidance-error.h"
#include "guidance/soleus-place.h"

#define VERSION 1

static const char *const articles[] = { "vein-clinic", "health-article", "pain-clinic", "buoy", "elite-vein", NULL };
static const char *const bases[] = { "source", "guidance", "memory", NULL };

static const struct
{
  const char *key;
  SoleusMedicineWordKind kind;
} word_lists[] = {
  { "forms", SOLEUS_MEDICINE_WORD_FORM },
  { "routes", SOLEUS_MEDICINE_WORD_FORM },
  { "units", SOLEUS_MEDICINE_WORD_OTHER },
  { "times", SOLEUS_MEDICINE_WORD_OTHER },
  { "joiners", SOLEUS_MEDICINE_WORD_JOINER },
  { "not_before", SOLEUS_MEDICINE_WORD_NOT_BEFORE },
  { "not_after", SOLEUS_MEDICINE_WORD_NOT_AFTER },
};

/* A text as the words that are looked up. */
static char *
read_words (SoleusMedicines *self,
            const SoleusPlace     *place,
            const char     **text,
            gboolean         may_be_more,
            GError         **error)
{
  g_autoptr (GArray) words = NULL;
  char *folded;

  if (!soleus_place_read_text (place, text, error))
    return NULL;
  words = soleus_medicine_words_new (*text);
  folded = soleus_medicine_words_join (words, 0, words->len);
  if (folded == NULL || (words->len > 1 && !may_be_more))
    {
      g_free (folded);
      soleus_place_fail (place, error, SOLEUS_GUIDANCE_ERROR_VALUE, may_be_more ? "is not made of words alone" : "is not one word");
      return NULL;
    }
  self->most_words = MAX (self->most_words, words->len);
  return folded;
}

static SoleusMedicine *
find_medicine (SoleusMedicines *self,
               const char      *name)
{
  for (guint i = 0; i < self->medicines->len; i++)
    {
      SoleusMedicine *medicine = g_ptr_array_index (self->medicines, i);

      if (g_str_equal (medicine->name, name))
        return medicine;
    }
  return NULL;
}

static int
find_class (const SoleusMedicines *self,
            const char            *id)
{
  for (guint i = 0; i < self->classes->len; i++)
    if (g_str_equal (((SoleusMedicineClass *) g_ptr_array_index (self->classes, i))->id, id))
      return (int) i;
  return -1;
}

/* A way to write a name. No word of it may be one that is taken out of what is typed; word lists are read first. */
static gboolean
read_spelling (SoleusMedicines *self,
               const SoleusPlace     *place,
               SoleusMedicine  *medicine,
               GError         **error)
{
  g_autoptr (GArray) words = NULL;
  g_autofree char *folded = NULL;
  SoleusMedicineSpelling *spelling;
  const char *text = NULL;

  folded = read_words (self, place, &text, TRUE, error);
  if (folded == NULL)
    return FALSE;
  words = soleus_medicine_words_new (text);
  for (guint i = 0; i < words->len; i++)
    {
      const SoleusMedicineWord *word = &g_array_index (words, SoleusMedicineWord, i);

      if (g_hash_table_contains (self->words, word->text) || (word->is_number && i == 0))
        return soleus_place_fail (place, error, SOLEUS_GUIDANCE_ERROR_VALUE, "holds a word that is no part of names");
    }
  if (g_hash_table_contains (self->by_name, folded))
    return soleus_place_fail (place, error, SOLEUS_GUIDANCE_ERROR_DUPLICATE, "stands there twice");
  if (g_hash_table_contains (self->salts, folded) && words->len == 1)
    return soleus_place_fail (place, error, SOLEUS_GUIDANCE_ERROR_DUPLICATE, "is also a salt");

  spelling = g_new0 (SoleusMedicineSpelling, 1);
  spelling->medicine = medicine;
  spelling->written = g_strdup (text);
  spelling->folded = g_steal_pointer (&folded);
  spelling->length = (guint) strlen (spelling->folded);
  spelling->letters = soleus_medicine_words_letters (spelling->folded);
  g_ptr_array_add (self->spellings, spelling);
  g_hash_table_insert (self->by_name, spelling->folded, spelling);
  g_hash_table_add (self->first_words, g_strdup (g_array_index (words, SoleusMedicineWord, 0).text));
  return TRUE;
}

/* A medicine of a class, or of none. One that stands in several classes has its aliases where it stands first. */
static gboolean
read_medicine (SoleusMedicines *self,
               const SoleusPlace     *place,
               guint64          class,
               GError         **error)
{
  static const char *const keys[] = { "name", "aliases", NULL };
  SoleusPlace name_place, aliases;
  SoleusMedicine *medicine;
  const char *name = NULL;
  guint n_aliases = 0;

  if (!soleus_place_check_object (place, keys, NULL, error))
    return FALSE;
  name_place = soleus_place_get_member (place, "name");
  aliases = soleus_place_get_member (place, "aliases");
  if (!soleus_place_read_text (&name_place, &name, error) || !soleus_place_read_list (&aliases, &n_aliases, error))
    return FALSE;

  medicine = find_medicine (self, name);
  if (medicine != NULL && (class == 0 || (medicine->classes & class) != 0))
    return soleus_place_fail (&name_place, error, SOLEUS_GUIDANCE_ERROR_DUPLICATE, "stands there twice");
  if (medicine != NULL && n_aliases > 0)
    return soleus_place_fail (&aliases, error, SOLEUS_GUIDANCE_ERROR_DUPLICATE, "belong where the medicine stands first");

  if (medicine == NULL)
    {
      medicine = g_new0 (SoleusMedicine, 1);
      medicine->name = g_strdup (name);
      g_ptr_array_add (self->medicines, medicine);
      if (!read_spelling (self, &name_place, medicine, error))
        return FALSE;
    }
  medicine->classes |= class;
  for (guint i = 0; i < n_aliases; i++)
    {
      SoleusPlace alias = soleus_place_get_element (&aliases, i);

      if (!read_spelling (self, &alias, medicine, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_medicines (SoleusMedicines *self,
                const SoleusPlace     *place,
                guint64          class,
                GError         **error)
{
  guint length = 0;

  if (!soleus_place_read_list (place, &length, error))
    return FALSE;
  if (class != 0 && length == 0)
    return soleus_place_fail (place, error, SOLEUS_GUIDANCE_ERROR_VALUE, "is empty");
  for (guint i = 0; i < length; i++)
    {
      SoleusPlace medicine = soleus_place_get_element (place, i);

      if (!read_medicine (self, &medicine, class, error))
        return FALSE;
    }
  return TRUE;
}

/* A number of the list of references, such as "A19" or "A4c". */
static gboolean
is_reference (const char *text)
{
  guint n_digits = 0;

  if (*text++ != 'A')
    return FALSE;
  for (; g_ascii_isdigit (*text); text++)
    n_digits++;
  if (g_ascii_islower (*text))
    text++;
  return n_digits > 0 && n_digits < 4 && *text == '\0';
}

static gboolean
read_sources (SoleusMedicineClass *class,
              const SoleusPlace         *place,
              GError             **error)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  gboolean has_article = FALSE;
  guint length = 0;

  if (!soleus_place_read_list (place, &length, error))
    return FALSE;
  for (guint i = 0; i < length; i++)
    {
      SoleusPlace id_place = soleus_place_get_element (place, i);
      const char *id = NULL;

      if (!soleus_place_read_text (&id_place, &id, error))
        return FALSE;
      if (!g_strv_contains (articles, id) && !is_reference (id))
        return soleus_place_fail (&id_place, error, SOLEUS_GUIDANCE_ERROR_VALUE, "is no source");
      if (g_ptr_array_find_with_equal_func (ids, id, g_str_equal, NULL))
        return soleus_place_fail (&id_place, error, SOLEUS_GUIDANCE_ERROR_DUPLICATE, "stands there twice");
      has_article = has_article || g_strv_contains (articles, id);
      g_ptr_array_add (ids, g_strdup (id));
    }
  g_ptr_array_add (ids, NULL);
  class->sources = (char **) g_ptr_array_steal (ids, NULL);
  if (has_article != g_str_equal (class->basis, "source"))
    return soleus_place_fail (place, error, SOLEUS_GUIDANCE_ERROR_VALUE, "and the basis do not agree");
  return TRUE;
}

static gboolean
is_id (const char *text)
{
  return g_ascii_islower (*text) && strspn (text, "abcdefghijklmnopqrstuvwxyz-") == strlen (text);
}

static gboolean
read_class (SoleusMedicines *self,
            const SoleusPlace     *place,
            GError         **error)
{
  static const char *const keys[] = { "id", "title", "basis", "sources", "linked", "medicines", NULL };
  SoleusMedicineClass *class;
  SoleusPlace id_place, title_place, basis_place, sources, linked, medicines;
  const char *id = NULL;
  const char *title = NULL;
  const char *basis = NULL;

  if (!soleus_place_check_object (place, keys, NULL, error))
    return FALSE;
  id_place = soleus_place_get_member (place, "id");
  title_place = soleus_place_get_member (place, "title");
  basis_place = soleus_place_get_member (place, "basis");
  sources = soleus_place_get_member (place, "sources");
  linked = soleus_place_get_member (place, "linked");
  medicines = soleus_place_get_member (place, "medicines");

  if (!soleus_place_read_text (&id_place, &id, error) || !soleus_place_read_text (&title_place, &title, error) ||
      !soleus_place_read_text (&basis_place, &basis, error))
    return FALSE;
  if (!is_id (id))
    return soleus_place_fail (&id_place, error, SOLEUS_GUIDANCE_ERROR_VALUE, "is made of small letters and hyphens");
  if (find_class (self, id) >= 0)
    return soleus_place_fail (&id_place, error, SOLEUS_GUIDANCE_ERROR_DUPLICATE, "stands there twice");
  if (!g_strv_contains (bases, basis))
    return soleus_place_fail (&basis_place, error, SOLEUS_GUIDANCE_ERROR_VALUE, "is source, guidance or memory");

  class = g_new0 (SoleusMedicineClass, 1);
  class->id = g_strdup (id);
  class->title = g_strdup (title);
  class->basis = g_strdup (basis);
  g_ptr_array_add (self->classes, class);
  return read_sources (class, &sources, error) && soleus_place_read_boolean (&linked, &class->linked, error) &&
         read_medicines (self, &medicines, (guint64) 1 << (self->classes->len - 1), error);
}

static gboolean
read_classes (SoleusMedicines *self,
              const SoleusPlace     *place,
              GError         **error)
{
  guint length = 0;

  if (!soleus_place_read_list (place, &length, error))
    return FALSE;
  if (length == 0 || length > SOLEUS_MEDICINE_MAX_SETS)
    return soleus_place_fail (place, error, SOLEUS_GUIDANCE_ERROR_VALUE, "is empty or too long");
  for (guint i = 0; i < length; i++)
    {
      SoleusPlace class = soleus_place_get_element (place, i);

      if (!read_class (self, &class, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_salts (SoleusMedicines *self,
            const SoleusPlace     *place,
            GError         **error)
{
  guint length = 0;

  if (!soleus_place_read_list (place, &length, error))
    return FALSE;
  for (guint i = 0; i < length; i++)
    {
      SoleusPlace salt = soleus_place_get_element (place, i);
      const char *text = NULL;
      char *folded = read_words (self, &salt, &text, TRUE, error);

      if (folded == NULL)
        return FALSE;
      if (!g_hash_table_add (self->salts, folded))
        return soleus_place_fail (&salt, error, SOLEUS_GUIDANCE_ERROR_DUPLICATE, "stands there twice");
    }
  return TRUE;
}

static gboolean
read_word_list (SoleusMedicines       *self,
                const SoleusPlace           *place,
                SoleusMedicineWordKind kind,
                GError               **error)
{
  guint length = 0;

  if (!soleus_place_read_list (place, &length, error))
    return FALSE;
  for (guint i = 0; i < length; i++)
    {
      SoleusPlace word = soleus_place_get_element (place, i);
      const char *text = NULL;
      g_autofree char *folded = read_words (self, &word, &text, FALSE, error);

      if (folded == NULL)
        return FALSE;
      if (g_hash_table_contains (self->words, folded) || g_hash_table_contains (self->salts, folded))
        return soleus_place_fail (&word, error, SOLEUS_GUIDANCE_ERROR_DUPLICATE, "stands there twice");
      g_hash_table_insert (self->words, g_steal_pointer (&folded), GUINT_TO_POINTER (kind));
    }
  return TRUE;
}

/* Medicines by their first names, each once. */
static gboolean
read_known (SoleusMedicines *self,
            const SoleusPlace     *place,
            guint            least,
            GPtrArray       *medicines,
            GError         **error)
{
  guint length = 0;

  if (!soleus_place_read_list (place, &length, error))
    return FALSE;
  if (length < least)
    return soleus_place_fail (place, error, SOLEUS_GUIDANCE_ERROR_VALUE, "names too few medicines");
  for (guint i = 0; i < length; i++)
    {
      SoleusPlace name_place = soleus_place_get_element (place, i);
      SoleusMedicine *medicine;
      const char *name = NULL;

      if (!soleus_place_read_text (&name_place, &name, error))
        return FALSE;
      medicine = find_medicine (self, name);
      if (medicine == NULL)
        return soleus_place_fail (&name_place, error, SOLEUS_GUIDANCE_ERROR_VALUE, "is no medicine that is known");
      if (g_ptr_array_find (medicines, medicine, NULL))
        return soleus_place_fail (&name_place, error, SOLEUS_GUIDANCE_ERROR_DUPLICATE, "stands there twice");
      g_ptr_array_add (medicines, medicine);
    }
  return TRUE;
}

static void
combination_free (gpointer data)
{
  SoleusMedicineCombination *combination = data;

  g_ptr_array_unref (combination->medicines);
  g_hash_table_unref (combination->forms);
  g_free (combination);
}

static gboolean
read_combination (SoleusMedicines *self,
                  const SoleusPlace     *place,
                  GError         **error)
{
  static const char *const keys[] = { "medicines", "forms", "classes", NULL };
  SoleusMedicineCombination *combination;
  SoleusPlace medicines, forms, classes;
  guint n_forms = 0, n_classes = 0;

  if (!soleus_place_check_object (place, keys, NULL, error))
    return FALSE;
  medicines = soleus_place_get_member (place, "medicines");
  forms = soleus_place_get_member (place, "forms");
  classes = soleus_place_get_member (place, "classes");

  combination = g_new0 (SoleusMedicineCombination, 1);
  combination->medicines = g_ptr_array_new ();
  combination->forms = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_ptr_array_add (self->combinations, combination);

  if (!read_known (self, &medicines, 1, combination->medicines, error) || !soleus_place_read_list (&forms, &n_forms, error) ||
      !soleus_place_read_list (&classes, &n_classes, error))
    return FALSE;
  for (guint i = 0; i < n_forms; i++)
    {
      SoleusPlace form = soleus_place_get_element (&forms, i);
      const char *text = NULL;
      g_autofree char *folded = read_words (self, &form, &text, FALSE, error);

      if (folded == NULL)
        return FALSE;
      if (GPOINTER_TO_UINT (g_hash_table_lookup (self->words, folded)) != SOLEUS_MEDICINE_WORD_FORM)
        return soleus_place_fail (&form, error, SOLEUS_GUIDANCE_ERROR_VALUE, "is no form or route that is known");
      g_hash_table_add (combination->forms, g_steal_pointer (&folded));
    }
  for (guint i = 0; i < n_classes; i++)
    {
      SoleusPlace class_place = soleus_place_get_element (&classes, i);
      const char *id = NULL;
      int class;

      if (!soleus_place_read_text (&class_place, &id, error))
        return FALSE;
      class = find_class (self, id);
      if (class < 0)
        return soleus_place_fail (&class_place, error, SOLEUS_GUIDANCE_ERROR_VALUE, "is no class that is known");
      combination->classes |= (guint64) 1 << class;
    }
  return TRUE;
}

static gboolean
read_combinations (SoleusMedicines *self,
                   const SoleusPlace     *place,
                   GError         **error)
{
  guint length = 0;

  if (!soleus_place_read_list (place, &length, error))
    return FALSE;
  for (guint i = 0; i < length; i++)
    {
      SoleusPlace combination = soleus_place_get_element (place, i);

      if (!read_combination (self, &combination, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_look_alikes (SoleusMedicines *self,
                  const SoleusPlace     *place,
                  GError         **error)
{
  guint length = 0;

  if (!soleus_place_read_list (place, &length, error))
    return FALSE;
  if (length > SOLEUS_MEDICINE_MAX_SETS)
    return soleus_place_fail (place, error, SOLEUS_GUIDANCE_ERROR_VALUE, "is too long");
  for (guint i = 0; i < length; i++)
    {
      SoleusPlace group = soleus_place_get_element (place, i);
      g_autoptr (GPtrArray) medicines = g_ptr_array_new ();

      if (!read_known (self, &group, 2, medicines, error))
        return FALSE;
      for (guint j = 0; j < medicines->len; j++)
        ((SoleusMedicine *) g_ptr_array_index (medicines, j))->look_alikes |= (guint64) 1 << i;
    }
  return TRUE;
}

static gboolean
read_document (SoleusMedicines *self,
               const SoleusPlace     *root,
               GError         **error)
{
  static const char *const keys[] = {
    "version", "classes", "others", "combinations", "look_alikes", "salts", "units", "forms", "routes", "times", "joiners",
    "not_before", "not_after", NULL
  };
  SoleusPlace version, salts, classes, others, combinations, look_alikes;

  if (!soleus_place_check_object (root, keys, NULL, error))
    return FALSE;
  version = soleus_place_get_member (root, "version");
  if (!soleus_place_check_version (&version, VERSION, error))
    return FALSE;

  salts = soleus_place_get_member (root, "salts");
  if (!read_salts (self, &salts, error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (word_lists); i++)
    {
      SoleusPlace list = soleus_place_get_member (root, word_lists[i].key);

      if (!read_word_list (self, &list, word_lists[i].kind, error))
        return FALSE;
    }
  classes = soleus_place_get_member (root, "classes");
  others = soleus_place_get_member (root, "others");
  combinations = soleus_place_get_member (root, "combinations");
  look_alikes = soleus_place_get_member (root, "look_alikes");
  return read_classes (self, &classes, error) && read_medicines (self, &others, 0, error) &&
         read_combinations (self, &combinations, error) && read_look_alikes (self, &look_alikes, error);
}

static void
class_free (gpointer data)
{
  SoleusMedicineClass *class = data;

  g_free (class->id);
  g_free (class->title);
  g_free (class->basis);
  g_strfreev (class->sources);
  g_free (class);
}

static void
medicine_free (gpointer data)
{
  SoleusMedicine *medicine = data;

  g_free (medicine->name);
  g_free (medicine);
}

static void
spelling_free (gpointer data)
{
  SoleusMedicineSpelling *spelling = data;

  g_free (spelling->written);
  g_free (spelling->folded);
  g_free (spelling);
}

/**
 * soleus_medicines_new:
 * @json: the data, of the form of data/guidance/medicines.json
 * @error: return location
 *
 * Reads medicines and checks all of them: every key and type, that no name stands for two medicines, that classes, look-alikes
 * and combinations name what is there.
 *
 * Returns: (transfer full) (nullable): the medicines, or %NULL with an error of %SOLEUS_GUIDANCE_ERROR that names the place
 */
SoleusMedicines *
soleus_medicines_new (GBytes  *json,
                      GError **error)
{
  g_autoptr (SoleusMedicines) self = g_new0 (SoleusMedicines, 1);
  g_autoptr (GError) json_error = NULL;
  g_autoptr (JsonNode) node = soleus_json_parse (json, NULL, &json_error);
  SoleusPlace root = { NULL, NULL, 0, node };

  self->classes = g_ptr_array_new_with_free_func (class_free);
  self->medicines = g_ptr_array_new_with_free_func (medicine_free);
  self->spellings = g_ptr_array_new_with_free_func (spelling_free);
  self->combinations = g_ptr_array_new_with_free_func (combination_free);
  self->by_name = g_hash_table_new (g_str_hash, g_str_equal);
  self->first_words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->salts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  if (node == NULL)
    {
      g_set_error (error, SOLEUS_GUIDANCE_ERROR, SOLEUS_GUIDANCE_ERROR_NOT_JSON, "document: %s", json_error->message);
      return NULL;
    }
  if (!read_document (self, &root, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * soleus_medicines_free:
 * @self: (transfer full) (nullable): the medicines
 */
void
soleus_medicines_free (SoleusMedicines *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->by_name);
  g_hash_table_unref (self->first_words);
  g_hash_table_unref (self->salts);
  g_hash_table_unref (self->words);
  g_ptr_array_unref (self->combinations);
  g_ptr_array_unref (self->spellings);
  g_ptr_array_unref (self->medicines);
  g_ptr_array_unref (self->classes);
  g_free (self);
}
