#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Installs what the lockfile pins, when it is not installed yet. The pinned Node comes with it as an npm package, so a
# machine whose own Node is older still builds, tests and runs with the right one. Messages go to stderr.
set -eu
cd "$(dirname "$0")/.."
stamp=node_modules/.plumbline-lock
if ! cmp -s package-lock.json "$stamp" 2>/dev/null; then
  command -v npm >/dev/null 2>&1 || { echo 'plumbline: npm is needed to install the dependencies' >&2; exit 2; }
  echo 'plumbline: installing dependencies (once)' >&2
  npm ci --no-audit --no-fund --loglevel=error >&2
  cp package-lock.json "$stamp"
fi
