// SPDX-License-Identifier: Apache-2.0

/**
 * Files by which a repository could tell a generator, or the package manager that it starts, what to leave out, whom to ask, or
 * what to run. They are not in the folder that generators see.
 */
const names: ReadonlySet<string> = new Set(
  (
    '.npmrc .yarnrc .yarnrc.yml .pnpmfile.cjs pnpmfile.js .pnpmfile.mjs .syft.yaml .syft.yml syft.yaml .syft ' +
    '.cdxgenrc .cdxgen.json .cdxgen.yml .cdxgen.yaml pip.conf .pydistutils.cfg setup.cfg rust-toolchain rust-toolchain.toml ' +
    'go.work .tool-versions .nvmrc .node-version .envrc .env'
  ).split(' '),
);

/** Whether a path of the tree is of a file that sets up generators and package managers. */
export function isGeneratorSettings(path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1).toLowerCase();
  return names.has(name) || /(?:^|\/)\.(?:cargo|syft|yarn|mvn|bundle)\//u.test(path);
}
