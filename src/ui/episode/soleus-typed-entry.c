/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was typed is read at each key, and written in its usual form when the focus leaves. Text that cannot be read is
 * never thrown away: it stays, is marked, and whoever owns the form does not save meanwhile. */
#include "config.h"

#include "ui/episode/soleus-typed-entry.h"

#include <glib/gi18n.h>

#include "app/soleus-typed-number.h"
#include "app/soleus-typed-time.h"
#include "app/soleus-words.h"
#include "ui/compat/soleus-accessible.h"

#define SECONDS_A_MINUTE 60
#define LEAST_HOURS 25
#define MOST_HOURS 1000

struct _SoleusTypedEntry
{
  GtkWidget parent_instance;

  GtkWidget *entry;
  SoleusTypedKind kind;
  gint64 value;
  gint64 least; /* of a count or an amount */
  gint64 most;
  const char *advice; /* static */
  gboolean readable;
  gboolean left; /* the focus has left since the text changed */
  gboolean updating;
};

G_DEFINE_FINAL_TYPE (SoleusTypedEntry, soleus_typed_entry, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_CHANGED,
  SIGNAL_ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static gboolean
read_hours (const char *text,
            gint64     *hours)
{
  gint64 seconds;

  if (!soleus_typed_minutes_read (text, &seconds))
    return FALSE;
  *hours = seconds / SECONDS_A_MINUTE;
  return seconds % SECONDS_A_MINUTE == 0 && *hours >= LEAST_HOURS && *hours <= MOST_HOURS;
}

/* "2", "0.5" or "0,5"; a count has no decimals. */
static gboolean
read_number (SoleusTypedEntry *self,
             const char       *text,
             gint64           *value)
{
  gint64 one = self->kind == SOLEUS_TYPED_COUNT ? 1000 : 1;

  if (!soleus_typed_number_read (text, self->most * one, value) || *value % one != 0)
    return FALSE;
  *value /= one;
  return *value >= self->least;
}

static gboolean
read_text (SoleusTypedEntry *self,
           const char       *text,
           gint64           *value)
{
  int minute;

  switch (self->kind)
    {
    case SOLEUS_TYPED_TIME:
      if (!soleus_typed_time_read (text, &minute))
        return FALSE;
      *value = minute;
      return TRUE;
    case SOLEUS_TYPED_MINUTES:
      return soleus_typed_minutes_read (text, value);
    case SOLEUS_TYPED_COUNT:
    case SOLEUS_TYPED_AMOUNT:
      return read_number (self, text, value);
    case SOLEUS_TYPED_HOURS:
    default:
      return read_hours (text, value);
    }
}

static char *
write_value (SoleusTypedEntry *self)
{
  gint64 hundredths;

  if (self->value < 0)
    return g_strdup ("");
  if (self->kind == SOLEUS_TYPED_TIME)
    return soleus_words_minute ((int) self->value);
  if (self->kind == SOLEUS_TYPED_AMOUNT)
    return soleus_words_number (self->value);
  if (self->kind == SOLEUS_TYPED_HOURS || self->kind == SOLEUS_TYPED_COUNT)
    return g_strdup_printf ("%" G_GINT64_FORMAT, self->value);

  hundredths = (self->value * 100 + 30) / SECONDS_A_MINUTE;
  if (hundredths % 100 == 0)
    return g_strdup_printf ("%" G_GINT64_FORMAT, hundredths / 100);
  if (hundredths % 10 == 0)
    return g_strdup_printf ("%" G_GINT64_FORMAT ".%d", hundredths / 100, (int) (hundredths % 100) / 10);
  return g_strdup_printf ("%" G_GINT64_FORMAT ".%02d", hundredths / 100, (int) (hundredths % 100));
}

static void
show_state (SoleusTypedEntry *self)
{
  gboolean bad = !self->readable && self->left;

  if (bad)
    gtk_widget_add_css_class (self->entry, "error");
  else
    gtk_widget_remove_css_class (self->entry, "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_INVALID, bad ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

static void
show_value (SoleusTypedEntry *self)
{
  g_autofree char *text = write_value (self);

  self->updating = TRUE;
  if (!g_str_equal (gtk_editable_get_text (GTK_EDITABLE (self->entry)), text))
    gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  self->updating = FALSE;
}

static void
entry_changed_cb (SoleusTypedEntry *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  g_autofree char *bare = g_strstrip (g_strdup (text));

  if (self->updating)
    return;

  self->value = SOLEUS_TYPED_NONE;
  self->readable = *bare == '\0' || read_text (self, bare, &self->value);
  if (!self->readable)
    self->value = SOLEUS_TYPED_NONE;
  self->left = FALSE;
  show_state (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
entry_activate_cb (SoleusTypedEntry *self)
{
  soleus_typed_entry_finish (self);
  g_signal_emit (self, signals[SIGNAL_ACTIVATED], 0);
}

static gboolean
soleus_typed_entry_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (SOLEUS_TYPED_ENTRY (widget)->entry);
}

static gboolean
soleus_typed_entry_focus (GtkWidget       *widget,
                          GtkDirectionType direction)
{
  return gtk_widget_child_focus (SOLEUS_TYPED_ENTRY (widget)->entry, direction);
}

static void
soleus_typed_entry_dispose (GObject *object)
{
  SoleusTypedEntry *self = SOLEUS_TYPED_ENTRY (object);

  g_clear_pointer (&self->entry, gtk_widget_unparent);

  G_OBJECT_CLASS (soleus_typed_entry_parent_class)->dispose (object);
}

static void
soleus_typed_entry_class_init (SoleusTypedEntryClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = soleus_typed_entry_dispose;
  widget_class->grab_focus = soleus_typed_entry_grab_focus;
  widget_class->focus = soleus_typed_entry_focus;

  /**
   * SoleusTypedEntry::changed:
   * @self: the entry
   *
   * The person typed, or left the entry with something in it that cannot be read.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * SoleusTypedEntry::activated:
   * @self: the entry
   *
   * Enter was pressed in it.
   */
  signals[SIGNAL_ACTIVATED] = g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GENERIC);
}

static void
soleus_typed_entry_init (SoleusTypedEntry *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->value = SOLEUS_TYPED_NONE;
  self->least = 0;
  self->most = G_MAXINT32;
  self->advice = _("This is not a number. Type it like 2.");
  self->readable = TRUE;
  self->entry = gtk_entry_new ();
  gtk_widget_set_parent (self->entry, GTK_WIDGET (self));
  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (entry_changed_cb), self);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (entry_activate_cb), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (soleus_typed_entry_finish), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}

/**
 * soleus_typed_entry_new:
 * @kind: what it reads
 * @name: what a screen reader calls it
 *
 * Returns: (transfer floating): an empty entry
 */
GtkWidget *
soleus_typed_entry_new (SoleusTypedKind kind,
                        const char     *name)
{
  SoleusTypedEntry *self = g_object_new (SOLEUS_TYPE_TYPED_ENTRY, NULL);

  self->kind = kind;
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), kind == SOLEUS_TYPED_TIME ? 8 : 4);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (self->entry), kind == SOLEUS_TYPED_TIME ? 8 : 6);
  gtk_entry_set_max_length (GTK_ENTRY (self->entry), 20);
  if (kind != SOLEUS_TYPED_TIME)
    gtk_entry_set_input_purpose (GTK_ENTRY (self->entry), GTK_INPUT_PURPOSE_NUMBER);
  soleus_accessible_set_name (GTK_ACCESSIBLE (self->entry), name);
  return GTK_WIDGET (self);
}

