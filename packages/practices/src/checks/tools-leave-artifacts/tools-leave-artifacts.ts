// SPDX-License-Identifier: Apache-2.0
import { no, unknown, yes } from '@plumbline/core/answers/answers';
import type { Check } from '@plumbline/core/answers/check';
import { defineCheck } from '@plumbline/core/answers/check';
import { cite } from '@plumbline/core/answers/cite';
import { allCounted } from '../../words/all-counted.ts';
import { counted } from '../../words/counted.ts';
import { nameSome } from '../../words/name-some.ts';
import { recordContent } from '../../records/record-content.ts';
import { artifactOf, artifactKindOf } from './artifact-of.ts';

// What was expected is declared, so that a report which nobody passed reads as missing and never as fine.
export const toolsLeaveArtifacts: Check = defineCheck({
  id: 'tools-leave-artifacts',
  question: 'Did every mandatory tool leave a report or document that names the assessed commit?',
  scope: 'release',
  needs: ['record:toolchain', 'scan-reports'],
  uses: ['sboms', 'in-toto-statements', 'test-reports'],
  strength: 'observed',
  automation: 'automatic',
  guide: {
    shows:
      'For this commit the mandatory scanners, SBOM and provenance makers and test runners left what proves their run.',
    doesNotShow: 'What the reports say, and tools whose work leaves no file.',
    resolve:
      'Pass the reports of the mandatory tools of security/toolchain.yaml with --evidence; each must name its commit.',
  },
  remedy: {
    effort: 'days',
    steps: [
      'Let each mandatory tool write a report with its version, its commit and how it ended',
      'Keep the reports of every release beside it',
    ],
    after: ['toolchain-declared'],
  },
  answer({ 'record:toolchain': item, ...evidence }, { asOf }) {
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
