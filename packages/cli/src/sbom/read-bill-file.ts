// SPDX-License-Identifier: Apache-2.0
import { readRegularFile } from '@plumbline/adapters/platform/files/read-regular-file';
import { unreadWords } from '@plumbline/adapters/platform/files/unread-words';
import { PlumblineError } from '@plumbline/core/errors';
import type { Sbom } from '@plumbline/core/facts/imported/sboms';
import type { BillOfMaterials } from '@plumbline/core/sbom/bill-of-materials';
import { parseCycloneDx } from '@plumbline/formats/cyclonedx/parse-cyclonedx';
import { readBill } from '@plumbline/formats/sbom/read-bill';
import { parseSpdx } from '@plumbline/formats/spdx/parse-spdx';

/** A document as the checks see it, and as a bill. */
export type BillFile = {
  readonly document: Pick<Sbom, 'format' | 'specVersion' | 'components' | 'gaps' | 'problems'>;
  readonly bill: BillOfMaterials;
};

const bytesMax = 256 * 1024 * 1024;

/** Reads a bill of materials of any format. Throws `input-unreadable`, `input-too-large` and `input-invalid`. */
export async function readBillFile(path: string): Promise<BillFile> {
  const file = await readRegularFile(path, { bytesMax, followLink: true });
  if (file.state === 'too-large')
    throw new PlumblineError('input-too-large', `larger than ${bytesMax} bytes`, { path });
  if (file.state !== 'read')
    throw new PlumblineError('input-unreadable', `cannot be read: ${unreadWords[file.state]}`, { path });
  return billFromBytes(file.bytes, path);
}

/** The same of bytes that are at hand. */
export function billFromBytes(bytes: Uint8Array, path: string): BillFile {
  const read = readBill(bytes);
  if (read.state === 'failed')
    throw new PlumblineError('input-invalid', `no bill of materials: ${read.fault.because}`, {
      path,
      line: read.fault.line,
      next: 'Pass CycloneDX (JSON, XML) or SPDX (JSON, tag-value)',
    });
  const [bill] = read.found;
  const document = documentOf(bytes);
  if (bill === undefined || document === null)
    throw new PlumblineError('input-invalid', 'a document without components is no bill of materials', { path });
  return { document, bill };
}

function documentOf(bytes: Uint8Array): BillFile['document'] | null {
  const cycloneDx = parseCycloneDx(bytes);
  if (cycloneDx.state === 'parsed') return cycloneDx.sbom;
  const spdx = parseSpdx(bytes);
  return spdx.state === 'parsed' ? (spdx.found[0] ?? null) : null;
}
