/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Built anew when what holds for the person changes. While a warning is open, or the person was hurt today, a stretch or remedy
 * shows no steps (section 4.0 of the clinical notes); the warning stands in their place. */
#include "config.h"

#include "ui/guides/soleus-guide-page.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "app/soleus-left-out.h"
#include "app/soleus-reading.h"
#include "app/soleus-routines.h"
#include "app/soleus-safety-gate.h"
#include "ui/compat/soleus-accessible.h"
#include "ui/guides/soleus-claim-dialog.h"
#include "ui/guides/soleus-guide-print.h"
#include "ui/guides/soleus-guide-words.h"
#include "ui/widgets/soleus-build.h"
#include "ui/widgets/soleus-figure-view.h"
#include "ui/widgets/soleus-flow.h"
#include "ui/widgets/soleus-late-style.h"
#include "ui/widgets/soleus-paper.h"

#define COLUMN 620
#define FIGURE_LEAST 200
#define FIGURE_HEIGHT 300
#define BEDTIME "bedtime-routine"

struct _SoleusGuidePage
{
  GtkWidget parent_instance;

  SoleusContext *context;
  const SoleusGuide *guide; /* borrowed from the library */
  GtkWidget *scroller;
  GtkWidget *column;
  GtkWidget *favourite;
  SoleusLimits limits;
  SoleusGate gate;
};

G_DEFINE_FINAL_TYPE (SoleusGuidePage, soleus_guide_page, GTK_TYPE_WIDGET)

static const SoleusContent *
get_content (SoleusGuidePage *self)
{
  return soleus_warnings_get_guidance (soleus_context_get_warnings (self->context))->content;
}

/* Stretches and remedies are what the gate is for; reading about causes is free. */
static gboolean
is_action (const SoleusGuide *guide)
{
  static const char *const groups[] = { "relief", "stretches", "remedies", "own", NULL };

  return guide->steps->len > 0 && g_strv_contains (groups, guide->group);
}

static void
find_limits (SoleusGuidePage *self)
{
  SoleusWarnings *warnings = soleus_context_get_warnings (self->context);
  SoleusDiary *diary = soleus_context_get_diary (self->context);
  const SoleusVerdict *verdict = soleus_warnings_get_verdict (warnings);

  self->limits = soleus_left_out_find_now (diary, warnings);
  self->gate = verdict != NULL ? soleus_safety_gate_judge (diary, verdict, soleus_clock_get_now (soleus_context_get_clock (self->context))) : SOLEUS_GATE_ASK;
}

static char *
say_why (SoleusGuidePage *self,
         SoleusLimits     limits)
{
  g_autoptr (SoleusRisks) risks = soleus_risks_new (soleus_context_get_diary (self->context), soleus_clock_get_now (soleus_context_get_clock (self->context)));

  return soleus_left_out_say_why (risks, soleus_warnings_get_guidance (soleus_context_get_warnings (self->context)), limits);
}

/* Parts of the page */

static void
favourite_toggled_cb (GtkToggleButton *button,
                      SoleusGuidePage *self)
{
  SoleusDiary *diary = soleus_context_get_diary (self->context);
  gboolean marked = gtk_toggle_button_get_active (button);

  if (marked != soleus_reading_is_favourite (diary, self->guide->id))
    soleus_reading_set_favourite (diary, soleus_context_get_keeper (self->context), self->guide->id, marked);
}

static void
done_clicked_cb (SoleusGuidePage *self)
{
  SoleusTime now = soleus_clock_get_now (soleus_context_get_clock (self->context));
  SoleusLibrary *library = soleus_context_get_library (self->context);
  g_autoptr (GPtrArray) steps = NULL;
  g_autoptr (SoleusRecord) record = NULL;

  if (g_str_equal (self->guide->id, BEDTIME))
    steps = soleus_routines_get_default (library, self->limits);
  else
    {
      steps = g_ptr_array_new_with_free_func ((GDestroyNotify) soleus_play_step_free);
      g_ptr_array_add (steps, soleus_play_step_for_guide (self->guide));
    }
  record = soleus_routines_make_session (steps, NULL, now);
  soleus_keeper_save (soleus_context_get_keeper (self->context), record, _("Saved as done."));
}

