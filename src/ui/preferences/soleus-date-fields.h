/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A date as three short entries: day, month, year. */
#pragma once

#include <gtk/gtk.h>

#include "model/soleus-row.h"

G_BEGIN_DECLS

#define SOLEUS_TYPE_DATE_FIELDS (soleus_date_fields_get_type ())

G_DECLARE_FINAL_TYPE (SoleusDateFields, soleus_date_fields, SOLEUS, DATE_FIELDS, GtkBox)

/**
 * SoleusDateFieldsState:
 * @SOLEUS_DATE_FIELDS_EMPTY: nothing is typed
 * @SOLEUS_DATE_FIELDS_BEGUN: a part is still missing
 * @SOLEUS_DATE_FIELDS_WRONG: there is no such date
 * @SOLEUS_DATE_FIELDS_DATE: a date
 */
typedef enum
{
  SOLEUS_DATE_FIELDS_EMPTY,
  SOLEUS_DATE_FIELDS_BEGUN,
  SOLEUS_DATE_FIELDS_WRONG,
  SOLEUS_DATE_FIELDS_DATE,
} SoleusDateFieldsState;

GtkWidget            *soleus_date_fields_new      (const char *question);
void                  soleus_date_fields_set_date (SoleusDateFields *self, SoleusDate date);
SoleusDateFieldsState soleus_date_fields_get_date (SoleusDateFields *self, SoleusDate *date);
gboolean              soleus_date_fields_take     (SoleusDateFields *self, SoleusRow *values, const char *field);

G_END_DECLS
