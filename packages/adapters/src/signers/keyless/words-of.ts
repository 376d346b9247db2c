// SPDX-License-Identifier: Apache-2.0
import { at, textOf } from '@plumbline/formats/json/json-fields';
import { strictJsonValue } from '@plumbline/formats/json/strict-json-value';

const charactersMax = 300;

/** What a service says of its refusal, after a colon; nothing where it says nothing, or quotes the secret that it was sent. */
export function wordsOf(body: Uint8Array, secret: string): string {
  const message = textOf(at(strictJsonValue(body), 'message'));
  // Any of the three parts of a token is one too many.
  if (message === null || secret.split('.').some((part) => part !== '' && message.includes(part))) return '';
  return `: ${message.replaceAll(/\s+/gu, ' ').slice(0, charactersMax)}`;
}
