#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# A hook of git, before a commit: secrets and bad code in what is staged. Prints only what it stops. Options are those of
# `plumbline scan`: `--fail-on high` lets pass what is of medium severity.
set -eu
home=$(CDPATH='' cd -- "$(dirname -- "$(readlink -f -- "$0" 2>/dev/null || echo "$0")")/.." && pwd)
PATH=${PLUMBLINE_HOME:-$home}:$PATH
code=0
found=$(plumbline scan . --staged --offline --fail-on medium "$@") || code=$?
[ "$code" -eq 0 ] || printf '%s\n' "$found" >&2
exit "$code"
