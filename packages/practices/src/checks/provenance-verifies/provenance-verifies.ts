// SPDX-License-Identifier: Apache-2.0
import { no, unknown } from '@plumbline/core/answers/answers';
import type { Check } from '@plumbline/core/answers/check';
import { defineCheck } from '@plumbline/core/answers/check';
import { citeAll } from '@plumbline/core/answers/cite';
import type { InTotoStatement } from '@plumbline/core/facts/imported/in-toto-statements';
import { everyArtifact } from '../../reports/every-artifact.ts';
import { provenanceOfCommit } from '../../reports/provenance-of-commit.ts';
import { repositoryKey } from '../../dependencies/repository-key.ts';
import { shortText } from '../../words/short-text.ts';

// A signature that verifies over the wrong content proves nothing: the content is held against expectations first.
export const provenanceVerifies: Check = defineCheck({
  id: 'provenance-verifies',
  question: 'Does the provenance verify, and does it name this repository, this commit and a builder?',
  scope: 'release',
  needs: ['in-toto-statements'],
  uses: ['release-artifacts'],
  strength: 'tested',
  automation: 'not-yet',
  guide: {
    shows:
      'Each statement is signed, names digests, a builder, this repository and this commit, and was verified against the artifacts.',
    doesNotShow: 'Whether the builder deserves trust: that is the level of the builder, not of the statement.',
    resolve:
      'Verify the published artifacts against their provenance, with the identity of the builder that is expected.',
  },
  remedy: {
    effort: 'days',
    steps: [
      'Let the build platform sign the provenance, not a step that the build can alter',
      'Verify the published release in a job of its own against repository, commit and builder',
    ],
    after: ['release-has-provenance'],
  },
  answer({ 'in-toto-statements': item, 'release-artifacts': artifacts }, { asOf }) {
    const { statements, refusal } = provenanceOfCommit(item, asOf);
    if (refusal !== null) return refusal;
    const home = repositoryKey(item.subject.uri);
    const files = citeAll(
      item,
      statements.map(({ file }) => shortText(file)),
    );
    const faults = statements.flatMap((statement) => faultsOf(statement, home));
    const [first] = faults;
    if (first !== undefined) return no(`${statements.length === 1 ? 'The' : 'A'} provenance ${first}`, files);
    if (home === null) {
      return unknown(
        'Where the assessed repository lives is not known, so that the named source cannot be compared',
        'Assess the repository by its address, or a clone that knows its remote',
        files,
      );
    }
    if (artifacts === undefined) {
      return unknown(
        'The content is as expected; whether signatures and digests verify against the artifacts was not tried',
        'Verify the published artifacts against their provenance',
        files,
      );
    }
    const answer = everyArtifact(artifacts, {
      has: ({ provenance, provenanceVerifies }) => (provenance ? provenanceVerifies : false),
      what: 'provenance that verifies',
    });
    if (answer.outcome === 'unknown') return answer;
    return { ...answer, citations: [...answer.citations, ...files] };
  },
});

/** What one statement says that is not as expected, as the end of a sentence. */
function faultsOf({ signed, builder, source, subjects }: InTotoStatement, home: string | null): readonly string[] {
  const named = source?.uri ?? null;
  const key = named === null ? null : repositoryKey(named);
  return [
    ...(signed ? [] : ['is not signed']),
    ...((builder ?? '').trim() === '' ? ['names no builder'] : []),
    ...(named === null ? ['names no source'] : []),
    ...(named !== null && home !== null && key !== home ? [`names another source: ${shortText(named)}`] : []),
    ...(subjects.length === 0 || subjects.some(({ sha256 }) => sha256 === null)
      ? ['names no digest of an artifact']
      : []),
  ];
}
