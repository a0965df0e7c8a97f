/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the strict JSON reader takes and refuses, where it says so, and what it never says. */

#include "base/soleus-json-reader.h"

#include <string.h>

/* A document that may hold zero bytes. */
#define TEXT(literal) literal, sizeof (literal) - 1

/* Stands in strings of refused documents; no error message may repeat it. */
#define PRIVATE "Xylophone"

typedef struct
{
  const char *text;
  gsize length;
} Valid;

typedef struct
{
  const char *text;
  gsize length;
  SoleusJsonError code;
  guint line;
  guint column;
  const char *words; /* part of the message, or NULL */
} Invalid;

static const Valid valid_documents[] = {
  /* Any value may stand alone. */
  { TEXT ("null") },
  { TEXT ("true") },
  { TEXT ("false") },
  { TEXT ("0") },
  { TEXT ("-0") },
  { TEXT ("\"\"") },
  { TEXT ("[]") },
  { TEXT ("{}") },
  { TEXT (" \t\r\n0 \t\r\n") },

  /* Numbers */
  { TEXT ("9223372036854775807") },
  { TEXT ("-9223372036854775808") },
  { TEXT ("0.5") },
  { TEXT ("-0.0") },
  { TEXT ("10.25") },
  { TEXT ("1e5") },
  { TEXT ("1E+5") },
  { TEXT ("1e-5") },
  { TEXT ("0e99999") },
  { TEXT ("0.000e-99999") },
  { TEXT ("1.7976931348623157e308") },
  { TEXT ("5e-324") },
  { TEXT ("99999999999999999999.5") },
  { TEXT ("0.1000000000000000055511151231257827021181583404541015625") },
  { TEXT ("1e0000000005") },
  { TEXT ("[0,1,-1,1.5,1e5]") },

  /* Strings */
  { TEXT ("\"plain\"") },
  { TEXT ("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"") },
  { TEXT ("\"\\u0001\\u001f\\u007f\\u0080\\u07ff\\u0800\\uffff\"") },
  { TEXT ("\"\\uD83E\\uDDB5\"") },
  { TEXT ("\"\\ud800\\udc00\\udbff\\udfff\"") },
  { TEXT ("\"\\ud7ff\\ue000\"") },
  { TEXT ("\"\x7f\"") },
  { TEXT ("\"\xc2\x80\xdf\xbf\"") },
  { TEXT ("\"\xe0\xa0\x80\xed\x9f\xbf\xee\x80\x80\xef\xbf\xbf\"") },
  { TEXT ("\"\xf0\x90\x80\x80\xf4\x8f\xbf\xbf\"") },
  { TEXT ("\"\xe2\x80\xa8\xef\xbb\xbf\"") },
  { TEXT ("\"// no comment, 'quoted', [brackets] {too}\"") },
  { TEXT ("\"a line of text that is longer than eight bytes\"") },

  /* Containers */
  { TEXT ("[[],{},[[]],[{}]]") },
  { TEXT ("[ ]") },
  { TEXT ("{ }") },
  { TEXT ("[\n1\n,\n2\n]") },
  { TEXT ("{\"a\":1}") },
  { TEXT ("{ \"a\" : 1 , \"b\" : [ ] }") },
  { TEXT ("{\"\":1}") },
  { TEXT ("{\"a\":{\"a\":{\"a\":1}}}") },
  { TEXT ("[{\"a\":1},{\"a\":1}]") },
  { TEXT ("{\"a\":1,\"A\":1,\"aa\":1,\"a\\u0061a\":1}") },
  { TEXT ("{\"x\":{\"a\":1},\"y\":{\"a\":1},\"a\":1}") },
  { TEXT ("[null,true,false,\"\",0]") },
};

static const Invalid invalid_documents[] = {
  /* Nothing, or not all */
  { TEXT (""), SOLEUS_JSON_ERROR_SYNTAX, 1, 1, "the document is empty" },
  { TEXT (" \n "), SOLEUS_JSON_ERROR_SYNTAX, 2, 2, "the document is empty" },
  { TEXT ("["), SOLEUS_JSON_ERROR_SYNTAX, 1, 2, "ends too early" },
  { TEXT ("{"), SOLEUS_JSON_ERROR_SYNTAX, 1, 2, "ends too early" },
  { TEXT ("[1"), SOLEUS_JSON_ERROR_SYNTAX, 1, 3, "ends too early" },
  { TEXT ("[1,"), SOLEUS_JSON_ERROR_SYNTAX, 1, 4, "ends too early" },
  { TEXT ("{\"a\""), SOLEUS_JSON_ERROR_SYNTAX, 1, 5, "ends too early" },
  { TEXT ("{\"a\":"), SOLEUS_JSON_ERROR_SYNTAX, 1, 6, "ends too early" },
  { TEXT ("\"" PRIVATE), SOLEUS_JSON_ERROR_SYNTAX, 1, 11, "ends too early" },
  { TEXT ("\"" PRIVATE "\\"), SOLEUS_JSON_ERROR_SYNTAX, 1, 11, "ends too early" },
  { TEXT ("tru"), SOLEUS_JSON_ERROR_SYNTAX, 1, 4, "ends too early" },
  { TEXT ("-"), SOLEUS_JSON_ERROR_SYNTAX, 1, 2, "ends too early" },
  { TEXT ("1."), SOLEUS_JSON_ERROR_SYNTAX, 1, 3, "ends too early" },
  { TEXT ("1e"), SOLEUS_JSON_ERROR_SYNTAX, 1, 3, "ends too early" },
  { TEXT ("1e-"), SOLEUS_JSON_ERROR_SYNTAX, 1, 4, "ends too early" },

  /* What other readers take */
  { TEXT ("// " PRIVATE "\n1"), SOLEUS_JSON_ERROR_SYNTAX, 1, 1, "comments" },
  { TEXT ("/* " PRIVATE " */ 1"), SOLEUS_JSON_ERROR_SYNTAX, 1, 1, "comments" },
  { TEXT ("[1, /* " PRIVATE " */ 2]"), SOLEUS_JSON_ERROR_SYNTAX, 1, 5, "comments" },
  { TEXT ("[1] // " PRIVATE), SOLEUS_JSON_ERROR_SYNTAX, 1, 5, "comments" },
  { TEXT ("{\"a\":1, // " PRIVATE "\n\"b\":2}"), SOLEUS_JSON_ERROR_SYNTAX, 1, 9, "comments" },
  { TEXT ("# " PRIVATE "\n1"), SOLEUS_JSON_ERROR_SYNTAX, 1, 1, "comments" },
  { TEXT ("'" PRIVATE "'"), SOLEUS_JSON_ERROR_SYNTAX, 1, 1, "double quotes" },
  { TEXT ("{'a':1}"), SOLEUS_JSON_ERROR_SYNTAX, 1, 2, "double quotes" },
  { TEXT ("{a:1}"), SOLEUS_JSON_ERROR_SYNTAX, 1, 2, "double quotes" },
  { TEXT ("{1:1}"), SOLEUS_JSON_ERROR_SYNTAX, 1, 2, "double quotes" },
  { TEXT ("{null:1}"), SOLEUS_JSON_ERROR_SYNTAX, 1, 2, "double quotes" },
  { TEXT ("var x = 1"), SOLEUS_JSON_ERROR_SYNTAX, 1, 1, "without quotes" },
  { TEXT (PRIVATE), SOLEUS_JSON_ERROR_SYNTAX, 1, 1, "without quotes" },
  { TEXT ("NaN"), SOLEUS_JSON_ERROR_SYNTAX, 1, 1, "without quotes" },
  { TEXT ("[Infinity]"), SOLEUS_JSON_ERROR_SYNTAX, 1, 2, "without quotes" },
  { TEXT ("-Infinity"), SOLEUS_JSON_ERROR_SYNTAX, 1, 2, "digit" },
  { TEXT ("True"), SOLEUS_JSON_ERROR_SYNTAX, 1, 1, "without quotes" },
  { TEXT ("nil"), SOLEUS_JSON_ERROR_SYNTAX, 1, 1, "without quotes" },
  { TEXT ("nulll"), SOLEUS_JSON_ERROR_SYNTAX, 1, 5, "after the end" },
  { TEXT ("[truefalse]"), SOLEUS_JSON_ERROR_SYNTAX, 1, 6, "comma" },
  { TEXT ("[1,]"), SOLEUS_JSON_ERROR_SYNTAX, 1, 4, "one comma too many" },
  { TEXT ("{\"a\":1,}"), SOLEUS_JSON_ERROR_SYNTAX, 1, 8, "one comma too many" },
  { TEXT ("[1,\n]"), SOLEUS_JSON_ERROR_SYNTAX, 2, 1, "one comma too many" },
  { TEXT ("[,1]"), SOLEUS_JSON_ERROR_SYNTAX, 1, 2, "before this comma" },
  { TEXT ("[1,,2]"), SOLEUS_JSON_ERROR_SYNTAX, 1, 4, "before this comma" },
  { TEXT ("{,}"), SOLEUS_JSON_ERROR_SYNTAX, 1, 2, "name of a field" },
  { TEXT ("{\"a\":1,,\"b\":1}"), SOLEUS_JSON_ERROR_SYNTAX, 1, 8, "name of a field" },
  { TEXT ("[1 2]"), SOLEUS_JSON_ERROR_SYNTAX, 1, 4, "comma" },
  { TEXT ("{\"a\":1 \"b\":2}"), SOLEUS_JSON_ERROR_SYNTAX, 1, 8, "comma" },
  { TEXT ("{\"a\" 1}"), SOLEUS_JSON_ERROR_SYNTAX, 1, 6, "colon" },
  { TEXT ("{\"a\",1}"), SOLEUS_JSON_ERROR_SYNTAX, 1, 5, "colon" },
  { TEXT ("{\"a\"=1}"), SOLEUS_JSON_ERROR_SYNTAX, 1, 5, "colon" },
  { TEXT ("{\"a\":}"), SOLEUS_JSON_ERROR_SYNTAX, 1, 6, "before this bracket" },
  { TEXT ("{\"a\"}"), SOLEUS_JSON_ERROR_SYNTAX, 1, 5, "colon" },
  { TEXT ("[\"" PRIVATE "\":1]"), SOLEUS_JSON_ERROR_SYNTAX, 1, 13, "comma" },
  { TEXT ("[1}"), SOLEUS_JSON_ERROR_SYNTAX, 1, 3, "closing bracket" },
  { TEXT ("{\"a\":1]"), SOLEUS_JSON_ERROR_SYNTAX, 1, 7, "closing bracket" },
  { TEXT ("]"), SOLEUS_JSON_ERROR_SYNTAX, 1, 1, "before this bracket" },
  { TEXT ("}"), SOLEUS_JSON_ERROR_SYNTAX, 1, 1, "before this bracket" },
  { TEXT (":"), SOLEUS_JSON_ERROR_SYNTAX, 1, 1, "a value is expected" },
  { TEXT ("*"), SOLEUS_JSON_ERROR_SYNTAX, 1, 1, "a value is expected" },
  { TEXT ("\v1"), SOLEUS_JSON_ERROR_SYNTAX, 1, 1, NULL },
  { TEXT ("\f1"), SOLEUS_JSON_ERROR_SYNTAX, 1, 1, NULL },
  { TEXT ("\xc2\xa0""1"), SOLEUS_JSON_ERROR_SYNTAX, 1, 1, NULL },
  { TEXT ("\xe2\x80\x9cquoted\xe2\x80\x9d"), SOLEUS_JSON_ERROR_SYNTAX, 1, 1, NULL },

  /* More than one document */
  { TEXT ("1 2"), SOLEUS_JSON_ERROR_SYNTAX, 1, 3, "after the end" },
  { TEXT ("{}{}"), SOLEUS_JSON_ERROR_SYNTAX, 1, 3, "after the end" },
  { TEXT ("[]\n[]"), SOLEUS_JSON_ERROR_SYNTAX, 2, 1, "after the end" },
  { TEXT ("[]]"), SOLEUS_JSON_ERROR_SYNTAX, 1, 3, "after the end" },
  { TEXT ("{},"), SOLEUS_JSON_ERROR_SYNTAX, 1, 3, "after the end" },
  { TEXT ("1;"), SOLEUS_JSON_ERROR_SYNTAX, 1, 2, "after the end" },
  { TEXT ("1\0"), SOLEUS_JSON_ERROR_ENCODING, 1, 2, "zero byte" },

  /* Numbers */
  { TEXT ("+1"), SOLEUS_JSON_ERROR_SYNTAX, 1, 1, "plus" },
  { TEXT (".5"), SOLEUS_JSON_ERROR_SYNTAX, 1, 1, "point" },
  { TEXT ("-.5"), SOLEUS_JSON_ERROR_SYNTAX, 1, 2, "digit" },
  { TEXT ("[1.]"), SOLEUS_JSON_ERROR_SYNTAX, 1, 4, "digit" },
  { TEXT ("[1.e5]"), SOLEUS_JSON_ERROR_SYNTAX, 1, 4, "digit" },
  { TEXT ("[1e]"), SOLEUS_JSON_ERROR_SYNTAX, 1, 4, "digit" },
  { TEXT ("[1e+]"), SOLEUS_JSON_ERROR_SYNTAX, 1, 5, "digit" },
  { TEXT ("[1e1.5]"), SOLEUS_JSON_ERROR_SYNTAX, 1, 5, "comma" },
  { TEXT ("01"), SOLEUS_JSON_ERROR_SYNTAX, 1, 1, "extra zero" },
  { TEXT ("-01"), SOLEUS_JSON_ERROR_SYNTAX, 1, 2, "extra zero" },
  { TEXT ("[00]"), SOLEUS_JSON_ERROR_SYNTAX, 1, 2, "extra zero" },
  { TEXT ("[00.5]"), SOLEUS_JSON_ERROR_SYNTAX, 1, 2, "extra zero" },
  { TEXT ("--1"), SOLEUS_JSON_ERROR_SYNTAX, 1, 2, "digit" },
  { TEXT ("[- 1]"), SOLEUS_JSON_ERROR_SYNTAX, 1, 3, "digit" },
  { TEXT ("0x10"), SOLEUS_JSON_ERROR_SYNTAX, 1, 2, "after the end" },
  { TEXT ("[1_000]"), SOLEUS_JSON_ERROR_SYNTAX, 1, 3, "comma" },
  { TEXT ("[1,5.5.5]"), SOLEUS_JSON_ERROR_SYNTAX, 1, 7, "comma" },
  { TEXT ("[\xd9\xa1]"), SOLEUS_JSON_ERROR_SYNTAX, 1, 2, NULL },
  { TEXT ("9223372036854775808"), SOLEUS_JSON_ERROR_RANGE, 1, 1, "too large or too small" },
  { TEXT ("[-9223372036854775809]"), SOLEUS_JSON_ERROR_RANGE, 1, 2, "too large or too small" },
  { TEXT ("99999999999999999999"), SOLEUS_JSON_ERROR_RANGE, 1, 1, "too large or too small" },
  { TEXT ("18446744073709551617"), SOLEUS_JSON_ERROR_RANGE, 1, 1, "too large or too small" },
  { TEXT ("[1, 1e400]"), SOLEUS_JSON_ERROR_RANGE, 1, 5, "too large or too small" },
  { TEXT ("-1e400"), SOLEUS_JSON_ERROR_RANGE, 1, 1, "too large or too small" },
  { TEXT ("1e99999999999999999999"), SOLEUS_JSON_ERROR_RANGE, 1, 1, "too large or too small" },
  { TEXT ("1e-400"), SOLEUS_JSON_ERROR_RANGE, 1, 1, "too large or too small" },
  { TEXT ("0.5e-99999999999999999999"), SOLEUS_JSON_ERROR_RANGE, 1, 1, "too large or too small" },

  /* Strings */
  { TEXT ("\"" PRIVATE "\n\""), SOLEUS_JSON_ERROR_SYNTAX, 1, 11, "escaped" },
  { TEXT ("\"" PRIVATE "\t\""), SOLEUS_JSON_ERROR_SYNTAX, 1, 11, "escaped" },
  { TEXT ("\"" PRIVATE "\0\""), SOLEUS_JSON_ERROR_SYNTAX, 1, 11, "escaped" },
  { TEXT ("\"" PRIVATE "\x1f\""), SOLEUS_JSON_ERROR_SYNTAX, 1, 11, "escaped" },
  { TEXT ("\"\x01" PRIVATE "\""), SOLEUS_JSON_ERROR_SYNTAX, 1, 2, "escaped" },
  { TEXT ("\"" PRIVATE "\\x41\""), SOLEUS_JSON_ERROR_SYNTAX, 1, 11, "escape" },
  { TEXT ("\"" PRIVATE "\\'\""), SOLEUS_JSON_ERROR_SYNTAX, 1, 11, "escape" },
  { TEXT ("\"\\\0\""), SOLEUS_JSON_ERROR_SYNTAX, 1, 2, "escape" },
  { TEXT ("\"\\a\""), SOLEUS_JSON_ERROR_SYNTAX, 1, 2, "escape" },
  { TEXT ("\"\\U0041\""), SOLEUS_JSON_ERROR_SYNTAX, 1, 2, "escape" },
  { TEXT ("\"\\u004\""), SOLEUS_JSON_ERROR_SYNTAX, 1, 2, "escape" },
  { TEXT ("\"\\u00g0\""), SOLEUS_JSON_ERROR_SYNTAX, 1, 2, "escape" },
  { TEXT ("\"\\u+041\""), SOLEUS_JSON_ERROR_SYNTAX, 1, 2, "escape" },
  { TEXT ("\"\\u 041\""), SOLEUS_JSON_ERROR_SYNTAX, 1, 2, "escape" },
  { TEXT ("\"" PRIVATE "\\u0000\""), SOLEUS_JSON_ERROR_ENCODING, 1, 11, "zero character" },
  { TEXT ("{\"\\u0000\":1}"), SOLEUS_JSON_ERROR_ENCODING, 1, 3, "zero character" },
  { TEXT ("\"" PRIVATE "\\ud800\""), SOLEUS_JSON_ERROR_ENCODING, 1, 11, "half a character" },
  { TEXT ("\"\\udc00\""), SOLEUS_JSON_ERROR_ENCODING, 1, 2, "half a character" },
  { TEXT ("\"\\udc00\\udc00\""), SOLEUS_JSON_ERROR_ENCODING, 1, 2, "half a character" },
  { TEXT ("\"\\udc00\\ud800\""), SOLEUS_JSON_ERROR_ENCODING, 1, 2, "half a character" },
  { TEXT ("\"\\ud800\\ud800\""), SOLEUS_JSON_ERROR_ENCODING, 1, 2, "half a character" },
  { TEXT ("\"\\ud800x\\udc00\""), SOLEUS_JSON_ERROR_ENCODING, 1, 2, "half a character" },
  { TEXT ("\"\\ud800\\n\""), SOLEUS_JSON_ERROR_ENCODING, 1, 2, "half a character" },
  { TEXT ("\"\\ud800\\u0041\""), SOLEUS_JSON_ERROR_ENCODING, 1, 2, "half a character" },
  { TEXT ("\"\\ud83e\\udd\""), SOLEUS_JSON_ERROR_ENCODING, 1, 2, "half a character" },

  /* Encodings */
  { TEXT ("\xef\xbb\xbf{}"), SOLEUS_JSON_ERROR_ENCODING, 1, 1, "starts with a byte order mark" },
  { TEXT ("{}\xef\xbb\xbf"), SOLEUS_JSON_ERROR_SYNTAX, 1, 3, "after the end" },
  { TEXT ("\xff\xfe{\0}\0"), SOLEUS_JSON_ERROR_ENCODING, 1, 1, "UTF-16" },
  { TEXT ("\xfe\xff\0{\0}"), SOLEUS_JSON_ERROR_ENCODING, 1, 1, "UTF-16" },
  { TEXT ("{\0}\0"), SOLEUS_JSON_ERROR_ENCODING, 1, 2, "zero byte" },
  { TEXT ("\0{\0}"), SOLEUS_JSON_ERROR_ENCODING, 1, 1, "zero byte" },
  { TEXT ("\"M\xfcller\""), SOLEUS_JSON_ERROR_ENCODING, 1, 3, "not UTF-8" },
  { TEXT ("[1,\xfc]"), SOLEUS_JSON_ERROR_ENCODING, 1, 4, "not UTF-8" },
  { TEXT ("\"\x80\""), SOLEUS_JSON_ERROR_ENCODING, 1, 2, "not UTF-8" },
  { TEXT ("\"\xc0\x80\""), SOLEUS_JSON_ERROR_ENCODING, 1, 2, "not UTF-8" },
  { TEXT ("\"\xc1\xbf\""), SOLEUS_JSON_ERROR_ENCODING, 1, 2, "not UTF-8" },
  { TEXT ("\"\xc3\""), SOLEUS_JSON_ERROR_ENCODING, 1, 2, "not UTF-8" },
  { TEXT ("\"\xc3\xc3\""), SOLEUS_JSON_ERROR_ENCODING, 1, 2, "not UTF-8" },
  { TEXT ("\"\xe0\x9f\xbf\""), SOLEUS_JSON_ERROR_ENCODING, 1, 2, "not UTF-8" },
  { TEXT ("\"\xe2\x82\""), SOLEUS_JSON_ERROR_ENCODING, 1, 2, "not UTF-8" },
  { TEXT ("\"\xed\xa0\x80\""), SOLEUS_JSON_ERROR_ENCODING, 1, 2, "not UTF-8" },
  { TEXT ("\"\xed\xbf\xbf\""), SOLEUS_JSON_ERROR_ENCODING, 1, 2, "not UTF-8" },
  { TEXT ("\"\xf0\x8f\xbf\xbf\""), SOLEUS_JSON_ERROR_ENCODING, 1, 2, "not UTF-8" },
  { TEXT ("\"\xf0\x9f\xa6\""), SOLEUS_JSON_ERROR_ENCODING, 1, 2, "not UTF-8" },
  { TEXT ("\"\xf4\x90\x80\x80\""), SOLEUS_JSON_ERROR_ENCODING, 1, 2, "not UTF-8" },
  { TEXT ("\"\xf5\x80\x80\x80\""), SOLEUS_JSON_ERROR_ENCODING, 1, 2, "not UTF-8" },
  { TEXT ("\"\xff\""), SOLEUS_JSON_ERROR_ENCODING, 1, 2, "not UTF-8" },
  { TEXT ("{\"\xff\":1}"), SOLEUS_JSON_ERROR_ENCODING, 1, 3, "not UTF-8" },

  /* Keys that stand twice */
  { TEXT ("{\"a\":1,\"a\":1}"), SOLEUS_JSON_ERROR_DUPLICATE, 1, 8, "the field “a” stands here twice" },
  { TEXT ("{\"a\":1,\"b\":2,\"a\":3}"), SOLEUS_JSON_ERROR_DUPLICATE, 1, 14, "“a”" },
  { TEXT ("{\"a\":1,\"\\u0061\":1}"), SOLEUS_JSON_ERROR_DUPLICATE, 1, 8, "“a”" },
  { TEXT ("{\"\\u0061\":1,\n\"a\":1}"), SOLEUS_JSON_ERROR_DUPLICATE, 2, 1, "“a”" },
  { TEXT ("{\"\xf0\x9f\xa6\xb5\":1,\"\\ud83e\\uddb5\":1}"),
    SOLEUS_JSON_ERROR_DUPLICATE, 1, 8, "a field stands here twice" },
  { TEXT ("{\"\":1,\"\":1}"), SOLEUS_JSON_ERROR_DUPLICATE, 1, 7, "a field stands here twice" },
  { TEXT ("{\"a\":{\"b\":1},\"a\":1}"), SOLEUS_JSON_ERROR_DUPLICATE, 1, 14, "“a”" },
  { TEXT ("[{\"x\":{\"b\":[],\"b\":{}}}]"), SOLEUS_JSON_ERROR_DUPLICATE, 1, 15, "“b”" },
  { TEXT ("{\"" PRIVATE "\":1,\"" PRIVATE "\":1}"),
    SOLEUS_JSON_ERROR_DUPLICATE, 1, 16, "a field stands here twice" },
  { TEXT ("{\"a b\":1,\"a b\":1}"), SOLEUS_JSON_ERROR_DUPLICATE, 1, 10, "a field stands here twice" },
  { TEXT ("{\"abcdefghijklmnopqrstuvwxyz-012345\":1,\"abcdefghijklmnopqrstuvwxyz-012345\":1}"),
    SOLEUS_JSON_ERROR_DUPLICATE, 1, 40, "a field stands here twice" },

  /* Places */
  { TEXT ("{\n \"a\": 1,\n \"b\" 2\n}"), SOLEUS_JSON_ERROR_SYNTAX, 3, 6, "colon" },
  { TEXT ("[\r\n1,\r\n*]"), SOLEUS_JSON_ERROR_SYNTAX, 3, 1, NULL },
  { TEXT ("[\"\xc3\xa4\xc3\xb6\xf0\x9f\xa6\xb5\", *]"), SOLEUS_JSON_ERROR_SYNTAX, 1, 9, NULL },
  { TEXT ("[\n\n\n\"\xc3\xa4\xc3\xb6\", \"\xff\"]"), SOLEUS_JSON_ERROR_ENCODING, 4, 8, NULL },
  { TEXT ("[\"\\n\", *]"), SOLEUS_JSON_ERROR_SYNTAX, 1, 8, NULL },
};

static gboolean
read_whole (const char *text,
            gsize length,
            const SoleusJsonLimits *limits,
            GError **error)
{
  /* A copy of just this length, so that a sanitizer sees a read past its end. */
  g_autofree char *copy = g_memdup2 (text, length);
  g_autoptr (SoleusJsonReader) reader = soleus_json_reader_new (copy, length, limits);

  return soleus_json_reader_skip_value (reader, error) && soleus_json_reader_finish (reader, error);
}

static void
test_valid (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (valid_documents); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", valid_documents[i].text);
      g_assert_true (read_whole (valid_documents[i].text, valid_documents[i].length, NULL, &error));
      g_assert_no_error (error);
    }
}

static void
test_invalid (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (invalid_documents); i++)
    {
      const Invalid *row = &invalid_documents[i];
      g_autoptr (GError) error = NULL;
      g_autofree char *place = g_strdup_printf ("Line %u, column %u: ", row->line, row->column);
      g_autofree char *escaped = g_strescape (row->text, NULL);

      g_test_message ("%s", escaped);
      g_assert_false (read_whole (row->text, row->length, NULL, &error));
      g_test_message ("%s", error->message);
      g_assert_error (error, SOLEUS_JSON_ERROR, (int) row->code);
      g_assert_cmpstr (error->message, !=, "");
      g_assert_true (g_str_has_prefix (error->message, place));
      g_assert_null (strstr (error->message, PRIVATE));

      if (row->words != NULL)
        g_assert_nonnull (strstr (error->message, row->words));
    }
}

