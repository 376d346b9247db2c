// SPDX-License-Identifier: Apache-2.0
import type { BuildConfiguration } from '@plumbline/core/facts/build-configuration';
import type { CheckFixtures, FixtureFacts } from '../../testing/check-fixtures.ts';
import { aBuild, flagsFor } from '../../testing/fixture-builds.ts';
import { aTree } from '../../testing/fixture-records.ts';

const facts = (build: Partial<BuildConfiguration>, language = 'C'): FixtureFacts => ({
  'build-configuration': aBuild({ compiled: ['C'], buildFiles: ['CMakeLists.txt'], ...build }),
  'repository-tree': aTree({ [language]: 9000 }),
});

export const fixtures: CheckFixtures = {
  facts: facts({ hardening: flagsFor('stack-protector', 'fortify', 'relro') }),
  flip: { kind: 'build-configuration', at: ['hardening', 2, 'feature'], to: 'warnings-as-errors' },
  also: [
    {
      name: 'counterparts of another compiler',
      facts: facts({ hardening: flagsFor('control-flow', 'bounds-checks', 'pie') }),
      outcome: 'yes',
    },
    {
      name: 'warnings alone',
      facts: facts({ hardening: flagsFor('warnings-as-errors', 'format-security') }),
      outcome: 'no',
    },
    { name: 'no flag', facts: facts({ hardening: [] }), outcome: 'no' },
    { name: 'no build file', facts: facts({ buildFiles: [] }), outcome: 'unknown' },
    { name: 'interpreted', facts: facts({ compiled: [] }, 'Python'), outcome: 'not-applicable' },
    { name: 'memory-managed', facts: facts({ compiled: ['Rust', 'Go'] }, 'Rust'), outcome: 'not-applicable' },
    {
      name: 'memory-managed with a C part',
      facts: { ...facts({ compiled: ['Rust', 'C'] }), 'repository-tree': aTree({ Rust: 9000, C: 500 }) },
      outcome: 'no',
    },
    {
      name: 'memory-managed with a stray C file',
      facts: { ...facts({ compiled: ['C'] }), 'repository-tree': aTree({ Java: 90_000, C: 90 }) },
      outcome: 'not-applicable',
    },
    { name: 'a compiler that we do not know', facts: facts({ compiled: ['Fortran'] }, 'Fortran'), outcome: 'unknown' },
    {
      name: 'C that no build file compiles',
      facts: { ...facts({}), 'build-configuration': 'absent' },
      outcome: 'unknown',
    },
    {
      name: 'nothing is built',
      facts: { ...facts({}, 'Ruby'), 'build-configuration': 'absent' },
      outcome: 'not-applicable',
    },
  ],
};
