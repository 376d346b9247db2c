// SPDX-License-Identifier: Apache-2.0

/** What one package may import. */
export type Boundary = {
  /** Other packages of the workspace. */
  readonly packages: readonly string[];
  /** Third-party modules: pure libraries, and in adapters, store and the programs also clients. The same as in its package.json. */
  readonly libraries: readonly string[];
  /** Node's own modules: never in the pure packages. */
  readonly node: boolean;
};

const pure = { node: false } as const;

/**
 * The one list of who imports what (DESIGN §3, docs/decisions/0001-house.md). A library stands here, in the package.json
 * of its package and in docs/dependencies.md, or in none of them.
 */
export const boundaryTable: { readonly [name: string]: Boundary } = {
  core: {
    packages: [],
    libraries: ['@noble/hashes', 'ae-cvss-calculator'],
    ...pure,
  },
  practices: { packages: ['core'], libraries: [], ...pure },
  findings: { packages: ['core'], libraries: ['@noble/hashes'], ...pure },
  policy: {
    packages: ['core', 'findings'],
    libraries: ['@bufbuild/cel', '@bufbuild/protobuf', '@noble/hashes', 'yaml'],
    ...pure,
  },
  formats: { packages: ['core'], libraries: ['@noble/hashes', 'diff'], ...pure },
  reports: { packages: ['core', 'formats'], libraries: ['@noble/hashes'], ...pure },
  adapters: {
    packages: ['core', 'formats', 'findings', 'catalog'],
    libraries: [
      '@ast-grep/lang-c',
      '@ast-grep/lang-csharp',
      '@ast-grep/lang-go',
      '@ast-grep/lang-java',
      '@ast-grep/lang-php',
      '@ast-grep/lang-python',
      '@ast-grep/lang-ruby',
      '@ast-grep/napi',
      '@sigstore/bundle',
      '@sigstore/protobuf-specs',
      '@sigstore/verify',
      'packageurl-js',
      'semver',
      'smol-toml',
      'xz-decompress',
      'yaml',
    ],
    node: true,
  },
  engine: {
    packages: ['core', 'practices', 'findings', 'policy', 'formats', 'reports'],
    libraries: [],
    ...pure,
  },
  cli: {
    packages: ['core', 'practices', 'findings', 'policy', 'formats', 'reports', 'engine', 'adapters', 'catalog'],
    libraries: ['commander'],
    node: true,
  },
};

/** Folders of packages/adapters/src that hold one adapter a folder; any other folder there is one adapter itself. */
export const adapterFamilies: readonly string[] = ['collectors', 'scanners', 'signers', 'archives'];

/** What the adapters of one family share, each with its reason. */
export const sharedInFamily: readonly string[] = [
  // How a scanner of ours walks files, reports problems and honours marks in the source.
  'scanners/embedded',
  // How archives that lie in files name, write and compare them; the names are the same in a bucket.
  'archives/kept-files',
];
