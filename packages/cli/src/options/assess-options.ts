// SPDX-License-Identifier: Apache-2.0
import type { Command } from 'commander';

/** What every command that assesses takes; `AssessOptions` is what comes of it. */
export function withAssessOptions(command: Command): Command {
  return command
    .option('--as-of <date>', 'assess what was in effect at the end of that day (UTC), YYYY-MM-DD; today unless told')
    .option('--profile <name>', 'baseline, standard or high (default: plumbline.yaml, else standard)')
    .option(
      '--evidence <files...>',
      'SARIF, CycloneDX, SPDX, OpenVEX, in-toto, JUnit or osquery files (after the target)',
    )
    .option('--feeds <dir>', 'where feeds are kept (default: PLUMBLINE_FEEDS, else the cache folder of the user)')
    .option('--state <dir>', 'where results of scans and of the gate are kept, if not in .plumbline of the repository')
    .option('--offline', 'never use the network: refuse to clone, look nothing up')
    .option('--worktree', 'read the files as they lie in the folder, not those of the last commit');
}
