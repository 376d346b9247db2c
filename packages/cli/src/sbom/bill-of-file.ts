// SPDX-License-Identifier: Apache-2.0
import { readArtifact } from '@plumbline/adapters/artifacts/read-artifact';
import { billOfArtifact } from '@plumbline/engine/sbom/bill-of-artifact';
import { version } from '../version.ts';
import type { BillOptions, MadeBill } from './bill-of-repository.ts';
import { createdAt } from './created-at.ts';

/** The bill of materials of something built: a file or a folder. */
export async function billOfFile(path: string, options: BillOptions): Promise<MadeBill> {
  const contents = await readArtifact(path);
  const bill = billOfArtifact(contents, {
    name: options.name ?? null,
    version: options.release ?? null,
    supplier: options.supplier ?? null,
    createdAt: createdAt(contents.modifiedAt, process.env),
    tool: { name: 'plumbline', version },
    author: options.supplier ?? null,
    suppliers: [],
    remarks: [],
  });
  return { bill, own: [] };
}
