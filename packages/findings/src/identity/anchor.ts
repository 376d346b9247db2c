// SPDX-License-Identifier: Apache-2.0
import type { ResultKind } from '@plumbline/core/findings/tool-result';

/** What of a sighting identity and merging hold on to. Plain data, kept with a track; holds no source text. */
export type Anchor = {
  /** In lower case. */
  readonly tool: string;
  readonly kind: ResultKind;
  readonly rule: string;
  /** Classes of weakness (weaknesses/classes-of.ts), sorted. */
  readonly classes: readonly string[];
  /** Of a place in the sources, or the manifest of a component. */
  readonly path: string | null;
  readonly line: number | null;
  readonly endLine: number | null;
  readonly column: number | null;
  readonly symbol: string | null;
  readonly text: string | null;
  readonly surroundings: string | null;
  /** The variable to which the place assigns, and those that it uses. */
  readonly assigns: string | null;
  readonly uses: readonly string[];
  /** A fingerprint that the tool itself gave. */
  readonly ownFingerprint: string | null;
  /** Components: package URL without version, or the name. Dynamic: path template and parameter. Else empty. */
  readonly subject: string;
  /** Components: all names of the package. */
  readonly names: readonly string[];
  readonly version: string | null;
  /** Dynamic: the method, in capitals. */
  readonly method: string | null;
  /** Preferred ids of the vulnerabilities: one, unless the result is about several. */
  readonly vulnerabilities: readonly string[];
};
