// SPDX-License-Identifier: Apache-2.0
import { no, unknown, yes } from '@plumbline/core/answers/answers';
import type { Check } from '@plumbline/core/answers/check';
import { defineCheck } from '@plumbline/core/answers/check';
import { cite } from '@plumbline/core/answers/cite';
import type { Endpoint } from '@plumbline/core/facts/imported/endpoint-posture';
import { allCounted } from '../../words/all-counted.ts';
import { counted } from '../../words/counted.ts';
import { withinDays } from '../../days/days-before.ts';
import { allOf, type ThreeValued } from '../../pipelines/three-valued.ts';

const observedDaysMax = 30;
// A monthly patch day, and two weeks to install what it brings.
const patchedDaysMax = 45;

const aspects: readonly (readonly [name: string, of: (endpoint: Endpoint, asOf: string) => ThreeValued])[] = [
  ['disk encryption', ({ diskEncrypted }) => told(diskEncrypted)],
  ['screen lock', ({ screenLock }) => told(screenLock)],
  [
    'patches',
    ({ patchedOn }, asOf) => (patchedOn === null ? 'unknown' : told(withinDays(patchedOn, asOf, patchedDaysMax))),
  ],
  [
    'a fresh observation',
    ({ observedAt }, asOf) => (withinDays(observedAt, asOf, observedDaysMax) ? 'yes' : 'unknown'),
  ],
];

export const endpointsHardened: Check = defineCheck({
  id: 'endpoints-hardened',
  question: 'Is every development endpoint encrypted, patched and locked, as observed in the last 30 days?',
  scope: 'organisation',
  needs: ['endpoint-posture'],
  strength: 'observed',
  automation: 'automatic',
  guide: {
    shows: `Each endpoint of the export has its disk encrypted, patches of the last ${patchedDaysMax} days and a screen lock.`,
    doesNotShow: 'Endpoints that are not in the export: compare its count with the number of people who develop.',
    resolve: 'Pass an osquery or MDM export of the last 30 days with disk encryption, patch level and screen lock.',
  },
  remedy: {
    effort: 'weeks',
    steps: [
      'Manage every development endpoint, with disk encryption, automatic patches and a screen lock enforced',
      'Export the posture of all of them at least every month',
    ],
  },
  answer({ 'endpoint-posture': item }, { asOf }) {
    if (item.state === 'absent' || item.fact.endpoints.length === 0)
      return unknown('The export shows no endpoint', 'Pass an export of all development endpoints', [cite(item)]);
    const { endpoints, exports } = item.fact;
    const states = endpoints.map((endpoint) => allOf(...aspects.map(([, of]) => of(endpoint, asOf))));
    const hardened = states.filter((state) => state === 'yes').length;
    const measures = [{ name: 'endpoints hardened', value: hardened, of: endpoints.length }];
    const counts = (wanted: ThreeValued): string =>
      aspects
        .map(([name, of]) => [name, endpoints.filter((endpoint) => of(endpoint, asOf) === wanted).length] as const)
        .filter(([, count]) => count > 0)
        .map(([name, count]) => `${name} ${count}`)
        .join(', ');
    // An old observation may be right no more, so it neither shows that an endpoint is hardened nor that it lacks.
    const lacking = endpoints.some(
      (endpoint, index) => states[index] === 'no' && withinDays(endpoint.observedAt, asOf, observedDaysMax),
    );
    if (lacking) return no(`Of ${counted(endpoints.length, 'endpoint')} lack: ${counts('no')}`, [cite(item)], measures);
    if (hardened < endpoints.length) {
      return unknown(
        `${hardened} of ${counted(endpoints.length, 'endpoint')} hardened; not told: ${counts('unknown')}`,
        'Export disk encryption, patch level, screen lock and the time of observation for every endpoint',
        [cite(item)],
        measures,
      );
    }
    const problems = exports.reduce((sum, part) => sum + part.problems.length, 0);
    if (problems > 0)
      return unknown(
        `${counted(problems, 'problem')} in the export may hide endpoints`,
        'Export again',
        [cite(item)],
        measures,
      );
    return yes(`Encrypted, patched and locked: ${allCounted(endpoints.length, 'endpoint')}`, [cite(item)], measures);
  },
});

function told(value: boolean | null): ThreeValued {
  return value === null ? 'unknown' : value ? 'yes' : 'no';
}
