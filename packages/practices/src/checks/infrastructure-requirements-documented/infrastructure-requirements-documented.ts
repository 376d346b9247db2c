// SPDX-License-Identifier: Apache-2.0
import type { Check } from '@plumbline/core/answers/check';
import { defineCheck } from '@plumbline/core/answers/check';
import { no, yes } from '@plumbline/core/answers/answers';
import { cite } from '@plumbline/core/answers/cite';
import { reviewedWithinYear } from '../../days/reviewed-within-year.ts';
import { recordContent } from '../../records/record-content.ts';

// SP 800-218 PO.1.1. A file named SECURITY.md is not this: it is a policy about the development infrastructure.
export const infrastructureRequirementsDocumented: Check = defineCheck({
  id: 'infrastructure-requirements-documented',
  question:
    'Is there an owned policy for the development infrastructure, with clauses, reviewed in the last twelve months?',
  scope: 'organisation',
  needs: ['record:policies'],
  strength: 'documented',
  automation: 'people',
  guide: {
    shows: 'Somebody owns written security requirements for the development infrastructure and keeps them current.',
    doesNotShow: 'Whether the infrastructure follows them (infrastructure-requirements-checked).',
    resolve:
      'Record the policy in security/policies.yaml with covers: infrastructure, an owner, clauses and a review date.',
  },
  remedy: {
    effort: 'days',
    steps: [
      'Write down the requirements for repositories, CI, build hosts and endpoints',
      'Name an owner and record the review in security/policies.yaml',
    ],
    patch: 'starter-records',
  },
  answer({ 'record:policies': item }, { asOf }) {
    const { content, refusal } = recordContent(item, 'policies');
    if (refusal !== null) return refusal;
    const candidates = content.policies.filter((policy) => policy.covers === 'infrastructure');
    const current = candidates.find(
      (policy) =>
        policy.owner !== undefined && policy.clauses.length > 0 && reviewedWithinYear(policy.reviewedOn, asOf),
    );
    if (current === undefined) {
      const what =
        candidates.length === 0
          ? 'No policy covers the infrastructure'
          : 'The infrastructure policy lacks an owner, clauses or a review in the last twelve months';
      return no(what, [cite(item)]);
    }
    const strength = current.document === undefined ? 'asserted' : 'documented';
    return yes(
      `"${current.title}" has ${current.clauses.length} clauses and an owner, reviewed ${current.reviewedOn}`,
      [cite(item, { strength })],
    );
  },
});
