/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fills the window, in the night palette whatever the theme. What is shown follows the stage of the cramp; the text may scroll, the
 * buttons never do. What has happened is in the diary already, so leaving loses nothing. */
#include "config.h"

#include "ui/cramp-now/soleus-cramp-now-view.h"

#include <glib/gi18n.h>

#include "app/soleus-words.h"
#include "ui/compat/soleus-accessible.h"
#include "ui/compat/soleus-ask.h"
#include "ui/warnings/soleus-card-view.h"
#include "ui/warnings/soleus-emergency-card.h"
#include "ui/warnings/soleus-gate-view.h"
#include "ui/widgets/soleus-awake.h"
#include "ui/widgets/soleus-build.h"
#include "ui/widgets/soleus-figure-view.h"
#include "ui/widgets/soleus-pair.h"
#include "ui/widgets/soleus-stage.h"

#define FIGURE_LEAST 120
#define FIGURE_HEIGHT 300

struct _SoleusCrampNowView
{
  GtkWidget parent_instance;

  SoleusContext *context;
  SoleusCrampNow *cramp;
  GtkWidget *stage;
  GtkWidget *timer;
  GtkWidget *back;
  GtkWidget *body;
  GtkWidget *buttons;
  GtkWidget *focus; /* the heading of the stage, or NULL */
  SoleusCrampStage shown;
  const SoleusReliefStep *shown_step;
  guint tick;
  gboolean letters;
};

G_DEFINE_FINAL_TYPE (SoleusCrampNowView, soleus_cramp_now_view, GTK_TYPE_WIDGET)

static void
leave (SoleusCrampNowView *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.leave-over", NULL);
}

static void
stop_clicked_cb (SoleusCrampNowView *self)
{
  soleus_cramp_now_stop (self->cramp);
}

/* It stands below everything until it is pressed. Beside signs and warnings it is not the brightest button. */
static void
add_stop (SoleusCrampNowView *self)
{
  gboolean warns = (self->shown >= SOLEUS_CRAMP_SIGNS && self->shown <= SOLEUS_CRAMP_REST) || self->shown == SOLEUS_CRAMP_LATE;

  soleus_build_answer (soleus_build_answers (soleus_stage_get_foot (SOLEUS_STAGE (self->stage))), _("It stopped"), warns ? NULL : "primary", G_CALLBACK (stop_clicked_cb), self);
}

static void
set_heading (SoleusCrampNowView *self,
             const char         *text)
{
  self->focus = soleus_build_heading (self->body, text, "now-heading");
}

/* A question with large answers stands in the middle. */
static void
set_question (SoleusCrampNowView *self,
              const char         *text)
{
  set_heading (self, text);
  gtk_label_set_justify (GTK_LABEL (self->focus), GTK_JUSTIFY_CENTER);
  gtk_label_set_xalign (GTK_LABEL (self->focus), 0.5);
  gtk_widget_set_vexpand (self->focus, TRUE);
}

/* Which leg, and where */

typedef struct
{
  const char *id;
  const char *label;
} Choice;

static void
side_clicked_cb (GtkWidget          *button,
                 SoleusCrampNowView *self)
{
  soleus_cramp_now_choose_side (self->cramp, g_object_get_data (G_OBJECT (button), "id"));
}

static void
muscle_clicked_cb (GtkWidget          *button,
                   SoleusCrampNowView *self)
{
  soleus_cramp_now_choose_muscle (self->cramp, g_object_get_data (G_OBJECT (button), "id"));
}

/* Two columns, so that five places and Skip fit a small window. */
static void
add_choices (SoleusCrampNowView *self,
             const Choice       *choices,
             guint               n,
             GCallback           clicked)
{
  GtkWidget *grid = gtk_grid_new (), *button;

  gtk_grid_set_column_homogeneous (GTK_GRID (grid), TRUE);
  gtk_grid_set_row_homogeneous (GTK_GRID (grid), TRUE);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 8);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 8);
  for (guint i = 0; i <= n; i++)
    {
      button = soleus_build_button (i < n ? _(choices[i].label) : _("Skip"), NULL, "large");
      if (i < n)
        g_object_set_data (G_OBJECT (button), "id", (gpointer) choices[i].id);
      else
        gtk_widget_add_css_class (button, "flat");
      g_signal_connect (button, "clicked", clicked, self);
      gtk_grid_attach (GTK_GRID (grid), button, (int) i % 2, (int) i / 2, 1, 1);
    }
  gtk_box_append (GTK_BOX (self->buttons), grid);
}