/* Every byte at every place of a text that is looked at eight bytes at a time. */
static void
test_every_byte (void)
{
  for (guint place = 1; place <= 18; place++)
    {
      for (guint byte = 0; byte < 256; byte++)
        {
          char text[] = "\"abcdefghijklmnopqr\"";
          gboolean plain = byte >= 0x20 && byte < 0x80 && byte != '"' && byte != '\\';
          g_autoptr (GError) error = NULL;

          /* A backslash before one of these makes an escape. */
          if (byte == '\\' && strchr ("bfnrtu\"", text[place + 1]) != NULL)
            continue;

          text[place] = (char) byte;
          g_assert_true (read_whole (text, sizeof text - 1, NULL, &error) == plain);

          if (!plain)
            {
              guint column = byte == '"' ? place + 2 : place + 1;
              g_autofree char *start = g_strdup_printf ("Line 1, column %u: ", column);

              g_assert_true (g_str_has_prefix (error->message, start));
            }
        }
    }
}

static const char sample[] =
  "{\n"
  " \"format\": \"soleus\", \"version\": 1,\n"
  " \"episodes\": [\n"
  "  {\"id\":\"6f9c\",\"pain\":7,\"volume\":38.25,"
  "\"note\":\"w\xc3\xa4" "lked \\\"" PRIVATE "\\\" \\ud83e\\uddb5\",\"asleep\":true},\n"
  "  {\"id\":\"70aa\",\"pain\":-0,\"factor\":-1.5e-3,\"note\":null,\"asleep\":false,\"more\":[[],{}]}\n"
  " ]\n"
  "}";

