// SPDX-License-Identifier: Apache-2.0

/** Numbers from 0 to below a bound, the same for the same seed (xorshift, Marsaglia 2003): a failing test fails again. */
export type Draw = (below: number) => number;

export function createDraw(seed: number): Draw {
  let state = (seed * 2_654_435_761 + 1) >>> 0 || 1;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state % below;
  };
}

/**
 * A text that a pattern matches, for the part of regular expressions that the rules use: literals, classes, groups, alternatives
 * and bounded repetition; what looks ahead or behind is passed over. So no test holds a secret that looks real.
 */
export function randomText(pattern: string, draw: Draw): string {
  const reader = { at: 0, pattern, draw };
  return alternatives(reader);
}

type Reader = { at: number; readonly pattern: string; readonly draw: Draw };

function alternatives(reader: Reader): string {
  const choices = [sequence(reader)];
  while (reader.pattern[reader.at] === '|') {
    reader.at += 1;
    choices.push(sequence(reader));
  }
  return choices[reader.draw(choices.length)] ?? '';
}

function sequence(reader: Reader): string {
  let text = '';
  while (reader.at < reader.pattern.length && !'|)'.includes(reader.pattern[reader.at] ?? '')) {
    const start = reader.at;
    const first = atom(reader);
    const end = reader.at;
    const [least, most] = repetition(reader);
    const after = reader.at;
    const times = least + reader.draw(Math.min(most, least + 6) - least + 1);
    for (let time = 0; time < times; time += 1) {
      reader.at = start;
      text += time === 0 && first === '' ? '' : atom(reader);
    }
    reader.at = Math.max(end, after);
  }
  return text;
}

function repetition(reader: Reader): readonly [number, number] {
  const rest = reader.pattern.slice(reader.at);
  const [written, least = '', , most = ''] = /^\{(\d+)(,(\d*))?\}\??/.exec(rest) ?? [];
  if (written !== undefined) {
    reader.at += written.length;
    return [Number(least), written.includes(',') ? Number(most) : Number(least)];
  }
  const sign = rest[0] ?? '';
  if (!'?*+'.includes(sign) || sign === '') return [1, 1];
  reader.at += 1;
  return sign === '?' ? [0, 1] : [sign === '+' ? 1 : 0, 3];
}

const digits = '0123456789';
const lower = 'abcdefghijklmnopqrstuvwxyz';
const escapes: { readonly [letter: string]: string } = {
  s: ' ',
  d: digits,
  w: `${lower}${digits}`,
  n: '\n',
  t: '\t',
  b: '',
};

function atom(reader: Reader): string {
  const character = reader.pattern[reader.at] ?? '';
  reader.at += 1;
  if (character === '(') return group(reader);
  if (character === '[') return oneOf(members(reader), reader.draw);
  if (character === '\\') return oneOf(escaped(reader), reader.draw);
  if (character === '.') return 'x';
  return character === '^' || character === '$' ? '' : character;
}

function group(reader: Reader): string {
  const [kind = ''] = /^\?(?:<[A-Za-z]\w*>|<?[=!]|:)/.exec(reader.pattern.slice(reader.at)) ?? [];
  reader.at += kind.length;
  const inner = alternatives(reader);
  reader.at += 1;
  return /[=!]$/.test(kind) ? '' : inner;
}

function escaped(reader: Reader): string {
  const letter = reader.pattern[reader.at] ?? '';
  reader.at += 1;
  if (letter === 'k') reader.at = reader.pattern.indexOf('>', reader.at) + 1;
  return letter === 'k' ? '' : (escapes[letter] ?? letter);
}

/** The characters of a class; of a negated one, some letters and digits that it does not exclude. */
function members(reader: Reader): string {
  const negated = reader.pattern[reader.at] === '^';
  if (negated) reader.at += 1;
  let found = '';
  while (reader.pattern[reader.at] !== ']') {
    const character = reader.pattern[reader.at] ?? '';
    reader.at += 1;
    if (character === '\\') found += escaped(reader);
    else if (reader.pattern[reader.at] === '-' && reader.pattern[reader.at + 1] !== ']') {
      const last = reader.pattern.charCodeAt(reader.at + 1);
      for (let code = character.charCodeAt(0); code <= last; code += 1) found += String.fromCharCode(code);
      reader.at += 2;
    } else found += character;
  }
  reader.at += 1;
  return negated ? [...`${lower}${digits}`].filter((character) => !found.includes(character)).join('') : found;
}

const oneOf = (characters: string, draw: Draw): string => characters[draw(Math.max(1, characters.length))] ?? '';
