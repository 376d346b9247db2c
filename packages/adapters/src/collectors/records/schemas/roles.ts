// SPDX-License-Identifier: Apache-2.0
import type { RoleEntry, RolesRecord } from '@plumbline/core/facts/records/roles-record';
import { list, map } from '../../../platform/record-schema/collections.ts';
import { orNull } from '../../../platform/record-schema/presence.ts';
import type { Schema } from '../../../platform/record-schema/schema.ts';
import { day, text } from '../../../platform/record-schema/scalars.ts';

const role: Schema<RoleEntry> = map<RoleEntry>(
  {
    role: text('Name of the role'),
    responsibilities: list(text('One responsibility'), 'What the role answers for'),
    holders: list(text('Handle, address or team'), 'Who holds the role'),
    escalation: orNull(text('Whom to turn to when the holders do not act')),
  },
  'One role of secure development (SP 800-218 PO.2.1)',
);

export const rolesSchema: Schema<RolesRecord> = map<RolesRecord>(
  {
    owner: orNull(text('Who keeps this record')),
    reviewedOn: orNull(day('The day of its last review')),
    roles: list(role, 'Every role of secure development'),
  },
  'Who is accountable for what in secure development',
);
