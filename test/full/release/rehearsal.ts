// SPDX-License-Identifier: Apache-2.0
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { git as gitIn } from '../../pipeline/small-project.ts';
import { type Environment, programFolder, runScript, type ScriptResult } from '../../pipeline/run-script.ts';
import { plumbline } from '../../scenarios/plumbline.ts';
import { makeSoftToken, type SoftToken } from '../signing/soft-token.ts';

/** A checkout of the current commit that can be released, and what an outsider has: the trust policy and a key. */
export type Rehearsal = {
  readonly folder: string;
  readonly checkout: string;
  readonly version: string;
  /** The published policy, and beside it the public key of a throwaway token. */
  readonly trust: string;
  /** Runs `npm run release` in the checkout. */
  readonly release: (args: readonly string[], env?: Environment) => Promise<ScriptResult>;
  readonly signing: readonly string[];
};

/** It fetches from the registry that is set up here, as the machine of a maintainer does. */
const inherited = Object.fromEntries(
  Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const])),
);
const timeoutMs = 580_000;

/** Prepares a release of the current commit, tagged by its version, signed by a key in a token that nobody else has. */
export async function prepareRehearsal(folder: string): Promise<Rehearsal> {
  const checkout = join(folder, 'checkout');
  execFileSync('git', ['clone', '--quiet', '--no-hardlinks', resolve('.'), checkout], { stdio: 'pipe' });
  // What is built has an address, as everywhere but on the machine of a test.
  gitIn(checkout, 'remote', 'set-url', 'origin', 'https://example.com/plumbline.git');
  // A commit of its own on top: the gate compares with the one before, and a runner may have the last commit only.
  gitIn(checkout, 'commit', '--quiet', '--allow-empty', '--message', 'Release');
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { readonly version: string };
  signTag(folder, checkout, `v${version}`);
  const token = makeSoftToken(folder, { release: 'EC:prime256v1' });
  const signing = token.options('release');
  const trust = await trustIn(folder, checkout, token);
  const usual = {
    ...inherited,
    ...token.env,
    PLUMBLINE_PIN: token.pin,
    PLUMBLINE_HOME: programFolder(join(folder, 'program')),
    PLUMBLINE_OFFLINE: 'true',
  };
  const release: Rehearsal['release'] = (args, env = {}) =>
    runScript(['npm', '--silent', 'run', 'release', '--', ...args], checkout, { ...usual, ...env }, timeoutMs);
  return { folder, checkout, version, trust, release, signing };
}

/** As a maintainer does: `git tag -s`, here with a key of SSH. */
function signTag(folder: string, checkout: string, tag: string): void {
  const key = join(folder, 'maintainer');
  execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', key]);
  const signed = ['-c', 'gpg.format=ssh', '-c', `user.signingkey=${key}.pub`, 'tag', '-s', '-m', tag, tag];
  gitIn(checkout, ...signed);
}

/** The policy of the repository, with the key of the token where the project's own will lie. */
async function trustIn(folder: string, checkout: string, token: SoftToken): Promise<string> {
  const any = join(folder, 'any');
  writeFileSync(any, 'any');
  const args = ['sign', any, ...token.options('release'), '--format', 'json'];
  const { stdout } = await plumbline(args, { env: { ...token.env, PLUMBLINE_PIN: token.pin } });
  const { key } = JSON.parse(stdout) as { readonly key: { readonly publicKey: string } };
  writeFileSync(join(folder, 'release.pub'), key.publicKey);
  const trust = join(folder, 'trust-policy.yaml');
  writeFileSync(trust, readFileSync(join(checkout, 'security', 'trust-policy.yaml')));
  return trust;
}
