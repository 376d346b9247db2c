// SPDX-License-Identifier: Apache-2.0
import type { GatePolicyRecord, GateRule } from '@plumbline/core/facts/records/gate-policy-record';
import { list, map } from '../../../platform/record-schema/collections.ts';
import { or, orNull } from '../../../platform/record-schema/presence.ts';
import type { Schema } from '../../../platform/record-schema/schema.ts';
import { day, oneOf, text } from '../../../platform/record-schema/scalars.ts';

const rule: Schema<GateRule> = map<GateRule>(
  {
    id: text('Short id of the rule'),
    mode: oneOf(['warn', 'enforce'], 'Whether a breach only warns'),
    tasks: or(list(text('Task id such as PW.7.2'), 'The tasks that the rule serves'), []),
    criterion: text('What must hold'),
  },
  'One criterion of the gate',
);

export const gatePolicySchema: Schema<GatePolicyRecord> = map<GatePolicyRecord>(
  {
    owner: orNull(text('Who owns the policy')),
    reviewedOn: orNull(day('The day of its last review')),
    rules: list(rule, 'The criteria'),
  },
  'Criteria for software security checks (SP 800-218 PO.4.1)',
);
