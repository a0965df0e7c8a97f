/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Groups with pictures first, the others as rows. What is typed replaces the groups by what was found, until it is cleared. */
#include "config.h"

#include "ui/guides/soleus-guides-page.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "app/soleus-left-out.h"
#include "app/soleus-reading.h"
#include "app/soleus-words.h"
#include "model/soleus-vocabulary.h"
#include "ui/compat/soleus-accessible.h"
#include "ui/compat/soleus-file-picker.h"
#include "ui/exchange/soleus-modal.h"
#include "ui/guides/soleus-guide-card.h"
#include "ui/guides/soleus-guide-words.h"
#include "ui/widgets/soleus-action-row.h"
#include "ui/widgets/soleus-build.h"
#include "ui/widgets/soleus-flow.h"
#include "ui/widgets/soleus-late-style.h"

#define COLUMN 1040
#define MOST_HITS 20

/* So many are shown with the keystroke, the others when there is time. */
#define FIRST_HITS 5
#define MOST_RECENT 4
#define MOST_CARDS_A_ROW 5
#define LARGE_TEXT 1.4

struct _SoleusGuidesPage
{
  GtkWidget parent_instance;

  SoleusContext *context;
  GtkWidget *scroller;
  GtkWidget *column;
  GtkWidget *entry;
  GtkWidget *groups;
  GtkWidget *marked; /* favourites and what was read last */
  GtkWidget *found;
  GtkWidget *status;
  SoleusLimits limits;
  gboolean as_typed;
  SoleusHits *hits; /* of which some are still to be shown */
  GtkWidget *hit_rows;
  guint n_shown;
  guint more;
};

G_DEFINE_FINAL_TYPE (SoleusGuidesPage, soleus_guides_page, GTK_TYPE_WIDGET)

static SoleusLibrary *
get_library (SoleusGuidesPage *self)
{
  return soleus_context_get_library (self->context);
}

static gboolean
is_left_out (SoleusGuidesPage  *self,
             const SoleusGuide *guide)
{
  return (guide->left_out_when & self->limits) != 0;
}

/* A group is shown as cards where most guides have a picture of their own; the same picture again and again tells nothing. */
static gboolean
has_pictures (SoleusGuidesPage       *self,
              const SoleusGuideGroup *group)
{
  g_autoptr (GHashTable) different = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < group->guides->len; i++)
    {
      const SoleusGuide *guide = g_ptr_array_index (group->guides, i);
      const SoleusFigure *figure = soleus_library_get_guide_figure (get_library (self), guide, SOLEUS_LIMIT_NONE);

      if (figure != NULL)
        g_hash_table_add (different, (gpointer) figure);
    }
  return g_hash_table_size (different) * 4 >= group->guides->len * 3;
}

static void
add_cards (SoleusGuidesPage       *self,
           const SoleusGuideGroup *group)
{
  GtkWidget *box = gtk_flow_box_new ();

  gtk_widget_add_css_class (box, "cards");
  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (box), GTK_SELECTION_NONE);
  gtk_flow_box_set_homogeneous (GTK_FLOW_BOX (box), TRUE);
  /* With large text one card is as wide as a narrow window; else two fit. */
  gtk_flow_box_set_min_children_per_line (GTK_FLOW_BOX (box), soleus_build_text_scale (GTK_WIDGET (self)) > LARGE_TEXT ? 1 : 2);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (box), MOST_CARDS_A_ROW);
  gtk_flow_box_set_column_spacing (GTK_FLOW_BOX (box), 12);
  gtk_flow_box_set_row_spacing (GTK_FLOW_BOX (box), 12);
  for (guint i = 0; i < group->guides->len; i++)
    {
      const SoleusGuide *guide = g_ptr_array_index (group->guides, i);

      gtk_flow_box_insert (GTK_FLOW_BOX (box), soleus_guide_card_new (get_library (self), guide, is_left_out (self, guide)), -1);
      /* The button inside is what is pressed. */
      gtk_widget_set_focusable (GTK_WIDGET (gtk_flow_box_get_child_at_index (GTK_FLOW_BOX (box), (int) i)), FALSE);
    }
  gtk_box_append (GTK_BOX (self->groups), box);
}

