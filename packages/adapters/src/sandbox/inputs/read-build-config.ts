// SPDX-License-Identifier: Apache-2.0
import { PlumblineError } from '@plumbline/core/errors';
import { readRegularFile } from '../../platform/files/read-regular-file.ts';
import { unreadWords } from '../../platform/files/unread-words.ts';
import { readRecord } from '../../platform/record-schema/read-record.ts';
import type { BuildSource } from './build-source.ts';
import { buildConfigSchema, type BuildConfig } from './build-config-schema.ts';

export const buildConfigFile = 'plumbline-build.yaml';
const configBytesMax = 1024 * 1024;

/** The settings of a build: of the file that is named, else of the source, else none. Throws `input-invalid` and `input-unreadable`. */
export async function readBuildConfig(source: BuildSource, path?: string): Promise<BuildConfig> {
  const text = path === undefined ? ((await source.readText(buildConfigFile)) ?? '') : await textOfFile(path);
  const reading = readRecord(buildConfigSchema, text);
  if (reading.ok) return reading.content;
  throw new PlumblineError('input-invalid', reading.because, { path: path ?? buildConfigFile, line: reading.line });
}

async function textOfFile(path: string): Promise<string> {
  const file = await readRegularFile(path, { bytesMax: configBytesMax, followLink: true });
  if (file.state === 'read') return file.bytes.toString('utf8');
  throw new PlumblineError('input-unreadable', `the settings of the build cannot be read: ${unreadWords[file.state]}`, {
    path,
  });
}