/**
 * soleus_typed_entry_get_value:
 * @self: an entry
 *
 * Returns: what was typed, or %SOLEUS_TYPED_NONE
 */
gint64
soleus_typed_entry_get_value (SoleusTypedEntry *self)
{
  g_return_val_if_fail (SOLEUS_IS_TYPED_ENTRY (self), SOLEUS_TYPED_NONE);

  return self->value;
}

/**
 * soleus_typed_entry_set_value:
 * @self: an entry
 * @value: what it is to say, or %SOLEUS_TYPED_NONE
 *
 * Leaves the text alone where it says that already in other words, so that it may be called while a person types.
 */
void
soleus_typed_entry_set_value (SoleusTypedEntry *self,
                              gint64            value)
{
  g_return_if_fail (SOLEUS_IS_TYPED_ENTRY (self));

  if (self->value != value)
    soleus_typed_entry_reset (self, value);
}

/**
 * soleus_typed_entry_reset:
 * @self: an entry
 * @value: what it is to say, or %SOLEUS_TYPED_NONE
 *
 * Replaces whatever was typed.
 */
void
soleus_typed_entry_reset (SoleusTypedEntry *self,
                          gint64            value)
{
  g_return_if_fail (SOLEUS_IS_TYPED_ENTRY (self));

  self->value = value;
  self->readable = TRUE;
  show_value (self);
  show_state (self);
}

/**
 * soleus_typed_entry_set_range:
 * @self: an entry for a count or an amount
 * @least: the least that it takes, in its own unit
 * @most: the most that it takes
 * @advice: (transfer none): what to tell a person who typed anything else; it must outlive the entry, as what gettext gives does
 */
void
soleus_typed_entry_set_range (SoleusTypedEntry *self,
                              gint64            least,
                              gint64            most,
                              const char       *advice)
{
  g_return_if_fail (SOLEUS_IS_TYPED_ENTRY (self));

  self->least = least;
  self->most = most;
  self->advice = advice;
}

/**
 * soleus_typed_entry_finish:
 * @self: an entry
 *
 * Does what happens when the focus leaves it: the value is written in its usual form, and what cannot be read is marked.
 */
void
soleus_typed_entry_finish (SoleusTypedEntry *self)
{
  g_return_if_fail (SOLEUS_IS_TYPED_ENTRY (self));

  self->left = TRUE;
  if (self->readable)
    show_value (self);
  show_state (self);
  if (!self->readable)
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/**
 * soleus_typed_entry_is_readable:
 * @self: an entry
 *
 * Returns: whether what was typed, if anything, could be read
 */
gboolean
soleus_typed_entry_is_readable (SoleusTypedEntry *self)
{
  g_return_val_if_fail (SOLEUS_IS_TYPED_ENTRY (self), TRUE);

  return self->readable;
}

/**
 * soleus_typed_entry_get_advice:
 * @self: an entry
 *
 * Returns: (nullable) (transfer none): what to tell a person who left it with something that cannot be read
 */
const char *
soleus_typed_entry_get_advice (SoleusTypedEntry *self)
{
  g_return_val_if_fail (SOLEUS_IS_TYPED_ENTRY (self), NULL);

  if (self->readable || !self->left)
    return NULL;
  switch (self->kind)
    {
    case SOLEUS_TYPED_TIME:
      return _("This is not a time. Type it like 2:40.");
    case SOLEUS_TYPED_MINUTES:
      return _("This is not a number of minutes. Type it like 6.");
    case SOLEUS_TYPED_COUNT:
    case SOLEUS_TYPED_AMOUNT:
      return self->advice;
    case SOLEUS_TYPED_HOURS:
    default:
      return _("Type a number of hours, more than 24.");
    }
}
