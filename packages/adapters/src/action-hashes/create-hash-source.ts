// SPDX-License-Identifier: Apache-2.0
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { CancelSignal } from '@plumbline/core/collecting/collector';
import type { KnownHash } from '@plumbline/core/roadmap/patch';
import { type ActionPin, matchingPin } from './matching-pin.ts';
import { lookUpTag } from './look-up-tag.ts';
import { pinsInText } from './pins-in-text.ts';

export type HashSourceOptions = {
  /** Workflow files of the repository: what it pins elsewhere is known. */
  readonly texts: readonly string[];
  /** References to look up. */
  readonly references: readonly string[];
  /** Never ask the forge. */
  readonly offline: boolean;
  readonly signal: CancelSignal;
};

/**
 * Knows commits behind tags of actions: from the forge (`git ls-remote`) unless offline, from the pins of the
 * repository itself, then from the shipped catalog. A forge that does not answer is no error: the others are asked.
 */
export async function createHashSource({
  texts,
  references,
  offline,
  signal,
}: HashSourceOptions): Promise<(reference: string) => KnownHash | null> {
  const shipped = await readShippedPins();
  const own = texts.flatMap((text) => pinsInText(text));
  const asked = new Map<string, KnownHash>();
  for (const reference of offline ? [] : new Set(references)) {
    const known = await lookUpTag(reference, signal);
    if (known === 'unreachable') break; // one forge: what fails for one fails for all
    if (known !== null) asked.set(reference, known);
  }
  return (reference) => asked.get(reference) ?? matchingPin(reference, own) ?? matchingPin(reference, shipped);
}

async function readShippedPins(): Promise<readonly ActionPin[]> {
  const path = createRequire(import.meta.url).resolve('@plumbline/catalog/action-pins.json');
  const { pins } = JSON.parse(await readFile(path, 'utf8')) as { readonly pins: readonly ActionPin[] };
  return pins;
}
