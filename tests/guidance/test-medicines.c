/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Typed names from medicine-forms.tsv, each with the classes that section 5.2 of the clinical notes gives it, or silence. */
#include "guidance/soleus-guidance-error.h"
#include "guidance/soleus-medicines.h"

#include <string.h>

static SoleusMedicines *medicines;

static gboolean
same_classes (char **found,
              const char *wanted)
{
  g_auto (GStrv) list = g_strsplit (g_str_equal (wanted, "-") ? "" : wanted, ",", -1);

  if (g_strv_length (list) != g_strv_length (found))
    return FALSE;
  for (guint i = 0; list[i] != NULL; i++)
    if (!g_strv_contains ((const char *const *) found, list[i]))
      return FALSE;
  return TRUE;
}

static void
test_forms (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("G_TEST_SRCDIR"), "tests", "guidance", "medicine-forms.tsv", NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  guint n = 0;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) columns = g_strsplit (lines[i], "\t", -1);
      g_autoptr (SoleusMedicineMatch) match = NULL;

      if (*lines[i] == '#' || g_strv_length (columns) != 3)
        continue;
      match = soleus_medicines_recognise (medicines, columns[0]);
      if (!same_classes (match->classes, columns[1]) || g_strcmp0 (match->suggestion != NULL ? match->suggestion : "-", columns[2]) != 0)
        {
          g_autofree char *found = g_strjoinv (",", match->classes);

          g_test_message ("line %u, \"%s\": %s, %s", i + 1, columns[0], found, match->suggestion);
          g_test_fail ();
        }
      n++;
    }
  g_assert_cmpuint (n, >=, 300);
}

/* A slip in the name of one is never taken for, nor turned into, the other. */
static void
test_look_alikes (void)
{
  static const char *const groups[] = {
    "hydralazine hydroxyzine hydrochlorothiazide",
    "metolazone metoprolol metoclopramide metformin",
    "salbutamol salmeterol",
    "amlodipine amiloride amiodarone",
    "clonidine clonazepam clozapine",
    "prednisone prednisolone",
    "bisoprolol bisacodyl",
    "lisinopril fosinopril",
    "indapamide indacaterol",
    "furosemide fluoxetine",
    "triamterene trazodone",
    "chlorthalidone chlorpromazine",
    "torsemide tramadol",
  };

  for (guint g = 0; g < G_N_ELEMENTS (groups); g++)
    {
      g_auto (GStrv) names = g_strsplit (groups[g], " ", -1);

      for (guint i = 0; names[i] != NULL; i++)
        {
          g_autoptr (SoleusMedicineMatch) exact = soleus_medicines_recognise (medicines, names[i]);

          g_assert_null (exact->suggestion);
          for (gsize k = 0; k < strlen (names[i]); k++)
            {
              g_autoptr (GString) slip = g_string_new (names[i]);
              g_autoptr (SoleusMedicineMatch) match = NULL;

              g_string_erase (slip, (gssize) k, 1);
              match = soleus_medicines_recognise (medicines, slip->str);
              /* One spelling less a letter is the other one of the same medicine: chlort(h)alidone. */
              g_assert_true (match->names[0] == NULL || g_str_equal (match->names[0], names[i]));
              for (guint other = 0; names[other] != NULL; other++)
                g_assert_true (other == i || g_strcmp0 (match->suggestion, names[other]) != 0);
            }
        }
    }
}

static void
test_linked (void)
{
  static const char *const linked[] = { "loop-diuretic", "statin", "laba", "laxative", "quinine", "nsaid", "steroid" };
  static const char *const others[] = { "combined-contraceptive", "ace-inhibitor", "arb", "raises-potassium", "restless-legs-worsening", "blood-thinner" };

  for (guint i = 0; i < G_N_ELEMENTS (linked); i++)
    g_assert_true (soleus_medicines_is_linked (medicines, linked[i]));
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    g_assert_false (soleus_medicines_is_linked (medicines, others[i]));
}

static void
test_odd (void)
{
  g_autofree char *longest = g_strnfill (200000, 'a');
  g_autoptr (GString) many = g_string_new (NULL);
  g_autoptr (SoleusMedicineMatch) first = soleus_medicines_recognise (medicines, longest);
  g_autoptr (SoleusMedicineMatch) second = NULL;
  g_autoptr (SoleusMedicineMatch) third = soleus_medicines_recognise (medicines, "\xff\xfe furosemide");
  g_autoptr (GBytes) nothing = g_bytes_new_static ("{}", 2);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 5000; i++)
    g_string_append (many, "x y / ");
  second = soleus_medicines_recognise (medicines, many->str);
  g_assert_cmpuint (g_strv_length (first->classes), ==, 0);
  g_assert_cmpuint (g_strv_length (second->classes), ==, 0);
  g_assert_nonnull (third);
  g_assert_null (soleus_medicines_new (nothing, &error));
  g_assert_nonnull (error);
}

int
main (int argc,
      char *argv[])
{
  g_autoptr (GError) error = NULL;
  int result;

  g_test_init (&argc, &argv, NULL);
  medicines = soleus_medicines_load (&error);
  g_assert_no_error (error);
  g_test_add_func ("/medicines/forms", test_forms);
  g_test_add_func ("/medicines/look-alikes", test_look_alikes);
  g_test_add_func ("/medicines/linked", test_linked);
  g_test_add_func ("/medicines/odd", test_odd);
  result = g_test_run ();
  soleus_medicines_free (medicines);
  return result;
}
