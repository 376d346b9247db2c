// SPDX-License-Identifier: Apache-2.0

/** The rule set of a tool that applies all rules of its own: version and name say which they are. */
export function builtIn(tool: string, version: string): string {
  return `the rules built into ${tool} ${version}`;
}