static void
add_guide_row (GtkWidget         *rows,
               const SoleusGuide *guide)
{
  gtk_box_append (GTK_BOX (rows), soleus_build_row (guide->title, guide->summary, "win.guide", guide->id));
}

static void
add_group (SoleusGuidesPage       *self,
           const SoleusGuideGroup *group)
{
  GtkWidget *rows;

  if (group->guides->len == 0)
    return;
  soleus_build_heading (self->groups, group->title, "title-4");
  if (has_pictures (self, group))
    {
      add_cards (self, group);
      return;
    }
  rows = soleus_build_rows (self->groups);
  for (guint i = 0; i < group->guides->len; i++)
    add_guide_row (rows, g_ptr_array_index (group->guides, i));
}

static GtkWidget *
make_action (const char *label,
             const char *style,
             const char *action,
             const char *target)
{
  GtkWidget *button = soleus_build_button (label, NULL, style);

  if (target != NULL)
    gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", target);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  return button;
}

static void
picked_cb (const char *path,
           gpointer    data)
{
  g_autoptr (GError) error = NULL;
  SoleusGuidesPage *self = data;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  const SoleusGuide *guide;
  GtkWidget *dialog, *page;

  if (path == NULL || root == NULL)
    return;
  guide = soleus_library_add_own (get_library (self), path, &error);
  if (guide != NULL)
    {
      soleus_guides_page_search (self, NULL);
      gtk_widget_activate_action (GTK_WIDGET (self), "win.guide", "s", guide->id);
      return;
    }
  dialog = soleus_modal_new (GTK_WINDOW (root), _("Add an exercise"));
  page = soleus_modal_page_new (_("This exercise was not added."));
  soleus_modal_page_add_text (page, _("Something in the file is not as it should be. Whoever made it can mend this place:"));
  soleus_modal_page_add_detail (page, error->message);
  soleus_modal_page_add_button (page, _("_Close"), G_CALLBACK (gtk_window_close), dialog);
  soleus_modal_set_page (SOLEUS_MODAL (dialog), page);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
add_file_clicked_cb (SoleusGuidesPage *self)
{
  soleus_file_picker_open (GTK_WIDGET (self), _("Choose an Exercise"), _("Exercises for Soleus"), "*.json", picked_cb, g_object_ref (self), g_object_unref);
}

static void
add_problems (SoleusGuidesPage *self)
{
  g_autoptr (GPtrArray) problems = soleus_library_get_problems (get_library (self));

  if (problems->len == 0)
    return;
  soleus_build_heading (self->groups, _("These could not be loaded. The rest works."), "title-4");
  for (guint i = 0; i < problems->len; i++)
    gtk_label_set_selectable (GTK_LABEL (soleus_build_text (self->groups, g_ptr_array_index (problems, i), "dim-label")), TRUE);
}

static void
build_marked (SoleusGuidesPage *self)
{
  SoleusDiary *diary = soleus_context_get_diary (self->context);
  const SoleusGuides *guides = soleus_library_get_guides (get_library (self));
  g_autoptr (GPtrArray) favourites = soleus_reading_list_favourites (diary);
  g_autoptr (GPtrArray) recent = soleus_reading_list_recent (diary, MOST_RECENT);
  GPtrArray *lists[] = { favourites, recent };
  const char *const titles[] = { _("Favorites"), _("Recently read") };

  soleus_build_clear (self->marked);
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      GtkWidget *rows = NULL;

      for (guint k = 0; k < lists[i]->len; k++)
        {
          const SoleusGuide *guide = soleus_guides_get (guides, g_ptr_array_index (lists[i], k));

          if (guide == NULL)
            continue;
          if (rows == NULL)
            {
              soleus_build_heading (self->marked, titles[i], "title-4");
              rows = soleus_build_rows (self->marked);
            }
          gtk_box_append (GTK_BOX (rows), soleus_build_row (guide->title, NULL, "win.guide", guide->id));
        }
    }
  gtk_widget_set_visible (self->marked, gtk_widget_get_first_child (self->marked) != NULL);
}

