// SPDX-License-Identifier: Apache-2.0
import { gibibytes, minutes } from './amounts.ts';
import { planForLanguages } from './plans.ts';
import type { ToolSpec } from './tool-spec.ts';

const languages: readonly string[] = (
  'JavaScript,TypeScript,Python,Java,Go,Ruby,PHP,C,C++,C#,Kotlin,Scala,Swift,Rust,Shell,Solidity,Dockerfile,HCL,Vue,Elixir,OCaml,' +
  'R,Lua,Clojure'
).split(',');

type Family = {
  readonly id: string;
  readonly tool: string;
  readonly install: string;
  /** What it takes rules from where the user names none; null: it has no rules of its own. */
  readonly registryRules: string | null;
};

/**
 * Semgrep and what came of it. It reads `.semgrepignore` of the scanned folder: ours, which leaves out nothing. `nosemgrep`
 * comments stand in its report as suppressions. Nothing is sent home: no metrics, no look for a new version, no login.
 */
export function semgrepLike({ id, tool, install, registryRules }: Family): ToolSpec {
  return {
    id,
    title: 'weaknesses in code of many languages, by patterns and data flow',
    tool,
    purposes: ['sast'],
    needs: ['work-tree'],
    bounds: { timeoutMs: minutes(20), memoryBytesMax: gibibytes(6) },
    programs: [id],
    install,
    version: { args: ['--version'], pattern: /(\d+\.\d+\.\d+)/u },
    environment: { SEMGREP_SEND_METRICS: 'off', SEMGREP_ENABLE_VERSION_CHECK: '0' },
    format: 'sarif',
    plan: (target) => planForLanguages(target, languages),
    command: ({ input, tree, reportFile }) => {
      const rules = input.rules ?? (input.offline ? null : registryRules);
      if (rules === null) {
        const why = registryRules === null ? 'has no rules of its own' : 'takes its rules from the network';
        return { cannot: `${tool} ${why}: name a file or folder with rules (--rules ${id}=PATH)` };
      }
      const quiet = ['--metrics=off', '--disable-version-check', '--quiet', '--no-git-ignore', '--no-rewrite-rule-ids'];
      const limits = ['--timeout=30', '--max-target-bytes=5000000'];
      return {
        args: ['scan', ...quiet, ...limits, `--config=${rules}`, '--sarif', `--output=${reportFile}`, tree],
        report: 'file',
      };
    },
    finished: [0, 1],
    failures: {
      2: 'it failed',
      4: 'a pattern is wrong',
      5: 'its rules are not YAML',
      7: 'its rules are wrong or missing',
    },
  };
}
