// SPDX-License-Identifier: Apache-2.0
import type { CodeRule } from './code-rule.ts';
import { codeExecutionRules } from './rules/code-execution.ts';
import { commandInjectionRules } from './rules/command-injection.ts';
import { crossSiteScriptingRules } from './rules/cross-site-scripting.ts';
import { cryptographyRules } from './rules/cryptography.ts';
import { memorySafetyRules } from './rules/memory-safety.ts';
import { passwordAndTokenRules } from './rules/passwords-and-tokens.ts';
import { pathTraversalRules } from './rules/path-traversal.ts';
import { requestFieldRules } from './rules/request-fields.ts';
import { requestAndRedirectRules } from './rules/requests-and-redirects.ts';
import { sessionRules } from './rules/sessions.ts';
import { sqlInjectionRules } from './rules/sql-injection.ts';
import { transportRules } from './rules/transport.ts';
import { unsafeSettingRules } from './rules/unsafe-settings.ts';

/** Every rule. Requests to workers name them by their place in this list. */
export const codeRules: readonly CodeRule[] = [
  ...commandInjectionRules,
  ...sqlInjectionRules,
  ...codeExecutionRules,
  ...crossSiteScriptingRules,
  ...pathTraversalRules,
  ...requestAndRedirectRules,
  ...requestFieldRules,
  ...cryptographyRules,
  ...passwordAndTokenRules,
  ...transportRules,
  ...sessionRules,
  ...memorySafetyRules,
  ...unsafeSettingRules,
];
