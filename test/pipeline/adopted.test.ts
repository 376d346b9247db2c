// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import {
  collectPipelines,
  job,
  only,
  tools,
} from '@plumbline/adapters/collectors/ci-pipelines/testing/collect-pipelines';
import { plumbline } from '../scenarios/plumbline.ts';
import { guideFiles } from './guide-files.ts';
import { commit, harmlessProject, useFolders } from './small-project.ts';

const folder = useFolders();
const files = guideFiles('0123456789abcdef0123456789abcdef01234567');
const ways = ['plumbline-code', 'plumbline-configuration', 'plumbline-gate', 'plumbline-secrets'];

const adoptions = [
  ['.github/workflows/gate.yml', 'gate'],
  ['.gitlab-ci.yml', 'plumbline-gate'],
  ['.forgejo/workflows/gate.yml', 'gate'],
  ['.woodpecker/gate.yml', 'gate'],
] as const;

test.each(adoptions)('whoever adopts it by %s has a gate that blocks pull requests', async (path, id) => {
  const pipeline = only(await collectPipelines({ [path]: files[path] ?? '', 'src/main.py': 'pass\n' }), path);
  expect(tools(pipeline)).toEqual(expect.arrayContaining(ways));
  expect(job(pipeline, id)).toMatchObject({ mayFail: false, onPullRequest: 'yes' });
  expect(job(pipeline, id).steps.filter(({ tools }) => tools.length > 0)).toMatchObject([{ mayFail: false }]);
  expect(pipeline.externalUses.filter(({ pinnedBy }) => pinnedBy !== 'commit' && pinnedBy !== 'digest')).toEqual([]);
});

test('whoever adopts it on GitHub: the checks over pipelines are satisfied', async () => {
  const path = folder();
  harmlessProject(path);
  commit(path, { '.github/workflows/gate.yml': files['.github/workflows/gate.yml'] ?? '' });
  const { code, stdout } = await plumbline(['assess', path, '--offline', '--format', 'json'], { cwd: path });
  expect(code).toBe(0);
  const { verdicts } = JSON.parse(stdout) as {
    verdicts: { answers: { check: string; outcome: string; because: string }[] }[];
  };
  const answers = new Map(verdicts.flatMap((verdict) => verdict.answers).map((answer) => [answer.check, answer]));
  const outcomes = ['workflow-actions-pinned', 'workflow-tokens-least-privilege', 'workflows-not-injectable'].map(
    (check) => [check, answers.get(check)?.outcome],
  );
  expect(
    outcomes.map(([, outcome]) => outcome),
    JSON.stringify(outcomes),
  ).toEqual(['yes', 'yes', 'yes']);
  // Whether the forge requires the job, no file tells.
  expect(answers.get('gate-criteria-enforced')).toMatchObject({
    outcome: 'unknown',
    because: expect.stringContaining('The gate runs on pull requests'),
  });
});

test('a gate that only warns is none', async () => {
  const path = '.github/workflows/gate.yml';
  const text = `${files[path]}        with:\n          warn-only: 'true'\n`;
  expect(tools(only(await collectPipelines({ [path]: text }), path), 'gate')).toEqual([]);
  const gitlab = `${files['.gitlab-ci.yml']}  PLUMBLINE_WARN_ONLY: 'true'\n`;
  const pipeline = only(await collectPipelines({ '.gitlab-ci.yml': gitlab }), '.gitlab-ci.yml');
  expect(job(pipeline, 'plumbline-gate').mayFail).toBe(true);
});

test('the action runs nothing that is not pinned and puts nothing into a script', () => {
  const action = parse(readFileSync('action.yml', 'utf8')) as {
    readonly inputs: { readonly [name: string]: { readonly description: string; readonly default: string } };
    readonly runs: { readonly steps: readonly { readonly uses?: string; readonly run?: string }[] };
  };
  const { steps } = action.runs;
  for (const { uses } of steps) expect(uses ?? `x@${'0'.repeat(40)}`).toMatch(/@[0-9a-f]{40}$/);
  for (const { run } of steps) expect(run ?? '').not.toContain('${{');
  const guide = readFileSync('docs/guides/in-the-pipeline.md', 'utf8');
  for (const name of Object.keys(action.inputs)) expect(guide, name).toMatch(new RegExp(`^\\| \`${name}[\`:]`, 'm'));
});

test('the pins of the action are those that the catalogue knows', () => {
  const catalog = JSON.parse(readFileSync('catalog/action-pins.json', 'utf8')) as {
    readonly pins: readonly { readonly action: string; readonly version: string; readonly commit: string }[];
  };
  const known = new Set(catalog.pins.map(({ action, version, commit }) => `${action}@${commit} # ${version}`));
  const uses = [...readFileSync('action.yml', 'utf8').matchAll(/uses: ([\w.-]+\/[\w.-]+)\S*@(\S+ # \S+)/g)];
  expect(uses.length).toBeGreaterThan(4);
  for (const [, name = '', rest = ''] of uses) expect(known).toContain(`${name}@${rest}`);
});
