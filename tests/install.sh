#!/bin/sh
# Make sure that programs are here, from the distribution's packages; say how to get them where it cannot.
# sh tests/install.sh WHAT_NEEDS_THEM "PROGRAM=PACKAGES" …
set -eu
what=$1
shift
missing=""
for each in "$@"; do
    command -v "${each%%=*}" >/dev/null 2>&1 || missing="$missing ${each#*=}"
done
[ -z "$missing" ] && exit 0
fail() {
    echo "For $what these are missing:$missing. Install them and run again, for instance: sudo apt-get install$missing" >&2
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
DEBIAN_FRONTEND=noninteractive $as_root apt-get install -y -qq --no-install-recommends $missing >/dev/null || fail