static void
show_side (SoleusCrampNowView *self)
{
  static const Choice sides[] = { { "left", N_("Left") }, { "right", N_("Right") }, { "both", N_("Both") } };

  set_question (self, _("Which leg?"));
  add_choices (self, sides, G_N_ELEMENTS (sides), G_CALLBACK (side_clicked_cb));
}

static void
show_muscle (SoleusCrampNowView *self)
{
  static const Choice muscles[] = {
    { "calf", N_("Calf") }, { "sole", N_("Foot") }, { "thigh_back", N_("Back of thigh") }, { "thigh_front", N_("Front of thigh") }, { "other_leg", N_("Other") }
  };

  set_question (self, _("Where?"));
  add_choices (self, muscles, G_N_ELEMENTS (muscles), G_CALLBACK (muscle_clicked_cb));
}

/* Signs */

static void
denied_cb (SoleusCrampNowView *self)
{
  soleus_cramp_now_deny_signs (self->cramp);
}

static void
signs_cb (SoleusCrampNowView *self)
{
  self->shown = SOLEUS_CRAMP_WHICH_SIGNS;
  soleus_cramp_now_have_signs (self->cramp);
}

static void
named_cb (SoleusCrampNowView *self,
          char              **facts)
{
  soleus_cramp_now_name_signs (self->cramp, (const char *const *) facts);
}

static void
show_signs (SoleusCrampNowView *self,
            gboolean            choosing)
{
  const SoleusGuidance *guidance = soleus_warnings_get_guidance (soleus_context_get_warnings (self->context));
  GtkWidget *gate = soleus_gate_view_new (guidance, soleus_cramp_now_is_second (self->cramp) ? _("Still none of these?") : _("Any of these right now?"), _("None of these, help me"));

  g_signal_connect_swapped (gate, "denied", G_CALLBACK (denied_cb), self);
  g_signal_connect_swapped (gate, "signs", G_CALLBACK (signs_cb), self);
  g_signal_connect_swapped (gate, "named", G_CALLBACK (named_cb), self);
  gtk_widget_set_vexpand (gate, TRUE);
  gtk_box_append (GTK_BOX (self->body), gate);
  if (choosing)
    soleus_gate_view_choose (SOLEUS_GATE_VIEW (gate));
  soleus_gate_view_focus_heading (SOLEUS_GATE_VIEW (gate));
}

/* What scrolls, between the head and the buttons. */
static GtkWidget *
add_scroller (SoleusCrampNowView *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), box);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_box_append (GTK_BOX (self->body), scroller);
  return box;
}

/* A warning */

static void
clinic_clicked_cb (SoleusCrampNowView *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.clinic", NULL);
}

/* The text of a cramp that goes on after ten minutes, or the card of what was marked. */
static void
show_warning (SoleusCrampNowView *self)
{
  SoleusWarnings *warnings = soleus_context_get_warnings (self->context);
  GtkWidget *box = add_scroller (self), *view = NULL;
  SoleusRecord *emergency = soleus_warnings_get_emergency (warnings);
  g_autoptr (GPtrArray) cards = NULL;

  if (emergency != NULL)
    {
      g_autoptr (SoleusVerdict) verdict = soleus_warnings_read (warnings, emergency);
      g_autoptr (GPtrArray) of = soleus_warnings_list_cards (warnings, verdict);
      SoleusCard *card = soleus_cards_find (of, SOLEUS_LEVEL_EMERGENCY);

      if (card != NULL)
        view = soleus_emergency_card_new (self->context, card, emergency);
    }
  if (view == NULL)
    {
      SoleusCard *card;

      cards = soleus_warnings_list_cards (warnings, soleus_warnings_get_verdict (warnings));
      card = soleus_cards_find (cards, SOLEUS_LEVEL_EMERGENCY);
      if (card == NULL)
        card = soleus_cards_find (cards, SOLEUS_LEVEL_TODAY);
      if (card != NULL)
        {
          view = soleus_card_view_new (card);
          g_signal_connect_swapped (soleus_card_view_add_button (SOLEUS_CARD_VIEW (view), _("Show this to a clinician"), NULL), "clicked", G_CALLBACK (clinic_clicked_cb), self);
        }
    }
  if (view != NULL)
    {
      gtk_widget_add_css_class (view, "day");
      gtk_box_append (GTK_BOX (box), view);
      soleus_card_view_focus_heading (SOLEUS_CARD_VIEW (view));
    }
  add_stop (self);
}

