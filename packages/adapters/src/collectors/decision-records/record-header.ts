// SPDX-License-Identifier: Apache-2.0
import { plainText } from '../../platform/prose/plain-text.ts';
import type { Prose } from '../../platform/prose/prose.ts';
import { isoDay } from '../../platform/prose/stated-day.ts';

export type RecordHeader = { readonly title: string; readonly status: string | null; readonly date: string | null };

const headMax = 6_000;
/** `status: accepted`, `* Status: accepted`, `**Status**: Accepted`, `| Status | Accepted |`, `:status: accepted`. */
const labelled = (label: string): RegExp =>
  new RegExp(
    String.raw`(?:^|\n)[\s>*|:_#-]{0,8}(?:${label})[*_]{0,2}\s{0,3}[:|]{1,2}[*_]{0,2}\s{0,4}\[?['"]?([^\n|\]]{1,120})`,
    'iu',
  );

const statusLine = labelled('status|state');
const dateLine = labelled(
  String.raw`(?:last[- ]updated|creation[- ]date|created|start[- ]date|decided(?:[- ]on)?|date|authored)(?:\s\([^)]{1,30}\))?`,
);
const titleLine = labelled('title');

/** Title, status and day as ADRs, MADR, PEPs, KEPs and RFCs state them. The status is one lower-case word or a few. */
export function recordHeader(prose: Prose, text: string): RecordHeader {
  const head = text.slice(0, headMax);
  const name = prose.path.split('/').at(-1) ?? '';
  return {
    title: (prose.sections[0]?.title ?? titleLine.exec(head)?.[1]?.trim() ?? name).slice(0, 300),
    status: statusOf(statusLine.exec(head)?.[1] ?? underHeading(prose, /^status$/iu)),
    date: dayIn(dateLine.exec(head)?.[1] ?? underHeading(prose, /^date$/iu)) ?? dayInName(name),
  };
}

function underHeading(prose: Prose, title: RegExp): string {
  const index = prose.sections.findIndex((section) => title.test(section.title));
  return index < 0 ? '' : (prose.passages.find((passage) => passage.section === index)?.text ?? '');
}

/** Templates list every choice ("proposed | accepted"): that is no status. */
function statusOf(written: string): string | null {
  const plain = plainText(written)
    .toLowerCase()
    .replace(/^[^a-z]+/u, '');
  if (plain === '' || /\||\{|<|proposed.{1,4}accepted/u.test(plain)) return null;
  return /^[a-z][a-z -]{1,30}/u.exec(plain)?.[0].trim() ?? null;
}

function dayIn(written: string): string | null {
  const [, day] =
    /(\d{4}-\d\d-\d\d|\d{1,2}(?:st|nd|rd|th)?[ -][A-Za-z]{3,9}\.?,?[ -]\d{4}|[A-Za-z]{3,9}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4})/u.exec(
      written,
    ) ?? [];
  return day === undefined ? null : isoDay(day);
}

/** `20190708.name.md`, `2022-07-13-name.md`. */
function dayInName(name: string): string | null {
  const [, day] = /^(\d{4}-\d\d-\d\d|\d{8})(?=[-_.])/u.exec(name) ?? [];
  return day === undefined ? null : isoDay(day);
}
