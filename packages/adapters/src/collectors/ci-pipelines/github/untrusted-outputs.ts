// SPDX-License-Identifier: Apache-2.0
import { expressionsIn } from '../expression/expressions-in.ts';
import { taintedRefs } from '../expression/tainted-refs.ts';
import { at, itemsOf, textAt, type YamlNode } from '../yaml/yaml-node.ts';

/** Outputs that carry text which an outsider writes: names of changed files, branch names, titles. */
const byAction: { readonly [action: string]: RegExp } = {
  'tj-actions/changed-files': /_files$|^(?:files|.*_(?:files|keys))$/,
  'tj-actions/verify-changed-files': /^changed_files$/,
  'tj-actions/branch-names': /branch|^(?:ref_branch|head_ref_branch)$/,
  'dorny/paths-filter': /_files$/,
  'jitterbit/get-changed-files': /./,
  'trilom/file-changes-action': /./,
  'lots0logs/gh-action-get-changed-files': /./,
  'masesgroup/retrieve-changed-files': /./,
  'step-security/changed-files': /_files$|^(?:files|.*_(?:files|keys))$/,
  'step-security/paths-filter': /_files$/,
  'xt0rted/pull-request-comment-branch': /^(?:head|base)_ref$/,
  'bullfrogsec/get-pr-info': /title|body|branch/,
  '8bitjonny/gh-get-current-pr': /^pr_(?:title|body)$|^pr$/,
  'jwalton/gh-find-current-pr': /^(?:title|body)$/,
  'peter-evans/find-comment': /^comment-body$/,
};

/** Titles, bodies and authors of commits, as a script may write them into its outputs. */
const logOfCommits = /\bgit\s+(?:log|show)\b[^\n|]*(?:--format|--pretty)[= ]\S*%(?:s|b|B|an|ae|f)\b/;
const stepsMax = 500;

/**
 * Which outputs of the steps of a job carry text of outsiders, as a test of `steps.<id>.outputs.<name>` in lower case.
 * A step's own output counts where its script writes such text into `$GITHUB_OUTPUT`; doubtful case 8 calls the other
 * outputs of own steps safe, and so are those of actions that are not known to hand such text on.
 */
export function untrustedOutputs(job: YamlNode | undefined): (path: string) => boolean {
  const suspects = new Map<string, RegExp>();
  for (const step of itemsOf(at(job, 'steps')).slice(0, stepsMax)) {
    const id = textAt(step, 'id')?.toLowerCase();
    const names = id === undefined ? null : (ofAction(textAt(step, 'uses')) ?? ofScript(textAt(step, 'run')));
    if (id !== undefined && names !== null) suspects.set(id, names);
  }
  return (path) => {
    const [head, id = '', outputs, name = ''] = path.split('.');
    return head === 'steps' && outputs === 'outputs' && (suspects.get(id)?.test(name) ?? false);
  };
}

function ofAction(uses: string | undefined): RegExp | null {
  const name = uses?.toLowerCase().split('@', 1)[0] ?? '';
  return Object.hasOwn(byAction, name) ? (byAction[name] ?? null) : null;
}

/** The names of the outputs into which a line of the script writes what outsiders wrote. */
function ofScript(run: string | undefined): RegExp | null {
  if (run === undefined || !run.includes('GITHUB_OUTPUT')) return null;
  const names = run
    .slice(0, 100_000)
    .split('\n')
    .filter((line) => line.length < 2000 && line.includes('GITHUB_OUTPUT') && carriesOutsideText(line))
    .flatMap((line) => /([A-Za-z_][\w-]{0,60})=/.exec(line)?.[1] ?? []);
  return names.length === 0 ? null : new RegExp(`^(?:${names.map((name) => name.toLowerCase()).join('|')})$`);
}

function carriesOutsideText(line: string): boolean {
  return logOfCommits.test(line) || expressionsIn(line).some(({ source }) => taintedRefs(source).length > 0);
}
