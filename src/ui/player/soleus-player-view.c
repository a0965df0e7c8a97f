/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fills the window. The safety gate comes first, if it was not answered since the last noon. What was held is written after every
 * hold, so that a session that breaks off in any way is kept. */
#include "config.h"

#include "ui/player/soleus-player-view.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "app/soleus-left-out.h"
#include "app/soleus-safety-gate.h"
#include "app/soleus-words.h"
#include "platform/soleus-sound.h"
#include "ui/compat/soleus-accessible.h"
#include "ui/compat/soleus-ask.h"
#include "ui/warnings/soleus-gate-view.h"
#include "ui/widgets/soleus-awake.h"
#include "ui/widgets/soleus-build.h"
#include "ui/widgets/soleus-figure-view.h"
#include "ui/widgets/soleus-flow.h"
#include "ui/widgets/soleus-pair.h"
#include "ui/widgets/soleus-stage.h"

#define FIGURE_LEAST 120
#define FIGURE_HEIGHT 320
#define RING_WIDTH 8
#define RING_SIZE 132
#define TICK_MS 100

/* Eyes are used to the dark then. */
#define DARK_FROM (21 * 60)
#define DARK_UNTIL (7 * 60)

struct _SoleusPlayerView
{
  GtkWidget parent_instance;

  SoleusContext *context;
  GPtrArray *steps;
  SoleusRecord *plan; /* or NULL */
  SoleusPlayer *player;
  SoleusRecord *session;
  SoleusTime started;
  gboolean night;
  SoleusLimits limits;
  gboolean sounds;

  GtkWidget *stage;
  GtkWidget *body;
  GtkWidget *foot;
  GtkWidget *dark;
  GtkWidget *sound;

  /* While it plays; else NULL */
  GtkWidget *figure;
  GtkWidget *title;
  GtkWidget *heading;
  GtkWidget *tip;
  GtkWidget *ring;
  GtkWidget *count;
  GtkWidget *round;
  GtkWidget *pause;

  guint tick;
  gint64 before; /* monotonic time of the last tick */
  int shown_seconds;
};

G_DEFINE_FINAL_TYPE (SoleusPlayerView, soleus_player_view, GTK_TYPE_WIDGET)

static void
leave (SoleusPlayerView *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.leave-over", NULL);
}

static const SoleusGuide *
get_guide (SoleusPlayerView *self)
{
  const SoleusPlayStep *step = self->player != NULL ? soleus_player_get_step (self->player) : NULL;

  return step != NULL ? soleus_guides_get (soleus_library_get_guides (soleus_context_get_library (self->context)), step->card) : NULL;
}

static void
clear (SoleusPlayerView *self)
{
  self->figure = self->title = self->heading = self->tip = self->ring = self->count = self->round = self->pause = NULL;
  soleus_stage_clear (SOLEUS_STAGE (self->stage));
}

/* The diary */

static void
keep_session (SoleusPlayerView *self)
{
  g_autoptr (GPtrArray) edits = NULL;
  g_autoptr (SoleusRecord) stored = NULL;

  if (self->session == NULL)
    {
      self->session = soleus_record_new (SOLEUS_KIND_STRETCH);
      soleus_row_set_time (soleus_record_get_values (self->session), "at", self->started);
      if (self->plan != NULL)
        soleus_row_set_text (soleus_record_get_values (self->session), "plan", soleus_record_get_uuid (self->plan));
    }
  else if (!soleus_keeper_is_waiting (soleus_context_get_keeper (self->context)) &&
           (stored = soleus_diary_get (soleus_context_get_diary (self->context), soleus_record_get_uuid (self->session), NULL)) != NULL)
    {
      g_object_unref (self->session);
      self->session = soleus_record_copy (stored);
    }
  if (!soleus_player_write (self->player, self->session))
    return;
  edits = soleus_edits_new ();
  soleus_edits_save (edits, self->session);
  soleus_keeper_keep (soleus_context_get_keeper (self->context), edits, NULL, NULL);
}

