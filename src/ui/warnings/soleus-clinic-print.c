/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The same blocks as on the page, on paper. */
#include "config.h"

#include "ui/warnings/soleus-clinic-print.h"

#include <glib/gi18n.h>

#include "app/soleus-clinic.h"
#include "ui/widgets/soleus-paper.h"

/**
 * soleus_clinic_print_prepare:
 * @context: what the window shows
 *
 * Returns: (transfer full): what prints the page as of now
 */
GtkPrintOperation *
soleus_clinic_print_prepare (SoleusContext *context)
{
  SoleusWarnings *warnings = soleus_context_get_warnings (context);
  SoleusTime now = soleus_clock_get_now (soleus_context_get_clock (context));
  g_autoptr (SoleusVerdict) verdict = soleus_warnings_judge (warnings, NULL);
  g_autoptr (GPtrArray) blocks = soleus_clinic_list_blocks (soleus_context_get_diary (context), soleus_warnings_get_guidance (warnings), verdict, now);
  g_autofree char *made = soleus_clinic_say_made (now);
  SoleusPaper *paper = soleus_paper_new (_("Leg cramps: what was recorded"));

  soleus_paper_add_title (paper, _("Leg cramps: what was recorded"));
  soleus_paper_add_line (paper, made);
  for (guint i = 0; i < blocks->len; i++)
    {
      const SoleusClinicBlock *block = g_ptr_array_index (blocks, i);

      soleus_paper_add_gap (paper);
      soleus_paper_add_head (paper, block->title);
      for (guint k = 0; k < block->lines->len; k++)
        soleus_paper_add_line (paper, g_ptr_array_index (block->lines, k));
    }
  return soleus_paper_prepare (paper);
}

/**
 * soleus_clinic_print:
 * @parent: (nullable): the window that asks
 * @context: what the window shows
 *
 * Asks for a printer and prints.
 */
void
soleus_clinic_print (GtkWindow     *parent,
                     SoleusContext *context)
{
  g_autoptr (GtkPrintOperation) operation = soleus_clinic_print_prepare (context);

  soleus_paper_print (operation, parent);
}
