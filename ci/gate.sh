#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# The gate in a pipeline: finds the base of the change, scans base and head, decides, and leaves the decision in every
# format. Exit codes are those of the gate: 0 passed, 1 failed, 3 could not assess; anything else: it was called wrongly.
# Settings are environment variables (docs/guides/in-the-pipeline.md). What outsiders write, such as the name of a branch, is
# only ever the value of one, and never becomes text of a script.
set -euf
home=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
PATH=${PLUMBLINE_HOME:-$home}:$PATH
reports=${PLUMBLINE_REPORTS:-plumbline-reports}

stop() {
  printf 'gate: %s\n' "$2" >&2
  exit "$1"
}

is_on() {
  case ${1:-} in true | yes | 1) return 0 ;; '' | false | no | 0) return 1 ;; esac
  stop 2 "neither true nor false: $1"
}

# Prints the commit that the first of these revisions names which is there.
commit_of() {
  for revision; do
    [ -n "$revision" ] || continue
    git -c safe.directory='*' rev-parse --verify --quiet --end-of-options "$revision^{commit}" && return 0
  done
  return 1
}

needed() {
  commit_of "$@" || stop 3 'the base of the change is not in this clone: fetch the whole history (fetch-depth: 0, GIT_DEPTH: 0)'
}

# What asks to be merged has a base, and nothing else is taken for it. A push may have none (the first one, a rewritten
# branch); then it is compared with the commit before.
base_of_change() {
  if [ -n "${PLUMBLINE_BASE:-}" ]; then
    needed "$PLUMBLINE_BASE"
  elif [ -n "${GITHUB_BASE_REF:-}" ]; then
    case ${GITHUB_REF:-} in
      # The forge's own merge of both sides: its first parent is the base.
      refs/pull/*/merge) needed "${GITHUB_SHA:+$GITHUB_SHA^1}" "refs/remotes/origin/$GITHUB_BASE_REF" ;;
      *) needed "refs/remotes/origin/$GITHUB_BASE_REF" ;;
    esac
  elif [ "${GITHUB_EVENT_NAME:-}" = merge_group ]; then
    needed "${PLUMBLINE_EVENT_BASE:-}"
  elif [ -n "${CI_MERGE_REQUEST_TARGET_BRANCH_NAME:-}" ]; then
    needed "${CI_MERGE_REQUEST_TARGET_BRANCH_SHA:-}" "refs/remotes/origin/$CI_MERGE_REQUEST_TARGET_BRANCH_NAME" \
      "${CI_MERGE_REQUEST_DIFF_BASE_SHA:-}"
  elif [ "${CI:-}" = woodpecker ] && [ "${CI_PIPELINE_EVENT:-}" = pull_request ]; then
    needed "refs/remotes/origin/${CI_COMMIT_TARGET_BRANCH:-}"
  else
    commit_of "${PLUMBLINE_EVENT_BASE:-}" "${CI_COMMIT_BEFORE_SHA:-}" 'HEAD^1' || :
  fi
}

scan() {
  plumbline scan . "$@" ${offline:+--offline} ${PLUMBLINE_WITH:+--with "$PLUMBLINE_WITH"} \
    ${PLUMBLINE_WITHOUT:+--without "$PLUMBLINE_WITHOUT"} ${PLUMBLINE_STATE:+--state "$PLUMBLINE_STATE"}
}

[ "${GITHUB_EVENT_NAME:-}" != pull_request_target ] ||
  stop 2 'pull_request_target gives the rights of the base to whoever opens a pull request; the gate needs none: use pull_request'
offline=
if is_on "${PLUMBLINE_OFFLINE:-}"; then offline=yes; fi
warn_only=
if is_on "${PLUMBLINE_WARN_ONLY:-}"; then warn_only=yes; fi
base=$(base_of_change)
# A change could bring a link by that name, to have something else overwritten.
[ ! -L "$reports" ] || stop 2 "$reports is a link"
mkdir -p "$reports" || stop 2 "$reports is no folder"
rm -f "$reports/scan.sarif" "$reports/gate.txt" "$reports/gate.json" "$reports/gate.md" "$reports/gate.sarif" \
  "$reports/gate.junit.xml" "$reports/gate.annotations.txt" "$reports/gate.intoto.json"

# What is printed from here on names files and findings: the runner is not to obey any line of it.
guard=
if [ -n "${GITHUB_ACTIONS:-}" ]; then
  guard=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')
  printf '::stop-commands::%s\n' "$guard"
fi

if [ -z "$offline" ]; then
  # What cannot be fetched stays as old as it was, and the gate says when that is too old. The ecosystems are a list of words.
  # shellcheck disable=SC2086
  plumbline feeds sync ${PLUMBLINE_ECOSYSTEMS:+--ecosystem $PLUMBLINE_ECOSYSTEMS} || :
fi

if [ -n "$base" ]; then
  # Without results of the base nobody knows what is new; the gate says so where that matters.
  scan --commit "$base" --once >/dev/null || printf 'gate: not everything could be scanned at the base %s\n' "$base" >&2
fi
scanned=0
scan --sarif "$reports/scan.sarif" || scanned=$?
case $scanned in 0 | 3) ;; *) exit "$scanned" ;; esac

code=0
plumbline gate . ${base:+--baseline "$base"} ${PLUMBLINE_POLICY:+--policy "$PLUMBLINE_POLICY"} \
  ${PLUMBLINE_STATE:+--state "$PLUMBLINE_STATE"} --reports "$reports" || code=$?
if [ "$code" -eq 0 ] && [ "$scanned" -ne 0 ]; then
  echo 'gate: a scanner that was asked for did not run to its end' >&2
  code=$scanned
fi
# It ended before there was anything to decide, and has said why.
[ -e "$reports/gate.json" ] || exit "$code"
case $code in
  0) outcome=passed ;;
  1) outcome=failed ;;
  3) outcome=could-not-assess ;;
  *) exit "$code" ;;
esac

if [ -n "$guard" ]; then
  printf '::%s::\n' "$guard"
  cat "$reports/gate.annotations.txt"
fi
[ -z "${GITHUB_STEP_SUMMARY:-}" ] || cat "$reports/gate.md" >>"$GITHUB_STEP_SUMMARY"
[ -z "${GITHUB_OUTPUT:-}" ] || printf 'outcome=%s\n' "$outcome" >>"$GITHUB_OUTPUT"
if [ -n "$warn_only" ] && [ "$code" -ne 0 ]; then
  printf 'gate: %s, and passed on: it only warns\n' "$outcome" >&2
  exit 0
fi
exit "$code"
