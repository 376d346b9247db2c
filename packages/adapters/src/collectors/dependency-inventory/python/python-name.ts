// SPDX-License-Identifier: Apache-2.0
import type { Dependency } from '../model/manifest-reader.ts';

/** Names of the Python Package Index are compared without case, `-`, `_` and `.` alike. */
export function pythonName(name: string): string {
  return name.toLowerCase().replaceAll(/[-_.]+/gu, '-');
}

// PEP 508: name, extras, then a version range or an address, then a marker
const requirement = /^([A-Za-z0-9][\w.-]{0,200})\s*(?:\[[^\]]*\])?\s*(.*)$/u;

/** A PEP 508 requirement; null when it is none. What a marker limits to some environments is optional. */
export function pythonRequirement(text: string): Dependency | null {
  const [spec = '', marker] = text.split(';', 2);
  const [, name, rest = ''] = requirement.exec(spec.trim()) ?? [];
  if (name === undefined || !/^(?:$|[\s(=<>!~@])/u.test(rest)) return null;
  const range = rest.replaceAll(/[()]/gu, '').trim();
  return {
    name: pythonName(name),
    range: range === '' || range.startsWith('@') ? null : range,
    optional: marker !== undefined,
  };
}
