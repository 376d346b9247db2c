// SPDX-License-Identifier: Apache-2.0
import { hexHash } from '@plumbline/formats/sbom/hex-hash';
import { linesOf } from '../../../platform/syntax/lines.ts';
import { parsed } from '../../../platform/syntax/parsed.ts';
import { type GraphPackage, type GraphReader, keyOf, unstated } from '../model/lock-graph.ts';

/** go.sum: `h1:` is SHA-256 over the list of hashes of a module's files, in base64 (go.dev/ref/mod, go.sum files). */
export const goSumGraph: GraphReader = (text) => {
  const packages: GraphPackage[] = [];
  for (const { text: line } of linesOf(text)) {
    const [name = '', version = '', hash = ''] = line.trim().split(/\s+/u, 3);
    if (!hash.startsWith('h1:') || version.endsWith('/go.mod')) continue;
    const hashes = hexHash('sha256', Buffer.from(hash.slice(3), 'base64').toString('hex'));
    packages.push({ ...unstated, key: keyOf(name, version), name, version, hashed: true, type: 'golang', hashes });
  }
  return parsed({ packages, roots: null });
};
