// SPDX-License-Identifier: Apache-2.0
import type { RepositorySnapshot } from '@plumbline/core/collecting/repository-snapshot';
import type { Subject } from '@plumbline/core/evidence/evidence';

/** What evidence of a snapshot is about; plain files have no commit. */
export function subjectOf({ uri, commit }: Pick<RepositorySnapshot, 'uri' | 'commit'>): Subject {
  return commit === '' ? { uri } : { uri, commit };
}