/* Words */

static char *
say_phase (SoleusPlayerView *self)
{
  const char *side = soleus_player_get_side (self->player);
  gboolean left = g_strcmp0 (side, "left") == 0;

  switch (soleus_player_get_phase (self->player))
    {
    case SOLEUS_PLAY_READY:
      return g_strdup (side == NULL ? _("Get ready.") : left ? _("Get ready. Left leg.") : _("Get ready. Right leg."));
    case SOLEUS_PLAY_HOLD:
      return g_strdup (side == NULL ? _("Hold.") : left ? _("Left leg. Hold.") : _("Right leg. Hold."));
    case SOLEUS_PLAY_REST:
      return g_strdup (_("Ease off. Rest."));
    case SOLEUS_PLAY_CHANGE:
      return g_strdup (left ? _("Now the left leg.") : _("Now the right leg."));
    case SOLEUS_PLAY_DONE:
    default:
      return g_strdup (_("Done."));
    }
}

/* One step of the guide below the picture: the last but easing off says how to hold. */
static const char *
find_tip (const SoleusGuide *guide)
{
  guint n = guide != NULL ? guide->steps->len : 0;

  if (n == 0)
    return "";
  return ((SoleusLine *) g_ptr_array_index (guide->steps, n > 1 ? n - 2 : 0))->text;
}

static void
draw_ring (GtkDrawingArea *area,
           cairo_t        *cr,
           int             width,
           int             height,
           gpointer        data)
{
  SoleusPlayerView *self = data;
  GdkRGBA color;
  double length, part, radius = (MIN (width, height) - RING_WIDTH) / 2.0;

  if (self->player == NULL)
    return;
  length = soleus_player_get_length (self->player);
  part = length > 0 ? soleus_player_get_remaining (self->player) / length : 0;
  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (area)), &color);
  cairo_set_line_width (cr, RING_WIDTH);
  color.alpha *= 0.2f;
  gdk_cairo_set_source_rgba (cr, &color);
  cairo_arc (cr, width / 2.0, height / 2.0, radius, 0, 2 * G_PI);
  cairo_stroke (cr);
  color.alpha *= 5;
  gdk_cairo_set_source_rgba (cr, &color);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  if (part > 0)
    cairo_arc (cr, width / 2.0, height / 2.0, radius, -G_PI / 2, -G_PI / 2 + 2 * G_PI * part);
  cairo_stroke (cr);
}

static void
show_seconds (SoleusPlayerView *self)
{
  int seconds = (int) (soleus_player_get_remaining (self->player) + 0.999);
  g_autofree char *text = seconds >= 100 ? g_strdup_printf ("%d:%02d", seconds / 60, seconds % 60) : g_strdup_printf ("%d", seconds);

  if (self->count == NULL)
    return;
  gtk_widget_queue_draw (self->ring);
  if (seconds == self->shown_seconds)
    return;
  self->shown_seconds = seconds;
  gtk_label_set_label (GTK_LABEL (self->count), text);
}

static void
show_figure (SoleusPlayerView *self)
{
  const SoleusGuide *guide = get_guide (self);
  SoleusLibrary *library = soleus_context_get_library (self->context);
  const SoleusFigure *figure = guide != NULL ? soleus_library_get_guide_figure (library, guide, self->limits) : NULL;
  SoleusPlayPhase phase = soleus_player_get_phase (self->player);

  soleus_figure_view_set_figure (SOLEUS_FIGURE_VIEW (self->figure), soleus_library_get_figures (library), figure);
  soleus_figure_view_set_night (SOLEUS_FIGURE_VIEW (self->figure), self->night);
  soleus_figure_view_set_mirror (SOLEUS_FIGURE_VIEW (self->figure), g_strcmp0 (soleus_player_get_side (self->player), "left") == 0);
  soleus_figure_view_set_moving (SOLEUS_FIGURE_VIEW (self->figure), !soleus_player_get_paused (self->player) && phase != SOLEUS_PLAY_REST);
}

