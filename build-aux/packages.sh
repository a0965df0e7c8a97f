# SPDX-License-Identifier: GPL-3.0-or-later
# The one list of packages that Soleus needs, by Debian's names (12 and later), and what installs them.
# Read by the other scripts of this folder:  . build-aux/packages.sh; need_packages build run test
# shellcheck shell=sh disable=SC2034

# To build it, and to check what is installed beside the programs
debian_build="build-essential meson ninja-build pkg-config libglib2.0-dev libglib2.0-dev-bin libgtk-4-dev libgtk-4-bin
  libadwaita-1-dev libjson-glib-dev libsqlite3-dev libcairo2-dev libpango1.0-dev libgsound-dev libnotify-dev
  libportal-dev gettext desktop-file-utils
  appstream libxml2-utils"
# To use it: without librsvg2-common the application's own icons are drawn as a broken image
debian_run="adwaita-icon-theme librsvg2-common fonts-cantarell gsettings-desktop-schemas libglib2.0-bin sound-theme-freedesktop"
# To test and photograph it on a desktop without a screen (tests/tools)
debian_test="xvfb dbus at-spi2-core openbox x11-utils xdotool imagemagick python3-gi python3-jsonschema gir1.2-atspi-2.0
  fonts-dejavu-core tzdata strace libical-dev"
# For build-aux/check
debian_check="clang-format gcovr git"

fedora_build="gcc meson ninja-build pkgconf-pkg-config glib2-devel gtk4-devel libadwaita-devel json-glib-devel
  sqlite-devel cairo-devel pango-devel gsound-devel libnotify-devel libportal-devel gettext desktop-file-utils appstream libxml2"
fedora_run="adwaita-icon-theme librsvg2 abattis-cantarell-fonts gsettings-desktop-schemas glib2 sound-theme-freedesktop"
fedora_test="tzdata strace xorg-x11-server-Xvfb dbus-daemon at-spi2-core openbox xprop xdotool ImageMagick python3-gobject python3-jsonschema
  dejavu-sans-fonts libical-devel"
fedora_check="clang-tools-extra git-clang-format gcovr git"

say () {
  printf '%s\n' "$*"
}

# The packages of some sets, one a line: package_names debian build test
package_names () {
  _system=$1
  shift
  for _set in "$@"; do
    eval "printf '%s\n' \$${_system}_$_set"
  done
}

# Installs what is missing of some sets. Fails, and says what is missing, where it may not.
need_packages () {
  if ! command -v apt-get >/dev/null || ! command -v dpkg-query >/dev/null; then
    say "This system has no apt, so nothing was installed. If something is missing, on Fedora this brings it:"
    say "  sudo dnf install $(package_names fedora "$@" | tr '\n' ' ')"
    return 0
  fi

  _missing=
  for _name in $(package_names debian "$@"); do
    dpkg-query -W -f '${db:Status-Status}\n' "$_name" 2>/dev/null | grep -qx installed || _missing="$_missing $_name"
  done
  [ -n "$_missing" ] || return 0

  say "Missing:$_missing"
  if [ "$(id -u)" -eq 0 ]; then
    _root=
  elif command -v sudo >/dev/null && { [ -t 0 ] || sudo -n true 2>/dev/null; }; then
    _root=sudo
  elif command -v pkexec >/dev/null && [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    _root=pkexec
  else
    say "These packages cannot be installed from here. As root, this brings them:"
    say "  apt-get install --no-install-recommends$_missing"
    return 1
  fi
  say "Installing them with apt."
  # shellcheck disable=SC2086 # lists of words
  if ! $_root env DEBIAN_FRONTEND=noninteractive apt-get update -q ||
     ! $_root env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends $_missing; then
    say "apt could not install:$_missing"
    return 1
  fi
}
