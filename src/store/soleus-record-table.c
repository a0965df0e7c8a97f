/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The statements of every kind follow from the table of kinds, so that a new field is written in one place and in the
 * migration, and forgotten nowhere. They are made once, from names that this program holds; values are always bound.
 *
 * "record" holds identity, life, instant, day and note; a table named after the kind holds the rest; one table for each
 * list holds its rows in their order. */
#include "config.h"

#include "store/soleus-record-table.h"

#include <sqlite3.h>

#include "model/soleus-episode.h"

#define RECORD_COLUMNS "\"r\".\"id\", \"r\".\"kind\", \"r\".\"uuid\", \"r\".\"created\", \"r\".\"modified\", \"r\".\"deleted\", \"r\".\"revision\", " \
                       "\"r\".\"purged\", \"r\".\"at\", \"r\".\"at_offset\", \"r\".\"day\", \"r\".\"note\""
#define N_RECORD_COLUMNS 12
#define MAX_LISTS 4

typedef struct
{
  guint field;
  char *insert;
  char *select;
} ListSql;

typedef struct
{
  char *insert;
  char *delete;
  char *load;
  char *scan;
  char *scan_span;
  ListSql lists[MAX_LISTS];
  guint n_lists;
} KindSql;

static void
append_columns (GString           *sql,
                const SoleusField *fields,
                const char        *alias)
{
  for (guint i = 0; fields[i].name != NULL; i++)
    {
      if (fields[i].common || fields[i].type == SOLEUS_FIELD_LIST)
        continue;
      g_string_append_printf (sql, ", %s\"%s\"", alias, fields[i].name);
      if (fields[i].type == SOLEUS_FIELD_TIME)
        g_string_append_printf (sql, ", %s\"%s_offset\"", alias, fields[i].name);
    }
}

static guint
count_columns (const SoleusField *fields)
{
  guint n = 0;

  for (guint i = 0; fields[i].name != NULL; i++)
    if (!fields[i].common && fields[i].type != SOLEUS_FIELD_LIST)
      n += fields[i].type == SOLEUS_FIELD_TIME ? 2 : 1;
  return n;
}

static char *
make_insert (const char        *table,
             const SoleusField *fields,
             const char        *first,
             guint              n_first)
{
  GString *sql = g_string_new (NULL);

  g_string_append_printf (sql, "INSERT INTO \"%s\" (%s", table, first);
  append_columns (sql, fields, "");
  g_string_append (sql, ") VALUES (?");
  for (guint i = 1; i < n_first + count_columns (fields); i++)
    g_string_append (sql, ", ?");
  g_string_append_c (sql, ')');
  return g_string_free (sql, FALSE);
}

static char *
make_select (const SoleusKindInfo *info,
             const char           *rest)
{
  GString *sql = g_string_new ("SELECT " RECORD_COLUMNS);

  append_columns (sql, info->fields, "\"k\".");
  g_string_append_printf (sql, " FROM \"record\" AS \"r\" LEFT JOIN \"%s\" AS \"k\" USING (\"id\") %s", info->name, rest);
  return g_string_free (sql, FALSE);
}

static ListSql
make_list (const SoleusKindInfo *info,
           guint                 field)
{
  ListSql list = { .field = field };
  g_autofree char *table = g_strdup_printf ("%s_%s", info->name, info->fields[field].name);
  GString *sql = g_string_new ("SELECT \"position\"");

  append_columns (sql, info->fields[field].rows, "");
  g_string_append_printf (sql, " FROM \"%s\" WHERE \"id\" = ?1 ORDER BY \"position\"", table);
  list.select = g_string_free (sql, FALSE);
  list.insert = make_insert (table, info->fields[field].rows, "\"id\", \"position\"", 2);
  return list;
}

#define OF_KIND "WHERE \"r\".\"kind\" = ?1 AND (?2 OR \"r\".\"deleted\" IS NULL) "
#define IN_SPAN OF_KIND "AND \"r\".\"night\" BETWEEN ?3 AND ?4 "
#define IN_ORDER "ORDER BY \"r\".\"night\", \"r\".\"at\", \"r\".\"uuid\""

