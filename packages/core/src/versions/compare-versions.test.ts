// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import { parse as parsePep440 } from '@renovatebot/pep440';
import fc from 'fast-check';
import semver from 'semver';
import { describe, expect, test } from 'vitest';
import type { VersionScheme } from '../vulnerabilities/advisory.ts';
import { compareVersions } from './compare-versions.ts';
import { versionOrders } from './version-orders.ts';

type Table = { readonly file: string; readonly scheme: VersionScheme; readonly lines: readonly string[] };

const folder = new URL('fixtures/', import.meta.url);
const linesOf = (file: string): readonly string[] => readFileSync(new URL(file, folder), 'utf8').trim().split('\n');
const tables: readonly Table[] = linesOf('SOURCES.csv')
  .slice(1)
  .map((row) => row.split(','))
  .map(([file = '', scheme = '']) => ({ file, scheme: scheme as VersionScheme, lines: linesOf(file) }));

const textsOf = (scheme: string): readonly string[] =>
  tables
    .filter((table) => table.scheme === scheme)
    .flatMap(({ lines }) =>
      lines.flatMap((line) => {
        const [a = '', , b = ''] = line.split(' ');
        return [a, b];
      }),
    );

/** Lines whose ecosystem takes one of the two for no version, and the one that was computed without normalising. */
const notComparable: { readonly [file: string]: number } = {
  'alpine-scalibr-generated.txt': 5, // `1.8.1p1`: apk-package(5) has no letter with a number after it
  'composer-scalibr-generated.txt': 2, // `-test1`, `.dev100`: composer/semver refuses them
  'pep440-scalibr-generated.txt': 5, // versions of before PEP 440
  'pep440-scalibr.txt': 11,
  'rubygems-scalibr.txt': 2, // `1beta`: malformed for Gem::Version
};
const otherOrder: ReadonlySet<string> = new Set([
  'v6.6 < v6.6.0-beta', // version_compare of the raw texts; Composer makes both 6.6.0.0 first
]);

describe.each(tables)('$file', ({ file, scheme, lines }) => {
  test('every line is ordered as its ecosystem orders it', () => {
    const results = lines.map((line) => {
      const [a = '', , b = ''] = line.split(' ');
      const order = compareVersions(scheme, a, b);
      return { line, said: order === null ? null : `${a} ${order < 0 ? '<' : order > 0 ? '>' : '='} ${b}` };
    });
    const told = results.filter(({ said }) => said !== null);
    expect(results.length - told.length).toBe(notComparable[file] ?? 0);
    expect(told.filter(({ line, said }) => line !== said && !otherOrder.has(line))).toEqual([]);
  });
});

/** Maven's own order goes in circles where lists of qualifiers meet numbers, as in 1.0 < 1.0-pre9 < 1-0a1.sp < 1.0. */
const isPlainMaven = (text: string): boolean => /^\d+(\.\d+)*([.-]?[a-z]+\d*)?$/i.test(text);

describe.each(Object.entries(versionOrders))('%s', (scheme, { parse, compare }) => {
  const known = [...new Set([...textsOf(scheme), '0', '1', '1.0', '1.10', '2.0-1', '1.0~rc1', '1.0-rc1'])];
  const version = fc
    .constantFrom(...known.filter((text) => scheme !== 'maven' || isPlainMaven(text)))
    .map((text) => parse(text))
    .filter((parsed) => parsed !== null);

  test('is a total order', () => {
    fc.assert(
      fc.property(version, version, version, (a, b, c) => {
        const [ab, bc, ac] = [compare(a, b), compare(b, c), compare(a, c)];
        const isTransitive = ab > 0 || bc > 0 || ac <= 0;
        const areEqualAlike = ab !== 0 || Math.sign(bc) === Math.sign(ac);
        expect([Math.sign(compare(b, a)), isTransitive, areEqualAlike]).toEqual([0 - Math.sign(ab), true, true]);
      }),
    );
  });

  test('never throws, and takes any text for a version or for none', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        expect([null, 0]).toContain(compareVersions(scheme as VersionScheme, text, text));
      }),
    );
  });

  test('refuses a text that no registry takes, at once', () => {
    const hostile = ['1', '1.', '1-', 'a', '_', '1a', '-1', '.1', '~', '^', '1_p', 'dev', '1.dev', '+a'].flatMap(
      (unit) => [unit.repeat(200_000), `${unit.repeat(100)}!`, `1.0-beta${unit.repeat(100)}\u0000`],
    );
    for (const text of hostile) parse(text);
    expect(parse('1'.repeat(257))).toBeNull();
    expect(parse('')).toBeNull();
  }, 30_000);
});

test('agrees with the libraries of npm and Renovate where those are exact', () => {
  const number = fc.nat(30).map(String);
  const word = fc.constantFrom('a', 'alpha', 'beta', 'rc', 'x', '0a', '-');
  const core = fc.tuple(number, number, number).map((parts) => parts.join('.'));
  const tail = fc
    .array(fc.oneof(number, word), { maxLength: 3 })
    .map((parts) => (parts.length === 0 ? '' : `-${parts.join('.')}`));
  const npm = fc.tuple(core, tail).map((parts) => parts.join(''));
  fc.assert(
    fc.property(npm, npm, (a, b) => {
      expect(Math.sign(compareVersions('semver', a, b) ?? Number.NaN)).toBe(semver.compare(a, b));
    }),
  );
  for (const text of textsOf('pep440'))
    expect([text, versionOrders.pep440.parse(text) === null]).toEqual([text, parsePep440(text) === null]);
});

test('numbers of any size are exact', () => {
  expect(compareVersions('pep440', '1.post9007199254740993', '1.post9007199254740992')).toBeGreaterThan(0);
  expect(compareVersions('maven', '1.00000000000000000000002', '1.2')).toBe(0);
});
