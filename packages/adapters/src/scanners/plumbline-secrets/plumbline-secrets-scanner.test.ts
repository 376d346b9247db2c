// SPDX-License-Identifier: Apache-2.0
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { RepositorySnapshot } from '@plumbline/core/collecting/repository-snapshot';
import { describe, expect, it } from 'vitest';
import { memorySnapshot } from '../../testing/memory-snapshot.ts';
import { git, useRepositories } from '../../testing/use-repositories.ts';
import { scanRepository } from '../testing/scan-input.ts';
import { plumblineSecretsScanner } from './plumbline-secrets-scanner.ts';
import { createDraw, randomText } from './testing/random-text.ts';

const repositories = useRepositories();
const scanner = plumblineSecretsScanner;
const stripe = (seed: number): string => randomText('sk_live_[A-Za-z0-9]{40}', createDraw(seed));

const readNothing: RepositorySnapshot['read'] = (paths, visit) => {
  for (const path of paths) visit(path, { state: 'unread', because: 'its object is corrupted' });
  return Promise.resolve();
};

describe('the tree', () => {
  it('tells where a secret stands, and never the secret', async () => {
    const secret = stripe(1);
    const { results, report, plan } = await scanRepository(
      scanner,
      memorySnapshot({ 'src/pay.ts': `\nconst key = '${secret}';\n`, 'README.md': 'nothing' }),
    );
    expect(plan).toEqual({ state: 'applies', because: '2 files, any of which can hold a secret' });
    expect(report).toMatchObject({ completed: true, toolVersion: '1.0.0', purposes: ['secret-scan'], problems: [] });
    expect(report.rules).toBeGreaterThan(60);
    expect(report.rulesDigest).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect(results).toMatchObject([
      {
        kind: 'secret',
        rule: 'stripe-secret-key',
        severity: 'critical',
        confidence: 'high',
        weaknesses: ['CWE-798'],
        places: [{ path: 'src/pay.ts', startLine: 2 }],
      },
    ]);
    expect(results[0]?.fingerprints).toHaveProperty(['plumbline-secret/v1']);
    expect(JSON.stringify([results, report])).not.toContain(secret.slice(4));
  });

  it('knows a secret again in another place, and gives no hash of what can be guessed', async () => {
    const line = `key = '${stripe(2)}'\n`;
    const password = 'password = "hx7Kq2Lm9Zp4"\n';
    const { results } = await scanRepository(
      scanner,
      memorySnapshot({ 'a.py': line, 'b/c.py': `\n${line}`, 'd.py': password }),
    );
    const [first, second, third] = results;
    expect(first?.fingerprints).toEqual(second?.fingerprints);
    expect(third).toMatchObject({ rule: 'assigned-secret', confidence: 'low' });
    expect(third).not.toHaveProperty('fingerprints');
  });

  it('reports what a comment allows as suppressed, with its reason; without one, as it is', async () => {
    const secret = stripe(3);
    const { results } = await scanRepository(
      scanner,
      memorySnapshot({
        'a.ts': `const a = '${secret}'; // plumbline:allow-secret revoked in 2024, kept for the test\n`,
        'b.ts': `// plumbline:allow-secret published by its maker\nconst b = '${secret}';\n`,
        'c.ts': `const c = '${secret}'; // plumbline:allow-secret\n`,
      }),
    );
    expect(results.map(({ suppressed }) => suppressed)).toEqual([
      { where: 'source', reason: 'revoked in 2024, kept for the test' },
      { where: 'source', reason: 'published by its maker' },
      undefined,
    ]);
  });

  it('thinks little of what stands in tests and documents', async () => {
    const { results } = await scanRepository(scanner, memorySnapshot({ 'tests/a.py': `key = '${stripe(4)}'\n` }));
    expect(results).toMatchObject([{ severity: 'low', confidence: 'low' }]);
  });

  it('is not complete when a file could not be read', async () => {
    const snapshot = memorySnapshot({ 'a.ts': 'x' }, { read: readNothing });
    const { report } = await scanRepository(scanner, snapshot);
    expect(report).toMatchObject({ completed: false, problems: ['a.ts was not read: its object is corrupted'] });
  });
});

describe('the history', () => {
  it('finds what was removed, with the commit that added it, and tells what is still there once', async () => {
    const [gone, kept] = [stripe(5), stripe(6)];
    const built = repositories.build({
      commits: [
        {
          name: 'first',
          files: { 'a.ts': `const a = 1;\nconst key = '${gone}';\n`, 'b.ts': `const b = '${kept}';\n` },
        },
        { files: { 'a.ts': 'const a = 1;\n' } },
      ],
    });
    const { snapshot, gitDirectory } = await repositories.open(built.path);
    const { results, report } = await scanRepository(scanner, snapshot, { gitDirectory });
    expect(report.completed).toBe(true);
    expect(results.map(({ places }) => places?.[0])).toEqual([
      { path: 'b.ts', startLine: 1 },
      { path: 'a.ts', startLine: 2 },
    ]);
    expect(results[1]?.message).toContain(`added by commit ${built.commits['first']?.slice(0, 12)}`);
  });

  it('sees what only a merge brought, odd names, and what attributes would hide', async () => {
    const [merged, hidden, odd] = [stripe(7), stripe(8), stripe(9)];
    const built = repositories.build({
      commits: [
        { name: 'base', files: { 'a.ts': '1\n', '.gitattributes': '*.key -diff\n', 'x.key': `${hidden}\n` } },
        { name: 'left', parents: ['base'], files: { 'l.ts': '1\n', 'x.key': 'gone\n' } },
        { name: 'right', parents: ['base'], files: { 'r.ts': '1\n', 'x.key': 'gone\n', 'ö "quoted".ts': `${odd}\n` } },
        {
          parents: ['left', 'right'],
          files: { 'r.ts': '1\n', 'ö "quoted".ts': 'gone\n', 'a.ts': `1\nkey = '${merged}'\n` },
        },
        { files: { 'a.ts': '1\n' } },
      ],
    });
    const { snapshot, gitDirectory } = await repositories.open(built.path);
    const { results } = await scanRepository(scanner, snapshot, { gitDirectory });
    expect(results.map(({ places }) => `${places?.[0].path}:${places?.[0].startLine}`).sort()).toEqual([
      'a.ts:2',
      'x.key:1',
      'ö "quoted".ts:1',
    ]);
  });

  it('takes no added line for a header', async () => {
    const secret = stripe(10);
    const forged = `++ b/other.ts\n@@ -1 +1 @@\ncommit ${'0'.repeat(40)}\nkey = '${secret}'\n`;
    const built = repositories.build({ commits: [{ files: { 'real.ts': forged } }, { files: { 'real.ts': '' } }] });
    const { snapshot, gitDirectory } = await repositories.open(built.path);
    const { results } = await scanRepository(scanner, snapshot, { gitDirectory });
    expect(results.map(({ places }) => places?.[0])).toEqual([{ path: 'real.ts', startLine: 4 }]);
  });

  it('says that it is incomplete when an object is missing', async () => {
    const built = repositories.build({ commits: [{ files: { 'a.ts': 'one\n' } }, { files: { 'a.ts': 'two\n' } }] });
    const blob = git(built.path, 'rev-parse', 'HEAD~1:a.ts');
    rmSync(join(built.gitDirectory, 'objects', blob.slice(0, 2), blob.slice(2)));
    const { snapshot, gitDirectory } = await repositories.open(built.path);
    const { report } = await scanRepository(scanner, snapshot, { gitDirectory });
    expect(report.completed).toBe(false);
    expect(report.problems.join()).toContain('history incomplete');
  });
});
