/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From the arguments to a command, and from there to an exit code. */
#include "config.h"

#include "app/ctl/soleus-ctl.h"

#include <glib/gi18n.h>

#include "app/ctl/soleus-ctl-private.h"
#include "app/soleus-paths.h"

static const SoleusCtlCommand commands[] = {
  { "log", SOLEUS_CTL_BIT (SOLEUS_CTL_AT) | SOLEUS_CTL_BIT (SOLEUS_CTL_NIGHT) | SOLEUS_CTL_BIT (SOLEUS_CTL_NONE_OF_EIGHT) | SOLEUS_CTL_BIT (SOLEUS_CTL_FORCE),
    "log KIND [FIELD=VALUE]...", N_ ("record something and print its ID"), soleus_ctl_log },
  { "profile", 0, "profile set FIELD=VALUE...", N_ ("change the profile"), soleus_ctl_profile },
  { "edit", SOLEUS_CTL_BIT (SOLEUS_CTL_FORCE), "edit ID FIELD=VALUE...", N_ ("change an entry; FIELD= empties a field"), soleus_ctl_edit },
  { "delete", 0, "delete ID", N_ ("move an entry to the trash"), soleus_ctl_delete },
  { "undelete", 0, "undelete ID", N_ ("bring an entry back from the trash"), soleus_ctl_undelete },
  { "list", SOLEUS_CTL_BIT (SOLEUS_CTL_FROM) | SOLEUS_CTL_BIT (SOLEUS_CTL_TO) | SOLEUS_CTL_BIT (SOLEUS_CTL_DELETED),
    "list KINDS [--from DATE] [--to DATE] [--deleted]", N_ ("show entries, in the order of time"), soleus_ctl_list },
  { "triage", SOLEUS_CTL_BIT (SOLEUS_CTL_EXPLAIN), "triage [--explain]", N_ ("show which warning signs the diary holds, as of now"), soleus_ctl_triage },
  { "doses", SOLEUS_CTL_BIT (SOLEUS_CTL_FROM) | SOLEUS_CTL_BIT (SOLEUS_CTL_TO), "doses [--from DATE] [--to DATE]",
    N_ ("show what is due by the schedules, and what became of it"), soleus_ctl_doses },
  { "minerals", SOLEUS_CTL_BIT (SOLEUS_CTL_FROM) | SOLEUS_CTL_BIT (SOLEUS_CTL_TO), "minerals [--from DATE] [--to DATE]",
    N_ ("show what the logged food holds of potassium, calcium and magnesium, day by day"), soleus_ctl_minerals },
  { "reminders", SOLEUS_CTL_BIT (SOLEUS_CTL_COUNT) | SOLEUS_CTL_BIT (SOLEUS_CTL_FROM) | SOLEUS_CTL_BIT (SOLEUS_CTL_TO),
    "reminders next [--count N] | on KIND | off KIND | ledger [--from DATE] [--to DATE] | calendar FILE",
    N_ ("show what comes next, turn reminders on and off, show what became of them, save them as a calendar for a phone"), soleus_ctl_reminders },
  { "guide", 0, "guide list | show ID | search WORDS", N_ ("read the guides"), soleus_ctl_guide },
  { "export", SOLEUS_CTL_BIT (SOLEUS_CTL_FORMAT), "export [--format json] PATH", N_ ("write the whole diary to a file, or with - to the terminal"), soleus_ctl_export },
  { "import", SOLEUS_CTL_BIT (SOLEUS_CTL_DRY_RUN) | SOLEUS_CTL_BIT (SOLEUS_CTL_KEEP) | SOLEUS_CTL_BIT (SOLEUS_CTL_TAKE),
    "import PATH [--dry-run] [--keep | --take]", N_ ("read an archive into the diary; of two versions the later change wins, or the diary's, or the file's"),
    soleus_ctl_import },
  { "backup", 0, "backup FILE", N_ ("save a checked copy of the diary"), soleus_ctl_backup },
  { "restore", 0, "restore FILE", N_ ("put a copy in the place of the diary; what was there is kept"), soleus_ctl_restore },
  { "check", 0, "check", N_ ("read everything and say whether it is sound"), soleus_ctl_check },
  { "sample", SOLEUS_CTL_BIT (SOLEUS_CTL_YEARS) | SOLEUS_CTL_BIT (SOLEUS_CTL_SEED), "sample [--years N] [--seed S]", N_ ("fill an empty diary with a made-up one"),
    soleus_ctl_sample },
  { NULL },
};

static const SoleusCtlCommand *
find_command (const char *name)
{
  for (guint i = 0; commands[i].name != NULL; i++)
    if (g_str_equal (commands[i].name, name))
      return &commands[i];
  return NULL;
}

static gboolean
set_clock (SoleusCtl *self)
{
  SoleusTime now;

  if (self->options[SOLEUS_CTL_NOW] == NULL)
    {
      self->clock = soleus_clock_new_system ();
      return TRUE;
    }
  if (!soleus_time_parse (self->options[SOLEUS_CTL_NOW], &now))
    {
      soleus_ctl_refuse (self, _("--now takes a time such as 2026-03-03T02:40:00+01:00."));
      return FALSE;
    }
  self->clock = soleus_clock_new_fixed (now);
  return TRUE;
}

static SoleusCtlExit
run_command (SoleusCtl *self)
{
  const SoleusCtlCommand *command;

  if (self->options[SOLEUS_CTL_VERSION] != NULL)
    {
      fprintf (self->out, "soleusctl %s\n", SOLEUS_VERSION);
      return SOLEUS_CTL_DONE;
    }
  if (self->n_words == 0 || g_str_equal (self->words[0], "help"))
    {
      if (self->n_words > 0 || self->options[SOLEUS_CTL_HELP] != NULL)
        return soleus_ctl_help (self, commands);
      return soleus_ctl_refuse (self, _("A command is missing."));
    }

  command = find_command (self->words[0]);
  if (command == NULL)
    return soleus_ctl_refuse (self, _("There is no such command."));
  if (!soleus_ctl_allow_options (self, command->options))
    return SOLEUS_CTL_USAGE;
  if (self->options[SOLEUS_CTL_HELP] != NULL && !(g_str_equal (command->name, "log") && self->n_words > 1))
    return soleus_ctl_help (self, commands);
  if (!set_clock (self))
    return SOLEUS_CTL_USAGE;

  self->path = self->options[SOLEUS_CTL_DIARY] != NULL ? g_strdup (self->options[SOLEUS_CTL_DIARY]) : soleus_paths_dup_diary ();
  return command->run (self);
}

/**
 * soleus_ctl_run:
 * @n_arguments: how many arguments there are
 * @arguments: (array length=n_arguments): them, without the name of the program
 * @out: for answers
 * @err: for complaints: one line, with nothing from the diary in it
 *
 * Returns: the exit code: 0 done, 1 could not, 2 wrong usage
 */
int
soleus_ctl_run (int    n_arguments,
                char **arguments,
                FILE  *out,
                FILE  *err)
{
  SoleusCtl self = { .out = out, .err = err };
  SoleusCtlExit code;

  code = soleus_ctl_read_arguments (&self, n_arguments, arguments) ? run_command (&self) : SOLEUS_CTL_USAGE;
  if ((fflush (out) != 0 || ferror (out) != 0) && code == SOLEUS_CTL_DONE)
    code = soleus_ctl_fail_with (&self, _("The answer could not be written."));

  g_clear_object (&self.clock);
  g_free (self.path);
  g_free (self.words);
  return (int) code;
}
