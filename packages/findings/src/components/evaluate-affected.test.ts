// SPDX-License-Identifier: Apache-2.0
import type { AffectedPackage, RangeEvent, VersionScheme } from '@plumbline/core/vulnerabilities/advisory';
import { compareVersions } from '@plumbline/core/versions/compare-versions';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { componentVersion, evaluateAffected } from './evaluate-affected.ts';
import { withoutRedundantVersions } from './without-redundant-versions.ts';

type Row = readonly [version: string, state: 'affected' | 'not-affected' | 'undecided'];

function affected(events: readonly RangeEvent[], more: Partial<AffectedPackage> = {}): AffectedPackage {
  const ranges = events.length === 0 ? [] : [{ type: 'ECOSYSTEM' as const, events }];
  return { ecosystem: 'npm', name: 'a', purl: null, ranges, versions: [], ...more };
}

function stateOf(version: string, entry: AffectedPackage, scheme: VersionScheme | null = 'semver'): string {
  return evaluateAffected(componentVersion(version), entry, scheme).state;
}

const cases: readonly (readonly [name: string, entry: AffectedPackage, rows: readonly Row[]])[] = [
  [
    'from the first version to before the fix',
    affected([{ introduced: '0' }, { fixed: '1.2.0' }]),
    [
      ['0.0.0-alpha', 'affected'],
      ['1.1.9', 'affected'],
      ['1.2.0-rc.1', 'affected'],
      ['1.2.0', 'not-affected'],
      ['9.0.0', 'not-affected'],
    ],
  ],
  [
    'up to and with the last affected version',
    affected([{ introduced: '1.0.0' }, { lastAffected: '1.0.0' }]),
    [
      ['0.9.9', 'not-affected'],
      ['1.0.0', 'affected'],
      ['1.0.1', 'not-affected'],
    ],
  ],
  [
    'several stretches, written in any order',
    affected([{ fixed: '3.1.0' }, { introduced: '3.0.0' }, { fixed: '1.5.0' }, { introduced: '1.0.0' }]),
    [
      ['1.4.0', 'affected'],
      ['2.0.0', 'not-affected'],
      ['3.0.5', 'affected'],
      ['3.1.0', 'not-affected'],
    ],
  ],
  [
    'a stretch that begins where one ends',
    affected([{ introduced: '0' }, { fixed: '2.0.0' }, { introduced: '2.0.0' }, { fixed: '2.0.1' }]),
    [
      ['2.0.0', 'affected'],
      ['2.0.1', 'not-affected'],
    ],
  ],
  [
    'nothing beyond the limit',
    affected([{ introduced: '1.0.0' }, { limit: '2.0.0' }]),
    [
      ['1.9.9', 'affected'],
      ['2.0.0', 'not-affected'],
    ],
  ],
  ['a limit that is none', affected([{ introduced: '1.0.0' }, { limit: '*' }]), [['99.0.0', 'affected']]],
  [
    'named versions, also as the ecosystem writes them otherwise',
    affected([], { versions: ['1.0.0', 'banana'] }),
    [
      ['1.0.0', 'affected'],
      ['v1.0', 'affected'],
      ['banana', 'affected'],
      ['1.0.1', 'not-affected'],
      ['cherry', 'not-affected'],
    ],
  ],
  [
    'a version that nobody can place',
    affected([{ introduced: '0' }, { fixed: '1.0.0' }]),
    [
      ['dev-main', 'undecided'],
      ['', 'undecided'],
      ['1'.repeat(300), 'undecided'],
    ],
  ],
  ['an event that nobody can place', affected([{ introduced: '0' }, { fixed: 'soon' }]), [['1.0.0', 'undecided']]],
  ['no version at all', affected([]), [['1.0.0', 'undecided']]],
  [
    'commits only',
    affected([], { ranges: [{ type: 'GIT', events: [{ introduced: '0' }] }] }),
    [['1.0.0', 'undecided']],
  ],
];

describe.each(cases)('%s', (_, entry, rows) => {
  test.each(rows)('%s is %s', (version, state) => {
    expect(stateOf(version, entry)).toBe(state);
  });

  test.each(rows)('%s without versions that the ranges hold is %s', (version, state) => {
    expect(stateOf(version, withoutRedundantVersions(entry, 'semver'))).toBe(state);
  });
});

test('an ecosystem whose order nobody knows is undecided, unless the version is named', () => {
  const entry = affected([{ introduced: '0' }], { versions: ['1.0-2'] });
  expect(stateOf('1.0', entry, null)).toBe('undecided');
  expect(stateOf('1.0-2', entry, null)).toBe('affected');
});

test('says which range, and what fixes it', () => {
  const entry = affected([{ introduced: '0' }, { fixed: '1.2' }, { introduced: '2.0' }, { fixed: '2.3' }]);
  expect(evaluateAffected(componentVersion('2.1'), entry, 'pep440')).toEqual({
    state: 'affected',
    because: '2.1 is in the range from 2.0 to before 2.3 (ECOSYSTEM)',
    fixedIn: ['2.3'],
  });
});

test('a range of type SEMVER is ordered as such, whatever its ecosystem does', () => {
  const ranges = [{ type: 'SEMVER' as const, events: [{ introduced: '0' }, { fixed: '1.0.0' }] }];
  expect(stateOf('1.0.0-1', affected([], { ranges }), 'rubygems')).toBe('affected');
  expect(stateOf('v1.0.0-20200101000000-abcdefabcdef', affected([], { ranges }), 'go')).toBe('affected');
});

const order = (a: string, b: string): number => compareVersions('semver', a, b) ?? Number.NaN;

test('agrees with the definition of a range, event by event', () => {
  const version = fc.tuple(fc.nat(4), fc.nat(4)).map((parts) => parts.join('.'));
  const kinds = fc.constantFrom('introduced', 'fixed', 'lastAffected');
  const event = fc.tuple(kinds, version).map(([kind, at]) => ({ [kind]: at }) as unknown as RangeEvent);
  fc.assert(
    fc.property(
      fc.uniqueArray(event, { maxLength: 6, selector: (one) => Object.values(one)[0] }),
      version,
      (events, at) => {
        let vulnerable = false;
        for (const one of events.toSorted((a, b) => order(Object.values(a)[0] ?? '', Object.values(b)[0] ?? ''))) {
          if ('introduced' in one && order(at, one.introduced) >= 0) vulnerable = true;
          if ('fixed' in one && order(at, one.fixed) >= 0) vulnerable = false;
          if ('lastAffected' in one && order(at, one.lastAffected) > 0) vulnerable = false;
        }
        const entry = affected(events);
        const expected = events.length === 0 ? 'undecided' : vulnerable ? 'affected' : 'not-affected';
        expect(stateOf(at, entry)).toBe(expected);
      },
    ),
  );
});
