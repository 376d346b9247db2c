// SPDX-License-Identifier: Apache-2.0
import type { Call, Followed } from './followed.ts';
import { joinPath } from './resolve-path.ts';

type Session = { readonly names: readonly string[]; readonly byDefault: boolean; readonly script: string };

/** `nox [-s a b]` into what the sessions of noxfile.py hand to `session.run`. */
export function followNox({ args, directory, files }: Call): readonly Followed[] | null {
  const sessions = files.derived('nox', joinPath(directory, 'noxfile.py'), readSessions);
  if (sessions === undefined) return null;
  const start = args.findIndex((arg) => /^(?:-s|-e|--sessions?)(?:=|$)/.test(arg));
  const asked = start === -1 ? [] : takeNames(args.slice(start));
  const wanted = sessions.filter((session) =>
    asked.length === 0
      ? session.byDefault
      : session.names.some((name) => asked.some((ask) => ask.split(/[-(]/, 1)[0] === name || ask === name)),
  );
  return wanted.length === 0 ? null : wanted.map(({ script }) => ({ script, directory }));
}

function takeNames(args: readonly string[]): readonly string[] {
  const joined = args[0]?.split('=')[1];
  if (joined !== undefined) return [joined];
  const end = args.findIndex((arg, index) => index > 0 && arg.startsWith('-'));
  return args.slice(1, end === -1 ? args.length : end).flatMap((name) => name.split(','));
}

// Python is read line by line: decorators, `def`, and the string arguments of run calls; nothing is evaluated.
function readSessions(text: string): readonly Session[] {
  const sessions: Session[] = [];
  const defaults = /^nox\.options\.sessions\s*=\s*[[(]([^\])]*)[\])]/m.exec(text)?.[1];
  const blocks = text
    .split(/^(?=@nox\.session|@session)/m)
    .filter((block) => block.startsWith('@'))
    .slice(0, 200);
  for (const block of blocks) {
    const name = /^def\s+(\w{1,100})/m.exec(block)?.[1];
    if (name === undefined) continue;
    const header = block.slice(0, block.indexOf(`def ${name}`));
    const renamed = /\bname\s*=\s*["']([^"']{1,100})["']/.exec(header)?.[1];
    const names = [name, name.replaceAll('_', '-'), ...(renamed === undefined ? [] : [renamed])];
    const listed =
      defaults === undefined ||
      names.some((candidate) => new RegExp(`["']${candidate.replaceAll(/\W/g, '.')}["']`).test(defaults));
    sessions.push({ names, byDefault: listed && !/default\s*=\s*False/.test(header), script: runCalls(block) });
  }
  return sessions;
}

function runCalls(block: string): string {
  const lines: string[] = [];
  for (const match of block
    .slice(0, 60_000)
    .matchAll(/^[^#\n]{0,200}\b(?:session\.run|session\.run_always|session\.run_install|_run|run)\s*\(/gm)) {
    const call = block.slice(match.index + match[0].length, match.index + match[0].length + 2000);
    const end = call.indexOf(')');
    const words = [...call.slice(0, end === -1 ? 0 : end).matchAll(/(?<![=\w])["']([^"'\n]{0,200})["']/g)].map(
      (found) => found[1] ?? '',
    );
    if (words.length > 0) lines.push(words.join(' '));
  }
  return lines.join('\n');
}