static void
show_late (SoleusCrampNowView *self)
{
  const SoleusGuidance *guidance = soleus_warnings_get_guidance (soleus_context_get_warnings (self->context));
  GtkWidget *box;

  set_heading (self, soleus_guidance_get_text (guidance, "card-today-head"));
  box = add_scroller (self);
  soleus_build_text (box, soleus_guidance_get_text (guidance, "card-today-call"), "now-text");
  soleus_build_text (box, soleus_guidance_get_text (guidance, "card-today-worse"), "now-text");
  soleus_build_answer (soleus_build_answers (self->buttons), _("Show this to a clinician"), NULL, G_CALLBACK (clinic_clicked_cb), self);
  add_stop (self);
}

static void
check_clicked_cb (SoleusCrampNowView *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.check", NULL);
}

static void
show_rest (SoleusCrampNowView *self)
{
  const SoleusGuidance *guidance = soleus_warnings_get_guidance (soleus_context_get_warnings (self->context));

  set_heading (self, _("Rest the leg."));
  soleus_build_text (add_scroller (self), soleus_guidance_get_text (guidance, "gate-rest"), "now-text");
  soleus_build_answer (soleus_build_answers (self->buttons), _("Check warning signs"), NULL, G_CALLBACK (check_clicked_cb), self);
  add_stop (self);
}

/* Steps */

static void
helped_clicked_cb (SoleusCrampNowView *self)
{
  soleus_cramp_now_helped (self->cramp);
}

static void
next_clicked_cb (SoleusCrampNowView *self)
{
  soleus_cramp_now_next (self->cramp);
}

static void
show_step (SoleusCrampNowView *self)
{
  const SoleusReliefStep *step = soleus_cramp_now_get_step (self->cramp);
  SoleusLibrary *library = soleus_context_get_library (self->context);
  const char *side = soleus_cramp_now_get_side (self->cramp);
  gboolean helped = soleus_cramp_now_step_helped (self->cramp);
  GtkWidget *flow, *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8), *view = soleus_figure_view_new ();

  soleus_figure_view_set_figure (SOLEUS_FIGURE_VIEW (view), soleus_library_get_figures (library), soleus_cramp_now_get_figure (self->cramp));
  soleus_figure_view_set_night (SOLEUS_FIGURE_VIEW (view), TRUE);
  soleus_figure_view_set_heights (SOLEUS_FIGURE_VIEW (view), FIGURE_LEAST, FIGURE_HEIGHT);
  soleus_figure_view_set_mirror (SOLEUS_FIGURE_VIEW (view), g_strcmp0 (side, "left") == 0);
  soleus_figure_view_set_moving (SOLEUS_FIGURE_VIEW (view), TRUE);
  if (side != NULL)
    soleus_build_text (words, g_str_equal (side, "left") ? _("Left leg") : _("Right leg"), "now-text");
  /* What is new stands first. */
  self->focus = soleus_build_heading (words, helped ? _("Keep going until it lets go, then ease off slowly.") : step->line.text, "now-heading");
  soleus_build_text (words, helped ? step->line.text : step->more, "now-text");
  gtk_box_append (GTK_BOX (self->body), soleus_pair_new (view, words));

  flow = soleus_build_answers (self->buttons);
  if (!helped)
    soleus_build_answer (flow, _("It helped"), NULL, G_CALLBACK (helped_clicked_cb), self);
  soleus_build_answer (flow, _("Next"), NULL, G_CALLBACK (next_clicked_cb), self);
  add_stop (self);
}

static void
steady_clicked_cb (SoleusCrampNowView *self)
{
  soleus_cramp_now_answer_steady (self->cramp, TRUE);
}

static void
unsteady_clicked_cb (SoleusCrampNowView *self)
{
  soleus_cramp_now_answer_steady (self->cramp, FALSE);
}

static void
show_steady (SoleusCrampNowView *self)
{
  GtkWidget *flow = soleus_build_answers (self->buttons);

  set_question (self, _("Are you steady on your feet?"));
  gtk_label_set_justify (GTK_LABEL (soleus_build_text (self->body, _("The next steps are done standing."), "now-text")), GTK_JUSTIFY_CENTER);
  soleus_build_answer (flow, _("Yes"), NULL, G_CALLBACK (steady_clicked_cb), self);
  soleus_build_answer (flow, _("No"), NULL, G_CALLBACK (unsteady_clicked_cb), self);
  add_stop (self);
}

