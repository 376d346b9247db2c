// SPDX-License-Identifier: Apache-2.0
import { type Command, Option } from 'commander';
import type { Verb } from '../command.ts';
import type { GateProveOptions } from '../gate/run-gate-prove.ts';
import type { GateTestOptions } from '../gate/run-gate-test.ts';
import type { RunGateOptions } from '../gate/run-gate.ts';

export const gateFormats = ['text', 'json', 'markdown', 'sarif', 'junit', 'annotations', 'statement'] as const;

export const gate: Verb = (program, terminal, finish) => {
  const command = decideCommand(program).action(async (target: string, options: RunGateOptions) => {
    const { runGate } = await import('../gate/run-gate.ts');
    finish(await runGate(target, options, terminal));
  });
  testCommand(command).action(async (policy: string, options: GateTestOptions) => {
    const { runGateTest } = await import('../gate/run-gate-test.ts');
    finish(await runGateTest(policy, options, terminal));
  });
  proveCommand(command).action(async (target: string, options: GateProveOptions) => {
    const { runGateProve } = await import('../gate/run-gate-prove.ts');
    finish(await runGateProve(target, options, terminal));
  });
};

function decideCommand(program: Command): Command {
  return program
    .command('gate')
    .enablePositionalOptions()
    .summary('lets a change through or not, by policy')
    .description(
      'Decides by policy whether a change may pass: exit 0 passed, 1 failed, 3 could not assess. Policy and exceptions are read from the base of the change, never from the change.',
    )
    .argument('[target]', 'a folder of a git repository', '.')
    .option(
      '--policy <file>',
      'the policy: a file, or starter or standard (default: security/gate-policy.yaml of the base)',
    )
    .option(
      '--baseline <revision>',
      'the base of the change (default: the default branch, or the commit before the head)',
    )
    .option('--warn-only', 'say what would be decided, and exit 0')
    .option('--simulate <n>', 'replay the gate over the last n commits, from stored results')
    .option('--as-of <date>', 'decide as at the end of that day (UTC), YYYY-MM-DD')
    .option('--state <folder>', 'where results are kept, if not in .plumbline of the repository')
    .option('--feeds <folder>', 'where the vulnerability data is kept')
    .option('--output <file>', 'write the decision to a file instead of stdout')
    .option('--statement <file>', 'also write the in-toto statement of the decision')
    .option('--reports <folder>', 'also write the same decision in every format into a folder')
    .option('--verbose', 'show every violation and every tool (text)')
    .addOption(new Option('--format <format>', 'what to write').choices(gateFormats).default('text'));
}

function testCommand(command: Command): Command {
  return command
    .command('test')
    .summary("runs a policy's own tests")
    .description('Runs the tests that live beside a policy (gate-policy.test.yaml beside gate-policy.yaml).')
    .argument('[policy]', 'the policy: a file, or starter or standard', 'security/gate-policy.yaml')
    .option('--tests <file>', 'the tests, if they are not beside it')
    .addOption(new Option('--format <format>', 'what to write').choices(['text', 'json']).default('text'));
}

function proveCommand(command: Command): Command {
  return command
    .command('prove')
    .summary('proves by attack that the gate blocks')
    .description(
      'Tries, in a scratch copy, changes that must not pass: a canary secret, bad code, a vulnerable component, a scanner that does not run, drawn at random. Keeps the result as evidence.',
    )
    .argument('[target]', 'a folder of a git repository', '.')
    .option('--policy <file>', 'the policy: a file, or starter or standard')
    .option('--command <commands...>', "the pipeline's own commands, run one after the other in the scratch copy")
    .option('--state <folder>', 'where results are kept, if not in .plumbline of the repository')
    .option('--feeds <folder>', 'where the vulnerability data is kept')
    .addOption(new Option('--format <format>', 'what to write').choices(['text', 'json']).default('text'));
}
