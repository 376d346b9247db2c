// SPDX-License-Identifier: Apache-2.0
import type { ReleasedArtifact } from '../state/release-entry.ts';
import type { ImportedEvidence } from './imported/imported-evidence.ts';

/** What the newest verification against a trust policy showed. `on`: its day, YYYY-MM-DD. */
export type ReleaseProof = { readonly verifies: boolean; readonly on: string; readonly because: string };

/** An artifact of a release: what its files say of it, and what verifying and building it again showed. */
export type PublishedArtifact = ReleasedArtifact & {
  /** Null: nobody tried, or something that is needed was not at hand. */
  readonly signatureProof: ReleaseProof | null;
  /** The same of provenance, whose content was held against the expectations of the policy. */
  readonly provenanceProof: ReleaseProof | null;
  /** The day on which `plumbline build` made these very bytes from the release's commit, in a sandbox; null: none is kept. */
  readonly isolatedBuildOn: string | null;
  /** What the newest build that was made twice showed; null: there is none of it. */
  readonly rebuiltIdentically: boolean | null;
};

/** Bills of materials, statements and reports that are parts of a release; one that names no commit is of the release's. */
export type ReleaseDocuments = Pick<ImportedEvidence, 'scans' | 'sboms' | 'statements' | 'tests'>;

/** The newest release, as it was gathered. */
export type ReleaseArtifacts = {
  /** Its tag. */
  readonly release: string;
  /** Full id of the commit that the tag leads to. */
  readonly commit: string;
  readonly artifacts: readonly PublishedArtifact[];
  readonly documents: ReleaseDocuments;
};
