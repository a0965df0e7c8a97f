# SPDX-License-Identifier: GPL-3.0-or-later
# Builds Soleus into build/ and installs it into build/root, so that it finds its icons, settings and
# translations there, and nothing outside this folder changes.
# Read by the other scripts of this folder, from the top of the tree.
# shellcheck shell=sh disable=SC2034

app_id=$(sed -n "s/^app_id = '\(.*\)'$/\1/p" meson.build)

make_root () {
  if [ ! -f build/build.ninja ]; then
    say "Preparing build/"
    meson setup build --prefix="$PWD/build/root" -Dtests=false
  fi
  say "Building"
  ninja -C build
  meson install -C build --no-rebuild --quiet
  if [ ! -x build/root/bin/soleus ]; then
    say "build/ was not prepared by this script: remove that folder and try again."
    return 1
  fi
}

enter_root () {
  export PATH="$PWD/build/root/bin:$PATH"
  export XDG_DATA_DIRS="$PWD/build/root/share:${XDG_DATA_DIRS:-/usr/local/share:/usr/share}"
  export GSETTINGS_SCHEMA_DIR="$PWD/build/root/share/glib-2.0/schemas"
}
