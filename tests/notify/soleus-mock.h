/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A stand-in for a service of the desktop, in a program of its own, and what it was told. */
#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

G_BEGIN_DECLS

typedef struct _SoleusMock SoleusMock;

SoleusMock *soleus_mock_start     (const char *tool, const char *name, const char *path, ...) G_GNUC_NULL_TERMINATED;
void        soleus_mock_stop      (SoleusMock *self);
gboolean    soleus_mock_tell      (SoleusMock *self, const char *method, GVariant *arguments);
guint       soleus_mock_count     (SoleusMock *self, const char *event);
JsonObject *soleus_mock_get_last  (SoleusMock *self, const char *event);
guint       soleus_mock_count_open (SoleusMock *self);

/* Lets the main loop run for that long: what should not happen has that much time to happen. */
void        soleus_mock_pass      (guint milliseconds);

/* Lets the main loop run until the condition holds; the test fails where it does not within that many seconds. */
#define soleus_mock_wait_for(condition, seconds)                                          \
  G_STMT_START                                                                            \
  {                                                                                       \
    gint64 soleus_mock_end = g_get_monotonic_time () + (gint64) (seconds) * G_USEC_PER_SEC; \
    while (!(condition) && g_get_monotonic_time () < soleus_mock_end)                     \
      soleus_mock_pass (5);                                                               \
    g_assert_true (condition);                                                            \
  }                                                                                       \
  G_STMT_END

#define soleus_mock_wait(condition) soleus_mock_wait_for (condition, 10)

G_END_DECLS
