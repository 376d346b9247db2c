// SPDX-License-Identifier: Apache-2.0
import { appendFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { osv, useFolders } from '@plumbline/adapters/testing/feed-folders';
import { buildRepository, type BuiltRepository } from '@plumbline/adapters/testing/build-repository';
import type { AssessmentDocument } from '@plumbline/reports/json/assessment-document';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type CommandResult, plumbline } from './plumbline.ts';

// DESIGN §5, `plumbline feeds`: data that is old, missing or torn is never taken for silence.
const lock = JSON.stringify({
  name: 'x',
  lockfileVersion: 3,
  packages: {
    '': { dependencies: { a: '1.0.0', b: '1.0.0' } },
    'node_modules/a': { version: '1.0.0', resolved: 'https://example.com/a.tgz', integrity: 'sha512-AAAA' },
    'node_modules/b': { version: '1.0.0', resolved: 'https://example.com/b.tgz', integrity: 'sha512-AAAA' },
  },
});
const today = new Date().toISOString();
let repository: BuiltRepository;
beforeAll(() => {
  const files = { 'package.json': '{"name":"x","dependencies":{"a":"1.0.0","b":"1.0.0"}}', 'package-lock.json': lock };
  repository = buildRepository({ commits: [{ date: '2026-01-10T10:00:00Z', files }] });
});
afterAll(() => repository.remove());
const folderWith = useFolders();

const kev = JSON.stringify({ catalogVersion: '1', dateReleased: today, vulnerabilities: [{ cveID: 'CVE-2026-1000' }] });
const advisories: { readonly [name: string]: string } = {
  'a.json': osv({ aliases: ['CVE-2026-1000'], modified: today }),
  'z.json': osv({ id: 'MAL-2026-1', name: 'evil', modified: today }),
};

const run = (feeds: string, ...args: readonly string[]): Promise<CommandResult> =>
  plumbline(['feeds', ...args], { env: { PLUMBLINE_FEEDS: feeds } });

async function imported(files: { readonly [name: string]: string }): Promise<string> {
  const feeds = folderWith();
  const source = folderWith(files);
  expect(await run(feeds, 'import', source)).toMatchObject({ code: 0, stderr: '' });
  return feeds;
}

async function assessed(feeds: string): Promise<AssessmentDocument> {
  const { stdout, stderr } = await plumbline(['assess', repository.path, '--format', 'json', '--feeds', feeds]);
  expect(stderr).toBe('');
  return JSON.parse(stdout) as AssessmentDocument;
}

const answerTo = ({ verdicts }: AssessmentDocument, check: string): unknown =>
  verdicts.flatMap(({ answers }) => answers).find((answer) => answer.check === check);

test('without feeds: said so, and what rests on them is unknown', async () => {
  const feeds = folderWith();
  expect(await run(feeds, 'status')).toMatchObject({
    code: 0,
    stdout: expect.stringContaining('plumbline feeds sync') as string,
  });
  const document = await assessed(feeds);
  expect(answerTo(document, 'no-known-exploited-components')).toMatchObject({
    outcome: 'unknown',
    resolve: expect.stringContaining('plumbline feeds sync') as string,
  });
});

test('import, status, match and assess', async () => {
  const feeds = await imported({ ...advisories, 'kev.json': kev });
  const status = await run(feeds, 'status', '--format', 'json');
  expect(JSON.parse(status.stdout)).toMatchObject({
    schemaVersion: '1.0',
    folder: feeds,
    feeds: [
      { feed: 'kev', entries: 1, stale: false, intact: true, ageDays: 0 },
      {
        feed: 'osv',
        part: 'npm',
        entries: 2,
        stale: false,
        intact: true,
        digest: expect.stringMatching(/^sha256:[0-9a-f]{64}$/) as string,
      },
    ],
  });
  const match = await run(feeds, 'match', repository.path);
  expect(match).toMatchObject({ code: 0, stderr: '' });
  expect(match.stdout).toContain(
    'TEST-1  pkg:npm/a@1.0.0  EXPLOITED, fixed in 2.0.0 — 1.0.0 is in the range from the first version to before 2.0.0 (SEMVER)',
  );
  const document = await assessed(feeds);
  expect(answerTo(document, 'no-known-exploited-components')).toMatchObject({
    outcome: 'no',
    because: '1 known exploited: TEST-1 in pkg:npm/a@1.0.0',
  });
  expect(answerTo(document, 'no-malicious-components')).toMatchObject({ outcome: 'yes' });
});

test('old data is told with its age, and counts for nothing', async () => {
  const old = '2026-01-01T00:00:00Z';
  const feeds = await imported({ 'a.json': osv({ modified: old }), 'kev.json': kev });
  expect((await run(feeds, 'status')).stdout).toMatch(/osv +npm +1 +2026-01-01 +\d+ d +stale/);
  const answer = answerTo(await assessed(feeds), 'no-known-exploited-components');
  expect(answer).toMatchObject({ outcome: 'unknown', because: expect.stringContaining('is of 2026-01-01') as string });
});