static void
test_truncated (void)
{
  const gsize length = strlen (sample);

  g_assert_true (read_whole (sample, length, NULL, NULL));

  for (gsize n = 0; n < length; n++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (read_whole (sample, n, NULL, &error));
      g_assert_nonnull (error);
      g_assert_true (error->domain == SOLEUS_JSON_ERROR);
      g_assert_null (strstr (error->message, PRIVATE));
    }
}

/* Whatever is done to a document, reading it ends, well or with a message that tells nothing private. */
static void
test_mutated (void)
{
  static const char bytes[] = "{}[]\",:\\ue-+.019 \n\t/'x\x80\xff\xc3\xed";
  const gsize length = strlen (sample);

  for (guint round = 0; round < 20000; round++)
    {
      g_autofree char *copy = g_strdup (sample);
      g_autoptr (GError) error = NULL;
      guint n_changes = (guint) g_test_rand_int_range (1, 4);

      for (guint i = 0; i < n_changes; i++)
        copy[g_test_rand_int_range (0, (int) length)] = bytes[g_test_rand_int_range (0, sizeof bytes)];

      if (!read_whole (copy, length, NULL, &error))
        {
          g_assert_true (error->domain == SOLEUS_JSON_ERROR);
          g_assert_true (g_str_has_prefix (error->message, "Line "));
          g_assert_null (strstr (error->message, "Xylo"));
          g_assert_null (strstr (error->message, "phone"));
        }
    }
}

