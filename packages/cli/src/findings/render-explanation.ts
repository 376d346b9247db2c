// SPDX-License-Identifier: Apache-2.0
import type { Explanation } from '@plumbline/findings/explain/explain-finding';
import type { Style } from '@plumbline/reports/text/style';
import { wrap } from '@plumbline/reports/text/wrap';
import { visibleLine } from '@plumbline/reports/visible-text';

type Layout = { readonly width: number; readonly style: Style };

/** Who saw a finding, why it is one, and where its severity and state come from. */
export function renderExplanation(explanation: Explanation, { width, style }: Layout): string {
  const { id, otherIds, severity, state, sightings, merges } = explanation;
  const line = (text: string, indent: number): readonly string[] =>
    wrap(visibleLine(text), width - indent).map((part) => ' '.repeat(indent) + part);
  return [
    style.bold(id),
    ...(otherIds.length === 0 ? [] : line(`known before as ${otherIds.join(', ')}`, 2)),
    ...line(`severity: ${severity}`, 2),
    ...line(`state: ${state}`, 2),
    '',
    style.bold('Seen by'),
    ...sightings.flatMap(({ tool, toolVersion, rule, at, seenAt, recognisedBy, because, part }) => [
      ...line(`${tool}${toolVersion === null ? '' : ` ${toolVersion}`}: ${rule} at ${at}, ${seenAt.slice(0, 10)}`, 2),
      ...line(`recognised by ${recognisedBy}: ${because} (part ${part})`, 6).map((one) => style.dim(one)),
    ]),
    ...(merges.length === 0 ? [] : ['', style.bold('One finding because')]),
    ...merges.flatMap(({ rule, because }) => line(`${because} (${rule})`, 2)),
    ...(merges.length === 0
      ? []
      : line('To undo a merge, name its parts in security/triage.yaml with the decision split.', 2).map((one) =>
          style.dim(one),
        )),
    '',
  ].join('\n');
}
