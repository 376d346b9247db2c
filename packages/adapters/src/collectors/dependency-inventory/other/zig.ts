// SPDX-License-Identifier: Apache-2.0
import { parsed } from '../../../platform/syntax/parsed.ts';
import type { ManifestReader } from '../model/manifest-reader.ts';
import { named } from '../model/paths.ts';

/** build.zig.zon: an address needs the hash of what lies there, and what that depends on has its own. */
export const zigZon: ManifestReader = {
  ecosystem: 'other',
  lockedBy: [],
  matches: named('build.zig.zon'),
  read(text) {
    const code = text.replaceAll(/^[ \t]{0,100}\/\/.*$/gmu, '');
    const found = [...code.matchAll(/\.(?:@"([^"\n]{1,100})"|([\w]{1,100}))\s?=\s?\.\{([^{}]{0,1000})\}/gu)];
    const outside = found.filter(([, , , inside = '']) => inside.includes('.url'));
    const dependencies = outside.map(([, quoted, bare]) => ({
      name: quoted ?? bare ?? '',
      range: null,
      optional: false,
    }));
    const hashed = outside.every(([, , , inside = '']) => /\.hash\s?=\s?"[\w.+/=-]{10,200}"/u.test(inside));
    const manifest = { name: null, dependencies };
    return parsed(hashed && outside.length > 0 ? { ...manifest, locksItself: 'every address has its hash' } : manifest);
  },
};
