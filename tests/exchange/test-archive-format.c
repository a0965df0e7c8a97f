/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The description of the archive against the archive: its tables are the table of kinds, its example can be read, and
 * what is read is written as the description says. Run with --write FILE it puts the present tables into the file. */
#include "exchange/soleus-archive.h"

#include <stdio.h>
#include <string.h>

#include "lib/soleus-test.h"

#define BEGIN "<!-- begin of what tests/exchange/test-archive-format --write made -->\n"
#define END "<!-- end of what tests/exchange/test-archive-format --write made -->\n"

/* Longer lists stand at the end, under their name. */
#define MANY_WORDS 10

static const struct
{
  SoleusKind kind;
  const char *text;
} about[] = {
  { SOLEUS_KIND_EPISODE, "One cramp. `start` is given unless only its night is known; `night` is given then, with precision `night`, and only then. "
                         "`start_span_min` needs precision `about`. An `open` one has neither `end` nor `seconds`. `end` is not before `start`. No two sites are the same." },
  { SOLEUS_KIND_NIGHT, "What was said of one night, from noon to noon, by the date of its morning. One for each night." },
  { SOLEUS_KIND_CHECK, "One set of answers to warning questions, each at most once; a question that is not there was not answered. "
                       "`swelling_side` is answered by a side, `both-equal`, `both-unequal` or `none`; `temperature` by `number` (200 at most) with its `unit` as it was typed; "
                       "`eases_on_stopping_minutes`, `wound_days_open`, `weakness_days`, `urge_days_a_week` and `urge_weeks` by a whole `number`; all others by `yes`, `no` or `past`. "
                       "`past` goes with a side or a number that is gone now; `days_ago` needs the one or the other past." },
  { SOLEUS_KIND_VERDICT, "What the rules said at a moment, and how the person took it." },
  { SOLEUS_KIND_PROMPT, "A question that Soleus asked of its own accord, and the answer." },
  { SOLEUS_KIND_DRINK, "One drink." },
  { SOLEUS_KIND_CONTAINER, "A glass, mug or bottle of the person's own." },
  { SOLEUS_KIND_MEAL, "One meal. An item names a food of the food list, a food of the person's own, or is free text." },
  { SOLEUS_KIND_FOOD, "A food of the person's own; minerals are per serving." },
  { SOLEUS_KIND_MEDICINE, "A medicine, as the person typed it." },
  { SOLEUS_KIND_SCHEDULE, "When a medicine is due, within a span of days." },
  { SOLEUS_KIND_DOSE_CHANGE, "A change of a medicine's strength." },
  { SOLEUS_KIND_STOCK, "How much of a medicine was there at a moment." },
  { SOLEUS_KIND_DOSE, "A dose that was taken or skipped." },
  { SOLEUS_KIND_STRETCH, "One session of stretches." },
  { SOLEUS_KIND_PLAN, "A session as the person put it together." },
  { SOLEUS_KIND_HABIT, "Something that a day had." },
  { SOLEUS_KIND_ROUTINE, "Something that the person did for a time." },
  { SOLEUS_KIND_FAVOURITE, "What was opened or marked." },
  { SOLEUS_KIND_PROFILE, "The person and the settings. There is one." },
  { SOLEUS_KIND_REMINDER, "The settings of one reminder. One for each word." },
  { SOLEUS_KIND_REMINDING, "The settings of all reminders. There is one." },
  { SOLEUS_KIND_NOTICE, "What was due, and what became of it." },
};

static const struct
{
  const char *field; /* of any kind or list */
  const char *text;
} notes[] = {
  { "start_span_min", "it began within so many minutes from `start`" },
  { "weekdays", "a sum: 1 Monday, 2 Tuesday, 4 Wednesday, to 64 Sunday" },
  { "every", "days or hours, as the pattern says" },
  { "minute", "of the day" },
  { "due_minute", "of the day" },
  { "window_from", "minute of the day" },
  { "window_until", "minute of the day" },
  { "from_minute", "minute of the day" },
  { "until_minute", "minute of the day" },
  { "quiet_from", "minute of the day" },
  { "quiet_until", "minute of the day" },
  { "first_weekday", "1 Monday to 7 Sunday" },
  { "card", "a card of the guides" },
  { "food", "a food of the food list" },
  { "own_food", "`id` of a food" },
  { "container", "`id` of a container" },
  { "medicine", "`id` of a medicine" },
  { "episode", "`id` of an episode" },
  { "check", "`id` of a check" },
  { "plan", "`id` of a plan" },
  { "country", "two letters" },
};

