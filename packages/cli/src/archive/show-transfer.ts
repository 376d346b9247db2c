// SPDX-License-Identifier: Apache-2.0
import type { Transfer } from '@plumbline/engine/archive/transfer';
import { visibleLine } from '@plumbline/reports/visible-text';
import { shownBytes } from '../terminal/shown-bytes.ts';
import type { Terminal } from '../terminal/terminal.ts';

/** A line of progress for each object, and for a large one for each percent of it. */
export function showTransfer({ progress }: Pick<Terminal, 'progress'>, verb: string): (transfer: Transfer) => void {
  let shown = '';
  return ({ name, done, size }) => {
    const percent = size === 0 ? 100 : Math.min(100, Math.floor((100 * done) / size));
    const line = `${verb} ${visibleLine(name)}: ${percent} % of ${shownBytes(size)}`;
    if (line !== shown) progress(line);
    shown = line;
  };
}
