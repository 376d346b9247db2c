// SPDX-License-Identifier: Apache-2.0
import type { ActionPin } from './matching-pin.ts';

const pinPattern =
  /uses:\s{0,10}['"]?([\w.-]{1,100}\/[\w.-]{1,100})[\w./-]{0,200}@([0-9a-f]{40})['"]?\s{1,10}#\s{0,10}(v?\d{1,6}(?:\.\d{1,6}){0,2})\b/g;

/** Uses that are pinned by commit with their version in a comment. */
export function pinsInText(text: string): readonly ActionPin[] {
  return [...text.matchAll(pinPattern)].map(([, action = '', commit = '', version = '']) => ({
    action,
    commit,
    version,
  }));
}
