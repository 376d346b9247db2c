// SPDX-License-Identifier: Apache-2.0
import { createReadStream } from 'node:fs';

/** What is kept of one chunk for the next: longer than any line that is looked for. */
const overlap = 512;

/**
 * The version of a Go program that `go install` built: its file holds a line `mod <module> <version> …` (package
 * debug/buildinfo). Null where there is none. Reads the file once, in parts.
 */
export async function goBuildVersion(program: string, module: string): Promise<string | null> {
  const start = `\nmod\t${module}\tv`;
  let rest = '';
  try {
    for await (const chunk of createReadStream(program, { highWaterMark: 4 * 1024 * 1024, encoding: 'latin1' })) {
      const text = rest + String(chunk);
      const at = text.indexOf(start);
      const version =
        at < 0
          ? undefined
          : /^\d+\.\d+\.\d+[\w.+-]{0,80}/u.exec(text.slice(at + start.length, at + start.length + 120))?.[0];
      if (version !== undefined) return version;
      rest = text.slice(-overlap);
    }
  } catch {
    return null; // it cannot be read: then it has to say its version itself
  }
  return null;
}
