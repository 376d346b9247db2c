// SPDX-License-Identifier: Apache-2.0
import type { LockedTree } from '@plumbline/core/sbom/locked-tree';
import { collectorInput } from '../../../testing/collector-input.ts';
import { readLockedTree } from '../read-locked-tree.ts';

export type Files = { readonly [path: string]: string };

/** A tree of lockfiles and what is to be read of it, as `graphLines` writes it. */
export type GraphCase = readonly [name: string, files: Files, expected: readonly string[]];

export const json = (value: unknown): string => JSON.stringify(value);
export const lines = (...all: readonly string[]): string => `${all.join('\n')}\n`;
export const hex: string = 'ab'.repeat(32);
export const sri: string = `sha512-${Buffer.from('cd'.repeat(64), 'hex').toString('base64')}`;

export function lockedTree(files: Files): Promise<LockedTree> {
  const { repository, signal } = collectorInput(files);
  return readLockedTree({ repository, signal });
}

/** `purl scope license hashes -> purls`, and the roots in front. */
export async function graphLines(files: Files): Promise<readonly string[]> {
  const { lockfiles } = await lockedTree(files);
  return lockfiles.flatMap(({ packages, roots }) => {
    const purls = new Map(packages.map(({ key, purl }) => [key, purl]));
    const asked = roots?.map(({ key, scope }) => `${purls.get(key)} (${scope})`).toSorted();
    return [
      `asked: ${asked?.join(', ') ?? 'unknown'}`,
      ...packages.map(({ purl, scope, license, hashes, dependsOn }) => {
        const known = dependsOn?.flatMap((key) => purls.get(key) ?? []);
        const hashed = hashes.map(
          ({ algorithm, value, file }) => `${algorithm}:${value.slice(0, 4)}${file === null ? '' : `(${file})`}`,
        );
        return [
          purl,
          scope ?? '-',
          license ?? '-',
          hashed.join('+') || '-',
          known === undefined ? '?' : known.join('+') || 'none',
        ].join(' ');
      }),
    ];
  });
}
