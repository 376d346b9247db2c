// SPDX-License-Identifier: Apache-2.0
import type { RootCause, RootCausesRecord } from '@plumbline/core/facts/records/root-causes-record';
import { list, map } from '../../../platform/record-schema/collections.ts';
import { or, orNull } from '../../../platform/record-schema/presence.ts';
import type { Schema } from '../../../platform/record-schema/schema.ts';
import { day, matching, text, truth } from '../../../platform/record-schema/scalars.ts';

const cause: Schema<RootCause> = map<RootCause>(
  {
    case: text('Id of the case, advisory or CVE'),
    closedOn: day('The day on which the case was closed'),
    weakness: orNull(matching(/^CWE-\d{1,5}$/u, 'a CWE id such as CWE-79', 'The weakness behind it')),
    processCause: orNull(text('Why the process let it through')),
    variantQuery: orNull(text('The rule or query that looked for more of its kind')),
    variantScan: orNull(text('Where the result of that search is')),
    improvement: orNull(text('The change of rule, gate, tool or training that came of it')),
  },
  'Root cause of one closed vulnerability',
);

export const rootCausesSchema: Schema<RootCausesRecord> = map<RootCausesRecord>(
  {
    complete: or(truth('True when every closed case is listed'), false),
    trendsReviewedOn: orNull(day('The day on which the causes were last looked at together')),
    trendsReviewedBy: orNull(text('Who looked at them')),
    causes: list(cause, 'Root causes; an empty list says that no case has closed'),
  },
  'Root causes of vulnerabilities and what came of them (SP 800-218 RV.3)',
);
