// SPDX-License-Identifier: Apache-2.0
import type { Threat } from '@plumbline/core/facts/threat-models';
import { isFields, listOf, memberAt, memberOf, textOf } from '../../platform/syntax/json-value.ts';
import { threatsMax, threatState, type ModelReading } from './model-reading.ts';

/** Threat Dragon 2 (cells with `data`) and 1 (cells below `diagramJson`). Its threats have a status and no owner. */
export function threatDragonModel(value: unknown): ModelReading | null {
  const diagrams = memberAt(value, ['detail', 'diagrams']);
  const title = textOf(memberAt(value, ['summary', 'title']));
  if (!Array.isArray(diagrams) || title === null) return null;
  const cells = listOf(diagrams).flatMap((diagram) => [
    ...listOf(memberOf(diagram, 'cells')),
    ...listOf(memberAt(diagram, ['diagramJson', 'cells'])),
  ]);
  const data = cells.map((cell) => {
    const inner = memberOf(cell, 'data');
    return isFields(inner) ? inner : cell;
  });
  const threats = data.flatMap((cell) => listOf(memberOf(cell, 'threats'))).slice(0, threatsMax);
  return {
    format: 'threat-dragon',
    title,
    threats: threats.map(threatOf),
    trustBoundaries: data.filter(isBoundary).length,
    reviewedOn: null,
    lastChangedOn: null,
    // A new model: the tool's own title, nothing drawn.
    placeholder: cells.length === 0,
  };
}

function threatOf(threat: unknown, index: number): Threat {
  const number = memberOf(threat, 'number');
  const id = textOf(memberOf(threat, 'id')) ?? textOf(memberOf(threat, 'ruleId')) ?? '';
  return {
    id: typeof number === 'number' ? String(number) : id === '' ? String(index + 1) : id.slice(0, 100),
    title: (textOf(memberOf(threat, 'title')) ?? '').slice(0, 300),
    state: threatState(textOf(memberOf(threat, 'status')) ?? ''),
    owner: textOf(memberOf(threat, 'owner')),
  };
}

/** Version 2 marks boundary boxes and curves alike, version 1 by type alone. */
function isBoundary(cell: unknown): boolean {
  return memberOf(cell, 'isTrustBoundary') === true || (textOf(memberOf(cell, 'type')) ?? '').startsWith('tm.Boundary');
}