test('torn data is told, and never silence', async () => {
  const feeds = await imported({ ...advisories, 'kev.json': kev });
  const index = readdirSync(feeds).find((name) => name.startsWith('osv-')) ?? '';
  appendFileSync(join(feeds, index), 'x');
  expect(await run(feeds, 'status')).toMatchObject({ code: 3, stdout: expect.stringContaining('DAMAGED') as string });
  expect(await run(feeds, 'match', repository.path)).toMatchObject({
    code: 3,
    stderr: expect.stringContaining('cut short') as string,
  });
  expect(answerTo(await assessed(feeds), 'no-known-exploited-components')).toMatchObject({ outcome: 'unknown' });
});

test('a bundle goes to another machine', async () => {
  const [feeds, other] = [await imported({ ...advisories, 'kev.json': kev }), folderWith()];
  const bundle = join(folderWith(), 'feeds.tar.gz');
  expect(await run(feeds, 'export', bundle)).toMatchObject({ code: 0 });
  expect(await run(other, 'import', bundle)).toMatchObject({ code: 0 });
  const [one, two] = await Promise.all(
    [feeds, other].map(async (folder) => (await run(folder, 'match', repository.path)).stdout),
  );
  expect(two).toBe(one);
});

test('names and reasons of records do nothing to a terminal', async () => {
  const feeds = await imported({
    'a.json': osv({ fixed: '2.0.0', aliases: [], modified: today }).replace('"TEST-1"', '"TEST-\\u001b[31m"'),
    ...advisories,
  });
  const { stdout, stderr } = await run(feeds, 'match', repository.path);
  expect(stdout + stderr).not.toContain('\u001b');
});

test.each([
  [['import', '/nowhere/at/all'], 2, 'no such file'],
  [['import', '/dev/null'], 2, 'neither a file nor a folder'],
  [['sync', '--ecosystem', 'toString'], 2, 'no ecosystem'],
  [['sync', '--only', 'news'], 2, 'no feed called news'],
  [['sync', '--from', 'http://example.com'], 2, 'only https'],
  [['export', '/nowhere/at/all.tar.gz'], 2, 'no feeds are kept'],
])('%j is refused with a reason', async (args, code, because) => {
  const result = await run(folderWith(), ...args);
  expect(result).toMatchObject({ code, stdout: '', stderr: expect.stringContaining(because) as string });
});

test('sync without a network says what could not be fetched, keeps what was there, and exits 3', async () => {
  const feeds = await imported({ ...advisories });
  const before = (await run(feeds, 'status', '--format', 'json')).stdout;
  const { code, stdout, stderr } = await run(feeds, 'sync', '--from', 'http://127.0.0.1:9', '--ecosystem', 'npm');
  expect(code).toBe(3);
  expect(stdout).toContain('osv npm                failed: cannot fetch: ');
  expect(stderr).toContain('plumbline feeds import FILE');
  expect((await run(feeds, 'status', '--format', 'json')).stdout).toBe(before);
});

test('CVE records weigh the findings about them: their vectors, and whether exploitation is active', async () => {
  const feeds = await imported({
    'cve.json': JSON.stringify({
      dataType: 'CVE_RECORD',
      dataVersion: '5.1',
      cveMetadata: { cveId: 'CVE-2026-1000', state: 'PUBLISHED', dateUpdated: today },
      containers: {
        cna: { metrics: [{ cvssV3_1: { vectorString: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H' } }] },
        adp: [{ metrics: [{ other: { type: 'ssvc', content: { options: [{ Exploitation: 'active' }] } } }] }],
      },
    }),
  });
  const found = { VulnerabilityID: 'CVE-2026-1000', PkgName: 'a', InstalledVersion: '1.0.0', Severity: 'LOW' };
  const results = [{ Target: 'package-lock.json', Class: 'lang-pkgs', Type: 'npm', Vulnerabilities: [found] }];
  const report = { SchemaVersion: 2, ArtifactName: '.', ArtifactType: 'filesystem', Results: results };
  const source = folderWith({ 'trivy.json': JSON.stringify(report) });
  const kept = ['--state', join(folderWith(), 'state')];
  const about = ['--repo', repository.path, '--commit', 'HEAD', ...kept];
  expect(await plumbline(['import', join(source, 'trivy.json'), ...about])).toMatchObject({ code: 0 });
  const textWith = async (folder: string): Promise<string> =>
    (await plumbline(['findings', repository.path, '--feeds', folder, ...kept])).stdout;
  expect(await textWith(feeds)).toMatch(/CRITICAL {2}1\n[^]*exploitation active \(SSVC\)/);
  expect(await textWith(folderWith())).toMatch(/LOW {2}1\n(?![^]*SSVC)/);
});
