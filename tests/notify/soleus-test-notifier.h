/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the tests of notifications share: a notifier, the service that it speaks to, what is to be up, and what it told. */
#pragma once

#include "notify/soleus-mock.h"
#include "notify/soleus-notifier.h"

G_BEGIN_DECLS

#define SOLEUS_TEST_APP "org.example.Test"

/**
 * SoleusTestNotifier:
 * @mock: (nullable): the service
 * @notifier: the notifier
 * @heard: (element-type utf8): what it told, such as "shown KEY" or "pressed PRESS TOKEN"
 * @list: (element-type SoleusNotification): what is to be up
 * @use_portal: whether it speaks to the portal
 */
typedef struct
{
  SoleusMock *mock;
  SoleusNotifier *notifier;
  GPtrArray *heard;
  GPtrArray *list;
  gboolean use_portal;
} SoleusTestNotifier;

void     soleus_test_notifier_init      (SoleusTestNotifier *self, gboolean use_portal);
void     soleus_test_notifier_make      (SoleusTestNotifier *self);
void     soleus_test_notifier_tear_down (SoleusTestNotifier *self, gconstpointer data);
gboolean soleus_test_notifier_has_heard (SoleusTestNotifier *self, const char *what);

G_END_DECLS