static void show_done (SoleusPlayerView *self);

static void
show_phase (SoleusPlayerView *self)
{
  const SoleusGuide *guide = get_guide (self);
  const SoleusPlayStep *step = soleus_player_get_step (self->player);
  g_autofree char *words = say_phase (self), *title = NULL, *round = NULL, *said = NULL;
  gboolean paused = soleus_player_get_paused (self->player);

  if (soleus_player_get_phase (self->player) == SOLEUS_PLAY_DONE)
    {
      show_done (self);
      return;
    }
  if (self->heading == NULL)
    return;
  /* Translators: a stretch, its number, and how many there are */
  title = g_strdup_printf (_("%s · %u of %u"), guide != NULL ? guide->title : "", soleus_player_get_index (self->player) + 1, soleus_player_get_n_steps (self->player));
  gtk_label_set_label (GTK_LABEL (self->title), title);
  said = paused ? g_strdup_printf (_("Paused. %s"), words) : g_strdup (words);
  gtk_label_set_label (GTK_LABEL (self->heading), said);
  soleus_accessible_set_name (GTK_ACCESSIBLE (self->heading), said);
  gtk_label_set_label (GTK_LABEL (self->tip), find_tip (guide));
  round = step->repeats > 1 ? g_strdup_printf (_("%u of %u"), soleus_player_get_repeat (self->player) + 1, step->repeats) : g_strdup ("");
  gtk_label_set_label (GTK_LABEL (self->round), round);
  gtk_label_set_label (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (self->pause))), paused ? _("Go on") : _("Pause"));
  soleus_accessible_set_name (GTK_ACCESSIBLE (self->pause), paused ? _("Go on") : _("Pause"));
  self->shown_seconds = -1;
  show_figure (self);
  show_seconds (self);
}

static void
player_changed_cb (SoleusPlayerView *self)
{
  SoleusPlayPhase phase = soleus_player_get_phase (self->player);

  if (self->sounds && !soleus_player_get_paused (self->player))
    soleus_sound_play (phase == SOLEUS_PLAY_DONE ? SOLEUS_SOUND_DONE : SOLEUS_SOUND_CHANGE);
  if (phase != SOLEUS_PLAY_READY && !soleus_player_get_paused (self->player))
    keep_session (self);
  if (self->figure != NULL && phase != SOLEUS_PLAY_DONE && (phase == SOLEUS_PLAY_HOLD || phase == SOLEUS_PLAY_READY))
    soleus_figure_view_restart (SOLEUS_FIGURE_VIEW (self->figure));
  show_phase (self);
  /* A new phase is read out; a pause leaves the focus where it is. */
  if (self->heading != NULL && !soleus_player_get_paused (self->player) && gtk_widget_get_mapped (GTK_WIDGET (self)) &&
      (self->pause == NULL || !gtk_widget_has_focus (self->pause)))
    soleus_build_focus (self->heading);
}

/* Buttons */

static void
back_clicked_cb (SoleusPlayerView *self)
{
  soleus_player_back (self->player);
}

static void
pause_clicked_cb (SoleusPlayerView *self)
{
  soleus_player_set_paused (self->player, !soleus_player_get_paused (self->player));
}

static void
skip_clicked_cb (SoleusPlayerView *self)
{
  soleus_player_skip (self->player);
}

