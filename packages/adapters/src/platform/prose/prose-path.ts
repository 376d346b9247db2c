// SPDX-License-Identifier: Apache-2.0

/** A path taken apart for questions about documents. All lower-case; `stem` is the name without its ending. */
export type ProsePath = {
  readonly path: string;
  readonly folders: readonly string[];
  readonly stem: string;
  readonly ending: string;
};

const endings = new Set([
  'md',
  'markdown',
  'mdx',
  'mkd',
  'rst',
  'txt',
  'adoc',
  'asciidoc',
  'asc',
  'org',
  'pod',
  'html',
  '',
]);

/** Folders whose documents are not the project's own word: other people's code, tests, samples, templates. */
const foreign =
  /^(?:node_modules|vendor|vendored|third[-_]?party|external|deps|bower_components|_vendor|tests?|testing|testdata|test-data|__tests__|__fixtures__|fixtures?|examples?|samples?|demos?|tutorials?|templates?|cookiecutter|e2e|mocks?|spec|snapshots?|locale|locales|i18n|translations|generated)$/u;

/** Null for what is no document by its name. */
export function prosePath(path: string): ProsePath | null {
  const name = path.slice(path.lastIndexOf('/') + 1).toLowerCase();
  const dot = name.lastIndexOf('.');
  const ending = dot > 0 ? name.slice(dot + 1) : '';
  if (!endings.has(ending)) return null;
  const stem = dot > 0 ? name.slice(0, dot) : name;
  // Without an ending a name in capitals is a document (README, SECURITY_CONTACTS), any other a program or data.
  if (
    ending === '' &&
    !/(?:^|\/)[A-Z][A-Z0-9_.-]*$/u.test(path) &&
    !/^(?:readme|license|authors|contributing)$/u.test(stem)
  )
    return null;
  return { path, folders: path.toLowerCase().split('/').slice(0, -1), stem, ending };
}

/** True where a document is not the project's own: vendored, of a test, an example, a template, a translation, made by a program. */
export function isForeign(document: ProsePath): boolean {
  return document.folders.some((folder) => foreign.test(folder));
}

/** True in the root, the forge's own folder, or below a folder of documentation. */
export function isDocumentation(document: ProsePath): boolean {
  const [first = '', second = ''] = document.folders;
  if (document.folders.length === 0) return true;
  return (
    /^(?:\.github|\.gitlab|\.gitea|\.forgejo|docs?|documentation|website|site|www|content|handbook|security|community|governance|project|wiki|man|adr|design|rfcs?)$/u.test(
      first,
    ) || /^(?:docs?|documentation)$/u.test(second)
  );
}
