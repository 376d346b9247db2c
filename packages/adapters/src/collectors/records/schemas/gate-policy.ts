// SPDX-License-Identifier: Apache-2.0
import { gateNeeds, gateSubjects } from '@plumbline/core/facts/records/gate-policy-record';
import type { GatePolicyRecord, GateRule } from '@plumbline/core/facts/records/gate-policy-record';
import { list, map } from '../../../platform/record-schema/collections.ts';
import { optional, or, orNull } from '../../../platform/record-schema/presence.ts';
import type { Schema } from '../../../platform/record-schema/schema.ts';
import { day, oneOf, text } from '../../../platform/record-schema/scalars.ts';

const need = oneOf(gateNeeds, 'A kind of tool that must have run, or data that must be at hand');

const rule: Schema<GateRule> = map<GateRule>(
  {
    id: text('Short id of the rule'),
    mode: oneOf(['warn', 'enforce'], 'Whether a breach only warns'),
    tasks: or(list(text('Task id such as PW.7.2'), 'The tasks that the rule serves'), []),
    criterion: text('What must hold'),
    from: optional(day('The day from which it is enforced; until then it warns')),
    of: optional(oneOf(gateSubjects, 'What the rule is asked of, one by one')),
    when: optional(text('CEL expression that is true for what breaks the rule')),
    needs: optional(list(need, 'What the rule cannot be decided without')),
    message: optional(text('What to say when it is broken')),
    whatToDo: optional(text('What to do then')),
  },
  'One criterion of the gate',
);

export const gatePolicySchema: Schema<GatePolicyRecord> = map<GatePolicyRecord>(
  {
    owner: orNull(text('Who owns the policy')),
    reviewedOn: orNull(day('The day of its last review')),
    requires: optional(list(need, 'What must have run or be at hand, whatever the rules ask')),
    exceptionApproval: optional(
      oneOf(['asserted', 'verified'], 'The approval without which an exception is not honoured'),
    ),
    rules: list(rule, 'The criteria'),
  },
  'Criteria for software security checks (SP 800-218 PO.4.1)',
);
