// SPDX-License-Identifier: Apache-2.0
import type { Collected } from '@plumbline/core/collecting/collector';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { collectorInput } from '../../testing/collector-input.ts';
import { recordsCollector } from './records-collector.ts';

async function collect(files: { readonly [path: string]: string }): Promise<readonly Collected[]> {
  return recordsCollector.collect(collectorInput(files));
}

async function itemOf(
  kind: Collected['kind'],
  files: { readonly [path: string]: string },
): Promise<Collected | undefined> {
  return (await collect(files)).find((item) => item.kind === kind);
}

const config = 'product: Lantern\nrecords: security/\n';
const roles = `owner: ada@lantern.org
reviewedOn: 2026-05-01
roles:
  - role: Security lead
    responsibilities: [triage]
    holders: [ada@lantern.org]
    escalation: bo@lantern.org
`;

test('one item of every kind, in the order of the kinds', async () => {
  expect((await collect({})).map(({ kind }) => kind)).toEqual(recordsCollector.kinds);
});

describe('the three absences', () => {
  test('nothing is declared: a missing record is unavailable, and what is there is found', async () => {
    expect(await itemOf('plumbline-config', {})).toMatchObject({ state: 'absent' });
    expect(await itemOf('record:training', { 'security/roles.yaml': roles })).toMatchObject({
      state: 'unavailable',
      because: 'no records are declared in this repository',
      resolve: expect.stringContaining('plumbline init'),
    });
    expect(await itemOf('record:roles', { 'security/roles.yaml': roles })).toMatchObject({ state: 'found' });
  });
  test('the folder is declared: a missing record is absent', async () => {
    expect(await itemOf('record:training', { 'plumbline.yaml': config })).toMatchObject({
      state: 'absent',
      lookedIn: expect.stringContaining('security/'),
    });
  });
  test('plumbline.yaml without records, or broken, declares nothing', async () => {
    expect(await itemOf('record:roles', { 'plumbline.yaml': 'product: Lantern\n' })).toMatchObject({
      state: 'unavailable',
    });
    const broken = { 'plumbline.yaml': 'product: Lantern\nrecord: security/\n' };
    expect(await itemOf('plumbline-config', broken)).toMatchObject({
      state: 'unavailable',
      location: 'plumbline.yaml:2',
    });
    expect(await itemOf('record:roles', broken)).toMatchObject({
      state: 'unavailable',
      because: expect.stringContaining('is not known'),
    });
  });
  test('another folder', async () => {
    const files = {
      'plumbline.yaml': 'product: Lantern\nrecords: governance/records\n',
      'governance/records/roles.yml': roles,
    };
    expect(await itemOf('record:roles', files)).toMatchObject({
      state: 'found',
      location: 'governance/records/roles.yml',
    });
    expect(await itemOf('plumbline-config', { 'plumbline.yaml': 'product: L\nrecords: ../other\n' })).toMatchObject({
      state: 'unavailable',
      location: 'plumbline.yaml:2',
    });
  });
});

test('a valid record, documented', async () => {
  expect(await itemOf('record:roles', { 'plumbline.yaml': config, 'security/roles.yaml': roles })).toEqual({
    kind: 'record:roles',
    state: 'found',
    location: 'security/roles.yaml',
    strength: 'documented',
    fact: {
      path: 'security/roles.yaml',
      placeholder: false,
      content: {
        owner: 'ada@lantern.org',
        reviewedOn: '2026-05-01',
        roles: [
          {
            role: 'Security lead',
            responsibilities: ['triage'],
            holders: ['ada@lantern.org'],
            escalation: 'bo@lantern.org',
          },
        ],
      },
    },
  });
});

describe('an invalid record is unavailable, with line and path of the fault', () => {
  test.each<readonly [string, string, number, string]>([
    ['a misspelt key', roles.replace('holders', 'holder'), 6, 'roles[0].holders is missing'],
    ['no such day', roles.replace('2026-05-01', '2026-02-30'), 2, 'reviewedOn must be a day'],
    ['a number for a text', roles.replace('Security lead', '7'), 4, 'roles[0].role must be a text: put it in quotes'],
    ['a key twice', `${roles}owner: x\n`, 8, 'unique'],
    ['a list for a map', '- 1\n', 1, 'the document must be a map'],
    ['nothing at all', '', 1, 'roles is missing'],
    ['broken YAML', 'roles: [\n', 2, 'not valid YAML'],
  ])('%s', async (_, text, line, because) => {
    const item = await itemOf('record:roles', { 'plumbline.yaml': config, 'security/roles.yaml': text });
    expect(item).toMatchObject({ state: 'unavailable', because: expect.stringContaining(because) });
    expect(item?.location).toBe(`security/roles.yaml:${line}`);
  });
  test('two files of one record', async () => {
    const files = { 'security/roles.yaml': roles, 'security/roles.yml': roles };
    expect(await itemOf('record:roles', files)).toMatchObject({
      state: 'unavailable',
      because: expect.stringContaining('beside'),
    });
  });
});

test('markers: required ones make a placeholder, others count as not stated', async () => {
  const placeholder = roles.replace('holders: [ada@lantern.org]', 'holders: ["TODO: who"]');
  expect(await itemOf('record:roles', { 'security/roles.yaml': placeholder })).toMatchObject({
    fact: { placeholder: true, unfilled: [{ field: 'roles[0].holders[0]', line: 6 }] },
  });
  const unstated = roles.replace('bo@lantern.org', '"TODO: whom"').replace('2026-05-01', 'TODO');
  expect(await itemOf('record:roles', { 'security/roles.yaml': unstated })).toMatchObject({
    fact: { placeholder: false, content: { reviewedOn: null, roles: [{ escalation: null }] } },
  });
});

test('never throws', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(
        fc.json(),
        fc.string(),
        fc.constantFrom('&a [*a]', '{a: {b: 1', '!!binary x', '? [a]\n: b', '__proto__: 1'),
      ),
      async (text) => {
        const items = await collect({
          'plumbline.yaml': text,
          'security/roles.yaml': text,
          'security/releases.yaml': text,
        });
        expect(items).toHaveLength(18);
      },
    ),
  );
});