static void
build_groups (SoleusGuidesPage *self)
{
  const SoleusGuides *guides = soleus_library_get_guides (get_library (self));
  GPtrArray *groups = soleus_guides_get_groups (guides);
  GtkWidget *flow = soleus_flow_new (8), *button;

  soleus_build_clear (self->groups);
  soleus_flow_set_wrap (SOLEUS_FLOW (flow), TRUE);
  soleus_flow_append (SOLEUS_FLOW (flow), make_action (_("Cramp now"), "suggested-action", "win.cramp-now", NULL));
  soleus_flow_append (SOLEUS_FLOW (flow), make_action (_("Signs that need a doctor"), NULL, "win.guide", "emergency-signs"));
  soleus_flow_append (SOLEUS_FLOW (flow), make_action (_("Bedtime stretches"), NULL, "win.play", "bedtime-routine"));
  soleus_flow_append (SOLEUS_FLOW (flow), make_action (_("My routines"), NULL, "win.routines", NULL));
  gtk_box_append (GTK_BOX (self->groups), flow);
  self->marked = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  gtk_box_append (GTK_BOX (self->groups), self->marked);
  build_marked (self);
  for (guint i = 0; i < groups->len; i++)
    add_group (self, g_ptr_array_index (groups, i));
  button = soleus_build_button (_("Add an exercise from a file…"), NULL, "flat");
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (add_file_clicked_cb), self);
  gtk_box_append (GTK_BOX (self->groups), button);
  add_problems (self);
}

/* Search */

/* The words that were found stand out by weight and by a line, not by colour. */
static void
mark_words (GtkWidget *label,
            GArray    *marks)
{
  PangoAttrList *attributes = pango_attr_list_new ();

  for (guint i = 0; i + 1 < marks->len; i += 2)
    {
      PangoAttribute *pair[] = { pango_attr_weight_new (PANGO_WEIGHT_BOLD), pango_attr_underline_new (PANGO_UNDERLINE_SINGLE) };

      for (guint k = 0; k < G_N_ELEMENTS (pair); k++)
        {
          pair[k]->start_index = g_array_index (marks, guint, i);
          pair[k]->end_index = g_array_index (marks, guint, i + 1);
          pango_attr_list_insert (attributes, pair[k]);
        }
    }
  gtk_label_set_attributes (GTK_LABEL (label), attributes);
  pango_attr_list_unref (attributes);
}

static const char *
get_group_title (SoleusGuidesPage  *self,
                 const SoleusGuide *guide)
{
  GPtrArray *groups = soleus_guides_get_groups (soleus_library_get_guides (get_library (self)));

  for (guint i = 0; i < groups->len; i++)
    if (g_str_equal (((SoleusGuideGroup *) g_ptr_array_index (groups, i))->id, guide->group))
      return ((SoleusGuideGroup *) g_ptr_array_index (groups, i))->title;
  return "";
}

static void
add_hit (SoleusGuidesPage *self,
         GtkWidget        *rows,
         const SoleusHit  *hit)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  const char *group = get_group_title (self, hit->guide);
  g_autofree char *name = g_strdup_printf ("%s. %s. %s", hit->guide->title, hit->line, group);

  mark_words (soleus_build_text (box, hit->guide->title, "row-title"), hit->title_marks);
  mark_words (soleus_build_text (box, hit->line, NULL), hit->marks);
  soleus_build_text (box, group, "subtitle");
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "row-button");
  soleus_accessible_set_name (GTK_ACCESSIBLE (button), name);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", hit->guide->id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.guide");
  gtk_box_append (GTK_BOX (rows), button);
}

static gboolean
more_cb (gpointer data)
{
  SoleusGuidesPage *self = data;
  guint n = MIN (self->hits->hits->len, MOST_HITS);

  if (self->n_shown < n)
    add_hit (self, self->hit_rows, g_ptr_array_index (self->hits->hits, self->n_shown++));
  if (self->n_shown < n)
    return G_SOURCE_CONTINUE;
  self->more = 0;
  return G_SOURCE_REMOVE;
}

static void
forget_hits (SoleusGuidesPage *self)
{
  g_clear_handle_id (&self->more, g_source_remove);
  g_clear_pointer (&self->hits, soleus_hits_free);
}

static void
as_typed_clicked_cb (SoleusGuidesPage *self)
{
  self->as_typed = TRUE;
  soleus_guides_page_search (self, NULL);
  gtk_widget_grab_focus (self->entry);
}