static gboolean
can_play (SoleusGuidePage *self)
{
  return (soleus_guide_is_played (self->guide) || g_str_equal (self->guide->id, BEDTIME)) && (self->guide->left_out_when & self->limits) == 0;
}

static GtkWidget *
add_action (GtkWidget  *flow,
            const char *label,
            const char *style)
{
  GtkWidget *button = soleus_build_button (label, NULL, style);

  soleus_flow_append (SOLEUS_FLOW (flow), button);
  return button;
}

static void
add_actions (SoleusGuidePage *self,
             gboolean         steps_shown)
{
  GtkWidget *flow = soleus_flow_new (8);
  GtkWidget *button;

  soleus_flow_set_wrap (SOLEUS_FLOW (flow), TRUE);
  if (steps_shown && can_play (self))
    {
      button = add_action (flow, _("Play"), "suggested-action");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", self->guide->id);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.play");
      button = add_action (flow, _("Done without playing"), NULL);
      g_signal_connect_swapped (button, "clicked", G_CALLBACK (done_clicked_cb), self);
    }
  self->favourite = gtk_toggle_button_new_with_label (_("Favorite"));
  soleus_accessible_set_name (GTK_ACCESSIBLE (self->favourite), _("Favorite"));
  gtk_widget_add_css_class (self->favourite, "option");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->favourite), soleus_reading_is_favourite (soleus_context_get_diary (self->context), self->guide->id));
  g_signal_connect (self->favourite, "toggled", G_CALLBACK (favourite_toggled_cb), self);
  soleus_flow_append (SOLEUS_FLOW (flow), self->favourite);
  button = add_action (flow, _("Print"), NULL);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (soleus_guide_page_print), self);
  gtk_box_append (GTK_BOX (self->column), flow);
}

static void
add_figure (SoleusGuidePage *self)
{
  SoleusLibrary *library = soleus_context_get_library (self->context);
  const SoleusFigure *figure = soleus_library_get_guide_figure (library, self->guide, self->limits);
  GtkWidget *view;

  if (figure == NULL)
    return;
  view = soleus_figure_view_new ();
  soleus_figure_view_set_figure (SOLEUS_FIGURE_VIEW (view), soleus_library_get_figures (library), figure);
  soleus_figure_view_set_heights (SOLEUS_FIGURE_VIEW (view), FIGURE_LEAST, FIGURE_HEIGHT);
  soleus_figure_view_set_moving (SOLEUS_FIGURE_VIEW (view), TRUE);
  gtk_widget_add_css_class (view, "card");
  gtk_box_append (GTK_BOX (self->column), view);
}

static void
tag_clicked_cb (GtkWidget       *button,
                SoleusGuidePage *self)
{
  const SoleusClaim *claim = g_object_get_data (G_OBJECT (button), "claim");

  if (claim != NULL)
    soleus_claim_dialog_show (button, get_content (self), claim);
  else
    soleus_claim_dialog_show_steps (button, get_content (self), self->guide);
}

static void
add_tag (SoleusGuidePage   *self,
         GtkWidget         *box,
         const char        *label,
         const char        *name,
         const SoleusClaim *claim)
{
  GtkWidget *button = soleus_build_button (label, name, "claim-tag");

  gtk_widget_set_halign (button, GTK_ALIGN_START);
  if (claim != NULL)
    g_object_set_data (G_OBJECT (button), "claim", (gpointer) claim);
  g_signal_connect (button, "clicked", G_CALLBACK (tag_clicked_cb), self);
  gtk_box_append (GTK_BOX (box), button);
}

static void
add_item (GtkWidget  *box,
          const char *mark,
          const char *style,
          const char *text)
{
  GtkWidget *item = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", mark, "valign", GTK_ALIGN_START, "xalign", 0.0, NULL);

  gtk_widget_add_css_class (label, style);
  gtk_box_append (GTK_BOX (item), label);
  gtk_widget_set_hexpand (soleus_build_text (item, text, "reading"), TRUE);
  gtk_box_append (GTK_BOX (box), item);
}

/* Lines that are shown; what is left out is collected for the end. */
static void
add_lines (SoleusGuidePage *self,
           GtkWidget       *box,
           GPtrArray       *lines,
           gboolean         numbered)
{
  guint n = 0;

  for (guint i = 0; i < lines->len; i++)
    {
      const SoleusLine *line = g_ptr_array_index (lines, i);
      g_autofree char *number = NULL;

      if (!soleus_line_is_shown (line, self->limits))
        continue;
      number = g_strdup_printf ("%u", ++n);
      add_item (box, numbered ? number : "△", numbered ? "step-number" : "care-mark", line->text);
    }
}

