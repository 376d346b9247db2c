// SPDX-License-Identifier: Apache-2.0

/** Lines under a heading of the second level; nothing where there are none. */
export function markdownSection(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : ['', `## ${title}`, '', ...lines];
}
