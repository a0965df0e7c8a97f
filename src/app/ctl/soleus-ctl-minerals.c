/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the logged food adds up to, day by day, to the last decimal. */
#include "config.h"

#include "app/ctl/soleus-ctl-private.h"

#include <glib/gi18n.h>

#include "app/soleus-minerals.h"
#include "base/soleus-json-number.h"
#include "guidance/soleus-foods.h"

static const char *const keys[SOLEUS_N_MINERALS] = { "potassium_mg", "calcium_mg", "magnesium_mg" };
static const char *const names[SOLEUS_N_MINERALS] = { N_("potassium"), N_("calcium"), N_("magnesium") };

static void
tell_lines (SoleusCtl *self,
            GArray    *days,
            guint      first)
{
  for (guint i = 0; i < days->len; i++)
    {
      const SoleusMineralDay *day = &g_array_index (days, SoleusMineralDay, i);
      g_autofree char *date = soleus_date_to_iso (day->day);

      fprintf (self->out, "%s", date);
      for (guint k = first; k < SOLEUS_N_MINERALS; k++)
        {
          char number[SOLEUS_JSON_NUMBER_ROOM + 1] = { 0 };

          soleus_json_number_print (number, day->minerals.amounts[k], SOLEUS_MINERALS_DECIMALS);
          fprintf (self->out, "  %s %s mg", _(names[k]), number);
        }
      fprintf (self->out, "  ");
      fprintf (self->out, _("items %u, without figures %u, with some of them %u"), day->minerals.n_items, day->minerals.n_without, day->minerals.n_partly);
      fputc ('\n', self->out);
    }
  if (first > SOLEUS_MINERAL_POTASSIUM)
    fprintf (self->out, "%s\n", soleus_minerals_say_ask ());
}

static void
write_count (SoleusJsonWriter *writer,
             const char       *key,
             guint             count)
{
  soleus_json_writer_key (writer, key);
  soleus_json_writer_int (writer, count);
}

static SoleusCtlExit
tell_json (SoleusCtl *self,
           GArray    *days,
           guint      first)
{
  g_autoptr (SoleusJsonWriter) writer = soleus_ctl_json_new (self);

  soleus_json_writer_begin_object (writer);
  soleus_json_writer_key (writer, "days");
  soleus_json_writer_begin_array (writer);
  for (guint i = 0; i < days->len; i++)
    {
      const SoleusMineralDay *day = &g_array_index (days, SoleusMineralDay, i);
      g_autofree char *date = soleus_date_to_iso (day->day);

      soleus_json_writer_begin_object (writer);
      soleus_ctl_json_word (writer, "date", date);
      for (guint k = first; k < SOLEUS_N_MINERALS; k++)
        {
          soleus_json_writer_key (writer, keys[k]);
          soleus_json_writer_decimal (writer, day->minerals.amounts[k], SOLEUS_MINERALS_DECIMALS);
        }
      write_count (writer, "items", day->minerals.n_items);
      write_count (writer, "without_figures", day->minerals.n_without);
      write_count (writer, "with_some_figures", day->minerals.n_partly);
      soleus_json_writer_end_object (writer);
    }
  soleus_json_writer_end_array (writer);
  if (first > SOLEUS_MINERAL_POTASSIUM)
    soleus_ctl_json_word (writer, "potassium", soleus_minerals_say_ask ());
  soleus_json_writer_end_object (writer);
  return soleus_ctl_tell_json (self, writer);
}

/**
 * soleus_ctl_minerals:
 * @self: a call
 *
 * Tells the minerals of each day with something logged. Potassium is left out for whom it is a question for the care team.
 *
 * Returns: how it ended
 */
SoleusCtlExit
soleus_ctl_minerals (SoleusCtl *self)
{
  SoleusDate from = SOLEUS_DATE_NONE, until = SOLEUS_DATE_NONE;
  g_autoptr (GPtrArray) foods = NULL;
  g_autoptr (SoleusGuidance) guidance = NULL;
  g_autoptr (SoleusFoodTable) table = NULL;
  g_autoptr (SoleusDiary) diary = NULL;
  g_autoptr (GArray) days = NULL;
  g_autoptr (GError) error = NULL;
  gboolean hidden;

  if (self->n_words != 1)
    return soleus_ctl_refuse (self, _("minerals takes no words."));
  if (!soleus_ctl_read_date (self, SOLEUS_CTL_FROM, &from) || !soleus_ctl_read_date (self, SOLEUS_CTL_TO, &until))
    return SOLEUS_CTL_USAGE;
  foods = soleus_foods_load (&error);
  guidance = foods != NULL ? soleus_guidance_load (&error) : NULL;
  diary = guidance != NULL ? soleus_ctl_open (self, SOLEUS_OPEN_WRITE, &error) : NULL;
  table = diary != NULL ? soleus_food_table_read (diary, foods, &error) : NULL;
  if (table == NULL)
    return soleus_ctl_fail (self, error);
  hidden = soleus_minerals_hide_potassium (diary, guidance);
  days = soleus_minerals_list_days (diary, table, from, until, !hidden, &error);
  if (days == NULL)
    return soleus_ctl_fail (self, error);
  if (self->options[SOLEUS_CTL_JSON] != NULL)
    return tell_json (self, days, hidden ? SOLEUS_MINERAL_POTASSIUM + 1 : 0);
  tell_lines (self, days, hidden ? SOLEUS_MINERAL_POTASSIUM + 1 : 0);
  return SOLEUS_CTL_DONE;
}