static const KindSql *
get_sql (SoleusKind kind)
{
  static KindSql sql[SOLEUS_KIND_LAST + 1];
  static gsize made;

  if (g_once_init_enter (&made))
    {
      for (int k = SOLEUS_KIND_FIRST; k <= SOLEUS_KIND_LAST; k++)
        {
          const SoleusKindInfo *info = soleus_kind_get_info ((SoleusKind) k);

          sql[k].insert = make_insert (info->name, info->fields, k == SOLEUS_KIND_EPISODE ? "\"id\", \"night_time\"" : "\"id\"", k == SOLEUS_KIND_EPISODE ? 2 : 1);
          sql[k].delete = g_strdup_printf ("DELETE FROM \"%s\" WHERE \"id\" = ?1", info->name);
          sql[k].load = make_select (info, "WHERE \"r\".\"id\" = ?1");
          sql[k].scan = make_select (info, OF_KIND IN_ORDER);
          sql[k].scan_span = make_select (info, IN_SPAN IN_ORDER);
          for (guint i = 0; info->fields[i].name != NULL; i++)
            if (info->fields[i].type == SOLEUS_FIELD_LIST)
              {
                g_assert (sql[k].n_lists < MAX_LISTS);
                sql[k].lists[sql[k].n_lists++] = make_list (info, i);
              }
        }
      g_once_init_leave (&made, 1);
    }
  return &sql[kind];
}

/**
 * soleus_record_table_dup_sql:
 * @kind: a kind
 * @which: from 0
 *
 * For a test that holds every statement against the schema.
 *
 * Returns: (transfer full) (nullable): the statement, or %NULL past the last one
 */
char *
soleus_record_table_dup_sql (SoleusKind kind,
                             guint      which)
{
  const KindSql *sql = get_sql (kind);
  const char *const fixed[] = { sql->insert, sql->delete, sql->load, sql->scan, sql->scan_span };

  if (which < G_N_ELEMENTS (fixed))
    return g_strdup (fixed[which]);
  which -= G_N_ELEMENTS (fixed);
  if (which / 2 >= sql->n_lists)
    return NULL;
  return g_strdup (which % 2 == 0 ? sql->lists[which / 2].insert : sql->lists[which / 2].select);
}

static void
bind_row (SoleusStatement *statement,
          int              index,
          const SoleusRow *row)
{
  for (guint i = 0; i < row->n_fields; i++)
    {
      const SoleusField *field = &row->fields[i];
      const SoleusValue *value = &row->values[i];

      if (field->common || field->type == SOLEUS_FIELD_LIST)
        continue;
      if (!value->set)
        {
          soleus_statement_bind_null (statement, index++);
          if (field->type == SOLEUS_FIELD_TIME)
            soleus_statement_bind_null (statement, index++);
          continue;
        }
      switch (field->type)
        {
        case SOLEUS_FIELD_TEXT:
        case SOLEUS_FIELD_WORD:
        case SOLEUS_FIELD_ID:
        case SOLEUS_FIELD_REFERENCE:
          soleus_statement_bind_text (statement, index++, value->text);
          break;
        case SOLEUS_FIELD_TIME:
          soleus_statement_bind (statement, index++, value->time.utc);
          soleus_statement_bind (statement, index++, value->time.offset);
          break;
        case SOLEUS_FIELD_INTEGER:
        case SOLEUS_FIELD_DECIMAL:
        case SOLEUS_FIELD_BOOLEAN:
        case SOLEUS_FIELD_DATE:
        case SOLEUS_FIELD_LIST:
        default:
          soleus_statement_bind (statement, index++, value->number);
          break;
        }
    }
}

