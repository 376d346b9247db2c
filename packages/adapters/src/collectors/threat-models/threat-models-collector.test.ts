// SPDX-License-Identifier: Apache-2.0
import type { Collected } from '@plumbline/core/collecting/collector';
import type { ThreatModel } from '@plumbline/core/facts/threat-models';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { collectorInput } from '../../testing/collector-input.ts';
import { otm, own, prose, threagile, threatDragon } from './fixtures.ts';
import { renderThreatModelSchema } from './plumbline-model.ts';
import { starterThreatModel } from './starter-threat-model.ts';
import { threatModelsCollector } from './threat-models-collector.ts';

async function collect(files: { readonly [path: string]: string }): Promise<Collected | undefined> {
  const [item] = await threatModelsCollector.collect(collectorInput(files));
  return item;
}

async function modelsOf(files: { readonly [path: string]: string }): Promise<readonly ThreatModel[]> {
  const item = await collect(files);
  return item?.kind === 'threat-models' && item.state === 'found' ? item.fact.models : [];
}

const states = (model: ThreatModel | undefined): readonly string[] =>
  (model?.threats ?? []).map(({ id, state, owner }) => `${id} ${state} ${owner}`);

describe('structured models', () => {
  test('OTM: a state for each occurrence, and what occurs nowhere is undecided', async () => {
    const [model] = await modelsOf({ 'docs/lantern.otm': otm });
    expect(model).toMatchObject({ format: 'otm', title: 'Lantern', trustBoundaries: 2 });
    expect(states(model)).toEqual([
      't1@api mitigated null',
      't2@api open null',
      't1@db open null',
      't3 undecided null',
    ]);
  });
  test('Threat Dragon 2', async () => {
    const [model] = await modelsOf({ 'ThreatDragonModels/lantern/lantern.json': threatDragon });
    expect(model).toMatchObject({ format: 'threat-dragon', title: 'Lantern', trustBoundaries: 1, placeholder: false });
    expect(states(model)).toEqual(['1 open null', '2 mitigated null', '3 mitigated null']);
  });
  test('Threagile', async () => {
    const [model] = await modelsOf({ 'threagile.yaml': threagile });
    expect(model).toMatchObject({
      format: 'threagile',
      title: 'Lantern',
      trustBoundaries: 1,
      lastChangedOn: '2026-03-01',
    });
    expect(states(model)).toEqual(['unencrypted@db accepted Bo', 'sql-injection@api undecided null']);
  });
  test('our own, and the starter as a placeholder', async () => {
    const [model] = await modelsOf({ 'security/threat-models/lantern.yaml': own });
    expect(model).toMatchObject({
      format: 'plumbline',
      title: 'Lantern',
      trustBoundaries: 1,
      reviewedOn: '2026-04-01',
      placeholder: false,
    });
    expect(states(model)).toEqual(['T-1 mitigated null', 'T-2 open bo@lantern.org']);
    const starter = starterThreatModel('Lantern');
    expect(await modelsOf({ [starter.path]: starter.text })).toMatchObject([{ placeholder: true }]);
    expect(JSON.parse(renderThreatModelSchema().text)).toMatchObject({ required: ['title', 'threats'] });
  });
  test('our own, broken: unavailable with its line, whatever else there is', async () => {
    const files = {
      'security/threat-models/a.yaml': own.replace('state: open', 'state: maybe'),
      'threagile.yaml': threagile,
    };
    expect(await collect(files)).toMatchObject({ state: 'unavailable', location: 'security/threat-models/a.yaml:13' });
  });
});

describe('prose', () => {
  test('a section that names threats and boundaries, with its stated day', async () => {
    expect(await modelsOf({ 'docs/design.md': prose })).toEqual([
      {
        at: { path: 'docs/design.md', line: 3 },
        format: 'prose',
        title: 'Threat model',
        threats: null,
        trustBoundaries: 2,
        reviewedOn: '2026-05-01',
        lastChangedOn: null,
        placeholder: false,
      },
    ]);
  });
  test.each<readonly [string, string, string]>([
    ['a pointer', 'SECURITY.md', '# Threat model\n\nOur threat model is at https://example.org/tm.\n'],
    [
      'a warning to users',
      'docs/security.md',
      `# Security considerations\n\n${'Never load files from people you do not trust. Always check the checksum of what you load. '.repeat(6)}`,
    ],
    [
      'a manual for modelling',
      'docs/threats.md',
      `# How to create a threat model\n\n${'Draw a boundary, then add the threat of an attacker who spoofs it. '.repeat(8)}`,
    ],
    ['an example', 'examples/threat-model.md', prose],
    ['a changelog', 'CHANGELOG.md', prose],
  ])('not %s', async (_, path, text) => {
    expect(await modelsOf({ [path]: text })).toEqual([]);
  });
});

test('examples, demos and test data of a modelling tool are not models of it', async () => {
  expect(
    await modelsOf({
      'demo/example/threagile.yaml': threagile,
      'ThreatDragonModels/test/model.json': threatDragon,
      'ThreatDragonModels/v2-threat-model.json': threatDragon.replace('Lantern', 'Demo Threat Model'),
      'src/assets/schema/otm.schema.json': otm,
    }),
  ).toEqual([]);
});

test('never throws', async () => {
  const text = fc.oneof(
    fc.json(),
    fc.string(),
    fc.constantFrom(
      'otmVersion: 1',
      '{"otmVersion":"1","components":[{"threats":[1]}]}',
      '{"summary":{"title":"x"},"detail":{"diagrams":[1,{"cells":[null]}]}}',
      'threagile_version: 1\nrisk_tracking: [1]',
    ),
  );
  await fc.assert(
    fc.asyncProperty(text, async (content) => {
      const item = await collect({
        'threat-model.json': content,
        'threat-model.yaml': content,
        'security/threat-models/a.yaml': content,
        'THREATS.md': content,
      });
      expect(item?.kind).toBe('threat-models');
    }),
  );
});
