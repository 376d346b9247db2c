// SPDX-License-Identifier: Apache-2.0
import { PlumblineError } from '@plumbline/core/errors';
import type { Transfer } from '@plumbline/engine/archive/transfer';
import { visibleLine } from '@plumbline/reports/visible-text';
import { shownBytes } from '../terminal/shown-bytes.ts';
import type { Terminal } from '../terminal/terminal.ts';

/**
 * A line of progress for each object, and for a large one for each percent of it. What is called with every piece on its way is
 * where a transfer ends when it is interrupted: it throws `interrupted`.
 */
export function showTransfer(
  { progress, signal }: Pick<Terminal, 'progress' | 'signal'>,
  verb: string,
): (transfer: Transfer) => void {
  let shown = '';
  return ({ name, done, size }) => {
    if (signal.aborted) throw new PlumblineError('interrupted', `interrupted while ${verb}`, { path: name });
    const percent = size === 0 ? 100 : Math.min(100, Math.floor((100 * done) / size));
    const line = `${verb} ${visibleLine(name)}: ${percent} % of ${shownBytes(size)}`;
    if (line !== shown) progress(line);
    shown = line;
  };
}
