/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list uses a row again for another item, so a row can be either kind. What can be pressed is a button within the
 * row, because rows of a list have neither a name nor an action for a screen reader on GTK 4.8. */
#include "config.h"

#include "ui/diary/soleus-timeline-row.h"

#include <glib/gi18n.h>
#include <string.h>

#include "app/soleus-month.h"
#include "app/soleus-words.h"
#include "model/soleus-vocabulary.h"
#include "ui/compat/soleus-accessible.h"
#include "ui/diary/soleus-entry-text.h"
#include "ui/widgets/soleus-action-row.h"
#include "ui/widgets/soleus-night-mark.h"

struct _SoleusTimelineRow
{
  GtkWidget parent_instance;

  SoleusDiary *diary;
  SoleusTimelineItem *item;

  GtkWidget *heading;
  GtkWidget *mark;
  GtkWidget *open;

  GtkWidget *entry;
  GtkWidget *press; /* which changes the entry, or opens the answer of a check */
  SoleusEntryText *text;
  GtkWidget *more;
};

G_DEFINE_FINAL_TYPE (SoleusTimelineRow, soleus_timeline_row, GTK_TYPE_WIDGET)

static SoleusRecord *
get_record (SoleusTimelineRow *self)
{
  return self->item != NULL ? soleus_timeline_item_get_record (self->item) : NULL;
}

static gboolean
is_check (SoleusRecord *record)
{
  return soleus_record_get_kind (record) == SOLEUS_KIND_CHECK;
}

/* A check stays as it was answered. */
static const char *
find_action (SoleusRecord *record)
{
  if (is_check (record))
    return "win.check-verdict";
  return soleus_record_get_kind (record) == SOLEUS_KIND_EPISODE ? "win.edit-cramp" : "win.edit-record";
}

static void
open_clicked_cb (SoleusTimelineRow *self)
{
  if (self->item != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open-night", "i", soleus_timeline_item_get_night (self->item));
}

static void
edit_activated (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  SoleusRecord *record = get_record (SOLEUS_TIMELINE_ROW (widget));

  if (record != NULL)
    gtk_widget_activate_action (widget, find_action (record), "s", soleus_record_get_uuid (record));
}

static void
delete_activated (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  SoleusRecord *record = get_record (SOLEUS_TIMELINE_ROW (widget));

  if (record != NULL)
    gtk_widget_activate_action (widget, "win.delete-record", "s", soleus_record_get_uuid (record));
}

static void
press_clicked_cb (SoleusTimelineRow *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "row.edit", NULL);
}

/* Made when it is opened: a menu for each row would cost more than the rows. */
static void
make_menu_cb (GtkMenuButton *button,
              gpointer       data)
{
  SoleusTimelineRow *self = data;
  SoleusRecord *record = get_record (self);
  g_autoptr (GMenu) menu = g_menu_new ();

  if (record != NULL)
    g_menu_append (menu, is_check (record) ? _("_Open") : _("_Edit"), "row.edit");
  if (record != NULL && soleus_record_get_kind (record) == SOLEUS_KIND_EPISODE)
    {
      const SoleusRow *values = soleus_record_get_values (record);
      const char *muscle = soleus_row_get_n_rows (values, "sites") > 0 ? soleus_row_get_text (soleus_row_get_row (values, "sites", 0), "muscle") : NULL;

      if (muscle != NULL && soleus_muscle_is_on_map (muscle))
        {
          g_autoptr (GMenuItem) guides = g_menu_item_new (_("_Guides for This Muscle"), NULL);

          g_menu_item_set_action_and_target (guides, "win.guides-for", "s", muscle);
          g_menu_append_item (menu, guides);
        }
    }
  g_menu_append (menu, _("_Delete"), "row.delete");
  gtk_menu_button_set_popover (button, gtk_popover_menu_new_from_model (G_MENU_MODEL (menu)));
}

/* The list's own row around this one has no name by itself. */
static void
name_row (SoleusTimelineRow *self,
          const char        *name)
{
  GtkWidget *row = gtk_widget_get_parent (GTK_WIDGET (self));

  if (row != NULL)
    soleus_accessible_set_name (GTK_ACCESSIBLE (row), name);
}

static void
show_heading (SoleusTimelineRow *self)
{
  SoleusDate date = soleus_timeline_item_get_night (self->item);
  g_autoptr (GArray) nights = soleus_diary_get_nights (self->diary, date, date, NULL);
  g_autoptr (SoleusRecord) record = soleus_diary_get_night_record (self->diary, date, NULL);
  const SoleusNight nothing = { .date = date, .count = -1 };
  const SoleusNight *night = nights != NULL ? &g_array_index (nights, SoleusNight, 0) : &nothing;
  const char *note = record != NULL ? soleus_record_get_note (record) : NULL;
  g_autofree char *title = soleus_words_night (date);
  g_autofree char *day = soleus_words_date (date);
  g_autofree char *result = soleus_words_night_result (night);
  g_autofree char *name = g_strdup_printf (_("Open the night to %s"), day);

  if (note != NULL)
    {
      g_autofree char *line = g_strndup (note, strcspn (note, "\n"));
      char *both = g_strdup_printf ("%s · %s", result, line);

      g_free (result);
      result = both;
    }
  soleus_action_row_set_title (SOLEUS_ACTION_ROW (self->heading), title);
  soleus_action_row_set_subtitle (SOLEUS_ACTION_ROW (self->heading), result);
  soleus_night_mark_set (SOLEUS_NIGHT_MARK (self->mark), soleus_night_get_state (night), soleus_month_mark_count (night));
  soleus_accessible_set_name (GTK_ACCESSIBLE (self->open), name);
  name_row (self, title);
}

