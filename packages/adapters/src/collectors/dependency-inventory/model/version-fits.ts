// SPDX-License-Identifier: Apache-2.0
import { satisfies, valid, validRange } from 'semver';
import type { Ecosystem } from '@plumbline/core/facts/dependency-inventory';

const rangeMax = 256;

/**
 * Whether a locked version lies in the declared range; null when the range cannot be compared here. npm and Cargo
 * ranges are semantic; elsewhere only an exact pin is compared.
 */
export function versionFits(ecosystem: Ecosystem, version: string, range: string): boolean | null {
  if (range.length > rangeMax || version.length > rangeMax) return null;
  if (ecosystem === 'npm') return semanticFits(version, range);
  if (ecosystem === 'cargo') return semanticFits(version, cargoRange(range));
  if (ecosystem === 'maven') return null; // the nearest or newest declaration wins, so a lock may rightly differ
  const pin = exactVersion(ecosystem, range);
  return pin === null ? null : plainVersion(pin) === plainVersion(version);
}

/** The one version that a range allows; null when it allows several or cannot be told. */
export function exactVersion(ecosystem: Ecosystem, range: string): string | null {
  const text = range.trim();
  if (ecosystem === 'npm') return valid(text.replace(/^[=v]+/u, ''));
  if (ecosystem === 'cargo') return text.startsWith('=') ? valid(text.slice(1).trim()) : null;
  if (ecosystem === 'pypi') return /^={2,3}\s*([^\s,;*]+)$/u.exec(text)?.[1] ?? null;
  if (ecosystem === 'gem') return /^(?:=\s*)?(\d[\w.-]*)$/u.exec(text)?.[1] ?? null;
  if (ecosystem === 'golang') return text === '' ? null : text;
  return /^[v=]?(\d+(?:\.\d+)+[\w.+-]*)$/u.exec(text)?.[1] ?? null;
}

function semanticFits(version: string, range: string): boolean | null {
  if (valid(version, { loose: true }) === null || validRange(range, { loose: true }) === null) return null;
  return satisfies(version, range, { loose: true });
}

/** Cargo: a bare version is a caret range, and commas join. */
function cargoRange(range: string): string {
  return range
    .split(',')
    .map((part) => part.trim())
    .map((part) => (/^\d/u.test(part) && !part.includes('*') ? `^${part}` : part))
    .join(' ');
}

/** `1.0.0` and `1.0`, `v2` and `2` are one version to the ecosystems that are compared by this. */
function plainVersion(version: string): string {
  return version
    .toLowerCase()
    .replace(/^v/u, '')
    .replace(/\+.*$/u, '')
    .replace(/(?:\.0){1,5}$/u, '');
}
