// SPDX-License-Identifier: Apache-2.0
import { countFramework } from '@plumbline/core/catalog/count-framework';
import { describe, expect, test } from 'vitest';
import { schemaValidator } from '../testing/schema-validator.ts';
import { shippedCatalog } from '../testing/shipped-catalog.ts';
import { renderCycloneDxStandard } from './render-cyclonedx-standard.ts';

const referenced = ['spdx', 'jsf-0.82', 'cryptography-defs'].map((name) => `schemas/cyclonedx/${name}.schema.json`);
const at = { modifiedAt: '2026-11-22T12:00:00Z', toolVersion: '0.1.0' };

describe.each(['1.6', '1.7'] as const)('CycloneDX %s', (specVersion) => {
  const complain = schemaValidator(`schemas/cyclonedx/bom-${specVersion}.schema.json`, referenced);

  test.each(['ssdf-1.1', 'ssdf-1.2-draft', 'ssdf-218A'])(
    '%s is valid, and every parent is there before its child',
    (id) => {
      const { framework } = shippedCatalog(id);
      const text = renderCycloneDxStandard(framework, { ...at, specVersion });
      expect(complain(text)).toEqual([]);
      const [standard] = JSON.parse(text).definitions.standards;
      const counts = countFramework(framework);
      expect(standard.requirements.length).toBe(counts.groups + counts.practices + counts.tasks);
      const seen = new Set<string>();
      for (const requirement of standard.requirements) {
        expect(requirement.parent === undefined || seen.has(requirement.parent)).toBe(true);
        expect(seen.has(requirement['bom-ref'])).toBe(false);
        seen.add(requirement['bom-ref']);
      }
    },
  );
});

test('the draft is marked before anything else', () => {
  const text = renderCycloneDxStandard(shippedCatalog('ssdf-1.2-draft').framework, { ...at, specVersion: '1.7' });
  expect(JSON.parse(text).definitions.standards[0].description).toMatch(/^DRAFT/u);
});
