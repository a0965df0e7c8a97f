/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The diary: every read and write of records goes through here. */
#pragma once

#include <glib-object.h>

#include "base/soleus-clock.h"
#include "model/soleus-night.h"
#include "model/soleus-record.h"
#include "store/soleus-database.h"
#include "store/soleus-edit.h"

G_BEGIN_DECLS

/* How long deleted records stay in the trash. */
#define SOLEUS_TRASH_DAYS 30

#define SOLEUS_TYPE_DIARY (soleus_diary_get_type ())

G_DECLARE_FINAL_TYPE (SoleusDiary, soleus_diary, SOLEUS, DIARY, GObject)

SoleusDiary  *soleus_diary_open             (const char *path, SoleusOpen mode, int busy_ms, SoleusClock *clock, GError **error);
const char   *soleus_diary_get_path         (SoleusDiary *self);
SoleusClock  *soleus_diary_get_clock        (SoleusDiary *self);
gboolean      soleus_diary_is_writable      (SoleusDiary *self);

gboolean      soleus_diary_write            (SoleusDiary *self, GPtrArray *edits, GPtrArray **inverse, GError **error);
gboolean      soleus_diary_save             (SoleusDiary *self, SoleusRecord *record, GError **error);
gboolean      soleus_diary_delete           (SoleusDiary *self, const char *uuid, GError **error);
gboolean      soleus_diary_undelete         (SoleusDiary *self, const char *uuid, GError **error);
gboolean      soleus_diary_purge            (SoleusDiary *self, const char *uuid, GError **error);
gboolean      soleus_diary_purge_trash      (SoleusDiary *self, gint64 deleted_until, GError **error);

SoleusRecord *soleus_diary_get              (SoleusDiary *self, const char *uuid, GError **error);
SoleusRecord *soleus_diary_load             (SoleusDiary *self, gint64 id, GError **error);
SoleusRecord *soleus_diary_get_night_record (SoleusDiary *self, SoleusDate night, GError **error);
SoleusRecord *soleus_diary_get_single       (SoleusDiary *self, SoleusKind kind, GError **error);
GPtrArray    *soleus_diary_list             (SoleusDiary *self, SoleusKind kind, SoleusDate from, SoleusDate until, GError **error);
GPtrArray    *soleus_diary_list_trash       (SoleusDiary *self, GError **error);
GArray       *soleus_diary_get_nights       (SoleusDiary *self, SoleusDate from, SoleusDate until, GError **error);
gboolean      soleus_diary_count            (SoleusDiary *self, gint64 *n_records, GError **error);
SoleusDate    soleus_diary_get_first_night  (SoleusDiary *self);

gboolean      soleus_diary_save_draft       (SoleusDiary *self, const char *form, const char *content, GError **error);
char         *soleus_diary_get_draft        (SoleusDiary *self, const char *form, gint64 *saved);

gboolean      soleus_diary_check            (SoleusDiary *self, GError **error);
void          soleus_diary_refresh          (SoleusDiary *self);
void          soleus_diary_changed          (SoleusDiary *self, guint kinds);

/* For siblings in this room and for the archive. */
SoleusDatabase *soleus_diary_get_database   (SoleusDiary *self);

G_END_DECLS
