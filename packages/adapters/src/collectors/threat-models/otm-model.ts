// SPDX-License-Identifier: Apache-2.0
import type { Threat } from '@plumbline/core/facts/threat-models';
import { listOf, memberAt, memberOf, textOf } from '../../platform/syntax/json-value.ts';
import { threatsMax, threatState, type ModelReading } from './model-reading.ts';

/**
 * Open Threat Model 0.1 and 0.2: threats are defined once and occur at components and data flows, each time with a
 * state of its own. A threat that occurs nowhere has not been decided.
 */
export function otmModel(value: unknown): ModelReading | null {
  if (textOf(memberOf(value, 'otmVersion')) === null) return null;
  const names = new Map(
    listOf(memberOf(value, 'threats')).map((threat) => [
      textOf(memberOf(threat, 'id')) ?? '',
      textOf(memberOf(threat, 'name')) ?? '',
    ]),
  );
  const threats: Threat[] = [];
  const occurring = new Set<string>();
  for (const part of [...listOf(memberOf(value, 'components')), ...listOf(memberOf(value, 'dataflows'))]) {
    const at = textOf(memberOf(part, 'id')) ?? textOf(memberOf(part, 'name')) ?? '';
    for (const occurrence of listOf(memberOf(part, 'threats')).slice(0, threatsMax - threats.length)) {
      const id = textOf(memberOf(occurrence, 'threat')) ?? '';
      occurring.add(id);
      threats.push({
        id: `${id}@${at}`.slice(0, 200),
        title: names.get(id) ?? id,
        state: threatState(textOf(memberOf(occurrence, 'state')) ?? ''),
        owner: textOf(memberOf(occurrence, 'owner')),
      });
    }
  }
  for (const [id, title] of names)
    if (!occurring.has(id) && threats.length < threatsMax) threats.push({ id, title, state: 'undecided', owner: null });
  return {
    format: 'otm',
    title: textOf(memberAt(value, ['project', 'name'])) ?? 'Open Threat Model',
    threats,
    trustBoundaries: listOf(memberOf(value, 'trustZones')).length,
    reviewedOn: null,
    lastChangedOn: null,
    placeholder: false,
  };
}
