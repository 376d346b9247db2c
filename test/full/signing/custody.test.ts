// SPDX-License-Identifier: Apache-2.0
import { execFileSync } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { plumbline } from '../../scenarios/plumbline.ts';
import { makeSoftToken, type SoftToken } from './soft-token.ts';

let folder: string;
let project: string;
let token: SoftToken;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'plumbline-custody-'));
  token = makeSoftToken(folder, { made: 'EC:prime256v1' });
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  writeFileSync(join(folder, 'brought.pem'), privateKey.export({ type: 'pkcs8', format: 'pem' }));
  token.importKey('brought', '07', join(folder, 'brought.pem'));
  project = join(folder, 'project');
  mkdirSync(project);
  writeFileSync(join(project, 'lantern.tar'), 'lantern\n');
  const git = (...args: readonly string[]): unknown =>
    execFileSync('git', ['-c', 'user.name=us', '-c', 'user.email=us@example.com', ...args], { cwd: project });
  git('init', '--quiet');
  git('add', 'lantern.tar');
  git('commit', '--quiet', '-m', 'A lantern');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function sign(label: string, ...more: readonly string[]): Promise<string> {
  const args = ['sign', 'lantern.tar', ...token.options(label), ...more];
  const env = { ...token.env, PLUMBLINE_PIN: token.pin };
  const { code, stdout, stderr } = await plumbline(args, { cwd: project, env });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return stdout;
}

test('the token says that a key was made in it, and that another one was brought', async () => {
  const custody = async (label: string): Promise<unknown> =>
    (JSON.parse(await sign(label, '--format', 'json')) as { readonly custody: unknown }).custody;
  expect(await custody('made')).toMatchObject({
    kind: 'token',
    model: 'SoftHSM v2',
    attributes: { sensitive: true, alwaysSensitive: true, neverExtractable: true, local: true, hardware: false },
  });
  expect(await custody('brought')).toMatchObject({
    attributes: { local: false, neverExtractable: false, hardware: false },
  });
  expect(await sign('made')).toContain('made in the token, never extractable, a token in software');
  expect(await sign('brought')).toContain('NOT made in the token, NOT always unextractable');
});

test('what was signed in a project with state is evidence: a token in software is no hardware', async () => {
  expect(await sign('made')).not.toContain('recorded in');
  mkdirSync(join(project, '.plumbline'));
  expect(await sign('made')).toContain('recorded in');
  const { stdout } = await plumbline(['assess', '.', '--offline', '--profile', 'high', '--format', 'json'], {
    cwd: project,
  });
  type Answer = { readonly check: string; readonly outcome: string; readonly because: string };
  const { verdicts } = JSON.parse(stdout) as {
    readonly verdicts: readonly { readonly task: string; readonly answers: readonly Answer[] }[];
  };
  const answers = verdicts.find(({ task }) => task === 'PS.2.1')?.answers ?? [];
  expect(answers.find(({ check }) => check === 'signing-keys-in-hardware')).toMatchObject({
    outcome: 'no',
    because: expect.stringContaining('in a token in software'),
  });
});
