// SPDX-License-Identifier: Apache-2.0
import { cargoCycloneDxGenerator } from './cargo-cyclonedx-generator.ts';
import { cdxgenGenerator } from './cdxgen-generator.ts';
import { cycloneDxGomodGenerator } from './cyclonedx-gomod-generator.ts';
import { cycloneDxNpmGenerator } from './cyclonedx-npm-generator.ts';
import { cycloneDxPyGenerator } from './cyclonedx-py-generator.ts';
import type { GeneratorSpec } from './generator-spec.ts';
import { syftGenerator } from './syft-generator.ts';

/** Those of one ecosystem first: they know it best. */
export const billGenerators: readonly GeneratorSpec[] = [
  cycloneDxNpmGenerator,
  cycloneDxPyGenerator,
  cycloneDxGomodGenerator,
  cargoCycloneDxGenerator,
  syftGenerator,
  cdxgenGenerator,
];
