// SPDX-License-Identifier: Apache-2.0
import type { AffectedPackage } from '@plumbline/core/vulnerabilities/advisory';
import { knownComponent } from '@plumbline/core/vulnerabilities/package-key';
import { expect, test } from 'vitest';
import { isMalicious } from './is-malicious.ts';
import { type MatchableAdvisory, matchComponent } from './match-component.ts';

function advisory(ecosystem: string, name: string, more: Partial<AffectedPackage> = {}): MatchableAdvisory {
  const ranges = [{ type: 'ECOSYSTEM' as const, events: [{ introduced: '0' }, { fixed: '2' }] }];
  return {
    id: 'TEST-1',
    withdrawnAt: null,
    affected: [{ ecosystem, name, purl: null, ranges, versions: [], ...more }],
  };
}

function statesOf(purl: string, ...advisories: readonly MatchableAdvisory[]): readonly string[] {
  const component = knownComponent(purl);
  return component === null ? ['of no ecosystem'] : matchComponent(component, advisories).map(({ state }) => state);
}

test.each([
  ['pkg:pypi/zope-interface@1', 'PyPI', 'Zope.Interface'],
  ['pkg:nuget/newtonsoft.json@1', 'NuGet', 'Newtonsoft.Json'],
  ['pkg:composer/Symfony/yaml@1', 'Packagist', 'symfony/yaml'],
  ['pkg:golang/github.com/burntsushi/toml@v1.0.0', 'Go', 'github.com/BurntSushi/toml'],
  ['pkg:npm/%40babel/core@1.0.0', 'npm', '@babel/core'],
  ['pkg:maven/org.apache/io@1', 'Maven', 'org.apache:io'],
  ['pkg:cargo/foo_bar@1.0.0', 'crates.io', 'foo-bar'],
])('%s is %s %s', (purl, ecosystem, name) => {
  expect(statesOf(purl, advisory(ecosystem, name))).toEqual(['affected']);
});

test('another package, another ecosystem and a withdrawn advisory say nothing', () => {
  expect(statesOf('pkg:npm/a@1.0.0', advisory('npm', 'b'), advisory('PyPI', 'a'))).toEqual([]);
  expect(statesOf('pkg:npm/A@1.0.0', advisory('npm', 'a'))).toEqual([]);
  expect(statesOf('pkg:npm/a@1.0.0', { ...advisory('npm', 'a'), withdrawnAt: '2026-01-01T00:00:00Z' })).toEqual([]);
});

test('a component without a version is undecided', () => {
  expect(statesOf('pkg:npm/a', advisory('npm', 'a'))).toEqual(['undecided']);
});

test.each([
  ['pkg:deb/debian/curl@1?distro=debian-12', 'Debian:12', ['affected']],
  ['pkg:deb/debian/curl@1?distro=bookworm', 'Debian:12', ['affected']],
  ['pkg:deb/debian/curl@1?distro=debian-12', 'Debian:11', []],
  ['pkg:deb/debian/curl@1', 'Debian:11', ['undecided']],
  ['pkg:deb/debian/curl@3', 'Debian:11', []],
  ['pkg:deb/ubuntu/curl@1?distro=ubuntu-22.04', 'Ubuntu:22.04:LTS', ['affected']],
  ['pkg:deb/ubuntu/curl@1?distro=ubuntu-2.0', 'Ubuntu:22.04:LTS', []],
  ['pkg:apk/alpine/curl@1?distro=alpine-3.18.4', 'Alpine:v3.18', ['affected']],
  ['pkg:apk/alpine/curl@1?distro=alpine-3.1', 'Alpine:v3.18', []],
  ['pkg:rpm/redhat/curl@1?distro=rhel-8.6', 'Red Hat:rhel_aus:8.6::appstream', ['affected']],
])('%s against %s: %j', (purl, ecosystem, states) => {
  expect(statesOf(purl, advisory(ecosystem, 'curl'))).toEqual(states);
});

test('of several packages of one advisory, one that says yes counts', () => {
  const both = { ...advisory('npm', 'a'), affected: [] as readonly AffectedPackage[] };
  const no = advisory('npm', 'a', { ranges: [{ type: 'SEMVER', events: [{ introduced: '5.0.0' }] }] });
  const one = { ...both, affected: [...no.affected, ...advisory('npm', 'a').affected] };
  expect(statesOf('pkg:npm/a@1.0.0', one)).toEqual(['affected']);
});

test('reports of malicious packages are known by their id', () => {
  expect(isMalicious({ id: 'MAL-2026-1', aliases: [] })).toBe(true);
  expect(isMalicious({ id: 'GHSA-aaaa-bbbb-cccc', aliases: ['MAL-2026-1'] })).toBe(true);
  expect(isMalicious({ id: 'CVE-2026-1', aliases: ['GHSA-MAL-'] })).toBe(false);
});
