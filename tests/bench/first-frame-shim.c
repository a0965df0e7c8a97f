/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Preloaded into a GTK program: tells how long it took from the start of the process to its first painted frame, and
 * ends it there. FIRST_FRAME_FROM holds the monotonic time, in microseconds, at which the program was started. */
#include <dlfcn.h>
#include <gtk/gtk.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static void
after_paint_cb (GdkFrameClock *clock,
                gpointer       data)
{
  const char *from = g_getenv ("FIRST_FRAME_FROM");

  printf ("%.2f\n", (double) (g_get_monotonic_time () - g_ascii_strtoll (from, NULL, 10)) / 1000.0);
  fflush (stdout);
  _exit (0);
}

void
gtk_window_present (GtkWindow *window)
{
  void (*present) (GtkWindow *) = (void (*) (GtkWindow *)) dlsym (RTLD_NEXT, "gtk_window_present");

  gtk_widget_realize (GTK_WIDGET (window));
  g_signal_connect (gtk_widget_get_frame_clock (GTK_WIDGET (window)), "after-paint", G_CALLBACK (after_paint_cb), NULL);
  present (window);
}
