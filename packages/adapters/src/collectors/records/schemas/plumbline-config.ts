// SPDX-License-Identifier: Apache-2.0
import type { PlumblineConfig } from '@plumbline/core/facts/records/plumbline-config';
import { list, map } from '../../../platform/record-schema/collections.ts';
import { optional, or, orNull } from '../../../platform/record-schema/presence.ts';
import type { Schema } from '../../../platform/record-schema/schema.ts';
import { matching, text } from '../../../platform/record-schema/scalars.ts';

/** Inside the repository: relative, no `.` or `..`, no backslash. */
const insidePath = /^(?!\/)(?!(?:[^/]*\/)*\.{1,2}(?:\/|$))[^\\:*?"<>|\n]{1,500}$/u;

const tailoring: Schema<PlumblineConfig['tailoring'][number]> = map<PlumblineConfig['tailoring'][number]>(
  {
    check: text('Id of the check that is left out'),
    task: orNull(text('The only task for which it is left out')),
    reason: text('Why'),
    approvedBy: text('Who approved it'),
  },
  'One answer that is left out; every report shows it',
);

export const plumblineConfigSchema: Schema<PlumblineConfig> = map<PlumblineConfig>(
  {
    product: or(text('Name of the product'), ''),
    supplier: optional(text('Who supplies the product: its producer, as its bills of materials name it')),
    records: orNull(
      matching(
        insidePath,
        'a folder inside the repository',
        'The folder of the records; it is then complete: what is not there is absent',
      ),
    ),
    policy: orNull(matching(insidePath, 'a file inside the repository', 'The policy of the gate')),
    defaultBranch: orNull(text('The default branch, where a clone cannot tell')),
    profile: orNull(text('The profile to assess by: baseline, standard or high')),
    tailoring: or(list(tailoring, 'Answers left out'), []),
  },
  'What Plumbline must know of this repository',
);
