// SPDX-License-Identifier: Apache-2.0
import { defineTask, type TaskProcedure } from '@plumbline/core/verdicts/task';
import { releaseHasSbom } from '../../checks/release-has-sbom/release-has-sbom.ts';
import { sbomComplete } from '../../checks/sbom-complete/sbom-complete.ts';
import { sbomMatchesLockfiles } from '../../checks/sbom-matches-lockfiles/sbom-matches-lockfiles.ts';
import { releaseHasProvenance } from '../../checks/release-has-provenance/release-has-provenance.ts';
import { provenanceVerifies } from '../../checks/provenance-verifies/provenance-verifies.ts';
import { releaseProvenanceOrSbom } from '../../checks/release-provenance-or-sbom/release-provenance-or-sbom.ts';

export const ps32ProvenanceData: TaskProcedure = defineTask({
  id: 'PS.3.2',
  scope: ['release'],
  checks: [
    releaseHasSbom,
    sbomComplete,
    sbomMatchesLockfiles,
    releaseHasProvenance,
    provenanceVerifies,
    releaseProvenanceOrSbom,
  ],
  note: 'A document counts when it is about this commit. Completeness is held against the minimum elements of NTIA and CISA and against the lockfiles (example 4), and provenance by its content before its signature. What a pipeline would make is shown beside what is there.',
});
