// SPDX-License-Identifier: Apache-2.0
import type { Unknown } from '@plumbline/core/answers/answer';
import { unknown } from '@plumbline/core/answers/answers';
import { cite } from '@plumbline/core/answers/cite';
import type { Seen } from '@plumbline/core/evidence/evidence';
import { nameSome } from '../words/name-some.ts';
import { shortText } from '../words/short-text.ts';

/** What a file that bears the name of a policy says nobody knows where it could not be read; null where all were. */
export function unreadPolicy(item: Seen<'security-policy'>): Unknown | null {
  const [hidden] = item.state === 'absent' ? [] : (item.fact.unread ?? []);
  if (hidden === undefined) return null;
  const name = nameSome([hidden.path]);
  return unknown(`${name} could not be read: ${shortText(hidden.because)}`, `Make ${name} a file of the repository`, [
    cite(item, { at: hidden }),
  ]);
}
