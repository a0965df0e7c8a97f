/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One record on one line, in the words in which it can be logged. Whatever a note holds, it cannot break the line or
 * move the cursor of a terminal. */
#include "config.h"

#include "app/ctl/soleus-ctl-private.h"

#include <string.h>

static char *
dup_clean (const char *text)
{
  GString *clean = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      GUnicodeType type = g_unichar_type (c);

      if (type == G_UNICODE_CONTROL || type == G_UNICODE_LINE_SEPARATOR || type == G_UNICODE_PARAGRAPH_SEPARATOR || (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069))
        c = ' ';
      g_string_append_unichar (clean, c);
    }
  return g_string_free (clean, FALSE);
}

static void
append_text (GString    *line,
             const char *text)
{
  g_autofree char *clean = dup_clean (text);

  if (strchr (clean, ' ') != NULL)
    g_string_append_printf (line, "\"%s\"", clean);
  else
    g_string_append (line, clean);
}

static void
append_decimal (GString *line,
                gint64   thousandths)
{
  gint64 rest = thousandths % 1000;
  gsize end;

  g_string_append_printf (line, "%" G_GINT64_FORMAT, thousandths / 1000);
  if (rest == 0)
    return;
  g_string_append_printf (line, ".%03d", (int) rest);
  for (end = line->len; line->str[end - 1] == '0'; end--)
    ;
  g_string_truncate (line, end);
}

/* What a person calls another record, where it has a name. */
static const char *
get_name (const char  *uuid,
          SoleusDiary *diary,
          GHashTable  *names)
{
  char *name = g_hash_table_lookup (names, uuid);

  if (name == NULL)
    {
      g_autoptr (SoleusRecord) record = soleus_diary_get (diary, uuid, NULL);
      const SoleusRow *values = record != NULL ? soleus_record_get_values (record) : NULL;
      gboolean named = values != NULL && soleus_fields_find (values->fields, "name") >= 0 && soleus_row_has (values, "name");

      name = g_strdup (named ? soleus_row_get_text (values, "name") : uuid);
      g_hash_table_insert (names, g_strdup (uuid), name);
    }
  return name;
}

static void
append_value (GString           *line,
              const SoleusField *field,
              const SoleusValue *value,
              SoleusDiary       *diary,
              GHashTable        *names)
{
  char buffer[SOLEUS_ISO_SIZE];

  switch (field->type)
    {
    case SOLEUS_FIELD_INTEGER:
      g_string_append_printf (line, "%" G_GINT64_FORMAT, value->number);
      break;
    case SOLEUS_FIELD_DECIMAL:
      append_decimal (line, value->number);
      break;
    case SOLEUS_FIELD_BOOLEAN:
      g_string_append (line, value->number != 0 ? "yes" : "no");
      break;
    case SOLEUS_FIELD_TIME:
      soleus_time_write_iso (value->time, buffer);
      g_string_append (line, buffer);
      break;
    case SOLEUS_FIELD_DATE:
      soleus_date_write_iso ((SoleusDate) value->number, buffer);
      g_string_append (line, buffer);
      break;
    case SOLEUS_FIELD_LIST:
      for (guint i = 0; i < value->rows->len; i++)
        {
          const SoleusRow *row = g_ptr_array_index (value->rows, i);
          guint last = row->n_fields;

          while (last > 0 && !row->values[last - 1].set)
            last--;
          g_string_append (line, i > 0 ? "," : "");
          for (guint k = 0; k < last; k++)
            {
              g_string_append (line, k > 0 ? ":" : "");
              if (row->values[k].set)
                append_value (line, &row->fields[k], &row->values[k], diary, names);
            }
        }
      break;
    case SOLEUS_FIELD_REFERENCE:
      append_text (line, get_name (value->text, diary, names));
      break;
    case SOLEUS_FIELD_TEXT:
    case SOLEUS_FIELD_WORD:
    case SOLEUS_FIELD_ID:
    default:
      append_text (line, value->text);
      break;
    }
}

/* "2026-03-03 02:40 +01:00" by the clock of the person then, or just the day. */
static void
append_when (GString      *line,
             SoleusRecord *record)
{
  SoleusTime when;
  SoleusDate night = soleus_record_get_night (record);
  char buffer[SOLEUS_ISO_SIZE];

  if (soleus_record_get_when (record, &when))
    {
      soleus_time_write_iso (when, buffer);
      g_string_append_printf (line, "%.10s %.5s %s  ", buffer, buffer + 11, buffer + 19);
    }
  else if (night != SOLEUS_DATE_NONE)
    {
      soleus_date_write_iso (night, buffer);
      g_string_append_printf (line, "%s  ", buffer);
    }
}

/**
 * soleus_ctl_dup_line:
 * @record: a record
 * @diary: the diary that it is from
 * @names: (element-type utf8 utf8): names of other records that were looked up, by identity
 *
 * Returns: (transfer full): when it was, its identity, and its values, without a line feed
 */
char *
soleus_ctl_dup_line (SoleusRecord *record,
                     SoleusDiary  *diary,
                     GHashTable   *names)
{
  const SoleusRow *values = soleus_record_get_values (record);
  GString *line = g_string_new (NULL);

  append_when (line, record);
  g_string_append (line, soleus_record_get_uuid (record));
  for (guint i = 0; i < values->n_fields; i++)
    {
      const SoleusField *field = &values->fields[i];

      if (!values->values[i].set || (field->common && field->type != SOLEUS_FIELD_TEXT))
        continue;
      g_string_append_printf (line, "  %s=", field->name);
      append_value (line, field, &values->values[i], diary, names);
    }
  return g_string_free (line, FALSE);
}
