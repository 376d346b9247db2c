// SPDX-License-Identifier: Apache-2.0
import type { PoliciesRecord, PolicyClause, PolicyEntry } from '@plumbline/core/facts/records/policies-record';
import { list, map } from '../../../platform/record-schema/collections.ts';
import { or } from '../../../platform/record-schema/presence.ts';
import type { Schema } from '../../../platform/record-schema/schema.ts';
import { oneOf, text } from '../../../platform/record-schema/scalars.ts';
import { backing } from './backing.ts';

const clause: Schema<PolicyClause> = map<PolicyClause>(
  {
    id: text('Short id of the clause'),
    text: text('What the clause asks for'),
    watchedBy: or(list(text('Id of a check, or topic of a statement'), 'What watches it'), []),
  },
  'One clause of a policy',
);

const policy: Schema<PolicyEntry> = map<PolicyEntry>(
  {
    id: text('Short id of the policy'),
    title: text('Its title'),
    covers: oneOf(['infrastructure', 'software', 'third-party', 'vulnerability-response', 'other'], 'What it is about'),
    clauses: list(clause, 'What it asks for'),
    ...backing,
  },
  'One policy',
);

export const policiesSchema: Schema<PoliciesRecord> = map<PoliciesRecord>(
  { policies: list(policy, 'Every policy in force') },
  'Policies for infrastructure, software, third parties and vulnerability response (SP 800-218 PO.1)',
);
