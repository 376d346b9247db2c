// SPDX-License-Identifier: Apache-2.0
import { readArtifact } from '@plumbline/adapters/artifacts/read-artifact';
import { feedsFolder } from '@plumbline/adapters/platform/feeds/feeds-folder';
import { openFeeds } from '@plumbline/adapters/platform/feeds/open-feeds';
import { readRegularFile } from '@plumbline/adapters/platform/files/read-regular-file';
import { PlumblineError } from '@plumbline/core/errors';
import type { Artifact } from '@plumbline/core/verification/signature-check';
import type { ContentsReading } from '@plumbline/engine/verify/judge-bill';
import type { VerifyOptions } from '@plumbline/engine/verify/verify-artifact';
import type { VexSource } from '@plumbline/engine/verify/vex/vex-report';
import { readVex } from '@plumbline/formats/vex/read-vex';
import { knownInFeeds } from '../sbom/known-in-feeds.ts';
import { readBillFile } from '../sbom/read-bill-file.ts';

export type BesideOptions = {
  readonly sbom?: readonly string[];
  readonly vex?: readonly string[];
  readonly feeds?: string;
};

type Beside = Required<Pick<VerifyOptions, 'bills' | 'vex' | 'contents' | 'advisories'>>;

const vexBytesMax = 64 * 1024 * 1024;

/**
 * What lies beside an artifact and its attestations: bills of materials, statements about vulnerabilities, what is inside it,
 * and the advisories of this machine. Throws `input-unreadable`, `input-too-large` and `input-invalid` for named files.
 */
export async function besideFiles(options: BesideOptions, artifact: Artifact, signal: AbortSignal): Promise<Beside> {
  const bills: NonNullable<VerifyOptions['bills']>[number][] = [];
  for (const file of options.sbom ?? []) bills.push({ file, bill: (await readBillFile(file)).bill });
  const vex: VexSource[] = [];
  for (const file of options.vex ?? []) vex.push(...(await vexSources(file)));
  return {
    bills,
    vex,
    contents: () => contentsOf(artifact),
    advisories: async (purls) => {
      const feeds = await openFeeds(feedsFolder(options.feeds));
      if (feeds === null) return null;
      try {
        const { known, asOf, uncovered } = await knownInFeeds(feeds, purls, signal);
        return { known: [...known.values()], asOf, uncovered: [...uncovered].toSorted() };
      } finally {
        feeds.close();
      }
    },
  };
}

async function vexSources(path: string): Promise<readonly VexSource[]> {
  const file = await readRegularFile(path, { bytesMax: vexBytesMax, followLink: true });
  if (file.state !== 'read')
    throw new PlumblineError('input-unreadable', `the VEX is ${file.state.replace('-', ' ')}`, { path });
  const read = readVex(file.bytes);
  if (read.state === 'failed')
    throw new PlumblineError('input-invalid', `no statements about vulnerabilities: ${read.because}`, {
      path,
      next: 'Pass OpenVEX, CSAF or CycloneDX with analysed vulnerabilities',
    });
  if (read.documents.length === 0)
    throw new PlumblineError('input-invalid', 'no vulnerability in it is analysed', { path });
  return read.documents.map((document) => ({ file: path, trusted: null, document }));
}

async function contentsOf({ content, sha256 }: Artifact): Promise<ContentsReading> {
  const path = content?.path;
  if (path === undefined)
    return { state: 'unavailable', because: 'only the digest was given, so nobody can look inside' };
  try {
    const contents = await readArtifact(path);
    const isSame = contents.hashes.some(({ algorithm, value }) => algorithm === 'sha256' && value === sha256);
    return isSame
      ? { state: 'read', contents }
      : { state: 'unavailable', because: 'the artifact was changed while it was verified' };
  } catch (error) {
    if (!(error instanceof PlumblineError)) throw error;
    return { state: 'unavailable', because: `the artifact cannot be looked into: ${error.message}` };
  }
}
