/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the JSON writer writes, byte by byte, and that the strict reader gets back what was written. */

#include "base/soleus-json-reader.h"
#include "base/soleus-json-writer.h"

#include <string.h>

#define MAX_LEVEL 4

static void
assert_written (SoleusJsonWriter *writer,
                const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = soleus_json_writer_finish_bytes (writer, &error);

  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), expected, strlen (expected));
}

typedef struct
{
  const char *value;
  const char *written;
} Text;

static const Text texts[] = {
  { "", "\"\"" },
  { "plain", "\"plain\"" },
  { "a \"word\"", "\"a \\\"word\\\"\"" },
  { "back\\slash and /", "\"back\\\\slash and /\"" },
  { "\b\f\n\r\t", "\"\\b\\f\\n\\r\\t\"" },
  { "\x01\x0b\x1f\x7f", "\"\\u0001\\u000b\\u001f\x7f\"" },
  { "w\xc3\xa4" "de \xe2\x82\xac \xf0\x9f\xa6\xb5", "\"w\xc3\xa4" "de \xe2\x82\xac \xf0\x9f\xa6\xb5\"" },
  { "\xe2\x80\xa8<>&'", "\"\xe2\x80\xa8<>&'\"" },
  { "12345678\"", "\"12345678\\\"\"" },
  { "1234567\"\"89", "\"1234567\\\"\\\"89\"" },
};

static void
test_strings (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (SoleusJsonWriter) writer = soleus_json_writer_new (0);
      g_autoptr (SoleusJsonWriter) key_writer = soleus_json_writer_new (0);
      g_autofree char *object = g_strdup_printf ("{%s:null}", texts[i].written);

      soleus_json_writer_string (writer, texts[i].value);
      assert_written (writer, texts[i].written);

      soleus_json_writer_begin_object (key_writer);
      soleus_json_writer_key (key_writer, texts[i].value);
      soleus_json_writer_string (key_writer, NULL);
      soleus_json_writer_end_object (key_writer);
      assert_written (key_writer, object);
    }
}

typedef struct
{
  gint64 scaled;
  guint decimals;
  const char *written;
} Number;

static const Number numbers[] = {
  { 0, 0, "0" },
  { 7, 0, "7" },
  { -7, 0, "-7" },
  { 100, 0, "100" },
  { G_MAXINT64, 0, "9223372036854775807" },
  { G_MININT64, 0, "-9223372036854775808" },
  { 38250, 3, "38.25" },
  { -38250, 3, "-38.25" },
  { 2000, 3, "2" },
  { -2000, 3, "-2" },
  { 20000, 3, "20" },
  { 0, 3, "0" },
  { 5, 3, "0.005" },
  { -5, 3, "-0.005" },
  { 500, 3, "0.5" },
  { 1001, 3, "1.001" },
  { 999, 3, "0.999" },
  { G_MAXINT64, 3, "9223372036854775.807" },
  { G_MININT64, 3, "-9223372036854775.808" },
  { G_MININT64, 18, "-9.223372036854775808" },
  { 1, 18, "0.000000000000000001" },
  { -10, 18, "-0.00000000000000001" },
};

static void
test_numbers (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_autoptr (SoleusJsonWriter) writer = soleus_json_writer_new (0);

      soleus_json_writer_decimal (writer, numbers[i].scaled, numbers[i].decimals);
      assert_written (writer, numbers[i].written);

      if (numbers[i].decimals == 0)
        {
          g_autoptr (SoleusJsonWriter) int_writer = soleus_json_writer_new (0);

          soleus_json_writer_int (int_writer, numbers[i].scaled);
          assert_written (int_writer, numbers[i].written);
        }
    }
}