/* A word that no vocabulary holds any more can only come from a damaged file; it is read as absent, never passed on. */
static void
read_row (SoleusStatement *statement,
          int              column,
          SoleusRow       *row)
{
  for (guint i = 0; i < row->n_fields; i++)
    {
      const SoleusField *field = &row->fields[i];
      SoleusValue *value = &row->values[i];

      if (field->common || field->type == SOLEUS_FIELD_LIST)
        continue;
      if (!soleus_statement_is_null (statement, column))
        switch (field->type)
          {
          case SOLEUS_FIELD_TEXT:
          case SOLEUS_FIELD_ID:
          case SOLEUS_FIELD_REFERENCE:
            value->text = g_strdup (soleus_statement_get_text (statement, column));
            value->set = TRUE;
            break;
          case SOLEUS_FIELD_WORD:
            value->word = soleus_vocabulary_find (field->words, soleus_statement_get_text (statement, column));
            value->set = value->word != NULL;
            break;
          case SOLEUS_FIELD_TIME:
            value->time.utc = soleus_statement_get (statement, column);
            value->time.offset = (gint32) soleus_statement_get (statement, column + 1);
            value->set = TRUE;
            break;
          case SOLEUS_FIELD_INTEGER:
          case SOLEUS_FIELD_DECIMAL:
          case SOLEUS_FIELD_BOOLEAN:
          case SOLEUS_FIELD_DATE:
          case SOLEUS_FIELD_LIST:
          default:
            value->number = soleus_statement_get (statement, column);
            value->set = TRUE;
            break;
          }
      column += field->type == SOLEUS_FIELD_TIME ? 2 : 1;
    }
}

static void
bind_common (SoleusStatement *statement,
             int              index,
             SoleusRecord    *record)
{
  const SoleusRow *values = soleus_record_get_values (record);

  for (guint i = 0; i < values->n_fields; i++)
    {
      const SoleusValue *value = &values->values[i];

      if (!values->fields[i].common || !value->set)
        continue;
      if (values->fields[i].type == SOLEUS_FIELD_TIME)
        {
          soleus_statement_bind (statement, index, value->time.utc);
          soleus_statement_bind (statement, index + 1, value->time.offset);
        }
      else if (values->fields[i].type == SOLEUS_FIELD_DATE)
        soleus_statement_bind (statement, index + 2, value->number);
      else
        soleus_statement_bind_text (statement, index + 3, value->text);
    }
}

static SoleusLife
read_life (SoleusStatement *statement,
           int              column)
{
  return (SoleusLife) {
    .created = soleus_statement_get (statement, column),
    .modified = soleus_statement_get (statement, column + 1),
    .deleted = soleus_statement_get (statement, column + 2),
    .revision = (gint32) soleus_statement_get (statement, column + 3),
    .purged = soleus_statement_get (statement, column + 4) != 0,
  };
}

static void
read_common (SoleusStatement *statement,
             SoleusRow       *values)
{
  for (guint i = 0; i < values->n_fields; i++)
    {
      SoleusValue *value = &values->values[i];

      if (!values->fields[i].common)
        continue;
      if (values->fields[i].type == SOLEUS_FIELD_TIME && !soleus_statement_is_null (statement, 8))
        {
          value->time.utc = soleus_statement_get (statement, 8);
          value->time.offset = (gint32) soleus_statement_get (statement, 9);
          value->set = TRUE;
        }
      else if (values->fields[i].type == SOLEUS_FIELD_DATE && !soleus_statement_is_null (statement, 10))
        {
          value->number = soleus_statement_get (statement, 10);
          value->set = TRUE;
        }
      else if (values->fields[i].type == SOLEUS_FIELD_TEXT && !soleus_statement_is_null (statement, 11))
        {
          value->text = g_strdup (soleus_statement_get_text (statement, 11));
          value->set = TRUE;
        }
    }
}

static gboolean
read_lists (SoleusDatabase *db,
            gint64          id,
            const KindSql  *sql,
            SoleusRow      *values,
            GError        **error)
{
  for (guint i = 0; i < sql->n_lists; i++)
    {
      g_autoptr (SoleusStatement) statement = soleus_database_prepare (db, sql->lists[i].select, error);
      gboolean has_row;

      if (statement == NULL)
        return FALSE;
      soleus_statement_bind (statement, 1, id);
      while (TRUE)
        {
          if (!soleus_statement_step (statement, &has_row, error))
            return FALSE;
          if (!has_row)
            break;
          read_row (statement, 1, soleus_row_add_row_at (values, sql->lists[i].field));
        }
    }
  return TRUE;
}

