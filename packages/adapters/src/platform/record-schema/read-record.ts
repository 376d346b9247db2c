// SPDX-License-Identifier: Apache-2.0
import type { UnfilledField } from '@plumbline/core/facts/records/record';
import { readYaml, type YamlStep } from '../located-yaml/read-yaml.ts';
import { readWith, type Fault, type Schema } from './schema.ts';

/** A file of a schema: its content, or what is wrong with it and where. `line` counts from 1. */
export type RecordReading<T> =
  | {
      readonly ok: true;
      readonly content: T;
      readonly placeholder: boolean;
      /** The first of the required fields that are still to be filled in, in the order of the schema. */
      readonly unfilled: readonly UnfilledField[];
    }
  | { readonly ok: false; readonly line: number; readonly because: string };

const faultsShown = 3;
const unfilledMax = 200;

/** Reads a YAML (or JSON) text by a schema. An empty text is a map without members. Never throws. */
export function readRecord<T>(schema: Schema<T>, text: string): RecordReading<T> {
  const reading = readYaml(text);
  if (reading.state === 'refused')
    return { ok: false, line: reading.line, because: `not valid YAML: ${reading.because}` };
  const { value, faults, unfilled } = readWith(schema, reading.value ?? {});
  const [first] = faults;
  if (first === undefined) {
    const fields = unfilled.slice(0, unfilledMax).map((at) => ({ field: fieldName(at), line: reading.lineOf(at) }));
    return { ok: true, content: value, placeholder: unfilled.length > 0, unfilled: fields };
  }
  const said = faults.slice(0, faultsShown).map((fault) => `line ${reading.lineOf(fault.at)}: ${describe(fault)}`);
  const more = faults.length > faultsShown ? `; and ${faults.length - faultsShown} more` : '';
  return { ok: false, line: reading.lineOf(first.at), because: `${said.join('; ')}${more}` };
}

/** `roles[0].holders must be a list`. */
function describe({ at, message }: Fault): string {
  return at.length === 0 ? `the document ${message}` : `${fieldName(at)} ${message}`;
}

/** `roles[0].holders` */
function fieldName(at: readonly YamlStep[]): string {
  const path = at.reduce<string>(
    (so, step) => (typeof step === 'number' ? `${so}[${step}]` : so === '' ? step : `${so}.${step}`),
    '',
  );
  return path.slice(0, 120);
}
