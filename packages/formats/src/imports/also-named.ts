// SPDX-License-Identifier: Apache-2.0
import type { VexStatement } from '@plumbline/core/facts/imported/vex-documents';
import type { JsonValue } from '../json/json-value.ts';

const namesMax = 1000;

/** A file by its digest, `sha256:…`, of the two algorithms by which artifacts are told apart; null for others. */
export function digestName(algorithm: string, value: JsonValue | undefined): string | null {
  const name = algorithm.toLowerCase().replaceAll('-', '');
  if ((name !== 'sha256' && name !== 'sha512') || typeof value !== 'string') return null;
  const isWhole = value.length === (name === 'sha256' ? 64 : 128) && /^[0-9a-f]+$/iu.test(value);
  return isWhole ? `${name}:${value.toLowerCase()}` : null;
}

/** The member of a statement; left out where there is none. */
export const alsoNamed = (names: readonly string[]): Pick<VexStatement, 'alsoNamed'> =>
  names.length === 0 ? {} : { alsoNamed: [...new Set(names)].slice(0, namesMax) };
