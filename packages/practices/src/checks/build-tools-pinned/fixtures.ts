// SPDX-License-Identifier: Apache-2.0
import type { BuildConfiguration } from '@plumbline/core/facts/build-configuration';
import type { BaseImage, DependencyInventory } from '@plumbline/core/facts/dependency-inventory';
import type { CheckFixtures, FixtureFacts } from '../../testing/check-fixtures.ts';
import { aBuild, aToolchain } from '../../testing/fixture-builds.ts';
import { aManifest, anInventory } from '../../testing/fixture-records.ts';

const image: BaseImage = {
  reference: 'debian:12',
  digest: `sha256:${'a'.repeat(64)}`,
  path: 'Dockerfile',
  line: 1,
  role: 'shipped',
};
const facts = (build: BuildConfiguration | 'absent', inventory: Partial<DependencyInventory>): FixtureFacts => ({
  'build-configuration': build,
  'dependency-inventory': anInventory(inventory),
});

const least = aToolchain({ tool: 'node', version: '>=22', pin: 'floating', at: { path: 'package.json', line: 8 } });

export const fixtures: CheckFixtures = {
  facts: facts(aBuild(), { baseImages: [image] }),
  flip: { kind: 'dependency-inventory', at: ['baseImages', 0, 'digest'], to: null },
  also: [
    {
      name: 'a floating toolchain',
      facts: facts(aBuild({ toolchains: [aToolchain({ version: 'stable', pin: 'floating' })] }), {}),
      outcome: 'no',
    },
    {
      name: 'the image of a fixture',
      facts: facts(aBuild(), { baseImages: [{ ...image, digest: null, role: 'fixture' }] }),
      outcome: 'yes',
    },
    {
      name: 'the least that a manifest asks, beside an exact pin',
      facts: facts(
        aBuild({ toolchains: [least, aToolchain({ tool: 'node', version: '24.21.0', at: { path: '.nvmrc' } })] }),
        {},
      ),
      outcome: 'yes',
    },
    { name: 'the least that a manifest asks, alone', facts: facts(aBuild({ toolchains: [least] }), {}), outcome: 'no' },
    { name: 'nothing is fixed', facts: facts(aBuild({ toolchains: [] }), {}), outcome: 'no' },
    {
      name: 'only the image of a system is fixed, which brings its tools unfixed',
      facts: facts(aBuild({ toolchains: [] }), { baseImages: [image] }),
      outcome: 'no',
    },
    {
      name: 'a version file of a folder beside',
      facts: facts(aBuild({ toolchains: [aToolchain({ at: { path: 'macros/rust-toolchain' } })] }), {}),
      outcome: 'no',
    },
    {
      name: 'only the image of a toolchain is fixed',
      facts: facts(aBuild({ toolchains: [] }), { baseImages: [{ ...image, reference: 'golang:1.27.1' }] }),
      outcome: 'yes',
    },
    {
      name: 'a package whose tools nothing names',
      facts: facts('absent', { manifests: [aManifest()] }),
      outcome: 'no',
    },
    { name: 'nothing is built', facts: facts('absent', { manifests: [] }), outcome: 'not-applicable' },
    { name: 'no build file, but a pinned image', facts: facts('absent', { baseImages: [image] }), outcome: 'yes' },
    {
      name: 'what a pipeline installs floats beside a pin of the manifest',
      facts: facts(
        aBuild({
          toolchains: [
            aToolchain({ tool: 'go', version: '1.26.4', at: { path: 'go.mod', line: 3 } }),
            aToolchain({
              tool: 'go',
              version: 'stable',
              pin: 'floating',
              at: { path: '.github/workflows/ci.yml', line: 9 },
            }),
          ],
        }),
        {},
      ),
      outcome: 'no',
    },
    {
      name: 'rustup takes the toolchain of the tree, whatever a pipeline installs',
      facts: facts(
        aBuild({
          toolchains: [
            aToolchain(),
            aToolchain({ version: 'stable', pin: 'floating', at: { path: '.github/workflows/ci.yml', line: 9 } }),
          ],
        }),
        {},
      ),
      outcome: 'yes',
    },
    {
      name: 'a version that is computed elsewhere',
      facts: facts(
        aBuild({
          toolchains: [
            aToolchain(),
            aToolchain({
              tool: 'go',
              version: '${{ env.GO }}',
              pin: 'unknown',
              at: { path: '.github/workflows/ci.yml', line: 9 },
            }),
          ],
        }),
        {},
      ),
      outcome: 'unknown',
    },
    {
      name: 'the only file that could fix a version cannot be read',
      facts: facts(
        aBuild({ toolchains: [], unread: [{ path: '.nvmrc', because: 'a link out of the repository' }] }),
        {},
      ),
      outcome: 'unknown',
    },
    {
      name: 'a Dockerfile that cannot be read',
      facts: facts(aBuild(), { unread: [{ path: 'Dockerfile', because: 'binary' }] }),
      outcome: 'unknown',
    },
  ],
};
