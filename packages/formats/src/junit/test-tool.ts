// SPDX-License-Identifier: Apache-2.0

/** Names that test tools give their outermost suite, and the tool's id. */
const bySuite: { readonly [name: string]: string } = {
  pytest: 'pytest',
  'pytest tests': 'pytest',
  'vitest tests': 'vitest',
  'jest tests': 'jest',
  'mocha tests': 'mocha',
  'nextest-run': 'cargo-test',
  rspec: 'rspec',
};

/** The tool whose own name is the name of a suite; null: suites are named by people. */
export function testTool(suites: ReadonlySet<string>): string | null {
  for (const suite of suites) {
    const name = suite.toLowerCase();
    if (Object.hasOwn(bySuite, name)) return bySuite[name] ?? null;
  }
  return null;
}
