#!/bin/sh
# Before a story goes out: stop where a remark is "strong", and leave SARIF for the editor or the review.
# Usage: pre-publication-check.sh drafts/*.html
set -u
failed=0
for story in "$@"; do
    undertone score --sarif --fail-on strong "$story" > "${story%.html}.sarif"
    case $? in
        0) echo "$story: nothing strong" ;;
        1) echo "$story: strong remarks, see ${story%.html}.sarif"; failed=1 ;;
        *) echo "$story: could not be read"; exit 3 ;;
    esac
done
exit $failed
