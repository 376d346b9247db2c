// SPDX-License-Identifier: Apache-2.0
import { builtinModules } from 'node:module';
import { adapterFault } from './adapter-fault.ts';
import type { Boundary } from './boundary-table.ts';
import { isTest } from './is-test.ts';

/** The importing package, its file and what it imports. */
export type Import = { readonly name: string; readonly file: string; readonly imported: string };

/** Why a package must not import this, or null. Tests may use what tests use, but cross no border of packages or adapters. */
export function importFault({ name, file, imported }: Import, boundary: Boundary): string | null {
  if (imported.startsWith('.')) return adapterFault({ name, file, imported });
  if (imported.startsWith('@plumbline/')) return packageFault({ name, file, imported }, boundary);
  if (isTest(file)) return null;
  if (imported.startsWith('node:') || builtinModules.includes(imported))
    return boundary.node ? null : `${name} is pure and must not import ${imported}`;
  const library = libraryOf(imported);
  return boundary.libraries.includes(library) ? null : `${name} must not import ${library}`;
}

function packageFault({ name, file, imported }: Import, { packages }: Boundary): string | null {
  const target = imported.split('/')[1] ?? '';
  if (target === name) return adapterFault({ name, file, imported });
  return packages.includes(target) ? null : `${name} must not import ${target}`;
}

const libraryOf = (imported: string): string =>
  imported
    .split('/')
    .slice(0, imported.startsWith('@') ? 2 : 1)
    .join('/');
