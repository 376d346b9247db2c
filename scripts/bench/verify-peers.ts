// SPDX-License-Identifier: Apache-2.0
import { access, copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { median, runMeasured } from './run-measured.ts';

const main = 'packages/cli/bundle/main.js';
const root = fileURLToPath(new URL('../../catalog/trust/sigstore-public-good.json', import.meta.url));
const many = 100;

export type PeerInput = {
  /** A file and the bundle of the public instance over it. */
  readonly artifact: string;
  readonly bundle: string;
  readonly issuer: string;
  /** How the identity begins. */
  readonly subject: string;
};

/** The first place on PATH where a program lies; null: it is not installed. */
async function found(program: string): Promise<string | null> {
  for (const folder of (process.env['PATH'] ?? '').split(delimiter)) {
    const path = join(folder, program);
    const there = await access(path).then(
      () => true,
      () => false,
    );
    if (folder !== '' && there) return path;
  }
  return null;
}

/**
 * Whole processes that verify the same bundle offline against the same trusted root, in turn with cosign, where that is
 * installed; and one process of ours that verifies a hundred. slsa-verifier asks a server for its root each time that it starts.
 */
export async function benchVerifyPeers({ artifact, bundle, issuer, subject }: PeerInput, runs: number): Promise<void> {
  const cosign = await found('cosign');
  if (cosign === null) {
    console.log('verify, beside cosign: it is not on PATH');
    return;
  }
  const folder = await mkdtemp(join(tmpdir(), 'plumbline-bench-'));
  try {
    const trust = join(folder, 'trust.yaml');
    const signer = { name: 'workflow', sigstore: { issuer, subject: `${subject}**` } };
    await writeFile(
      trust,
      JSON.stringify({ signers: [signer], require: [{ name: 'signature', signers: ['workflow'] }] }),
    );
    const copies = Array.from({ length: many }, (_, index) => join(folder, `${index}.sigstore.json`));
    for (const copy of copies) await copyFile(bundle, copy);
    const ours = (bundles: readonly string[]): readonly string[] => [
      main,
      'verify',
      artifact,
      '--trust',
      trust,
      '--as-of',
      '2026-06-30',
      '--attestation',
      ...bundles,
    ];
    const identity = ['--certificate-identity-regexp', `^${subject}`, '--certificate-oidc-issuer', issuer];
    const theirs = ['verify-blob', '--bundle', bundle, '--trusted-root', root, ...identity, artifact];
    const walls: { readonly one: number[]; readonly peer: number[]; readonly all: number[] } = {
      one: [],
      peer: [],
      all: [],
    };
    for (let run = 0; run < runs; run += 1) {
      walls.one.push((await runMeasured(process.execPath, ours([bundle]))).wallMs);
      walls.peer.push((await runMeasured(cosign, theirs)).wallMs);
      walls.all.push((await runMeasured(process.execPath, ours(copies))).wallMs / many);
    }
    const [one, peer, all] = [median(walls.one), median(walls.peer), median(walls.all)];
    console.log(
      `verify, a process a bundle: ${one.toFixed(0)} ms, cosign ${peer.toFixed(0)} ms, ratio ${(one / peer).toFixed(2)}; ${many} bundles in one process: ${all.toFixed(1)} ms each, ratio ${(all / peer).toFixed(2)} (at most 1.0)`,
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
