// SPDX-License-Identifier: Apache-2.0
// The only file that prints and exits.
import { Command, CommanderError } from 'commander';
import { PlumblineError } from '@plumbline/core/errors';
import { visibleText } from '@plumbline/reports/visible-text';
import { verbs } from './commands/verbs.ts';
import { exitCodeOf, exitCodes, type ExitCode } from './exit-codes.ts';
import { openTerminal } from './terminal/open-terminal.ts';
import { version } from './version.ts';

const interrupt = new AbortController();
process.once('SIGINT', () => interrupt.abort());
process.once('SIGTERM', () => interrupt.abort());
// A reader that goes away (`| head`) is not an error.
process.stdout.on('error', (error: NodeJS.ErrnoException) =>
  process.exit(error.code === 'EPIPE' ? exitCodes.done : exitCodes.usage),
);

const terminal = openTerminal(interrupt.signal);
const program = new Command('plumbline')
  .description('Where a repository stands against every task of NIST SP 800-218 (SSDF), computed from evidence.')
  .version(version)
  .showSuggestionAfterError()
  // What follows the name of a command is its own: `gate prove --format json` is not about the gate's decision.
  .enablePositionalOptions()
  .exitOverride();
for (const verb of verbs) {
  verb(program, terminal, (code) => {
    process.exitCode = code;
  });
}
for (const command of program.commands) command.exitOverride().showHelpAfterError('(--help shows the options)');

try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = report(error);
}

function report(error: unknown): ExitCode {
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.done : exitCodes.usage;
  if (error instanceof PlumblineError) {
    const place = error.path === undefined ? '' : ` (${error.path}${error.line === undefined ? '' : `:${error.line}`})`;
    terminal.message(`plumbline: ${visibleText(error.message)}${visibleText(place)}`);
    if (error.next !== undefined) terminal.message(`  ${visibleText(error.next)}`);
    return exitCodeOf[error.code];
  }
  terminal.message(
    `plumbline: this is a bug, please report it: ${error instanceof Error ? visibleText(error.stack ?? error.message) : String(error)}`,
  );
  return exitCodes.bug;
}
