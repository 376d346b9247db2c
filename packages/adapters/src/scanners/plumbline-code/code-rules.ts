// SPDX-License-Identifier: Apache-2.0
import type { CodeRule } from './code-rule.ts';
import { commandInjectionRules } from './rules/command-injection.ts';
import { sqlInjectionRules } from './rules/sql-injection.ts';

/** Every rule. Requests to workers name them by their place in this list. */
export const codeRules: readonly CodeRule[] = [...commandInjectionRules, ...sqlInjectionRules];