static void
start_playing (SoleusPlayerView *self)
{
  GtkWidget *flow, *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8), *clock = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 18), *overlay = gtk_overlay_new ();

  clear (self);
  g_clear_object (&self->player);
  g_clear_object (&self->session);
  self->player = soleus_player_new (self->steps);
  self->started = soleus_clock_get_now (soleus_context_get_clock (self->context));
  self->before = g_get_monotonic_time ();
  g_signal_connect_object (self->player, "changed", G_CALLBACK (player_changed_cb), self, G_CONNECT_SWAPPED);

  self->figure = soleus_figure_view_new ();
  soleus_figure_view_set_heights (SOLEUS_FIGURE_VIEW (self->figure), FIGURE_LEAST, FIGURE_HEIGHT);
  self->title = soleus_build_text (column, "", "now-title");
  self->heading = soleus_build_heading (column, "", "now-heading");
  self->ring = gtk_drawing_area_new ();
  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (self->ring), RING_SIZE);
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (self->ring), RING_SIZE);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (self->ring), draw_ring, self, NULL);
  self->count = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_TIMER, NULL);
  gtk_widget_add_css_class (self->count, "now-count");
  gtk_overlay_set_child (GTK_OVERLAY (overlay), self->ring);
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), self->count);
  gtk_box_append (GTK_BOX (clock), overlay);
  self->round = soleus_build_text (clock, "", "now-text");
  gtk_widget_set_hexpand (self->round, TRUE);
  gtk_box_append (GTK_BOX (column), clock);
  self->tip = soleus_build_text (column, "", "now-text");
  gtk_box_append (GTK_BOX (self->body), soleus_pair_new (self->figure, column));

  flow = soleus_build_answers (self->foot);
  soleus_flow_set_wrap (SOLEUS_FLOW (flow), FALSE);
  soleus_build_answer (flow, _("Back"), NULL, G_CALLBACK (back_clicked_cb), self);
  self->pause = soleus_build_answer (flow, _("Pause"), "primary", G_CALLBACK (pause_clicked_cb), self);
  soleus_build_answer (flow, _("Skip"), NULL, G_CALLBACK (skip_clicked_cb), self);
  show_phase (self);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    soleus_build_focus (self->heading);
}

/* After it */

static void
again_clicked_cb (SoleusPlayerView *self)
{
  start_playing (self);
}

static void
show_done (SoleusPlayerView *self)
{
  guint n = soleus_player_count_played (self->player);
  g_autofree char *lasted = soleus_words_duration ((gint64) soleus_player_get_played (self->player));
  /* Translators: how many stretches were held, and how long it took */
  g_autofree char *text = g_strdup_printf (ngettext ("%u stretch, %s. Saved.", "%u stretches, %s. Saved.", n), n, lasted);
  GtkWidget *flow, *heading;

  clear (self);
  heading = soleus_build_heading (self->body, _("Done."), "now-heading");
  soleus_build_text (self->body, n > 0 ? text : _("Nothing was held, so nothing is saved."), "now-text");
  flow = soleus_build_answers (self->foot);
  soleus_build_answer (flow, _("Close"), "primary", G_CALLBACK (leave), self);
  soleus_build_answer (flow, _("Do again"), NULL, G_CALLBACK (again_clicked_cb), self);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    soleus_build_focus (heading);
}

/* The gate */

static void check_gate (SoleusPlayerView *self);

static void
keep_check (SoleusPlayerView  *self,
            const char *const *facts)
{
  SoleusWarnings *warnings = soleus_context_get_warnings (self->context);
  SoleusTime now = soleus_clock_get_now (soleus_context_get_clock (self->context));
  g_autoptr (SoleusRecord) check = soleus_safety_gate_make_check (now, facts);
  g_autoptr (SoleusVerdict) verdict = soleus_warnings_judge (warnings, check);
  g_autoptr (SoleusRecord) kept = NULL;

  if (verdict != NULL)
    soleus_warnings_keep_check (warnings, check, verdict, &kept, TRUE);
  check_gate (self);
}

static void
denied_cb (SoleusPlayerView *self)
{
  keep_check (self, NULL);
}

static void
named_cb (SoleusPlayerView *self,
          char            **facts)
{
  keep_check (self, (const char *const *) facts);
}

static void
open_warning (SoleusPlayerView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  SoleusWarnings *warnings = soleus_context_get_warnings (self->context);
  gboolean emergency = soleus_warnings_get_emergency (warnings) != NULL;

  leave (self);
  gtk_widget_activate_action (GTK_WIDGET (root), emergency ? "win.emergency" : "win.verdict", NULL);
}

