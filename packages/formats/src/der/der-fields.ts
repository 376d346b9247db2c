// SPDX-License-Identifier: Apache-2.0
import { bytesToHex } from '@noble/hashes/utils.js';
import { type DerValue, derTags } from './der-value.ts';

/** An object identifier in dots; null for anything else. */
export function oidOf(value: DerValue | undefined): string | null {
  if (value?.tag !== derTags.oid || value.content.length === 0 || value.content.length > 64) return null;
  const arcs: number[] = [];
  let arc = 0;
  for (const octet of value.content) {
    arc = arc * 128 + (octet & 0x7f);
    if (arc > Number.MAX_SAFE_INTEGER / 128) return null;
    if ((octet & 0x80) !== 0) continue;
    arcs.push(arc);
    arc = 0;
  }
  const [first = 0, ...rest] = arcs;
  const root = Math.min(Math.floor(first / 40), 2);
  return [root, first - root * 40, ...rest].join('.');
}

/** An integer that is not negative, in hexadecimal without leading zeros (`0` for nought); null for anything else. */
export function integerOf(value: DerValue | undefined): string | null {
  if (value?.tag !== derTags.integer || ((value.content[0] ?? 0x80) & 0x80) !== 0) return null;
  return bytesToHex(value.content).replace(/^0+(?=.)/u, '');
}

/** A small integer; null for anything else, and for one above 2³¹. */
export function smallIntegerOf(value: DerValue | undefined): number | null {
  const hex = integerOf(value);
  return hex === null || hex.length > 8 ? null : Number.parseInt(hex, 16);
}

/** A time as an ISO instant of UTC; null for anything else. RFC 5280 §4.1.2.5, and fractions of RFC 3161 §2.4.2. */
export function timeOf(value: DerValue | undefined): string | null {
  const form = value === undefined ? undefined : timeForms[value.tag];
  if (value === undefined || form === undefined || value.content.length > 32) return null;
  const parts = form.exec(String.fromCharCode(...value.content));
  if (parts === null) return null;
  const [, year = '', month, day, hour, minute, second, fraction = '0'] = parts;
  const whole = year.length === 4 ? year : `${Number(year) < 50 ? '20' : '19'}${year}`;
  const text = `${whole}-${month}-${day}T${hour}:${minute}:${second}.${fraction.slice(0, 3).padEnd(3, '0')}Z`;
  const time = Date.parse(text);
  // 31 February would otherwise be a day in March.
  return Number.isNaN(time) || new Date(time).toISOString() !== text ? null : text;
}

const timeForms: { readonly [tag: number]: RegExp } = {
  [derTags.utcTime]: /^(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})Z$/u,
  [derTags.generalizedTime]: /^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})(?:\.(\d{1,9}))?Z$/u,
};
