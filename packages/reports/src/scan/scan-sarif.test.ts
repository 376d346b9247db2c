// SPDX-License-Identifier: Apache-2.0
import Ajv04 from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import { parseSarif } from '@plumbline/formats/sarif/parse-sarif';
import { shippedJson } from '@plumbline/formats/testing/shipped-catalog';
import { expect, test } from 'vitest';
import { aResult, aRun, aView, failed, ran, resultsOf, textOf } from './fixtures.ts';
import { renderScanSarif } from './scan-sarif.ts';
import type { ScanView } from './scan-view.ts';

const ajv = new Ajv04.default({ strict: false, allErrors: true });
addFormats.default(ajv);
const validate = ajv.compile(shippedJson('schemas/sarif-2.1.0/sarif-schema-2.1.0.json') as object);

const render = (view: ScanView = aView(), results = resultsOf()): Promise<string> =>
  textOf(renderScanSarif(view, results));

type Log = {
  readonly runs: readonly {
    readonly results?: readonly {
      readonly kind: string;
      readonly level: string;
      readonly locations: readonly unknown[];
      readonly partialFingerprints: { readonly [name: string]: string };
    }[];
    readonly invocations: readonly { readonly executionSuccessful: boolean; readonly commandLine?: string }[];
    readonly versionControlProvenance?: readonly unknown[];
    readonly properties: { readonly [name: string]: unknown };
  }[];
};

const logOf = async (...given: Parameters<typeof render>): Promise<Log> => JSON.parse(await render(...given)) as Log;

test('it is valid, also with nothing found and nothing run', async () => {
  for (const [view, results] of [
    [aView(), resultsOf()],
    [aView([ran]), resultsOf([])],
    [aView([]), resultsOf()],
  ] as const) {
    validate(JSON.parse(await render(view, results)));
    expect(validate.errors ?? []).toEqual([]);
  }
  validate(JSON.parse((await render()).replaceAll('"error"', '"terrible"')));
  expect(validate.errors?.length).toBeGreaterThan(0);
});

test('our own reader gets back what was found, for which purpose, of which commit, by which rules', async () => {
  const parsed = parseSarif(new TextEncoder().encode(await render()));
  expect(parsed.state === 'parsed' ? parsed.found : parsed.fault).toMatchObject([
    {
      tool: 'Bandit',
      toolVersion: '1.9.4',
      commit: 'c'.repeat(40),
      completed: true,
      finishedAt: '2026-06-01T10:00:05Z',
      purposes: ['sast'],
      ruleSet: 'the rules built into Bandit 1.9.4',
      findings: { error: 4, warning: 2, note: 0, none: 1 },
      suppressed: 1,
      weaknesses: ['CWE-78'],
      problems: [],
    },
    { tool: 'Semgrep', completed: false },
  ]);
});

test('a tool that did not run has no list of results, and is not clean', async () => {
  const { runs } = await logOf(aView([failed]));
  expect(runs).toMatchObject([{ invocations: [{ executionSuccessful: false }] }]);
  expect(runs[0]).not.toHaveProperty('results');
});

test('each purpose of a tool is a run of its own', async () => {
  if (ran.state !== 'ran') throw new TypeError('it ran');
  const runs = [aRun({ purposes: ['sca'], completed: false }), aRun({ purposes: ['iac-scan'] })] as const;
  const log = await logOf(aView([{ ...ran, runs }]), (_, run) => resultsOf(run === 1 ? [aResult()] : [])('', run));
  expect(
    log.runs.map(({ properties, results, invocations }) => [
      properties['purposes'],
      results?.length,
      invocations[0]?.executionSuccessful,
    ]),
  ).toEqual([
    [['sca'], 0, false],
    [['iac-scan'], 1, true],
  ]);
});

test('a repository without an address still names its commit; a work tree names none', async () => {
  const local = aView([ran]);
  const [run] = (await logOf({ ...local, subject: { ...local.subject, uri: 'shop' } })).runs;
  expect([run?.versionControlProvenance, run?.properties['commit']]).toEqual([undefined, 'c'.repeat(40)]);
  const text = await render({ ...local, subject: { ...local.subject, dirty: true } });
  expect(text).not.toContain('c'.repeat(40));
});

test('levels and kinds fit (§3.27.10), and the command can be typed', async () => {
  const [run] = (await logOf()).runs;
  for (const { kind, level } of run?.results ?? []) expect(kind === 'fail').toBe(level !== 'none');
  expect(run?.invocations[0]?.commandLine).toBe(String.raw`bandit --format json --exclude '' 'it'\''s' .`);
});

const printsOf = async (...lines: readonly number[]): Promise<readonly (string | undefined)[]> => {
  const results = lines.map((startLine) => aResult({ places: [{ path: 'app.py', startLine, snippet: 'run(x)' }] }));
  const [run] = (await logOf(aView([ran]), resultsOf(results))).runs;
  return (run?.results ?? []).map(({ partialFingerprints }) => partialFingerprints['plumblineResult/v1']);
};

test('fingerprints stay when lines move, and tell equal results apart', async () => {
  const [first, second] = await printsOf(3, 9);
  expect(first).not.toBe(second);
  expect(await printsOf(40, 80)).toEqual([first, second]);
});

test('sources, controls and places outside of the tree do not get through', async () => {
  const text = await render();
  expect(text).not.toContain('hunter2');
  expect(text).not.toContain('../up.py');
  // oxlint-disable-next-line no-control-regex -- none may come through
  expect(text).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u007F\u202E]/u);
});