static void
assert_code (const char *text,
             gsize length,
             const SoleusJsonLimits *limits,
             SoleusJsonError code)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (read_whole (text, length, limits, &error));
  g_assert_error (error, SOLEUS_JSON_ERROR, (int) code);
}

static char *
nest (const char *open,
      const char *middle,
      const char *shut,
      guint depth)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < depth; i++)
    g_string_append (text, open);

  g_string_append (text, middle);

  for (guint i = 0; i < depth; i++)
    g_string_append (text, shut);

  return g_string_free (text, FALSE);
}

static void
test_depth (void)
{
  g_autofree char *arrays_32 = nest ("[", "", "]", 32);
  g_autofree char *arrays_33 = nest ("[", "", "]", 33);
  g_autofree char *objects_32 = nest ("{\"a\":", "1", "}", 32);
  g_autofree char *objects_33 = nest ("{\"a\":", "1", "}", 33);
  g_autofree char *arrays_many = nest ("[", "", "]", 100000);
  g_autofree char *objects_many = nest ("{\"a\":", "1", "}", 100000);
  g_autoptr (GError) error = NULL;
  const SoleusJsonLimits one = { .max_depth = 1 };
  const SoleusJsonLimits many = { .max_depth = 100000 };
  const SoleusJsonLimits too_few = { .max_depth = 99999 };

  g_assert_true (read_whole (arrays_32, strlen (arrays_32), NULL, NULL));
  g_assert_true (read_whole (objects_32, strlen (objects_32), NULL, NULL));
  assert_code (arrays_33, strlen (arrays_33), NULL, SOLEUS_JSON_ERROR_DEPTH);
  assert_code (objects_33, strlen (objects_33), NULL, SOLEUS_JSON_ERROR_DEPTH);
  assert_code (arrays_many, strlen (arrays_many), NULL, SOLEUS_JSON_ERROR_DEPTH);
  assert_code (objects_many, strlen (objects_many), NULL, SOLEUS_JSON_ERROR_DEPTH);

  /* Depth is what is open at once, not how much there is. */
  g_assert_true (read_whole (TEXT ("[]"), &one, NULL));
  assert_code (TEXT ("[[]]"), &one, SOLEUS_JSON_ERROR_DEPTH);
  g_assert_true (read_whole (TEXT ("[[],[],[]]"), &(SoleusJsonLimits) { .max_depth = 2 }, NULL));

  /* A caller who wants it may go deep, and no stack overflows. */
  g_assert_true (read_whole (arrays_many, strlen (arrays_many), &many, NULL));
  g_assert_true (read_whole (objects_many, strlen (objects_many), &many, NULL));
  assert_code (arrays_many, strlen (arrays_many), &too_few, SOLEUS_JSON_ERROR_DEPTH);

  g_assert_false (read_whole (arrays_33, strlen (arrays_33), NULL, &error));
  g_assert_cmpstr (error->message, ==, "Line 1, column 33: too many brackets stand inside each other");
}

