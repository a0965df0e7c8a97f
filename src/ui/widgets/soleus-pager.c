/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A GtkStack with a history. The stack remembers the focus of each page, and shows no movement where the desktop has
 * animations off. A page that is gone back from lives until it has slid out of view. */
#include "ui/widgets/soleus-pager.h"

#include "ui/compat/soleus-accessible.h"

typedef struct
{
  GtkWidget *widget; /* held by the stack */
  char *title;
  char *subtitle;
} Page;

struct _SoleusPager
{
  GtkWidget parent_instance;

  GtkWidget *stack;
  GPtrArray *pages;   /* of Page; the home first, what is seen last */
  GPtrArray *leaving; /* of GtkWidget, borrowed: on their way out */
};

G_DEFINE_FINAL_TYPE (SoleusPager, soleus_pager, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_CAN_GO_BACK,
  PROP_TITLE,
  PROP_SUBTITLE,
  PROP_BACK_TITLE,
  N_PROPS,
};

enum
{
  SIGNAL_LEAVE,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static void
free_page (Page *page)
{
  g_free (page->title);
  g_free (page->subtitle);
  g_free (page);
}

static Page *
new_page (GtkWidget  *widget,
          const char *title)
{
  Page *page = g_new0 (Page, 1);

  page->widget = widget;
  page->title = g_strdup (title);
  return page;
}

/* 0 is what is seen, 1 what lies under it. */
static Page *
get_page (SoleusPager *self,
          guint        depth)
{
  return self->pages->len > depth ? g_ptr_array_index (self->pages, self->pages->len - 1 - depth) : NULL;
}

static void
remove_left_pages (SoleusPager *self)
{
  if (gtk_stack_get_transition_running (GTK_STACK (self->stack)))
    return;

  while (self->leaving->len > 0)
    gtk_stack_remove (GTK_STACK (self->stack), g_ptr_array_steal_index (self->leaving, self->leaving->len - 1));
}

static void
stack_transition_changed_cb (SoleusPager *self)
{
  remove_left_pages (self);
}

static void
notify_all (SoleusPager *self)
{
  for (guint i = PROP_0 + 1; i < N_PROPS; i++)
    g_object_notify_by_pspec (G_OBJECT (self), properties[i]);
}

static void
show_top (SoleusPager *self,
          gboolean     forward)
{
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  gtk_stack_set_transition_type (GTK_STACK (self->stack),
                                 forward != rtl ? GTK_STACK_TRANSITION_TYPE_SLIDE_LEFT : GTK_STACK_TRANSITION_TYPE_SLIDE_RIGHT);
  gtk_stack_set_visible_child (GTK_STACK (self->stack), get_page (self, 0)->widget);
  soleus_accessible_present_only (self->stack, get_page (self, 0)->widget);
  remove_left_pages (self);
  notify_all (self);
}

static gboolean
asks_to_stay (SoleusPager *self)
{
  gboolean handled = FALSE;

  g_signal_emit (self, signals[SIGNAL_LEAVE], 0, get_page (self, 0)->widget, &handled);
  return handled;
}

/* Goes back by as many pages, without asking. */
static void
go_back (SoleusPager *self,
         guint        n_pages)
{
  for (guint i = 0; i < n_pages; i++)
    {
      g_ptr_array_add (self->leaving, get_page (self, 0)->widget);
      g_ptr_array_remove_index (self->pages, self->pages->len - 1);
    }

  show_top (self, FALSE);
}

static void
soleus_pager_dispose (GObject *object)
{
  SoleusPager *self = SOLEUS_PAGER (object);

  g_ptr_array_set_size (self->leaving, 0);
  g_ptr_array_set_size (self->pages, 0);
  if (self->stack != NULL)
    g_signal_handlers_disconnect_by_func (self->stack, stack_transition_changed_cb, self);
  g_clear_pointer (&self->stack, gtk_widget_unparent);

  G_OBJECT_CLASS (soleus_pager_parent_class)->dispose (object);
}

static void
soleus_pager_finalize (GObject *object)
{
  SoleusPager *self = SOLEUS_PAGER (object);

  g_ptr_array_unref (self->leaving);
  g_ptr_array_unref (self->pages);

  G_OBJECT_CLASS (soleus_pager_parent_class)->finalize (object);
}

static void
soleus_pager_get_property (GObject    *object,
                           guint       prop_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  SoleusPager *self = SOLEUS_PAGER (object);

  switch (prop_id)
    {
    case PROP_CAN_GO_BACK:
      g_value_set_boolean (value, soleus_pager_get_can_go_back (self));
      break;
    case PROP_TITLE:
      g_value_set_string (value, soleus_pager_get_title (self));
      break;
    case PROP_SUBTITLE:
      g_value_set_string (value, soleus_pager_get_subtitle (self));
      break;
    case PROP_BACK_TITLE:
      g_value_set_string (value, soleus_pager_get_back_title (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
soleus_pager_class_init (SoleusPagerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = soleus_pager_dispose;
  object_class->finalize = soleus_pager_finalize;
  object_class->get_property = soleus_pager_get_property;

  properties[PROP_CAN_GO_BACK] = g_param_spec_boolean ("can-go-back", NULL, NULL, FALSE, flags);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_SUBTITLE] = g_param_spec_string ("subtitle", NULL, NULL, NULL, flags);
  /* The title of the page that a step back leads to, or NULL. */
  properties[PROP_BACK_TITLE] = g_param_spec_string ("back-title", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * SoleusPager::leave:
   * @self: the pager
   * @page: the page that is seen
   *
   * The person wants to go back. A handler that returns %TRUE keeps the page; it may ask first and call
   * soleus_pager_pop_now() later.
   *
   * Returns: whether the page stays for now
   */
  signals[SIGNAL_LEAVE] = g_signal_new ("leave", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, g_signal_accumulator_true_handled, NULL,
                                        NULL, G_TYPE_BOOLEAN, 1, GTK_TYPE_WIDGET);

  gtk_widget_class_set_css_name (widget_class, "pager");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
soleus_pager_init (SoleusPager *self)
{
  self->pages = g_ptr_array_new_with_free_func ((GDestroyNotify) free_page);
  self->leaving = g_ptr_array_new ();

  self->stack = gtk_stack_new ();
  gtk_stack_set_hhomogeneous (GTK_STACK (self->stack), FALSE);
  gtk_stack_set_vhomogeneous (GTK_STACK (self->stack), FALSE);
  gtk_widget_set_parent (self->stack, GTK_WIDGET (self));
  g_signal_connect_swapped (self->stack, "notify::transition-running", G_CALLBACK (stack_transition_changed_cb), self);
}

/**
 * soleus_pager_new:
 *
 * Returns: (transfer floating): a pager without a home
 */
GtkWidget *
soleus_pager_new (void)
{
  return g_object_new (SOLEUS_TYPE_PAGER, NULL);
}

/**
 * soleus_pager_set_home:
 * @self: a pager that has no page yet
 * @home: (transfer floating): what is seen first and cannot be left
 * @title: its title
 */
void
soleus_pager_set_home (SoleusPager *self,
                       GtkWidget   *home,
                       const char  *title)
{
  g_return_if_fail (SOLEUS_IS_PAGER (self));
  g_return_if_fail (self->pages->len == 0);

  soleus_pager_push (self, home, title);
}

/**
 * soleus_pager_push:
 * @self: a pager
 * @page: (transfer floating): what is seen from now on; it goes away when the person goes back
 * @title: its title
 */
void
soleus_pager_push (SoleusPager *self,
                   GtkWidget   *page,
                   const char  *title)
{
  g_return_if_fail (SOLEUS_IS_PAGER (self));
  g_return_if_fail (GTK_IS_WIDGET (page));

  gtk_stack_add_child (GTK_STACK (self->stack), page);
  g_ptr_array_add (self->pages, new_page (page, title));
  show_top (self, TRUE);
}

/**
 * soleus_pager_pop:
 * @self: a pager
 *
 * Goes back by one page, unless the page asks to stay.
 *
 * Returns: whether a page was left
 */
gboolean
soleus_pager_pop (SoleusPager *self)
{
  g_return_val_if_fail (SOLEUS_IS_PAGER (self), FALSE);

  if (!soleus_pager_get_can_go_back (self) || asks_to_stay (self))
    return FALSE;

  go_back (self, 1);
  return TRUE;
}

/**
 * soleus_pager_pop_to_home:
 * @self: a pager
 *
 * Goes back to the home, unless the page that is seen asks to stay.
 *
 * Returns: whether the home is seen now
 */
gboolean
soleus_pager_pop_to_home (SoleusPager *self)
{
  g_return_val_if_fail (SOLEUS_IS_PAGER (self), FALSE);

  if (!soleus_pager_get_can_go_back (self))
    return TRUE;
  if (asks_to_stay (self))
    return FALSE;

  go_back (self, self->pages->len - 1);
  return TRUE;
}

/**
 * soleus_pager_pop_now:
 * @self: a pager
 *
 * Goes back by one page without asking it. Does nothing at home.
 */
void
soleus_pager_pop_now (SoleusPager *self)
{
  g_return_if_fail (SOLEUS_IS_PAGER (self));

  if (soleus_pager_get_can_go_back (self))
    go_back (self, 1);
}

/**
 * soleus_pager_set_page_title:
 * @self: a pager
 * @page: one of its pages
 * @title: its title
 * @subtitle: (nullable): what stands under it
 */
void
soleus_pager_set_page_title (SoleusPager *self,
                             GtkWidget   *page,
                             const char  *title,
                             const char  *subtitle)
{
  g_return_if_fail (SOLEUS_IS_PAGER (self));

  for (guint i = 0; i < self->pages->len; i++)
    {
      Page *found = g_ptr_array_index (self->pages, i);

      if (found->widget != page)
        continue;

      g_free (found->title);
      found->title = g_strdup (title);
      g_free (found->subtitle);
      found->subtitle = g_strdup (subtitle);
      notify_all (self);
      return;
    }
}

/**
 * soleus_pager_get_visible_page:
 * @self: a pager
 *
 * Returns: (transfer none) (nullable): the page that is seen
 */
GtkWidget *
soleus_pager_get_visible_page (SoleusPager *self)
{
  Page *page;

  g_return_val_if_fail (SOLEUS_IS_PAGER (self), NULL);

  page = get_page (self, 0);
  return page != NULL ? page->widget : NULL;
}

/**
 * soleus_pager_get_can_go_back:
 * @self: a pager
 *
 * Returns: whether another page than the home is seen
 */
gboolean
soleus_pager_get_can_go_back (SoleusPager *self)
{
  g_return_val_if_fail (SOLEUS_IS_PAGER (self), FALSE);

  return self->pages->len > 1;
}

/**
 * soleus_pager_get_title:
 * @self: a pager
 *
 * Returns: (transfer none) (nullable): the title of the page that is seen
 */
const char *
soleus_pager_get_title (SoleusPager *self)
{
  Page *page;

  g_return_val_if_fail (SOLEUS_IS_PAGER (self), NULL);

  page = get_page (self, 0);
  return page != NULL ? page->title : NULL;
}

/**
 * soleus_pager_get_subtitle:
 * @self: a pager
 *
 * Returns: (transfer none) (nullable): what stands under the title
 */
const char *
soleus_pager_get_subtitle (SoleusPager *self)
{
  Page *page;

  g_return_val_if_fail (SOLEUS_IS_PAGER (self), NULL);

  page = get_page (self, 0);
  return page != NULL ? page->subtitle : NULL;
}

/**
 * soleus_pager_get_back_title:
 * @self: a pager
 *
 * Returns: (transfer none) (nullable): the title of the page that a step back leads to, or %NULL at home
 */
const char *
soleus_pager_get_back_title (SoleusPager *self)
{
  Page *page;

  g_return_val_if_fail (SOLEUS_IS_PAGER (self), NULL);

  page = get_page (self, 1);
  return page != NULL ? page->title : NULL;
}
