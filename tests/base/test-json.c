/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The tree parser: what the strict reader refuses never reaches json-glib, and what it takes arrives unchanged. */

#include "base/soleus-json.h"

#include <string.h>

static JsonNode *
parse (const char *text,
       GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return soleus_json_parse (bytes, NULL, error);
}

static void
test_tree (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) root = parse ("{\"title\":\"W\xc3\xa4" "de \\ud83e\\uddb5\","
                                     "\"n\":[1,2.5,-3,null,true],\"\":{}}", &error);
  JsonObject *object;
  JsonArray *array;

  g_assert_no_error (error);
  g_assert_nonnull (root);
  object = json_node_get_object (root);
  g_assert_cmpuint (json_object_get_size (object), ==, 3);
  g_assert_cmpstr (json_object_get_string_member (object, "title"), ==, "W\xc3\xa4" "de \xf0\x9f\xa6\xb5");
  array = json_object_get_array_member (object, "n");
  g_assert_cmpuint (json_array_get_length (array), ==, 5);
  g_assert_cmpint (json_array_get_int_element (array, 0), ==, 1);
  g_assert_cmpfloat (json_array_get_double_element (array, 1), ==, 2.5);
  g_assert_cmpint (json_array_get_int_element (array, 2), ==, -3);
  g_assert_true (json_array_get_null_element (array, 3));
  g_assert_true (json_array_get_boolean_element (array, 4));
}

static void
test_refused (void)
{
  static const struct
  {
    const char *text;
    SoleusJsonError code;
  } rows[] = {
    { "", SOLEUS_JSON_ERROR_SYNTAX },
    { "/* Xylophone */ {}", SOLEUS_JSON_ERROR_SYNTAX },
    { "{'a':'Xylophone'}", SOLEUS_JSON_ERROR_SYNTAX },
    { "[0x10]", SOLEUS_JSON_ERROR_SYNTAX },
    { "var Xylophone = 1", SOLEUS_JSON_ERROR_SYNTAX },
    { "{}{}", SOLEUS_JSON_ERROR_SYNTAX },
    { "{\"a\":\"Xylophone\",\"a\":1}", SOLEUS_JSON_ERROR_DUPLICATE },
    { "99999999999999999999", SOLEUS_JSON_ERROR_RANGE },
    { "1e400", SOLEUS_JSON_ERROR_RANGE },
    { "\xef\xbb\xbf{}", SOLEUS_JSON_ERROR_ENCODING },
    { "[\"\\u0000\"]", SOLEUS_JSON_ERROR_ENCODING },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", rows[i].text);
      g_assert_null (parse (rows[i].text, &error));
      g_assert_error (error, SOLEUS_JSON_ERROR, (int) rows[i].code);
      g_assert_null (strstr (error->message, "Xylophone"));
    }
}

static void
test_depth (void)
{
  const SoleusJsonLimits deepest = { .max_depth = G_MAXUINT };
  g_autofree char *text = g_malloc (200001);
  g_autoptr (GBytes) good = NULL;
  g_autoptr (GBytes) bad = NULL;
  g_autoptr (JsonNode) root = NULL;
  g_autoptr (GError) error = NULL;

  /* json-glib alone would overflow the stack here. */
  memset (text, '[', 100000);
  memset (text + 100000, ']', 100000);
  text[200000] = '\0';
  bad = g_bytes_new (text, 200000);
  good = g_bytes_new (text + 100000 - 512, 1024);

  g_assert_null (soleus_json_parse (bad, &deepest, &error));
  g_assert_error (error, SOLEUS_JSON_ERROR, SOLEUS_JSON_ERROR_DEPTH);

  root = soleus_json_parse (good, &deepest, NULL);
  g_assert_nonnull (root);
  g_clear_error (&error);
  g_assert_null (soleus_json_parse (good, NULL, &error));
  g_assert_error (error, SOLEUS_JSON_ERROR, SOLEUS_JSON_ERROR_DEPTH);
}

/* Numbers mean the same to json-glib as to anybody else. */
static void
test_numbers (void)
{
  static const char *const wholes[] = { "0", "-0", "1", "-1", "10", "2147483648", "9223372036854775807",
                                        "-9223372036854775808" };
  static const char *const reals[] = { "0.0", "-0.0", "0.5", "-0.5", "10.25", "1e5", "1E5", "1e+5", "1e-5", "-1.5e-3",
                                       "0e5", "0e0", "1.7976931348623157e308", "5e-324", "99999999999999999999.5",
                                       "0.1000000000000000055511151231257827021181583404541015625" };

  for (gsize i = 0; i < G_N_ELEMENTS (wholes); i++)
    {
      g_autofree char *text = g_strdup_printf ("[%s]", wholes[i]);
      g_autoptr (GError) error = NULL;
      g_autoptr (JsonNode) root = parse (text, &error);
      JsonNode *node;

      g_assert_no_error (error);
      node = json_array_get_element (json_node_get_array (root), 0);
      g_assert_true (json_node_get_value_type (node) == G_TYPE_INT64);
      g_assert_cmpint (json_node_get_int (node), ==, g_ascii_strtoll (wholes[i], NULL, 10));
    }

  for (gsize i = 0; i < G_N_ELEMENTS (reals); i++)
    {
      g_autofree char *text = g_strdup_printf ("[%s]", reals[i]);
      g_autoptr (GError) error = NULL;
      g_autoptr (JsonNode) root = parse (text, &error);
      JsonNode *node;

      g_assert_no_error (error);
      node = json_array_get_element (json_node_get_array (root), 0);
      g_test_message ("%s", reals[i]);
      g_assert_true (json_node_get_value_type (node) == G_TYPE_DOUBLE);
      g_assert_cmpfloat (json_node_get_double (node), ==, g_ascii_strtod (reals[i], NULL));
    }
}

/* What the strict reader takes, json-glib takes too. */
static void
test_mutated (void)
{
  static const char sample[] = "{\"a\":[1,-2.5,1e5,{\"b\":\"text \\u00e4 \xc3\xa4\"}],"
                               "\"c\":null,\"d\":[true,false,\"\"]}";
  static const char bytes[] = "{}[]\",:\\ue-+.019 \n\t/'x\x80";
  guint n_taken = 0;

  for (guint round = 0; round < 20000; round++)
    {
      g_autofree char *copy = g_strdup (sample);
      g_autoptr (GError) error = NULL;
      g_autoptr (JsonNode) root = NULL;

      copy[g_test_rand_int_range (0, (int) strlen (sample))] = bytes[g_test_rand_int_range (0, sizeof bytes - 1)];
      root = parse (copy, &error);

      if (root != NULL)
        n_taken++;
      else
        g_assert_true (g_str_has_prefix (error->message, "Line "));
    }

  g_assert_cmpuint (n_taken, >, 0);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/json/tree", test_tree);
  g_test_add_func ("/json/refused", test_refused);
  g_test_add_func ("/json/depth", test_depth);
  g_test_add_func ("/json/numbers", test_numbers);
  g_test_add_func ("/json/mutated", test_mutated);

  return g_test_run ();
}
