// SPDX-License-Identifier: Apache-2.0
import type { FoundPackage } from '@plumbline/core/sbom/artifact-contents';
import type { BillHash } from '@plumbline/core/sbom/bill-of-materials';
import { ecosystemPackageUrl } from '@plumbline/core/values/purl/ecosystem-package-url';
import { hexHash } from '@plumbline/formats/sbom/hex-hash';

/** What a Go binary says of itself. */
export type GoBuildInfo = {
  readonly main: FoundPackage | null;
  readonly packages: readonly FoundPackage[];
  /** Null: it was built from no commit, or from one with changes. */
  readonly commit: string | null;
};

type Module = { readonly path: string; readonly version: string; readonly hashes: readonly BillHash[] };

/** The text of debug/buildinfo, one module a line, and the version of Go that built it: its standard library is in it too. */
export function goBuildInfo(goVersion: string, text: string, path: string): GoBuildInfo {
  const modules: Module[] = [];
  let main: Module | null = null;
  const settings = new Map<string, string>();
  for (const line of text.split('\n', 100_000)) {
    const [verb, name = '', version = '', sum = ''] = line.split('\t', 4);
    if (verb === 'mod') main = moduleOf(name, version, sum);
    else if (verb === 'dep') modules.push(moduleOf(name, version, sum));
    // a line below what it stands in for
    else if (verb === '=>') modules.splice(-1, 1, moduleOf(name, version, sum));
    else if (verb === 'build') settings.set(...settingOf(name));
  }
  const found = modules.map((module) => packageOf(module, path));
  const standard = /^go(\d[\w.-]{0,40})/u.exec(goVersion)?.[1];
  const library = standard === undefined ? [] : [packageOf({ path: 'stdlib', version: standard, hashes: [] }, path)];
  const needs = [...library, ...found].map(({ id }) => [id]);
  return {
    main: main === null ? null : { ...packageOf(main, path), type: 'application', needs },
    packages: [...library, ...found],
    commit: settings.get('vcs.modified') === 'false' ? (settings.get('vcs.revision') ?? null) : null,
  };
}

function moduleOf(path: string, version: string, sum: string): Module {
  const hashes = sum.startsWith('h1:')
    ? hexHash('sha256', Buffer.from(sum.slice(3, 100), 'base64').toString('hex'))
    : [];
  return { path, version, hashes };
}

function settingOf(text: string): [string, string] {
  const at = text.indexOf('=');
  return at === -1 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}

function packageOf({ path: name, version, hashes }: Module, foundIn: string): FoundPackage {
  const known = version === '' || version === '(devel)' ? null : version;
  return {
    id: `golang:${name}`,
    type: 'library',
    name,
    version: known,
    purl: ecosystemPackageUrl('golang', name, known),
    hashes,
    license: null,
    supplier: null,
    // what the linker left in is needed to run
    scope: 'runtime',
    foundIn,
    needs: null,
  };
}
