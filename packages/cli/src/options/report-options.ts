// SPDX-License-Identifier: Apache-2.0
import { type Command, Option } from 'commander';

/** The formats of a report, text unless told, and where it goes. */
export function withReportOptions(command: Command, formats: readonly string[], described = 'what to write'): Command {
  return command
    .addOption(new Option('--format <format>', described).choices(formats).default('text'))
    .option('--output <file>', 'write to a file instead of stdout');
}
