// SPDX-License-Identifier: Apache-2.0
import { createHash, randomBytes, type Hash } from 'node:crypto';
import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { PlumblineError } from '@plumbline/core/errors';
import type { LineWriter, StateLines } from '@plumbline/core/state/state-store';
import { flushFolder } from '../platform/files/flush-folder.ts';

/** A log in a file of `folder` that is named by the SHA-256 of its content once it is kept. Throws `output-unwritable`. */
export async function openLineWriter(folder: string): Promise<LineWriter> {
  const temporary = join(folder, `.${randomBytes(8).toString('hex')}`);
  const file = await open(temporary, 'wx').catch((cause: unknown) => {
    throw new PlumblineError('output-unwritable', `cannot write ${folder}`, { path: folder, cause });
  });
  const log = new Log(file);
  return {
    write: (line) => log.write(line),
    drain: () => log.drain(),
    keep: async () => {
      const written = await log.end();
      await rename(temporary, join(folder, written.digest.slice('sha256:'.length)));
      await flushFolder(folder);
      return written;
    },
    drop: async () => {
      await file.close();
      await rm(temporary, { force: true });
    },
  };
}

class Log {
  readonly #file: FileHandle;
  readonly #hash: Hash = createHash('sha256');
  #waiting: string[] = [];
  #lines = 0;
  #bytes = 0;

  constructor(file: FileHandle) {
    this.#file = file;
  }

  write(line: string): void {
    this.#waiting.push(line, '\n');
    this.#lines += 1;
  }

  async drain(): Promise<void> {
    const bytes = Buffer.from(this.#waiting.join(''));
    this.#waiting = [];
    this.#hash.update(bytes);
    this.#bytes += bytes.length;
    await this.#file.writeFile(bytes);
  }

  async end(): Promise<StateLines> {
    await this.drain();
    await this.#file.sync();
    await this.#file.close();
    return { digest: `sha256:${this.#hash.digest('hex')}`, lines: this.#lines, bytes: this.#bytes };
  }
}
