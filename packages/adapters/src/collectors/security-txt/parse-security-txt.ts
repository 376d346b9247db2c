// SPDX-License-Identifier: Apache-2.0

export type SecurityTxtField = { readonly name: string; readonly value: string; readonly line: number };
export type SecurityTxtProblem = { readonly clause: string; readonly message: string; readonly line: number };

export type ParsedSecurityTxt = {
  /** Names in lower case: they do not depend on case (section 2.3). */
  readonly fields: readonly SecurityTxtField[];
  readonly signed: boolean;
  readonly problems: readonly SecurityTxtProblem[];
};

const fieldsMax = 200;
const lineLengthMax = 2_048;
/** Section 4: `field = field-name FWS ":" SP value`, the name of visible characters without a colon. */
const field = /^([!-9;-~]{1,64}): ?(.*)$/u;

/**
 * Takes a security.txt apart by the grammar of RFC 9116 section 4: comments, fields, empty lines, and around them the
 * armour of a signed cleartext message (RFC 9580 section 7). Lines may end in LF or CRLF.
 */
export function parseSecurityTxt(text: string): ParsedSecurityTxt {
  const problems: SecurityTxtProblem[] = [];
  const fields: SecurityTxtField[] = [];
  if (text.startsWith('\uFEFF')) problems.push({ clause: '2.2', message: 'starts with a byte order mark', line: 1 });
  if (/\r(?!\n)/u.test(text)) problems.push({ clause: '2.2', message: 'a line ends in CR alone', line: 1 });
  const body = cleartext(text.replace(/^\uFEFF/u, '').split(/\r\n|\n|\r/u), problems);
  for (const { text: raw, line } of body.lines) {
    const unescaped = body.signed ? raw.replace(/^- /u, '') : raw;
    if (unescaped.trim() === '' || unescaped.startsWith('#')) continue;
    const [, name, value] = unescaped.length > lineLengthMax ? [] : (field.exec(unescaped) ?? []);
    if (name === undefined || value === undefined)
      problems.push({ clause: '4', message: 'neither a field nor a comment', line });
    else if (fields.length < fieldsMax) fields.push({ name: name.toLowerCase(), value: value.trim(), line });
    if (problems.length > 50) break;
  }
  return { fields, signed: body.signed, problems };
}

type Body = { readonly signed: boolean; readonly lines: readonly { readonly text: string; readonly line: number }[] };

function cleartext(lines: readonly string[], problems: SecurityTxtProblem[]): Body {
  const numbered = lines.map((text, index) => ({ text: text.trimEnd(), line: index + 1 }));
  const begin = numbered.findIndex(({ text }) => text === '-----BEGIN PGP SIGNED MESSAGE-----');
  if (begin < 0) return { signed: false, lines: numbered };
  const start = numbered.findIndex(({ text }, index) => index > begin && text === '');
  const end = numbered.findIndex(({ text }) => text === '-----BEGIN PGP SIGNATURE-----');
  const closed = numbered.some(({ text }, index) => index > end && text === '-----END PGP SIGNATURE-----');
  if (start < 0 || end < start || !closed) {
    problems.push({ clause: '2.3', message: 'the cleartext signature is not complete', line: begin + 1 });
    return { signed: false, lines: numbered.filter(({ text }) => field.test(text)) };
  }
  if (numbered.slice(0, begin).some(({ text }) => text !== ''))
    problems.push({ clause: '2.3', message: 'text before the signed message is not signed', line: 1 });
  return { signed: true, lines: numbered.slice(start + 1, end) };
}
