// SPDX-License-Identifier: Apache-2.0
import { linesOf } from '../../../platform/syntax/lines.ts';
import { notParsed, parsed } from '../../../platform/syntax/parsed.ts';
import type { Dependency, ManifestReader } from '../model/manifest-reader.ts';
import { fileNameOf } from '../model/paths.ts';

/** go.mod (go.dev/ref/mod), also under another name for `-modfile`. Indirect requirements are not direct dependencies. */
export const goMod: ManifestReader = {
  ecosystem: 'golang',
  lockedBy: ['go-sum', 'go-vendor'],
  matches: {
    endings: ['mod'],
    test: (path) => fileNameOf(path).endsWith('.mod') && /(?:^|\/)(?:[\w-]+\.)?go\.mod$|\.mod$/u.test(path),
  },
  read(text, path) {
    const name = /^module\s+"?([^\s"]+)"?/mu.exec(text)?.[1];
    // other tools use `.mod` for other things
    if (name === undefined)
      return fileNameOf(path) === 'go.mod' ? notParsed('go.mod', new Error('it names no module')) : parsed(null);
    const { required, built, replaced } = statementsOf(text);
    const dependencies = required.flatMap((dependency) => replacedBy(dependency, replaced) ?? []);
    const own = fileNameOf(path).replace(/\.mod$/u, '.sum');
    const build = { built: built.map((module) => replacedBy(module, replaced)).filter((module) => module !== null) };
    return parsed({
      name,
      dependencies,
      ...(isWhole(text) ? build : {}),
      ...(own === 'go.sum' ? {} : { lockNames: [own] }),
    });
  },
};

/** Since Go 1.17 go.mod names every module of the build, those needed by others too. */
function isWhole(text: string): boolean {
  const [, minor = '0'] = /^go 1\.(\d{1,4})/mu.exec(text) ?? [];
  return Number(minor) >= 17;
}

/** What stands in for a module; null when it is a folder of the repository. */
function replacedBy(module: Dependency, replaced: Statements['replaced']): Dependency | null {
  const target = replaced.get(`${module.name}@${module.range}`) ?? replaced.get(module.name) ?? module;
  return target === 'local' ? null : target;
}

type Statements = {
  readonly required: readonly Dependency[];
  /** Those that others need too. */
  readonly built: readonly Dependency[];
  readonly replaced: ReadonlyMap<string, Dependency | 'local'>;
};

function statementsOf(text: string): Statements {
  const required: Dependency[] = [];
  const built: Dependency[] = [];
  const replaced = new Map<string, Dependency | 'local'>();
  let block = '';
  for (const { text: line } of linesOf(text)) {
    const [code = '', comment = ''] = line.split('//', 2);
    const words = code.trim().split(/\s+/u, 8);
    if (words[1] === '(') block = words[0] ?? '';
    if (words[0] === ')') block = '';
    const [verb, ...rest] = block === '' || words[1] === '(' ? words : [block, ...words];
    if (verb === 'require') {
      const modules = moduleAt(rest[0], rest[1]);
      built.push(...modules);
      if (!comment.includes('indirect')) required.push(...modules);
    }
    if (verb === 'replace') replace(rest, replaced);
  }
  return { required, built, replaced };
}

function moduleAt(name = '', version = ''): readonly Dependency[] {
  return version.startsWith('v') ? [{ name: name.replaceAll('"', ''), range: version, optional: false }] : [];
}

function replace(words: readonly string[], into: Map<string, Dependency | 'local'>): void {
  const arrow = words.indexOf('=>');
  if (arrow < 1) return;
  const [target] = moduleAt(words[arrow + 1], words[arrow + 2]);
  into.set(words.slice(0, arrow).join('@'), target ?? 'local');
}
