// SPDX-License-Identifier: Apache-2.0
import { hexToBytes } from '@noble/hashes/utils.js';
import { decodeCanonicalBase64 } from '../base64/decode-canonical-base64.ts';
import { encodeBase64 } from '../base64/encode-base64.ts';
import { at, isObject, textOf, textsOf } from '../json/json-fields.ts';
import type { JsonValue } from '../json/json-value.ts';
import { strictJsonValue } from '../json/strict-json-value.ts';
import { inclusionHashesMax, type LogEntry, type LogEntryReading } from './log-entry.ts';

/**
 * Reads what Rekor 1 answers to a new entry: one entry under its id. Without a proof of inclusion and the promise of the log nobody
 * could check it offline, so that one without is refused.
 */
export function readRekorEntry(bytes: Uint8Array): LogEntryReading {
  const answer = strictJsonValue(bytes);
  const entries = isObject(answer) ? Object.values(answer) : [];
  const [held] = entries;
  if (entries.length !== 1 || !isObject(held)) return refused('it answers something else than one entry');
  const body = textOf(held['body']);
  const kindVersion = body === null ? null : kindOf(body);
  const [logIndex, integratedTime] = [numberOf(held['logIndex']), numberOf(held['integratedTime'])];
  const keyId = base64OfHex(held['logID']);
  if (body === null || kindVersion === null || logIndex === null || integratedTime === null || keyId === null)
    return refused('its entry is not whole');
  const promise = textOf(at(held, 'verification', 'signedEntryTimestamp'));
  if (promise === null || decodeCanonicalBase64(promise) === null)
    return refused('its entry has no promise of the log');
  const inclusionProof = proofOf(at(held, 'verification', 'inclusionProof'));
  if (inclusionProof === null) return refused('its entry has no proof of inclusion');
  const inclusionPromise = { signedEntryTimestamp: promise };
  const place = { logIndex, logId: { keyId }, kindVersion, integratedTime };
  return { state: 'read', entry: { ...place, inclusionPromise, inclusionProof, canonicalizedBody: body } };
}

function kindOf(body: string): LogEntry['kindVersion'] | null {
  const bytes = decodeCanonicalBase64(body);
  const value = bytes === null ? undefined : strictJsonValue(bytes);
  const [kind, version] = [textOf(at(value, 'kind')), textOf(at(value, 'apiVersion'))];
  return kind === null || version === null ? null : { kind, version };
}

function proofOf(proof: JsonValue | undefined): LogEntry['inclusionProof'] | null {
  const [logIndex, treeSize] = [numberOf(at(proof, 'logIndex')), numberOf(at(proof, 'treeSize'))];
  const rootHash = base64OfHex(at(proof, 'rootHash'));
  const named = at(proof, 'hashes');
  const hashes = textsOf(named).map(base64OfHex);
  const checkpoint = at(proof, 'checkpoint');
  if (logIndex === null || treeSize === null || rootHash === null || typeof checkpoint !== 'string') return null;
  const known = hashes.filter((hash) => hash !== null);
  if (!Array.isArray(named) || known.length < named.length || known.length > inclusionHashesMax) return null;
  return { logIndex, rootHash, treeSize, hashes: known, checkpoint: { envelope: checkpoint } };
}

const numberOf = (value: JsonValue | undefined): string | null =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? String(value) : null;

const base64OfHex = (value: JsonValue | undefined): string | null =>
  typeof value === 'string' && /^(?:[0-9a-f]{2}){1,64}$/u.test(value) ? encodeBase64(hexToBytes(value)) : null;

const refused = (because: string): LogEntryReading => ({ state: 'refused', because });
