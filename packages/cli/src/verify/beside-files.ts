// SPDX-License-Identifier: Apache-2.0
import type { Artifact } from '@plumbline/core/verification/signature-check';
import type { NamedBill } from '@plumbline/engine/verify/judge-beside-bill';
import type { VerifyOptions } from '@plumbline/engine/verify/verify-artifact';
import type { VexSource } from '@plumbline/engine/verify/vex/vex-report';

export type BesideOptions = {
  readonly sbom?: readonly string[];
  readonly vex?: readonly string[];
  readonly feeds?: string;
};

type Beside = Required<Pick<VerifyOptions, 'bills' | 'vex' | 'contents' | 'advisories'>>;

/**
 * What lies beside an artifact and its attestations: bills of materials, statements about vulnerabilities, what is inside it,
 * and the advisories of this machine. What reads them is loaded when it is asked for: a signature alone is checked in less
 * time than that takes. Throws `input-unreadable`, `input-too-large` and `input-invalid` for named files.
 */
export async function besideFiles(options: BesideOptions, artifact: Artifact, signal: AbortSignal): Promise<Beside> {
  const bills: NamedBill[] = [];
  const vex: VexSource[] = [];
  for (const file of options.sbom ?? []) {
    const { readBillFile } = await import('../sbom/read-bill-file.ts');
    bills.push({ file, bill: (await readBillFile(file)).bill });
  }
  for (const file of options.vex ?? []) vex.push(...(await (await import('./read-vex-file.ts')).readVexFile(file)));
  return {
    bills,
    vex,
    contents: async () => (await import('./read-contents.ts')).readContents(artifact),
    advisories: async (purls) => (await import('./known-advisories.ts')).knownAdvisories(purls, options.feeds, signal),
  };
}
