// SPDX-License-Identifier: Apache-2.0
import type { Answer } from '@plumbline/core/answers/answer';
import { no, notApplicable, unknown, yes } from '@plumbline/core/answers/answers';
import { cite, citeAll } from '@plumbline/core/answers/cite';
import { fixtureEvidence as seen } from './fixture-evidence.ts';

export type FixtureAnswer = { readonly question: string; readonly answer: Answer };

/** Everything that a hostile repository can put into a name, all in one. */
export const hostileName =
  '<script>alert("x")</script>|`code`@everyone [click](javascript:alert(1)) \u202Etxt.exe\u001B[31mred\u0007 ' +
  'w'.repeat(400);

const noRecord = (file: string): Answer =>
  unknown(`${file}: not collected`, `Keep ${file} and declare the records folder in plumbline.yaml`);

/** Answers of every outcome, by check. */
export const fixtureAnswers: { readonly [check: string]: FixtureAnswer } = {
  'security-roles-named': {
    question: 'Does a file name people or teams accountable for security?',
    answer: yes(
      '.github/CODEOWNERS gives security/ to @harbour/security',
      citeAll(seen.owners, [{ path: '.github/CODEOWNERS', line: 4 }]),
    ),
  },
  'code-owners-cover-sources': {
    question: 'Do code owners cover at least 90 % of the source files?',
    answer: no(
      '612 of 871 source files have an owner',
      [cite(seen.owners), cite(seen.tree)],
      [{ name: 'source files with an owner', value: 612, of: 871 }],
    ),
  },
  'roles-match-permissions': {
    question: 'Do only people in the roles hold release and administration rights?',
    answer: unknown(
      'The forge was not asked: no token',
      'Pass a token that has read access to administration and members',
      [cite(seen.forge)],
    ),
  },
  'sast-configured': {
    question: 'Does a job analyse the main language for security defects?',
    answer: yes('CodeQL analyses TypeScript', citeAll(seen.ci, [{ path: '.github/workflows/codeql.yml', line: 31 }])),
  },
  'sca-configured': {
    question: 'Does a job check dependencies for known vulnerabilities?',
    answer: yes('osv-scanner runs in ci.yml', citeAll(seen.ci, [{ path: '.github/workflows/ci.yml', line: 58 }])),
  },
  'secret-scanning-configured': {
    question: 'Does a job look for secrets?',
    answer: no('No job of 6 pipelines looks for secrets; the forge could do it by a setting', [cite(seen.ci)]),
  },
  'dependency-updates-configured': {
    question: 'Is an update bot configured for the main manifest?',
    answer: yes('Renovate covers npm and GitHub Actions', [cite(seen.tree, { at: 'renovate.json' })]),
  },
  'workflow-actions-pinned': {
    question: 'Is every external action pinned by its commit?',
    answer: no(
      '9 of 14 external uses are pinned by commit',
      citeAll(seen.ci, [
        { path: '.github/workflows/release.yml', line: 22 },
        { path: '.github/workflows/release.yml', line: 41 },
        { path: '.github/workflows/docs.yml', line: 9 },
      ]),
      [{ name: 'external uses pinned by commit', value: 9, of: 14 }],
    ),
  },
  'workflow-tokens-least-privilege': {
    question: 'Does every workflow limit its token?',
    answer: no(
      `${hostileName} has no permissions block`,
      citeAll(seen.ci, [{ path: `.github/workflows/${hostileName}.yml`, line: 1 }]),
    ),
  },
  'workflows-not-injectable': {
    question: 'Is no attacker-influenced text put into a script?',
    answer: yes('None of 38 steps puts event text into a script', [cite(seen.ci)], [{ name: 'steps', value: 38 }]),
  },
  'builds-isolated': {
    question: 'Do all builds run on hosted or ephemeral runners?',
    answer: yes('All 11 jobs run on hosted runners', [cite(seen.ci)]),
  },
  'members-use-mfa': {
    question: 'Must every member use a second factor?',
    answer: unknown(
      'The forge was not asked: no token',
      'Pass a token that has read access to administration and members',
      [cite(seen.forge)],
    ),
  },
  'default-branch-protected': {
    question: 'Is the default branch protected?',
    answer: unknown('The forge was not asked: no token', 'Pass a token that has read access to administration', [
      cite(seen.forge),
    ]),
  },
  'commits-signed': {
    question: 'Are at least 95 % of the commits of the last year signed?',
    answer: yes(
      '1,204 of 1,231 commits carry a signature (97.8 %)',
      [cite(seen.history)],
      [{ name: 'signed commits', value: 1204, of: 1231 }],
    ),
  },
  'release-signed': {
    question: 'Is the latest release signed?',
    answer: yes('v4.2.0 is an annotated tag with an SSH signature', [
      cite(seen.releases, { at: 'refs/tags/v4.2.0', note: 'signature present, not verified' }),
    ]),
  },
  'release-has-checksums': {
    question: 'Does the latest release publish checksums?',
    answer: yes(
      'release.yml writes SHA256SUMS',
      citeAll(seen.ci, [{ path: '.github/workflows/release.yml', line: 73 }]),
    ),
  },
  'release-has-sbom': {
    question: 'Does the latest release have a bill of materials?',
    answer: no(
      'No step of the release pipeline makes one',
      citeAll(seen.ci, [{ path: '.github/workflows/release.yml', line: 1 }]),
    ),
  },
  'threat-model-present': {
    question: 'Is there a threat model of this product?',
    answer: no('No document names threats or trust boundaries', [cite(seen.threats)]),
  },
  'design-decisions-recorded': {
    question: 'Are design decisions recorded with their reasons?',
    answer: yes(
      '23 decision records, the newest of 2026-10-02',
      citeAll(seen.decisions, ['docs/adr/0023-keep-tide-tables-local.md']),
    ),
  },
  'exceptions-expire': {
    question: 'Does every exception have an expiry?',
    answer: yes('2 exceptions, both expire', [
      cite(seen.statements, { at: 'security/exceptions.yaml', strength: 'asserted' }),
    ]),
  },
  'in-house-components-assessed': {
    question: 'Do in-house components have their own assessment?',
    answer: notApplicable('No component of 212 comes from an internal registry', [cite(seen.dependencies)]),
  },
  'suppliers-told-requirements': {
    question: 'Did every commercial supplier acknowledge the requirements?',
    answer: notApplicable('The register lists no commercial supplier', [cite(seen.suppliers)]),
  },
  'components-locked': {
    question: 'Does every manifest have a lockfile that agrees with it?',
    answer: yes(
      '3 manifests, 3 lockfiles',
      citeAll(seen.dependencies, ['package-lock.json', 'web/package-lock.json', 'tools/go.sum']),
    ),
  },
  'components-without-known-vulnerabilities': {
    question: 'Are the components free of known vulnerabilities above the threshold?',
    answer: no('osv-scanner reports 1 of high severity', [cite(seen.scans)]),
  },
  'secure-coding-rules-enforced': {
    question: 'Does CI enforce secure coding rules for each main language?',
    answer: yes('TypeScript: oxlint with denied warnings, strict compiler', [
      cite(seen.rules),
      cite(seen.build, { at: { path: 'tsconfig.json', line: 6 } }),
    ]),
  },
  'compiler-hardening-enabled': {
    question: 'Are the compiler’s protections on?',
    answer: notApplicable('TypeScript and Go only: nothing is compiled to machine code with flags', [cite(seen.tree)]),
  },
  'review-and-analysis-decided': {
    question: 'Has somebody decided which code is reviewed and which is analysed?',
    answer: yes('R. Okafor (security lead) on 2026-05-11: every change is reviewed and analysed', [
      cite(seen.statements),
    ]),
  },
  'changes-reviewed': {
    question: 'Are at least 90 % of the changes approved by somebody else?',
    answer: unknown(
      '88 merges, 40 squash references and 5 unreferenced of 133 changes: git alone does not record approval',
      'Pass a token that has pull_requests:read',
      [cite(seen.history), cite(seen.reviews)],
      [{ name: 'changes with a sign of review', value: 128, of: 133 }],
    ),
  },
  'sast-runs-on-changes': {
    question: 'Does static analysis run on every change?',
    answer: yes(
      'codeql.yml runs on pull requests and pushes to main',
      citeAll(seen.ci, [{ path: '.github/workflows/codeql.yml', line: 3 }]),
    ),
  },
  'tests-run-on-changes': {
    question: 'Do tests run on every change?',
    answer: yes('ci.yml runs vitest and go test', citeAll(seen.ci, [{ path: '.github/workflows/ci.yml', line: 40 }])),
  },
  'fuzzing-configured': {
    question: 'Is fuzzing configured?',
    answer: no('No fuzz target in 1,204 files', [cite(seen.tree)]),
  },
  'security-policy-present': {
    question: 'Does the project say in writing how to report a vulnerability?',
    answer: yes('The policy stands in SECURITY.md', citeAll(seen.policy, [{ path: 'SECURITY.md', line: 1 }])),
  },
  'reporting-channel-private': {
    question: 'Is there a private way to report?',
    answer: yes(
      'security@ address and the forge’s private report',
      citeAll(seen.policy, [{ path: 'SECURITY.md', line: 12 }]),
    ),
  },
  'security-txt-present': {
    question: 'Does the project publish its own security.txt?',
    answer: no('No security.txt in the tree', [cite(seen.securityTxt)]),
  },
  'disclosure-policy-complete': {
    question: 'Does the disclosure policy say all that finders need?',
    answer: no('It does not say: safe harbour, credit', citeAll(seen.policy, [{ path: 'SECURITY.md', line: 1 }])),
  },
  'root-causes-recorded': {
    question: 'Do closed cases carry weakness and process cause?',
    answer: noRecord('security/root-causes.yaml'),
  },
};

/** What a check without an entry above answers: its record is not kept. */
export const missingAnswer: FixtureAnswer = {
  question: 'Is it recorded, owned and reviewed in the last twelve months?',
  answer: noRecord('security/records.yaml'),
};
