// SPDX-License-Identifier: Apache-2.0
import { cloudRules } from './rules/clouds.ts';
import { forgeRules } from './rules/forges.ts';
import { genericRules } from './rules/generic.ts';
import { aiRules, chatRules, mailRules, paymentRules, serviceRules } from './rules/services.ts';
import type { SecretRule } from './secret-rule.ts';

/** Every rule, the most telling first: where two match at one place, the first counts. */
export const secretRules: readonly SecretRule[] = [
  ...forgeRules,
  ...cloudRules,
  ...chatRules,
  ...paymentRules,
  ...mailRules,
  ...aiRules,
  ...serviceRules,
  ...genericRules,
];
