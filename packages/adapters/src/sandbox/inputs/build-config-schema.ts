// SPDX-License-Identifier: Apache-2.0
import { list, map } from '../../platform/record-schema/collections.ts';
import { or, orNull } from '../../platform/record-schema/presence.ts';
import { matching, text } from '../../platform/record-schema/scalars.ts';
import type { Schema } from '../../platform/record-schema/schema.ts';

/** `plumbline-build.yaml`: what a build is given, beside its command. */
export type BuildConfig = {
  readonly fetch: string | null;
  readonly inputs: readonly string[] | null;
  readonly outputs: readonly string[];
  readonly environment: readonly string[];
  readonly tools: readonly string[];
  readonly toolFolders: readonly string[];
  readonly minutes: string | null;
  readonly memoryMiB: string | null;
  readonly diskMiB: string | null;
  readonly processes: string | null;
};

/** Relative, no `.` or `..`, no backslash. */
const insidePath = /^(?!\/)(?!(?:[^/]*\/)*\.{0,2}(?:\/|$))[^\\\n\0]{1,500}$/u;
const inside = (description: string): Schema<string> =>
  matching(insidePath, 'a path inside the repository', description);
const variable = /^[A-Za-z_][A-Za-z0-9_]{0,99}=[^\n\0]{0,4000}$/u;
/** Where tools are installed beyond /usr, and nothing else is: a commit says what is shown to it. No `.` or `..`. */
const folder = /^\/(?:opt|nix\/store|gnu\/store)(?:\/(?!\.{1,2}(?:\/|$))[^/\\\n\0:]{1,100}){1,10}$/u;
const count = (description: string): Schema<string | null> =>
  orNull(matching(/^[1-9]\d{0,5}$/u, 'a whole number in quotes', description));

export const buildConfigSchema: Schema<BuildConfig> = map<BuildConfig>(
  {
    fetch: orNull(text('A command for sh -c that runs first and with network; what it brings is recorded')),
    inputs: orNull(
      list(inside('A file or folder of the commit'), 'What the build gets; all of the commit unless told'),
    ),
    outputs: or(
      list(
        inside('A file or folder that the build makes'),
        'What it makes in the source; what lies in $OUTPUT unless told',
      ),
      [],
    ),
    environment: or(
      list(
        matching(variable, 'NAME=VALUE', 'A variable'),
        'Variables of the build; they are published in the provenance',
      ),
      [],
    ),
    tools: or(list(text('A program'), 'Programs whose packages and digests are recorded'), []),
    toolFolders: or(
      list(
        matching(folder, 'a folder below /opt, /nix/store or /gnu/store', 'A folder'),
        'Folders of this machine that it may read beyond /usr',
      ),
      [],
    ),
    minutes: count('How long it may take; 30 unless told'),
    memoryMiB: count('How much memory it may take; 4096 unless told'),
    diskMiB: count('How much may lie in its folders at one time, in between too; 16384 unless told'),
    processes: count('How many processes and threads it may have at one time; 4096 unless told'),
  },
  'What `plumbline build` gives a build',
);