static void
write_archive (SoleusJsonWriter *writer)
{
  soleus_json_writer_begin_object (writer);
  soleus_json_writer_key (writer, "version");
  soleus_json_writer_int (writer, 1);
  soleus_json_writer_key (writer, "records");
  soleus_json_writer_begin_array (writer);

  for (guint i = 0; i < 2; i++)
    {
      soleus_json_writer_begin_object (writer);
      soleus_json_writer_key (writer, "id");
      soleus_json_writer_string (writer, i == 0 ? "a" : "b");
      soleus_json_writer_key (writer, "tags");
      soleus_json_writer_begin_array (writer);
      soleus_json_writer_bool (writer, TRUE);
      soleus_json_writer_bool (writer, FALSE);
      soleus_json_writer_end_array (writer);
      soleus_json_writer_end_object (writer);
    }

  soleus_json_writer_end_array (writer);
  soleus_json_writer_key (writer, "none");
  soleus_json_writer_begin_array (writer);
  soleus_json_writer_end_array (writer);
  soleus_json_writer_key (writer, "empty");
  soleus_json_writer_begin_object (writer);
  soleus_json_writer_end_object (writer);
  soleus_json_writer_end_object (writer);
}

static void
test_layout (void)
{
  static const char *const layouts[] = {
    "{\"version\":1,\"records\":[{\"id\":\"a\",\"tags\":[true,false]},{\"id\":\"b\",\"tags\":[true,false]}],"
    "\"none\":[],\"empty\":{}}",

    "{\n \"version\":1,\n"
    " \"records\":[{\"id\":\"a\",\"tags\":[true,false]},{\"id\":\"b\",\"tags\":[true,false]}],\n"
    " \"none\":[],\n \"empty\":{}\n}\n",

    "{\n \"version\":1,\n \"records\":[\n"
    "  {\"id\":\"a\",\"tags\":[true,false]},\n"
    "  {\"id\":\"b\",\"tags\":[true,false]}\n"
    " ],\n \"none\":[],\n \"empty\":{}\n}\n",

    "{\n \"version\":1,\n \"records\":[\n"
    "  {\n   \"id\":\"a\",\n   \"tags\":[true,false]\n  },\n"
    "  {\n   \"id\":\"b\",\n   \"tags\":[true,false]\n  }\n"
    " ],\n \"none\":[],\n \"empty\":{}\n}\n",
  };

  for (guint i = 0; i < G_N_ELEMENTS (layouts); i++)
    {
      g_autoptr (SoleusJsonWriter) writer = soleus_json_writer_new (i);

      write_archive (writer);
      assert_written (writer, layouts[i]);
    }
}

/* One character of any kind. */
static void
append_random_character (GString *text,
                         GRand *rand)
{
  static const gunichar odd[] = { '"', '\\', '/', '\n', 1, 0x1f, 0x7f, 0x80, 0xe4, 0x7ff, 0x800, 0x2028, 0xd7ff,
                                  0xe000, 0xfeff, 0xffff, 0x10000, 0x1f9b5, 0x10ffff };

  if (g_rand_int_range (rand, 0, 4) == 0)
    g_string_append_unichar (text, odd[g_rand_int_range (rand, 0, G_N_ELEMENTS (odd))]);
  else
    g_string_append_c (text, (char) g_rand_int_range (rand, 0x20, 0x7f));
}

static char *
make_text (GRand *rand)
{
  GString *text = g_string_new (NULL);
  int n = g_rand_int_range (rand, 0, 24);

  for (int i = 0; i < n; i++)
    append_random_character (text, rand);

  return g_string_free (text, FALSE);
}

static gint64
make_number (GRand *rand)
{
  gint64 number = (gint64) (((guint64) g_rand_int (rand) << 32) | g_rand_int (rand));

  return number >> g_rand_int_range (rand, 0, 64);
}

