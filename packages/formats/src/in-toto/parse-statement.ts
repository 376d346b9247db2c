// SPDX-License-Identifier: Apache-2.0
import type { InTotoStatement } from '@plumbline/core/facts/imported/in-toto-statements';
import { commitId, soleCommit } from '../imports/commit-id.ts';
import { bounded } from '../imports/named-tool.ts';
import { createProblems, type Problems } from '../imports/problems.ts';
import { statedInstant } from '../imports/stated-instant.ts';
import type { Unfiled } from '../imports/unfiled.ts';
import { at, objectOf, objectsOf, textOf } from '../json/json-fields.ts';
import type { JsonObject } from '../json/json-value.ts';
import { builderOf } from './builder.ts';
import { sourceOf } from './source.ts';

/** What the file says around the statement. */
type Around = { readonly signed: boolean; readonly loggedAt: string | null };

const types: ReadonlySet<string> = new Set(['https://in-toto.io/Statement/v0.1', 'https://in-toto.io/Statement/v1']);
const hex = /^[0-9a-f]{64}$/i;

/** One Statement with what its predicate says about builder, source and time (SLSA provenance, VSA, scans). */
export function parseStatement(statement: JsonObject, { signed, loggedAt }: Around): Unfiled<InTotoStatement> {
  const problems = createProblems();
  if (!types.has(textOf(statement['_type']) ?? '')) problems.add('in-toto Statement: _type is neither v0.1 nor v1');
  const predicateType = textOf(statement['predicateType']);
  if (predicateType === null) problems.add('in-toto Statement: predicateType is missing');
  const subjects = objectsOf(statement['subject']);
  if (subjects.length === 0) problems.add('in-toto Statement: subject is empty or missing');
  const predicate = objectOf(statement['predicate']);
  const source = sourceOf(predicate);
  const ofSubjects = soleCommit(subjects.map((subject) => commitOfSubject(subject)));
  return {
    predicateType: bounded(predicateType) ?? '',
    subjects: subjects.map((subject) => subjectOf(subject, problems)),
    signed,
    ...builderOf(predicate),
    source,
    commit: source?.commit ?? ofSubjects.commit,
    // A statement is made once what it states has ended; a build that fails has none.
    completed: true,
    finishedAt: finishedAt(predicate, problems) ?? loggedAt,
    problems: problems.list(),
  };
}

/** A commit as a subject: by its digest, or as `git.head`. */
function commitOfSubject({ name, digest }: JsonObject): string | null {
  return commitId(textOf(at(digest, 'gitCommit')) ?? (name === 'git.head' ? textOf(at(digest, 'sha1')) : null));
}

function subjectOf({ name, uri, digest }: JsonObject, problems: Problems): InTotoStatement['subjects'][number] {
  const sha256 = textOf(at(digest, 'sha256'));
  if (Object.keys(objectOf(digest)).length === 0) problems.add('in-toto Statement: a subject has no digest');
  if (sha256 !== null && !hex.test(sha256))
    problems.add('in-toto Statement: a sha256 of a subject is not 64 hex digits');
  return {
    name: bounded(textOf(name) ?? textOf(uri)) ?? '',
    sha256: sha256 !== null && hex.test(sha256) ? sha256.toLowerCase() : null,
  };
}

/** The end of the build, else its start, else the time that a verification or scan states. */
function finishedAt(predicate: JsonObject, problems: Problems): string | null {
  const places: readonly (readonly string[])[] = [
    ['runDetails', 'metadata', 'finishedOn'],
    ['metadata', 'buildFinishedOn'],
    ['metadata', 'scanFinishedOn'],
    ['metadata', 'finishedOn'],
    ['runDetails', 'metadata', 'startedOn'],
    ['metadata', 'buildStartedOn'],
    ['metadata', 'scannedOn'],
    ['timeVerified'],
    ['timestamp'],
  ];
  for (const place of places) {
    const instant = statedInstant(at(predicate, ...place), `in-toto predicate.${place.join('.')}`, problems);
    if (instant !== null) return instant;
  }
  return null;
}
