// SPDX-License-Identifier: Apache-2.0
import type { ReleaseManifest, ReleasePart } from '@plumbline/core/release/release-manifest';
import type { DrilledArtifact, DrillFault, DrillRemark } from '@plumbline/core/state/drill-entry';
import { compareStatements } from './compare-statements.ts';
import type { DrillTrust } from './drill-trust.ts';
import type { RestoreFolder } from '@plumbline/core/archive/restore-folder';

export type Examined = {
  readonly artifacts: readonly DrilledArtifact[];
  readonly remarks: readonly DrillRemark[];
  readonly faults: readonly Omit<DrillFault, 'release'>[];
};

export type ExamineOptions = {
  readonly folder: RestoreFolder;
  /** Names of files that were not restored, of which nothing can be said. */
  readonly lost: ReadonlySet<string>;
  /** Null: signatures are not looked at. */
  readonly trust: DrillTrust | null;
  readonly progress?: ((message: string) => void) | undefined;
};

/** Whether the files of a restored release fit each other, and what the signatures over its artifacts prove. */
export async function examineRelease(manifest: ReleaseManifest, options: ExamineOptions): Promise<Examined> {
  const { folder, lost, trust, progress } = options;
  const parts = manifest.parts.filter(({ name }) => !lost.has(name));
  const { statedBy, faults, remarks } = await compareStatements(parts, manifest.parts, folder.read);
  const names = manifest.parts.map(({ name }) => name);
  const verify = trust === null ? null : await trust.verifier({ folder, parts, names });
  const judge = (part: ReleasePart): Promise<Pick<DrilledArtifact, 'outcome' | 'requirements'>> => {
    if (verify === null) return Promise.resolve({ outcome: 'not-asked', requirements: [] });
    if (lost.has(part.name)) return Promise.resolve({ outcome: 'could-not-assess', requirements: [] });
    progress?.(`verifying ${part.name}`);
    return verify(part);
  };
  const artifacts: DrilledArtifact[] = [];
  for (const part of manifest.parts.filter(({ role }) => role === 'artifact')) {
    const sha256 = part.digest.slice('sha256:'.length);
    artifacts.push({ name: part.name, sha256, ...(await judge(part)), statedBy: statedBy.get(sha256) ?? [] });
  }
  return { artifacts, remarks, faults };
}
