/* SPDX-License-Identifier: GPL-3.0-or-later */
/* On a connection of its own, so that calls go over the bus as they do between programs. */
#include "config.h"

#include "soleus-mock-reminders.h"

#include "app/soleus-reminder-link.h"

static const char xml[] = "<node><interface name='" SOLEUS_REMINDERS_INTERFACE "'>"
                          "<method name='Update'/><method name='Try'/>"
                          "<property name='CanShow' type='b' access='read'/><property name='Autostart' type='b' access='read'/>"
                          "</interface></node>";

static void
method_called (GDBusConnection       *bus,
               const char            *sender,
               const char            *path,
               const char            *interface,
               const char            *method,
               GVariant              *parameters,
               GDBusMethodInvocation *invocation,
               gpointer               data)
{
  SoleusMockReminders *self = data;

  if (g_str_equal (method, "Update"))
    self->n_updates++;
  else
    self->n_tries++;
  g_dbus_method_invocation_return_value (invocation, NULL);
}

static GVariant *
get_property (GDBusConnection *bus,
              const char      *sender,
              const char      *path,
              const char      *interface,
              const char      *property,
              GError         **error,
              gpointer         data)
{
  SoleusMockReminders *self = data;

  return g_variant_new_boolean (g_str_equal (property, "CanShow") ? self->can_show : self->autostart);
}

SoleusMockReminders *
soleus_mock_reminders_new (gboolean can_show,
                           gboolean autostart)
{
  static const GDBusInterfaceVTable table = { .method_call = method_called, .get_property = get_property };
  SoleusMockReminders *self = g_new0 (SoleusMockReminders, 1);
  g_autoptr (GDBusNodeInfo) node = g_dbus_node_info_new_for_xml (xml, NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *address = g_dbus_address_get_for_bus_sync (G_BUS_TYPE_SESSION, NULL, &error);

  g_assert_no_error (error);
  self->can_show = can_show;
  self->autostart = autostart;
  self->bus = g_dbus_connection_new_for_address_sync (address, G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT | G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION, NULL, NULL, &error);
  g_assert_no_error (error);
  self->object = g_dbus_connection_register_object (self->bus, SOLEUS_REMINDERS_PATH, node->interfaces[0], &table, self, NULL, &error);
  g_assert_no_error (error);
  self->name = g_bus_own_name_on_connection (self->bus, SOLEUS_REMINDERS_INTERFACE, G_BUS_NAME_OWNER_FLAGS_NONE, NULL, NULL, NULL, NULL);
  return self;
}

void
soleus_mock_reminders_set (SoleusMockReminders *self,
                           gboolean             can_show)
{
  g_auto (GVariantBuilder) changed = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE_VARDICT), none = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE_STRING_ARRAY);
  g_autoptr (GError) error = NULL;

  self->can_show = can_show;
  g_variant_builder_add (&changed, "{sv}", "CanShow", g_variant_new_boolean (can_show));
  g_dbus_connection_emit_signal (self->bus, NULL, SOLEUS_REMINDERS_PATH, "org.freedesktop.DBus.Properties", "PropertiesChanged",
                                 g_variant_new ("(sa{sv}as)", SOLEUS_REMINDERS_INTERFACE, &changed, &none), &error);
  g_assert_no_error (error);
}

void
soleus_mock_reminders_free (SoleusMockReminders *self)
{
  g_bus_unown_name (self->name);
  g_dbus_connection_unregister_object (self->bus, self->object);
  g_dbus_connection_close_sync (self->bus, NULL, NULL);
  g_object_unref (self->bus);
  g_free (self);
}
