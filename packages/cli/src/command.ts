// SPDX-License-Identifier: Apache-2.0
import type { Command as Program } from 'commander';
import type { ExitCode } from './exit-codes.ts';
import type { Terminal } from './terminal/terminal.ts';

/**
 * One verb. Declaring it costs nothing: what it does is imported when it runs, so that start-up stays small.
 * `finish` hands the exit code to main.ts.
 */
export type Verb = (program: Program, terminal: Terminal, finish: (code: ExitCode) => void) => void;
