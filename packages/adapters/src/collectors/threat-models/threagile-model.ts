// SPDX-License-Identifier: Apache-2.0
import { fieldsOf, memberAt, memberOf, membersOf, textOf } from '../../platform/syntax/json-value.ts';
import { dayOf, threatsMax, threatState, type ModelReading } from './model-reading.ts';

/**
 * Threagile: its risks are computed by its rules when it runs; what a repository holds is what became of each
 * (`risk_tracking`).
 */
export function threagileModel(value: unknown): ModelReading | null {
  const version = memberOf(value, 'threagile_version');
  if (typeof version !== 'string' && typeof version !== 'number') return null;
  return {
    format: 'threagile',
    title: textOf(memberOf(value, 'title')) ?? 'Threagile model',
    threats: membersOf(memberOf(value, 'risk_tracking'))
      .slice(0, threatsMax)
      .map(([id, tracking]) => ({
        id: id.slice(0, 200),
        title: (textOf(memberOf(tracking, 'justification')) ?? id).slice(0, 300),
        state: threatState(textOf(memberOf(tracking, 'status')) ?? ''),
        owner: textOf(memberOf(tracking, 'checked_by')),
      })),
    trustBoundaries: Object.keys(fieldsOf(memberOf(value, 'trust_boundaries'))).length,
    reviewedOn: null,
    lastChangedOn: dayOf(memberOf(value, 'date')),
    placeholder: textOf(memberAt(value, ['author', 'name'])) === 'John Doe',
  };
}