static void
add_steps (SoleusGuidePage *self)
{
  g_autofree char *hold = soleus_guide_words_hold (&self->guide->hold);
  GtkWidget *box;

  soleus_build_heading (self->column, _("Steps"), "title-4");
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 10);
  add_lines (self, box, self->guide->steps, TRUE);
  gtk_box_append (GTK_BOX (self->column), box);
  if (hold != NULL)
    {
      soleus_build_heading (self->column, _("How long"), "title-4");
      soleus_build_text (self->column, hold, "reading");
    }
  if (self->guide->sources != NULL)
    add_tag (self, self->column, _("Who says so"), _("Who says so: the steps"), NULL);
}

static void
add_claim (SoleusGuidePage   *self,
           GtkWidget         *box,
           const SoleusClaim *claim)
{
  GtkWidget *item = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  g_autofree char *name = g_strdup_printf (_("%s. Who says so: %s"), soleus_guide_words_known (claim->known), claim->line.text);

  soleus_build_text (item, claim->line.text, "reading");
  add_tag (self, item, soleus_guide_words_known (claim->known), name, claim);
  gtk_box_append (GTK_BOX (box), item);
}

static void
add_section (SoleusGuidePage     *self,
             const SoleusSection *section)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 14);
  gboolean any = FALSE;

  for (guint i = 0; i < section->claims->len; i++)
    {
      const SoleusClaim *claim = g_ptr_array_index (section->claims, i);

      if (!soleus_line_is_shown (&claim->line, self->limits))
        continue;
      add_claim (self, box, claim);
      any = TRUE;
    }
  g_object_ref_sink (box);
  if (any)
    {
      soleus_build_heading (self->column, section->title, "title-4");
      gtk_box_append (GTK_BOX (self->column), box);
    }
  g_object_unref (box);
}

static void
note_left_out (GPtrArray        *words,
               guint            *limits,
               const SoleusLine *line,
               SoleusLimits      of)
{
  if (!soleus_line_is_left_out (line, of))
    return;
  *limits |= line->left_out_when & of;
  if (!g_ptr_array_find_with_equal_func (words, line->left_out, g_str_equal, NULL))
    g_ptr_array_add (words, line->left_out);
}

static void
preferences_button (GtkWidget *box)
{
  GtkWidget *button = soleus_build_button (_("Change in Preferences"), NULL, NULL);

  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.about-me");
  gtk_box_append (GTK_BOX (box), button);
}

/* What was left out, and why: never silently. */
static void
add_left_out (SoleusGuidePage *self)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  g_autofree char *what = NULL, *why = NULL, *text = NULL;
  guint limits = SOLEUS_LIMIT_NONE;
  GtkWidget *box;

  for (guint i = 0; i < self->guide->steps->len; i++)
    note_left_out (words, &limits, g_ptr_array_index (self->guide->steps, i), self->limits);
  for (guint i = 0; i < self->guide->care->len; i++)
    note_left_out (words, &limits, g_ptr_array_index (self->guide->care, i), self->limits);
  for (guint i = 0; i < self->guide->sections->len; i++)
    {
      const SoleusSection *section = g_ptr_array_index (self->guide->sections, i);

      for (guint k = 0; k < section->claims->len; k++)
        note_left_out (words, &limits, &((SoleusClaim *) g_ptr_array_index (section->claims, k))->line, self->limits);
    }
  if (words->len == 0)
    return;
  g_ptr_array_add (words, NULL);
  what = g_strjoinv (", ", (char **) words->pdata);
  why = say_why (self, (SoleusLimits) limits);
  text = g_strdup_printf (_("Left out for you: %s. You told us about %s."), what, why);
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  gtk_widget_add_css_class (box, "card");
  soleus_build_text (box, text, "reading");
  preferences_button (box);
  gtk_box_append (GTK_BOX (self->column), box);
}

