// SPDX-License-Identifier: Apache-2.0
import { no, unknown } from '@plumbline/core/answers/answers';
import type { Check } from '@plumbline/core/answers/check';
import { defineCheck } from '@plumbline/core/answers/check';
import { citeAll } from '@plumbline/core/answers/cite';
import type { Seen } from '@plumbline/core/evidence/evidence';
import type { InTotoStatement } from '@plumbline/core/facts/imported/in-toto-statements';
import { everyArtifact } from '../../reports/every-artifact.ts';
import { provenanceAbout, provenanceOfCommit, type ProvenanceOfCommit } from '../../reports/provenance-of-commit.ts';
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
  automation: 'automatic',
  guide: {
    shows:
      'Each statement is signed and names digests, a builder, this repository and the commit (the assessed one, else that of the newest release), and the newest `plumbline verify` of each artifact found provenance that is as the trust policy expects.',
    doesNotShow: 'Whether the builder deserves trust: that is the level of the builder, not of the statement.',
    resolve:
      'Verify each artifact of the release against its provenance: `plumbline verify FILE --trust trust.yaml` with a requirement that names predicateType, builder and source.',
  },
  remedy: {
    effort: 'days',
    steps: [
      'Let the build platform sign the provenance, not a step that the build can alter',
      'Verify the published release in a job of its own against repository, commit and builder: plumbline verify FILE --trust trust.yaml',
    ],
    after: ['release-has-provenance'],
  },
  answer({ 'in-toto-statements': item, 'release-artifacts': artifacts }, { asOf }) {
    const { statements, refusal } = provenanceToJudge(item, artifacts, asOf);
    if (refusal !== null) return refusal;
    const home = repositoryKey(item.subject.uri);
    const files = citeAll(
      item,
      statements.map(({ file }) => shortText(file)),
    );
    const faults = withoutCopies(statements).flatMap((statement) => faultsOf(statement, home));
    const [first] = faults;
    if (first !== undefined) return no(`${statements.length === 1 ? 'The' : 'A'} provenance ${first}`, files);
    if (home === null) {
      return unknown(
        'Where the assessed repository lives is not known, so that the named source cannot be compared',
        'Assess the repository by its address, or a clone that knows its remote',
        files,
      );
    }
    if (statements.some(({ source }) => source?.uri === null)) {
      return unknown(
        'The provenance names the commit, and not the repository that it is of',
        'Build in a clone that knows its remote (git remote add), and sign, release and verify that provenance',
        files,
      );
    }
    if (artifacts === undefined) {
      return unknown(
        'The content is as expected; whether signatures and digests verify against the artifacts was not tried',
        'Gather the release (plumbline release TAG), and verify its artifacts (plumbline verify FILE --trust trust.yaml)',
        files,
      );
    }
    const answer = everyArtifact(artifacts, {
      has: ({ provenance, provenanceProof }) => provenanceProof?.verifies ?? (provenance.length === 0 ? false : null),
      what: 'provenance that verifies',
      shownBy: ({ provenanceProof }) => (provenanceProof === null ? [] : [`verified on ${provenanceProof.on}`]),
      lacks: ({ provenance, provenanceProof }) => {
        if (provenanceProof !== null)
          return `was not verified on ${provenanceProof.on}: ${shortText(provenanceProof.because)}`;
        return provenance.length === 0 ? 'has no provenance' : 'was not verified against its provenance yet';
      },
      resolve: ({ name }) =>
        `Run plumbline verify ${name} --trust trust.yaml with a requirement that names a predicateType, in the project`,
    });
    if (answer.outcome === 'unknown') return answer;
    return { ...answer, citations: [...answer.citations, ...files] };
  },
});

/** That of the assessed commit; where there is none, that of the newest release. */
function provenanceToJudge(
  item: Seen<'in-toto-statements'>,
  artifacts: Seen<'release-artifacts'> | undefined,
  asOf: string,
): ProvenanceOfCommit {
  const ofCommit = provenanceOfCommit(item, asOf);
  if (ofCommit.refusal === null || artifacts?.state !== 'found') return ofCommit;
  const [first, ...rest] = provenanceAbout(artifacts.fact.documents.statements, {
    commit: artifacts.fact.commit,
    asOf,
  });
  return first === undefined ? ofCommit : { statements: [first, ...rest], refusal: null };
}

/** A statement that lies unsigned beside the same one in an envelope is its copy. */
function withoutCopies(statements: readonly InTotoStatement[]): readonly InTotoStatement[] {
  const signed = new Set(statements.filter((statement) => statement.signed).map(aboutKey));
  return statements.filter((statement) => statement.signed || !signed.has(aboutKey(statement)));
}

/** What a statement is about, and of what kind it is. */
function aboutKey({ subjects, predicateType }: InTotoStatement): string {
  return JSON.stringify([predicateType, subjects.map(({ sha256 }) => sha256)]);
}

/** What one statement says that is not as expected, as the end of a sentence. */
function faultsOf({ signed, builder, source, subjects }: InTotoStatement, home: string | null): readonly string[] {
  const named = source?.uri ?? null;
  const key = named === null ? null : repositoryKey(named);
  return [
    ...(signed ? [] : ['is not signed']),
    ...((builder ?? '').trim() === '' ? ['names no builder'] : []),
    ...(named === null && (source?.commit ?? null) === null ? ['names no source'] : []),
    ...(named !== null && home !== null && key !== home ? [`names another source: ${shortText(named)}`] : []),
    ...(subjects.length === 0 || subjects.some(({ sha256 }) => sha256 === null)
      ? ['names no digest of an artifact']
      : []),
  ];
}
