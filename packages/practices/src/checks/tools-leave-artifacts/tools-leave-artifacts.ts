// SPDX-License-Identifier: Apache-2.0
import { no, unknown, yes } from '@plumbline/core/answers/answers';
import type { Check } from '@plumbline/core/answers/check';
import { defineCheck } from '@plumbline/core/answers/check';
import { cite } from '@plumbline/core/answers/cite';
import { allCounted } from '../../words/all-counted.ts';
import { counted } from '../../words/counted.ts';
import { nameSome } from '../../words/name-some.ts';
import { shortText } from '../../words/short-text.ts';
import { recordContent } from '../../records/record-content.ts';
import { artifactOf, artifactKindOf } from './artifact-of.ts';

// What was expected is declared, so that a report which nobody passed reads as missing and never as fine.
export const toolsLeaveArtifacts: Check = defineCheck({
  id: 'tools-leave-artifacts',
  question:
    'Did every mandatory tool leave a report or document of the assessed commit, or as part of the newest release?',
  scope: 'release',
  needs: ['record:toolchain', 'scan-reports'],
  uses: ['sboms', 'in-toto-statements', 'test-reports', 'release-artifacts'],
  strength: 'observed',
  automation: 'automatic',
  guide: {
    shows:
      'For this commit, or else for that of the newest release, the mandatory scanners, SBOM and provenance makers and test runners left what proves their run.',
    doesNotShow: 'What the reports say, and tools whose work leaves no file.',
    resolve:
      'Gather the newest release with the reports of the mandatory tools of security/toolchain.yaml (`plumbline release TAG --report FILE...`), or take them in with `plumbline import FILE --commit HEAD`.',
  },
  remedy: {
    effort: 'days',
    steps: [
      'Let each mandatory tool write a report with its version, its commit and how it ended',
      'Keep the reports of every release as parts of it: plumbline release TAG --report FILE...',
    ],
    after: ['toolchain-declared'],
  },
  answer({ 'record:toolchain': item, 'release-artifacts': artifacts, ...evidence }, { asOf }) {
    const { content, refusal } = recordContent(item, 'the declared toolchain');
    if (refusal !== null) return refusal;
    const expected = content.tools.filter((entry) => entry.mandatory && artifactKindOf(entry.purpose) !== null);
    if (expected.length === 0) return no('No mandatory tool is declared that leaves a report', [cite(item)]);
    const found = expected.map((entry) => ({ entry, artifact: artifactOf(entry, evidence, asOf) }));
    const left = found.filter(({ artifact }) => artifact.state === 'left');
    const measures = [{ name: 'tools that left a report of this commit', value: left.length, of: expected.length }];
    const seen = Object.values(evidence).flatMap((seenItem) => (seenItem === undefined ? [] : [cite(seenItem)]));
    const failed = found.filter(({ artifact }) => artifact.state === 'failed');
    const names = (entries: typeof found): string => nameSome(entries.map(({ entry }) => entry.tool));
    if (failed.length > 0)
      return no(`No usable report for this commit of ${names(failed)}`, [cite(item), ...seen], measures);
    const missing = found.filter(({ artifact }) => artifact.state === 'missing');
    const [first] = missing;
    if (first !== undefined) {
      const released = artifacts?.state === 'found' ? artifacts.fact : undefined;
      const ofRelease = expected.map((entry) => artifactOf(entry, evidence, asOf, released));
      if (released !== undefined && artifacts !== undefined && ofRelease.every(({ state }) => state === 'left'))
        return yes(
          `A report in release ${shortText(released.release)} from ${allCounted(expected.length, 'mandatory tool')}`,
          [cite(item), cite(artifacts)],
          [{ name: 'tools that left a report in the release', value: expected.length, of: expected.length }],
        );
      return unknown(
        `${left.length} of ${counted(expected.length, 'mandatory tool')} left a report of this commit; not seen: ${names(missing)}`,
        first.artifact.resolve,
        [cite(item), ...seen],
        measures,
      );
    }
    return yes(
      `A report of this commit from ${allCounted(expected.length, 'mandatory tool')}`,
      [cite(item), ...seen],
      measures,
    );
  },
});
