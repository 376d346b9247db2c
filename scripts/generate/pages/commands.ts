// SPDX-License-Identifier: Apache-2.0
import { Command } from 'commander';
import { verbs } from '@plumbline/cli/commands/verbs';
import { plainStyle } from '@plumbline/reports/text/style';
import type { GeneratedFile } from '../write-generated.ts';
import { generatedNote } from './generated-note.ts';

/** The command line, as --help prints it. */
export function commandPage(): GeneratedFile {
  const program = new Command('plumbline').configureHelp({ helpWidth: 100 });
  const silent = {
    write: () => Promise.resolve(),
    message: () => {},
    progress: () => {},
    style: plainStyle,
    width: 100,
    interactive: false,
    signal: new AbortController().signal,
  };
  for (const verb of verbs) verb(program, silent, () => {});
  const help = program.commands.flatMap((command) => section(command, 'plumbline'));
  return {
    path: 'docs/generated/commands.md',
    text: ['# Commands', '', generatedNote('packages/cli/src/commands'), '', ...help].join('\n'),
  };
}

/** A command and the commands below it. */
function section(command: Command, parent: string): readonly string[] {
  const name = `${parent} ${command.name()}`;
  const help = command.configureHelp({ helpWidth: 100 }).helpInformation().trimEnd();
  return [`## ${name}`, '', '```', help, '```', '', ...command.commands.flatMap((child) => section(child, name))];
}
