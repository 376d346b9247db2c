// SPDX-License-Identifier: Apache-2.0
import { readRegularFile } from '@plumbline/adapters/platform/files/read-regular-file';
import { unreadWords } from '@plumbline/adapters/platform/files/unread-words';
import { PlumblineError } from '@plumbline/core/errors';
import type { Terminal } from '../terminal/terminal.ts';

export type SecretPlace = {
  /** What it is, for the prompt. */
  readonly what: string;
  readonly file: string | undefined;
  readonly variable: string;
};

const bytesMax = 4096;

/** A secret from a file (its first line), else from the environment, else typed. Throws `usage` where none can be had. */
export async function readSecret({ what, file, variable }: SecretPlace, terminal: Terminal): Promise<string> {
  if (file !== undefined) {
    const read = await readRegularFile(file, { bytesMax, followLink: true });
    if (read.state === 'read') return read.bytes.toString('utf8').split(/\r?\n/u, 1)[0] ?? '';
    throw new PlumblineError('input-unreadable', `the file of the ${what} cannot be read: ${unreadWords[read.state]}`, {
      path: file,
    });
  }
  const set = process.env[variable];
  if (set !== undefined && set !== '') return set;
  if (terminal.interactive) return typed(what);
  throw new PlumblineError('usage', `the ${what} is needed, and there is no terminal to ask on`, {
    next: `put it into ${variable}, or name a file that holds it`,
  });
}

const enter = new Set(['\r', '\n', '\u0004']);
const rubOut = new Set(['\u007f', '\b']);

/** Asks without showing what is typed. */
function typed(what: string): Promise<string> {
  const { stdin, stderr } = process;
  stderr.write(`${what}: `);
  stdin.setRawMode(true).setEncoding('utf8').resume();
  return new Promise((resolve, reject) => {
    let text = '';
    const done = (end: () => void): void => {
      stdin.off('data', take).setRawMode(false).pause();
      stderr.write('\n');
      end();
    };
    const take = (typing: string): void => {
      for (const letter of typing) {
        if (letter === '\u0003') return done(() => reject(new PlumblineError('interrupted', 'interrupted')));
        if (enter.has(letter)) return done(() => resolve(text));
        text = rubOut.has(letter) ? text.slice(0, -1) : text + letter;
      }
    };
    stdin.on('data', take);
  });
}