static void
add_corrected (SoleusGuidesPage *self,
               const char       *typed,
               const char       *corrected)
{
  g_autofree char *text = g_strdup_printf (_("Showing results for “%s”."), corrected);
  g_autofree char *label = g_strdup_printf (_("Search “%s” instead"), typed);
  GtkWidget *row = soleus_action_row_new (text, NULL);
  GtkWidget *button = soleus_action_row_add_button (SOLEUS_ACTION_ROW (row), label, label);

  g_signal_connect_swapped (button, "clicked", G_CALLBACK (as_typed_clicked_cb), self);
  gtk_box_append (GTK_BOX (self->found), row);
}

static void
show_found (SoleusGuidesPage *self,
            const char       *typed)
{
  SoleusHits *hits = soleus_guide_search_find (soleus_library_get_search (get_library (self)), typed, self->as_typed);
  g_autofree char *said = NULL;

  self->hits = hits;
  self->n_shown = 0;
  if (hits->hits->len == 0)
    {
      said = g_strdup_printf (_("Nothing found for “%s”."), typed);
      soleus_build_text (self->found, said, "title-4");
      soleus_build_text (self->found, _("Try a shorter word, or clear the search and look through the groups."), NULL);
    }
  else
    {
      said = g_strdup_printf (ngettext ("%u guide found", "%u guides found", hits->hits->len), hits->hits->len);
      if (hits->corrected != NULL)
        add_corrected (self, typed, hits->corrected);
      self->hit_rows = soleus_build_rows (self->found);
      while (self->n_shown < MIN (hits->hits->len, FIRST_HITS))
        add_hit (self, self->hit_rows, g_ptr_array_index (hits->hits, self->n_shown++));
      self->more = g_idle_add_full (G_PRIORITY_LOW, more_cb, self, NULL);
    }
  gtk_label_set_label (GTK_LABEL (self->status), said);
}

/**
 * soleus_guides_page_search:
 * @self: the page
 * @text: (nullable): what to look for, or %NULL for what stands there
 *
 * Shows what is found, and puts the focus into the entry.
 */
void
soleus_guides_page_search (SoleusGuidesPage *self,
                           const char       *text)
{
  g_autofree char *typed = NULL;

  g_return_if_fail (SOLEUS_IS_GUIDES_PAGE (self));

  if (text != NULL)
    {
      gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
      gtk_widget_grab_focus (self->entry);
      return;
    }
  typed = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));
  forget_hits (self);
  soleus_build_clear (self->found);
  gtk_label_set_label (GTK_LABEL (self->status), "");
  gtk_widget_set_visible (self->groups, *typed == '\0');
  gtk_widget_set_visible (self->found, *typed != '\0');
  gtk_widget_set_visible (self->status, *typed != '\0');
  if (*typed == '\0')
    build_groups (self);
  else
    show_found (self, typed);
}

static void
show_all_cb (SoleusGuidesPage *self)
{
  soleus_guides_page_search (self, NULL);
  gtk_widget_grab_focus (self->entry);
}

/**
 * soleus_guides_page_show_muscle:
 * @self: the page
 * @muscle: a muscle in the words of the diary
 *
 * Shows the guides for it, until something is searched.
 */
void
soleus_guides_page_show_muscle (SoleusGuidesPage *self,
                                const char       *muscle)
{
  g_autoptr (GPtrArray) guides = NULL;
  g_autofree char *title = NULL;
  GtkWidget *rows, *all;

  g_return_if_fail (SOLEUS_IS_GUIDES_PAGE (self));

  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  guides = soleus_guides_list_for_muscle (soleus_library_get_guides (get_library (self)), muscle);
  title = g_strdup_printf (_("Guides for: %s"), soleus_words_word (&soleus_muscles, muscle));
  forget_hits (self);
  soleus_build_clear (self->found);
  soleus_build_heading (self->found, title, "title-4");
  rows = soleus_build_rows (self->found);
  for (guint i = 0; i < guides->len; i++)
    add_guide_row (rows, g_ptr_array_index (guides, i));
  all = soleus_build_button (_("Show all guides"), NULL, NULL);
  g_signal_connect_swapped (all, "clicked", G_CALLBACK (show_all_cb), self);
  gtk_widget_set_halign (all, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (self->found), all);
  gtk_widget_set_visible (self->groups, FALSE);
  gtk_widget_set_visible (self->found, TRUE);
  gtk_widget_child_focus (rows, GTK_DIR_TAB_FORWARD);
}

