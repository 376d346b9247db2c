// SPDX-License-Identifier: Apache-2.0
import { renderJsonSchema } from '../platform/record-schema/render-json-schema.ts';
import { trustPolicySchema } from './trust-policy-schema.ts';

/** The published JSON Schema of the trust policy. */
export function renderTrustPolicySchema(): { readonly name: string; readonly text: string } {
  return {
    name: 'trust-policy.schema.json',
    text: renderJsonSchema('Trust policy of plumbline verify', trustPolicySchema),
  };
}
