// SPDX-License-Identifier: Apache-2.0
import { canonicalJson } from '@plumbline/core/canonical-json';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { GitSignedData } from '../cms/read-git-signed-data.ts';
import { derTags } from '../der/der-value.ts';
import { writeDer, writeInteger } from '../der/write-der.ts';
import { encodeBase64 } from '../base64/encode-base64.ts';
import { decodeUtf8 } from '../json/decode-utf8.ts';
import type { JsonObject, JsonValue } from '../json/json-value.ts';
import { numberAt, octetsAt, readMessage } from '../protobuf/read-message.ts';

/** A bundle; a text says why there can be none. */
export type BundleOfSignedData = { readonly bundle: JsonObject } | { readonly unsupported: string };

/**
 * What gitsign keeps with a commit, as a Sigstore bundle over the signed attributes: that is what the transparency log has. The
 * entry's body is left out there, and written here as the log wrote it.
 */
export function bundleOfSignedData(signed: GitSignedData): BundleOfSignedData {
  const { certificate, signedAttributes, value, logEntry, timestamps } = signed;
  const entry = logEntry === null ? null : logEntryOf(logEntry, signed);
  if (entry !== null && 'unsupported' in entry) return entry;
  const tlogEntries = entry === null ? [] : [entry.json];
  const rfc3161Timestamps = timestamps.map((token) => ({ signedTimestamp: encodeBase64(granted(token)) }));
  const rawBytes = encodeBase64(certificate);
  // Entries of 2022 have the log's promise and no proof that it was kept, which bundles before 0.3 may have.
  const byPromise = entry !== null && !('inclusionProof' in entry.json);
  const material: JsonObject = byPromise
    ? { x509CertificateChain: { certificates: [{ rawBytes }] } }
    : { certificate: { rawBytes } };
  return {
    bundle: {
      mediaType: `application/vnd.dev.sigstore.bundle${byPromise ? '+json;version=0.1' : '.v0.3+json'}`,
      verificationMaterial: { ...material, tlogEntries, timestampVerificationData: { rfc3161Timestamps } },
      messageSignature: {
        messageDigest: { algorithm: 'SHA2_256', digest: encodeBase64(sha256(signedAttributes)) },
        signature: encodeBase64(value),
      },
    },
  };
}

/** Fields of dev.sigstore.rekor.v1.TransparencyLogEntry. */
function logEntryOf(
  bytes: Uint8Array,
  signed: GitSignedData,
): { readonly json: JsonObject } | { readonly unsupported: string } {
  const message = readMessage(bytes);
  if (message === null) return { unsupported: 'the entry of the transparency log in it cannot be read' };
  const kind = readMessage(octetsAt(message, 3)) ?? new Map();
  const named = `${decodeUtf8(octetsAt(kind, 1))} ${decodeUtf8(octetsAt(kind, 2))}`;
  if (named !== 'hashedrekord 0.0.1')
    return {
      unsupported: `the entry of the transparency log in it is of a kind that is not read (${named.slice(0, 60)})`,
    };
  const logId = readMessage(octetsAt(message, 2)) ?? new Map();
  const promise = octetsAt(readMessage(octetsAt(message, 5)) ?? new Map(), 1);
  return {
    json: {
      logIndex: numberAt(message, 1).toString(),
      logId: { keyId: encodeBase64(octetsAt(logId, 1)) },
      kindVersion: { kind: 'hashedrekord', version: '0.0.1' },
      integratedTime: numberAt(message, 4).toString(),
      ...(promise.length === 0 ? {} : { inclusionPromise: { signedEntryTimestamp: encodeBase64(promise) } }),
      ...inclusionProof(octetsAt(message, 6)),
      canonicalizedBody: encodeBase64(utf8ToBytes(canonicalBody(signed))),
    },
  };
}

function inclusionProof(bytes: Uint8Array): { readonly inclusionProof?: JsonValue } {
  const proof = bytes.length === 0 ? null : readMessage(bytes);
  if (proof === null) return {};
  const checkpoint = decodeUtf8(octetsAt(readMessage(octetsAt(proof, 5)) ?? new Map(), 1));
  if (checkpoint === '') return {};
  const hashes = (proof.get(4) ?? []).flatMap((hash) => (hash instanceof Uint8Array ? [encodeBase64(hash)] : []));
  return {
    inclusionProof: {
      logIndex: numberAt(proof, 1).toString(),
      rootHash: encodeBase64(octetsAt(proof, 2)),
      treeSize: numberAt(proof, 3).toString(),
      hashes,
      checkpoint: { envelope: checkpoint },
    },
  };
}

/** What Rekor stores of a hashedrekord: the digest that was signed, the signature, the certificate in PEM. */
function canonicalBody({ signedAttributes, value, certificate }: GitSignedData): string {
  const lines = encodeBase64(certificate).replaceAll(/.{64}/gu, '$&\n').trimEnd();
  const pem = `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`;
  return canonicalJson({
    apiVersion: '0.0.1',
    kind: 'hashedrekord',
    spec: {
      data: { hash: { algorithm: 'sha256', value: bytesToHex(sha256(signedAttributes)) } },
      signature: { content: encodeBase64(value), publicKey: { content: encodeBase64(utf8ToBytes(pem)) } },
    },
  });
}

/** A token in the answer that it came in (RFC 3161 §2.4.2), which is what bundles hold. */
const granted = (token: Uint8Array): Uint8Array =>
  writeDer(derTags.sequence, writeDer(derTags.sequence, writeInteger(Uint8Array.of(0))), token);
