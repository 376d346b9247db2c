// SPDX-License-Identifier: Apache-2.0
import { renderRecordSchemas } from '@plumbline/adapters/collectors/records/render-record-schemas';
import { renderThreatModelSchema } from '@plumbline/adapters/collectors/threat-models/plumbline-model';
import { renderTrustPolicySchema } from '@plumbline/adapters/trust-policy/render-trust-policy-schema';
import { renderArchiveListSchema } from '@plumbline/engine/archive/archive-list-schema';
import { renderDrillSchema } from '@plumbline/engine/archive/drill-schema';
import { renderReleaseManifestSchema } from '@plumbline/engine/release/render-release-manifest-schema';
import { renderRangeSchema } from '@plumbline/engine/verify/git/range-schema';
import { renderVerificationSchema } from '@plumbline/engine/verify/verification-schema';
import { renderAssessmentSchema } from '@plumbline/reports/json/render-assessment-schema';
import { renderExplanationSchema } from '@plumbline/reports/explain/explanation-schema';
import { renderRoadmapSchema } from '@plumbline/reports/roadmap/roadmap-schema';
import type { GeneratedFile } from '../write-generated.ts';

/** The published JSON Schemas: what the command writes, and the records that it reads. */
export function schemaFiles(): readonly GeneratedFile[] {
  const files = [
    { name: 'archive-drill.schema.json', text: renderDrillSchema() },
    { name: 'archive-list.schema.json', text: renderArchiveListSchema() },
    { name: 'assessment.schema.json', text: renderAssessmentSchema() },
    { name: 'explanation.schema.json', text: renderExplanationSchema() },
    { name: 'range-verification.schema.json', text: renderRangeSchema() },
    { name: 'release.schema.json', text: renderReleaseManifestSchema() },
    { name: 'roadmap.schema.json', text: renderRoadmapSchema() },
    { name: 'verification.schema.json', text: renderVerificationSchema() },
    renderThreatModelSchema(),
    renderTrustPolicySchema(),
    ...renderRecordSchemas(),
  ];
  return files.map(({ name, text }) => ({ path: `docs/generated/schemas/${name}`, text }));
}
