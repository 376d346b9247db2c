// SPDX-License-Identifier: Apache-2.0
import type { Unknown } from '@plumbline/core/answers/answer';
import { unknown } from '@plumbline/core/answers/answers';
import { cite } from '@plumbline/core/answers/cite';
import type { Seen } from '@plumbline/core/evidence/evidence';
import type { InTotoStatement } from '@plumbline/core/facts/imported/in-toto-statements';
import { type Unbound, whyNotAbout } from './bound-report.ts';
import { noneCounted } from '../words/none-counted.ts';

/** SLSA provenance of the assessed commit, at least one statement, or the unknown that says what is missing. */
export type ProvenanceOfCommit =
  | { readonly statements: readonly [InTotoStatement, ...InTotoStatement[]]; readonly refusal: null }
  | { readonly statements: null; readonly refusal: Unknown };

/** The source that a statement names counts before what its envelope may say about a commit. */
export function provenanceOfCommit(item: Seen<'in-toto-statements'>, asOf: string): ProvenanceOfCommit {
  const all = item.state === 'absent' ? [] : item.fact.statements;
  const provenance = all.filter(({ predicateType }) => predicateType.startsWith('https://slsa.dev/provenance/'));
  const whyNot = (statement: InTotoStatement): Unbound | null =>
    whyNotAbout({ ...statement, commit: statement.source?.commit ?? statement.commit }, { ...item.subject, asOf });
  const [first, ...rest] = provenance.filter((statement) => whyNot(statement) === null);
  if (first !== undefined) return { statements: [first, ...rest], refusal: null };
  const [reason] = provenance.map((statement) => whyNot(statement));
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
