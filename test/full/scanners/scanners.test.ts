// SPDX-License-Identifier: Apache-2.0
import { existsSync, mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { allScanners } from '@plumbline/adapters/generated/scanners';
import type { ToolResult } from '@plumbline/core/findings/tool-result';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { plumbline, type CommandResult } from '../../scenarios/plumbline.ts';
import { installTools } from './install-tools.ts';
import { notInstalled, pinnedTools } from './pinned-tools.ts';
import { vulnerabilityDatabase } from './vulnerability-database.ts';
import { semgrepRules, vulnerableRepository, type VulnerableRepository } from './vulnerable-repository.ts';
import { vulnerableServer } from './vulnerable-server.ts';

type ScanDocument = {
  readonly subject: { readonly commit: string };
  readonly tools: readonly {
    readonly id: string;
    readonly state: string;
    readonly because: string;
    readonly version?: string;
    readonly runs?: readonly { readonly completed: boolean; readonly problems: readonly string[] }[];
  }[];
  readonly results: readonly (ToolResult & { readonly scanner: string })[];
};

let tools: string;
let folder: string;
let rules: readonly string[];
beforeAll(async () => {
  tools = await installTools();
  folder = mkdtempSync(join(realpathSync(tmpdir()), 'plumbline-full-'));
  rules = ['--rules', `semgrep=${semgrepRules}`, `osv-scanner=${vulnerabilityDatabase(join(folder, 'osv'))}`];
}, 1_500_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const timeoutMs = 280_000;

const run = (...args: readonly string[]): Promise<CommandResult> =>
  plumbline(['scan', ...args], { env: { PLUMBLINE_TOOLS: tools }, timeoutMs });

async function scan(...args: readonly string[]): Promise<ScanDocument> {
  const { stdout, stderr, code } = await run(...args, '--format', 'json');
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return JSON.parse(stdout) as ScanDocument;
}

/** `rule path` of what a scanner reported. */
const found = ({ results }: ScanDocument, scanner: string): readonly string[] =>
  results
    .filter((result) => result.scanner === scanner)
    .map(({ rule, places, component }) => `${rule} ${places?.[0]?.path ?? component?.path ?? ''}`);

/** Those that look at files; together with the ones that need an address or the network, all that are pinned. */
const ofFiles = pinnedTools.map(({ scanner }) => scanner).filter((id) => id !== 'wapiti' && id !== 'pip-audit');

/** One thing that each of them has to see in the vulnerable project. */
const expectations: readonly (readonly [scanner: string, seen: string])[] = [
  ['bandit', 'B602 app/server.py'],
  ['checkov', 'CKV_AWS_20 infra/main.tf'],
  ['checkov', 'CKV_DOCKER_1 Dockerfile'],
  ['detect-secrets', 'GitHub Token deploy/token.py'],
  ['gitleaks', 'github-pat deploy/token.py'],
  ['gosec', 'G401 tools/main.go'],
  ['hadolint', 'DL3007 Dockerfile'],
  ['njsscan', 'eval_nodejs shop/index.js'],
  ['osv-scanner', 'GHSA-test-npm0-0001 shop/package-lock.json'],
  ['osv-scanner', 'PYSEC-2026-1 requirements.txt'],
  ['semgrep', 'python-shell app/server.py'],
  ['zizmor', 'template-injection .github/workflows/ci.yml'],
];

test('every external scanner is run here, or is named with the reason why it cannot be', () => {
  const external = allScanners.filter(({ embedded }) => !embedded).map(({ id }) => id);
  const known = [...pinnedTools.map(({ scanner }) => scanner), ...Object.keys(notInstalled)];
  expect(known.sort()).toEqual([...external].sort());
  expect(new Set(expectations.map(([scanner]) => scanner))).toEqual(new Set(ofFiles));
});

describe('a vulnerable project', () => {
  let repository: VulnerableRepository;
  let document: ScanDocument;
  let sarif: string;
  beforeAll(async () => {
    repository = vulnerableRepository();
    sarif = join(folder, 'all.sarif');
    document = await scan(repository.path, '--offline', '--with', ofFiles.join(','), '--sarif', sarif, ...rules);
  }, timeoutMs);
  afterAll(() => repository.remove());

  test.each(expectations)('%s sees %s', (scanner, seen) => {
    expect(found(document, scanner)).toContain(seen);
  });

  test('every tool ran to its end, at a version that it says itself', () => {
    const states = document.tools.filter(({ id }) => ofFiles.includes(id));
    expect(
      states.map(({ id, state, version, runs }) => [
        id,
        state,
        /^\d+\.\d+/.test(version ?? ''),
        runs?.map(({ problems }) => problems),
      ]),
    ).toEqual(states.map(({ id }) => [id, 'ran', true, [[]]]));
    expect(states.length).toBe(ofFiles.length);
  });

  test('every path is one of the tree', () => {
    const paths = document.results.flatMap(({ places, component }) => [
      ...(places ?? []).map(({ path }) => path),
      ...(component?.path ?? []),
    ]);
    const here = paths.filter((path) => path.length > 1 && !existsSync(join(repository.path, path)));
    expect(here).toEqual([]);
  });

  test.each(['bandit', 'semgrep'])('what a comment silences for %s is reported as suppressed', (scanner) => {
    const silenced = document.results.filter((result) => result.scanner === scanner && result.suppressed !== undefined);
    expect(silenced.map(({ places, suppressed }) => [places?.[0]?.startLine, suppressed?.where])).toEqual([
      [40, 'source'],
    ]);
  });

  test('no secret is in what is written', () => {
    expect(JSON.stringify(document)).not.toContain(repository.secret);
    expect(readFileSync(sarif, 'utf8')).not.toContain(repository.secret);
  });

  test('its SARIF answers the checks', async () => {
    const args = ['assess', repository.path, '--format', 'json', '--offline', '--evidence', sarif];
    const { stdout } = await plumbline(args, { timeoutMs });
    const { verdicts } = JSON.parse(stdout) as {
      readonly verdicts: readonly {
        readonly answers: readonly { readonly check: string; readonly outcome: string }[];
      }[];
    };
    const answers = new Map(
      verdicts.flatMap((verdict) => verdict.answers.map(({ check, outcome }) => [check, outcome])),
    );
    expect(answers.get('no-secrets-in-history')).toBe('no');
    expect(answers.get('configuration-hardened')).toBe('no');
    expect(answers.get('unsafe-constructs-absent-or-decided')).toBe('no');
    expect(answers.get('components-without-known-vulnerabilities')).toBe('no');
  });
});

test('a secret that is gone from the files is found in the history, where asked for', async () => {
  const repository = vulnerableRepository({ '.gitattributes': '*.py -diff\n' });
  const only = ['--offline', '--with', 'gitleaks', '--without', ofFiles.filter((id) => id !== 'gitleaks').join(',')];
  expect(found(await scan(repository.path, ...only), 'gitleaks')).toEqual(['github-pat deploy/token.py']);
  const history = found(await scan(repository.path, '--history', ...only), 'gitleaks');
  expect(new Set(history)).toEqual(new Set(['github-pat deploy/old.py', 'github-pat deploy/token.py']));
  repository.remove();
});

test('a repository cannot switch off its own scanners, nor make them run its code', async () => {
  const marker = join(folder, 'pwned');
  const python = `open(${JSON.stringify(marker)}, "w")\n`;
  const repository = vulnerableRepository({
    '.semgrepignore': '*\n',
    '.semgrep.yml': 'rules: []\n',
    '.bandit': '[bandit]\nskips: B602,B608\nexclude: /app\n',
    'setup.cfg': '[bandit]\nskips: B602\nexclude: app\n',
    'pyproject.toml': '[tool.bandit]\nexclude_dirs = ["app"]\nskips = ["B602"]\n',
    '.gitleaks.toml': '[allowlist]\npaths = [".*"]\n',
    '.gitleaksignore': 'deploy/token.py:github-pat:1\n',
    '.checkov.yaml': 'skip-path: [infra]\nexternal-checks-dir: [checks]\nskip-check: [CKV_AWS_20]\n',
    'checks/__init__.py': python,
    'checks/evil.py': python,
    'sitecustomize.py': python,
    'bandit.py': python,
    '.hadolint.yaml': 'ignored: [DL3007]\n',
    '.github/zizmor.yml': 'rules:\n  template-injection:\n    disable: true\n',
    '.njsscan': '---\n- ignore-filenames:\n  - index.js\n',
    'osv-scanner.toml': '[[IgnoredVulns]]\nid = "GHSA-test-npm0-0001"\n',
    'shop/osv-scanner.toml': '[[IgnoredVulns]]\nid = "GHSA-test-npm0-0001"\n',
    '.gitignore': '*\n',
    '.ignore': '*\n',
    '.secrets.baseline': '{}',
    '.pre-commit-config.yaml': 'repos: []\n',
    'tools/go.work': 'go 1.22\ntoolchain go9.9.9\nuse .\n',
    'shop/.npmrc': 'ignore-scripts=false\n',
    'shop/node_modules/.bin/semgrep': { executable: `#!/bin/sh\ntouch ${marker}\n` },
    '--config': 'a name like an option\n',
    '-exclude.py': 'import subprocess\nsubprocess.call("id", shell=True)\n',
    'a b\u202Eyp.py': 'import subprocess\nsubprocess.call("id", shell=True)\n',
    'escape/\u00e9 $(touch pwned).py': 'import subprocess\nsubprocess.call("id", shell=True)\n',
  });
  const document = await scan(repository.path, '--offline', '--with', ofFiles.join(','), ...rules);
  for (const [scanner, seen] of expectations) expect(found(document, scanner)).toContain(seen);
  expect(found(document, 'bandit')).toContain('B602 -exclude.py');
  expect(existsSync(marker)).toBe(false);
  const text = await run(
    repository.path,
    '--offline',
    '--with',
    'bandit',
    '--verbose',
    '--without',
    'checkov,semgrep,gosec',
  );
  expect(text.stdout).toContain('⟨U+202E⟩');
  // oxlint-disable-next-line no-control-regex -- none of these may come through
  expect(text.stdout).not.toMatch(/[\u0000-\u0008\u000B-\u001F\u007F\u202E]/u);
  repository.remove();
}, 600_000);

test('a tool in the scanned folder is not run, and says so', async () => {
  const marker = join(folder, 'own-tool');
  const repository = vulnerableRepository({ 'bin/nuclei': { executable: `#!/bin/sh\ntouch ${marker}\n` } });
  const args = [
    'scan',
    repository.path,
    '--url',
    'http://127.0.0.1:9/',
    '--with',
    'nuclei',
    '--plan',
    '--format',
    'json',
  ];
  const { stdout, code } = await plumbline(args, { env: { PLUMBLINE_TOOLS: join(repository.path, 'bin') }, timeoutMs });
  const tool = (JSON.parse(stdout) as ScanDocument).tools.find(({ id }) => id === 'nuclei');
  expect(tool).toMatchObject({
    state: 'missing',
    because: expect.stringContaining('inside of what is scanned') as string,
  });
  expect(code).toBe(3);
  expect(existsSync(marker)).toBe(false);
  repository.remove();
});

test('a running application is attacked where the user names it, and not otherwise', async () => {
  const repository = vulnerableRepository();
  const server = await vulnerableServer();
  const others = ofFiles.join(',');
  const planned = await scan(repository.path, '--plan', '--without', others);
  expect(planned.tools.find(({ id }) => id === 'wapiti')?.state).toBe('not-applicable');
  const document = await scan(
    repository.path,
    '--url',
    server.address,
    '--with',
    'wapiti',
    '--without',
    `${others},pip-audit`,
  );
  const titles = document.results
    .filter(({ scanner }) => scanner === 'wapiti')
    .map(({ rule, web }) => `${rule} ${web?.url ?? ''}`);
  expect(titles).toContain(`Reflected Cross Site Scripting ${server.address}hello`);
  server.close();
  repository.remove();
}, 600_000);

test('what pip-audit could not look up makes its run incomplete, never clean', async () => {
  const repository = vulnerableRepository();
  const args = [repository.path, '--with', 'pip-audit', '--without', ofFiles.join(','), '--format', 'json'];
  const { stdout } = await run(...args);
  const document = JSON.parse(stdout) as ScanDocument;
  const tool = document.tools.find(({ id }) => id === 'pip-audit');
  const known = found(document, 'pip-audit').length > 0;
  const complete = tool?.state === 'ran' && tool.runs?.every(({ completed }) => completed) === true;
  expect(known || !complete).toBe(true);
  repository.remove();
});
