// SPDX-License-Identifier: Apache-2.0
import { triageDecisions, type TriageEntry, type TriageRecord } from '@plumbline/core/facts/records/triage-record';
import { list, map } from '../../../platform/record-schema/collections.ts';
import { or } from '../../../platform/record-schema/presence.ts';
import type { Schema } from '../../../platform/record-schema/schema.ts';
import { day, matching, oneOf, text } from '../../../platform/record-schema/scalars.ts';

const findingId = (description: string): Schema<string> =>
  matching(/^plf-[0-9a-f]{24}$/u, 'the id of a finding: plf- and 24 hex digits', description);

const entry: Schema<TriageEntry> = map<TriageEntry>(
  {
    finding: findingId('Id of the finding, as `plumbline findings` shows it'),
    decision: oneOf(triageDecisions, 'What was found: it is one, it is none, it is several, it is one with others'),
    reason: text('Why, so that another can follow'),
    by: text('Who decided'),
    on: day('The day of the decision'),
    with: or(
      list(
        findingId('Id of a finding or of a part'),
        'join: the findings that it is one with; split: parts to set apart',
      ),
      [],
    ),
  },
  'One decision about one finding; of two about one the later counts',
);

export const triageSchema: Schema<TriageRecord> = map<TriageRecord>(
  { findings: list(entry, 'Decisions; an empty list says that there is none') },
  'Decisions about findings (SP 800-218 PW.7.2, PW.8.2)',
);