static SoleusRecord *
read_record (SoleusDatabase  *db,
             SoleusStatement *statement,
             SoleusKind       kind,
             GError         **error)
{
  g_autoptr (SoleusRecord) record = soleus_record_new_full (kind, soleus_statement_get_text (statement, 2), read_life (statement, 3));
  SoleusRow *values = soleus_record_get_values (record);

  if (soleus_record_get_life (record)->purged)
    return g_steal_pointer (&record);
  read_common (statement, values);
  read_row (statement, N_RECORD_COLUMNS, values);
  if (!read_lists (db, soleus_statement_get (statement, 0), get_sql (kind), values, error))
    return NULL;
  return g_steal_pointer (&record);
}

/**
 * soleus_record_table_find:
 * @db: a diary
 * @uuid: an identity
 * @here: (out): what the diary holds of it
 * @error: return location
 *
 * Returns: %FALSE on failure
 */
gboolean
soleus_record_table_find (SoleusDatabase *db,
                          const char     *uuid,
                          SoleusHere     *here,
                          GError        **error)
{
  g_autoptr (SoleusStatement) statement = NULL;
  gboolean has_row;

  statement = soleus_database_prepare (db, "SELECT \"id\", \"kind\", \"created\", \"modified\", \"deleted\", \"revision\", \"purged\" FROM \"record\" WHERE \"uuid\" = ?1", error);
  if (statement == NULL)
    return FALSE;
  soleus_statement_bind_text (statement, 1, uuid);
  if (!soleus_statement_step (statement, &has_row, error))
    return FALSE;

  *here = (SoleusHere) { 0 };
  if (has_row)
    {
      here->id = soleus_statement_get (statement, 0);
      here->kind = (SoleusKind) soleus_statement_get (statement, 1);
      here->life = read_life (statement, 2);
    }
  return TRUE;
}

/**
 * soleus_record_table_load:
 * @db: a diary
 * @id: the number of a row
 * @error: return location
 *
 * Returns: (transfer full): the record, or %NULL on failure
 */
SoleusRecord *
soleus_record_table_load (SoleusDatabase *db,
                          gint64          id,
                          GError        **error)
{
  g_autoptr (SoleusStatement) find = soleus_database_prepare (db, "SELECT \"kind\" FROM \"record\" WHERE \"id\" = ?1", error);
  g_autoptr (SoleusStatement) load = NULL;
  gboolean has_row;
  gint64 kind;

  if (find == NULL)
    return NULL;
  soleus_statement_bind (find, 1, id);
  if (!soleus_statement_step (find, &has_row, error))
    return NULL;
  kind = has_row ? soleus_statement_get (find, 0) : 0;
  if (kind < SOLEUS_KIND_FIRST || kind > SOLEUS_KIND_LAST)
    {
      soleus_store_set_sqlite_error (error, SQLITE_CORRUPT, "load");
      return NULL;
    }

  load = soleus_database_prepare (db, get_sql ((SoleusKind) kind)->load, error);
  if (load == NULL)
    return NULL;
  soleus_statement_bind (load, 1, id);
  if (!soleus_statement_step (load, &has_row, error))
    return NULL;
  if (!has_row)
    {
      soleus_store_set_sqlite_error (error, SQLITE_CORRUPT, "load");
      return NULL;
    }
  return read_record (db, load, (SoleusKind) kind, error);
}