static void
changed_cb (SoleusGuidesPage *self)
{
  self->as_typed = FALSE;
  soleus_guides_page_search (self, NULL);
}

/* Enter opens the first that was found. */
static void
activated_cb (SoleusGuidesPage *self)
{
  g_autofree char *typed = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));
  g_autoptr (SoleusHits) hits = *typed != '\0' ? soleus_guide_search_find (soleus_library_get_search (get_library (self)), typed, self->as_typed) : NULL;

  if (hits != NULL && hits->hits->len > 0)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.guide", "s", ((SoleusHit *) g_ptr_array_index (hits->hits, 0))->guide->id);
}

static void
stop_search_cb (SoleusGuidesPage *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
}

static gboolean
key_pressed_cb (GtkEventControllerKey *keys,
                guint                  key,
                guint                  code,
                GdkModifierType        state,
                SoleusGuidesPage      *self)
{
  if ((key == GDK_KEY_Down || key == GDK_KEY_KP_Down) && gtk_widget_get_visible (self->found))
    return gtk_widget_child_focus (self->found, GTK_DIR_TAB_FORWARD);
  return FALSE;
}

static void
warnings_changed_cb (SoleusGuidesPage *self)
{
  SoleusLimits before = self->limits;

  self->limits = soleus_left_out_find_now (soleus_context_get_diary (self->context), soleus_context_get_warnings (self->context));
  if (before != self->limits && gtk_widget_get_visible (self->groups))
    build_groups (self);
}

static void
diary_changed_cb (SoleusGuidesPage *self,
                  guint             kinds)
{
  if ((kinds & SOLEUS_KIND_MASK (SOLEUS_KIND_FAVOURITE)) != 0 && gtk_widget_get_visible (self->groups))
    build_marked (self);
}

static void
soleus_guides_page_dispose (GObject *object)
{
  SoleusGuidesPage *self = SOLEUS_GUIDES_PAGE (object);

  forget_hits (self);
  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (soleus_guides_page_parent_class)->dispose (object);
}

static void
soleus_guides_page_class_init (SoleusGuidesPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = soleus_guides_page_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  soleus_late_style_load ();
}

static void
soleus_guides_page_init (SoleusGuidesPage *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->scroller = soleus_build_page (COLUMN, &self->column);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
  self->entry = gtk_search_entry_new ();
  g_object_set (self->entry, "placeholder-text", _("Cramp in the foot, water pill, charley horse…"), NULL);
  soleus_accessible_set_name (GTK_ACCESSIBLE (self->entry), _("Search the guides"));
  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (activated_cb), self);
  g_signal_connect_swapped (self->entry, "stop-search", G_CALLBACK (stop_search_cb), self);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (self->entry, keys);
  gtk_search_entry_set_key_capture_widget (GTK_SEARCH_ENTRY (self->entry), GTK_WIDGET (self));
  gtk_box_append (GTK_BOX (self->column), self->entry);
  self->status = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS, "xalign", 0.0, "visible", FALSE, NULL);
  gtk_box_append (GTK_BOX (self->column), self->status);
  self->found = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  gtk_widget_set_visible (self->found, FALSE);
  gtk_box_append (GTK_BOX (self->column), self->found);
  self->groups = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  gtk_box_append (GTK_BOX (self->column), self->groups);
}

/**
 * soleus_guides_page_new:
 * @context: what the window shows
 *
 * Returns: (transfer floating): the page
 */
GtkWidget *
soleus_guides_page_new (SoleusContext *context)
{
  SoleusGuidesPage *self = g_object_new (SOLEUS_TYPE_GUIDES_PAGE, NULL);

  self->context = g_object_ref (context);
  self->limits = soleus_left_out_find_now (soleus_context_get_diary (self->context), soleus_context_get_warnings (self->context));
  build_groups (self);
  g_signal_connect_object (soleus_context_get_diary (context), "changed", G_CALLBACK (diary_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (soleus_context_get_warnings (context), "changed", G_CALLBACK (warnings_changed_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
