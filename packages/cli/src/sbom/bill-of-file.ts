// SPDX-License-Identifier: Apache-2.0
import { realpath } from 'node:fs/promises';
import { basename } from 'node:path';
import { readArtifact } from '@plumbline/adapters/artifacts/read-artifact';
import { readLockedFile } from '@plumbline/adapters/collectors/dependency-inventory/read-locked-file';
import { billOfArtifact } from '@plumbline/engine/sbom/bill-of-artifact';
import { billOfLockfiles } from '@plumbline/engine/sbom/bill-of-lockfiles';
import type { BillRequest } from '@plumbline/engine/sbom/bill-request';
import { subjectOfRepository } from '@plumbline/engine/sbom/subject-of-repository';
import type { Terminal } from '../terminal/terminal.ts';
import { version } from '../version.ts';
import type { BillOptions, MadeBill } from './bill-of-repository.ts';
import { createdAt } from './created-at.ts';
import { withGenerators } from './with-generators.ts';

/** The bill of materials of a lockfile by itself, or of something built: a file or a folder. */
export async function billOfFile(path: string, options: BillOptions, terminal: Terminal): Promise<MadeBill> {
  const { signal } = terminal;
  const locked = await readLockedFile(path, signal);
  const said = { version: options.release ?? null, supplier: options.supplier ?? null };
  const name = options.name ?? null;
  if (locked !== null) {
    const { tree, modifiedAt } = locked;
    const known = { uri: basename(path), commit: null, tag: null, product: name, ...said };
    const request = { ...requestOf(modifiedAt, options), subject: subjectOfRepository(known) };
    return { bill: billOfLockfiles(tree, new Set(['shipped', 'tooling']), request), own: tree.own };
  }
  const contents = await readArtifact(path);
  const request = { ...requestOf(contents.modifiedAt, options), name, ...said };
  const made: MadeBill = { bill: billOfArtifact(contents, request), own: [] };
  if (options.generator === undefined) return made;
  const target = await realpath(path);
  const offline = options.offline ?? false;
  const run = { target, kind: 'artifact', paths: [], offline, untrustedFolders: [target], signal } as const;
  return withGenerators(made, options, run, terminal);
}

function requestOf(modifiedAt: string, { supplier }: BillOptions): Omit<BillRequest, 'subject'> {
  return {
    createdAt: createdAt(modifiedAt, process.env),
    tool: { name: 'plumbline', version },
    author: supplier ?? null,
    suppliers: [],
    remarks: [],
  };
}