static gboolean
insert_values (SoleusDatabase *db,
               gint64          id,
               SoleusRecord   *record,
               GError        **error)
{
  const KindSql *sql = get_sql (soleus_record_get_kind (record));
  const SoleusRow *values = soleus_record_get_values (record);
  g_autoptr (SoleusStatement) insert = soleus_database_prepare (db, sql->insert, error);
  int index = 1;

  if (insert == NULL)
    return FALSE;
  soleus_statement_bind (insert, index++, id);
  if (soleus_record_get_kind (record) == SOLEUS_KIND_EPISODE)
    soleus_statement_bind (insert, index++, soleus_episode_is_night_time (values));
  bind_row (insert, index, values);
  if (!soleus_statement_run (insert, error))
    return FALSE;

  for (guint i = 0; i < sql->n_lists; i++)
    {
      const SoleusValue *list = &values->values[sql->lists[i].field];
      g_autoptr (SoleusStatement) insert_row = NULL;

      if (!list->set)
        continue;
      insert_row = soleus_database_prepare (db, sql->lists[i].insert, error);
      if (insert_row == NULL)
        return FALSE;
      for (guint k = 0; k < list->rows->len; k++)
        {
          soleus_statement_bind (insert_row, 1, id);
          soleus_statement_bind (insert_row, 2, k);
          bind_row (insert_row, 3, g_ptr_array_index (list->rows, k));
          if (!soleus_statement_run (insert_row, error))
            return FALSE;
        }
    }
  return TRUE;
}

static void
bind_life (SoleusStatement *statement,
           int              index,
           SoleusLife       life)
{
  soleus_statement_bind (statement, index, life.created);
  soleus_statement_bind (statement, index + 1, life.modified);
  soleus_statement_bind (statement, index + 2, life.revision);
  if (life.deleted != 0)
    soleus_statement_bind (statement, index + 3, life.deleted);
  else
    soleus_statement_bind_null (statement, index + 3);
  soleus_statement_bind (statement, index + 4, life.purged);
}

/**
 * soleus_record_table_insert:
 * @db: a diary, in a transaction
 * @record: a valid record whose identity is new
 * @error: return location
 *
 * Returns: %FALSE on failure
 */
