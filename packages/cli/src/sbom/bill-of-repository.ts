// SPDX-License-Identifier: Apache-2.0
import { join } from 'node:path';
import { isGeneratorSettings } from '@plumbline/adapters/bill-generators/generator-settings';
import { rolesOf } from '@plumbline/adapters/collectors/dependency-inventory/manifest-role';
import { readLockedTree } from '@plumbline/adapters/collectors/dependency-inventory/read-locked-tree';
import { recordsCollector } from '@plumbline/adapters/collectors/records/records-collector';
import { createFolder } from '@plumbline/adapters/platform/files/create-folder';
import { inTemporaryFolder } from '@plumbline/adapters/platform/files/temporary-folder';
import { checkOutFiles } from '@plumbline/adapters/platform/git/check-out-files';
import { openRepository, type OpenRepository } from '@plumbline/adapters/platform/git/open-repository';
import { tagsAt } from '@plumbline/adapters/platform/git/tags-at';
import type { EvidenceSet } from '@plumbline/core/evidence/evidence-set';
import type { ManifestRole } from '@plumbline/core/facts/dependency-inventory';
import type { BillOfMaterials } from '@plumbline/core/sbom/bill-of-materials';
import { collectEvidence } from '@plumbline/engine/assess/collect-evidence';
import { billOfLockfiles } from '@plumbline/engine/sbom/bill-of-lockfiles';
import { subjectOfRepository } from '@plumbline/engine/sbom/subject-of-repository';
import type { Terminal } from '../terminal/terminal.ts';
import { version } from '../version.ts';
import { createdAt } from './created-at.ts';
import { type GeneratorOptions, withGenerators } from './with-generators.ts';

/** What the user may say of the product and of how to look at it. */
export type BillOptions = {
  readonly worktree?: boolean;
  readonly all?: boolean;
  readonly name?: string;
  readonly release?: string;
  readonly supplier?: string;
  readonly offline?: boolean;
} & GeneratorOptions;

/** `ignore-0.4.33` beside `14.1.1` is of a part: only a tag that is nothing but a version is of the whole. */
const versionTag = /^(?:v|release[-_/]|version[-_/])?\d+\.\d+[\w.+-]*$/iu;

const shipped: ReadonlySet<ManifestRole> = new Set(['shipped']);
const counted: ReadonlySet<ManifestRole> = new Set(['shipped', 'tooling', 'example']);

/** A bill, with the package URLs of what its sources themselves are. */
export type MadeBill = { readonly bill: BillOfMaterials; readonly own: readonly string[] };

/** The bill of materials of a repository, from the lockfiles of its commit or of its work tree. */
export async function billOfRepository(target: string, options: BillOptions, terminal: Terminal): Promise<MadeBill> {
  const repository = await openRepository(target, {
    signal: terminal.signal,
    worktree: options.worktree ?? false,
    offline: options.offline ?? false,
    progress: terminal.progress,
  });
  try {
    return await billOfOpen(repository, options, terminal);
  } finally {
    await repository.close();
    terminal.progress('');
  }
}

async function billOfOpen(repository: OpenRepository, options: BillOptions, terminal: Terminal): Promise<MadeBill> {
  const { snapshot, gitDirectory } = repository;
  const { signal } = terminal;
  const [tree, records, tag] = await Promise.all([
    readLockedTree({ repository: snapshot, signal }),
    recordsOf(repository, signal),
    tagOf(repository, signal),
  ]);
  const config = records['plumbline-config'];
  const suppliers = records['record:suppliers'];
  const { product = '', supplier } = config?.state === 'found' ? config.fact : {};
  const commit = gitDirectory === null || snapshot.dirty === true ? null : snapshot.commit;
  const producer = options.supplier ?? supplier ?? null;
  const bill = billOfLockfiles(tree, options.all === true ? counted : shipped, {
    subject: subjectOfRepository({
      uri: snapshot.uri,
      commit,
      tag,
      product: options.name ?? (product === '' ? null : product),
      version: options.release ?? null,
      supplier: producer,
    }),
    createdAt: createdAt(snapshot.committedAt, process.env),
    tool: { name: 'plumbline', version },
    author: producer,
    suppliers: suppliers?.state === 'found' && !suppliers.fact.placeholder ? suppliers.fact.content.suppliers : [],
    remarks: snapshot.dirty === true ? ['Made from files of a work tree, which are those of no commit'] : [],
  });
  const made = { bill, own: tree.own };
  return options.generator === undefined ? made : withGeneratorsOverTree(made, repository, { options, terminal });
}

/** The files of what is counted, in a folder of ours: what sets up tools, and manifests of what is not, are not there. */
async function withGeneratorsOverTree(
  made: MadeBill,
  repository: OpenRepository,
  { options, terminal }: { readonly options: BillOptions; readonly terminal: Terminal },
): Promise<MadeBill> {
  const { entries } = repository.snapshot;
  const roles = rolesOf(entries.map(({ path }) => path));
  const wanted: ReadonlySet<string> = options.all === true ? counted : shipped;
  const leaveOut = (path: string): boolean => isGeneratorSettings(path) || !wanted.has(roles.get(path) ?? '');
  const { signal } = terminal;
  return inTemporaryFolder(async (folder) => {
    const target = join(folder, 'plumbline-sources');
    await createFolder(target);
    await checkOutFiles(repository, { folder: target, leaveOut, signal });
    const paths = entries.map(({ path }) => path).filter((path) => !leaveOut(path));
    const untrustedFolders = repository.root === null ? [] : [repository.root];
    const offline = options.offline ?? false;
    const run = { target, kind: 'source', paths, offline, untrustedFolders, signal } as const;
    return withGenerators(made, options, run, terminal);
  });
}

function recordsOf({ snapshot }: OpenRepository, signal: AbortSignal): Promise<EvidenceSet> {
  const now = new Date().toISOString();
  return collectEvidence({
    collectors: [recordsCollector],
    input: { repository: snapshot, gitDirectory: null, evidenceFiles: [], asOf: now },
    now,
    signal,
  });
}

/** The one tag with a version that the commit has; of several, nobody can tell which one is of the product. */
async function tagOf({ snapshot, gitDirectory }: OpenRepository, signal: AbortSignal): Promise<string | null> {
  if (gitDirectory === null || snapshot.dirty === true) return null;
  const tags = (await tagsAt(gitDirectory, snapshot.commit, signal)).filter((tag) => versionTag.test(tag));
  return tags.length === 1 ? (tags[0] ?? null) : null;
}