/* Writes a random value; the same @rand always gives the same. */
static void
write_random (SoleusJsonWriter *writer,
              GRand *rand,
              guint level)
{
  int kind = g_rand_int_range (rand, 0, level < MAX_LEVEL ? 8 : 5);
  int n = g_rand_int_range (rand, 0, 24);

  if (kind == 0)
    soleus_json_writer_null (writer);
  else if (kind == 1)
    soleus_json_writer_bool (writer, n % 2);
  else if (kind == 2)
    soleus_json_writer_int (writer, make_number (rand));
  else if (kind == 3)
    soleus_json_writer_decimal (writer, make_number (rand), (guint) n % 19);
  else if (kind == 4)
    {
      g_autofree char *text = make_text (rand);

      soleus_json_writer_string (writer, text);
    }
  else if (kind == 5)
    {
      soleus_json_writer_begin_array (writer);

      for (int i = 0; i < n; i++)
        write_random (writer, rand, level + 1);

      soleus_json_writer_end_array (writer);
    }
  else
    {
      soleus_json_writer_begin_object (writer);

      for (int i = 0; i < n; i++)
        {
          g_autofree char *text = make_text (rand);
          g_autofree char *key = g_strdup_printf ("%d:%s", i, text);

          soleus_json_writer_key (writer, key);
          write_random (writer, rand, level + 1);
        }

      soleus_json_writer_end_object (writer);
    }
}

/* Reads what write_random() wrote with the same @rand. */
static void
read_random (SoleusJsonReader *reader,
             GRand *rand,
             guint level)
{
  int kind = g_rand_int_range (rand, 0, level < MAX_LEVEL ? 8 : 5);
  int n = g_rand_int_range (rand, 0, 24);
  g_autoptr (GError) error = NULL;
  const char *key;
  gboolean flag;
  gint64 number;

  if (kind == 0)
    {
      g_assert_true (soleus_json_reader_read_null (reader, &error));
    }
  else if (kind == 1)
    {
      g_assert_true (soleus_json_reader_read_bool (reader, &flag, &error));
      g_assert_cmpint (flag, ==, n % 2);
    }
  else if (kind == 2)
    {
      g_assert_true (soleus_json_reader_read_int (reader, G_MININT64, G_MAXINT64, &number, &error));
      g_assert_cmpint (number, ==, make_number (rand));
    }
  else if (kind == 3)
    {
      g_assert_true (soleus_json_reader_read_decimal (reader, (guint) n % 19, G_MININT64, G_MAXINT64,
                                                      &number, &error));
      g_assert_cmpint (number, ==, make_number (rand));
    }
  else if (kind == 4)
    {
      g_autofree char *expected = make_text (rand);
      g_autofree char *text = NULL;

      g_assert_true (soleus_json_reader_read_string (reader, &text, &error));
      g_assert_cmpstr (text, ==, expected);
    }
  else if (kind == 5)
    {
      g_assert_true (soleus_json_reader_begin_array (reader, &error));

      for (int i = 0; i < n; i++)
        {
          g_assert_true (soleus_json_reader_next_element (reader, &error));
          read_random (reader, rand, level + 1);
        }

      g_assert_false (soleus_json_reader_next_element (reader, &error));
    }
  else
    {
      g_assert_true (soleus_json_reader_begin_object (reader, &error));

      for (int i = 0; i < n; i++)
        {
          g_autofree char *text = make_text (rand);
          g_autofree char *expected = g_strdup_printf ("%d:%s", i, text);

          g_assert_true (soleus_json_reader_next_key (reader, &key, &error));
          g_assert_cmpstr (key, ==, expected);
          read_random (reader, rand, level + 1);
        }

      g_assert_false (soleus_json_reader_next_key (reader, &key, &error));
    }

  g_assert_no_error (error);
}

static gboolean
append_cb (const char *data,
           gsize length,
           gpointer user_data,
           GError **error)
{
  g_byte_array_append (user_data, (const guint8 *) data, (guint) length);

  return TRUE;
}

static GBytes *
write_random_document (guint32 seed,
                       guint indent_depth)
{
  g_autoptr (SoleusJsonWriter) writer = soleus_json_writer_new (indent_depth);
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  GBytes *bytes;

  write_random (writer, rand, 0);
  bytes = soleus_json_writer_finish_bytes (writer, NULL);
  g_assert_nonnull (bytes);

  return bytes;
}

