// SPDX-License-Identifier: Apache-2.0
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { ToolResult } from '@plumbline/core/findings/tool-result';
import type { ScanInput, ScanOutcome } from '@plumbline/core/scanning/scanner';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { useRepositories } from '../../testing/use-repositories.ts';
import { createToolScanner } from './create-tool-scanner.ts';
import type { ToolCommand, ToolSpec } from './tool-spec.ts';

const { folder } = useRepositories();
const signal = new AbortController().signal;
const kept = process.env['PLUMBLINE_TOOLS'];
let tools: string;

beforeEach(() => {
  tools = folder();
  process.env['PLUMBLINE_TOOLS'] = tools;
});
afterEach(() => {
  if (kept === undefined) delete process.env['PLUMBLINE_TOOLS'];
  else process.env['PLUMBLINE_TOOLS'] = kept;
});

/** A tool that is a shell script: `--version` says which, anything else runs `body`. */
function install(body: string, into = tools, name = 'faketool'): string {
  const path = join(into, name);
  writeFileSync(path, `#!/bin/sh\n[ "$1" = --version ] && echo faketool 3.2.1 && exit 0\n${body}\n`);
  chmodSync(path, 0o755);
  return path;
}

const spec: ToolSpec = {
  id: 'faketool',
  title: 'nothing at all',
  tool: 'Fake tool',
  purposes: ['sast'],
  needs: ['work-tree'],
  bounds: { timeoutMs: 20_000, memoryBytesMax: 500_000_000 },
  programs: ['faketool'],
  install: 'write it',
  version: { args: ['--version'], pattern: /faketool (\d+\.\d+\.\d+)/u },
  format: 'bandit',
  plan: () => ({ state: 'applies', because: 'always' }),
  command: ({ reportFile, tree }): ToolCommand => ({ args: ['scan', reportFile, tree], report: 'file' }),
  finished: [0, 1],
  failures: { 4: 'its rules are wrong' },
};

const report = (...lines: readonly number[]): string =>
  JSON.stringify({
    errors: [],
    generated_at: '2026-06-01T10:00:00Z',
    metrics: { _totals: {} },
    results: lines.map((line) => ({
      code: 'x',
      filename: '$TREE/app.py',
      issue_severity: 'HIGH',
      issue_confidence: 'HIGH',
      issue_text: 'found in $TREE/app.py',
      line_number: line,
      test_id: 'B602',
      test_name: 'shell',
    })),
  });

/** A body that writes the report with the place of the files in it. */
const writes = (text: string, then = ''): string => `sed "s|[$]TREE|$3|g" > "$2" <<'END'\n${text}\nEND\n${then}`;

type Ran = { readonly outcome: ScanOutcome; readonly results: readonly ToolResult[] };

async function run(change: Partial<ToolSpec> = {}, input: Partial<ScanInput> = {}): Promise<Ran> {
  const results: ToolResult[] = [];
  const scratchFolder = folder();
  const workTree = folder();
  writeFileSync(join(workTree, 'app.py'), 'print(1)\n');
  const outcome = await createToolScanner({ ...spec, ...change }).run({
    target: { files: 1, languages: new Map(), manifests: [], configurations: new Map(), webAddresses: [] },
    repository: {
      uri: 'somewhere',
      commit: 'c'.repeat(40),
      committedAt: '2026-01-01T00:00:00Z',
      defaultBranch: null,
      entries: [],
      read: () => Promise.resolve(),
    },
    gitDirectory: null,
    workTree,
    scratchFolder,
    offline: true,
    bounds: spec.bounds,
    signal,
    take: (result) => results.push(result),
    progress: () => undefined,
    ...input,
  });
  return { outcome, results };
}

const because = async (change: Partial<ToolSpec> = {}, input: Partial<ScanInput> = {}): Promise<string> => {
  const { outcome } = await run(change, input);
  return outcome.ran ? 'it ran' : outcome.because;
};

