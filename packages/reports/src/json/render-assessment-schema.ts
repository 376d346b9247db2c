// SPDX-License-Identifier: Apache-2.0
import { printJson } from '../print-json.ts';
import { assessmentSchema } from './assessment-schema.ts';

/** The published file: docs/generated/schemas/assessment.schema.json. */
export function renderAssessmentSchema(): string {
  return printJson(assessmentSchema);
}
