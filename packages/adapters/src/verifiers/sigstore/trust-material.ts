// SPDX-License-Identifier: Apache-2.0
import { createPublicKey } from 'node:crypto';
import { TrustedRoot } from '@sigstore/protobuf-specs';
import { writtenOnce } from './written-once.ts';
import { toTrustMaterial, type TrustMaterial } from '@sigstore/verify';

export type LoadedRoot =
  | { readonly state: 'loaded'; readonly material: TrustMaterial }
  | { readonly state: 'failed'; readonly because: string };

const rootsMax = 64;
const loaded = new Map<string, LoadedRoot>();

/**
 * What a trusted root trusts, and with `publicKey` that key too. A text is taken apart once. Every log and authority has to say
 * since when it counts: a missing beginning would otherwise stand for "always".
 */
export function trustMaterial(root: string, publicKey: string | null = null): LoadedRoot {
  const known = loaded.get(root) ?? load(root);
  if (loaded.size >= rootsMax) loaded.clear();
  loaded.set(root, known);
  if (known.state === 'failed' || publicKey === null) return known;
  const key = createPublicKey(publicKey);
  // When a key counts is judged apart, by the periods of the trust policy.
  const finder = { publicKey: key, validFor: () => true };
  return { state: 'loaded', material: { ...known.material, publicKey: () => finder } };
}

function load(root: string): LoadedRoot {
  try {
    const value: unknown = JSON.parse(root);
    const trusted = TrustedRoot.fromJSON(value);
    const periods = [
      ...[...trusted.tlogs, ...trusted.ctlogs].map(({ publicKey }) => publicKey?.validFor),
      ...[...trusted.certificateAuthorities, ...trusted.timestampAuthorities].map(({ validFor }) => validFor),
    ];
    if (periods.some((period) => period?.start === undefined))
      return { state: 'failed', because: 'a log or authority of the trusted root does not say since when it counts' };
    const material = toTrustMaterial(trusted);
    for (const { certChain } of [...material.certificateAuthorities, ...material.timestampAuthorities])
      for (const certificate of certChain) writtenOnce(certificate);
    return { state: 'loaded', material };
  } catch (error) {
    return { state: 'failed', because: `the trusted root cannot be read: ${messageOf(error)}` };
  }
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error)).slice(0, 200);
