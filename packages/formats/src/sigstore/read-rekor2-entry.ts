// SPDX-License-Identifier: Apache-2.0
import { decodeCanonicalBase64 } from '../base64/decode-canonical-base64.ts';
import { at, textOf } from '../json/json-fields.ts';
import type { JsonValue } from '../json/json-value.ts';
import { strictJsonValue } from '../json/strict-json-value.ts';
import { inclusionHashesMax, type LogEntry, type LogEntryReading } from './log-entry.ts';

/**
 * Reads what Rekor 2 answers to a new entry: the entry as a bundle holds it. Without a proof of inclusion nobody could check it
 * offline, so that one without is refused.
 */
export function readRekor2Entry(bytes: Uint8Array): LogEntryReading {
  const held = strictJsonValue(bytes);
  const [kind, version] = [textOf(at(held, 'kindVersion', 'kind')), textOf(at(held, 'kindVersion', 'version'))];
  // JSON of protobuf leaves out what is nought or empty: the first entry of a log has neither index nor hashes.
  const logIndex = numberOf(at(held, 'logIndex') ?? '0');
  const [keyId, canonicalizedBody] = [bytesOf(at(held, 'logId', 'keyId')), bytesOf(at(held, 'canonicalizedBody'))];
  if (kind === null || version === null || logIndex === null || keyId === null || canonicalizedBody === null)
    return { state: 'refused', because: 'its entry is not whole' };
  const inclusionProof = proofOf(at(held, 'inclusionProof'));
  if (inclusionProof === null) return { state: 'refused', because: 'its entry has no proof of inclusion' };
  return {
    state: 'read',
    entry: { logIndex, logId: { keyId }, kindVersion: { kind, version }, inclusionProof, canonicalizedBody },
  };
}

function proofOf(proof: JsonValue | undefined): LogEntry['inclusionProof'] | null {
  const treeSize = numberOf(at(proof, 'treeSize'));
  const rootHash = bytesOf(at(proof, 'rootHash'));
  const envelope = at(proof, 'checkpoint', 'envelope');
  const logIndex = numberOf(at(proof, 'logIndex') ?? '0');
  const named = at(proof, 'hashes') ?? [];
  const hashes = Array.isArray(named) ? named.map(bytesOf) : [null];
  const known = hashes.filter((hash) => hash !== null);
  if (logIndex === null || treeSize === null || rootHash === null || typeof envelope !== 'string') return null;
  if (known.length < hashes.length || known.length > inclusionHashesMax) return null;
  return { logIndex, rootHash, treeSize, hashes: known, checkpoint: { envelope } };
}

/** Numbers of 64 bits are texts in JSON of protobuf. */
const numberOf = (value: JsonValue | undefined): string | null =>
  typeof value === 'string' && /^\d{1,19}$/u.test(value) ? value : null;

const bytesOf = (value: JsonValue | undefined): string | null =>
  typeof value === 'string' && value !== '' && decodeCanonicalBase64(value) !== null ? value : null;
