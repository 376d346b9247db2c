// SPDX-License-Identifier: Apache-2.0
import type { UpdateBot } from '@plumbline/core/facts/update-bots';
import { linesOf } from '../../platform/syntax/lines.ts';
import { memberAt, memberOf } from '../../platform/syntax/json-value.ts';
import { parseJson } from '../../platform/syntax/parse-json.ts';
import { parseYaml } from '../../platform/syntax/parse-yaml.ts';

type Ecosystems = UpdateBot['ecosystems'];

/** Actions and called workflows by which an update service opens its changes from inside a pipeline. */
const actions: readonly (readonly [pattern: RegExp, ecosystems: Ecosystems])[] = [
  [/^packagist\/conductor-github-action@/iu, ['composer']],
  [/^scala-steward-org\/scala-steward-action@/iu, ['maven']],
  [/^determinatesystems\/update-flake-lock@/iu, ['other']],
  [/^saadmk11\/github-actions-version-updater@/iu, ['github-actions']],
];

export const runsUpdates = (path: string): boolean =>
  /^\.(?:github|forgejo|gitea)\/workflows\/[^/]+\.ya?ml$/u.test(path);

/** Update services that a workflow runs: what starts it may be the service itself. */
export function readUpdateActions(path: string, text: string): readonly UpdateBot[] {
  const found = new Map<RegExp, UpdateBot>();
  for (const { text: line } of linesOf(text)) {
    const used = /^\s{0,100}(?:-\s{1,20})?uses:\s{1,20}["']?([\w./-]{1,200}@)/u.exec(line)?.[1];
    const known = used === undefined ? undefined : actions.find(([pattern]) => pattern.test(used));
    if (known !== undefined)
      found.set(known[0], { bot: 'other', path, enabled: true, ecosystems: known[1], directories: [] });
  }
  return [...found.values()];
}

/** Whether the file of a service leaves its updates on: `update: false` of PyUp, the remediation rules of Mend. */
export function leavesUpdatesOn(path: string, text: string): boolean {
  if (path.endsWith('.whitesource')) {
    const document = parseJson(text);
    return document.ok && memberAt(document.value, ['remediateSettings', 'workflowRules', 'enabled']) === true;
  }
  if (!path.includes('pyup')) return true;
  const documents = parseYaml(text);
  return documents.ok && memberOf(documents.value[0], 'update') !== false;
}
