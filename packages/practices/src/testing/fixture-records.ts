// SPDX-License-Identifier: Apache-2.0
import type { DependencyInventory, Lockfile, Manifest } from '@plumbline/core/facts/dependency-inventory';
import type { ProjectDocuments } from '@plumbline/core/facts/project-documents';
import type { RecordFile } from '@plumbline/core/facts/records/record';
import type { StatementEntry, StatementsRecord } from '@plumbline/core/facts/records/statements-record';
import type { RepositoryTree } from '@plumbline/core/facts/repository-tree';
import { aRecord } from './record-fixture.ts';

/** A current statement on a topic. */
export function statementsOn(topic: string, entry: Partial<StatementEntry> = {}): RecordFile<StatementsRecord> {
  const statement: StatementEntry = {
    topic,
    text: 'We decided so.',
    by: 'security lead',
    role: 'security lead',
    on: '2026-02-01',
    validUntil: null,
    decision: [],
    ...entry,
  };
  return aRecord({ statements: [statement] }, 'security/statements.yaml');
}

/** A tree in one or more languages, of the given bytes each. */
export function aTree(languages: { readonly [language: string]: number }): RepositoryTree {
  const shares = Object.entries(languages).map(([language, bytes]) => ({ language, bytes, files: 10 }));
  return { files: 40, sourceFiles: 10 * shares.length, languages: shares, submodules: [], unread: [] };
}

export function aManifest(manifest: Partial<Manifest> = {}): Manifest {
  return {
    path: 'package.json',
    ecosystem: 'npm',
    role: 'shipped',
    dependencies: 4,
    lock: 'locked',
    lockfile: 'package-lock.json',
    because: 'package-lock.json agrees',
    ...manifest,
  };
}

export function aLockfile(lockfile: Partial<Lockfile> = {}): Lockfile {
  return {
    path: 'package-lock.json',
    ecosystem: 'npm',
    role: 'shipped',
    external: 100,
    hashed: 100,
    canHash: true,
    ...lockfile,
  };
}

/** One npm manifest with its lockfile and two components. */
export function anInventory(inventory: Partial<DependencyInventory> = {}): DependencyInventory {
  return {
    manifests: [aManifest()],
    lockfiles: [aLockfile()],
    components: [
      { purl: 'pkg:npm/%40scope/one@1.0.0', hashed: true, from: 'package-lock.json' },
      { purl: 'pkg:npm/two@2.0.0', hashed: true, from: 'package-lock.json' },
    ],
    baseImages: [],
    unread: [],
    ...inventory,
  };
}

/** A manifest that names nothing from outside. */
export const noDependencies: DependencyInventory = anInventory({
  manifests: [aManifest({ dependencies: 0, lock: 'not-needed' })],
  lockfiles: [],
  components: [],
});

export const noDocuments: ProjectDocuments = { codingStandards: [], verificationGuides: [], elsewhere: [] };
