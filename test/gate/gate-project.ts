// SPDX-License-Identifier: Apache-2.0
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { git } from '@plumbline/adapters/testing/use-repositories';
import type { GateDecision } from '@plumbline/core/gate/gate-decision';
import { afterEach } from 'vitest';
import { type CommandResult, plumbline } from '../scenarios/plumbline.ts';

/** A result of the made scanner: where, and the text of the line is that of the file. */
export type Reported = {
  readonly path: string;
  readonly line?: number;
  readonly rule?: string;
  readonly level?: 'error' | 'warning' | 'note';
  /** A place that leads there. */
  readonly from?: string;
  readonly suppressed?: 'inSource' | 'external';
};

export type ReportOptions = {
  readonly tool?: string;
  /** Full id of the commit that the report itself names. */
  readonly commit?: string;
  readonly successful?: boolean;
};

/** A repository in a folder, in which a pipeline is played: commit, import, gate. */
export type GateProject = {
  readonly folder: string;
  readonly write: (files: { readonly [path: string]: string | null }) => void;
  /** Commits everything; the id. */
  readonly commit: (files: { readonly [path: string]: string | null }, author?: string) => string;
  readonly git: (...args: readonly string[]) => string;
  readonly run: (...args: readonly string[]) => Promise<CommandResult>;
  /** Writes a SARIF report outside of the repository; its path. */
  readonly report: (results: readonly Reported[], options?: ReportOptions) => string;
  /** Imports a report for the head, as a pipeline does. */
  readonly scanned: (results: readonly Reported[], options?: ReportOptions) => Promise<void>;
  readonly gate: (
    ...args: readonly string[]
  ) => Promise<{ readonly code: number | null; readonly decision: GateDecision }>;
};

/** The policy of the tests: no new weakness of high severity. */
export const policyText = (rule = ''): string => `owner: product security
reviewedOn: 2026-01-01
rules:
  - id: no-new-severe-code
    criterion: no new weakness of high severity
    mode: enforce
    tasks: [PW.7.2]
    of: findings
    needs: [sast]
    when: finding.kind == 'code' && finding.isNew && finding.severity.atLeast('high') && !finding.suppressedByTool
${rule}`;

export function useGateProjects(): () => GateProject {
  const folders: string[] = [];
  afterEach(() => {
    for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
  });
  const newFolder = (): string => {
    const folder = mkdtempSync(join(realpathSync(tmpdir()), 'plumbline-gate-'));
    folders.push(folder);
    return folder;
  };
  return () => createProject(newFolder(), newFolder());
}

function createProject(folder: string, reports: string): GateProject {
  git(folder, 'init', '--quiet', '--initial-branch=main');
  let number = 0;
  const project: GateProject = {
    folder,
    write: (files) => {
      for (const [path, text] of Object.entries(files)) {
        if (text === null) rmSync(join(folder, path), { recursive: true, force: true });
        else {
          mkdirSync(dirname(join(folder, path)), { recursive: true });
          writeFileSync(join(folder, path), text);
        }
      }
    },
    commit: (files, author = 'A <a@lantern.example>') => {
      project.write(files);
      git(folder, 'add', '--all');
      git(folder, 'commit', '--quiet', '--allow-empty', '--message=change', `--author=${author}`);
      return git(folder, 'rev-parse', 'HEAD').trim();
    },
    git: (...args) => git(folder, ...args),
    run: (...args) => plumbline(args, { cwd: folder }),
    report: (results, options = {}) => {
      const path = join(reports, `report-${(number += 1)}.sarif`);
      writeFileSync(path, JSON.stringify(sarif(results, options)));
      return path;
    },
    scanned: async (results, options) => {
      const done = await project.run('import', project.report(results, options), '--commit', 'HEAD');
      if (done.code !== 0) throw new Error(done.stderr);
    },
    gate: async (...args) => {
      const { code, stdout, stderr } = await project.run('gate', '.', '--format', 'json', ...args);
      if (stdout === '') throw new Error(`gate ended with ${code}: ${stderr}`);
      return { code, decision: JSON.parse(stdout) as GateDecision };
    },
  };
  return project;
}

function sarif(results: readonly Reported[], { tool = 'semgrep', commit, successful = true }: ReportOptions): object {
  return {
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: tool, version: '1.0.0', rules: [] } },
        invocations: [{ executionSuccessful: successful }],
        ...(commit === undefined
          ? {}
          : { versionControlProvenance: [{ repositoryUri: 'https://lantern.example/x', revisionId: commit }] }),
        results: results.map(({ path, line = 1, rule = 'injection', level = 'error', from, suppressed }) => ({
          ruleId: rule,
          level,
          message: { text: 'data from a request in a command' },
          locations: [place(path, line)],
          properties: { 'security-severity': level === 'error' ? '8.0' : '3.0' },
          ...(from === undefined
            ? {}
            : {
                codeFlows: [
                  { threadFlows: [{ locations: [{ location: place(from, 1) }, { location: place(path, line) }] }] },
                ],
              }),
          ...(suppressed === undefined ? {} : { suppressions: [{ kind: suppressed }] }),
        })),
      },
    ],
  };
}

const place = (uri: string, startLine: number): object => ({
  physicalLocation: { artifactLocation: { uri }, region: { startLine } },
});
