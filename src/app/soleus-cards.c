/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The fixed sentences of section 8.4 of the clinical notes, put together from the texts of the guidance. A card never says
 * that nothing is wrong, and never names a disease. */
#include "config.h"

#include "app/soleus-cards.h"

#include <glib/gi18n.h>

#include "model/soleus-vocabulary.h"

/* The rules of section 8.4 and 2.7 that add a sentence to their card. */
static const char *const leg_rules[] = { "E3", "E4", "R6", NULL };
static const char *const breath_rules[] = { "E1", "E2", "R1", "R13", "R16", NULL };
static const char *const clot_rules[] = { "E1", "E2", "E3", "E4", "R1", "R6", NULL };
static const char *const artery_rules[] = { "D14", "D15", "R14", NULL };
static const char *const dose_rules[] = { "R12", "R15", NULL };
static const char *const medicine_rules[] = { "R12", "R13", "R15", "P1", "P2", "P3", NULL };
static const char *const linked_rules[] = { "P3", NULL };
static const char *const maternity_rules[] = { "R7", NULL };
static const char *const supplement_rules[] = { "P4", "P5", NULL };
static const char *const compression_rules[] = { "P6", NULL };

static void
line_free (gpointer data)
{
  SoleusCardLine *line = data;

  g_free (line->text);
  g_free (line);
}

static void
reason_free (gpointer data)
{
  SoleusReason *reason = data;

  g_free (reason->text);
  g_free (reason->sources);
  g_free (reason->used);
  g_free (reason);
}

static void
card_free (gpointer data)
{
  SoleusCard *card = data;

  g_free (card->head);
  g_ptr_array_unref (card->lines);
  g_ptr_array_unref (card->reasons);
  g_free (card);
}

static void
take_line (SoleusCard     *card,
           SoleusLineStyle style,
           char           *text)
{
  SoleusCardLine *line = g_new0 (SoleusCardLine, 1);

  line->style = style;
  line->text = text;
  g_ptr_array_add (card->lines, line);
}

static void
add_text (SoleusCard           *card,
          const SoleusGuidance *guidance,
          SoleusLineStyle       style,
          const char           *id)
{
  take_line (card, style, g_strdup (soleus_guidance_get_text (guidance, id)));
}

static char *
dup_rule_words (const SoleusRule     *rule,
                const SoleusGuidance *guidance)
{
  /* A rule that is no more has an id alone. */
  return g_strdup (rule->text != NULL ? soleus_guidance_get_text (guidance, rule->text) : rule->id);
}

static char *
dup_sources (const SoleusRule     *rule,
             const SoleusGuidance *guidance)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; rule->sources[i] != NULL; i++)
    {
      const SoleusSource *source = soleus_content_get_source (guidance->content, rule->sources[i]);

      if (source != NULL)
        g_string_append_printf (text, "%s%s: “%s”", text->len > 0 ? "\n" : "", source->publisher, source->title);
    }
  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}

static const char *
get_tag (const char *basis)
{
  if (g_str_equal (basis, "source"))
    return _("An article says");
  return g_str_equal (basis, "guidance") ? _("Public guidance") : _("Our own choice");
}

/**
 * soleus_level_get_name:
 * @level: a level
 *
 * Returns: (transfer none): the word on its card
 */
const char *
soleus_level_get_name (SoleusLevel level)
{
  switch (level)
    {
    case SOLEUS_LEVEL_EMERGENCY:
      return _("Emergency");
    case SOLEUS_LEVEL_TODAY:
      return C_("level", "Today");
    case SOLEUS_LEVEL_APPOINTMENT:
      return _("Appointment");
    case SOLEUS_LEVEL_PHARMACIST:
      return _("Pharmacist");
    case SOLEUS_LEVEL_INCOMPLETE:
      return _("Not finished");
    case SOLEUS_LEVEL_NONE:
    default:
      return "";
    }
}

static SoleusCard *
new_card (SoleusLevel level,
          const char *head)
{
  SoleusCard *card = g_new0 (SoleusCard, 1);

  card->level = level;
  card->word = soleus_level_get_name (level);
  card->head = g_strdup (head);
  card->lines = g_ptr_array_new_with_free_func (line_free);
  card->reasons = g_ptr_array_new_with_free_func (reason_free);
  return card;
}

