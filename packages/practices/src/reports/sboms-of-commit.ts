// SPDX-License-Identifier: Apache-2.0
import type { Unknown } from '@plumbline/core/answers/answer';
import { unknown } from '@plumbline/core/answers/answers';
import { cite } from '@plumbline/core/answers/cite';
import type { Seen } from '@plumbline/core/evidence/evidence';
import type { Sbom } from '@plumbline/core/facts/imported/sboms';
import { whyNotAbout } from './bound-report.ts';

/** Bills of materials about the assessed commit, at least one, or the unknown that says what is missing. */
export type SbomsOfCommit =
  | { readonly sboms: readonly [Sbom, ...Sbom[]]; readonly refusal: null }
  | { readonly sboms: null; readonly refusal: Unknown };

/** What was not passed may still exist, so that a missing or unbound document is unknown and never no. */
export function sbomsOfCommit(item: Seen<'sboms'>, asOf: string): SbomsOfCommit {
  const given = item.state === 'absent' ? [] : item.fact.sboms;
  const to = { commit: item.subject.commit, asOf };
  const [first, ...rest] = given.filter((sbom) => whyNotAbout(sbom, to) === null);
  if (first !== undefined) return { sboms: [first, ...rest], refusal: null };
  const [reason] = given.map((sbom) => whyNotAbout(sbom, to));
  const refusal =
    reason === undefined || reason === null
      ? unknown('No bill of materials was passed', 'Pass the bill of materials of this release with --evidence', [
          cite(item),
        ])
      : unknown(reason.because, reason.resolve, [cite(item)]);
  return { sboms: null, refusal };
}
