// SPDX-License-Identifier: Apache-2.0
import type { Check } from '@plumbline/core/answers/check';
import { defineCheck } from '@plumbline/core/answers/check';
import type { Answer } from '@plumbline/core/answers/answer';
import { no, notApplicable, unknown, yes } from '@plumbline/core/answers/answers';
import { cite, citeAll } from '@plumbline/core/answers/cite';
import type { Seen } from '@plumbline/core/evidence/evidence';
import type { BuildConfiguration, HardeningFeature } from '@plumbline/core/facts/build-configuration';
import { counted } from '../../words/counted.ts';
import { languageFamily } from '../../languages/language-family.ts';
import { noSourceHere } from '../../languages/no-source-here.ts';
import { mainLanguages, percentOfFamily } from '../../languages/main-languages.ts';
import { nameSome } from '../../words/name-some.ts';

/**
 * What a C or C++ build has to switch on: one feature of each group. SP 800-218 PW.6.2 example 4 asks for randomised
 * memory; the groups and their flags are those of the OpenSSF compiler options hardening guide, with the MSVC
 * counterparts (/GS, /guard:cf, /DYNAMICBASE). Warnings (examples 1 and 2) are shown, not required.
 */
const groups: readonly { readonly name: string; readonly features: readonly HardeningFeature[] }[] = [
  { name: 'stack protection or control-flow integrity', features: ['stack-protector', 'control-flow'] },
  { name: 'fortified or bounds-checked library calls', features: ['fortify', 'bounds-checks'] },
  { name: 'position independence or read-only relocations', features: ['pie', 'relro'] },
];

/** Languages whose own compilers check bounds and manage memory, and assembly, which no compiler can protect. */
const memorySafe: ReadonlySet<string> = new Set([
  'rust',
  'go',
  'swift',
  'jvm',
  'dotnet',
  'dart',
  'haskell',
  'erlang',
  'assembly',
]);

export const compilerHardeningEnabled: Check = defineCheck({
  id: 'compiler-hardening-enabled',
  question:
    'Does the build switch on stack protection, fortified calls and position independence for its C and C++ code?',
  scope: 'repository',
  needs: ['build-configuration', 'repository-tree'],
  strength: 'observed',
  automation: 'automatic',
  guide: {
    shows:
      'Build files of the project itself name at least one flag of each of three groups: stack protection or control-flow integrity; fortified or bounds-checked library calls; position independence or read-only relocations. Not applicable where no C or C++ is compiled, or less than one percent of the source is.',
    doesNotShow:
      'Whether the flags reach every binary (binaries-hardened), or what a distribution’s compiler adds by default: that is not the project’s decision.',
    resolve: 'Set the flags in build files of the repository, where they can be read.',
  },
  remedy: {
    effort: 'hours',
    steps: [
      'Add -fstack-protector-strong, -D_FORTIFY_SOURCE=3 with optimisation, -fPIE -pie and -Wl,-z,relro,-z,now (MSVC: /GS /guard:cf /DYNAMICBASE /NXCOMPAT)',
      'Add -Wall -Wformat=2 -Werror=format-security, and treat warnings as errors in CI',
      'Inspect the binaries to see that the flags took effect',
    ],
  },
  answer({ 'build-configuration': build, 'repository-tree': tree }) {
    const outside = whyOutside(build, tree);
    if (outside !== null) return outside;
    const { compiled, hardening, buildFiles } = factOf(build);
    const languages = nameSome(compiled.filter((language) => isC(language)));
    const on = new Set(hardening.map(({ feature }) => feature));
    const missing = groups.filter(({ features }) => !features.some((feature) => on.has(feature)));
    const warnings = warningFeatures.filter((feature) => on.has(feature)).length;
    const measures = [
      { name: 'groups of protections switched on', value: groups.length - missing.length, of: groups.length },
      { name: 'kinds of warnings that fail the build', value: warnings, of: warningFeatures.length },
    ];
    const places = hardening.map(({ at }) => at);
    if (missing.length === 0)
      return yes(`${languages}: ${[...on].toSorted().join(', ')}`, citeAll(build, places), measures);
    const names = missing.map(({ name }) => name).join(', nor for ');
    const where = citeAll(build, places.length > 0 ? places : buildFiles);
    return no(`${languages}: no flag for ${names} in ${counted(buildFiles.length, 'build file')}`, where, measures);
  },
});

const warningFeatures: readonly HardeningFeature[] = ['warnings-as-errors', 'format-security'];
const nothing: BuildConfiguration = { compiled: [], toolchains: [], hardening: [], buildFiles: [] };
const factOf = (build: Seen<'build-configuration'>): BuildConfiguration =>
  build.state === 'absent' ? nothing : build.fact;
const isC = (language: string): boolean => languageFamily(language) === 'c';

/** Below this share of the source, in percent, C is a stray file that no binary of the product is made of. */
const strayBelow = 1;

/** Where the question does not arise, or cannot be answered from build files. */
function whyOutside(build: Seen<'build-configuration'>, tree: Seen<'repository-tree'>): Answer | null {
  const { compiled: written, buildFiles } = factOf(build);
  const main = tree.state === 'absent' ? [] : mainLanguages(tree.fact).map(({ language }) => language);
  const isStray = tree.state === 'found' && percentOfFamily(tree.fact, 'c') < strayBelow;
  const compiled = isStray ? written.filter((language) => !isC(language)) : written;
  const inventory = [cite(tree), cite(build)] as const;
  const inC = [...compiled, ...main].filter((language) => isC(language));
  if (inC.length > 0 && compiled.some((language) => isC(language)) && buildFiles.length > 0) return null;
  if (inC.length > 0)
    return unknown(
      `No build file says how ${nameSome(inC.slice(0, 1))} is compiled`,
      'Keep the build files in the repository',
      inventory,
    );
  const strange = compiled.filter((language) => !memorySafe.has(languageFamily(language) ?? ''));
  if (strange.length > 0)
    return unknown(
      `Which flags harden ${nameSome(strange)} is not known here`,
      'Inspect the binaries instead (binaries-hardened)',
      inventory,
    );
  if (main.length === 0 && tree.state === 'found' && tree.fact.submodules.length > 0) return noSourceHere(tree);
  const what = compiled.length > 0 ? `No flag hardens ${nameSome(compiled)}` : 'No compiled language takes such flags';
  const stray = compiled.length < written.length ? `; C is less than ${strayBelow} % of the source` : '';
  return notApplicable(
    `${what}${stray}; the tree is in ${main.length === 0 ? 'no programming language' : nameSome(main)}`,
    inventory,
  );
}