static void
test_round_trip (void)
{
  for (guint round = 0; round < 300; round++)
    {
      guint32 seed = (guint32) g_test_rand_int ();
      guint indent_depth = round % 4;
      g_autoptr (GBytes) bytes = write_random_document (seed, indent_depth);
      g_autoptr (GBytes) again = write_random_document (seed, indent_depth);
      g_autoptr (GByteArray) parts = g_byte_array_new ();
      g_autoptr (SoleusJsonWriter) writer = soleus_json_writer_new_for_sink (indent_depth, append_cb, parts);
      g_autoptr (SoleusJsonReader) reader = soleus_json_reader_new_for_bytes (bytes, NULL);
      g_autoptr (SoleusJsonReader) checker = soleus_json_reader_new_for_bytes (bytes, NULL);
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      g_autoptr (GError) error = NULL;

      g_test_message ("seed %u", seed);
      g_assert_true (g_bytes_equal (bytes, again));

      read_random (reader, rand, 0);
      g_assert_true (soleus_json_reader_finish (reader, &error));
      g_assert_no_error (error);

      g_assert_true (soleus_json_reader_skip_value (checker, &error));
      g_assert_true (soleus_json_reader_finish (checker, &error));
      g_assert_no_error (error);

      g_rand_set_seed (rand, seed);
      write_random (writer, rand, 0);
      g_assert_true (soleus_json_writer_finish (writer, &error));
      g_assert_cmpmem (parts->data, parts->len, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
    }
}

typedef struct
{
  gsize n_calls;
  gsize n_bytes;
  gsize longest;
  gsize fails_at;
} Sink;

static gboolean
count_cb (const char *data,
          gsize length,
          gpointer user_data,
          GError **error)
{
  Sink *sink = user_data;

  sink->n_calls++;

  if (sink->n_calls == sink->fails_at)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE, "full");
      return FALSE;
    }

  sink->n_bytes += length;
  sink->longest = MAX (sink->longest, length);

  return TRUE;
}

static void
write_many (SoleusJsonWriter *writer,
            guint n)
{
  soleus_json_writer_begin_array (writer);

  for (guint i = 0; i < n; i++)
    soleus_json_writer_string (writer, "something of thirty characters");

  soleus_json_writer_end_array (writer);
}

