// SPDX-License-Identifier: Apache-2.0

const otherSide =
  /github\.event\.pull_request\.(?:head\.|merge_commit_sha)|github\.head_ref|github\.event\.workflow_run\.(?:head_sha|head_branch|head_commit|head_repository|pull_requests)|refs\/pull\/|(?:steps|needs)\.[\w.-]{1,80}\.outputs\.[\w-]{0,40}(?:head|pr[_-]?(?:sha|ref|branch)|commit|sha\b|ref\b|branch)/i;
const commands =
  /\b(?:gh|hub)\s+pr\s+checkout\b|\bgit\s+(?:fetch|pull|checkout|clone|merge)\b[^\n]{0,300}(?:\bpull\/|github\.head_ref|pull_request\.head\.|workflow_run\.head_)/i;

/** Whether a checkout's `ref` and `repository`, or a script, takes the code of the other side of a pull request. */
export function checksOutOtherSide(text: string): boolean {
  return (
    commands.test(text) ||
    (text.length < 2000 &&
      !text.includes('\n') &&
      otherSide.test(text) &&
      !/\bgit\b|\bgh\b/.test(text) &&
      text.includes('${{'))
  );
}
