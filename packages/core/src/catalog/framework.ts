// SPDX-License-Identifier: Apache-2.0
import type { Footnote } from './footnote.ts';
import type { PracticeGroup } from './practice-group.ts';
import type { ReferenceDocument } from './reference-document.ts';
import type { RetiredId } from './retired-id.ts';

/** One publication of the SSDF or of a profile of it. Its ids mean something only together with `id`. */
export type Framework = {
  /** `ssdf-1.1`, `ssdf-1.2-draft` or `ssdf-218A`. */
  readonly id: string;
  readonly name: string;
  readonly version?: string;
  readonly publication: string;
  readonly title: string;
  readonly status: 'final' | 'initial-public-draft';
  /** As precise as the publication says: `2022-02`. */
  readonly published: string;
  readonly url: string;
  readonly licence: string;
  /** The framework that this one is read together with. */
  readonly baseFramework?: string;
  readonly notes: readonly string[];
  readonly groups: readonly PracticeGroup[];
  readonly referenceDocuments: readonly ReferenceDocument[];
  readonly retired: readonly RetiredId[];
  readonly footnotes: readonly Footnote[];
};
