#!/bin/sh
# Make sure that Chromium, Firefox ESR, a screen and a keyboard without either (Xvfb, xdotool) are here, from the distribution's packages; say how to get them where it cannot.
set -eu
missing=""
command -v chromium >/dev/null 2>&1 || missing="$missing chromium"
command -v firefox-esr >/dev/null 2>&1 || missing="$missing firefox-esr"
command -v Xvfb >/dev/null 2>&1 || missing="$missing xvfb"
command -v xdotool >/dev/null 2>&1 || missing="$missing xdotool"
[ -z "$missing" ] && exit 0
fail() {
    echo "The browser tests need:$missing. Install them and run again, for instance: sudo apt-get install$missing" >&2
    exit 1
}
command -v apt-get >/dev/null 2>&1 || fail
as_root=""
if [ "$(id -u)" -ne 0 ]; then
    sudo -n true 2>/dev/null || fail
    as_root="sudo -n"
fi
echo "Installing$missing from the distribution's packages …"
$as_root apt-get update -qq || fail
# shellcheck disable=SC2086 # the list is meant to be split
DEBIAN_FRONTEND=noninteractive $as_root apt-get install -y -qq --no-install-recommends $missing fonts-dejavu-core >/dev/null || fail
