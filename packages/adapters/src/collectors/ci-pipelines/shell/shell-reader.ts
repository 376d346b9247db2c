// SPDX-License-Identifier: Apache-2.0

export type ShellToken =
  | { readonly kind: 'word'; readonly text: string; readonly line: number; readonly nested: readonly string[] }
  | { readonly kind: 'operator'; readonly text: string }
  | { readonly kind: 'here-document'; readonly text: string }
  | { readonly kind: 'end' };

export type Reader = { readonly next: () => ShellToken; readonly line: number };

type State = {
  readonly text: string;
  position: number;
  line: number;
  open: number;
  /** Delimiters of here-documents whose bodies begin after this line. */
  pending: { delimiter: string; tabs: boolean }[];
  queue: ShellToken[];
  /** Characters that may still be looked through for a closing bracket: keeps unclosed ones linear. */
  lookahead: number;
};

const end: ShellToken = { kind: 'end' };

/** Reads a shell script token by token. It knows quoting, substitution, comments and here-documents, not grammar. */
export function createReader(text: string): Reader {
  const state: State = { text, position: 0, line: 0, open: 0, pending: [], queue: [], lookahead: 8 * text.length };
  return {
    next: () => state.queue.shift() ?? read(state),
    get line() {
      return state.line;
    },
  };
}

function read(state: State): ShellToken {
  for (;;) {
    skipBlanks(state);
    const char = state.text[state.position];
    if (char === undefined) return end;
    if (char === '#') skipComment(state);
    else if (isRedirection(state, char)) redirection(state);
    else if (char === '\n') return newline(state);
    else if (char === '&' || char === '|' || char === ';') return operator(state, char);
    else if (char === '(' || char === ')') return bracket(state, char);
    else {
      const found = word(state);
      if (found) return found;
    }
  }
}

function isRedirection(state: State, char: string): boolean {
  return char === '<' || char === '>' || (char === '&' && state.text[state.position + 1] === '>');
}

function skipComment(state: State): void {
  const stop = state.text.indexOf('\n', state.position);
  state.position = stop === -1 ? state.text.length : stop;
}

function bracket(state: State, char: string): ShellToken {
  state.position += 1;
  if (char === '(') state.open += 1;
  // An unmatched one ends the pattern of a `case`: what stands before it is no command.
  else if (state.open === 0) return { kind: 'operator', text: 'case-label' };
  else state.open -= 1;
  return { kind: 'operator', text: char };
}

function skipBlanks(state: State): void {
  for (;;) {
    const char = state.text[state.position];
    const next = state.text[state.position + 1];
    if (char === ' ' || char === '\t' || char === '\r') state.position += 1;
    else if ((char === '\\' || char === '`') && next === '\n') {
      // A backtick at the end of a line continues it in PowerShell.
      state.position += 2;
      state.line += 1;
    } else return;
  }
}

function newline(state: State): ShellToken {
  state.position += 1;
  state.line += 1;
  for (const { delimiter, tabs } of state.pending)
    state.queue.push({ kind: 'here-document', text: body(state, delimiter, tabs) });
  state.pending = [];
  state.queue.push({ kind: 'operator', text: '\n' });
  return state.queue.shift() ?? end;
}

function body(state: State, delimiter: string, tabs: boolean): string {
  const from = state.position;
  while (state.position < state.text.length) {
    const stop = state.text.indexOf('\n', state.position);
    const lineEnd = stop === -1 ? state.text.length : stop;
    const line = state.text.slice(state.position, lineEnd);
    const start = state.position;
    state.position = Math.min(lineEnd + 1, state.text.length);
    state.line += 1;
    if ((tabs ? line.replace(/^\t+/, '') : line).trimEnd() === delimiter) return state.text.slice(from, start);
  }
  return state.text.slice(from);
}

function operator(state: State, char: string): ShellToken {
  const double = state.text[state.position + 1] === char;
  state.position += double ? 2 : 1;
  if (char === '|' && !double && state.text[state.position] === '&') state.position += 1;
  return { kind: 'operator', text: double ? char + char : char };
}

