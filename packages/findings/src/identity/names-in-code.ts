// SPDX-License-Identifier: Apache-2.0

const lengthMax = 2000;
const namesMax = 40;
const name = /[A-Za-z_$][\w$]*/g;
/** `x = …`, `const x = …`, `String x = …`, `x := …`, `x += …`, `x, err := …`; not `==`, `=>` and keyword arguments. */
const assignment =
  /^\s*(?:[A-Za-z_$][\w$<>,.[\]*&]*\s+){0,4}[*&$]?([A-Za-z_$][\w$]*)\s*(?:,\s*[\w$]+\s*)?(?::[^=,;(){}]{0,60})?(?::|\+|\.)?=(?![=>~])/;

/** The variable to which the first line assigns, or null. Bounded: of a long line only the first 2,000 characters. */
export function assignedName(lines: readonly string[]): string | null {
  return assignment.exec((lines[0] ?? '').slice(0, lengthMax))?.[1] ?? null;
}

/** Names that the lines use, without what is only text in quotes (names in templates count), at most forty, in order. */
export function usedNames(lines: readonly string[]): readonly string[] {
  const names = new Set<string>();
  for (const line of lines) {
    for (const [found] of withoutText(line.slice(0, lengthMax)).matchAll(name)) {
      if (names.size >= namesMax) return [...names];
      names.add(found);
    }
  }
  return [...names];
}

const withoutText = (line: string): string => line.replaceAll(/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'/g, '""');
