// SPDX-License-Identifier: Apache-2.0
import type { Crosswalk } from '../crosswalk.ts';
import { parseCrosswalk } from '../parse-crosswalk.ts';

/** A crosswalk of the sample catalog in the shape of a file of `crosswalks/`. */
export const sampleCrosswalkFile = {
  slug: 'other',
  frameworkId: 'other',
  framework: 'Other',
  title: 'Other Framework 3 controls',
  kind: 'published',
  covers: 'sample-1',
  source: { repository: 'example/other', path: 'map.yaml', commit: '0123456789ab' },
  licence: 'Apache-2.0',
  refPattern: 'OT-\\d',
  rows: [
    { ssdf: 'PW.7', ref: 'OT-1' },
    { ssdf: 'PW.7.2', ref: 'OT-2', note: 'In its own words.' },
    { ssdf: 'PW', ref: 'OT-3' },
    { ssdf: 'PW.7.2', ref: 'OT_4' },
    { ssdf: 'PW 7.2', ref: 'OT-5', probably: 'PW.7.2' },
    { ssdf: 'PW.3.1', ref: 'OT-6' },
  ],
};

/** The sample as a crosswalk; `changes` replace members of the file. */
export function sampleCrosswalk(changes: object = {}): Crosswalk {
  const parsed = parseCrosswalk({ ...sampleCrosswalkFile, ...changes });
  if (!parsed.ok) throw new Error(`${parsed.path}: ${parsed.message}`);
  return parsed.value;
}
