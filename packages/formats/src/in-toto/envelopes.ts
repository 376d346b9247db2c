// SPDX-License-Identifier: Apache-2.0
import { instantOfSeconds } from '../imports/parse-instant.ts';
import { earliest } from '../imports/earliest.ts';
import { at, isObject, listOf, objectsOf, textOf } from '../json/json-fields.ts';
import type { JsonObject, JsonValue } from '../json/json-value.ts';

/** A statement as it lies in a file: bare, or as the payload of an envelope, or something of the family that is none. */
export type Wrapped =
  | { readonly kind: 'bare'; readonly statement: JsonObject }
  | {
      readonly kind: 'envelope';
      readonly payloadType: string | null;
      readonly payload: string | null;
      readonly signatures: number;
      /** When a transparency log took it in, as the bundle states. */
      readonly loggedAt: string | null;
    }
  | { readonly kind: 'unusable'; readonly because: string };

const statementType = /^https:\/\/in-toto\.io\/Statement\/v\d/;
const nestingMax = 6;

/**
 * Finds the statements of a value: a Statement, a DSSE envelope, a Sigstore bundle, or a list of them as registries,
 * forges and build services hand them out (`attestations`, `attestation`, `bundle`, `provenance_summary`, `envelope`).
 */
export function unwrapStatements(value: JsonValue, nesting = 0): readonly Wrapped[] {
  if (nesting > nestingMax) return [];
  if (Array.isArray(value)) return listOf(value).flatMap((entry) => unwrapStatements(entry, nesting + 1));
  if (!isObject(value)) return [];
  if (statementType.test(textOf(value['_type']) ?? '')) return [{ kind: 'bare', statement: value }];
  if (value['payload'] !== undefined && value['payloadType'] !== undefined) return [envelope(value, null)];
  if (isObject(value['dsseEnvelope'])) return [envelope(value['dsseEnvelope'], loggedAt(value))];
  if (value['messageSignature'] !== undefined)
    return [{ kind: 'unusable', because: 'Sigstore bundle: signs an artifact (messageSignature), holds no statement' }];
  if (isObject(value['signed']) && value['signatures'] !== undefined)
    return [{ kind: 'unusable', because: 'in-toto 0.9 link or layout: only Statements v0.1 and v1 are read' }];
  const inside = ['attestations', 'attestation', 'bundle', 'Bundle', 'provenance_summary', 'provenance', 'envelope'];
  return inside.flatMap((member) => {
    const held = value[member];
    return held === undefined ? [] : unwrapStatements(held, nesting + 1);
  });
}

function envelope(value: JsonObject, logged: string | null): Wrapped {
  return {
    kind: 'envelope',
    payloadType: textOf(value['payloadType']),
    payload: textOf(value['payload']),
    signatures: objectsOf(value['signatures']).filter(({ sig }) => textOf(sig) !== null).length,
    loggedAt: logged,
  };
}

function loggedAt(bundle: JsonObject): string | null {
  const times = objectsOf(at(bundle, 'verificationMaterial', 'tlogEntries')).map(({ integratedTime }) =>
    instantOfSeconds(Number(integratedTime)),
  );
  return earliest(times);
}
