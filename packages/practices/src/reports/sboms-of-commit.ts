// SPDX-License-Identifier: Apache-2.0
import type { Unknown } from '@plumbline/core/answers/answer';
import { unknown } from '@plumbline/core/answers/answers';
import { cite } from '@plumbline/core/answers/cite';
import type { Seen } from '@plumbline/core/evidence/evidence';
import type { Sbom } from '@plumbline/core/facts/imported/sboms';
import { shortText } from '../words/short-text.ts';
import { type BoundTo, type Unbound, whyNotAbout } from './bound-report.ts';

/**
 * Bills of materials about the assessed commit that list components, at least one, or the unknown that says what is
 * missing. `empty` are those about the commit that list none.
 */
export type SbomsOfCommit =
  | { readonly sboms: readonly [Sbom, ...Sbom[]]; readonly refusal: null }
  | { readonly sboms: null; readonly refusal: Unknown; readonly empty: readonly Sbom[] };

/** Why a document without components is no bill of materials: it may list nothing because nothing was found. Null: it lists some. */
export function whyEmpty({ file, components }: Sbom): Unbound | null {
  if (components.length > 0) return null;
  return {
    because: `${shortText(file)} lists no component`,
    resolve: 'Pass a bill of materials that lists the components',
  };
}

/**
 * Bills of materials that are parts of the newest release and list components. `to`: the commit that they must be about.
 */
export function sbomsOfRelease(
  artifacts: Seen<'release-artifacts'> | undefined,
  to: BoundTo,
): readonly [Sbom, ...Sbom[]] | null {
  if (artifacts?.state !== 'found') return null;
  const { documents } = artifacts.fact;
  const [first, ...rest] = documents.sboms.filter((sbom) => (whyNotAbout(sbom, to) ?? whyEmpty(sbom)) === null);
  return first === undefined ? null : [first, ...rest];
}

/** What was not passed may still exist, so that a missing, unbound or empty document is unknown and never no. */
export function sbomsOfCommit(item: Seen<'sboms'>, asOf: string): SbomsOfCommit {
  const given = item.state === 'absent' ? [] : item.fact.sboms;
  const to = { ...item.subject, asOf };
  const bound = given.filter((sbom) => whyNotAbout(sbom, to) === null);
  const [first, ...rest] = bound.filter((sbom) => whyEmpty(sbom) === null);
  if (first !== undefined) return { sboms: [first, ...rest], refusal: null };
  const [reason] = [...bound.map(whyEmpty), ...given.map((sbom) => whyNotAbout(sbom, to))];
  const refusal =
    reason === undefined || reason === null
      ? unknown('No bill of materials was passed', 'Pass the bill of materials of this release with --evidence', [
          cite(item),
        ])
      : unknown(reason.because, reason.resolve, [cite(item)]);
  return { sboms: null, refusal, empty: bound };
}
