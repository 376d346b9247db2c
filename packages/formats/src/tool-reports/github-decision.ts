// SPDX-License-Identifier: Apache-2.0
import { textOf } from '../json/json-fields.ts';
import type { JsonObject } from '../json/json-value.ts';
import type { GivenResult } from './create-result.ts';

/** What became of an alert of GitHub: fixed, dismissed or resolved with a reason, or neither. */
export function githubDecision(alert: JsonObject): Pick<GivenResult, 'suppressed' | 'gone'> {
  const state = textOf(alert['state']);
  const reason = textOf(alert['dismissed_reason']) ?? textOf(alert['resolution']);
  const comment = textOf(alert['dismissed_comment']) ?? textOf(alert['resolution_comment']);
  const isFixed = state === 'fixed' || (state === 'resolved' && reason === 'revoked');
  if (isFixed || (state !== 'dismissed' && state !== 'resolved')) return { gone: isFixed };
  return { suppressed: { where: 'elsewhere', reason: [reason, comment].filter((text) => text !== null).join(': ') } };
}