static void
show_end (SoleusCrampNowView *self)
{
  g_autofree char *left_out = soleus_cramp_now_say_left_out (self->cramp);
  GtkWidget *box;

  set_heading (self, _("Try the first again, or wait."));
  box = add_scroller (self);
  soleus_build_text (box, _("Most cramps end within 10 minutes. Chest pain, trouble breathing or a swollen leg? Get emergency help now."), "now-text");
  if (left_out != NULL)
    soleus_build_text (box, left_out, "now-text");
  soleus_build_answer (soleus_build_answers (self->buttons), _("Start again"), NULL, G_CALLBACK (next_clicked_cb), self);
  add_stop (self);
}

static void
easing_clicked_cb (SoleusCrampNowView *self)
{
  soleus_cramp_now_answer_easing (self->cramp, TRUE);
}

static void
not_easing_clicked_cb (SoleusCrampNowView *self)
{
  soleus_cramp_now_answer_easing (self->cramp, FALSE);
}

static void
show_easing (SoleusCrampNowView *self)
{
  GtkWidget *flow = soleus_build_answers (self->buttons);
  g_autofree char *text = g_strdup_printf (ngettext ("It has lasted %d minute. Is it easing?", "It has lasted %d minutes. Is it easing?", (gulong) (soleus_cramp_now_get_seconds (self->cramp) / 60)),
                                           (int) (soleus_cramp_now_get_seconds (self->cramp) / 60));

  set_question (self, text);
  soleus_build_answer (flow, _("Yes"), NULL, G_CALLBACK (easing_clicked_cb), self);
  soleus_build_answer (flow, _("No"), NULL, G_CALLBACK (not_easing_clicked_cb), self);
  add_stop (self);
}

/* After it */

static void
sleep_clicked_cb (SoleusCrampNowView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  leave (self);
  if (GTK_IS_WINDOW (root))
    gtk_window_close (GTK_WINDOW (root));
}

static void
more_clicked_cb (SoleusCrampNowView *self)
{
  g_autofree char *uuid = g_strdup (soleus_record_get_uuid (soleus_cramp_now_get_record (self->cramp)));
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  leave (self);
  gtk_widget_activate_action (GTK_WIDGET (root), "win.edit-cramp", "s", uuid);
}

static void
show_stopped (SoleusCrampNowView *self)
{
  g_autofree char *lasted = soleus_words_duration (soleus_cramp_now_get_seconds (self->cramp));
  g_autofree char *text = g_strdup_printf (_("Saved. It lasted %s."), lasted);
  GtkWidget *flow = soleus_build_answers (self->buttons);

  set_heading (self, text);
  soleus_build_text (self->body, _("It can feel sore for up to a day. Sore for longer, swollen or red? Get medical advice."), "now-text");
  soleus_build_answer (flow, _("Go back to sleep"), "primary", G_CALLBACK (sleep_clicked_cb), self);
  soleus_build_answer (flow, _("Add more now"), NULL, G_CALLBACK (more_clicked_cb), self);
  soleus_build_answer (flow, _("Close"), NULL, G_CALLBACK (leave), self);
}

/* The whole */

static void
show_timer (SoleusCrampNowView *self)
{
  gint64 seconds = soleus_cramp_now_get_seconds (self->cramp);
  g_autofree char *text = seconds < 3600 ? g_strdup_printf ("%d:%02d", (int) (seconds / 60), (int) (seconds % 60))
                                         : g_strdup_printf ("%d:%02d:%02d", (int) (seconds / 3600), (int) (seconds / 60 % 60), (int) (seconds % 60));

  gtk_label_set_label (GTK_LABEL (self->timer), text);
}

static void
show_stage (SoleusCrampNowView *self)
{
  SoleusCrampStage stage = soleus_cramp_now_get_stage (self->cramp);

  show_timer (self);
  gtk_widget_set_visible (self->back, soleus_cramp_now_can_go_back (self->cramp));
  /* The list of signs became toggles by itself. */
  if (stage == SOLEUS_CRAMP_WHICH_SIGNS && self->shown == stage)
    return;
  self->shown = stage;
  self->shown_step = soleus_cramp_now_get_step (self->cramp);
  self->focus = NULL;
  soleus_stage_clear (SOLEUS_STAGE (self->stage));
  if (stage == SOLEUS_CRAMP_SIDE)
    show_side (self);
  else if (stage == SOLEUS_CRAMP_MUSCLE)
    show_muscle (self);
  else if (stage == SOLEUS_CRAMP_SIGNS || stage == SOLEUS_CRAMP_WHICH_SIGNS)
    show_signs (self, stage == SOLEUS_CRAMP_WHICH_SIGNS);
  else if (stage == SOLEUS_CRAMP_WARN)
    show_warning (self);
  else if (stage == SOLEUS_CRAMP_REST)
    show_rest (self);
  else if (stage == SOLEUS_CRAMP_STEADY)
    show_steady (self);
  else if (stage == SOLEUS_CRAMP_STEP)
    show_step (self);
  else if (stage == SOLEUS_CRAMP_END)
    show_end (self);
  else if (stage == SOLEUS_CRAMP_EASING)
    show_easing (self);
  else if (stage == SOLEUS_CRAMP_LATE)
    show_late (self);
  else
    show_stopped (self);
  if (stage < SOLEUS_CRAMP_WARN)
    add_stop (self);
  if (self->focus != NULL)
    soleus_build_focus (self->focus);
}

