// SPDX-License-Identifier: Apache-2.0
import { linesOf } from '../../../platform/syntax/lines.ts';
import { parsed } from '../../../platform/syntax/parsed.ts';
import type { Dependency, ManifestReader } from '../model/manifest-reader.ts';
import { fileNameOf } from '../model/paths.ts';

const gem = /^\s*gem[\s(]\s*["']([\w.-]{1,200})["'](.*)$/u;
const runtimeGem = /\.add_(?:runtime_|development_)?dependency[\s(]\s*(?:%q)?["'(<]([\w.-]{1,200})["')>](.*)$/u;

/** Gemfile, gems.rb and *.gemfile, as far as a line shows. A gem from a path is the repository's own. */
export const gemfile: ManifestReader = {
  ecosystem: 'gem',
  lockedBy: ['gemfile-lock'],
  matches: {
    names: ['Gemfile', 'gems.rb'],
    endings: ['gemfile'],
    test: (path) => /^(?:Gemfile|gems\.rb|[\w.-]+\.gemfile)$/u.test(fileNameOf(path)),
  },
  read(text, path) {
    const dependencies = gemsIn(text, gem);
    const fromGemspec = /^[ \t]{0,100}gemspec\b/mu.test(text);
    const name = fileNameOf(path);
    const lockNames = [name === 'gems.rb' ? 'gems.locked' : `${name}.lock`];
    const manifest = { name: null, dependencies, lockNames };
    return parsed(fromGemspec ? { ...manifest, remark: 'it adds what the gemspec names' } : manifest);
  },
};

/** *.gemspec: the dependencies of a gem. */
export const gemspec: ManifestReader = {
  ecosystem: 'gem',
  lockedBy: ['gemfile-lock'],
  matches: {
    endings: ['gemspec'],
    test: (path) => path.endsWith('.gemspec'),
  },
  read(text) {
    const name = /\.name\s*=\s*["']([\w.-]{1,200})["']/u.exec(text)?.[1] ?? null;
    return parsed({ name, dependencies: gemsIn(text, runtimeGem) });
  },
};

function gemsIn(text: string, pattern: RegExp): readonly Dependency[] {
  const gems = new Map<string, Dependency>();
  for (const { text: line } of linesOf(text)) {
    const [, name, rest = ''] = pattern.exec(line.replace(/\s#.*$/u, '')) ?? [];
    if (name === undefined || /\bpath(?::|\s*=>)/u.test(rest)) continue;
    const range = /^\s*,\s*["']([^"']{1,100})["']/u.exec(rest)?.[1] ?? null;
    gems.set(name, { name, range, optional: /\b(?:platforms?|install_if):/u.test(rest) });
  }
  return [...gems.values()];
}
