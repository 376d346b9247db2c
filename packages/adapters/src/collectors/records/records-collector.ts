// SPDX-License-Identifier: Apache-2.0
import { setImmediate } from 'node:timers/promises';
import type { Collected, Collector, CollectorInput } from '@plumbline/core/collecting/collector';
import type { PlumblineConfig } from '@plumbline/core/facts/records/plumbline-config';
import { readRecord } from '../../platform/record-schema/read-record.ts';
import { readYamlFiles, type ReadFile } from './record-files.ts';
import { recordKinds, recordName, recordSchemas, type RecordKind } from './record-schemas.ts';
import { plumblineConfigSchema } from './schemas/plumbline-config.ts';

/** Where records are looked for when no plumbline.yaml says where they are. */
const usualFolder = 'security';

/**
 * Reads plumbline.yaml and the records that people keep. Only where plumbline.yaml declares the folder is it a complete
 * inventory: then a record that is not there is absent, else unavailable, because it may be kept elsewhere. A record
 * that breaks its schema is unavailable as a whole: half a record would answer for the other half.
 */
export const recordsCollector: Collector = {
  id: 'records',
  version: '1',
  title: 'Reads plumbline.yaml and the records that people keep in its folder',
  kinds: ['plumbline-config', ...recordKinds],
  needs: ['tree'],
  timeoutMs: 30_000,
  collect: async ({ repository, signal }: CollectorInput): Promise<readonly Collected[]> => {
    const configFile = (await readYamlFiles(repository, ['plumbline'])).get('plumbline') ?? { state: 'none' };
    const config = readConfig(configFile);
    const declared = config.state === 'found' ? config.fact.records : null;
    const folder = (declared ?? usualFolder).replace(/\/+$/u, '');
    const stems = new Map(recordKinds.map((kind) => [kind, `${folder}/${recordName(kind)}`]));
    const files = await readYamlFiles(repository, [...stems.values()]);
    const records: Collected[] = [];
    for (const kind of recordKinds) {
      // A megabyte of hostile YAML takes seconds: between two files the run may be told to stop.
      await setImmediate();
      signal.throwIfAborted();
      const stem = stems.get(kind) ?? '';
      const file = files.get(stem) ?? { state: 'none' };
      records.push(file.state === 'none' ? missing(kind, stem, { declared, config }) : collectRecord(kind, file));
    }
    return [config, ...records];
  },
};

type ConfigCollected = Extract<Collected, { readonly kind: 'plumbline-config' }>;

function readConfig(file: ReadFile): ConfigCollected {
  const kind = 'plumbline-config';
  if (file.state === 'none')
    return { kind, state: 'absent', location: 'plumbline.yaml', lookedIn: 'the root of the tree' };
  const refuse = (location: string, because: string): ConfigCollected => ({
    kind,
    state: 'unavailable',
    location,
    because: `${file.path}: ${because}`,
    resolve: `Repair ${location}`,
  });
  if (file.state === 'unread') return refuse(file.path, file.because);
  const reading = readRecord<PlumblineConfig>(plumblineConfigSchema, file.text);
  if (!reading.ok) return refuse(`${file.path}:${reading.line}`, reading.because);
  return { kind, state: 'found', location: file.path, strength: 'documented', fact: reading.content };
}

function collectRecord(kind: RecordKind, file: Exclude<ReadFile, { readonly state: 'none' }>): Collected {
  const refuse = (location: string, because: string): Collected =>
    collected({
      kind,
      state: 'unavailable',
      location,
      because: `${file.path}: ${because}`,
      resolve: `Repair ${location} (its schema: ${recordName(kind)}.schema.json)`,
    });
  if (file.state === 'unread') return refuse(file.path, file.because);
  const reading = readRecord<unknown>(recordSchemas[kind], file.text);
  if (!reading.ok) return refuse(`${file.path}:${reading.line}`, reading.because);
  const { content, placeholder, unfilled } = reading;
  const fact = { path: file.path, content, placeholder, ...(placeholder && { unfilled }) };
  return collected({ kind, state: 'found', location: file.path, strength: 'documented', fact });
}

type Loose = {
  readonly kind: RecordKind;
  readonly state: string;
  readonly location: string;
  readonly [more: string]: unknown;
};

/** A kind and the content that its own schema read: `recordSchemas` proves that they belong together. */
const collected = (item: Loose): Collected => item as unknown as Collected;

type Declaration = { readonly declared: string | null; readonly config: ConfigCollected };

function missing(kind: RecordKind, stem: string, { declared, config }: Declaration): Collected {
  const file = `${stem}.yaml`;
  if (declared !== null)
    return collected({
      kind,
      state: 'absent',
      location: file,
      lookedIn: `the folder ${declared} that plumbline.yaml declares`,
    });
  const name = recordName(kind).replaceAll('-', ' ');
  // Nothing is at `file`: what was looked at is the declaration.
  if (config.state === 'unavailable')
    return collected({
      kind,
      state: 'unavailable',
      location: `${config.location} (cannot be read, so where records are kept is not known)`,
      because: `where the record of ${name} is kept is not known: ${config.because}`,
      resolve: config.resolve,
    });
  return collected({
    kind,
    state: 'unavailable',
    location: 'plumbline.yaml (no records declared)',
    because: 'no records are declared in this repository',
    resolve: `\`plumbline init\` writes plumbline.yaml with \`records: security/\` and a starter ${file} to fill in`,
  });
}
