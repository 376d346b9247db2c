// SPDX-License-Identifier: Apache-2.0
import type { DrillEntry, DrillFault } from '@plumbline/core/state/drill-entry';
import { visibleLine } from '@plumbline/reports/visible-text';
import type { Terminal } from '../terminal/terminal.ts';

/** A drill for people: each release, what is wrong with it, and the sum. */
export function renderDrill(drill: DrillEntry, { style }: Pick<Terminal, 'style'>): string {
  const lines = drill.releases.map(
    ({ name, restored }) =>
      `${restored ? style.green('✓') : style.red('✗')} ${style.bold(visibleLine(name))}: ${restored ? 'restored whole' : 'not restored'}`,
  );
  const faults = drill.faults.map((fault) => `  ${faultLine(fault)}`);
  const restored = drill.releases.filter((release) => release.restored).length;
  const sum = `${restored} of ${drill.releases.length} releases restored, ${drill.objects} objects, ${drill.bytes} bytes compared`;
  return `${[...lines, ...faults, sum].join('\n')}\n`;
}

export function faultLine({ release, object, what, because }: DrillFault): string {
  const where = object === null ? 'the entry' : visibleLine(object);
  return `${visibleLine(release)}: ${where} is ${what}: ${visibleLine(because)}`;
}
