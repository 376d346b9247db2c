// SPDX-License-Identifier: Apache-2.0
import type { RepositorySnapshot } from '@plumbline/core/collecting/repository-snapshot';
import type { Subject } from '@plumbline/core/evidence/evidence';

/** What evidence of a snapshot is about; plain files have no commit. */
export function subjectOf({ uri, commit, dirty }: Pick<RepositorySnapshot, 'uri' | 'commit' | 'dirty'>): Subject {
  if (commit === '') return { uri };
  return dirty === true ? { uri, commit, dirty } : { uri, commit };
}
