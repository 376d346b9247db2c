// SPDX-License-Identifier: Apache-2.0
import { parsed } from '../../../platform/syntax/parsed.ts';
import { distinctHashes, prefixedHash } from '../model/hashes.ts';
import { type GraphPackage, type GraphReader, keyOf, unstated } from '../model/lock-graph.ts';
import { exactVersion } from '../model/version-fits.ts';
import { isCompiled, readRequirements } from './requirements.ts';

/** A compiled requirements file; its comments say who needs what, but in words of each tool. */
export const requirementsGraph: GraphReader = (text, path) => {
  const read = readRequirements(text);
  if (!isCompiled(read, path)) return parsed(null);
  const packages = read.lines.map(({ dependency: { name, range }, hashed, said }): GraphPackage => {
    const version = exactVersion('pypi', range ?? '');
    const hashes = [...said.matchAll(/\s--hash[=\s]\s?([a-z0-9]{3,10}:[0-9a-f]{32,128})/giu)];
    return {
      ...unstated,
      key: keyOf(name, version),
      name,
      version,
      hashed,
      type: 'pypi',
      hashes: distinctHashes(hashes.flatMap(([, hash = '']) => prefixedHash(hash))),
    };
  });
  return parsed({ packages, roots: null });
};
