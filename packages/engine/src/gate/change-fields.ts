// SPDX-License-Identifier: Apache-2.0
import type { EvidenceSet } from '@plumbline/core/evidence/evidence-set';
import type { ChangeFields } from '@plumbline/policy/vocabulary/subject-values';

/** What lies between base and head. */
export type ChangeAtHand = {
  readonly paths: readonly string[];
  readonly authors: readonly string[];
  readonly commits: number;
};

/** The change in the words of policies; nothing of it is known without a base. `policyPaths`: the gate's own files. */
export function changeFields(
  change: ChangeAtHand | null,
  head: EvidenceSet,
  policyPaths: readonly string[],
): ChangeFields {
  if (change === null) return {};
  const touches = (paths: readonly string[]): boolean => change.paths.some((path) => paths.includes(path));
  return {
    paths: change.paths,
    authors: change.authors,
    commits: change.commits,
    touchesPolicy: touches(policyPaths),
    touchesPipelines: change.paths.some((path) => ciFile.test(path)) || touches(pipelinePaths(head)),
    touchesLockfiles: lockPaths(head) === null ? undefined : touches(lockPaths(head) ?? []),
  };
}

function pipelinePaths({ 'ci-pipelines': item }: EvidenceSet): readonly string[] {
  return item?.state === 'found' ? item.fact.pipelines.map(({ path }) => path) : [];
}

/** Null: the lockfiles could not be read. */
function lockPaths({ 'dependency-inventory': item }: EvidenceSet): readonly string[] | null {
  if (item?.state === 'absent') return [];
  return item?.state === 'found' ? [...item.fact.lockfiles, ...item.fact.manifests].map(({ path }) => path) : null;
}

/** Files of CI by their place: those that the change removes are in no fact about its head. */
const ciFile =
  /^(?:\.(?:github|forgejo|gitea)\/workflows\/|\.gitlab-ci\.yml$|\.circleci\/|\.woodpecker|azure-pipelines|Jenkinsfile)/;
