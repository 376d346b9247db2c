// SPDX-License-Identifier: Apache-2.0
import { homedir } from 'node:os';
import { join } from 'node:path';
import { gibibytes, minutes } from '../platform/tools/amounts.ts';
import type { GeneratorSpec } from './generator-spec.ts';
import { projectFolders } from './project-folders.ts';

const name = 'plumbline-bill';

/**
 * It has cargo resolve the workspace (`cargo metadata`), which runs no build script but downloads manifests: with the cargo home of
 * the user, whose settings may name other programs. Settings of the project are not there.
 */
export const cargoCycloneDxGenerator: GeneratorSpec = {
  id: 'cargo-cyclonedx',
  title: 'Rust workspaces',
  tool: 'cargo-cyclonedx',
  programs: ['cargo-cyclonedx'],
  install: 'cargo install cargo-cyclonedx',
  version: { args: ['cyclonedx', '--version'], pattern: /(\d+\.\d+\.\d+)/u },
  bounds: { timeoutMs: minutes(15), memoryBytesMax: gibibytes(4) },
  finished: [0],
  projectCode: 'cargo, which asks whatever compiler its settings name',
  calls: ({ target, kind, paths, offline }) =>
    kind === 'artifact'
      ? []
      : projectFolders(paths, ['Cargo.lock']).map((of) => ({
          of,
          args: () => [
            'cyclonedx',
            '--format=json',
            '--spec-version=1.5',
            `--override-filename=${name}`,
            `--manifest-path=${join(target, of, 'Cargo.toml')}`,
          ],
          writes: join(target, of, `${name}.json`),
          environment: {
            CARGO_HOME: process.env['CARGO_HOME'] ?? join(homedir(), '.cargo'),
            RUSTUP_HOME: process.env['RUSTUP_HOME'] ?? join(homedir(), '.rustup'),
            CARGO_NET_OFFLINE: String(offline),
          },
        })),
};
