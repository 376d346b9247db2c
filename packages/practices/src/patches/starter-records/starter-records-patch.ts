// SPDX-License-Identifier: Apache-2.0
import type { Patch } from '@plumbline/core/roadmap/patch';
import { patchOf } from '../../patching/patch-result.ts';

/** plumbline.yaml and the records to fill in. A record that still holds TODO never answers yes. */
export const starterRecordsPatch: Patch = {
  id: 'starter-records',
  title: 'Start the records that people keep',
  reads: () => [],
  write({ starterFiles, paths }) {
    const missing = starterFiles
      .filter(({ path }) => !paths.has(path))
      .map(({ path, text }) => ({ path, before: null, after: text }));
    return patchOf(missing, ['Fill in every TODO: a placeholder never answers yes'], 'every record has been started');
  },
};
