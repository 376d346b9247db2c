// SPDX-License-Identifier: Apache-2.0
import { isObject, listOf } from '../json/json-fields.ts';
import type { JsonObject, JsonValue } from '../json/json-value.ts';
import { decodeCanonicalBase64 } from '../base64/decode-canonical-base64.ts';
import type { DsseEnvelope, DsseSignature } from './envelope.ts';

export type ParsedEnvelope =
  | { readonly state: 'parsed'; readonly envelope: DsseEnvelope }
  | { readonly state: 'failed'; readonly because: string };

const signaturesMax = 64;

/**
 * Reads a DSSE envelope strictly: base64 that could be written in another way is refused, as two readers might take it for
 * different bytes; members that the specification does not know are passed over, as it asks.
 */
export function parseEnvelope(value: JsonObject): ParsedEnvelope {
  const { payloadType, payload } = value;
  if (typeof payloadType !== 'string' || payloadType === '') return failed('the envelope has no payloadType');
  if (typeof payload !== 'string') return failed('the envelope has no payload');
  const bytes = decodeCanonicalBase64(payload);
  if (bytes === null) return failed('the payload is not canonical base64');
  const listed = listOf(value['signatures']);
  if (listed.length === 0) return failed('the envelope has no signature');
  if (listed.length > signaturesMax) return failed(`the envelope has more than ${signaturesMax} signatures`);
  const signatures = listed.flatMap((entry) => signatureOf(entry) ?? []);
  if (signatures.length < listed.length) return failed('a signature of the envelope is not canonical base64');
  return { state: 'parsed', envelope: { payloadType, payload: bytes, signatures } };
}

function signatureOf(value: JsonValue): DsseSignature | null {
  if (!isObject(value) || typeof value['sig'] !== 'string') return null;
  const signature = decodeCanonicalBase64(value['sig']);
  if (signature === null || signature.length === 0) return null;
  const { keyid, cert } = value;
  return {
    keyId: typeof keyid === 'string' && keyid !== '' ? keyid : null,
    signature,
    certificate: typeof cert === 'string' && cert !== '' ? cert : null,
  };
}

const failed = (because: string): ParsedEnvelope => ({ state: 'failed', because });
