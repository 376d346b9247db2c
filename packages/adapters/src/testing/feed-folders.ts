// SPDX-License-Identifier: Apache-2.0
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach } from 'vitest';
import { importFeeds } from '../feeds/import/import-feeds.ts';

/** Makes folders with files in them, which go after each test. */
export function useFolders(): (files?: { readonly [name: string]: string | Uint8Array }) => string {
  const made: string[] = [];
  afterEach(() => {
    for (const path of made.splice(0)) rmSync(path, { recursive: true, force: true });
  });
  return (files = {}) => {
    const folder = mkdtempSync(join(realpathSync(tmpdir()), 'plumbline-test-'));
    made.push(folder);
    for (const [name, content] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), content);
    }
    return folder;
  };
}

export type Written = {
  readonly id?: string;
  readonly ecosystem?: string;
  readonly name?: string;
  readonly modified?: string;
  readonly withdrawn?: string;
  readonly fixed?: string;
  readonly aliases?: readonly string[];
  readonly informational?: string;
};

/** A record of OSV: all versions of a package before the fix. */
export function osv(written: Written = {}): string {
  const { id = 'TEST-1', ecosystem = 'npm', name = 'a', modified = '2026-06-29T00:00:00Z', fixed = '2.0.0' } = written;
  const { withdrawn, aliases = [], informational } = written;
  return JSON.stringify({
    id,
    modified,
    ...(withdrawn === undefined ? {} : { withdrawn }),
    aliases,
    affected: [
      {
        package: { ecosystem, name },
        ranges: [{ type: 'SEMVER', events: [{ introduced: '0' }, { fixed }] }],
        ...(informational === undefined ? {} : { database_specific: { informational } }),
      },
    ],
  });
}

export const now = '2026-06-30T12:00:00Z';

/** Takes in files as the feeds of a folder. */
export async function keepFeeds(folder: string, source: string): Promise<void> {
  await importFeeds([source], { folder, now });
}