static void
show_no_stretch (SoleusPlayerView *self,
                 gboolean          warned)
{
  const SoleusGuidance *guidance = soleus_warnings_get_guidance (soleus_context_get_warnings (self->context));
  GtkWidget *flow = soleus_build_answers (self->foot);

  soleus_build_focus (soleus_build_heading (self->body, warned ? _("No stretching now.") : _("Rest the leg."), "now-heading"));
  soleus_build_text (self->body, warned ? _("A warning is open. Look at it first.") : soleus_guidance_get_text (guidance, "gate-rest"), "now-text");
  if (warned)
    soleus_build_answer (flow, _("Open the warning"), "primary", G_CALLBACK (open_warning), self);
  soleus_build_answer (flow, _("Close"), NULL, G_CALLBACK (leave), self);
}

static void
check_gate (SoleusPlayerView *self)
{
  SoleusWarnings *warnings = soleus_context_get_warnings (self->context);
  SoleusTime now = soleus_clock_get_now (soleus_context_get_clock (self->context));
  const SoleusVerdict *verdict;
  SoleusGate gate;
  GtkWidget *view;

  if (soleus_warnings_get_verdict (warnings) == NULL)
    soleus_warnings_update (warnings);
  verdict = soleus_warnings_get_verdict (warnings);
  gate = verdict != NULL ? soleus_safety_gate_judge (soleus_context_get_diary (self->context), verdict, now) : SOLEUS_GATE_ASK;
  if (gate == SOLEUS_GATE_OPEN)
    {
      start_playing (self);
      return;
    }
  clear (self);
  if (gate != SOLEUS_GATE_ASK)
    {
      show_no_stretch (self, gate == SOLEUS_GATE_WARN);
      return;
    }
  soleus_build_text (self->body, _("Before you stretch"), "now-title");
  view = soleus_gate_view_new (soleus_warnings_get_guidance (warnings), _("Any of these right now?"), _("None of these"));
  g_signal_connect_swapped (view, "denied", G_CALLBACK (denied_cb), self);
  g_signal_connect_swapped (view, "named", G_CALLBACK (named_cb), self);
  gtk_widget_set_vexpand (view, TRUE);
  gtk_box_append (GTK_BOX (self->body), view);
  soleus_gate_view_focus_heading (SOLEUS_GATE_VIEW (view));
}

/* Time */

/**
 * soleus_player_view_advance:
 * @self: a view
 * @seconds: how much time has gone by
 *
 * Moves on; while it is seen this happens by itself.
 */
void
soleus_player_view_advance (SoleusPlayerView *self,
                            double            seconds)
{
  g_return_if_fail (SOLEUS_IS_PLAYER_VIEW (self));

  if (self->player == NULL || soleus_player_get_phase (self->player) == SOLEUS_PLAY_DONE)
    return;
  soleus_player_advance (self->player, seconds);
  if (soleus_player_get_phase (self->player) != SOLEUS_PLAY_DONE)
    show_seconds (self);
}

static gboolean
tick_cb (gpointer data)
{
  SoleusPlayerView *self = data;
  gint64 now = g_get_monotonic_time ();
  double seconds = (double) (now - self->before) / G_USEC_PER_SEC;

  self->before = now;
  /* A computer that slept did not stretch. */
  soleus_player_view_advance (self, MIN (seconds, 2));
  return G_SOURCE_CONTINUE;
}

/* Leaving */

static void
stopped_cb (const char *id,
            gpointer    data)
{
  SoleusPlayerView *self = data;

  if (!g_str_equal (id, "stop"))
    return;
  keep_session (self);
  leave (self);
}

/**
 * soleus_player_view_go_back:
 * @self: a view
 *
 * Pauses and asks whether to stop; with nothing running, leaves.
 */
