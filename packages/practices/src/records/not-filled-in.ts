// SPDX-License-Identifier: Apache-2.0
import type { Unknown } from '@plumbline/core/answers/answer';
import { unknown } from '@plumbline/core/answers/answers';
import { citeAll } from '@plumbline/core/answers/cite';
import type { Seen } from '@plumbline/core/evidence/evidence';
import type { RecordFile } from '@plumbline/core/facts/records/record';
import { counted } from '../words/counted.ts';
import { nameSome } from '../words/name-some.ts';
import { shortText } from '../words/short-text.ts';
import type { RecordKind } from './record-content.ts';

/**
 * The answer to any question of a record that is still a placeholder: nobody has said anything yet, which is neither a
 * yes nor a no (DESIGN §2.3), and the fields that wait are named.
 */
export function notFilledIn(item: Extract<Seen<RecordKind>, { readonly state: 'found' }>): Unknown {
  const { path, unfilled = [] }: RecordFile<unknown> = item.fact;
  const file = shortText(path);
  const fields = unfilled.map(({ field }) => field);
  const lines = unfilled.map(({ line }) => ({ path, line }));
  if (fields.length === 0)
    return unknown(`${file} still holds placeholders`, `Fill in what says TODO in ${file}`, citeAll(item, []));
  return unknown(
    `${file} still holds placeholders: nobody has filled in ${counted(fields.length, 'required field')}`,
    `Fill in ${nameSome(fields, 5)} of ${file}`,
    citeAll(item, lines),
  );
}
