// SPDX-License-Identifier: Apache-2.0
import type { Step } from './step.ts';

export const archiveRelease: Step = {
  title: 'Archiving the release, and restoring it',
  run({ files, archive, retain, trust, released }) {
    released('archive', 'put', files, '--to', archive, '--retain', retain);
    released('archive', 'drill', '--from', archive, '--trust', trust);
  },
};