test('a run that came to its end: results relative to the files, commit, version and command', async () => {
  install(writes(report(3, 9)));
  const { outcome, results } = await run();
  expect(results.map(({ places, message }) => [places?.[0]?.path, places?.[0]?.startLine, message])).toEqual([
    ['app.py', 3, 'found in app.py'],
    ['app.py', 9, 'found in app.py'],
  ]);
  expect(outcome).toMatchObject({
    ran: true,
    report: { tool: 'Fake tool', toolVersion: '3.2.1', commit: 'c'.repeat(40), completed: true, purposes: ['sast'] },
    command: ['faketool', 'scan', 'report', '.'],
  });
});

test.each<readonly [string, string, RegExp]>([
  ['no report', 'exit 0', /said that it was done, but wrote no report/],
  ['an empty report', ': > "$2"', /wrote an empty report/],
  ['half a report', writes(report(3).slice(0, 120)), /broken or cut off/],
  ['words instead of a report', writes('Segmentation fault'), /broken or cut off/],
  ['the report of another tool', writes('{"runs":[],"version":"2.1.0"}'), /another format: SARIF/],
  ['a link instead of a report', 'ln -s /etc/hostname "$2"', /a report that is not-regular/],
  ['an exit code with a meaning', 'exit 4', /exit code 4 \(its rules are wrong\)/],
  ['a whole report and a crash', writes(report(), 'exit 77'), /failed with exit code 77/],
  ['a signal', 'kill -9 $$', /killed by a signal/],
])('%s is not a run', async (_, body, expected) => {
  install(body);
  expect(await because()).toMatch(expected);
});

test('a crash is told with its own words, without our folders, colours and tokens', async () => {
  const token = `ghp_${'a1B2c3'.repeat(6)}`;
  install(`printf '\\033[31mError: cannot read %s/settings with ${token}\\033[0m\\n' "$(dirname "$2")" >&2; exit 9`);
  expect(await because()).toBe('Fake tool failed with exit code 9: Error: cannot read settings with ***');
});

test('what takes too long or too much memory is ended', async () => {
  install('sleep 60');
  const bounds = { timeoutMs: 500, memoryBytesMax: 500_000_000 };
  expect(await because({}, { bounds })).toBe('Fake tool was ended after 1 seconds without being done');
  const hungry = 'const kept = []; for (;;) kept.push(Buffer.alloc(1e7, 1))';
  install(`${process.execPath} -e '${hungry}' & wait`);
  expect(await because()).toBe('Fake tool took more than 477 MiB of memory');
});

test('a tool that is not there, says no version, or lies in what is scanned is missing', async () => {
  const scanner = createToolScanner(spec);
  expect(await scanner.version(signal)).toMatchObject({
    state: 'missing',
    because: 'there is no faketool on the PATH',
  });
  const scanned = folder();
  mkdirSync(join(scanned, 'bin'));
  process.env['PLUMBLINE_TOOLS'] = join(scanned, 'bin');
  install('exit 0', join(scanned, 'bin'));
  expect(await scanner.version(signal, [scanned])).toMatchObject({
    state: 'missing',
    because: expect.stringMatching(/inside of what is scanned/) as string,
  });
  // by way of a link from elsewhere
  symlinkSync(join(scanned, 'bin', 'faketool'), join(tools, 'faketool'));
  process.env['PLUMBLINE_TOOLS'] = tools;
  expect(await scanner.version(signal, [scanned])).toMatchObject({ state: 'missing' });
  expect(await scanner.version(signal)).toEqual({ state: 'found', version: '3.2.1' });
  writeFileSync(install('exit 0', tools, 'other'), '#!/bin/sh\necho hello\n');
  const silent = createToolScanner({ ...spec, programs: ['other'] });
  expect(await silent.version(signal)).toMatchObject({
    state: 'missing',
    because: expect.stringMatching(/does not say which version/) as string,
  });
});

