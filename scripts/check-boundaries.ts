// SPDX-License-Identifier: Apache-2.0
// Proves that the packages import each other one way only (docs/decisions/0001-house.md): the compiler refuses a cycle
// of project references, this refuses an import that the table does not list, and a package list or a document that says
// otherwise.
import { readFileSync, readdirSync } from 'node:fs';
import { type Boundary, boundaryTable } from './boundaries/boundary-table.ts';
import { declarationFaults, documentationFaults } from './boundaries/declaration-faults.ts';
import { importFault } from './boundaries/import-fault.ts';
import { readPackage } from './boundaries/read-package.ts';

function packageFaults(name: string, boundary: Boundary): readonly string[] {
  const sources = readPackage(name);
  const imports = sources.files.flatMap(({ path, imports }) =>
    imports.flatMap((imported) => {
      const fault = importFault({ name, file: path, imported }, boundary);
      return fault === null ? [] : [`${path}: ${fault}`];
    }),
  );
  return [...declarationFaults(name, boundary, sources), ...imports];
}

const faults = [
  ...readdirSync('packages')
    .filter((name) => !(name in boundaryTable))
    .map((name) => `package ${name} is not in the table of boundaries`),
  ...Object.entries(boundaryTable).flatMap(([name, boundary]) => packageFaults(name, boundary)),
  ...documentationFaults(Object.values(boundaryTable), readFileSync('docs/dependencies.md', 'utf8')),
];
for (const fault of faults) console.error(fault);
console.log(faults.length === 0 ? 'boundaries hold' : `${faults.length} faults: something crosses a boundary`);
process.exitCode = faults.length === 0 ? 0 : 1;