/* The whole guide is left out for this person. */
static void
add_not_for_you (SoleusGuidePage *self)
{
  const SoleusGuide *instead = soleus_guides_get (soleus_library_get_guides (soleus_context_get_library (self->context)), self->guide->instead);
  g_autofree char *why = say_why (self, (SoleusLimits) (self->guide->left_out_when & self->limits));
  g_autofree char *text = g_strdup_printf (_("The steps are left out for you. You told us about %s."), why);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);

  gtk_widget_add_css_class (box, "card");
  soleus_build_text (box, text, "reading");
  if (instead != NULL)
    {
      g_autofree char *label = g_strdup_printf (_("Use this instead: %s"), instead->title);
      GtkWidget *button = soleus_build_button (label, NULL, "suggested-action");

      gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", instead->id);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.guide");
      gtk_widget_set_halign (button, GTK_ALIGN_START);
      gtk_box_append (GTK_BOX (box), button);
    }
  preferences_button (box);
  gtk_box_append (GTK_BOX (self->column), box);
}

/* A warning, or an injury, stands in the place of the steps. */
static void
add_gate (SoleusGuidePage *self)
{
  const SoleusGuidance *guidance = soleus_warnings_get_guidance (soleus_context_get_warnings (self->context));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  gboolean warned = self->gate == SOLEUS_GATE_WARN;
  GtkWidget *button = soleus_build_button (warned ? _("Open the warning") : _("Check warning signs"), NULL, "suggested-action");

  gtk_widget_add_css_class (box, "card");
  soleus_build_text (box, warned ? _("A warning is open. The steps are left out until it is cared for.") : soleus_guidance_get_text (guidance, "gate-rest"), "reading");
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), warned ? "win.verdict" : "win.check");
  gtk_box_append (GTK_BOX (box), button);
  gtk_box_append (GTK_BOX (self->column), box);
}

static void
add_cell (GtkWidget  *grid,
          const char *text,
          const char *style,
          int         column,
          int         row)
{
  GtkWidget *label = soleus_build_text (NULL, text, style);

  gtk_label_set_xalign (GTK_LABEL (label), column == 0 ? 0 : 1);
  gtk_widget_set_hexpand (label, column == 0);
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  gtk_grid_attach (GTK_GRID (grid), label, column, row, 1, 1);
}

static void
add_number (GtkWidget *grid,
            guint      mg,
            int        column,
            int        row)
{
  g_autofree char *text = g_strdup_printf ("%u", mg);

  add_cell (grid, text, "number", column, row);
}

static void
add_foods (SoleusGuidePage *self)
{
  GPtrArray *foods = soleus_library_get_foods (soleus_context_get_library (self->context));
  gboolean with_potassium = (self->limits & SOLEUS_LIMIT_POTASSIUM_CARE) == 0;
  GtkWidget *grid = gtk_grid_new ();
  int column = 1;

  if (foods == NULL)
    {
      g_object_ref_sink (grid);
      g_object_unref (grid);
      return;
    }
  soleus_build_heading (self->column, _("Milligrams in one serving"), "title-4");
  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 8);
  add_cell (grid, _("Food"), "heading", 0, 0);
  if (with_potassium)
    add_cell (grid, _("Potassium"), "heading", column++, 0);
  add_cell (grid, _("Calcium"), "heading", column++, 0);
  add_cell (grid, _("Magnesium"), "heading", column++, 0);
  for (guint i = 0; i < foods->len; i++)
    {
      const SoleusFood *food = g_ptr_array_index (foods, i);
      g_autofree char *name = g_strdup_printf ("%s, %s", food->name, food->serving);
      int at = 1, row = (int) i + 1;

      add_cell (grid, name, NULL, 0, row);
      if (with_potassium)
        add_number (grid, food->potassium_mg, at++, row);
      add_number (grid, food->calcium_mg, at++, row);
      add_number (grid, food->magnesium_mg, at++, row);
    }
  gtk_box_append (GTK_BOX (self->column), grid);
}

static void
add_links (SoleusGuidePage *self)
{
  const SoleusGuides *guides = soleus_library_get_guides (soleus_context_get_library (self->context));
  GtkWidget *rows;

  if (self->guide->see == NULL || self->guide->see[0] == NULL)
    return;
  soleus_build_heading (self->column, _("See also"), "title-4");
  rows = soleus_build_rows (self->column);
  for (guint i = 0; self->guide->see[i] != NULL; i++)
    {
      const SoleusGuide *guide = soleus_guides_get (guides, self->guide->see[i]);

      gtk_box_append (GTK_BOX (rows), soleus_build_row (guide->title, NULL, "win.guide", guide->id));
    }
}

