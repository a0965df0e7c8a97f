/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The mark grows with the text beside it. */
#include "ui/widgets/soleus-night-mark.h"

#include <adwaita.h>

#include "ui/compat/soleus-accessible.h"

/* The mark's size at a text of this many pixels, which is the desktop's usual one. */
#define USUAL_TEXT (11.0 * 96 / 72)

struct _SoleusNightMark
{
  GtkWidget parent_instance;

  SoleusNightState state;
  guint count;
};

G_DEFINE_FINAL_TYPE (SoleusNightMark, soleus_night_mark, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_STATE,
  PROP_COUNT,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static double
get_size (GtkWidget *widget)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);
  const PangoFontDescription *font = pango_context_get_font_description (context);
  double text = (double) pango_font_description_get_size (font) / PANGO_SCALE;

  if (!pango_font_description_get_size_is_absolute (font))
    text *= pango_cairo_context_get_resolution (context) / 72;

  return SOLEUS_NIGHT_MARK_SIZE * MAX (1, text / USUAL_TEXT);
}

static void
soleus_night_mark_measure (GtkWidget     *widget,
                           GtkOrientation orientation,
                           int            for_size,
                           int           *minimum,
                           int           *natural,
                           int           *minimum_baseline,
                           int           *natural_baseline)
{
  *minimum = *natural = (int) (get_size (widget) + 0.5);
}

static void
soleus_night_mark_snapshot (GtkWidget   *widget,
                            GtkSnapshot *snapshot)
{
  SoleusNightMark *self = SOLEUS_NIGHT_MARK (widget);
  AdwStyleManager *style = adw_style_manager_get_for_display (gtk_widget_get_display (widget));
  const SoleusNightPalette *palette =
    soleus_night_palette_get (adw_style_manager_get_dark (style), adw_style_manager_get_high_contrast (style));
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  double size = MIN (get_size (widget), MIN (width, height));
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));

  cairo_translate (cr, (width - size) / 2, (height - size) / 2);
  soleus_night_mark_draw (cr, gtk_widget_get_pango_context (widget), self->state, self->count, size, palette);
  cairo_destroy (cr);
}

static void
update_label (SoleusNightMark *self)
{
  g_autofree char *words = soleus_night_mark_dup_description (self->state, self->count);

  soleus_accessible_set_name (GTK_ACCESSIBLE (self), words);
}

static void
soleus_night_mark_constructed (GObject *object)
{
  SoleusNightMark *self = SOLEUS_NIGHT_MARK (object);
  AdwStyleManager *style = adw_style_manager_get_for_display (gtk_widget_get_display (GTK_WIDGET (self)));

  G_OBJECT_CLASS (soleus_night_mark_parent_class)->constructed (object);

  g_signal_connect_object (style, "notify::dark", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::high-contrast", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  update_label (self);
}

static void
soleus_night_mark_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  SoleusNightMark *self = SOLEUS_NIGHT_MARK (object);

  switch (prop_id)
    {
    case PROP_STATE:
      g_value_set_int (value, self->state);
      break;
    case PROP_COUNT:
      g_value_set_uint (value, self->count);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
soleus_night_mark_set_property (GObject      *object,
                                guint         prop_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  SoleusNightMark *self = SOLEUS_NIGHT_MARK (object);

  switch (prop_id)
    {
    case PROP_STATE:
      soleus_night_mark_set (self, (SoleusNightState) g_value_get_int (value), self->count);
      break;
    case PROP_COUNT:
      soleus_night_mark_set (self, self->state, g_value_get_uint (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
soleus_night_mark_class_init (SoleusNightMarkClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->constructed = soleus_night_mark_constructed;
  object_class->get_property = soleus_night_mark_get_property;
  object_class->set_property = soleus_night_mark_set_property;

  widget_class->measure = soleus_night_mark_measure;
  widget_class->snapshot = soleus_night_mark_snapshot;

  /* A SoleusNightState. */
  properties[PROP_STATE] = g_param_spec_int ("state", NULL, NULL, SOLEUS_NIGHT_NOT_RECORDED, SOLEUS_NIGHT_UNSURE,
                                             SOLEUS_NIGHT_NOT_RECORDED, flags);
  /* How many cramps, or 0 if that is not known. */
  properties[PROP_COUNT] = g_param_spec_uint ("count", NULL, NULL, 0, G_MAXUINT, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "nightmark");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
soleus_night_mark_init (SoleusNightMark *self)
{
}

/**
 * soleus_night_mark_new:
 * @state: which mark
 * @count: how many cramps, or 0 if that is not known
 *
 * Returns: (transfer floating): a mark that screen readers read out
 */
GtkWidget *
soleus_night_mark_new (SoleusNightState state,
                       guint            count)
{
  return g_object_new (SOLEUS_TYPE_NIGHT_MARK, "state", (int) state, "count", count, NULL);
}

/**
 * soleus_night_mark_new_decorative:
 * @state: which mark
 * @count: how many cramps, or 0 if that is not known
 *
 * Returns: (transfer floating): a mark for a place where words already say the same
 */
GtkWidget *
soleus_night_mark_new_decorative (SoleusNightState state,
                                  guint            count)
{
  return g_object_new (SOLEUS_TYPE_NIGHT_MARK,
                       "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                       "state", (int) state,
                       "count", count,
                       NULL);
}

/**
 * soleus_night_mark_set:
 * @self: a mark
 * @state: which mark
 * @count: how many cramps, or 0 if that is not known
 */
void
soleus_night_mark_set (SoleusNightMark *self,
                       SoleusNightState state,
                       guint            count)
{
  gboolean state_changes, count_changes;

  g_return_if_fail (SOLEUS_IS_NIGHT_MARK (self));

  state_changes = self->state != state;
  count_changes = self->count != count;
  if (!state_changes && !count_changes)
    return;

  self->state = state;
  self->count = count;
  update_label (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (state_changes)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
  if (count_changes)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COUNT]);
}
