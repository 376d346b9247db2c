// SPDX-License-Identifier: Apache-2.0
import type { Assessment } from '@plumbline/core/assessment/assessment';
import type { Evidence } from '@plumbline/core/evidence/evidence';
import { printJson } from '../print-json.ts';
import type { AssessmentDocument, DocumentEvidence } from './assessment-document.ts';
import { documentVerdict } from './document-verdict.ts';

/** `assess --format json`: the contract of DESIGN §5, valid against `assessmentSchema`. Same assessment, same bytes. */
export function renderJson(assessment: Assessment): string {
  return printJson(documentOf(assessment));
}

function documentOf(assessment: Assessment): AssessmentDocument {
  const { schemaVersion, tool, catalog, procedures, profile, asOf, subject } = assessment;
  return {
    schemaVersion,
    tool,
    catalog,
    procedures,
    profile,
    asOf,
    subject,
    summary: assessment.summary,
    verdicts: assessment.verdicts.map(documentVerdict),
    evidence: assessment.evidence.map(evidenceOf),
    exceptions: assessment.exceptions,
    tailoring: assessment.tailoring,
    notLookedAt: assessment.notLookedAt,
  };
}

function evidenceOf(item: Evidence): DocumentEvidence {
  const { digest, kind, state, collector, subject, location, collectedAt, effectiveAt, expiresAt, strength } = item;
  return {
    digest,
    kind,
    state,
    collector,
    subject,
    location,
    collectedAt,
    effectiveAt,
    ...(expiresAt !== undefined && { expiresAt }),
    strength,
    ...(item.state === 'absent' && { lookedIn: item.lookedIn }),
    ...(item.state === 'unavailable' && { because: item.because, resolve: item.resolve }),
  };
}
