/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What tests of pages share: a diary of their own, a clock that stands still, a window, and a look at what a person
 * would see, hear and press. */
#pragma once

#include <gtk/gtk.h>

#include "app/soleus-context.h"

G_BEGIN_DECLS

typedef struct
{
  char *folder;
  SoleusClock *clock;
  SoleusContext *context;
  SoleusDiary *diary;  /* the context's */
  GtkWidget *window;
  GPtrArray *actions;  /* of "win.open-night 20515": the window actions that a page asked for */
  char *said;          /* what the latest write told the person */
} SoleusUiTest;

void          soleus_ui_test_init         (int *argc, char ***argv);
SoleusUiTest *soleus_ui_test_new          (const char *now);
SoleusUiTest *soleus_ui_test_new_own      (const char *now);
SoleusUiTest *soleus_ui_test_new_in_zone  (const char *now, const char *zone);
void          soleus_ui_test_free         (SoleusUiTest *self);

void          soleus_ui_test_show         (SoleusUiTest *self, GtkWidget *page, int width, int height);
void          soleus_ui_test_settle       (SoleusUiTest *self);
void          soleus_ui_test_press        (SoleusUiTest *self, GtkWidget *button);
void          soleus_ui_test_press_named  (SoleusUiTest *self, const char *name);
void          soleus_ui_test_key          (SoleusUiTest *self, const char *key);
void          soleus_ui_test_answer       (SoleusUiTest *self, const char *id);

GtkWidget    *soleus_ui_test_find         (SoleusUiTest *self, GType type, const char *name);
GtkWidget    *soleus_ui_test_find_in      (GtkWidget *widget, GType type, const char *name);
gboolean      soleus_ui_test_shows        (SoleusUiTest *self, const char *text);
gboolean      soleus_ui_test_is_named     (GtkWidget *widget, const char *name);
const char   *soleus_ui_test_last_action  (SoleusUiTest *self);

SoleusRecord *soleus_ui_test_add_cramp    (SoleusUiTest *self, const char *start, const char *muscle, const char *side, int pain, const char *note);
SoleusRecord *soleus_ui_test_say_night    (SoleusUiTest *self, const char *night, const char *said, const char *note);
SoleusRecord *soleus_ui_test_add_drink    (SoleusUiTest *self, const char *at, const char *drink, int ml);
SoleusDate    soleus_ui_test_date         (const char *date);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SoleusUiTest, soleus_ui_test_free)

G_END_DECLS
