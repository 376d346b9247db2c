// SPDX-License-Identifier: Apache-2.0
import type { Scanner } from '@plumbline/core/scanning/scanner';
import { gitEnvironment } from '../../platform/git/git-environment.ts';
import { gibibytes, minutes } from '../../platform/tools/amounts.ts';
import { builtIn } from '../../platform/tools/built-in.ts';
import { createToolScanner } from '../../platform/tools/create-tool-scanner.ts';
import { planForFiles } from '../../platform/tools/plans.ts';

/** Distinct from 1, which is its own failure. */
const found = 7;

/** As git knows it without being told: attributes of a commit, such as `-diff`, would hide what the log prints. */
const emptyTree = '4b825dc642cb6eb9a060e54bf8d69288fbee4904';

/**
 * Gitleaks reads `.gitleaks.toml` and `.gitleaksignore` of the scanned folder, which are not there; history is read from a git
 * directory of ours, without files, configuration or attributes. `gitleaks:allow` comments are honoured in a run of their own.
 * The secrets themselves are left out of its report.
 */
export const gitleaksScanner: Scanner = createToolScanner({
  id: 'gitleaks',
  title: 'secrets in files, and in the history where asked for',
  tool: 'Gitleaks',
  purposes: ['secret-scan'],
  needs: ['work-tree'],
  bounds: { timeoutMs: minutes(15), memoryBytesMax: gibibytes(4) },
  programs: ['gitleaks'],
  install: 'take a release of gitleaks',
  version: {
    args: ['version'],
    pattern: /^v?(\d+\.\d+\.\d+)/mu,
    goModule: 'github.com/zricethezav/gitleaks/v8',
  },
  format: 'gitleaks',
  plan: planForFiles,
  command: ({ input, tree, folder, reportFile, version }) => {
    const { gitDirectory } = input;
    const what = gitDirectory === null ? ['dir', tree] : ['git', gitDirectory];
    const report = ['--report-format=json', `--report-path=${reportFile}`, `--exit-code=${found}`];
    const rules = input.rules === undefined ? [] : [`--config=${input.rules}`];
    const args = [
      ...what,
      '--no-banner',
      '--no-color',
      '--redact',
      `--gitleaks-ignore-path=${folder}`,
      ...report,
      ...rules,
    ];
    return {
      args: [...args, '--ignore-gitleaks-allow'],
      honouring: args,
      report: 'file',
      ...(gitDirectory === null ? {} : { history: true as const }),
      environment: gitDirectory === null ? {} : historyEnvironment(gitDirectory),
      ruleSet: input.rules === undefined ? builtIn('Gitleaks', version) : `the rules that the user named`,
    };
  },
  finished: [0, found],
  // A failure of git ends its walk through the history, and it goes on to say that there are no leaks.
  complaint: /\b(?:ERR|FTL)\b/u,
});

/** Gitleaks takes every word of git for a failure, and git has one to say about the file of grafts: ours has none. */
function historyEnvironment(gitDirectory: string): { readonly [name: string]: string } {
  const { PATH: _, GIT_GRAFT_FILE: __, ...environment } = gitEnvironment(gitDirectory);
  return { ...environment, GIT_ATTR_SOURCE: emptyTree };
}
