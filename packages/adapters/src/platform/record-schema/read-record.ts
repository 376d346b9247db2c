// SPDX-License-Identifier: Apache-2.0
import { readYaml } from '../located-yaml/read-yaml.ts';
import { readWith, type Fault, type Schema } from './schema.ts';

/** A file of a schema: its content, or what is wrong with it and where. `line` counts from 1. */
export type RecordReading<T> =
  | { readonly ok: true; readonly content: T; readonly placeholder: boolean }
  | { readonly ok: false; readonly line: number; readonly because: string };

const faultsShown = 3;

/** Reads a YAML (or JSON) text by a schema. An empty text is a map without members. Never throws. */
export function readRecord<T>(schema: Schema<T>, text: string): RecordReading<T> {
  const reading = readYaml(text);
  if (reading.state === 'refused')
    return { ok: false, line: reading.line, because: `not valid YAML: ${reading.because}` };
  const { value, faults, placeholder } = readWith(schema, reading.value ?? {});
  const [first] = faults;
  if (first === undefined) return { ok: true, content: value, placeholder };
  const said = faults.slice(0, faultsShown).map((fault) => `line ${reading.lineOf(fault.at)}: ${describe(fault)}`);
  const more = faults.length > faultsShown ? `; and ${faults.length - faultsShown} more` : '';
  return { ok: false, line: reading.lineOf(first.at), because: `${said.join('; ')}${more}` };
}

/** `roles[0].holders must be a list`. */
function describe({ at, message }: Fault): string {
  const path = at.reduce<string>(
    (so, step) => (typeof step === 'number' ? `${so}[${step}]` : so === '' ? step : `${so}.${step}`),
    '',
  );
  return path === '' ? `the document ${message}` : `${path.slice(0, 120)} ${message}`;
}
