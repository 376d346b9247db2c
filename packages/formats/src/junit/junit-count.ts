// SPDX-License-Identifier: Apache-2.0
import type { TestReport } from '@plumbline/core/facts/imported/test-reports';
import { commitOfProperty, soleCommit } from '../imports/commit-id.ts';
import { latest } from '../imports/earliest.ts';
import { bounded } from '../imports/named-tool.ts';
import { createProblems } from '../imports/problems.ts';
import { statedInstant } from '../imports/stated-instant.ts';
import type { Unfiled } from '../imports/unfiled.ts';
import type { XmlVisitor } from '../xml/read-xml.ts';
import { testTool } from './test-tool.ts';

type Outcome = 'passed' | 'failures' | 'errors' | 'skipped';
type OpenSuite = { readonly stated: number | null; readonly testsBefore: number; nested: boolean };

const toolNames: ReadonlySet<string> = new Set(['tool', 'toolname', 'testtool', 'testrunner', 'runner']);
const versionNames: ReadonlySet<string> = new Set([
  'toolversion',
  'testtoolversion',
  'testrunnerversion',
  'runnerversion',
]);
const outcomes: { readonly [element: string]: Outcome } = { failure: 'failures', error: 'errors', skipped: 'skipped' };

/** Counts suites and cases while a document is walked. */
export class JunitCount implements XmlVisitor {
  readonly #problems = createProblems();
  readonly #counts = { suites: 0, tests: 0, failures: 0, errors: 0, skipped: 0 };
  readonly #suites: OpenSuite[] = [];
  readonly #names = new Set<string>();
  readonly #commits: (string | null)[] = [];
  #finishedAt: string | null = null;
  #tool: string | null = null;
  #toolVersion: string | null = null;
  #root: string | null = null;
  #outcome: Outcome | null = null;

  open(name: string, attributes: () => ReadonlyMap<string, string>, depth: number): void {
    if (depth === 1) this.#root = name;
    if (name === 'testsuites' || name === 'testsuite') this.#suite(name, attributes());
    else if (name === 'property') this.#property(attributes());
    else if (name === 'testcase') this.#outcome = 'passed';
    else if (Object.hasOwn(outcomes, name)) this.#ended(outcomes[name] ?? 'passed');
  }

  close(name: string): void {
    if (name === 'testsuite') this.#suiteEnds();
    if (name !== 'testcase' || this.#outcome === null) return;
    this.#counts.tests += 1;
    if (this.#outcome !== 'passed') this.#counts[this.#outcome] += 1;
    this.#outcome = null;
  }

  isJunit(): boolean {
    return this.#root === 'testsuites' || this.#root === 'testsuite';
  }

  report(): Unfiled<TestReport> {
    const { commit, several } = soleCommit(this.#commits);
    if (several)
      this.#problems.add('JUnit properties: several commits are named; the report is about none of them alone');
    if (this.#counts.tests === 0) this.#problems.add('JUnit: no testcase is listed');
    return {
      format: 'junit',
      tool: bounded(this.#tool) ?? testTool(this.#names),
      toolVersion: bounded(this.#toolVersion),
      commit,
      // Written once the tests have ended; a tool that dies leaves no report or a broken one.
      completed: true,
      finishedAt: this.#finishedAt,
      ...this.#counts,
      problems: this.#problems.list(),
    };
  }

  #suite(element: string, attributes: ReadonlyMap<string, string>): void {
    const name = attributes.get('name');
    if (name !== undefined && this.#names.size < 20) this.#names.add(name.slice(0, 100));
    this.#finishedAt = latest([
      this.#finishedAt,
      statedInstant(attributes.get('timestamp'), 'JUnit timestamp', this.#problems),
    ]);
    if (element === 'testsuites') return;
    const outer = this.#suites.at(-1);
    if (outer !== undefined) outer.nested = true;
    const stated = attributes.get('tests') ?? '';
    this.#counts.suites += 1;
    this.#suites.push({
      stated: /^\d{1,9}$/.test(stated) ? Number(stated) : null,
      testsBefore: this.#counts.tests,
      nested: false,
    });
  }

  /** Tools differ in whether a suite counts the cases of suites inside it: only innermost ones are held to their word. */
  #suiteEnds(): void {
    const suite = this.#suites.pop();
    if (suite === undefined || suite.stated === null || suite.nested) return;
    if (this.#counts.tests - suite.testsBefore !== suite.stated)
      this.#problems.add('JUnit tests: a suite states another number of tests than it lists');
  }

  /** An error outranks a failure, a failure a skip: a case is counted once. */
  #ended(outcome: Outcome): void {
    if (this.#outcome === null) return;
    if (outcome === 'errors' || this.#outcome === 'passed' || this.#outcome === 'skipped') this.#outcome = outcome;
  }

  #property(attributes: ReadonlyMap<string, string>): void {
    const name = attributes.get('name')?.slice(0, 100) ?? '';
    const value = attributes.get('value')?.trim() ?? '';
    const commit = commitOfProperty(name, value);
    if (commit !== null && this.#commits.length < 1000) this.#commits.push(commit);
    const plain = name.toLowerCase().replaceAll(/[^a-z]/g, '');
    if (value !== '' && toolNames.has(plain)) this.#tool ??= value;
    if (value !== '' && versionNames.has(plain)) this.#toolVersion ??= value;
  }
}
