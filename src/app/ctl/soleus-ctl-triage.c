/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The verdict on the diary as of now, for people and for programs. */
#include "config.h"

#include "app/ctl/soleus-ctl-private.h"

#include <glib/gi18n.h>

#include "app/soleus-triage-gather.h"
#include "model/soleus-vocabulary.h"

static const char *const outcomes[] = { "no", "unknown", "fired" };

static void
write_words (SoleusJsonWriter *writer,
             const char *key,
             GPtrArray *words)
{
  soleus_json_writer_key (writer, key);
  soleus_json_writer_begin_array (writer);
  for (guint i = 0; i < words->len; i++)
    soleus_json_writer_string (writer, g_ptr_array_index (words, i));
  soleus_json_writer_end_array (writer);
}

static void
write_time (SoleusJsonWriter *writer,
            SoleusTime time)
{
  g_autofree char *iso = soleus_time_to_iso (time);

  soleus_ctl_json_word (writer, "at", iso);
}

static void
write_finding (SoleusJsonWriter *writer,
               const SoleusFinding *finding)
{
  soleus_json_writer_begin_object (writer);
  soleus_ctl_json_word (writer, "rule", finding->rule->id);
  soleus_ctl_json_word (writer, "level", soleus_levels.words[finding->level]);
  soleus_ctl_json_word (writer, "basis", finding->basis);
  soleus_json_writer_key (writer, "sources");
  soleus_json_writer_begin_array (writer);
  for (guint i = 0; finding->rule->sources[i] != NULL; i++)
    soleus_json_writer_string (writer, finding->rule->sources[i]);
  soleus_json_writer_end_array (writer);
  soleus_json_writer_key (writer, "facts");
  soleus_json_writer_begin_array (writer);
  for (guint i = 0; i < finding->facts->len; i++)
    {
      const SoleusUsedFact *used = g_ptr_array_index (finding->facts, i);

      soleus_json_writer_begin_object (writer);
      soleus_ctl_json_word (writer, "fact", used->fact);
      soleus_ctl_json_word (writer, "value", used->value);
      if (used->has_at)
        write_time (writer, used->at);
      if (used->record != NULL)
        soleus_ctl_json_word (writer, "record", used->record);
      soleus_json_writer_end_object (writer);
    }
  soleus_json_writer_end_array (writer);
  soleus_json_writer_end_object (writer);
}

static void
write_explanations (SoleusJsonWriter *writer,
                    const SoleusVerdict *verdict)
{
  soleus_json_writer_key (writer, "rules");
  soleus_json_writer_begin_array (writer);
  for (guint i = 0; i < verdict->explanations->len; i++)
    {
      const SoleusExplanation *explanation = g_ptr_array_index (verdict->explanations, i);

      soleus_json_writer_begin_object (writer);
      soleus_ctl_json_word (writer, "rule", explanation->rule->id);
      soleus_ctl_json_word (writer, "outcome", outcomes[explanation->outcome]);
      write_words (writer, "missing", explanation->missing);
      soleus_json_writer_end_object (writer);
    }
  soleus_json_writer_end_array (writer);
}

static SoleusCtlExit
tell_json (SoleusCtl *self,
           const SoleusVerdict *verdict)
{
  g_autoptr (SoleusJsonWriter) writer = soleus_ctl_json_new (self);

  soleus_json_writer_begin_object (writer);
  soleus_ctl_json_word (writer, "level", soleus_levels.words[verdict->level]);
  soleus_json_writer_key (writer, "complete");
  soleus_json_writer_bool (writer, verdict->complete);
  soleus_json_writer_key (writer, "rules_version");
  soleus_json_writer_int (writer, verdict->rules_version);
  write_time (writer, verdict->at);
  soleus_json_writer_key (writer, "findings");
  soleus_json_writer_begin_array (writer);
  for (guint i = 0; i < verdict->findings->len; i++)
    write_finding (writer, g_ptr_array_index (verdict->findings, i));
  soleus_json_writer_end_array (writer);
  write_words (writer, "open_questions", verdict->open_questions);
  if (self->options[SOLEUS_CTL_EXPLAIN] != NULL)
    write_explanations (writer, verdict);
  soleus_json_writer_end_object (writer);
  return soleus_ctl_tell_json (self, writer);
}

static char *
join (GPtrArray *words)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < words->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", (const char *) g_ptr_array_index (words, i));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
tell_finding (SoleusCtl *self,
              const SoleusFinding *finding)
{
  fprintf (self->out, "%s %s (%s):", finding->rule->id, soleus_levels.words[finding->level], finding->basis);
  for (guint i = 0; i < finding->facts->len; i++)
    {
      const SoleusUsedFact *used = g_ptr_array_index (finding->facts, i);
      g_autofree char *at = used->has_at ? soleus_time_to_iso (used->at) : NULL;

      fprintf (self->out, "%s %s=%s", i > 0 ? ";" : "", used->fact, used->value);
      if (at != NULL)
        fprintf (self->out, " %s", at);
    }
  fputc ('\n', self->out);
}

static void
tell_lines (SoleusCtl *self,
            const SoleusVerdict *verdict)
{
  fprintf (self->out, "%s\n", soleus_levels.words[verdict->level]);
  for (guint i = 0; i < verdict->findings->len; i++)
    tell_finding (self, g_ptr_array_index (verdict->findings, i));
  if (verdict->open_questions->len > 0)
    {
      g_autofree char *open = join (verdict->open_questions);

      fprintf (self->out, _ ("Open questions: %s"), open);
      fputc ('\n', self->out);
    }
  for (guint i = 0; self->options[SOLEUS_CTL_EXPLAIN] != NULL && i < verdict->explanations->len; i++)
    {
      const SoleusExplanation *explanation = g_ptr_array_index (verdict->explanations, i);
      g_autofree char *missing = join (explanation->missing);

      fprintf (self->out, "%s %s%s%s\n", explanation->rule->id, outcomes[explanation->outcome], *missing != '\0' ? ": " : "", missing);
    }
}

/**
 * soleus_ctl_triage:
 * @self: a call
 *
 * Tells the verdict on the diary as of now.
 *
 * Returns: how it ended
 */
SoleusCtlExit
soleus_ctl_triage (SoleusCtl *self)
{
  g_autoptr (SoleusMedicines) medicines = NULL;
  g_autoptr (SoleusRules) rules = NULL;
  g_autoptr (SoleusVerdict) verdict = NULL;
  g_autoptr (SoleusDiary) diary = NULL;
  g_autoptr (GError) error = NULL;

  if (self->n_words != 1)
    return soleus_ctl_refuse (self, _ ("triage takes no words."));
  rules = soleus_rules_load (&error);
  medicines = rules != NULL ? soleus_medicines_load (&error) : NULL;
  diary = medicines != NULL ? soleus_ctl_open (self, SOLEUS_OPEN_WRITE, &error) : NULL;
  if (diary != NULL)
    verdict = soleus_triage_verdict (diary, rules, medicines, soleus_clock_get_now (self->clock), NULL, &error);
  if (verdict == NULL)
    return soleus_ctl_fail (self, error);
  if (self->options[SOLEUS_CTL_JSON] != NULL)
    return tell_json (self, verdict);
  tell_lines (self, verdict);
  return SOLEUS_CTL_DONE;
}
