// SPDX-License-Identifier: Apache-2.0
import type { RequirementEntry, RequirementsRecord } from '@plumbline/core/facts/records/requirements-record';
import { list, map } from '../../../platform/record-schema/collections.ts';
import { or, orNull } from '../../../platform/record-schema/presence.ts';
import type { Schema } from '../../../platform/record-schema/schema.ts';
import { day, text } from '../../../platform/record-schema/scalars.ts';

const requirement: Schema<RequirementEntry> = map<RequirementEntry>(
  {
    id: text('Short id, such as ASVS 5.0 1.2.3'),
    text: text('What is required'),
    source: orNull(text('Where it comes from: a standard, a law, a customer')),
    coveredBy: or(list(text('Test, check or review'), 'What shows that it is met'), []),
  },
  'One security requirement of the software',
);

export const requirementsSchema: Schema<RequirementsRecord> = map<RequirementsRecord>(
  {
    owner: orNull(text('Who keeps this record')),
    version: orNull(text('Version of the set, which suppliers acknowledge')),
    reviewedOn: orNull(day('The day of its last review')),
    requirements: list(requirement, 'Every requirement'),
  },
  'Security requirements of the software (SP 800-218 PO.1.2)',
);
