// SPDX-License-Identifier: Apache-2.0
import type { StatementEntry, StatementsRecord } from '@plumbline/core/facts/records/statements-record';
import { list, map } from '../../../platform/record-schema/collections.ts';
import { or, orNull } from '../../../platform/record-schema/presence.ts';
import type { Schema } from '../../../platform/record-schema/schema.ts';
import { day, text } from '../../../platform/record-schema/scalars.ts';
import { backing } from './backing.ts';

const statement: Schema<StatementEntry> = map<StatementEntry>(
  {
    topic: text('Id of the check that the statement speaks to'),
    text: text('What is stated'),
    by: text('Who states it: name, handle or address'),
    role: orNull(text('The office that this person holds')),
    on: day('The day of the statement'),
    validUntil: orNull(day('The last day on which it counts')),
    decision: or(list(text('One thing decided'), 'What was decided, for a statement that decides'), []),
    ...backing,
  },
  'A named person’s word about a check',
);

export const statementsSchema: Schema<StatementsRecord> = map<StatementsRecord>(
  { statements: list(statement, 'Statements') },
  'What people state because no machine can see it',
);
