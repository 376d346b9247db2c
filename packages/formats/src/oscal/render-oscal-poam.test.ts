// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import type { Roadmap, RoadmapAction } from '@plumbline/core/roadmap/roadmap';
import { schemaValidator } from '../testing/schema-validator.ts';
import { renderOscalPoam } from './render-oscal-poam.ts';

const complain = schemaValidator('schemas/oscal-1.2.1/oscal_poam_schema.json');
const options = { modifiedAt: '2026-06-30T23:59:59Z', toolVersion: '0.1.0' };

const action: RoadmapAction = {
  id: 'workflow-actions-pinned',
  checks: ['workflow-actions-pinned'],
  title: 'Replace each tag by the full commit hash',
  tasks: ['PO.3.2'],
  completes: [],
  helps: [{ framework: 'OWASP SAMM', ref: 'I-SB-A', kind: 'published' }],
  effort: 'hours',
  effortDays: 0.5,
  resolves: 'no',
  because: '3 of 4 uses are not pinned by hash',
  steps: ['Replace each tag by the full commit hash', 'Let a bot move the pins'],
  after: [],
  patch: 'pin-actions',
  owner: 'maintainers',
  scope: 'repository',
  phase: 1,
  due: '2026-07-14',
};

const roadmap = (actions: readonly RoadmapAction[]): Roadmap => ({
  schemaVersion: '1.0',
  asOf: '2026-06-30T23:59:59Z',
  subject: { uri: 'https://example.com/product.git', commit: '1'.repeat(40) },
  profile: 'standard',
  capacityDays: 5,
  phases: [{ number: 1, starts: '2026-07-01', ends: '2026-07-14', days: 0.5 }],
  actions,
  unplanned: [{ check: 'members-use-mfa', tasks: ['PO.5.1'], because: 'no token', resolve: 'Read the forge' }],
});

test('a plan is valid OSCAL, and the same plan gives the same bytes', () => {
  const poam = renderOscalPoam(
    roadmap([action, { ...action, id: 'commits-signed', patch: null, resolves: 'unknown' }]),
    options,
  );
  expect(complain(poam)).toEqual([]);
  expect(
    renderOscalPoam(roadmap([action, { ...action, id: 'commits-signed', patch: null, resolves: 'unknown' }]), options),
  ).toBe(poam);
  expect(poam).toContain('"deadline": "2026-07-14T23:59:59Z"');
});

test('nothing to do is still a valid plan', () => {
  expect(complain(renderOscalPoam(roadmap([]), options))).toEqual([]);
});

test('the schema would refuse a plan without items', () => {
  const broken = renderOscalPoam(roadmap([action]), options).replace('"poam-items"', '"items"');
  expect(complain(broken)).not.toEqual([]);
});
