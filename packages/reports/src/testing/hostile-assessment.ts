// SPDX-License-Identifier: Apache-2.0
import type { Assessment } from '@plumbline/core/assessment/assessment';
import * as fc from 'fast-check';
import { anAssessment } from './an-assessment.ts';

/** Pieces that break one format or another when they are not escaped. */
const pieces = [
  '<script>alert(1)</script>',
  '</style>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='",
  '&amp;',
  '<!--',
  ']]>',
  '`',
  '```',
  '|',
  '[x](javascript:alert(1))',
  '![](http://a.example/b.png)',
  '@everyone',
  '#1',
  '</details>',
  '\\',
  '***',
  '\n# h',
  '\u001B[2J',
  '\u009B31m',
  '\u202E',
  '\u2066',
  '\u0000',
  '\uD800',
  '\r\n',
  '\t',
  ' ',
  '',
  '%',
  '../..',
  'ä',
  '漢字',
  'w'.repeat(300),
];

/** Text from outside: any string, or a few hostile pieces. */
export function hostileText(): fc.Arbitrary<string> {
  return fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 6 }).map((chosen) => chosen.join('')),
  );
}

/** The fixture with every string that a repository or a person can choose replaced. */
export function hostileAssessment(): fc.Arbitrary<Assessment> {
  return fc.array(hostileText(), { minLength: 4, maxLength: 8 }).map((texts) => withTexts(anAssessment(), texts));
}

/** Members whose text comes from outside; ids, digests, times and enumerations are ours. */
const chosenOutside = new Set([
  'because',
  'resolve',
  'location',
  'lookedIn',
  'note',
  'reason',
  'requestedBy',
  'approvedBy',
  'concerns',
  'what',
]);

/** Every text is unlike every other one, so that what reports merge does not depend on the texts. */
export function withTexts(assessment: Assessment, texts: readonly string[]): Assessment {
  let at = 0;
  const next = (): string => {
    const text = texts[at++ % texts.length] ?? '';
    return at % 2 === 0 ? `${text}${at}` : `${at}${text}`;
  };
  const replaced = (value: unknown, name: string): unknown => {
    if (typeof value === 'string') return chosenOutside.has(name) ? next() : value;
    if (Array.isArray(value)) return value.map((entry) => replaced(entry, name));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, replaced(member, key)]));
  };
  const { commit } = assessment.subject;
  return {
    ...(replaced(assessment, '') as Assessment),
    subject: { uri: `https://example.com/${next()}`, ...(commit && { commit }) },
  };
}