static void
test_huge_nesting (void)
{
  const gsize length = (gsize) 200 * 1024 * 1024;
  g_autofree char *text = g_malloc (length);
  g_autoptr (SoleusJsonReader) reader = NULL;
  g_autoptr (GError) error = NULL;
  gint64 before;

  memset (text, '[', length);
  before = g_get_monotonic_time ();
  reader = soleus_json_reader_new (text, length, NULL);

  g_assert_false (soleus_json_reader_skip_value (reader, &error));
  g_assert_error (error, SOLEUS_JSON_ERROR, SOLEUS_JSON_ERROR_DEPTH);
  g_assert_cmpuint (soleus_json_reader_get_offset (reader), ==, 32);
  g_assert_cmpint (g_get_monotonic_time () - before, <, G_USEC_PER_SEC);
}

static void
test_size (void)
{
  const SoleusJsonLimits ten = { .max_bytes = 10 };
  const SoleusJsonLimits text = { .max_string_bytes = 4 };
  g_autofree char *digits = g_strnfill (1000000, '7');
  g_autofree char *fraction = g_strdup_printf ("0.%s", digits);
  g_autofree char *exponent = g_strdup_printf ("1e%s", digits);
  g_autofree char *long_text = g_strnfill (SOLEUS_JSON_DEFAULT_STRING_BYTES + 3, 'a');

  g_assert_true (read_whole (TEXT ("\"12345678\""), &ten, NULL));
  assert_code (TEXT ("\"123456789\""), &ten, SOLEUS_JSON_ERROR_SIZE);

  g_assert_true (read_whole (TEXT ("\"1234\""), &text, NULL));
  g_assert_true (read_whole (TEXT ("{\"1234\":1}"), &text, NULL));
  assert_code (TEXT ("\"12345\""), &text, SOLEUS_JSON_ERROR_SIZE);
  assert_code (TEXT ("{\"12345\":1}"), &text, SOLEUS_JSON_ERROR_SIZE);

  /* What counts is the text, not how it is escaped. */
  g_assert_true (read_whole (TEXT ("\"\\ud83e\\uddb5\""), &text, NULL));
  g_assert_true (read_whole (TEXT ("\"\\u0041\\u00e4\\n\""), &text, NULL));
  g_assert_true (read_whole (TEXT ("\"\\u20ac\\t\""), &text, NULL));
  assert_code (TEXT ("\"\\ud83e\\uddb5\\n\""), &text, SOLEUS_JSON_ERROR_SIZE);
  assert_code (TEXT ("\"\\u20ac\\u00e4\""), &text, SOLEUS_JSON_ERROR_SIZE);

  long_text[0] = long_text[SOLEUS_JSON_DEFAULT_STRING_BYTES + 1] = '"';
  g_assert_true (read_whole (long_text, SOLEUS_JSON_DEFAULT_STRING_BYTES + 2, NULL, NULL));
  long_text[SOLEUS_JSON_DEFAULT_STRING_BYTES + 1] = 'a';
  long_text[SOLEUS_JSON_DEFAULT_STRING_BYTES + 2] = '"';
  assert_code (long_text, SOLEUS_JSON_DEFAULT_STRING_BYTES + 3, NULL, SOLEUS_JSON_ERROR_SIZE);

  assert_code (digits, strlen (digits), NULL, SOLEUS_JSON_ERROR_RANGE);
  assert_code (fraction, strlen (fraction), NULL, SOLEUS_JSON_ERROR_RANGE);
  assert_code (exponent, strlen (exponent), NULL, SOLEUS_JSON_ERROR_RANGE);
}

/* One object with @n keys, the last of which is like the one at @twin if that is less than @n. */
static GString *
make_object (guint n,
             guint twin)
{
  GString *text = g_string_new ("{");

  for (guint i = 0; i < n; i++)
    {
      guint number = i == n - 1 && twin < n ? twin : i;

      g_string_append_printf (text, "%s\"key-%u\":{\"key-%u\":0}", i == 0 ? "" : ",", number, number);
    }

  g_string_append_c (text, '}');

  return text;
}

static void
test_many_keys (void)
{
  gint64 before;

  /* On both sides of where keys are no longer compared one by one. */
  for (guint n = 1; n < 140; n++)
    {
      g_autoptr (GString) unique = make_object (n, n);

      g_assert_true (read_whole (unique->str, unique->len, NULL, NULL));

      for (guint twin = 0; twin + 1 < n; twin++)
        {
          g_autoptr (GString) text = make_object (n, twin);

          assert_code (text->str, text->len, NULL, SOLEUS_JSON_ERROR_DUPLICATE);
        }
    }

  /* Were every key compared with every other, this would take minutes. */
  before = g_get_monotonic_time ();

  {
    g_autoptr (GString) unique = make_object (300000, 300000);
    g_autoptr (GString) text = make_object (300000, 1);

    g_assert_true (read_whole (unique->str, unique->len, NULL, NULL));
    assert_code (text->str, text->len, NULL, SOLEUS_JSON_ERROR_DUPLICATE);
  }

  g_assert_cmpint (g_get_monotonic_time () - before, <, 10 * G_USEC_PER_SEC);
}

