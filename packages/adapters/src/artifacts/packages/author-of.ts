// SPDX-License-Identifier: Apache-2.0
import type { FoundPackage } from '@plumbline/core/sbom/artifact-contents';

const nameMax = 200;

/**
 * Who wrote a package by a line of its own metadata, `Name <address> (url)`: the name alone, since an address is nobody's name.
 * Nothing where the line has none.
 */
export function authorOf(line: string | null): Pick<FoundPackage, 'originator'> {
  const name = (line ?? '')
    .slice(0, nameMax)
    .replaceAll(/<[^>]*>|\([^)]*\)/gu, '')
    .replaceAll(/[\p{Cc}\s]+/gu, ' ')
    .replaceAll(/^["' ]+|[,"' ]+$/gu, '');
  return name === '' || name.includes('@') ? {} : { originator: { name, as: 'author' } };
}
