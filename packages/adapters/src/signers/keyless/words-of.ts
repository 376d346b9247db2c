// SPDX-License-Identifier: Apache-2.0
import { at, textOf } from '@plumbline/formats/json/json-fields';
import { parseStrictJson } from '@plumbline/formats/json/parse-json';

const charactersMax = 300;

/** What a service says of its refusal, after a colon; nothing where it says nothing, or quotes the secret that it was sent. */
export function wordsOf(body: Uint8Array, secret: string): string {
  const parsed = parseStrictJson(body);
  const message = parsed.state === 'parsed' ? textOf(at(parsed.values[0], 'message')) : null;
  // Any of the three parts of a token is one too many.
  if (message === null || secret.split('.').some((part) => part !== '' && message.includes(part))) return '';
  return `: ${message.replaceAll(/\s+/gu, ' ').slice(0, charactersMax)}`;
}
