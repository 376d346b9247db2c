// SPDX-License-Identifier: Apache-2.0
import { defineTask, type TaskProcedure } from '@plumbline/core/verdicts/task';
import { releasesArchived } from '../../checks/releases-archived/releases-archived.ts';
import { archiveRestorable } from '../../checks/archive-restorable/archive-restorable.ts';

export const ps31ArchiveReleases: TaskProcedure = defineTask({
  id: 'PS.3.1',
  scope: ['release'],
  checks: [releasesArchived, archiveRestorable],
  note: 'The release tags say which releases there must be, so that one left out of the record is seen. Source, artifacts, bill of materials, provenance, reports and checksums are kept with a date of retention; a drill shows that they can be restored.',
});
