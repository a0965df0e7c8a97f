/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What --help prints. The fields of a kind come from the table of kinds, so that nothing here can grow old. */
#include "config.h"

#include "app/ctl/soleus-ctl-private.h"

#include <glib/gi18n.h>

/**
 * soleus_ctl_help:
 * @self: a call
 * @commands: (array zero-terminated=1): the commands
 *
 * Prints the commands and options.
 *
 * Returns: %SOLEUS_CTL_DONE
 */
SoleusCtlExit
soleus_ctl_help (SoleusCtl              *self,
                 const SoleusCtlCommand *commands)
{
  fprintf (self->out, "%s\n\n", _("soleusctl: the diary of Soleus from a terminal"));
  for (guint i = 0; commands[i].name != NULL; i++)
    fprintf (self->out, "  soleusctl %s\n      %s\n", commands[i].usage, _(commands[i].summary));

  fprintf (self->out, "\n%s\n", _("Options, before or after the command:"));
  fprintf (self->out, "  --diary FILE   %s\n", _("another diary than your own"));
  fprintf (self->out, "  --json         %s\n", _("print JSON"));
  fprintf (self->out, "  --now TIME     %s\n", _("set the clock, and by its offset the zone: 2026-03-03T02:40:00+01:00"));
  fprintf (self->out, "  --help         %s\n", _("print this"));
  fprintf (self->out, "  --version      %s\n", _("print the version"));

  fprintf (self->out, "\n%s\n", _("For log, KIND is one of these; \"log KIND --help\" prints its fields:"));
  fprintf (self->out, "  cramp");
  for (int kind = SOLEUS_KIND_FIRST + 1; kind <= SOLEUS_KIND_LAST; kind++)
    fprintf (self->out, " %s", soleus_kind_get_info ((SoleusKind) kind)->name);
  fprintf (self->out, "\n\n%s\n ", _("For reminders, KIND is one of these:"));
  for (guint i = 0; soleus_reminder_kinds.words[i] != NULL; i++)
    fprintf (self->out, " %s", soleus_reminder_kinds.words[i]);
  fprintf (self->out, "\n\n%s\n", _("For list, KINDS is one of these; --from and --to are nights, --deleted shows the trash:"));
  fprintf (self->out, "  ");
  for (int kind = SOLEUS_KIND_FIRST; kind <= SOLEUS_KIND_LAST; kind++)
    fprintf (self->out, "%s%s", soleus_kind_get_info ((SoleusKind) kind)->plural, kind < SOLEUS_KIND_LAST ? " " : "\n");
  return SOLEUS_CTL_DONE;
}

static char *
dup_type (const SoleusField *field)
{
  g_autoptr (GString) row = NULL;

  switch (field->type)
    {
    case SOLEUS_FIELD_WORD:
      return g_strjoinv ("|", (char **) field->words->words);
    case SOLEUS_FIELD_INTEGER:
      return g_strdup_printf ("%d..%d", (int) field->min, (int) field->max);
    case SOLEUS_FIELD_DECIMAL:
      return g_strdup_printf ("%d..%d, 0.001", (int) (field->min / 1000), (int) (field->max / 1000));
    case SOLEUS_FIELD_BOOLEAN:
      return g_strdup ("yes|no");
    case SOLEUS_FIELD_TIME:
      return g_strdup (_("a time such as 2026-03-03T02:40:00+01:00"));
    case SOLEUS_FIELD_DATE:
      return g_strdup (_("a date such as 2026-03-03"));
    case SOLEUS_FIELD_ID:
      return g_strdup (_("an ID"));
    case SOLEUS_FIELD_REFERENCE:
      return g_strdup (_("the ID of an entry, or its name"));
    case SOLEUS_FIELD_LIST:
      row = g_string_new (NULL);
      for (guint i = 0; field->rows[i].name != NULL; i++)
        g_string_append_printf (row, "%s%s", i > 0 ? ":" : "", field->rows[i].name);
      return g_strdup_printf (_("rows of %s, with commas between rows"), row->str);
    case SOLEUS_FIELD_TEXT:
    default:
      return g_strdup_printf (_("up to %d characters"), (int) field->max);
    }
}

static void
print_fields (SoleusCtl         *self,
              const SoleusField *fields,
              const char        *indent)
{
  for (guint i = 0; fields[i].name != NULL; i++)
    {
      g_autofree char *type = dup_type (&fields[i]);

      fprintf (self->out, "%s%s=%s\n", indent, fields[i].name, type);
      if (fields[i].type == SOLEUS_FIELD_LIST)
        print_fields (self, fields[i].rows, "      ");
    }
}

/**
 * soleus_ctl_help_kind:
 * @self: a call
 * @kind: a kind
 *
 * Prints the fields of a kind.
 *
 * Returns: %SOLEUS_CTL_DONE
 */
SoleusCtlExit
soleus_ctl_help_kind (SoleusCtl            *self,
                      const SoleusKindInfo *kind)
{
  fprintf (self->out, "soleusctl log %s [FIELD=VALUE]...\n\n", kind->name);
  print_fields (self, kind->fields, "  ");
  if (kind->kind == SOLEUS_KIND_CHECK)
    fprintf (self->out, "\n%s\n", _("Answers are given as FACT=VALUE: yes, no, past or past:5 (days ago); 38.2C; a side of a swelling; a number. --none-of-eight answers all emergency questions with no."));
  return SOLEUS_CTL_DONE;
}
