// SPDX-License-Identifier: Apache-2.0
import type { RiskEntry, RisksRecord } from '@plumbline/core/facts/records/risks-record';
import { list, map } from '../../../platform/record-schema/collections.ts';
import { orNull } from '../../../platform/record-schema/presence.ts';
import type { Schema } from '../../../platform/record-schema/schema.ts';
import { day, oneOf, text } from '../../../platform/record-schema/scalars.ts';

const risk: Schema<RiskEntry> = map<RiskEntry>(
  {
    id: text('Short id'),
    title: text('What could happen'),
    decision: oneOf(['mitigate', 'accept', 'transfer', 'avoid', 'undecided'], 'What was decided about it'),
    owner: orNull(text('Who answers for it')),
    reviewOn: orNull(day('The day on which it is looked at again')),
  },
  'One risk of the design',
);

export const risksSchema: Schema<RisksRecord> = map<RisksRecord>(
  { risks: list(risk, 'Every risk that is tracked') },
  'Security risks and what was decided about each (SP 800-218 PW.1.2)',
);
