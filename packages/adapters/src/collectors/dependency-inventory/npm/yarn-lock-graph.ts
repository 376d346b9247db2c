// SPDX-License-Identifier: Apache-2.0
import { hexHash } from '@plumbline/formats/sbom/hex-hash';
import { parsed } from '../../../platform/syntax/parsed.ts';
import { integrityHashes } from '../model/hashes.ts';
import { type GraphPackage, type GraphReader, type GraphRoot, unstated } from '../model/lock-graph.ts';
import { readYarnBlocks, type YarnBlock } from './yarn-blocks.ts';
import { splitDescriptor } from './yarn-descriptor.ts';
import { yarnEntry } from './yarn-entry.ts';

/** yarn.lock with edges: each block names the ranges it needs, and those name the block that satisfies them. */
export const yarnLockGraph: GraphReader = (text) => {
  const read = readYarnBlocks(text, { needs: true });
  if (!read.ok) return read;
  const { berry, blocks } = read.value;
  const keys = new Map(
    blocks.flatMap(({ descriptors }) => descriptors.map((one) => [plain(one), descriptors[0] ?? ''])),
  );
  const needs = (block: YarnBlock): readonly string[] =>
    block.needs.flatMap(([name, range]) => keys.get(plain(`${name}@${range}`)) ?? []);
  const packages: GraphPackage[] = [];
  const roots: GraphRoot[] = [];
  for (const block of blocks) {
    const [key = ''] = block.descriptors;
    const entry = yarnEntry(key, block.fields, berry);
    if (entry !== null)
      packages.push({ ...unstated, ...entry, key, hashes: hashesOf(block, berry), dependsOn: needs(block) });
    // later than Yarn 1, members of the workspace have blocks of their own
    else if (key.includes('@workspace:')) roots.push(...needs(block).map((one) => ({ key: one, scope: null })));
  }
  return parsed({ packages, roots: berry ? roots : null });
};

/** `a@npm:^1` and `a@^1` ask for the same. */
function plain(descriptor: string): string {
  const { name, range } = splitDescriptor(descriptor);
  return `${name}@${range.replace(/^npm:/u, '')}`;
}

/** Yarn 2 and later hash an archive of their own making (`10/…`), which says nothing of the published one. */
function hashesOf({ fields }: YarnBlock, berry: boolean): GraphPackage['hashes'] {
  if (berry) return [];
  const integrity = integrityHashes(fields.get('integrity') ?? null);
  return integrity.length > 0 ? integrity : hexHash('sha1', fields.get('resolved')?.split('#', 2)[1] ?? '');
}
