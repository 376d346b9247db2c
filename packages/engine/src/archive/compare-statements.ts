// SPDX-License-Identifier: Apache-2.0
import type { ReleasePart } from '@plumbline/core/release/release-manifest';
import type { DrillFault, DrillRemark } from '@plumbline/core/state/drill-entry';
import { type StatedDigest, statedDigests } from './stated-digests.ts';

export type Comparison = {
  /** By the SHA-256 of a file in hexadecimal: the other files that state it. */
  readonly statedBy: ReadonlyMap<string, readonly string[]>;
  readonly faults: readonly Omit<DrillFault, 'release'>[];
  readonly remarks: readonly DrillRemark[];
};

/** Of a larger file, what it states is not compared: its reader would need many times its size. */
const mebibyte = 1024 * 1024;
/** CycloneDX in JSON is read no further than to what it is of. */
const leanName = /(?:\.cdx|\.cyclonedx|^bom|[.-]bom)\.json$/iu;
const bytesMaxOf = (name: string): number => (leanName.test(name) ? 8 : 3) * mebibyte;
const checksumName = /sha-?256|checksum/iu;

/**
 * Compares what the files of a release say of each other with what they are: lists of checksums, subjects of bills of materials
 * and of provenance. A file that names another one with a digest that it does not have contradicts it. `parts`: those of the files that
 * `listed` names that can be read.
 */
export async function compareStatements(
  parts: readonly ReleasePart[],
  listed: readonly ReleasePart[],
  read: (name: string, bytesMax: number) => Promise<Uint8Array | null>,
): Promise<Comparison> {
  const statedBy = new Map<string, readonly string[]>();
  const faults: Omit<DrillFault, 'release'>[] = [];
  const remarks: DrillRemark[] = [];
  const byName = new Map(parts.map((part) => [part.name, sha256Of(part)]));
  const known = new Set(byName.values());
  const expected = new Set(listed.map(sha256Of));
  const stating = parts.filter(maySay);
  if (stating.length === 0) return { statedBy, faults, remarks };
  // Readers of every format take longer to load than many a release to restore.
  const { partContent } = await import('../release/part-content.ts');
  for (const part of stating) {
    const bytesMax = bytesMaxOf(part.name);
    const bytes = part.size > bytesMax ? null : await read(part.name, bytesMax);
    if (bytes === null) {
      if (part.role !== 'report')
        remarks.push({ object: part.name, because: `larger than ${bytesMax} bytes: what it states is not compared` });
      continue;
    }
    const stated = statedDigests(partContent(part, bytes)).filter(({ name }) => name !== part.name);
    for (const sha256 of new Set(stated.map((one) => one.sha256)))
      if (known.has(sha256)) statedBy.set(sha256, [...(statedBy.get(sha256) ?? []), part.name]);
    faults.push(...contradictions(part.name, stated, byName));
    if (stated.length > 0 && !stated.some(({ sha256 }) => expected.has(sha256)))
      remarks.push({ object: part.name, because: 'none of the digests that it states is of a file of this release' });
  }
  return { statedBy, faults, remarks };
}

/** What is delivered says something of others only where it is called a list of checksums. */
function maySay({ name, role }: ReleasePart): boolean {
  return (role !== 'artifact' && role !== 'source') || checksumName.test(name);
}

/** One file may be listed under several paths that end alike: that one of them fits is enough. */
function contradictions(
  object: string,
  stated: readonly StatedDigest[],
  byName: ReadonlyMap<string, string>,
): readonly Omit<DrillFault, 'release'>[] {
  const ofName = Map.groupBy(stated, ({ name }) => name ?? '');
  return [...ofName].flatMap(([name, digests]) => {
    const actual = byName.get(name);
    if (actual === undefined || digests.some(({ sha256 }) => sha256 === actual)) return [];
    const [first] = digests;
    const because = `it says that ${name} has the digest sha256:${first?.sha256 ?? ''}, and it has sha256:${actual}`;
    return [{ object, what: 'contradictory' as const, because }];
  });
}

const sha256Of = ({ digest }: ReleasePart): string => digest.slice('sha256:'.length);
