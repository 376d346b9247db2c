// SPDX-License-Identifier: Apache-2.0
import type { Style } from '@plumbline/reports/text/style';

/**
 * What a command may do with the outside: the result to stdout, messages and progress to stderr. Only main.ts makes
 * one, so that nothing else prints or exits.
 */
export type Terminal = {
  readonly write: (text: string) => Promise<void>;
  readonly message: (text: string) => void;
  /** A line that is replaced by the next one; nothing when stderr is not a terminal. */
  readonly progress: (text: string) => void;
  readonly style: Style;
  /** Columns of stdout; 100 when it is not a terminal. */
  readonly width: number;
  readonly interactive: boolean;
  /** Aborted by ctrl-C. */
  readonly signal: AbortSignal;
};
