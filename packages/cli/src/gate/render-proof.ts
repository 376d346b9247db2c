// SPDX-License-Identifier: Apache-2.0
import { visibleLine } from '@plumbline/reports/visible-text';
import { wrap } from '@plumbline/reports/text/wrap';
import type { Terminal } from '../terminal/terminal.ts';
import type { Proof } from './run-gate-prove.ts';

/** The proof for a terminal: whether it holds first, then every attack, then what could not be tried. */
export function renderProof({ entry, missing }: Proof, { style, width }: Terminal): string {
  const through = entry.attacks.filter(({ blocked }) => !blocked).length;
  const head = entry.proved
    ? style.green(`✓ Proved: all of ${entry.attacks.length} attacks were stopped, and what does no harm passed`)
    : through > 0
      ? style.red(`✗ Not proved: ${through} of ${entry.attacks.length} got through`)
      : style.cyan('? Not proved: not everything could be tried');
  const lines = [
    style.bold(head),
    '',
    ...entry.attacks.flatMap(({ attack, blocked, because }) => [
      blocked ? `${style.green('✓')} ${visibleLine(attack)}` : `${style.red('✗')} ${visibleLine(attack)}`,
      ...wrap(visibleLine(because), width - 4).map((line) => style.dim(`    ${line}`)),
    ]),
    ...missing.flatMap((one) =>
      wrap(visibleLine(one), width - 4).map((line, index) => `${index === 0 ? `${style.cyan('?')} ` : '  '}${line}`),
    ),
  ];
  return `${lines.join('\n')}\n`;
}