/** Reads past a redirection and its target; a here-document's delimiter is kept for the end of the line. */
function redirection(state: State): void {
  const rest = state.text.slice(state.position, state.position + 3);
  if (rest.startsWith('<<') && rest !== '<<<') {
    const tabs = rest === '<<-';
    state.position += tabs ? 3 : 2;
    skipBlanks(state);
    const target = word(state);
    if (target?.kind === 'word') state.pending.push({ delimiter: target.text, tabs });
    return;
  }
  while (/[<>&|]/.test(state.text[state.position] ?? '')) state.position += 1;
  skipBlanks(state);
  const after = state.text[state.position];
  if (after !== undefined && !/[\n;&|()<>]/.test(after)) word(state);
}

/** Undefined where it was the number of a redirection, as in `2>&1`. */
function word(state: State): ShellToken | undefined {
  const line = state.line;
  const nested: string[] = [];
  let text = '';
  const from = state.position;
  for (;;) {
    const char = state.text[state.position];
    if (char === undefined || /[\s;&|()<>]/.test(char)) break;
    if (char === "'") text += single(state);
    else if (char === '"') text += double(state, nested);
    else if (char === '$' || char === '`') text += dollar(state, nested);
    else if (char === '\\') text += escape(state, text);
    else {
      text += char;
      state.position += 1;
    }
  }
  if (state.position === from) state.position += 1;
  const next = state.text[state.position];
  if ((next === '<' || next === '>') && /^\d$/.test(text)) return undefined;
  return { kind: 'word', text, line, nested };
}

function escape(state: State, before: string): string {
  const next = state.text[state.position + 1];
  state.position += 2;
  if (next === '\n') {
    state.line += 1;
    return '';
  }
  // `.\gradlew.bat`: a path of Windows, whose separator is no escape.
  return (before === '.' || /^[A-Za-z]:|^\.\//.test(before)) && next !== undefined ? `/${next}` : (next ?? '');
}

function single(state: State): string {
  const close = state.text.indexOf("'", state.position + 1);
  const stop = close === -1 ? state.text.length : close;
  const text = state.text.slice(state.position + 1, stop);
  countLines(state, text);
  state.position = stop + 1;
  return text;
}

function double(state: State, nested: string[]): string {
  let text = '';
  state.position += 1;
  for (;;) {
    const char = state.text[state.position];
    if (char === undefined) return text;
    if (char === '"') break;
    if (char === '$' || char === '`') text += dollar(state, nested);
    else if (char === '\\') {
      const next = state.text[state.position + 1] ?? '';
      if (next === '\n') state.line += 1;
      text += next === '\n' ? '' : /["\\$`]/.test(next) ? next : char + next;
      state.position += 2;
    } else {
      if (char === '\n') state.line += 1;
      text += char;
      state.position += 1;
    }
  }
  state.position += 1;
  return text;
}

/** `$(…)`, `${{ … }}`, `${…}` and backticks stay one piece; commands inside are handed over. */
function dollar(state: State, nested: string[]): string {
  const piece = substitution(state);
  state.position += piece.length;
  countLines(state, piece);
  if (piece.startsWith('$((')) return piece;
  if (piece.startsWith('$(')) nested.push(piece.slice(2, -1));
  else if (piece.length > 1 && piece.startsWith('`')) nested.push(piece.slice(1, -1));
  return piece;
}

function substitution(state: State): string {
  const { text, position } = state;
  const two = text.slice(position, position + 3);
  if (two === '${{') return upTo(state, '}}', 3);
  if (two.startsWith('${')) return upTo(state, '}', 2);
  if (two.startsWith('$(')) return balanced(state);
  return text[position] === '`' ? upTo(state, '`', 1) : '$';
}

/** From the position to the closing text; the one character there where it is not closed. */
function upTo(state: State, close: string, skip: number): string {
  const { text, position } = state;
  const first = text[position] ?? '';
  if (state.lookahead <= 0) return first;
  const stop = text.indexOf(close, position + skip);
  state.lookahead -= (stop === -1 ? text.length : stop) - position;
  return stop === -1 ? first : text.slice(position, stop + close.length);
}

function balanced(state: State): string {
  const { text, position } = state;
  let open = 0;
  for (let index = position + 1; index < text.length && state.lookahead > 0; index += 1) {
    state.lookahead -= 1;
    if (text[index] === '(') open += 1;
    else if (text[index] === ')') {
      open -= 1;
      if (open === 0) return text.slice(position, index + 1);
    }
  }
  return '$';
}

function countLines(state: State, text: string): void {
  for (const char of text) if (char === '\n') state.line += 1;
}
