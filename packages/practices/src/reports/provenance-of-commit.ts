// SPDX-License-Identifier: Apache-2.0
import type { Unknown } from '@plumbline/core/answers/answer';
import { unknown } from '@plumbline/core/answers/answers';
import { cite } from '@plumbline/core/answers/cite';
import type { Seen } from '@plumbline/core/evidence/evidence';
import type { InTotoStatement } from '@plumbline/core/facts/imported/in-toto-statements';
import { isProvenance } from '@plumbline/core/verification/is-provenance';
import { type BoundTo, type Unbound, whyNotAbout } from './bound-report.ts';
import { noneCounted } from '../words/none-counted.ts';

/** SLSA provenance of the assessed commit, at least one statement, or the unknown that says what is missing. */
export type ProvenanceOfCommit =
  | { readonly statements: readonly [InTotoStatement, ...InTotoStatement[]]; readonly refusal: null }
  | { readonly statements: null; readonly refusal: Unknown };

/** What keeps a statement from being about a commit: the source that it names counts before what its envelope may say. */
const whyNot = (statement: InTotoStatement, to: BoundTo): Unbound | null =>
  whyNotAbout({ ...statement, commit: statement.source?.commit ?? statement.commit }, to);

/** The SLSA provenance among statements that is about a commit. */
export function provenanceAbout(statements: readonly InTotoStatement[], to: BoundTo): readonly InTotoStatement[] {
  return statements
    .filter(({ predicateType }) => isProvenance(predicateType))
    .filter((one) => whyNot(one, to) === null);
}

export function provenanceOfCommit(item: Seen<'in-toto-statements'>, asOf: string): ProvenanceOfCommit {
  const all = item.state === 'absent' ? [] : item.fact.statements;
  const to = { ...item.subject, asOf };
  const [first, ...rest] = provenanceAbout(all, to);
  if (first !== undefined) return { statements: [first, ...rest], refusal: null };
  const [reason] = all.filter(({ predicateType }) => isProvenance(predicateType)).map((one) => whyNot(one, to));
  const refusal =
    reason === undefined || reason === null
      ? unknown(
          `${noneCounted(all.length, 'statement')} is SLSA provenance`,
          'Pass the provenance of this release with --evidence',
          [cite(item)],
        )
      : unknown(reason.because, reason.resolve, [cite(item)]);
  return { statements: null, refusal };
}