/* Objects with many keys inside and beside each other share one table. */
static void
test_many_keys_nested (void)
{
  g_autoptr (GString) inner = make_object (40, 40);
  g_autoptr (GString) broken = make_object (40, 3);
  g_autoptr (GString) text = g_string_new ("{");
  g_autofree char *good = NULL;
  g_autofree char *bad_inside = NULL;
  g_autofree char *bad_outside = NULL;

  for (guint i = 0; i < 40; i++)
    g_string_append_printf (text, "\"key-%u\":%s,", i, inner->str);

  good = g_strdup_printf ("[%s\"key-40\":1},%s]", text->str, inner->str);
  bad_inside = g_strdup_printf ("[%s\"key-40\":%s}]", text->str, broken->str);
  bad_outside = g_strdup_printf ("[%s\"key-17\":1}]", text->str);

  g_assert_true (read_whole (good, strlen (good), NULL, NULL));
  assert_code (bad_inside, strlen (bad_inside), NULL, SOLEUS_JSON_ERROR_DUPLICATE);
  assert_code (bad_outside, strlen (bad_outside), NULL, SOLEUS_JSON_ERROR_DUPLICATE);
}

static void
test_typed (void)
{
  g_autoptr (SoleusJsonReader) reader = soleus_json_reader_new (sample, strlen (sample), NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *format = NULL;
  const char *key, *text;
  gint64 number;
  gsize length;
  gboolean flag = FALSE;

  g_assert_cmpint (soleus_json_reader_peek (reader), ==, SOLEUS_JSON_OBJECT);
  g_assert_true (soleus_json_reader_begin_object (reader, &error));
  g_assert_cmpint (soleus_json_reader_peek (reader), ==, SOLEUS_JSON_END);
  g_assert_true (soleus_json_reader_next_key (reader, &key, &error));
  g_assert_cmpstr (key, ==, "format");
  g_assert_cmpuint (soleus_json_reader_get_line (reader), ==, 2);
  g_assert_cmpuint (soleus_json_reader_get_column (reader), ==, 2);
  g_assert_cmpuint (soleus_json_reader_get_offset (reader), ==, 3);
  g_assert_cmpint (soleus_json_reader_peek (reader), ==, SOLEUS_JSON_STRING);
  g_assert_true (soleus_json_reader_read_string (reader, &format, &error));
  g_assert_cmpstr (format, ==, "soleus");
  g_assert_cmpstr (key, ==, "format");
  g_assert_true (soleus_json_reader_next_key (reader, &key, &error));
  g_assert_true (soleus_json_reader_read_int (reader, 1, 1, &number, &error));
  g_assert_cmpint (number, ==, 1);
  g_assert_true (soleus_json_reader_next_key (reader, &key, &error));
  g_assert_cmpint (soleus_json_reader_peek (reader), ==, SOLEUS_JSON_ARRAY);
  g_assert_true (soleus_json_reader_begin_array (reader, &error));
  g_assert_true (soleus_json_reader_next_element (reader, &error));
  g_assert_true (soleus_json_reader_begin_object (reader, &error));
  g_assert_cmpuint (soleus_json_reader_get_line (reader), ==, 4);
  g_assert_cmpuint (soleus_json_reader_get_column (reader), ==, 3);
  g_assert_true (soleus_json_reader_next_key (reader, &key, &error));
  g_assert_true (soleus_json_reader_skip_value (reader, &error));
  g_assert_true (soleus_json_reader_next_key (reader, &key, &error));
  g_assert_cmpint (soleus_json_reader_peek (reader), ==, SOLEUS_JSON_NUMBER);
  g_assert_true (soleus_json_reader_read_decimal (reader, 0, 0, 10, &number, &error));
  g_assert_cmpint (number, ==, 7);
  g_assert_true (soleus_json_reader_next_key (reader, &key, &error));
  g_assert_true (soleus_json_reader_read_decimal (reader, 3, 0, 100000, &number, &error));
  g_assert_cmpint (number, ==, 38250);
  g_assert_true (soleus_json_reader_next_key (reader, &key, &error));
  g_assert_true (soleus_json_reader_borrow_string (reader, &text, &length, &error));
  g_assert_cmpstr (text, ==, "w\xc3\xa4lked \"" PRIVATE "\" \xf0\x9f\xa6\xb5");
  g_assert_cmpuint (length, ==, strlen (text));
  g_assert_true (soleus_json_reader_next_key (reader, &key, &error));
  g_assert_cmpint (soleus_json_reader_peek (reader), ==, SOLEUS_JSON_BOOL);
  g_assert_true (soleus_json_reader_read_bool (reader, &flag, &error));
  g_assert_true (flag);
  g_assert_false (soleus_json_reader_next_key (reader, &key, &error));
  g_assert_null (key);
  g_assert_no_error (error);
  g_assert_true (soleus_json_reader_next_element (reader, &error));
  g_assert_true (soleus_json_reader_begin_object (reader, &error));

  while (soleus_json_reader_next_key (reader, &key, &error))
    {
      if (soleus_json_reader_peek (reader) == SOLEUS_JSON_NULL)
        g_assert_true (soleus_json_reader_read_null (reader, &error));
      else
        g_assert_true (soleus_json_reader_skip_value (reader, &error));
    }

  g_assert_false (soleus_json_reader_next_element (reader, &error));
  g_assert_false (soleus_json_reader_next_key (reader, &key, &error));
  g_assert_true (soleus_json_reader_check (reader, &error));
  g_assert_cmpint (soleus_json_reader_peek (reader), ==, SOLEUS_JSON_END);
  g_assert_true (soleus_json_reader_finish (reader, &error));
  g_assert_no_error (error);
}

typedef struct
{
  const char *text;
  guint decimals;
  gint64 min;
  gint64 max;
  gint64 value;
  int code; /* -1 if it is read */
  const char *message;
} Number;

#define WIDE G_MININT64, G_MAXINT64
#define TYPE SOLEUS_JSON_ERROR_TYPE
#define RANGE SOLEUS_JSON_ERROR_RANGE

static const Number numbers[] = {
  { "0", 0, 0, 0, 0, -1, NULL },
  { "-0", 0, 0, 10, 0, -1, NULL },
  { "10", 0, 0, 10, 10, -1, NULL },
  { "11", 0, 0, 10, 0, RANGE, "Line 1, column 1: this number must be from 0 to 10" },
  { "-1", 0, 0, 10, 0, RANGE, "Line 1, column 1: this number must be from 0 to 10" },
  { "9223372036854775807", 0, WIDE, G_MAXINT64, -1, NULL },
  { "-9223372036854775808", 0, WIDE, G_MININT64, -1, NULL },
  { "-9223372036854775807", 0, WIDE, -G_MAXINT64, -1, NULL },
  { "9223372036854775808", 0, WIDE, 0, RANGE, NULL },
  { "-9223372036854775809", 0, WIDE, 0, RANGE, NULL },
  { "9999999999999999999", 0, WIDE, 0, RANGE, NULL },
  { "18446744073709551616", 0, WIDE, 0, RANGE, NULL },
  { "100000000000000000000000000000000", 0, WIDE, 0, RANGE, NULL },
  { "1.0", 0, 0, 10, 0, TYPE, "Line 1, column 1: this must be a whole number" },
  { "1e0", 0, 0, 10, 0, TYPE, "Line 1, column 1: this number must be written without an exponent" },
  { "\"1\"", 0, 0, 10, 0, TYPE, "Line 1, column 1: this must be a number" },
  { "null", 0, 0, 10, 0, TYPE, NULL },
  { "true", 0, 0, 10, 0, TYPE, NULL },
  { "[1]", 0, 0, 10, 0, TYPE, NULL },
  { "01", 0, 0, 10, 0, SOLEUS_JSON_ERROR_SYNTAX, NULL },
  { "+1", 0, 0, 10, 0, SOLEUS_JSON_ERROR_SYNTAX, NULL },
  { "38.25", 3, WIDE, 38250, -1, NULL },
  { "38.250", 3, WIDE, 38250, -1, NULL },
  { "38", 3, WIDE, 38000, -1, NULL },
  { "-0.5", 3, WIDE, -500, -1, NULL },
  { "-0.001", 3, WIDE, -1, -1, NULL },
  { "0.1", 1, WIDE, 1, -1, NULL },
  { "0.000", 3, WIDE, 0, -1, NULL },
  { "38.2500", 3, WIDE, 0, RANGE, "Line 1, column 1: this number has too many digits after the point" },
  { "0.0001", 3, WIDE, 0, RANGE, NULL },
  { "1e2", 3, WIDE, 0, TYPE, NULL },
  { "1.5e2", 3, WIDE, 0, TYPE, NULL },
  { "5.5", 3, 500, 5500, 5500, -1, NULL },
  { "5.501", 3, 500, 5500, 0, RANGE, "Line 1, column 1: this number must be from 0.5 to 5.5" },
  { "0.499", 3, 500, 5500, 0, RANGE, NULL },
  { "9223372036854775.807", 3, WIDE, G_MAXINT64, -1, NULL },
  { "9223372036854775.808", 3, WIDE, 0, RANGE, NULL },
  { "-9223372036854775.808", 3, WIDE, G_MININT64, -1, NULL },
  { "-9223372036854775.809", 3, WIDE, 0, RANGE, NULL },
  { "18446744073709551.616", 3, WIDE, 0, RANGE, NULL },
  { "9223372036854775807", 3, WIDE, 0, RANGE, NULL },
  { "9.223372036854775807", 18, WIDE, G_MAXINT64, -1, NULL },
  { "9.223372036854775808", 18, WIDE, 0, RANGE, NULL },
  { "10", 18, WIDE, 0, RANGE, NULL },
  { "9.22337203685477580", 18, WIDE, G_GINT64_CONSTANT (9223372036854775800), -1, NULL },
  { "0.000000000000000001", 18, WIDE, 1, -1, NULL },
};

static void
test_numbers (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      const Number *row = &numbers[i];
      g_autoptr (SoleusJsonReader) reader = soleus_json_reader_new (row->text, strlen (row->text), NULL);
      g_autoptr (GError) error = NULL;
      gint64 value = 4711;
      gboolean success;

      g_test_message ("%s with %u decimals", row->text, row->decimals);

      if (row->decimals == 0)
        success = soleus_json_reader_read_int (reader, row->min, row->max, &value, &error);
      else
        success = soleus_json_reader_read_decimal (reader, row->decimals, row->min, row->max, &value, &error);

      if (row->code < 0)
        {
          g_assert_no_error (error);
          g_assert_true (success);
          g_assert_cmpint (value, ==, row->value);
          g_assert_true (soleus_json_reader_finish (reader, &error));
        }
      else
        {
          g_assert_false (success);
          g_assert_cmpint (value, ==, 4711);
          g_assert_error (error, SOLEUS_JSON_ERROR, row->code);

          if (row->message != NULL)
            g_assert_cmpstr (error->message, ==, row->message);
        }
    }
}