gboolean
soleus_record_table_insert (SoleusDatabase *db,
                            SoleusRecord   *record,
                            GError        **error)
{
  g_autoptr (SoleusStatement) statement = NULL;

  statement = soleus_database_prepare (db,
                                       "INSERT INTO \"record\" (\"kind\", \"uuid\", \"created\", \"modified\", \"revision\", \"deleted\", \"purged\", \"at\", \"at_offset\", \"day\", \"note\") "
                                       "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                                       error);
  if (statement == NULL)
    return FALSE;
  soleus_statement_bind (statement, 1, soleus_record_get_kind (record));
  soleus_statement_bind_text (statement, 2, soleus_record_get_uuid (record));
  bind_life (statement, 3, *soleus_record_get_life (record));
  if (!soleus_record_get_life (record)->purged)
    bind_common (statement, 8, record);
  if (!soleus_statement_run (statement, error))
    return FALSE;
  return soleus_record_get_life (record)->purged || insert_values (db, soleus_database_last_id (db), record, error);
}

/**
 * soleus_record_table_update:
 * @db: a diary, in a transaction
 * @id: the number of its row
 * @record: a valid record
 * @error: return location
 *
 * Replaces what the diary holds of a record.
 *
 * Returns: %FALSE on failure
 */
gboolean
soleus_record_table_update (SoleusDatabase *db,
                            gint64          id,
                            SoleusRecord   *record,
                            GError        **error)
{
  g_autoptr (SoleusStatement) statement = NULL;
  g_autoptr (SoleusStatement) remove = NULL;

  statement = soleus_database_prepare (db,
                                       "UPDATE \"record\" SET (\"created\", \"modified\", \"revision\", \"deleted\", \"purged\", \"at\", \"at_offset\", \"day\", \"note\") = "
                                       "(?, ?, ?, ?, ?, ?, ?, ?, ?) WHERE \"id\" = ?",
                                       error);
  remove = soleus_database_prepare (db, get_sql (soleus_record_get_kind (record))->delete, error);
  if (statement == NULL || remove == NULL)
    return FALSE;
  bind_life (statement, 1, *soleus_record_get_life (record));
  if (!soleus_record_get_life (record)->purged)
    bind_common (statement, 6, record);
  soleus_statement_bind (statement, 10, id);
  soleus_statement_bind (remove, 1, id);
  if (!soleus_statement_run (statement, error) || !soleus_statement_run (remove, error))
    return FALSE;
  return soleus_record_get_life (record)->purged || insert_values (db, id, record, error);
}

/**
 * soleus_record_table_set_life:
 * @db: a diary, in a transaction
 * @id: the number of a row
 * @life: its life from now on
 * @error: return location
 *
 * Returns: %FALSE on failure
 */
gboolean
soleus_record_table_set_life (SoleusDatabase *db,
                              gint64          id,
                              SoleusLife      life,
                              GError        **error)
{
  g_autoptr (SoleusStatement) statement = NULL;

  statement = soleus_database_prepare (db, "UPDATE \"record\" SET (\"created\", \"modified\", \"revision\", \"deleted\", \"purged\") = (?, ?, ?, ?, ?) WHERE \"id\" = ?", error);
  if (statement == NULL)
    return FALSE;
  bind_life (statement, 1, life);
  soleus_statement_bind (statement, 6, id);
  return soleus_statement_run (statement, error);
}

/**
 * soleus_record_table_purge:
 * @db: a diary, in a transaction
 * @id: the number of the row of a deleted record
 * @error: return location
 *
 * Wipes what a record said; its identity stays as a tombstone.
 *
 * Returns: %FALSE on failure
 */
gboolean
soleus_record_table_purge (SoleusDatabase *db,
                           gint64          id,
                           GError        **error)
{
  g_autoptr (SoleusRecord) record = soleus_record_table_load (db, id, error);
  g_autoptr (SoleusRecord) tombstone = NULL;
  SoleusLife life;

  if (record == NULL)
    return FALSE;
  life = *soleus_record_get_life (record);
  life.purged = TRUE;
  tombstone = soleus_record_new_full (soleus_record_get_kind (record), soleus_record_get_uuid (record), life);
  return soleus_record_table_update (db, id, tombstone, error);
}

struct _SoleusCursor
{
  SoleusDatabase *db;
  SoleusStatement *statement;
  SoleusKind kind;
};

/**
 * soleus_cursor_open:
 * @db: a diary
 * @kind: a kind
 * @span: (nullable): which of its records; %NULL for all that are not deleted
 * @error: return location
 *
 * Returns: (transfer full): a cursor over records in the order of time, or %NULL on failure
 */
SoleusCursor *
soleus_cursor_open (SoleusDatabase   *db,
                    SoleusKind        kind,
                    const SoleusSpan *span,
                    GError          **error)
{
  gboolean bounded = span != NULL && (span->from != SOLEUS_DATE_NONE || span->until != SOLEUS_DATE_NONE);
  SoleusStatement *statement = soleus_database_prepare (db, bounded ? get_sql (kind)->scan_span : get_sql (kind)->scan, error);
  SoleusCursor *self;

  if (statement == NULL)
    return NULL;
  soleus_statement_bind (statement, 1, kind);
  soleus_statement_bind (statement, 2, span != NULL && span->everything);
  if (bounded)
    {
      soleus_statement_bind (statement, 3, span->from); /* none is less than every date */
      soleus_statement_bind (statement, 4, span->until != SOLEUS_DATE_NONE ? span->until : G_MAXINT32);
    }

  self = g_new0 (SoleusCursor, 1);
  self->db = db;
  self->statement = statement;
  self->kind = kind;
  return self;
}

/**
 * soleus_cursor_next:
 * @self: a cursor
 * @record: (out) (transfer full) (nullable): the next record, or %NULL past the last
 * @error: return location
 *
 * Returns: %FALSE on failure
 */
gboolean
soleus_cursor_next (SoleusCursor  *self,
                    SoleusRecord **record,
                    GError       **error)
{
  gboolean has_row;

  *record = NULL;
  if (!soleus_statement_step (self->statement, &has_row, error))
    return FALSE;
  if (has_row)
    {
      *record = read_record (self->db, self->statement, self->kind, error);
      return *record != NULL;
    }
  return TRUE;
}

/**
 * soleus_cursor_close:
 * @self: (nullable) (transfer full): a cursor
 */
void
soleus_cursor_close (SoleusCursor *self)
{
  if (self == NULL)
    return;
  soleus_statement_done (self->statement);
  g_free (self);
}
