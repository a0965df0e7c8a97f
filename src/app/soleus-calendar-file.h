/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The reminders that are on, as a calendar file for a phone. */
#pragma once

#include "store/soleus-diary.h"

G_BEGIN_DECLS

#define SOLEUS_CALENDAR_FILE_ERROR (soleus_calendar_file_error_quark ())

/**
 * SoleusCalendarFileError:
 * @SOLEUS_CALENDAR_FILE_ERROR_EMPTY: nothing is on that has a time
 * @SOLEUS_CALENDAR_FILE_ERROR_FULL: the disk is full
 * @SOLEUS_CALENDAR_FILE_ERROR_FOLDER: nothing can be written there
 * @SOLEUS_CALENDAR_FILE_ERROR_IO: the system could not write
 */
typedef enum
{
  SOLEUS_CALENDAR_FILE_ERROR_EMPTY,
  SOLEUS_CALENDAR_FILE_ERROR_FULL,
  SOLEUS_CALENDAR_FILE_ERROR_FOLDER,
  SOLEUS_CALENDAR_FILE_ERROR_IO,
} SoleusCalendarFileError;

GQuark   soleus_calendar_file_error_quark (void);
char    *soleus_calendar_file_dup_text    (SoleusDiary *diary, GError **error);
gboolean soleus_calendar_file_write       (SoleusDiary *diary, const char *path, GError **error);

G_END_DECLS