void
soleus_player_view_go_back (SoleusPlayerView *self)
{
  const SoleusAskAnswer answers[] = { { "on", _("_Keep Going"), FALSE }, { "stop", _("_Stop"), FALSE } };

  g_return_if_fail (SOLEUS_IS_PLAYER_VIEW (self));

  if (self->heading == NULL)
    {
      leave (self);
      return;
    }
  soleus_player_set_paused (self->player, TRUE);
  soleus_ask (GTK_WIDGET (self), _("Stop here?"), _("What you did is kept."), answers, G_N_ELEMENTS (answers), stopped_cb, g_object_ref (self), g_object_unref);
}

static void
set_night (SoleusPlayerView *self,
           gboolean          night)
{
  self->night = night;
  if (night)
    gtk_widget_add_css_class (GTK_WIDGET (self), "night");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "night");
  if (self->figure != NULL)
    soleus_figure_view_set_night (SOLEUS_FIGURE_VIEW (self->figure), night);
}

static void
dark_toggled_cb (GtkToggleButton  *button,
                 SoleusPlayerView *self)
{
  set_night (self, gtk_toggle_button_get_active (button));
}

static void
sound_toggled_cb (GtkToggleButton  *button,
                  SoleusPlayerView *self)
{
  SoleusDiary *diary = soleus_context_get_diary (self->context);
  g_autoptr (SoleusRecord) stored = soleus_diary_get_single (diary, SOLEUS_KIND_PROFILE, NULL);
  g_autoptr (SoleusRecord) profile = stored != NULL ? soleus_record_copy (stored) : soleus_record_new (SOLEUS_KIND_PROFILE);

  self->sounds = gtk_toggle_button_get_active (button);
  if (self->sounds)
    soleus_sound_play (SOLEUS_SOUND_CHANGE);
  soleus_row_set_answer (soleus_record_get_values (profile), "sounds", self->sounds ? SOLEUS_YES : SOLEUS_NO);
  soleus_keeper_save (soleus_context_get_keeper (self->context), profile, NULL);
}

static gboolean
key_pressed_cb (GtkEventControllerKey *keys,
                guint                  key,
                guint                  code,
                GdkModifierType        state,
                SoleusPlayerView      *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0)
    return FALSE;
  if (key == GDK_KEY_Escape)
    soleus_player_view_go_back (self);
  else if (self->heading == NULL)
    return FALSE;
  else if (key == GDK_KEY_space && !GTK_IS_BUTTON (focus))
    pause_clicked_cb (self);
  else if (key == GDK_KEY_Right)
    soleus_player_skip (self->player);
  else if (key == GDK_KEY_Left)
    soleus_player_back (self->player);
  else if (gdk_keyval_to_lower (key) == GDK_KEY_m && self->sound != NULL)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->sound), !self->sounds);
  else
    return FALSE;
  return TRUE;
}

static void
soleus_player_view_map (GtkWidget *widget)
{
  SoleusPlayerView *self = SOLEUS_PLAYER_VIEW (widget);

  GTK_WIDGET_CLASS (soleus_player_view_parent_class)->map (widget);
  self->before = g_get_monotonic_time ();
  self->tick = g_timeout_add (TICK_MS, tick_cb, self);
  if (self->heading != NULL)
    soleus_build_focus (self->heading);
}

static void
soleus_player_view_unmap (GtkWidget *widget)
{
  SoleusPlayerView *self = SOLEUS_PLAYER_VIEW (widget);

  g_clear_handle_id (&self->tick, g_source_remove);
  /* The window is closed in the middle, or something else takes it. */
  if (self->heading != NULL && soleus_context_is_open (self->context))
    keep_session (self);
  GTK_WIDGET_CLASS (soleus_player_view_parent_class)->unmap (widget);
}

static void
soleus_player_view_dispose (GObject *object)
{
  SoleusPlayerView *self = SOLEUS_PLAYER_VIEW (object);

  g_clear_handle_id (&self->tick, g_source_remove);
  g_clear_pointer (&self->stage, gtk_widget_unparent);
  g_clear_object (&self->player);
  g_clear_object (&self->session);
  g_clear_object (&self->plan);
  g_clear_object (&self->context);
  g_clear_pointer (&self->steps, g_ptr_array_unref);

  G_OBJECT_CLASS (soleus_player_view_parent_class)->dispose (object);
}

