/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the commands share: the options, the words after the command, and how a command opens, tells and ends. */
#pragma once

#include <stdio.h>

#include "base/soleus-json-writer.h"
#include "store/soleus-diary.h"

G_BEGIN_DECLS

/**
 * SoleusCtlExit:
 * @SOLEUS_CTL_DONE: done
 * @SOLEUS_CTL_FAILED: could not; one line on the error stream says why
 * @SOLEUS_CTL_USAGE: the words make no command
 *
 * How a command ended; these are the exit codes of the program.
 */
typedef enum
{
  SOLEUS_CTL_DONE = 0,
  SOLEUS_CTL_FAILED = 1,
  SOLEUS_CTL_USAGE = 2,
} SoleusCtlExit;

/**
 * SoleusCtlOption:
 *
 * The options. The first five stand with every command.
 */
typedef enum
{
  SOLEUS_CTL_DIARY,
  SOLEUS_CTL_JSON,
  SOLEUS_CTL_NOW,
  SOLEUS_CTL_HELP,
  SOLEUS_CTL_VERSION,
  SOLEUS_CTL_AT,
  SOLEUS_CTL_NIGHT,
  SOLEUS_CTL_NONE_OF_EIGHT,
  SOLEUS_CTL_FORCE,
  SOLEUS_CTL_FROM,
  SOLEUS_CTL_TO,
  SOLEUS_CTL_DELETED,
  SOLEUS_CTL_FORMAT,
  SOLEUS_CTL_DRY_RUN,
  SOLEUS_CTL_KEEP,
  SOLEUS_CTL_TAKE,
  SOLEUS_CTL_YEARS,
  SOLEUS_CTL_SEED,
  SOLEUS_CTL_EXPLAIN,
  SOLEUS_CTL_COUNT,
  SOLEUS_CTL_N_OPTIONS,
} SoleusCtlOption;

#define SOLEUS_CTL_BIT(option) (1u << (option))

/**
 * SoleusCtl:
 * @out: for answers
 * @err: for complaints
 * @options: the value of each option, "" for one that has none, %NULL where it was not given
 * @words: (array zero-terminated=1): the command and what follows it
 * @n_words: how many there are
 * @path: the diary
 * @clock: what time it is
 *
 * One call of the program.
 */
typedef struct
{
  FILE *out;
  FILE *err;
  const char *options[SOLEUS_CTL_N_OPTIONS];
  char **words;
  guint n_words;
  char *path;
  SoleusClock *clock;
} SoleusCtl;

/**
 * SoleusCtlCommand:
 * @name: its name
 * @options: a mask of SOLEUS_CTL_BIT(), beside those of every command
 * @usage: its words and options
 * @summary: what it does, to be translated
 * @run: carries it out
 */
typedef struct
{
  const char *name;
  guint options;
  const char *usage;
  const char *summary;
  SoleusCtlExit (*run) (SoleusCtl *self);
} SoleusCtlCommand;

/* soleus-ctl-options.c */
gboolean      soleus_ctl_read_arguments (SoleusCtl *self, int n_arguments, char **arguments);
gboolean      soleus_ctl_allow_options  (SoleusCtl *self, guint allowed);
gboolean      soleus_ctl_read_date      (SoleusCtl *self, SoleusCtlOption option, SoleusDate *date);
gboolean      soleus_ctl_read_number    (SoleusCtl *self, SoleusCtlOption option, guint32 least, guint32 most, guint32 *number);

/* soleus-ctl-common.c */
SoleusCtlExit soleus_ctl_fail           (SoleusCtl *self, const GError *error);
SoleusCtlExit soleus_ctl_fail_with      (SoleusCtl *self, const char *words);
SoleusCtlExit soleus_ctl_refuse         (SoleusCtl *self, const char *format, ...) G_GNUC_PRINTF (2, 3);
void          soleus_ctl_warn           (SoleusCtl *self, const GError *error);
SoleusDiary  *soleus_ctl_open           (SoleusCtl *self, SoleusOpen mode, GError **error);
void          soleus_ctl_copy_daily     (SoleusCtl *self);
SoleusCtlExit soleus_ctl_tell_id        (SoleusCtl *self, const char *uuid);
SoleusCtlExit soleus_ctl_tell_json      (SoleusCtl *self, SoleusJsonWriter *writer);
SoleusJsonWriter *soleus_ctl_json_new   (SoleusCtl *self);
void          soleus_ctl_json_word      (SoleusJsonWriter *writer, const char *key, const char *word);
gboolean      soleus_ctl_is_diary       (SoleusCtl *self, const char *path);
const SoleusKindInfo *soleus_ctl_find_kind (const char *name);

/* soleus-ctl-fields.c */
gboolean      soleus_ctl_words_are_fields (SoleusCtl *self, guint first);
GHashTable   *soleus_ctl_take_words     (SoleusRecord *record, char **words, GError **error);
gboolean      soleus_ctl_has_references (SoleusRecord *record);
gboolean      soleus_ctl_resolve        (SoleusRecord *record, GHashTable *given, SoleusDiary *diary, GError **error);
void          soleus_ctl_complete       (SoleusRecord *record, SoleusClock *clock);

/* soleus-ctl-line.c */
char         *soleus_ctl_dup_line       (SoleusRecord *record, SoleusDiary *diary, GHashTable *names);

/* soleus-ctl-help.c */
SoleusCtlExit soleus_ctl_help           (SoleusCtl *self, const SoleusCtlCommand *commands);
SoleusCtlExit soleus_ctl_help_kind      (SoleusCtl *self, const SoleusKindInfo *kind);

/* The commands, in the files of their names. */
SoleusCtlExit soleus_ctl_log            (SoleusCtl *self);
SoleusCtlExit soleus_ctl_profile        (SoleusCtl *self);
SoleusCtlExit soleus_ctl_edit           (SoleusCtl *self);
SoleusCtlExit soleus_ctl_delete         (SoleusCtl *self);
SoleusCtlExit soleus_ctl_undelete       (SoleusCtl *self);
SoleusCtlExit soleus_ctl_list           (SoleusCtl *self);
SoleusCtlExit soleus_ctl_export         (SoleusCtl *self);
SoleusCtlExit soleus_ctl_import         (SoleusCtl *self);
SoleusCtlExit soleus_ctl_backup         (SoleusCtl *self);
SoleusCtlExit soleus_ctl_restore        (SoleusCtl *self);
SoleusCtlExit soleus_ctl_check          (SoleusCtl *self);
SoleusCtlExit soleus_ctl_sample         (SoleusCtl *self);
SoleusCtlExit soleus_ctl_guide          (SoleusCtl *self);
SoleusCtlExit soleus_ctl_triage         (SoleusCtl *self);
SoleusCtlExit soleus_ctl_doses          (SoleusCtl *self);
SoleusCtlExit soleus_ctl_minerals       (SoleusCtl *self);
SoleusCtlExit soleus_ctl_reminders      (SoleusCtl *self);

G_END_DECLS
