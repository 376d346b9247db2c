// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { buildConfigurationCollector } from '../../collectors/build-configuration/build-configuration-collector.ts';
import { dependencyInventoryCollector } from '../../collectors/dependency-inventory/dependency-inventory-collector.ts';
import { collectorInput } from '../../testing/collector-input.ts';

const submodule = { path: 'core', type: 'submodule', objectId: '1'.repeat(40), size: null } as const;

test.each([buildConfigurationCollector, dependencyInventoryCollector])(
  '$id: absent only where no submodule may hold it',
  async (collector) => {
    const input = collectorInput({ LICENSE: 'text' });
    expect(await collector.collect(input)).toMatchObject([{ state: 'absent' }]);
    const repository = { ...input.repository, entries: [...input.repository.entries, submodule] };
    expect(await collector.collect({ ...input, repository })).toMatchObject([
      { state: 'unavailable', because: expect.stringContaining('submodule core') },
    ]);
  },
);
