// SPDX-License-Identifier: Apache-2.0
import type { ExceptionEntry, ExceptionsRecord } from '@plumbline/core/facts/records/exceptions-record';
import { list, map } from '../../../platform/record-schema/collections.ts';
import { orNull } from '../../../platform/record-schema/presence.ts';
import type { Schema } from '../../../platform/record-schema/schema.ts';
import { day, text } from '../../../platform/record-schema/scalars.ts';

const exception: Schema<ExceptionEntry> = map<ExceptionEntry>(
  {
    id: text('Short id'),
    concerns: text('The task, check or finding that it is about'),
    reason: text('Why it is needed'),
    requestedBy: text('Who asked for it'),
    approvedBy: orNull(text('Who approved it: somebody else')),
    approvedOn: orNull(day('The day of the approval')),
    expires: orNull(day('The last day on which it holds')),
  },
  'One exception: it changes no answer, and every report shows it',
);

export const exceptionsSchema: Schema<ExceptionsRecord> = map<ExceptionsRecord>(
  { exceptions: list(exception, 'Exceptions; an empty list says that there is none') },
  'Exceptions from requirements (SP 800-218 PW.1.2)',
);