static void
build (SoleusGuidePage *self)
{
  gboolean action = is_action (self->guide);
  gboolean for_you = (self->guide->left_out_when & self->limits) == 0;
  gboolean open = !action || (self->gate != SOLEUS_GATE_WARN && self->gate != SOLEUS_GATE_REST);
  gboolean steps_shown = for_you && open;

  soleus_build_clear (self->column);
  soleus_build_heading (self->column, self->guide->title, "title-2");
  soleus_build_text (self->column, self->guide->summary, "reading");
  if (!open)
    add_gate (self);
  else if (!for_you)
    add_not_for_you (self);
  if (steps_shown)
    add_figure (self);
  add_actions (self, steps_shown);
  if (steps_shown && self->guide->steps->len > 0)
    add_steps (self);
  if (self->guide->care->len > 0)
    {
      GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);

      soleus_build_heading (self->column, _("Take care"), "title-4");
      add_lines (self, box, self->guide->care, FALSE);
      gtk_box_append (GTK_BOX (self->column), box);
    }
  for (guint i = 0; i < self->guide->sections->len; i++)
    add_section (self, g_ptr_array_index (self->guide->sections, i));
  if (self->guide->shows_foods)
    add_foods (self);
  add_left_out (self);
  add_links (self);
  soleus_build_text (self->column, self->guide->is_own ? _("You added this exercise from a file. Soleus did not check what it says.")
                                                       : _("Based on general information from five published articles and public guidance; not reviewed for you personally."),
                     "dim-label");
}

static void
update (SoleusGuidePage *self)
{
  SoleusLimits limits = self->limits;
  SoleusGate gate = self->gate;

  find_limits (self);
  if (limits != self->limits || (gate != self->gate && is_action (self->guide)))
    build (self);
}

static void
diary_changed_cb (SoleusGuidePage *self,
                  guint            kinds)
{
  if ((kinds & SOLEUS_KIND_MASK (SOLEUS_KIND_FAVOURITE)) != 0)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->favourite), soleus_reading_is_favourite (soleus_context_get_diary (self->context), self->guide->id));
}

static void
soleus_guide_page_dispose (GObject *object)
{
  SoleusGuidePage *self = SOLEUS_GUIDE_PAGE (object);

  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (soleus_guide_page_parent_class)->dispose (object);
}

static void
soleus_guide_page_class_init (SoleusGuidePageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = soleus_guide_page_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  soleus_late_style_load ();
}

static void
soleus_guide_page_init (SoleusGuidePage *self)
{
}

/**
 * soleus_guide_page_new:
 * @context: what the window shows
 * @guide: a guide of its library
 *
 * Returns: (transfer floating): the page, which notes that the guide is read
 */
GtkWidget *
soleus_guide_page_new (SoleusContext     *context,
                       const SoleusGuide *guide)
{
  SoleusGuidePage *self = g_object_new (SOLEUS_TYPE_GUIDE_PAGE, NULL);

  self->context = g_object_ref (context);
  self->guide = guide;
  self->scroller = soleus_build_page (COLUMN, &self->column);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
  find_limits (self);
  build (self);
  soleus_reading_note_opened (soleus_context_get_diary (context), soleus_context_get_keeper (context), guide->id);
  g_signal_connect_object (soleus_context_get_diary (context), "changed", G_CALLBACK (diary_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (soleus_context_get_warnings (context), "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/**
 * soleus_guide_page_get_id:
 * @self: a page
 *
 * Returns: (transfer none): the id of its guide
 */
const char *
soleus_guide_page_get_id (SoleusGuidePage *self)
{
  g_return_val_if_fail (SOLEUS_IS_GUIDE_PAGE (self), NULL);

  return self->guide->id;
}

/**
 * soleus_guide_page_print:
 * @self: a page
 *
 * Asks for a printer and prints the guide.
 */
void
soleus_guide_page_print (SoleusGuidePage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  g_autoptr (GtkPrintOperation) operation = NULL;

  g_return_if_fail (SOLEUS_IS_GUIDE_PAGE (self));

  operation = soleus_guide_print_prepare (soleus_context_get_library (self->context), get_content (self), self->guide, self->limits);
  soleus_paper_print (operation, GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL);
}