static gboolean
tick_cb (gpointer data)
{
  SoleusCrampNowView *self = data;

  soleus_cramp_now_tick (self->cramp);
  show_timer (self);
  return G_SOURCE_CONTINUE;
}

/* Leaving */

static void
left_cb (const char *id,
         gpointer    data)
{
  SoleusCrampNowView *self = data;

  if (g_str_equal (id, "leave"))
    leave (self);
  else if (g_str_equal (id, "mistake"))
    {
      soleus_keeper_delete (soleus_context_get_keeper (self->context), soleus_record_get_uuid (soleus_cramp_now_get_record (self->cramp)), _("Cramp deleted."));
      leave (self);
    }
}

static void
ask_leave (SoleusCrampNowView *self)
{
  const SoleusAskAnswer answers[] = {
    { "stay", _("_Stay"), FALSE }, { "leave", _("_Leave, the Clock Runs On"), FALSE }, { "mistake", _("There Is _No Cramp"), TRUE }
  };

  if (soleus_cramp_now_get_stage (self->cramp) == SOLEUS_CRAMP_STOPPED)
    leave (self);
  else
    soleus_ask (GTK_WIDGET (self), _("Leave this screen?"), _("The clock keeps running. You find the cramp above every page."), answers, G_N_ELEMENTS (answers), left_cb, g_object_ref (self), g_object_unref);
}

static void
back_clicked_cb (SoleusCrampNowView *self)
{
  soleus_cramp_now_back (self->cramp);
}

static void
close_clicked_cb (SoleusCrampNowView *self)
{
  ask_leave (self);
}

static gboolean
key_pressed_cb (GtkEventControllerKey *keys,
                guint                  key,
                guint                  code,
                GdkModifierType        state,
                SoleusCrampNowView    *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  guint letter = gdk_keyval_to_lower (key);
  SoleusCrampStage stage = soleus_cramp_now_get_stage (self->cramp);

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0)
    return FALSE;
  if (key == GDK_KEY_Escape)
    soleus_cramp_now_view_go_back (self);
  else if ((key == GDK_KEY_Return || key == GDK_KEY_KP_Enter) && !GTK_IS_BUTTON (focus))
    soleus_cramp_now_next (self->cramp);
  else if (key == GDK_KEY_Right || (self->letters && letter == GDK_KEY_n))
    soleus_cramp_now_next (self->cramp);
  else if (key == GDK_KEY_Left || (self->letters && letter == GDK_KEY_b))
    soleus_cramp_now_back (self->cramp);
  else if (self->letters && letter == GDK_KEY_s)
    soleus_cramp_now_stop (self->cramp);
  else if (self->letters && letter == GDK_KEY_h && stage == SOLEUS_CRAMP_STEP)
    soleus_cramp_now_helped (self->cramp);
  else
    return FALSE;
  return TRUE;
}

static void
soleus_cramp_now_view_map (GtkWidget *widget)
{
  SoleusCrampNowView *self = SOLEUS_CRAMP_NOW_VIEW (widget);

  GTK_WIDGET_CLASS (soleus_cramp_now_view_parent_class)->map (widget);
  self->tick = g_timeout_add_seconds (1, tick_cb, self);
  if (self->focus != NULL)
    soleus_build_focus (self->focus);
}

static void
soleus_cramp_now_view_unmap (GtkWidget *widget)
{
  SoleusCrampNowView *self = SOLEUS_CRAMP_NOW_VIEW (widget);

  g_clear_handle_id (&self->tick, g_source_remove);
  GTK_WIDGET_CLASS (soleus_cramp_now_view_parent_class)->unmap (widget);
}

