#!/bin/sh
# Make sure that a Redis server and a proxy are here, from the distribution's packages; say how to get them where it cannot.
set -eu
command -v redis-server >/dev/null 2>&1 && command -v nginx >/dev/null 2>&1 && exit 0
fail() {
    echo "The tests of the shared service need redis-server and nginx. Install them and run again, for instance:" >&2
    echo "sudo apt-get install redis-server nginx-light" >&2
    exit 1
}
command -v apt-get >/dev/null 2>&1 || fail
as_root=""
if [ "$(id -u)" -ne 0 ]; then
    sudo -n true 2>/dev/null || fail
    as_root="sudo -n"
fi
echo "Installing redis-server and nginx from the distribution's packages …"
$as_root apt-get update -qq || fail
DEBIAN_FRONTEND=noninteractive $as_root apt-get install -y -qq --no-install-recommends redis-server nginx-light >/dev/null || fail
