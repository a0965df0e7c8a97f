/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Writes JSON as a stream. The same calls always give the same bytes: members come in the order of the calls,
 * numbers in their shortest form, and only what must be escaped is escaped.
 *
 * The functions between new and finish report nothing. The first failure stays, nothing more is written after
 * it, and soleus_json_writer_finish() tells.
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* How many arrays and objects may be open at once. */
#define SOLEUS_JSON_WRITER_MAX_DEPTH 64

/**
 * SoleusJsonSink:
 * @data: (array length=length): the next part of the document
 *
 * Takes part of a document; never called again after it failed.
 *
 * Returns: %FALSE, with @error set, if it could not
 */
typedef gboolean (*SoleusJsonSink) (const char *data,
                                    gsize length,
                                    gpointer user_data,
                                    GError **error);

typedef struct _SoleusJsonWriter SoleusJsonWriter;

SoleusJsonWriter *soleus_json_writer_new (guint indent_depth);
SoleusJsonWriter *soleus_json_writer_new_for_sink (guint indent_depth,
                                                   SoleusJsonSink sink,
                                                   gpointer user_data);
SoleusJsonWriter *soleus_json_writer_new_for_stream (guint indent_depth,
                                                     GOutputStream *stream,
                                                     GCancellable *cancellable);
void soleus_json_writer_free (SoleusJsonWriter *self);

void soleus_json_writer_begin_object (SoleusJsonWriter *self);
void soleus_json_writer_end_object (SoleusJsonWriter *self);
void soleus_json_writer_begin_array (SoleusJsonWriter *self);
void soleus_json_writer_end_array (SoleusJsonWriter *self);
void soleus_json_writer_key (SoleusJsonWriter *self,
                             const char *key);

void soleus_json_writer_string (SoleusJsonWriter *self,
                                const char *value);
void soleus_json_writer_int (SoleusJsonWriter *self,
                             gint64 value);
void soleus_json_writer_decimal (SoleusJsonWriter *self,
                                 gint64 scaled,
                                 guint decimals);
void soleus_json_writer_bool (SoleusJsonWriter *self,
                              gboolean value);
void soleus_json_writer_null (SoleusJsonWriter *self);

gboolean soleus_json_writer_check (SoleusJsonWriter *self,
                                   GError **error);
gboolean soleus_json_writer_finish (SoleusJsonWriter *self,
                                    GError **error);
GBytes *soleus_json_writer_finish_bytes (SoleusJsonWriter *self,
                                         GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SoleusJsonWriter, soleus_json_writer_free)

G_END_DECLS
