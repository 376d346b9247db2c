// SPDX-License-Identifier: Apache-2.0
import type { CodeRule } from './code-rule.ts';
import { codeExecutionRules } from './rules/code-execution.ts';
import { commandInjectionRules } from './rules/command-injection.ts';
import { crossSiteScriptingRules } from './rules/cross-site-scripting.ts';
import { cryptographyRules } from './rules/cryptography.ts';
import { pathTraversalRules } from './rules/path-traversal.ts';
import { requestAndRedirectRules } from './rules/requests-and-redirects.ts';
import { sqlInjectionRules } from './rules/sql-injection.ts';
import { transportAndSessionRules } from './rules/transport-and-sessions.ts';
import { unsafeSettingRules } from './rules/unsafe-settings.ts';

/** Every rule. Requests to workers name them by their place in this list. */
export const codeRules: readonly CodeRule[] = [
  ...commandInjectionRules,
  ...sqlInjectionRules,
  ...codeExecutionRules,
  ...crossSiteScriptingRules,
  ...pathTraversalRules,
  ...requestAndRedirectRules,
  ...cryptographyRules,
  ...transportAndSessionRules,
  ...unsafeSettingRules,
];
