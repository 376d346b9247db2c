// SPDX-License-Identifier: Apache-2.0
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { useFolders } from '@plumbline/adapters/testing/feed-folders';
import { git } from '@plumbline/adapters/testing/use-repositories';
import type { GateAttack } from '@plumbline/core/state/gate-result-entry';
import { expect, test } from 'vitest';
import { plumbline } from '../scenarios/plumbline.ts';

// PO.4.1: a proof that goes on to hold when a rule is taken out of the policy proves nothing.
const newFolder = useFolders();
const policies = 'catalog/gate-policies';
const timeoutMs = 280_000;

/** A release that a record names one by one. */
const advisory = (id: string, name: string, aliases: readonly string[] = []): string =>
  JSON.stringify({
    id,
    modified: new Date().toISOString(),
    aliases,
    affected: [{ package: { ecosystem: 'npm', name }, versions: ['1.0.0'] }],
  });

async function feeds(): Promise<string> {
  const folder = newFolder();
  const day = new Date().toISOString();
  const source = newFolder({
    'a.json': advisory('MAL-2026-1', 'quite-evil'),
    'b.json': advisory('GHSA-aaaa-bbbb-cccc', 'quite-holey', ['CVE-2026-1000']),
    'kev.json': JSON.stringify({
      catalogVersion: '1',
      dateReleased: day,
      vulnerabilities: [{ cveID: 'CVE-2026-1000' }],
    }),
    'epss.csv': `#model_version:v2025.03.14,score_date:${day}\ncve,epss,percentile\nCVE-2026-1000,0.5,0.9\n`,
  });
  const { code, stderr } = await plumbline(['feeds', 'import', source, '--feeds', folder]);
  if (code !== 0) throw new Error(stderr);
  return folder;
}

type Proof = { readonly proved: boolean; readonly missing: readonly string[]; readonly attacks: readonly GateAttack[] };

async function prove(policy: string): Promise<{ readonly code: number | null; readonly proof: Proof }> {
  const folder = newFolder({ 'app.js': 'console.log(1);\n' });
  git(folder, 'init', '--quiet', '--initial-branch=main');
  git(folder, 'add', '--all');
  git(folder, 'commit', '--quiet', '--message=base');
  const args = ['gate', 'prove', '.', '--policy', policy, '--feeds', await feeds(), '--format', 'json'];
  const { code, stdout, stderr } = await plumbline(args, { cwd: folder, timeoutMs });
  if (stdout === '') throw new Error(stderr);
  return { code, proof: JSON.parse(stdout) as Proof };
}

/** A built-in policy without one of its rules, in a folder outside of the repository, with or without its tests. */
function without(name: string, rule: string, withTests: boolean): string {
  const text = readFileSync(`${policies}/${name}.yaml`, 'utf8');
  const [head = '', ...rules] = text.split(/^(?= {2}- id: )/mu);
  const left = rules.filter((one) => !one.startsWith(`  - id: ${rule}\n`));
  expect(left).toHaveLength(rules.length - 1);
  const folder = newFolder();
  writeFileSync(join(folder, 'gate-policy.yaml'), [head, ...left].join(''));
  if (withTests) copyFileSync(`${policies}/${name}.test.yaml`, join(folder, 'gate-policy.test.yaml'));
  return join(folder, 'gate-policy.yaml');
}

test.each(['starter', 'standard'])('%s: every attack is stopped, and what does no harm passes', async (policy) => {
  const { code, proof } = await prove(policy);
  expect(proof).toMatchObject({ proved: true, missing: [] });
  expect(proof.attacks).toHaveLength(5);
  expect(code).toBe(0);
});

test.each([
  ['no-new-secret', /secret/],
  ['no-new-severe-code', /src\//],
  ['no-malicious-component', /MAL-2026-1/],
  ['no-known-exploited-component', /GHSA-aaaa-bbbb-cccc/],
])('without %s its attack gets through', async (rule, attack) => {
  const { code, proof } = await prove(without('starter', rule, false));
  expect([code, proof.proved]).toEqual([1, false]);
  expect(proof.attacks.filter(({ blocked }) => !blocked).map((one) => one.attack)).toEqual([
    expect.stringMatching(attack),
  ]);
});

test.each(['no-new-vulnerable-component', 'actions-pinned'])(
  'without %s the tests of the policy fail',
  async (rule) => {
    const { code, proof } = await prove(without('starter', rule, true));
    expect([code, proof.proved]).toEqual([1, false]);
    expect(proof.attacks.find(({ blocked }) => !blocked)?.because).toContain(`there is no rule '${rule}'`);
  },
);
