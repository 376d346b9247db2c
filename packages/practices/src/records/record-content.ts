// SPDX-License-Identifier: Apache-2.0
import type { No, Unknown } from '@plumbline/core/answers/answer';
import { no } from '@plumbline/core/answers/answers';
import { cite } from '@plumbline/core/answers/cite';
import type { Seen } from '@plumbline/core/evidence/evidence';
import type { FactByKind, FactKind } from '@plumbline/core/facts/fact-by-kind';
import { shortText } from '../words/short-text.ts';
import { notFilledIn } from './not-filled-in.ts';

/** The kinds that are record files which people keep. */
export type RecordKind = Extract<FactKind, `record:${string}`>;

/** The content of a record that people have filled in; else a no where it is missing, unknown where it is a placeholder. */
export type RecordContent<K extends RecordKind> =
  | { readonly content: FactByKind[K]['content']; readonly refusal: null }
  | { readonly content: null; readonly refusal: No | Unknown };

/** `what` names the register: "roles", "the declared toolchain". */
export function recordContent<K extends RecordKind>(item: Seen<K>, what: string): RecordContent<K> {
  const seen: Seen<RecordKind> = item;
  if (seen.state === 'absent')
    return { content: null, refusal: no(`No record of ${what}: ${shortText(seen.lookedIn)}`, [cite(seen)]) };
  if (seen.fact.placeholder) return { content: null, refusal: notFilledIn(seen) };
  return { content: seen.fact.content, refusal: null };
}