static void
test_sink (void)
{
  Sink sink = { 0 };
  Sink full = { .fails_at = 3 };
  g_autoptr (SoleusJsonWriter) writer = soleus_json_writer_new_for_sink (0, count_cb, &sink);
  g_autoptr (SoleusJsonWriter) failing = soleus_json_writer_new_for_sink (0, count_cb, &full);
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) again = NULL;

  write_many (writer, 100000);
  g_assert_true (soleus_json_writer_finish (writer, &error));
  g_assert_cmpuint (sink.n_bytes, ==, 100000 * 33 + 1);
  g_assert_cmpuint (sink.longest, <, 65536 + 64);
  g_assert_cmpuint (sink.n_calls, ==, 51);

  /* After its failure a sink is left alone. */
  write_many (failing, 100000);
  g_assert_false (soleus_json_writer_check (failing, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
  g_assert_cmpuint (full.n_calls, ==, 3);
  g_assert_false (soleus_json_writer_finish (failing, &again));
  g_assert_error (again, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
  g_assert_cmpuint (full.n_calls, ==, 3);
}

static void
test_stream (void)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GOutputStream) closed = g_memory_output_stream_new_resizable ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (SoleusJsonWriter) writer = soleus_json_writer_new_for_stream (2, stream, NULL);
  g_autoptr (SoleusJsonWriter) cancelled = soleus_json_writer_new_for_stream (2, closed, cancellable);
  g_autoptr (SoleusJsonWriter) expected = soleus_json_writer_new (2);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  write_many (writer, 10000);
  write_many (expected, 10000);
  bytes = soleus_json_writer_finish_bytes (expected, NULL);
  g_assert_true (soleus_json_writer_finish (writer, &error));
  g_assert_cmpmem (g_memory_output_stream_get_data (G_MEMORY_OUTPUT_STREAM (stream)),
                   g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (stream)),
                   g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

  g_cancellable_cancel (cancellable);
  write_many (cancelled, 10000);
  g_assert_false (soleus_json_writer_finish (cancelled, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* Text is written as it is or not at all. */
static void
test_not_utf8 (void)
{
  static const char *const wrong[] = { "\xff", "ab\xc3", "\xc0\x80", "\xed\xa0\x80", "12345678\x80",
                                       "\xf5\x80\x80\x80" };

  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      Sink sink = { 0 };
      g_autoptr (SoleusJsonWriter) writer = soleus_json_writer_new_for_sink (0, count_cb, &sink);
      g_autoptr (GError) error = NULL;

      soleus_json_writer_begin_array (writer);
      soleus_json_writer_string (writer, wrong[i]);
      soleus_json_writer_end_array (writer);
      g_assert_false (soleus_json_writer_finish (writer, &error));
      g_assert_error (error, SOLEUS_JSON_ERROR, SOLEUS_JSON_ERROR_ENCODING);
      g_assert_cmpuint (sink.n_bytes, ==, 0);
    }
}

typedef void (*Misuse) (SoleusJsonWriter *writer);

static void
value_without_key (SoleusJsonWriter *writer)
{
  soleus_json_writer_begin_object (writer);
  soleus_json_writer_int (writer, 1);
}

static void
key_without_value (SoleusJsonWriter *writer)
{
  soleus_json_writer_begin_object (writer);
  soleus_json_writer_key (writer, "a");
  soleus_json_writer_end_object (writer);
}

static void
key_after_key (SoleusJsonWriter *writer)
{
  soleus_json_writer_begin_object (writer);
  soleus_json_writer_key (writer, "a");
  soleus_json_writer_key (writer, "b");
}

static void
key_in_array (SoleusJsonWriter *writer)
{
  soleus_json_writer_begin_array (writer);
  soleus_json_writer_key (writer, "a");
}

static void
key_alone (SoleusJsonWriter *writer)
{
  soleus_json_writer_key (writer, "a");
}

static void
wrong_end (SoleusJsonWriter *writer)
{
  soleus_json_writer_begin_array (writer);
  soleus_json_writer_end_object (writer);
}

static void
end_alone (SoleusJsonWriter *writer)
{
  soleus_json_writer_end_array (writer);
}

static void
two_documents (SoleusJsonWriter *writer)
{
  soleus_json_writer_null (writer);
  soleus_json_writer_null (writer);
}

static void
nothing (SoleusJsonWriter *writer)
{
}

static void
not_ended (SoleusJsonWriter *writer)
{
  soleus_json_writer_begin_array (writer);
}

static void
too_deep (SoleusJsonWriter *writer)
{
  for (guint i = 0; i <= SOLEUS_JSON_WRITER_MAX_DEPTH; i++)
    soleus_json_writer_begin_array (writer);
}

static void
too_many_decimals (SoleusJsonWriter *writer)
{
  soleus_json_writer_decimal (writer, 1, 19);
}

static void
test_misuse (void)
{
  static const Misuse misuses[] = { value_without_key, key_without_value, key_after_key, key_in_array, key_alone,
                                    wrong_end, end_alone, two_documents, nothing, not_ended, too_deep,
                                    too_many_decimals };

  for (gsize i = 0; i < G_N_ELEMENTS (misuses); i++)
    {
      g_autoptr (SoleusJsonWriter) writer = soleus_json_writer_new (0);
      g_autoptr (GError) error = NULL;

      g_test_message ("misuse %" G_GSIZE_FORMAT, i);
      g_test_expect_message (G_LOG_DOMAIN, G_LOG_LEVEL_CRITICAL, "*wrong order*");
      misuses[i] (writer);
      g_assert_null (soleus_json_writer_finish_bytes (writer, &error));
      g_test_assert_expected_messages ();
      g_assert_error (error, SOLEUS_JSON_ERROR, SOLEUS_JSON_ERROR_MISUSE);
    }
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/json-writer/strings", test_strings);
  g_test_add_func ("/json-writer/numbers", test_numbers);
  g_test_add_func ("/json-writer/layout", test_layout);
  g_test_add_func ("/json-writer/round-trip", test_round_trip);
  g_test_add_func ("/json-writer/sink", test_sink);
  g_test_add_func ("/json-writer/stream", test_stream);
  g_test_add_func ("/json-writer/not-utf8", test_not_utf8);
  g_test_add_func ("/json-writer/misuse", test_misuse);

  return g_test_run ();
}