test('nothing of our environment reaches the tool but what is listed; home and current folder are empty', async () => {
  process.env['PLUMBLINE_TEST_TOKEN'] = 'hunter2';
  install(`env >&2; ls -A "$HOME" "$PWD" | sed 's/^/listed /' >&2; ${writes(report())}`);
  const { outcome } = await run({ complaint: /TOKEN|hunter2|^listed (?!\/|$)|^PWD=/u });
  delete process.env['PLUMBLINE_TEST_TOKEN'];
  const problems = outcome.ran ? outcome.report.problems : [outcome.because];
  // The one that shows that the complaints are read at all.
  expect(problems).toEqual([expect.stringMatching(/^PWD=/)]);
});

test('what only the strict call reports is suppressed in the source', async () => {
  install(`if [ "$4" = strict ]; then ${writes(report(3, 3, 9))}\nelse ${writes(report(3, 9))}\nfi`);
  const { results } = await run({
    command: ({ reportFile, tree }) => ({
      args: ['scan', reportFile, tree, 'strict'],
      honouring: ['scan', reportFile, tree],
      report: 'file',
    }),
  });
  expect(results.map(({ suppressed }) => suppressed?.where)).toEqual([undefined, 'source', undefined]);
});

test('a refusal, a complaint and a report that admits to nothing are told', async () => {
  install(writes(report(), 'echo "WARN skipping app.py" >&2'));
  expect(await because({ command: () => ({ cannot: 'it has no rules' }) })).toBe('it has no rules');
  expect(await because({ refuse: () => 'it found no engine' })).toBe('it found no engine');
  const { outcome } = await run({ complaint: /WARN/u });
  expect(outcome).toMatchObject({ report: { completed: false, problems: ['WARN skipping app.py'] } });
});

test('a tool that is silent when it finds nothing has run when it ended well', async () => {
  install('exit 0');
  expect((await run({ silentWhenClean: true })).outcome).toMatchObject({ ran: true, report: { completed: true } });
  install('exit 3');
  expect(await because({ silentWhenClean: true })).toMatch(/exit code 3/);
});

const withReport: ToolSpec['command'] = ({ reportFile }) => ({ args: ['scan', reportFile, '.'], report: 'file' });

test('an application that does not answer, or stops to, was not tested', async () => {
  const server = createServer((_, response) => response.end('hello'));
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const target = {
    files: 0,
    languages: new Map(),
    manifests: [],
    configurations: new Map(),
    webAddresses: [`http://127.0.0.1:${port}/`],
  };
  install(writes(report()));
  const scan = (): Promise<string> => because({ purposes: ['dast'], needs: [] }, { target, workTree: null });
  expect(await because({ purposes: ['dast'], command: withReport }, { target })).toBe('it ran');
  install(`${writes(report())}\n${process.execPath} -e 'fetch("http://127.0.0.1:${port}/stop")'; sleep 0.3`);
  server.on('request', () => server.close());
  server.on('request', () => server.closeAllConnections());
  expect(await scan()).toMatch(/stopped answering while it was scanned$/);
  expect(await scan()).toMatch(/^nothing answers at http/);
});

const sarifOf = (revisionId: string): string =>
  JSON.stringify({
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'Semgrep', version: '1.0.0' } },
        invocations: [{ executionSuccessful: true }],
        versionControlProvenance: [{ repositoryUri: 'https://example.org/shop', revisionId }],
        results: [],
      },
    ],
  });

test('a report about another commit is none of this one', async () => {
  install(writes(sarifOf('d'.repeat(40))));
  expect(await because({ format: 'sarif' })).toBe(
    'the report of Fake tool is about commit dddddddddddd, not the scanned one',
  );
  install(writes(sarifOf('c'.repeat(40))));
  expect(await because({ format: 'sarif' })).toBe('it ran');
});
