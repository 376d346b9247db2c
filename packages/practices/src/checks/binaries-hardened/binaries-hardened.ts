// SPDX-License-Identifier: Apache-2.0
import type { Check } from '@plumbline/core/answers/check';
import { defineCheck } from '@plumbline/core/answers/check';
import { no, notApplicable, unknown, yes } from '@plumbline/core/answers/answers';
import { cite, citeAll } from '@plumbline/core/answers/cite';
import { nameSome } from '../../words/name-some.ts';
import { shortText } from '../../words/short-text.ts';
import { noneCounted } from '../../words/none-counted.ts';
import { allCounted } from '../../words/all-counted.ts';

// SP 800-218 PW.6.2 examples 5 and 6: test that the features work, and that the configuration is in use.
export const binariesHardened: Check = defineCheck({
  id: 'binaries-hardened',
  question: 'Is every published binary position independent, protected and without an executable stack?',
  scope: 'release',
  needs: ['release-artifacts'],
  strength: 'observed',
  automation: 'not-yet',
  guide: {
    shows:
      'Each ELF or PE file of the release carries PIE, RELRO, NX, stack canaries and fortified calls, or their counterparts.',
    doesNotShow: 'Whether the protections hold against an attack.',
    resolve: 'Let the release’s published binaries be inspected; this version cannot fetch them offline.',
  },
  remedy: {
    effort: 'hours',
    steps: ['Inspect the published binaries', 'Set the missing flags where they are built, and release again'],
    after: ['compiler-hardening-enabled'],
  },
  answer({ 'release-artifacts': item }) {
    if (item.state === 'absent')
      return notApplicable(`Nothing is published: ${shortText(item.lookedIn)}`, [cite(item)]);
    const { artifacts, release } = item.fact;
    const inspected = artifacts.filter(({ hardened }) => hardened !== null);
    const soft = inspected.filter(({ hardened }) => hardened === false).map(({ name }) => name);
    const measures = [{ name: 'binaries hardened', value: inspected.length - soft.length, of: inspected.length }];
    if (soft.length > 0)
      return no(
        `${soft.length} of ${inspected.length} binaries of ${nameSome([release])} are not hardened: ${nameSome(soft)}`,
        citeAll(item, soft),
        measures,
      );
    if (inspected.length === 0)
      return unknown(
        `${noneCounted(artifacts.length, 'artifact')} of ${nameSome([release])} was inspected as a binary`,
        'Inspect the binaries of the release',
        [cite(item)],
      );
    return yes(
      `Hardened, of ${nameSome([release])}: ${allCounted(inspected.length, 'binary', 'binaries')}`,
      [cite(item)],
      measures,
    );
  },
});