static void
add_reasons (SoleusCard           *card,
             const SoleusVerdict  *verdict,
             const SoleusGuidance *guidance)
{
  for (guint i = 0; i < verdict->findings->len; i++)
    {
      const SoleusFinding *finding = g_ptr_array_index (verdict->findings, i);
      g_autofree char *words = dup_rule_words (finding->rule, guidance);
      SoleusReason *reason;

      if (finding->level != card->level)
        continue;
      reason = g_new0 (SoleusReason, 1);
      reason->rule = finding->rule->id;
      reason->text = soleus_words_sentence (words);
      reason->tag = get_tag (finding->basis);
      reason->sources = dup_sources (finding->rule, guidance);
      reason->used = soleus_used_facts_say (finding->facts, guidance);
      g_ptr_array_add (card->reasons, reason);
    }
}

static gboolean
has_rule (const SoleusCard  *card,
          const char *const *rules)
{
  for (guint i = 0; i < card->reasons->len; i++)
    if (g_strv_contains (rules, ((SoleusReason *) g_ptr_array_index (card->reasons, i))->rule))
      return TRUE;
  return FALSE;
}

/* What the person marked, as one list of words. */
static char *
dup_signs (const SoleusVerdict  *verdict,
           SoleusLevel           level,
           const SoleusGuidance *guidance)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < verdict->findings->len; i++)
    {
      const SoleusFinding *finding = g_ptr_array_index (verdict->findings, i);
      g_autofree char *words = dup_rule_words (finding->rule, guidance);

      if (finding->level == level)
        g_string_append_printf (text, "%s%s", text->len > 0 ? "; " : "", words);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
add_items (SoleusCard *card)
{
  for (guint i = 0; i < card->reasons->len; i++)
    {
      const SoleusReason *reason = g_ptr_array_index (card->reasons, i);

      if (reason->used != NULL)
        take_line (card, SOLEUS_LINE_ITEM, g_strdup_printf ("%s: %s", reason->text, reason->used));
      else
        take_line (card, SOLEUS_LINE_ITEM, g_strdup (reason->text));
    }
}

static void
add_risks (SoleusCard           *card,
           const SoleusGuidance *guidance,
           const SoleusRisks    *risks)
{
  g_autofree char *clot = has_rule (card, clot_rules) ? soleus_risks_say_clot (risks, guidance) : NULL;
  g_autofree char *arteries = has_rule (card, artery_rules) ? soleus_risks_say_arteries (risks, guidance) : NULL;

  if (clot != NULL)
    take_line (card, SOLEUS_LINE_PLAIN, soleus_guidance_fill (guidance, "card-clot", "{risks}", clot));
  if (arteries != NULL)
    take_line (card, SOLEUS_LINE_PLAIN, soleus_guidance_fill (guidance, "card-arteries", "{risks}", arteries));
}

static void
fill_emergency (SoleusCard           *card,
                const SoleusVerdict  *verdict,
                const SoleusGuidance *guidance,
                const SoleusRisks    *risks)
{
  g_autofree char *signs = dup_signs (verdict, SOLEUS_LEVEL_EMERGENCY, guidance);
  const char *number = soleus_risks_get_emergency_number (risks);

  take_line (card, SOLEUS_LINE_PLAIN, soleus_guidance_fill (guidance, "card-emergency-marked", "{signs}", signs));
  if (number != NULL)
    take_line (card, SOLEUS_LINE_STRONG, soleus_guidance_fill (guidance, "card-emergency-call", "{number}", number));
  else
    add_text (card, guidance, SOLEUS_LINE_STRONG, "card-emergency-call-local");
  add_text (card, guidance, SOLEUS_LINE_STRONG, "card-emergency-wait");
  if (has_rule (card, leg_rules))
    add_text (card, guidance, SOLEUS_LINE_PLAIN, "card-emergency-leg");
  if (has_rule (card, breath_rules))
    add_text (card, guidance, SOLEUS_LINE_PLAIN, "card-emergency-drive");
  add_text (card, guidance, SOLEUS_LINE_PLAIN, "card-emergency-alone");
  add_risks (card, guidance, risks);
}

/* Whether an emergency sign is here because it is over. */
static gboolean
has_gone (const SoleusVerdict *verdict)
{
  for (guint i = 0; i < verdict->findings->len; i++)
    {
      const SoleusFinding *finding = g_ptr_array_index (verdict->findings, i);

      if (finding->level == SOLEUS_LEVEL_TODAY && finding->rule->cases != NULL && finding->rule->cases->len > 0 &&
          ((SoleusRuleCase *) g_ptr_array_index (finding->rule->cases, 0))->level == SOLEUS_LEVEL_EMERGENCY)
        return TRUE;
    }
  return FALSE;
}

static void
fill_today (SoleusCard           *card,
            const SoleusVerdict  *verdict,
            const SoleusGuidance *guidance,
            const SoleusRisks    *risks)
{
  if (has_rule (card, maternity_rules))
    add_text (card, guidance, SOLEUS_LINE_STRONG, "card-today-maternity");
  add_text (card, guidance, SOLEUS_LINE_STRONG, "card-today-call");
  if (has_gone (verdict))
    add_text (card, guidance, SOLEUS_LINE_STRONG, "card-today-gone");
  if (has_rule (card, dose_rules))
    add_text (card, guidance, SOLEUS_LINE_STRONG, "card-today-medicine");
  add_text (card, guidance, SOLEUS_LINE_PLAIN, "card-today-worse");
  if (has_rule (card, leg_rules))
    add_text (card, guidance, SOLEUS_LINE_PLAIN, "card-emergency-leg");
  add_text (card, guidance, SOLEUS_LINE_PLAIN, "card-today-shows");
  add_items (card);
  if (has_rule (card, medicine_rules))
    add_text (card, guidance, SOLEUS_LINE_PLAIN, "card-medicine-keep");
  add_risks (card, guidance, risks);
}

static void
fill_appointment (SoleusCard           *card,
                  const SoleusGuidance *guidance,
                  const SoleusRisks    *risks)
{
  add_text (card, guidance, SOLEUS_LINE_PLAIN, "card-appointment-shows");
  add_items (card);
  add_text (card, guidance, SOLEUS_LINE_PLAIN, "card-appointment-tests");
  add_text (card, guidance, SOLEUS_LINE_PLAIN, "card-appointment-when");
  if (has_rule (card, linked_rules))
    add_text (card, guidance, SOLEUS_LINE_PLAIN, "card-medicine-linked");
  if (has_rule (card, medicine_rules))
    add_text (card, guidance, SOLEUS_LINE_PLAIN, "card-medicine-keep");
  add_risks (card, guidance, risks);
}

static void
fill_pharmacist (SoleusCard           *card,
                 const SoleusGuidance *guidance,
                 const SoleusRisks    *risks)
{
  add_text (card, guidance, SOLEUS_LINE_PLAIN, "card-pharmacist-shows");
  add_items (card);
  if (has_rule (card, linked_rules))
    add_text (card, guidance, SOLEUS_LINE_PLAIN, "card-medicine-linked");
  if (has_rule (card, medicine_rules))
    add_text (card, guidance, SOLEUS_LINE_PLAIN, "card-medicine-keep");
  if (has_rule (card, supplement_rules))
    add_text (card, guidance, SOLEUS_LINE_PLAIN, "card-supplement");
  if (has_rule (card, supplement_rules) && soleus_risks_forbid_supplements (risks, guidance))
    add_text (card, guidance, SOLEUS_LINE_PLAIN, "card-supplement-doctor");
  if (has_rule (card, compression_rules))
    add_text (card, guidance, SOLEUS_LINE_PLAIN, "card-compression");
}

/* The open questions in the words of the check, where redness and rash are one question. */
static char *
dup_questions (const SoleusVerdict  *verdict,
               const SoleusGuidance *guidance)
{
  g_autoptr (GString) text = g_string_new (NULL);
  const char *last = NULL;

  for (guint i = 0; i < verdict->open_questions->len; i++)
    {
      const char *fact = g_ptr_array_index (verdict->open_questions, i);
      gboolean red = g_str_equal (fact, "leg_redness") || g_str_equal (fact, "leg_rash");
      g_autofree char *id = g_strconcat ("ask-", red ? "redness_or_rash" : fact, NULL);
      const char *question = soleus_guidance_get_text (guidance, id);

      if (last != NULL && g_str_equal (question, last))
        continue;
      last = question;
      g_string_append_printf (text, "%s%s", text->len > 0 ? "; " : "", question);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static SoleusCard *
new_incomplete (const SoleusVerdict  *verdict,
                const SoleusGuidance *guidance)
{
  SoleusCard *card = new_card (SOLEUS_LEVEL_INCOMPLETE, soleus_guidance_get_text (guidance, "card-incomplete-head"));
  g_autofree char *questions = dup_questions (verdict, guidance);

  take_line (card, SOLEUS_LINE_PLAIN, soleus_guidance_fill (guidance, "card-incomplete-open", "{questions}", questions));
  return card;
}

static SoleusCard *
new_level (SoleusLevel           level,
           const SoleusVerdict  *verdict,
           const SoleusGuidance *guidance,
           const SoleusRisks    *risks)
{
  static const char *const heads[] = { NULL, NULL, "card-pharmacist-head", "card-appointment-head", "card-today-head", "card-emergency-head" };
  SoleusCard *card = new_card (level, soleus_guidance_get_text (guidance, heads[level]));

  add_reasons (card, verdict, guidance);
  switch (level)
    {
    case SOLEUS_LEVEL_EMERGENCY:
      fill_emergency (card, verdict, guidance, risks);
      break;
    case SOLEUS_LEVEL_TODAY:
      fill_today (card, verdict, guidance, risks);
      break;
    case SOLEUS_LEVEL_APPOINTMENT:
      fill_appointment (card, guidance, risks);
      break;
    case SOLEUS_LEVEL_PHARMACIST:
    case SOLEUS_LEVEL_INCOMPLETE:
    case SOLEUS_LEVEL_NONE:
    default:
      fill_pharmacist (card, guidance, risks);
      break;
    }
  return card;
}

static gboolean
has_level (const SoleusVerdict *verdict,
           SoleusLevel          level)
{
  for (guint i = 0; i < verdict->findings->len; i++)
    if (((SoleusFinding *) g_ptr_array_index (verdict->findings, i))->level == level)
      return TRUE;
  return FALSE;
}

/**
 * soleus_cards_new:
 * @verdict: a verdict
 * @guidance: the guidance
 * @risks: (nullable): the profile, the medicines taken and the checks of the last days, which add
 *   sentences to a card and never change its level
 *
 * Returns: (transfer full) (element-type SoleusCard): the cards, in the order in which they are read: emergency, not
 *   finished, then the others, highest first; never empty
 */
GPtrArray *
soleus_cards_new (const SoleusVerdict  *verdict,
                  const SoleusGuidance *guidance,
                  const SoleusRisks    *risks)
{
  GPtrArray *cards = g_ptr_array_new_with_free_func (card_free);

  if (has_level (verdict, SOLEUS_LEVEL_EMERGENCY))
    g_ptr_array_add (cards, new_level (SOLEUS_LEVEL_EMERGENCY, verdict, guidance, risks));
  if (!verdict->complete)
    g_ptr_array_add (cards, new_incomplete (verdict, guidance));
  for (int level = SOLEUS_LEVEL_TODAY; level >= SOLEUS_LEVEL_PHARMACIST; level--)
    if (has_level (verdict, (SoleusLevel) level))
      g_ptr_array_add (cards, new_level ((SoleusLevel) level, verdict, guidance, risks));
  if (cards->len == 0)
    g_ptr_array_add (cards, new_card (SOLEUS_LEVEL_NONE, soleus_guidance_get_text (guidance, "card-none")));
  return cards;
}

/**
 * soleus_cards_find:
 * @cards: (element-type SoleusCard): cards
 * @level: a level
 *
 * Returns: (nullable) (transfer none): its card
 */
SoleusCard *
soleus_cards_find (GPtrArray  *cards,
                   SoleusLevel level)
{
  for (guint i = 0; i < cards->len; i++)
    if (((SoleusCard *) g_ptr_array_index (cards, i))->level == level)
      return g_ptr_array_index (cards, i);
  return NULL;
}

/**
 * soleus_cards_describe:
 * @card: a card
 *
 * Returns: (transfer full): what it is about in one line, for a row that opens it
 */
char *
soleus_cards_describe (const SoleusCard *card)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < card->reasons->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "; " : "", ((SoleusReason *) g_ptr_array_index (card->reasons, i))->text);
  return g_string_free (g_steal_pointer (&text), FALSE);
}
