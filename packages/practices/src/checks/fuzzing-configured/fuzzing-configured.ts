// SPDX-License-Identifier: Apache-2.0
import type { Check } from '@plumbline/core/answers/check';
import { defineCheck } from '@plumbline/core/answers/check';
import { no, unknown, yes } from '@plumbline/core/answers/answers';
import { citeAll } from '@plumbline/core/answers/cite';
import type { CiPipelines } from '@plumbline/core/facts/ci-pipelines';
import { ciBlindSpot, runsByItself } from '../../pipelines/ci-blind-spot.ts';
import { counted } from '../../words/counted.ts';
import { nameSome } from '../../words/name-some.ts';
import { startsByItself, toolNames, toolRuns } from '../../pipelines/tool-runs.ts';

// SP 800-218 PW.8.2 example 5. Targets are not fuzzing: something has to run them. Property-based tests are tests:
// they neither search for crashes nor keep what they found.
export const fuzzingConfigured: Check = defineCheck({
  id: 'fuzzing-configured',
  question: 'Does something run fuzz tests of this code without being started by hand?',
  scope: 'repository',
  needs: ['fuzz-targets', 'ci-pipelines'],
  strength: 'observed',
  automation: 'automatic',
  guide: {
    shows: 'A pipeline runs a fuzzer, or the tree configures a service that does (OSS-Fuzz, ClusterFuzzLite).',
    doesNotShow: 'How long the fuzzers run, what they reach, or whether findings are looked at.',
    resolve:
      'Keep the configuration in the repository, or run the targets in a pipeline: an OSS-Fuzz project that is kept elsewhere cannot be seen offline.',
  },
  remedy: {
    effort: 'days',
    steps: [
      'Write a fuzz target for each parser of outside input',
      'Run the targets in CI for a few minutes on each change and longer every night (ClusterFuzzLite, cargo-fuzz, go test -fuzz …)',
    ],
  },
  answer({ 'fuzz-targets': item, 'ci-pipelines': ci }) {
    const { targets, services } = item.state === 'absent' ? { targets: [], services: [] } : item.fact;
    const fuzzers = ci.state === 'absent' ? [] : toolRuns(ci.fact, ['fuzzing']);
    const started = fuzzers.filter((run) => startsByItself(run));
    if (started.length > 0) return yes(`Pipelines run ${nameSome(toolNames(started))}`, citeAll(ci, started));
    const inTree = services.filter((service) => service.inTree);
    if (inTree.length > 0)
      return yes(
        `The tree configures ${nameSome([...new Set(inTree.map(({ service }) => service))])}`,
        citeAll(
          item,
          inTree.map(({ at }) => at),
        ),
      );
    const [outside] = services;
    if (outside !== undefined)
      return unknown(
        `${nameSome([outside.service])} is named, but its configuration is kept outside the tree`,
        'Run the targets in a pipeline too (CIFuzz), or keep the configuration in the repository',
        citeAll(
          item,
          services.map(({ at }) => at),
        ),
      );
    const real = targets.filter(({ kind }) => kind !== 'property-based');
    const blind =
      ci.state === 'absent' || !mayHideFuzzing(ci.fact, real.length) ? null : ciBlindSpot(ci.fact, runsByItself);
    if (blind !== null) return unknown(blind.because, blind.resolve, citeAll(ci, blind.places));
    const tests = targets.length - real.length;
    const what =
      fuzzers.length > 0
        ? `${nameSome(toolNames(fuzzers))} runs only when it is started by hand`
        : real.length > 0
          ? `${counted(real.length, 'fuzz target')}, but nothing runs them`
          : `No fuzz target${tests > 0 ? ` (${counted(tests, 'property-based test')})` : ''}, and no pipeline runs a fuzzer`;
    return no(what, [
      ...citeAll(
        item,
        targets.map(({ at }) => at),
      ),
      ...citeAll(ci, fuzzers),
    ]);
  },
});

/** Fuzz targets are code: where this tree has none, only a reference that speaks of fuzzing may hold them and run them. */
function mayHideFuzzing({ elsewhere, unread }: CiPipelines, targets: number): boolean {
  return targets > 0 || unread.length > 0 || elsewhere.some(({ reference }) => /fuzz/i.test(reference));
}
