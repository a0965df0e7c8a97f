/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What one room names, another has: every rule its text and its sources, every question its words, every medicine class
 * that a rule looks for a medicine. */
#include "guidance/soleus-content.h"
#include "guidance/soleus-guidance-error.h"
#include "guidance/soleus-medicines.h"
#include "model/soleus-vocabulary.h"
#include "triage/soleus-condition.h"
#include "triage/soleus-rules.h"

#include <string.h>

typedef struct
{
  SoleusContent *content;
  SoleusMedicines *medicines;
} Rooms;

static void
check_condition (const Rooms *rooms,
                 const SoleusCondition *when)
{
  g_autofree char *ask = when->fact != NULL ? g_strconcat ("ask-", when->fact, NULL) : NULL;

  if (ask != NULL)
    g_assert_nonnull (soleus_content_get_text (rooms->content, ask));
  for (guint i = 0; when->kind == SOLEUS_CONDITION_MEDICINE && when->words[i] != NULL; i++)
    if (!g_str_equal (when->words[i], "linked"))
      g_assert_nonnull (soleus_medicines_get_title (rooms->medicines, when->words[i]));
  for (guint i = 0; i < when->parts->len; i++)
    check_condition (rooms, g_ptr_array_index (when->parts, i));
}

static void
test_rules (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SoleusContent) content = soleus_content_load (&error);
  g_autoptr (SoleusMedicines) medicines = soleus_medicines_load (&error);
  g_autoptr (SoleusRules) rules = soleus_rules_load (&error);
  Rooms rooms = { content, medicines };

  g_assert_no_error (error);
  for (guint i = 0; i < soleus_rules_get_list (rules)->len; i++)
    {
      const SoleusRule *rule = g_ptr_array_index (soleus_rules_get_list (rules), i);
      gboolean has_article = FALSE;

      g_assert_nonnull (soleus_content_get_text (content, rule->text));
      for (guint k = 0; rule->sources[k] != NULL; k++)
        {
          const SoleusSource *source = soleus_content_get_source (content, rule->sources[k]);

          g_assert_nonnull (source);
          has_article = has_article || source->kind == SOLEUS_SOURCE_ARTICLE;
        }
      for (guint k = 0; k < rule->cases->len; k++)
        {
          const SoleusRuleCase *rule_case = g_ptr_array_index (rule->cases, k);

          check_condition (&rooms, rule_case->when);
          /* What is said to come from an article names the article. */
          g_assert_true (!g_str_equal (rule_case->basis, "source") || has_article);
        }
    }
}

static void
test_questions (void)
{
  g_autoptr (SoleusContent) content = soleus_content_load (NULL);

  for (guint i = 0; soleus_facts.words[i] != NULL; i++)
    {
      g_autofree char *id = g_strconcat ("ask-", soleus_facts.words[i], NULL);

      g_assert_nonnull (soleus_content_get_text (content, id));
    }
  g_assert_null (soleus_content_get_text (content, "ask-the-moon"));
  g_assert_null (soleus_content_get_source (content, "moon"));
}

static void
test_refused (void)
{
  static const struct
  {
    const char *texts;
    const char *sources;
    SoleusGuidanceError code;
  } cases[] = {
    { "{\"version\":2,\"texts\":{}}", NULL, SOLEUS_GUIDANCE_ERROR_VERSION },
    { "{\"version\":1}", NULL, SOLEUS_GUIDANCE_ERROR_MISSING },
    { "{\"version\":1,\"texts\":[]}", NULL, SOLEUS_GUIDANCE_ERROR_TYPE },
    { "{\"version\":1,\"texts\":{\"a\":1}}", NULL, SOLEUS_GUIDANCE_ERROR_TYPE },
    { "{\"version\":1,\"texts\":{\"a\":\"\"}}", NULL, SOLEUS_GUIDANCE_ERROR_TYPE },
    { "{\"version\":1,\"texts\":{},\"more\":1}", NULL, SOLEUS_GUIDANCE_ERROR_UNKNOWN },
    { NULL, "{\"version\":1,\"sources\":[{}]}", SOLEUS_GUIDANCE_ERROR_MISSING },
    { NULL, "{\"version\":1,\"sources\":[{\"id\":\"a\",\"kind\":\"rumour\",\"title\":\"t\",\"publisher\":\"p\"}]}", SOLEUS_GUIDANCE_ERROR_VALUE },
    { NULL, "{\"version\":1,\"sources\":[{\"id\":\"a\",\"kind\":\"article\",\"title\":\"t\",\"publisher\":\"p\",\"more\":1}]}", SOLEUS_GUIDANCE_ERROR_UNKNOWN },
    { NULL,
      "{\"version\":1,\"sources\":[{\"id\":\"a\",\"kind\":\"article\",\"title\":\"t\",\"publisher\":\"p\"},"
      "{\"id\":\"a\",\"kind\":\"article\",\"title\":\"t\",\"publisher\":\"p\"}]}",
      SOLEUS_GUIDANCE_ERROR_DUPLICATE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *texts = cases[i].texts != NULL ? cases[i].texts : "{\"version\":1,\"texts\":{}}";
      const char *sources = cases[i].sources != NULL ? cases[i].sources : "{\"version\":1,\"sources\":[]}";
      g_autoptr (GBytes) text_bytes = g_bytes_new_static (texts, strlen (texts));
      g_autoptr (GBytes) source_bytes = g_bytes_new_static (sources, strlen (sources));
      g_autoptr (GError) error = NULL;

      g_assert_null (soleus_content_new (text_bytes, source_bytes, &error));
      g_assert_error (error, SOLEUS_GUIDANCE_ERROR, (int) cases[i].code);
    }
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/content/rules", test_rules);
  g_test_add_func ("/content/questions", test_questions);
  g_test_add_func ("/content/refused", test_refused);
  return g_test_run ();
}