/* Each function takes its own type and no other. */
static void
test_types (void)
{
  static const char *const values[] = { "null", "true", "1", "\"" PRIVATE "\"", "[]", "{}" };
  static const SoleusJsonType types[] = { SOLEUS_JSON_NULL, SOLEUS_JSON_BOOL, SOLEUS_JSON_NUMBER,
                                          SOLEUS_JSON_STRING, SOLEUS_JSON_ARRAY, SOLEUS_JSON_OBJECT };

  for (gsize i = 0; i < G_N_ELEMENTS (values); i++)
    {
      for (gsize j = 0; j < G_N_ELEMENTS (types); j++)
        {
          g_autoptr (SoleusJsonReader) reader = soleus_json_reader_new (values[i], strlen (values[i]), NULL);
          g_autoptr (GError) error = NULL;
          g_autofree char *text = NULL;
          gboolean success = FALSE;
          gboolean flag;
          gint64 number;

          g_assert_cmpint (soleus_json_reader_peek (reader), ==, types[i]);

          if (types[j] == SOLEUS_JSON_NULL)
            success = soleus_json_reader_read_null (reader, &error);
          else if (types[j] == SOLEUS_JSON_BOOL)
            success = soleus_json_reader_read_bool (reader, &flag, &error);
          else if (types[j] == SOLEUS_JSON_NUMBER)
            success = soleus_json_reader_read_int (reader, 0, 1, &number, &error);
          else if (types[j] == SOLEUS_JSON_STRING)
            success = soleus_json_reader_read_string (reader, &text, &error);
          else if (types[j] == SOLEUS_JSON_ARRAY)
            success = soleus_json_reader_begin_array (reader, &error);
          else
            success = soleus_json_reader_begin_object (reader, &error);

          g_assert_true (success == (i == j));

          if (success)
            continue;

          g_assert_error (error, SOLEUS_JSON_ERROR, SOLEUS_JSON_ERROR_TYPE);
          g_assert_true (g_str_has_prefix (error->message, "Line 1, column 1: this must be "));
          g_assert_null (strstr (error->message, PRIVATE));
        }
    }
}

static void
test_first_failure_stays (void)
{
  static const char text[] = "{\"pain\":\"" PRIVATE "\",\"leg\":1}";
  g_autoptr (SoleusJsonReader) reader = soleus_json_reader_new (text, strlen (text), NULL);
  g_autoptr (GError) first = NULL;
  g_autoptr (GError) again = NULL;
  g_autoptr (GError) last = NULL;
  const char *key;
  char *value;
  gint64 number = 5;

  g_assert_true (soleus_json_reader_begin_object (reader, &first));
  g_assert_true (soleus_json_reader_next_key (reader, &key, &first));
  g_assert_false (soleus_json_reader_read_int (reader, 0, 10, &number, &first));
  g_assert_cmpstr (first->message, ==, "Line 1, column 9: this must be a number");
  g_assert_cmpint (number, ==, 5);

  /* An error that is set already stays as it is. */
  g_assert_false (soleus_json_reader_read_string (reader, &value, &first));
  g_assert_null (value);
  g_assert_false (soleus_json_reader_next_key (reader, &key, &first));
  g_assert_null (key);
  g_assert_false (soleus_json_reader_next_element (reader, NULL));
  g_assert_false (soleus_json_reader_skip_value (reader, NULL));
  g_assert_cmpint (soleus_json_reader_peek (reader), ==, SOLEUS_JSON_INVALID);
  g_assert_false (soleus_json_reader_check (reader, &again));
  g_assert_cmpstr (again->message, ==, first->message);
  g_assert_false (soleus_json_reader_fail (reader, NULL, SOLEUS_JSON_ERROR_VALUE, "something else"));
  g_assert_false (soleus_json_reader_finish (reader, &last));
  g_assert_cmpstr (last->message, ==, first->message);
}

