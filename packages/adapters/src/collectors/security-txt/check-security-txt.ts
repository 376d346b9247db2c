// SPDX-License-Identifier: Apache-2.0
import type { ParsedSecurityTxt, SecurityTxtField, SecurityTxtProblem } from './parse-security-txt.ts';

/** RFC 3339 with any case of `T` and `Z`, as the RFC's own example writes it. */
const instant =
  /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])t(?:[01]\d|2[0-3]):[0-5]\d:(?:[0-5]\d|60)(?:\.\d{1,9})?(?:z|[+-]\d\d:\d\d)$/iu;
const languages = /^[a-z0-9]{1,8}(?:-[a-z0-9]{1,8}){0,8}(?:\s*,\s*[a-z0-9]{1,8}(?:-[a-z0-9]{1,8}){0,8}){0,50}$/iu;

type Rule = {
  readonly name: string;
  readonly clause: string;
  readonly least?: 1;
  readonly most?: 1;
  readonly value: 'uri' | 'instant' | 'languages';
};

/** RFC 9116 section 2.5, one field a clause. Fields that it does not know are allowed (section 2.4). */
const rules: readonly Rule[] = [
  { name: 'acknowledgments', clause: '2.5.1', value: 'uri' },
  { name: 'canonical', clause: '2.5.2', value: 'uri' },
  { name: 'contact', clause: '2.5.3', least: 1, value: 'uri' },
  { name: 'encryption', clause: '2.5.4', value: 'uri' },
  { name: 'expires', clause: '2.5.5', least: 1, most: 1, value: 'instant' },
  { name: 'hiring', clause: '2.5.6', value: 'uri' },
  { name: 'policy', clause: '2.5.7', value: 'uri' },
  { name: 'preferred-languages', clause: '2.5.8', most: 1, value: 'languages' },
];

/** Every clause of RFC 9116 section 2.5 that the file breaks, in its order. Whether it has expired depends on the day. */
export function checkSecurityTxt({ fields }: ParsedSecurityTxt): readonly SecurityTxtProblem[] {
  return rules.flatMap((rule) => {
    const given = fields.filter(({ name }) => name === rule.name);
    return [...countProblems(rule, given), ...given.flatMap((entry) => valueProblems(rule, entry))];
  });
}

function countProblems(
  { name, clause, least, most }: Rule,
  given: readonly SecurityTxtField[],
): readonly SecurityTxtProblem[] {
  if (least !== undefined && given.length === 0) return [{ clause, message: `${name} is missing`, line: 1 }];
  const [, second] = given;
  if (most !== undefined && second !== undefined)
    return [{ clause, message: `${name} must be given once`, line: second.line }];
  return [];
}

function valueProblems({ name, clause, value }: Rule, entry: SecurityTxtField): readonly SecurityTxtProblem[] {
  const problem = (message: string): readonly SecurityTxtProblem[] => [{ clause, message, line: entry.line }];
  if (value === 'instant')
    return instantOf(entry.value) === null ? problem(`${name} is no date and time of RFC 3339`) : [];
  if (value === 'languages') return languages.test(entry.value) ? [] : problem(`${name} is no list of language tags`);
  if (!/^[a-z][a-z0-9+.-]{0,30}:\S+$/iu.test(entry.value))
    return problem(`${name} is no URI (an address needs mailto:)`);
  return /^http:/iu.test(entry.value) ? problem(`${name} must begin with https:// when it is a web page`) : [];
}

/** ISO 8601 in UTC, or null. */
export function instantOf(value: string): string | null {
  if (!instant.test(value)) return null;
  const time = new Date(value.toUpperCase());
  return Number.isNaN(time.getTime()) ? null : time.toISOString();
}
