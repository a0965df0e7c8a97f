/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Options may stand before or after the command, as "--from DATE" or "--from=DATE"; after "--" everything is a word. */
#include "config.h"

#include "app/ctl/soleus-ctl-private.h"

#include <glib/gi18n.h>
#include <string.h>

typedef struct
{
  const char *name;
  gboolean takes_value;
} Option;

static const Option options[SOLEUS_CTL_N_OPTIONS] = {
  [SOLEUS_CTL_DIARY] = { "diary", TRUE },
  [SOLEUS_CTL_JSON] = { "json", FALSE },
  [SOLEUS_CTL_NOW] = { "now", TRUE },
  [SOLEUS_CTL_HELP] = { "help", FALSE },
  [SOLEUS_CTL_VERSION] = { "version", FALSE },
  [SOLEUS_CTL_AT] = { "at", TRUE },
  [SOLEUS_CTL_NIGHT] = { "night", TRUE },
  [SOLEUS_CTL_NONE_OF_EIGHT] = { "none-of-eight", FALSE },
  [SOLEUS_CTL_FORCE] = { "force", FALSE },
  [SOLEUS_CTL_FROM] = { "from", TRUE },
  [SOLEUS_CTL_TO] = { "to", TRUE },
  [SOLEUS_CTL_DELETED] = { "deleted", FALSE },
  [SOLEUS_CTL_FORMAT] = { "format", TRUE },
  [SOLEUS_CTL_DRY_RUN] = { "dry-run", FALSE },
  [SOLEUS_CTL_KEEP] = { "keep", FALSE },
  [SOLEUS_CTL_TAKE] = { "take", FALSE },
  [SOLEUS_CTL_YEARS] = { "years", TRUE },
  [SOLEUS_CTL_SEED] = { "seed", TRUE },
  [SOLEUS_CTL_EXPLAIN] = { "explain", FALSE },
  [SOLEUS_CTL_COUNT] = { "count", TRUE },
};

#define EVERY_COMMAND (SOLEUS_CTL_BIT (SOLEUS_CTL_AT) - 1)

static int
find_option (const char *name,
             gsize       length)
{
  for (int i = 0; i < SOLEUS_CTL_N_OPTIONS; i++)
    if (strlen (options[i].name) == length && strncmp (options[i].name, name, length) == 0)
      return i;
  return -1;
}

/* Reads the option at @arguments; @used counts how many arguments it took. */
static gboolean
read_option (SoleusCtl *self,
             int        n_arguments,
             char     **arguments,
             int       *used)
{
  const char *name = arguments[0] + 2;
  const char *equals = strchr (name, '=');
  int option = find_option (name, equals != NULL ? (gsize) (equals - name) : strlen (name));

  *used = 1;
  if (option < 0)
    {
      soleus_ctl_refuse (self, _("There is no such option."));
      return FALSE;
    }
  if (self->options[option] != NULL)
    {
      soleus_ctl_refuse (self, _("--%s is given twice."), options[option].name);
      return FALSE;
    }
  if (options[option].takes_value != (equals != NULL) && (equals != NULL || n_arguments < 2))
    {
      soleus_ctl_refuse (self, equals != NULL ? _("--%s takes no value.") : _("--%s needs a value."), options[option].name);
      return FALSE;
    }
  if (!options[option].takes_value)
    self->options[option] = "";
  else if (equals != NULL)
    self->options[option] = equals + 1;
  else
    self->options[option] = arguments[(*used)++];
  return TRUE;
}

/**
 * soleus_ctl_read_arguments:
 * @self: a call
 * @n_arguments: how many arguments there are
 * @arguments: (array length=n_arguments): them; they stay the caller's
 *
 * Sorts options from words.
 *
 * Returns: %FALSE where an option is wrong, which has been told
 */
gboolean
soleus_ctl_read_arguments (SoleusCtl *self,
                           int        n_arguments,
                           char     **arguments)
{
  gboolean only_words = FALSE;

  self->words = g_new0 (char *, (gsize) n_arguments + 1);
  for (int i = 0, used = 1; i < n_arguments; i += used)
    {
      char *argument = arguments[i];

      used = 1;
      if (only_words || argument[0] != '-' || argument[1] == '\0')
        self->words[self->n_words++] = argument;
      else if (g_str_equal (argument, "--"))
        only_words = TRUE;
      else if (g_str_equal (argument, "-h"))
        self->options[SOLEUS_CTL_HELP] = "";
      else if (argument[1] != '-')
        {
          soleus_ctl_refuse (self, _("There is no such option."));
          return FALSE;
        }
      else if (!read_option (self, n_arguments - i, arguments + i, &used))
        return FALSE;
    }
  return TRUE;
}

/**
 * soleus_ctl_allow_options:
 * @self: a call
 * @allowed: a mask of SOLEUS_CTL_BIT(), beside those of every command
 *
 * Returns: %FALSE where another option was given, which has been told
 */
gboolean
soleus_ctl_allow_options (SoleusCtl *self,
                          guint      allowed)
{
  for (int i = 0; i < SOLEUS_CTL_N_OPTIONS; i++)
    if (self->options[i] != NULL && ((allowed | EVERY_COMMAND) & SOLEUS_CTL_BIT (i)) == 0)
      {
        soleus_ctl_refuse (self, _("--%s does not go with this command."), options[i].name);
        return FALSE;
      }
  return TRUE;
}

/**
 * soleus_ctl_read_date:
 * @self: a call
 * @option: an option
 * @date: (inout): its value, untouched where it was not given
 *
 * Returns: %FALSE where it is no date, which has been told
 */
gboolean
soleus_ctl_read_date (SoleusCtl      *self,
                      SoleusCtlOption option,
                      SoleusDate     *date)
{
  if (self->options[option] == NULL || soleus_date_parse (self->options[option], date))
    return TRUE;
  soleus_ctl_refuse (self, _("--%s takes a date such as 2026-03-03."), options[option].name);
  return FALSE;
}

/**
 * soleus_ctl_read_number:
 * @self: a call
 * @option: an option
 * @least: least value
 * @most: largest value
 * @number: (inout): its value, untouched where it was not given
 *
 * Returns: %FALSE where it is no such number, which has been told
 */
gboolean
soleus_ctl_read_number (SoleusCtl      *self,
                        SoleusCtlOption option,
                        guint32         least,
                        guint32         most,
                        guint32        *number)
{
  guint64 value = *number;

  if (self->options[option] != NULL && !g_ascii_string_to_unsigned (self->options[option], 10, least, most, &value, NULL))
    {
      soleus_ctl_refuse (self, _("--%s takes a whole number from %u to %u."), options[option].name, least, most);
      return FALSE;
    }
  *number = (guint32) value;
  return TRUE;
}