static void
test_caller_fails (void)
{
  static const char text[] = "[\n {\"date\":\"2026-02-30\", \"x\":[1,\n2]},\n {\"Odd Key\":1}\n]";
  const gsize length = strlen (text);
  const char *key, *value;

  {
    g_autoptr (SoleusJsonReader) reader = soleus_json_reader_new (text, length, NULL);
    g_autoptr (GError) error = NULL;

    g_assert_true (soleus_json_reader_begin_array (reader, NULL));
    g_assert_true (soleus_json_reader_next_element (reader, NULL));
    g_assert_true (soleus_json_reader_begin_object (reader, NULL));
    g_assert_true (soleus_json_reader_next_key (reader, &key, NULL));
    g_assert_true (soleus_json_reader_borrow_string (reader, &value, NULL, NULL));
    g_assert_false (soleus_json_reader_fail (reader, &error, SOLEUS_JSON_ERROR_VALUE, "day %d does not exist", 30));
    g_assert_error (error, SOLEUS_JSON_ERROR, SOLEUS_JSON_ERROR_VALUE);
    g_assert_cmpstr (error->message, ==, "Line 2, column 10: day 30 does not exist");
    g_assert_false (soleus_json_reader_check (reader, NULL));
  }

  {
    g_autoptr (SoleusJsonReader) reader = soleus_json_reader_new (text, length, NULL);
    g_autoptr (GError) error = NULL;

    g_assert_true (soleus_json_reader_begin_array (reader, NULL));
    g_assert_true (soleus_json_reader_next_element (reader, NULL));
    g_assert_true (soleus_json_reader_begin_object (reader, NULL));
    g_assert_true (soleus_json_reader_next_key (reader, &key, NULL));
    g_assert_false (soleus_json_reader_fail_unknown_key (reader, &error));
    g_assert_error (error, SOLEUS_JSON_ERROR, SOLEUS_JSON_ERROR_UNKNOWN);
    g_assert_cmpstr (error->message, ==, "Line 2, column 3: the field “date” is not known here");
  }

  {
    g_autoptr (SoleusJsonReader) reader = soleus_json_reader_new (text, length, NULL);
    g_autoptr (GError) error = NULL;

    /* After a value was skipped, its start counts. */
    g_assert_true (soleus_json_reader_begin_array (reader, NULL));
    g_assert_true (soleus_json_reader_next_element (reader, NULL));
    g_assert_true (soleus_json_reader_skip_value (reader, NULL));
    g_assert_cmpuint (soleus_json_reader_get_line (reader), ==, 2);
    g_assert_cmpuint (soleus_json_reader_get_column (reader), ==, 2);
    g_assert_true (soleus_json_reader_next_element (reader, NULL));
    g_assert_true (soleus_json_reader_begin_object (reader, NULL));
    g_assert_true (soleus_json_reader_next_key (reader, &key, NULL));
    g_assert_cmpstr (key, ==, "Odd Key");
    g_assert_false (soleus_json_reader_fail_unknown_key (reader, &error));
    g_assert_cmpstr (error->message, ==, "Line 4, column 3: this field is not known here");
  }

  {
    g_autoptr (SoleusJsonReader) reader = soleus_json_reader_new (text, length, NULL);
    g_autoptr (GError) error = NULL;

    g_assert_true (soleus_json_reader_begin_array (reader, NULL));
    g_assert_true (soleus_json_reader_next_element (reader, NULL));
    g_assert_true (soleus_json_reader_begin_object (reader, NULL));

    while (soleus_json_reader_next_key (reader, &key, NULL))
      soleus_json_reader_skip_value (reader, NULL);

    g_assert_false (soleus_json_reader_fail_missing_key (reader, "id", &error));
    g_assert_error (error, SOLEUS_JSON_ERROR, SOLEUS_JSON_ERROR_MISSING);
    g_assert_cmpstr (error->message, ==, "Line 3, column 3: the field “id” is missing");
  }
}

static void
test_misuse (void)
{
  g_autoptr (SoleusJsonReader) reader = soleus_json_reader_new (TEXT ("{\"a\":1}"), NULL);
  g_autoptr (SoleusJsonReader) unfinished = soleus_json_reader_new (TEXT ("[1]"), NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) early = NULL;
  const char *key;

  /* A value that is neither read nor skipped must not pass silently. */
  g_assert_true (soleus_json_reader_begin_object (reader, NULL));
  g_assert_true (soleus_json_reader_next_key (reader, &key, NULL));
  g_test_expect_message (G_LOG_DOMAIN, G_LOG_LEVEL_CRITICAL, "*wrong order*");
  g_assert_false (soleus_json_reader_next_key (reader, &key, &error));
  g_test_assert_expected_messages ();
  g_assert_error (error, SOLEUS_JSON_ERROR, SOLEUS_JSON_ERROR_MISUSE);

  g_assert_true (soleus_json_reader_begin_array (unfinished, NULL));
  g_test_expect_message (G_LOG_DOMAIN, G_LOG_LEVEL_CRITICAL, "*wrong order*");
  g_assert_false (soleus_json_reader_finish (unfinished, &early));
  g_test_assert_expected_messages ();
  g_assert_error (early, SOLEUS_JSON_ERROR, SOLEUS_JSON_ERROR_MISUSE);
}

static void
test_bytes (void)
{
  GBytes *bytes = g_bytes_new (TEXT ("[\"kept\"]"));
  g_autoptr (SoleusJsonReader) reader = soleus_json_reader_new_for_bytes (bytes, NULL);
  g_autoptr (GBytes) empty = g_bytes_new (NULL, 0);
  g_autoptr (SoleusJsonReader) empty_reader = soleus_json_reader_new_for_bytes (empty, NULL);
  g_autoptr (GError) error = NULL;
  const char *text;

  g_bytes_unref (bytes);
  g_assert_true (soleus_json_reader_begin_array (reader, NULL));
  g_assert_true (soleus_json_reader_next_element (reader, NULL));
  g_assert_true (soleus_json_reader_borrow_string (reader, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "kept");
  g_assert_false (soleus_json_reader_next_element (reader, NULL));
  g_assert_true (soleus_json_reader_finish (reader, NULL));

  g_assert_false (soleus_json_reader_skip_value (empty_reader, &error));
  g_assert_cmpstr (error->message, ==, "Line 1, column 1: the document is empty");
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/json-reader/valid", test_valid);
  g_test_add_func ("/json-reader/invalid", test_invalid);
  g_test_add_func ("/json-reader/every-byte", test_every_byte);
  g_test_add_func ("/json-reader/truncated", test_truncated);
  g_test_add_func ("/json-reader/mutated", test_mutated);
  g_test_add_func ("/json-reader/depth", test_depth);
  g_test_add_func ("/json-reader/huge-nesting", test_huge_nesting);
  g_test_add_func ("/json-reader/size", test_size);
  g_test_add_func ("/json-reader/many-keys", test_many_keys);
  g_test_add_func ("/json-reader/many-keys-nested", test_many_keys_nested);
  g_test_add_func ("/json-reader/typed", test_typed);
  g_test_add_func ("/json-reader/numbers", test_numbers);
  g_test_add_func ("/json-reader/types", test_types);
  g_test_add_func ("/json-reader/first-failure-stays", test_first_failure_stays);
  g_test_add_func ("/json-reader/caller-fails", test_caller_fails);
  g_test_add_func ("/json-reader/misuse", test_misuse);
  g_test_add_func ("/json-reader/bytes", test_bytes);

  return g_test_run ();
}