static void
show_entry (SoleusTimelineRow *self,
            SoleusRecord      *record)
{
  const char *note = soleus_record_get_note (record);
  g_autofree char *more = NULL;

  soleus_entry_text_set (self->text, self->diary, record);
  more = g_strdup_printf (_("More for %s"), soleus_entry_text_get_name (self->text));
  name_row (self, soleus_entry_text_get_name (self->text));
  soleus_accessible_set_name (GTK_ACCESSIBLE (self->press), soleus_entry_text_get_name (self->text));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->press), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, note != NULL ? note : "", -1);
  soleus_accessible_set_name (GTK_ACCESSIBLE (self->more), more);
}

static void
soleus_timeline_row_dispose (GObject *object)
{
  SoleusTimelineRow *self = SOLEUS_TIMELINE_ROW (object);

  g_clear_pointer (&self->heading, gtk_widget_unparent);
  g_clear_pointer (&self->entry, gtk_widget_unparent);
  g_clear_object (&self->item);
  g_clear_object (&self->diary);

  G_OBJECT_CLASS (soleus_timeline_row_parent_class)->dispose (object);
}

static void
soleus_timeline_row_class_init (SoleusTimelineRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = soleus_timeline_row_dispose;
  gtk_widget_class_install_action (widget_class, "row.edit", NULL, edit_activated);
  gtk_widget_class_install_action (widget_class, "row.delete", NULL, delete_activated);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "timelinerow");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
make_heading (SoleusTimelineRow *self)
{
  self->heading = soleus_action_row_new (NULL, NULL);
  self->mark = soleus_night_mark_new_decorative (SOLEUS_NIGHT_NOT_RECORDED, 0);
  soleus_action_row_set_prefix (SOLEUS_ACTION_ROW (self->heading), self->mark);
  self->open = soleus_action_row_add_button (SOLEUS_ACTION_ROW (self->heading), _("Open"), NULL);
  g_signal_connect_swapped (self->open, "clicked", G_CALLBACK (open_clicked_cb), self);
  gtk_widget_add_css_class (self->heading, "night");
  gtk_widget_set_parent (self->heading, GTK_WIDGET (self));
}

static void
make_entry (SoleusTimelineRow *self)
{
  self->entry = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  self->text = SOLEUS_ENTRY_TEXT (soleus_entry_text_new ());
  self->press = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (self->press), GTK_WIDGET (self->text));
  gtk_widget_add_css_class (self->press, "flat");
  gtk_widget_add_css_class (self->press, "entry");
  gtk_widget_set_hexpand (self->press, TRUE);
  g_signal_connect_swapped (self->press, "clicked", G_CALLBACK (press_clicked_cb), self);

  self->more = gtk_menu_button_new ();
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->more), "view-more-symbolic");
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->more), make_menu_cb, self, NULL);
  gtk_widget_add_css_class (self->more, "flat");
  gtk_widget_set_valign (self->more, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (self->more, _("More"));

  gtk_box_append (GTK_BOX (self->entry), self->press);
  gtk_box_append (GTK_BOX (self->entry), self->more);
  gtk_widget_set_parent (self->entry, GTK_WIDGET (self));
}

static void
soleus_timeline_row_init (SoleusTimelineRow *self)
{
  make_heading (self);
  make_entry (self);
}

/**
 * soleus_timeline_row_new:
 * @diary: the diary
 *
 * Returns: (transfer floating): a row without an item
 */
GtkWidget *
soleus_timeline_row_new (SoleusDiary *diary)
{
  SoleusTimelineRow *self = g_object_new (SOLEUS_TYPE_TIMELINE_ROW, NULL);

  self->diary = g_object_ref (diary);
  return GTK_WIDGET (self);
}

/**
 * soleus_timeline_row_get_item:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): what it shows
 */
SoleusTimelineItem *
soleus_timeline_row_get_item (SoleusTimelineRow *self)
{
  g_return_val_if_fail (SOLEUS_IS_TIMELINE_ROW (self), NULL);

  return self->item;
}

/**
 * soleus_timeline_row_set_item:
 * @self: a row
 * @item: (nullable): what it shows from now on
 */
void
soleus_timeline_row_set_item (SoleusTimelineRow  *self,
                              SoleusTimelineItem *item)
{
  SoleusRecord *record;

  g_return_if_fail (SOLEUS_IS_TIMELINE_ROW (self));

  if (!g_set_object (&self->item, item) || item == NULL)
    return;
  record = get_record (self);
  gtk_widget_set_visible (self->heading, soleus_timeline_item_is_heading (item));
  gtk_widget_set_visible (self->entry, record != NULL);
  if (soleus_timeline_item_is_heading (item))
    show_heading (self);
  else if (record != NULL)
    show_entry (self, record);
}
