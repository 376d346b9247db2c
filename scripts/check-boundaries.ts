// SPDX-License-Identifier: Apache-2.0
// Proves that the packages import each other one way only (docs/decisions/0001-house.md): the compiler refuses a cycle
// of project references, this refuses an import that the table does not list, and a package list that says otherwise.
import { readFileSync, readdirSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join } from 'node:path';

type Boundary = {
  readonly packages: readonly string[];
  /** Third-party modules that it may import. */
  readonly libraries: readonly string[];
  /** Node's own modules: never in the pure packages. */
  readonly node: boolean;
};

const boundaries: { readonly [name: string]: Boundary } = {
  core: { packages: [], libraries: ['@noble/hashes'], node: false },
  practices: { packages: ['core'], libraries: [], node: false },
  formats: { packages: ['core'], libraries: ['yaml', '@noble/hashes', 'diff'], node: false },
  reports: { packages: ['core', 'formats'], libraries: ['@noble/hashes'], node: false },
  adapters: { packages: ['core', 'formats', 'catalog'], libraries: ['*'], node: true },
  engine: { packages: ['core', 'practices', 'formats', 'reports'], libraries: [], node: false },
  cli: {
    packages: ['core', 'practices', 'formats', 'reports', 'engine', 'adapters'],
    libraries: ['commander'],
    node: true,
  },
};

/** Inside adapters one adapter never imports another; what they share is platform/ and the catalog of their kind. */
const sharedAdapters: ReadonlySet<string> = new Set(['platform', 'testing', 'generated']);

const importPattern = /(?:^|\n)\s*(?:import|export)\s(?:[^'";]*?\sfrom\s)?'([^']+)'|import\('([^']+)'\)/g;

function sourceFiles(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => join(entry.parentPath, entry.name));
}

function importsOf(file: string): readonly string[] {
  return [...readFileSync(file, 'utf8').matchAll(importPattern)].flatMap(
    ([, statically, lazily]) => statically ?? lazily ?? [],
  );
}

const isTest = (file: string): boolean =>
  file.endsWith('.test.ts') ||
  file.endsWith('/fixtures.ts') ||
  file.includes('/testing/') ||
  file.includes('/fixtures/');

function faultOf(name: string, file: string, imported: string): string | null {
  const allowed = boundaries[name];
  if (allowed === undefined) return `package ${name} is not in the table of boundaries`;
  if (imported.startsWith('.')) return adapterFault(name, file, imported);
  if (imported.startsWith('@plumbline/')) {
    const target = imported.split('/')[1] ?? '';
    return target === name || allowed.packages.includes(target) ? null : `${name} must not import ${target}`;
  }
  if (isTest(file)) return null;
  if (imported.startsWith('node:') || builtinModules.includes(imported))
    return allowed.node ? null : `${name} is pure and must not import ${imported}`;
  const library = imported.startsWith('@') ? imported.split('/').slice(0, 2).join('/') : (imported.split('/')[0] ?? '');
  return allowed.libraries.includes('*') || allowed.libraries.includes(library)
    ? null
    : `${name} must not import ${library}`;
}

const adapterOf = (path: string): string => {
  const [first = '', second = ''] = path.split('/src/')[1]?.split('/') ?? [];
  return first === 'collectors' ? `${first}/${second}` : first;
};

function adapterFault(name: string, file: string, imported: string): string | null {
  if (name !== 'adapters') return null;
  const from = adapterOf(file);
  const to = adapterOf(join(file, '..', imported));
  const shared = sharedAdapters.has(to) || sharedAdapters.has(from);
  return from === to || shared ? null : `adapter ${from} must not import adapter ${to}`;
}

/** package.json and tsconfig.json say the same as the table. */
function declarationFaults(name: string, { packages }: Boundary): readonly string[] {
  const manifest: unknown = JSON.parse(readFileSync(`packages/${name}/package.json`, 'utf8'));
  const config: unknown = JSON.parse(readFileSync(`packages/${name}/tsconfig.json`, 'utf8'));
  const { dependencies = {} } = manifest as { dependencies?: Record<string, string> };
  const { references = [] } = config as { references?: readonly { path: string }[] };
  const declared = Object.keys(dependencies).flatMap((id) =>
    id.startsWith('@plumbline/') ? [id.slice('@plumbline/'.length)] : [],
  );
  const referenced = references.map(({ path }) => path.replace('../', ''));
  return [
    ...declared
      .filter((id) => !packages.includes(id) && id !== 'catalog')
      .map((id) => `packages/${name}/package.json lists ${id}`),
    ...referenced.filter((id) => !packages.includes(id)).map((id) => `packages/${name}/tsconfig.json references ${id}`),
  ];
}

const faults = Object.entries(boundaries).flatMap(([name, boundary]) => [
  ...declarationFaults(name, boundary),
  ...sourceFiles(`packages/${name}/src`).flatMap((file) =>
    importsOf(file).flatMap((imported) => {
      const fault = faultOf(name, file, imported);
      return fault === null ? [] : [`${file}: ${fault}`];
    }),
  ),
]);
for (const fault of faults) console.error(fault);
console.log(faults.length === 0 ? 'boundaries hold' : `${faults.length} imports cross a boundary`);
process.exitCode = faults.length === 0 ? 0 : 1;
