// SPDX-License-Identifier: Apache-2.0
import type { Boundary } from './boundary-table.ts';
import type { PackageSources } from './read-package.ts';

type Declared = Pick<PackageSources, 'dependencies' | 'references'>;

/** Where package.json and tsconfig.json of a package say something else than the table. */
export function declarationFaults(
  name: string,
  { packages, libraries }: Boundary,
  { dependencies, references }: Declared,
): readonly string[] {
  const own = '@plumbline/';
  const manifest = `packages/${name}/package.json`;
  const thirdParty = dependencies.filter((id) => !id.startsWith(own));
  const declared = dependencies.filter((id) => id.startsWith(own)).map((id) => id.slice(own.length));
  return [
    ...declared.filter((id) => !packages.includes(id)).map((id) => `${manifest} lists ${id}`),
    ...references.filter((id) => !packages.includes(id)).map((id) => `packages/${name}/tsconfig.json references ${id}`),
    ...missing(libraries, thirdParty).map(
      (id) => `${manifest} does not list ${id}, which the table of boundaries does`,
    ),
    ...missing(thirdParty, libraries).map((id) => `${manifest} lists ${id}, which the table of boundaries does not`),
  ];
}

/** Where the libraries of the table and those that docs/dependencies.md says to run are not the same. */
export function documentationFaults(table: readonly Boundary[], document: string): readonly string[] {
  const used = [...new Set(table.flatMap(({ libraries }) => libraries))];
  const described = documentedLibraries(document);
  return [
    ...missing(used, described).map((id) => `docs/dependencies.md does not say why ${id} is used`),
    ...missing(described, used).map((id) => `docs/dependencies.md describes ${id}, which no package may import`),
  ];
}

/** The first cells of the table under "Runs"; a cell may name several, with commas between. */
function documentedLibraries(document: string): readonly string[] {
  const [, runs = ''] = document.split(/^## Runs$/mu);
  const [section = ''] = runs.split(/^## /mu);
  const cells = [...section.matchAll(/^\| ?([^|]+?) *\|/gmu)].map(([, cell = '']) => cell);
  return cells
    .filter((cell) => cell !== 'package' && !/^[- ]+$/u.test(cell))
    .flatMap((cell) => cell.split(/, ?/u))
    .map((id) => id.trim());
}

const missing = (wanted: readonly string[], given: readonly string[]): readonly string[] =>
  wanted.filter((id) => !given.includes(id));