static void
soleus_cramp_now_view_dispose (GObject *object)
{
  SoleusCrampNowView *self = SOLEUS_CRAMP_NOW_VIEW (object);

  g_clear_handle_id (&self->tick, g_source_remove);
  g_clear_pointer (&self->stage, gtk_widget_unparent);
  g_clear_object (&self->cramp);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (soleus_cramp_now_view_parent_class)->dispose (object);
}

static void
soleus_cramp_now_view_class_init (SoleusCrampNowViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = soleus_cramp_now_view_dispose;
  widget_class->map = soleus_cramp_now_view_map;
  widget_class->unmap = soleus_cramp_now_view_unmap;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "crampnow");
}

static GtkWidget *
make_top (SoleusCrampNowView *self)
{
  GtkWidget *top = gtk_center_box_new ();
  GtkWidget *start = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *close = gtk_button_new_with_label (_("Close"));
  GtkWidget *handle = gtk_window_handle_new ();

  g_signal_connect_swapped (close, "clicked", G_CALLBACK (close_clicked_cb), self);
  gtk_widget_set_valign (close, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (start), close);
  self->back = gtk_button_new_with_label (_("Back"));
  g_signal_connect_swapped (self->back, "clicked", G_CALLBACK (back_clicked_cb), self);
  gtk_widget_set_valign (self->back, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (start), self->back);
  self->timer = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_TIMER, NULL);
  gtk_widget_add_css_class (self->timer, "now-timer");
  gtk_widget_set_margin_start (self->timer, 12);
  soleus_accessible_set_name (GTK_ACCESSIBLE (self->timer), _("Time since the start"));
  gtk_center_box_set_start_widget (GTK_CENTER_BOX (top), start);
  gtk_center_box_set_center_widget (GTK_CENTER_BOX (top), self->timer);
  gtk_window_handle_set_child (GTK_WINDOW_HANDLE (handle), top);
  return handle;
}

static void
soleus_cramp_now_view_init (SoleusCrampNowView *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->stage = soleus_stage_new (make_top (self));
  self->body = soleus_stage_get_body (SOLEUS_STAGE (self->stage));
  self->buttons = soleus_stage_get_buttons (SOLEUS_STAGE (self->stage));
  gtk_widget_set_parent (self->stage, GTK_WIDGET (self));
  gtk_widget_add_css_class (GTK_WIDGET (self), "night");
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  soleus_awake_keep (GTK_WIDGET (self), _("A cramp is being timed"));
}

/**
 * soleus_cramp_now_view_new:
 * @context: what the window shows
 *
 * Goes on with the cramp that is open, or begins one.
 *
 * Returns: (transfer floating): the view
 */
GtkWidget *
soleus_cramp_now_view_new (SoleusContext *context)
{
  SoleusCrampNowView *self = g_object_new (SOLEUS_TYPE_CRAMP_NOW_VIEW, NULL);
  SoleusDiary *diary = soleus_context_get_diary (context);
  g_autoptr (SoleusRecord) profile = soleus_diary_get_single (diary, SOLEUS_KIND_PROFILE, NULL);

  self->context = g_object_ref (context);
  self->letters = profile == NULL || soleus_row_get_answer (soleus_record_get_values (profile), "letter_keys") != SOLEUS_NO;
  self->cramp = soleus_cramp_now_new (diary, soleus_context_get_keeper (context), soleus_context_get_warnings (context), soleus_context_get_library (context));
  g_signal_connect_object (self->cramp, "changed", G_CALLBACK (show_stage), self, G_CONNECT_SWAPPED);
  show_stage (self);
  return GTK_WIDGET (self);
}

/**
 * soleus_cramp_now_view_get_cramp:
 * @self: a view
 *
 * Returns: (transfer none): the cramp
 */
SoleusCrampNow *
soleus_cramp_now_view_get_cramp (SoleusCrampNowView *self)
{
  g_return_val_if_fail (SOLEUS_IS_CRAMP_NOW_VIEW (self), NULL);

  return self->cramp;
}

/**
 * soleus_cramp_now_view_go_back:
 * @self: a view
 *
 * Goes back one step; on the first, asks whether to leave.
 */
void
soleus_cramp_now_view_go_back (SoleusCrampNowView *self)
{
  g_return_if_fail (SOLEUS_IS_CRAMP_NOW_VIEW (self));

  if (soleus_cramp_now_can_go_back (self->cramp))
    soleus_cramp_now_back (self->cramp);
  else
    ask_leave (self);
}