static const char *
find_note (const SoleusField *field)
{
  for (guint i = 0; i < G_N_ELEMENTS (notes); i++)
    if (g_str_equal (notes[i].field, field->name))
      return notes[i].text;
  return "";
}

static void
append_words (GString                *text,
              const SoleusVocabulary *words)
{
  for (guint i = 0; words->words[i] != NULL; i++)
    g_string_append_printf (text, "%s`%s`", i > 0 ? ", " : "", words->words[i]);
}

static gboolean
is_long (const SoleusVocabulary *words)
{
  return g_strv_length ((char **) words->words) > MANY_WORDS;
}

static void
append_decimal (GString *text,
                gint64   thousandths)
{
  g_string_append_printf (text, "%" G_GINT64_FORMAT, thousandths / 1000);
}

static void
append_type (GString           *text,
             const SoleusField *field)
{
  switch (field->type)
    {
    case SOLEUS_FIELD_TEXT:
      g_string_append_printf (text, "text, at most %" G_GINT64_FORMAT " characters", field->max);
      break;
    case SOLEUS_FIELD_WORD:
      if (is_long (field->words))
        g_string_append_printf (text, "a word of *%s* below", field->words->name);
      else
        append_words (text, field->words);
      break;
    case SOLEUS_FIELD_ID:
      g_string_append (text, "content id");
      break;
    case SOLEUS_FIELD_REFERENCE:
      g_string_append (text, "reference");
      break;
    case SOLEUS_FIELD_INTEGER:
      g_string_append_printf (text, "whole number, %" G_GINT64_FORMAT " to %" G_GINT64_FORMAT, field->min, field->max);
      break;
    case SOLEUS_FIELD_DECIMAL:
      g_string_append (text, "number, ");
      append_decimal (text, field->min);
      g_string_append (text, " to ");
      append_decimal (text, field->max);
      break;
    case SOLEUS_FIELD_BOOLEAN:
      g_string_append (text, "`true`, `false`");
      break;
    case SOLEUS_FIELD_TIME:
      g_string_append (text, "instant");
      break;
    case SOLEUS_FIELD_DATE:
      g_string_append (text, "date");
      break;
    case SOLEUS_FIELD_LIST:
    default:
      if (soleus_fields_count (field->rows) > 1)
        g_string_append_printf (text, "list of objects, at most %" G_GINT64_FORMAT, field->max);
      else
        {
          g_string_append_printf (text, "list, at most %" G_GINT64_FORMAT ", of: ", field->max);
          append_type (text, &field->rows[0]);
        }
      break;
    }
}

static void
append_field (GString           *text,
              const char        *list,
              const SoleusField *field)
{
  gboolean plain = field->type == SOLEUS_FIELD_LIST && soleus_fields_count (field->rows) == 1;
  const char *note = find_note (plain ? &field->rows[0] : field);

  g_string_append_printf (text, "| `%s%s%s` | ", list != NULL ? list : "", list != NULL ? "[]." : "", field->name);
  append_type (text, field);
  g_string_append_printf (text, " | %s | %s |\n", field->required ? "yes" : "", note);
  if (field->type == SOLEUS_FIELD_LIST && !plain)
    for (guint i = 0; field->rows[i].name != NULL; i++)
      append_field (text, field->name, &field->rows[i]);
}

static void
collect_long (const SoleusField *fields,
              GPtrArray         *lists)
{
  for (guint i = 0; fields[i].name != NULL; i++)
    {
      if (fields[i].type == SOLEUS_FIELD_LIST)
        collect_long (fields[i].rows, lists);
      else if (fields[i].type == SOLEUS_FIELD_WORD && is_long (fields[i].words) && !g_ptr_array_find (lists, fields[i].words, NULL))
        g_ptr_array_add (lists, (gpointer) fields[i].words);
    }
}

