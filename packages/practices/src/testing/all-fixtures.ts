// SPDX-License-Identifier: Apache-2.0
import type { CheckFixtures } from './check-fixtures.ts';

declare global {
  // As much of the test runner's module loading as tests use.
  interface ImportMeta {
    readonly glob: <T>(pattern: string, options: { readonly eager: true }) => { readonly [path: string]: T };
  }
}

const modules = import.meta.glob<{ fixtures: CheckFixtures }>('../checks/*/fixtures.ts', { eager: true });

/** The fixtures of a check; every check has some. */
export function fixturesOf(check: string): CheckFixtures {
  const fixtures = modules[`../checks/${check}/fixtures.ts`]?.fixtures;
  if (fixtures === undefined) throw new TypeError(`checks/${check}/fixtures.ts does not export fixtures`);
  return fixtures;
}
