// SPDX-License-Identifier: Apache-2.0
import type { ProductCycle, ProductLifecycle } from '@plumbline/core/vulnerabilities/product-cycle';
import { expect, test } from 'vitest';
import { lifecycleOf } from './lifecycle-of.ts';

const cycle = (name: string, endOfLife: string | boolean, codename: string | null = null): ProductCycle => ({
  cycle: name,
  endOfLife,
  latest: null,
  releasedOn: null,
  codename,
});
const product = (name: string, ...cycles: readonly ProductCycle[]): ProductLifecycle => ({
  product: name,
  aliases: [],
  cycles,
});

const products: readonly ProductLifecycle[] = [
  product('nodejs', cycle('22', '2027-04-30'), cycle('20', '2026-04-30', 'Iron'), cycle('0.10', true)),
  product('go', cycle('1.26', false), cycle('1.22', '2025-02-11')),
  product('python', cycle('3.12', '2028-10-31'), cycle('3.1', '2012-04-09')),
  product('debian', cycle('12', '2028-06-30', 'Bookworm')),
  product('rhel', cycle('8', '2029-05-31')),
  { ...product('alpine-linux', cycle('3.18', '2025-05-09')), aliases: ['alpine'] },
];

test.each([
  ['node', '20.11.1', '2026-04-30'],
  ['node', 'v22', '2027-04-30'],
  ['node', 'lts/iron', '2026-04-30'],
  ['node', '0.10.48', ''],
  ['node', '22.x', '2027-04-30'],
  ['image node', '20-alpine@sha256:0123', '2026-04-30'],
  ['image docker.io/library/python', '3.12.4-slim', '2028-10-31'],
  ['python', '3.1', '2012-04-09'],
  ['image golang', '1.22.1-bookworm', '2025-02-11'],
  ['image debian', 'bookworm-slim', '2028-06-30'],
  ['image gcr.io/distroless/static-debian12', 'nonroot', '2028-06-30'],
  ['image registry.access.redhat.com/ubi8/ubi-minimal', '8.9', '2029-05-31'],
  ['image alpine', '3.18', '2025-05-09'],
])('%s %s ends on %s', (tool, version, since) => {
  expect(lifecycleOf(tool, version, products)).toEqual({ state: 'dated', since });
});

test.each([
  ['go', '1.26.1'],
  ['node', 'lts/*'],
  ['image node', 'latest'],
])('of %s %s no end is known', (tool, version) => {
  expect(lifecycleOf(tool, version, products)).toEqual({ state: 'open' });
});

test.each([
  ['go', '1.30'],
  ['python', '3.11'],
  ['node', '>=18'],
  ['node', ''],
  ['rust', '1.80.0'],
  ['image example.com/team/tool', '1'],
  ['image example.com/team/node', '20'],
  ['constructor', '1'],
])('nobody can tell of %s %s', (tool, version) => {
  expect(lifecycleOf(tool, version, products).state).toBe('unknown');
});