static char *
make_tables (void)
{
  GString *text = g_string_new (BEGIN);
  g_autoptr (GPtrArray) lists = g_ptr_array_new ();

  for (int kind = SOLEUS_KIND_FIRST; kind <= SOLEUS_KIND_LAST; kind++)
    {
      const SoleusKindInfo *info = soleus_kind_get_info ((SoleusKind) kind);

      g_assert_cmpint (about[kind - SOLEUS_KIND_FIRST].kind, ==, kind);
      g_string_append_printf (text, "\n### `%s`\n\n%s\n\n| member | value | needed | |\n| --- | --- | --- | --- |\n", info->plural, about[kind - SOLEUS_KIND_FIRST].text);
      for (guint i = 0; info->fields[i].name != NULL; i++)
        append_field (text, NULL, &info->fields[i]);
      collect_long (info->fields, lists);
    }
  g_string_append (text, "\n### Long lists of words\n");
  for (guint i = 0; i < lists->len; i++)
    {
      const SoleusVocabulary *words = g_ptr_array_index (lists, i);

      g_string_append_printf (text, "\n*%s*: ", words->name);
      append_words (text, words);
      g_string_append (text, ".\n");
    }
  g_string_append (text, "\n" END);
  return g_string_free (text, FALSE);
}

static char *
read_document (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "docs", "archive-format.md", NULL);
  g_autoptr (GError) error = NULL;
  char *document;

  g_file_get_contents (path, &document, NULL, &error);
  g_assert_no_error (error);
  return document;
}

static void
test_tables (void)
{
  g_autofree char *document = read_document ();
  g_autofree char *tables = make_tables ();
  char *begin = strstr (document, BEGIN), *end = strstr (document, END);

  g_assert_nonnull (begin);
  g_assert_nonnull (end);
  end[strlen (END)] = '\0';
  g_assert_cmpstr (begin, ==, tables);
}

static char *
read_example (void)
{
  g_autofree char *document = read_document ();
  char *begin = strstr (document, "```json\n"), *end;

  g_assert_nonnull (begin);
  begin += strlen ("```json\n");
  end = strstr (begin, "```");
  g_assert_nonnull (end);
  return g_strndup (begin, (gsize) (end - begin));
}

/* The example is an archive as Soleus writes it: read and written again it has the same bytes. */
static void
test_example (void)
{
  g_autoptr (SoleusTestFolder) folder = soleus_test_folder_new ();
  g_autofree char *path = soleus_test_folder_build (folder, "diary.sqlite3");
  g_autoptr (SoleusClock) clock = soleus_test_clock (SOLEUS_TEST_NOW);
  g_autoptr (SoleusDiary) diary = soleus_test_open (path, clock);
  g_autofree char *example = read_example (), *written = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new (example, strlen (example));
  g_autoptr (SoleusImportResult) result = NULL;
  g_autoptr (GError) error = NULL;

  result = soleus_import_bytes (diary, bytes, SOLEUS_IMPORT_LATER, FALSE, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (result->all.added, >=, 4);
  g_assert_true (soleus_diary_check (diary, NULL));
  written = soleus_test_export (path);
  g_assert_cmpstr (written, ==, example);
}

/* The example of what a person may write by hand. */
static void
test_by_hand (void)
{
  g_autoptr (SoleusTestFolder) folder = soleus_test_folder_new ();
  g_autofree char *path = soleus_test_folder_build (folder, "diary.sqlite3");
  g_autoptr (SoleusClock) clock = soleus_test_clock (SOLEUS_TEST_NOW);
  g_autoptr (SoleusDiary) diary = soleus_test_open (path, clock);
  g_autofree char *document = read_document ();
  char *begin = strstr (document, "```json by hand\n"), *end;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (SoleusImportResult) result = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (begin);
  begin += strlen ("```json by hand\n");
  end = strstr (begin, "```");
  bytes = g_bytes_new (begin, (gsize) (end - begin));
  result = soleus_import_bytes (diary, bytes, SOLEUS_IMPORT_LATER, FALSE, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (result->all.added, ==, 3);
}

static int
write_tables (const char *path)
{
  g_autofree char *document = NULL, *tables = make_tables (), *whole = NULL;
  char *begin, *end;

  if (!g_file_get_contents (path, &document, NULL, NULL) || (begin = strstr (document, BEGIN)) == NULL || (end = strstr (begin, END)) == NULL)
    {
      fprintf (stderr, "%s holds no place for the tables\n", path);
      return 1;
    }
  *begin = '\0';
  whole = g_strconcat (document, tables, end + strlen (END), NULL);
  return g_file_set_contents (path, whole, -1, NULL) ? 0 : 1;
}

int
main (int   argc,
      char *argv[])
{
  if (argc == 3 && g_str_equal (argv[1], "--write"))
    return write_tables (argv[2]);

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/archive-format/tables", test_tables);
  g_test_add_func ("/archive-format/example", test_example);
  g_test_add_func ("/archive-format/by-hand", test_by_hand);
  return g_test_run ();
}