static void
soleus_player_view_class_init (SoleusPlayerViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = soleus_player_view_dispose;
  widget_class->map = soleus_player_view_map;
  widget_class->unmap = soleus_player_view_unmap;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "player");
}

static GtkWidget *
make_toggle (const char *label,
             gboolean    active)
{
  GtkWidget *button = gtk_toggle_button_new_with_label (label);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "option");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), active);
  soleus_accessible_set_name (GTK_ACCESSIBLE (button), label);
  return button;
}

static GtkWidget *
make_top (SoleusPlayerView *self)
{
  GtkWidget *top = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *close = gtk_button_new_with_label (_("Close"));
  GtkWidget *handle = gtk_window_handle_new ();

  g_signal_connect_swapped (close, "clicked", G_CALLBACK (soleus_player_view_go_back), self);
  gtk_widget_set_valign (close, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (top), close);
  gtk_widget_set_hexpand (close, TRUE);
  gtk_widget_set_halign (close, GTK_ALIGN_START);
  if (soleus_sound_is_there ())
    {
      self->sound = make_toggle (_("Sound"), self->sounds);
      g_signal_connect (self->sound, "toggled", G_CALLBACK (sound_toggled_cb), self);
      gtk_box_append (GTK_BOX (top), self->sound);
    }
  self->dark = make_toggle (_("Dark"), self->night);
  g_signal_connect (self->dark, "toggled", G_CALLBACK (dark_toggled_cb), self);
  gtk_box_append (GTK_BOX (top), self->dark);
  gtk_window_handle_set_child (GTK_WINDOW_HANDLE (handle), top);
  return handle;
}

static void
soleus_player_view_init (SoleusPlayerView *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  soleus_awake_keep (GTK_WIDGET (self), _("A stretch is being played"));
}

/**
 * soleus_player_view_new:
 * @context: what the window shows
 * @steps: (element-type SoleusPlayStep): what is played
 * @plan: (nullable): the routine that it belongs to
 *
 * Returns: (transfer floating): the view, at the safety gate or at the first stretch
 */
GtkWidget *
soleus_player_view_new (SoleusContext *context,
                        GPtrArray     *steps,
                        SoleusRecord  *plan)
{
  SoleusPlayerView *self = g_object_new (SOLEUS_TYPE_PLAYER_VIEW, NULL);
  g_autoptr (SoleusRecord) profile = soleus_diary_get_single (soleus_context_get_diary (context), SOLEUS_KIND_PROFILE, NULL);
  int minute = soleus_time_get_minute (soleus_clock_get_now (soleus_context_get_clock (context)));

  self->context = g_object_ref (context);
  self->steps = g_ptr_array_ref (steps);
  self->plan = plan != NULL ? g_object_ref (plan) : NULL;
  self->sounds = profile != NULL && soleus_row_get_answer (soleus_record_get_values (profile), "sounds") == SOLEUS_YES;
  self->night = minute >= DARK_FROM || minute < DARK_UNTIL;
  self->limits = soleus_left_out_find_now (soleus_context_get_diary (context), soleus_context_get_warnings (context));

  self->stage = soleus_stage_new (make_top (self));
  self->body = soleus_stage_get_body (SOLEUS_STAGE (self->stage));
  self->foot = soleus_stage_get_foot (SOLEUS_STAGE (self->stage));
  gtk_widget_set_parent (self->stage, GTK_WIDGET (self));
  set_night (self, self->night);
  check_gate (self);
  return GTK_WIDGET (self);
}

/**
 * soleus_player_view_get_player:
 * @self: a view
 *
 * Returns: (transfer none) (nullable): what plays, or %NULL before the gate is passed
 */
SoleusPlayer *
soleus_player_view_get_player (SoleusPlayerView *self)
{
  g_return_val_if_fail (SOLEUS_IS_PLAYER_VIEW (self), NULL);

  return self->player;
}
