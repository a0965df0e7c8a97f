/* SPDX-License-Identifier: GPL-3.0-or-later */
/* To start at login inside a sandbox: what is asked of the portal, and what its answers mean. */
#include "platform/soleus-autostart.h"

#include "notify/soleus-mock.h"

#define APP "org.example.Test"

typedef struct
{
  gboolean is_over;
  gboolean is_done;
  GError *error;
} Answer;

static void
set_cb (GObject      *source,
        GAsyncResult *result,
        gpointer      data)
{
  Answer *answer = data;

  answer->is_done = soleus_autostart_set_finish (result, &answer->error);
  answer->is_over = TRUE;
}

static void
set (gboolean on,
     GError **error)
{
  Answer answer = { 0 };

  soleus_autostart_set (APP, on, NULL, set_cb, &answer);
  soleus_mock_wait (answer.is_over);
  g_assert_true (answer.is_done == (answer.error == NULL));
  *error = answer.error;
}

static SoleusMock *
serve (const char *answer)
{
  return soleus_mock_start ("mock-portal", "org.freedesktop.portal.Desktop", "/org/freedesktop/portal/desktop", APP, "--background", answer, NULL);
}

static void
test_granted (void)
{
  SoleusMock *portal = serve ("grant");
  g_autoptr (GError) error = NULL;
  g_autofree char *entry = g_build_filename (g_get_user_config_dir (), "autostart", NULL);
  JsonObject *event;
  JsonArray *command;

  g_assert_true (soleus_sandbox_is_here ());
  g_assert_false (soleus_autostart_is_set (APP));
  set (TRUE, &error);
  g_assert_no_error (error);
  g_assert_true (soleus_autostart_is_set (APP));
  event = soleus_mock_get_last (portal, "background");
  g_assert_true (json_object_get_boolean_member (event, "autostart"));
  g_assert_false (json_object_get_boolean_member (event, "dbus-activatable"));
  g_assert_true (json_object_has_member (event, "reason"));
  command = json_object_get_array_member (event, "commandline");
  g_assert_cmpuint (json_array_get_length (command), ==, 1);
  g_assert_true (g_str_has_suffix (json_array_get_string_element (command, 0), "soleus-reminderd"));

  set (FALSE, &error);
  g_assert_no_error (error);
  g_assert_false (soleus_autostart_is_set (APP));
  g_assert_false (json_object_get_boolean_member (soleus_mock_get_last (portal, "background"), "autostart"));
  /* No entry is written besides. */
  g_assert_false (g_file_test (entry, G_FILE_TEST_EXISTS));
  soleus_mock_stop (portal);
}

static void
test_refused (gconstpointer data)
{
  SoleusMock *portal = serve (data);
  g_autoptr (GError) error = NULL;

  set (TRUE, &error);
  g_assert_error (error, SOLEUS_AUTOSTART_ERROR, SOLEUS_AUTOSTART_ERROR_REFUSED);
  g_assert_false (soleus_autostart_is_set (APP));
  soleus_mock_stop (portal);
}

static void
test_failed (void)
{
  SoleusMock *portal = serve ("fail");
  g_autoptr (GError) error = NULL;

  set (TRUE, &error);
  g_assert_error (error, SOLEUS_AUTOSTART_ERROR, SOLEUS_AUTOSTART_ERROR_FAILED);
  g_assert_false (soleus_autostart_is_set (APP));
  soleus_mock_stop (portal);
}

/* Off, and not allowed in the background: it is off. */
static void
test_off_refused (void)
{
  SoleusMock *portal = serve ("refuse");
  g_autoptr (GError) error = NULL;

  set (FALSE, &error);
  g_assert_no_error (error);
  soleus_mock_stop (portal);
}

static void
test_missing (void)
{
  g_autoptr (GError) error = NULL;

  set (TRUE, &error);
  g_assert_error (error, SOLEUS_AUTOSTART_ERROR, SOLEUS_AUTOSTART_ERROR_NO_PORTAL);
  g_assert_false (soleus_autostart_is_set (APP));
}

static void
test_cancelled (void)
{
  SoleusMock *portal = serve ("never");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  static Answer answer;

  /* The question is open, and nothing is lost by not waiting for it. */
  soleus_autostart_set (APP, TRUE, cancellable, set_cb, &answer);
  soleus_mock_wait (soleus_mock_count (portal, "background") == 1);
  g_cancellable_cancel (cancellable);
  soleus_mock_pass (100);
  g_assert_false (soleus_autostart_is_set (APP));
  soleus_mock_stop (portal);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/autostart/portal/granted", test_granted);
  g_test_add_data_func ("/autostart/portal/refused", "refuse", test_refused);
  g_test_add_data_func ("/autostart/portal/cancelled-by-person", "cancel", test_refused);
  g_test_add_func ("/autostart/portal/failed", test_failed);
  g_test_add_func ("/autostart/portal/off-refused", test_off_refused);
  g_test_add_func ("/autostart/portal/missing", test_missing);
  g_test_add_func ("/autostart/portal/cancelled", test_cancelled);

  return g_test_run ();
}
