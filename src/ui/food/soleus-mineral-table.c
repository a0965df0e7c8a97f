/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Figures without a bar and without a target. Each stands with what it is, so that a narrow window can put them below each other and a
 * screen reader says them one by one. */
#include "config.h"

#include "ui/food/soleus-mineral-table.h"

#include <glib/gi18n.h>

#include "ui/compat/soleus-accessible.h"
#include "ui/widgets/soleus-build.h"
#include "ui/widgets/soleus-flow.h"

static const char *const names[SOLEUS_N_MINERALS] = { N_("Potassium"), N_("Calcium"), N_("Magnesium") };

static char *
say_amount (const SoleusMinerals *sum,
            guint                 mineral,
            guint                 n_days)
{
  if (sum->n_items == 0)
    return g_strdup (_("nothing logged"));
  if (sum->n_known[mineral] == 0)
    return g_strdup (_("not known"));
  /* Translators: milligrams, as an estimate */
  return g_strdup_printf (_("about %'d mg"), (int) MIN (soleus_minerals_to_mg (sum->amounts[mineral], n_days), G_MAXINT));
}

static void
add_cell (GtkWidget  *flow,
          const char *mineral,
          const char *what,
          const char *amount)
{
  GtkWidget *cell = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2), *label;
  g_autofree char *name = g_strdup_printf ("%s, %s: %s", mineral, what, amount);

  soleus_build_text (cell, what, "subtitle");
  label = soleus_build_text (cell, amount, "numeric");
  soleus_accessible_set_name (GTK_ACCESSIBLE (label), name);
  soleus_flow_append (SOLEUS_FLOW (flow), cell);
}

static void
add_row (GtkWidget            *rows,
         guint                 mineral,
         const SoleusMinerals *day,
         const SoleusMinerals *week,
         guint                 n_days)
{
  GtkWidget *flow = soleus_flow_new (12), *title = soleus_build_text (NULL, _(names[mineral]), "row-title");
  g_autofree char *of_day = say_amount (day, mineral, 1), *of_week = say_amount (week, mineral, n_days);

  soleus_flow_set_homogeneous (SOLEUS_FLOW (flow), TRUE);
  gtk_widget_set_valign (title, GTK_ALIGN_CENTER);
  soleus_flow_append (SOLEUS_FLOW (flow), title);
  add_cell (flow, _(names[mineral]), _("This day"), of_day);
  add_cell (flow, _(names[mineral]), _("Average day"), of_week);
  gtk_box_append (GTK_BOX (rows), flow);
}

static void
add_count (GtkWidget *box,
           guint      count,
           char      *text)
{
  if (count > 0)
    soleus_build_text (box, text, NULL);
  g_free (text);
}

/**
 * soleus_mineral_table_fill:
 * @box: where it is put at the end
 * @day: what was logged on the day
 * @week: what was logged in the seven days that end with it
 * @n_days: on how many of them something was logged
 * @with_potassium: whether potassium is shown; else the sentence stands that says whom to ask (section 6.2 of the clinical notes)
 */
void
soleus_mineral_table_fill (GtkWidget            *box,
                           const SoleusMinerals *day,
                           const SoleusMinerals *week,
                           guint                 n_days,
                           gboolean              with_potassium)
{
  GtkWidget *rows = soleus_build_rows (box);
  g_autofree char *left_out = g_strdup_printf (_("Days with nothing logged are left out. Counted: %u of %u days."), n_days, SOLEUS_MINERALS_WEEK);

  for (guint i = with_potassium ? SOLEUS_MINERAL_POTASSIUM : SOLEUS_MINERAL_CALCIUM; i < SOLEUS_N_MINERALS; i++)
    add_row (rows, i, day, week, n_days);
  if (!with_potassium)
    soleus_build_text (box, soleus_minerals_say_ask (), "heading");
  soleus_build_text (box, _("The average is of the 7 days up to this one."), NULL);
  soleus_build_text (box, left_out, NULL);
  add_count (box, day->n_without, g_strdup_printf (ngettext ("This day: %u thing has no figures.", "This day: %u things have no figures.", day->n_without), day->n_without));
  add_count (box, day->n_partly, g_strdup_printf (ngettext ("This day: %u thing has only some figures.", "This day: %u things have only some figures.", day->n_partly), day->n_partly));
  add_count (box, week->n_without, g_strdup_printf (ngettext ("In the 7 days: %u thing has no figures.", "In the 7 days: %u things have no figures.", week->n_without), week->n_without));
  add_count (box, week->n_partly, g_strdup_printf (ngettext ("In the 7 days: %u thing has only some figures.", "In the 7 days: %u things have only some figures.", week->n_partly), week->n_partly));
  soleus_build_text (box, _("Food tables are averages. This is an estimate, and no goal."), NULL);
  soleus_build_text (box, _("What you log as a drink is not counted here."), NULL);
}
