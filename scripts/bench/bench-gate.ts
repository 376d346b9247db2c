// SPDX-License-Identifier: Apache-2.0
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { compilePolicyText } from '@plumbline/cli/gate/load-policy';
import { digestOf } from '@plumbline/core/digest';
import type { Finding } from '@plumbline/core/findings/finding';
import { severities } from '@plumbline/core/findings/severity';
import { decide } from '@plumbline/policy/decision/decide';
import type { GateInput } from '@plumbline/policy/decision/gate-input';
import { buildSarif } from './build-sarif.ts';
import { type Measured, median, runMeasured } from './run-measured.ts';

const main = 'packages/cli/bundle/main.js';
/** What a well-known peer publishes for importing its own report of 13,000 findings again. */
const peerReimportMs = 25_800;

/** The decision alone over `count` findings, the command over a repository that has them, and import of a report again. */
export async function benchGate(count: number, runs: number): Promise<void> {
  await benchDecision(count, runs);
  const folder = await mkdtemp(join(tmpdir(), 'plumbline-bench-'));
  try {
    await benchCommand(folder, count, runs);
    await benchReimport(folder, 13_000, runs);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function benchDecision(count: number, runs: number): Promise<void> {
  const text = readFileSync('catalog/gate-policies/standard.yaml', 'utf8');
  const { policy } = await compilePolicyText({ text, from: 'standard' });
  const findings = Array.from({ length: count }, (_, index) => aFinding(index));
  const times: number[] = [];
  const floors: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    floors.push(timed(() => findings.filter(isSevereCode).length));
    times.push(timed(() => decide(inputOf(policy, findings))));
  }
  const [first = 0] = times;
  console.log(
    `decision over ${count} findings, ${policy.rules.length} rules: first ${first.toFixed(0)} ms, then ${median(times).toFixed(0)} ms (at most 300); one rule written by hand ${median(floors).toFixed(2)} ms`,
  );
}

function timed(work: () => unknown): number {
  const started = performance.now();
  work();
  return performance.now() - started;
}

const isSevereCode = ({ kind, severity }: Finding): boolean =>
  kind === 'code' && (severity === 'high' || severity === 'critical');

const kinds = ['code', 'secret', 'component', 'configuration'] as const;

/** No two alike in place and title; kinds, severities and ages as they come. */
function aFinding(index: number): Finding {
  const kind = kinds[index % kinds.length] ?? 'code';
  const severity = severities[index % severities.length] ?? 'low';
  const seenAt = new Date(Date.UTC(2026, index % 12, (index % 28) + 1)).toISOString();
  const path = `src/area-${index % 97}/file-${index}.ts`;
  return {
    id: `plf-${index.toString(16).padStart(24, '0')}`,
    otherIds: [],
    kind,
    title: `Values of kind ${index} reach a sink`,
    severity,
    severityFrom: { of: 'nobody' },
    cvss: [],
    vulnerabilities: kind === 'component' ? [`CVE-2026-${index}`] : [],
    weaknesses: ['CWE-79'],
    place: { path, startLine: (index % 500) + 1 },
    web: null,
    component: null,
    fixedVersions: [],
    exploit: { knownExploited: false, epss: (index % 100) / 1000 },
    vex: null,
    state: 'open',
    decision: null,
    firstSeenAt: seenAt,
    lastSeenAt: seenAt,
    fixedAt: null,
    reopenedAt: null,
    recognised: [],
    sightings: [
      {
        tool: 'a tool',
        toolVersion: '1',
        report: digestOf('report'),
        commit: null,
        seenAt,
        result: { kind, rule: `rule-${index % 200}`, title: 'a title', severity },
      },
    ],
    merges: [],
  };
}

function inputOf(policy: GateInput['policy'], findings: readonly Finding[]): GateInput {
  return {
    policy,
    origin: { id: 'gate-policy', digest: digestOf('policy'), from: 'standard' },
    subject: { uri: 'made', commit: 'c'.repeat(40), base: 'b'.repeat(40) },
    asOf: '2026-12-31T23:59:59Z',
    findings,
    newFindings: new Map(findings.map(({ id }, index) => [id, index % 10 === 0])),
    components: [],
    unseenComponents: [],
    verdicts: [],
    answers: [],
    change: { paths: findings.filter((_, index) => index % 10 === 0).flatMap(({ place }) => place?.path ?? []) },
    alters: [],
    exceptions: { base: [], change: [], verified: new Set() },
    runs: (['sast', 'sca', 'secret-scan', 'iac-scan'] as const).map((purpose) => ({
      tool: purpose,
      purposes: [purpose],
      ran: true,
      version: '1',
      results: findings.length,
      report: digestOf(purpose),
    })),
    nothingFor: new Set(),
    data: new Set(['osv', 'kev', 'epss']),
  };
}

const filesMax = 1000;

/** The whole command over a repository, of which `count` results are stored for the head and as many for the base. */
async function benchCommand(folder: string, count: number, runs: number): Promise<void> {
  const repository = join(folder, 'repository');
  mkdirSync(repository);
  const git = (...args: readonly string[]): string =>
    execFileSync('git', ['-c', 'user.name=Ada', '-c', 'user.email=ada@lantern.example', ...args], {
      cwd: repository,
      encoding: 'utf8',
    });
  const lines = Math.ceil(count / filesMax);
  const write = (index: number, text: string): void => {
    const path = join(repository, `src/area-${index % 37}/file-${index}.ts`);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(
      path,
      Array.from({ length: lines }, (_, line) => `  run(request.query.name${index}, ${line}); ${text}\n`).join(''),
    );
  };
  git('init', '--quiet', '--initial-branch=main');
  for (const [round, text] of ['', '// touched'].entries()) {
    for (let index = 0; index < (round === 0 ? filesMax : filesMax / 20); index += 1) write(index, text);
    git('add', '--all');
    git('commit', '--quiet', '--message=made');
    const report = join(folder, `report-${round}.sarif`);
    writeFileSync(report, JSON.stringify(reportOf(count, lines)));
    await runMeasured(process.execPath, [main, 'import', report, '--repo', repository, '--commit', 'HEAD']);
  }
  const gate = ['gate', repository, '--policy', 'starter', '--warn-only'];
  const measured: Measured[] = [];
  const floors: Measured[] = [];
  for (let run = 0; run < runs; run += 1) {
    floors.push(await runMeasured(process.execPath, [main, '--help']));
    measured.push(await runMeasured(process.execPath, [main, ...gate]));
  }
  const peak = Math.max(...measured.map(({ peakMiB }) => peakMiB ?? Number.NaN));
  console.log(
    `gate over ${count} stored findings, as many at the base: ${wall(measured).toFixed(0)} ms, of which start-up ${wall(floors).toFixed(0)} ms, peak ${peak.toFixed(0)} MiB`,
  );
}

const wall = (measured: readonly Measured[]): number => median(measured.map(({ wallMs }) => wallMs));

function reportOf(count: number, lines: number): object {
  const results = Array.from({ length: count }, (_, number) => {
    const [index, line] = [Math.floor(number / lines), (number % lines) + 1];
    const uri = `src/area-${index % 37}/file-${index}.ts`;
    return {
      ruleId: `rule-${number % 200}`,
      level: 'warning',
      message: { text: `This call depends on a user-provided value and reaches sink ${number}` },
      locations: [{ physicalLocation: { artifactLocation: { uri }, region: { startLine: line } } }],
    };
  });
  return { version: '2.1.0', runs: [{ tool: { driver: { name: 'CodeQL', version: '2.18.0' } }, results }] };
}

/** A report of `count` results, imported once and then again. */
async function benchReimport(folder: string, count: number, runs: number): Promise<void> {
  const report = join(folder, 'again.sarif');
  await buildSarif(report, count);
  const [first, again]: [Measured[], Measured[]] = [[], []];
  for (let run = 0; run < runs; run += 1) {
    const args = [
      main,
      'import',
      report,
      '--repo',
      join(folder, 'repository'),
      '--state',
      join(folder, `state-${run}`),
    ];
    first.push(await runMeasured(process.execPath, args));
    again.push(await runMeasured(process.execPath, args));
  }
  console.log(
    `import of ${count} results: ${wall(first).toFixed(0)} ms; the same again ${wall(again).toFixed(0)} ms, ${(peerReimportMs / wall(again)).toFixed(0)} times faster than ${peerReimportMs} ms (at least 50)`,
  );
}
