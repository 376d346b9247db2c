// SPDX-License-Identifier: Apache-2.0
import { decodeUtf8 } from '../../json/decode-utf8.ts';

const headMax = 65_536;

/** Whether a text is an SPDX tag-value document: its first lines are tags, and `SPDXVersion` is among them. */
export function isTagValue(bytes: Uint8Array): boolean {
  const head = decodeUtf8(bytes, 0, Math.min(bytes.length, headMax)).replace(/^\uFEFF/u, '');
  const lines = head.split('\n').map((line) => line.trim());
  const first = lines.find((line) => line !== '' && !line.startsWith('#')) ?? '';
  return /^[A-Za-z][A-Za-z0-9]{0,59}:/u.test(first) && lines.some((line) => line.startsWith('SPDXVersion:'));
}
