// SPDX-License-Identifier: Apache-2.0
import { createPublicKey } from 'node:crypto';
import { PlumblineError } from '@plumbline/core/errors';
import type {
  TrustedRootText,
  TrustedSigner,
  TrustPolicy,
  TrustRequirement,
} from '@plumbline/core/verification/trust-policy';
import { parseAllowedSigners } from '@plumbline/formats/ssh-signature/allowed-signers';
import { keyAlgorithm } from '../platform/keys/key-algorithm.ts';
import { readYaml, type YamlReading } from '../platform/located-yaml/read-yaml.ts';
import { isMarker } from '../platform/record-schema/schema.ts';
import { readPublicKey } from '../platform/keys/read-public-key.ts';
import { readRecord } from '../platform/record-schema/read-record.ts';
import { expectationsOf } from './predicate-entries.ts';
import { gitPolicyOf } from './git-policy-of.ts';
import { periodOf } from './period-of.ts';
import { policyFault } from './policy-fault.ts';
import { readOpenPgpSigner } from './read-openpgp-signer.ts';
import { textOrFile } from './text-or-file.ts';
import { readTimestampTrust } from './read-timestamp-trust.ts';
import type { RequirementEntry, SignerEntry } from './trust-policy-file.ts';
import { trustPolicySchema } from './trust-policy-schema.ts';
import { readTrustedRoot } from './read-trusted-root.ts';

/**
 * Reads a trust policy and the files that it names, whose paths start at its own folder. Throws `policy-invalid` and
 * `input-unreadable`.
 */
export async function readTrustPolicy(text: string, path: string): Promise<TrustPolicy> {
  const reading = readRecord(trustPolicySchema, text);
  if (!reading.ok) throw new PlumblineError('policy-invalid', reading.because, { path, line: reading.line });
  // An optional field that is still to be filled in reads as left out, and what is left out is not asked for.
  if (holdsMarker(readYaml(text))) throw policyFault(path, 'it has fields that are still to be filled in');
  const { signers, require, git } = reading.content;
  const names = new Set(signers.map(({ name }) => name));
  if (names.size < signers.length) throw policyFault(path, 'two signers have one name');
  if (require.length === 0 && git === undefined)
    throw policyFault(path, 'it requires nothing, so that nothing could be verified');
  const read: TrustedSigner[] = [];
  for (const signer of signers) read.push(await signerOf(signer, path));
  return {
    signers: read,
    requirements: require.map((entry) => requirementOf(entry, names, path)),
    ...(git === undefined ? {} : { git: gitPolicyOf(git, read, path) }),
  };
}

async function signerOf({ name, sigstore, key, ssh, openpgp }: SignerEntry, path: string): Promise<TrustedSigner> {
  if ([sigstore, key, ssh, openpgp].filter((one) => one !== undefined).length !== 1)
    throw policyFault(path, `signer ${name}: exactly one of sigstore, key, ssh and openpgp is expected`);
  if (openpgp !== undefined) return readOpenPgpSigner(openpgp, { name, path });
  if (sigstore !== undefined) {
    const { issuer, subject, log, timestamp } = sigstore;
    return {
      kind: 'sigstore',
      name,
      root: await readTrustedRoot(sigstore.root, path),
      issuer,
      subject,
      logRequired: log === 'required',
      timestampRequired: timestamp === 'required',
    };
  }
  return key === undefined ? sshSigner(name, ssh, path) : keySigner(name, key, path);
}

async function keySigner(name: string, key: NonNullable<SignerEntry['key']>, path: string): Promise<TrustedSigner> {
  const publicKey = await textOrFile(key.pem, key.file, { name, path });
  const root: TrustedRootText | null = key.root === undefined ? null : await readTrustedRoot(key.root, path);
  if (key.log === 'required' && root === null)
    throw policyFault(path, `signer ${name}: a log can be required only with a root`);
  assertSupported(publicKey, name, path);
  const timestamps = await readTimestampTrust(key.timestamps, { name, path });
  return {
    kind: 'key',
    name,
    publicKey,
    period: periodOf(key),
    root,
    logRequired: key.log === 'required',
    ...timestamps,
  };
}

async function sshSigner(name: string, ssh: SignerEntry['ssh'], path: string): Promise<TrustedSigner> {
  const allowedSigners = await textOrFile(ssh?.allowedSigners, ssh?.file, { name, path });
  const parsed = parseAllowedSigners(allowedSigners);
  if (parsed.state === 'failed') throw policyFault(path, `signer ${name}, line ${parsed.line}: ${parsed.because}`);
  if (parsed.signers.some(({ key }) => readPublicKey(key.spki) === null))
    throw policyFault(path, `signer ${name}: a key of SSH is no point of its curve`);
  const { principal = '**', namespace = 'file' } = ssh ?? {};
  const timestamps = await readTimestampTrust(ssh?.timestamps, { name, path });
  return { kind: 'ssh', name, allowedSigners, principal, namespace, period: periodOf(ssh ?? {}), ...timestamps };
}

function requirementOf(entry: RequirementEntry, names: ReadonlySet<string>, path: string): TrustRequirement {
  const { name, signers, threshold, predicateType, builder, buildType, source, parameters, materials, level } = entry;
  if (signers.length === 0) throw policyFault(path, `requirement ${name} names no signer`);
  const unknown = signers.find((signer) => !names.has(signer));
  if (unknown !== undefined)
    throw policyFault(path, `requirement ${name} names a signer that is not there: ${unknown}`);
  return {
    name,
    signers,
    threshold,
    predicateType: predicateType ?? null,
    expectations: {
      builder: builder ?? null,
      buildType: buildType ?? null,
      sourceUri: source?.uri ?? null,
      sourceRef: source?.ref ?? null,
      sourceCommit: source?.commit ?? null,
      parameters,
      materials: materials.map(({ uri, digest }) => ({ uri, digest: digest ?? null })),
    },
    ...expectationsOf(entry),
    level: level ?? null,
  };
}

function holdsMarker(reading: YamlReading): boolean {
  const open: unknown[] = reading.state === 'read' ? [reading.value] : [];
  for (let value = open.pop(); value !== undefined; value = open.pop()) {
    if (isMarker(value)) return true;
    if (typeof value === 'object' && value !== null)
      open.push(...Object.values(value).filter((one) => one !== undefined));
  }
  return false;
}

/** Throws `policy-invalid` for what is no public key of Ed25519 or P-256. */
function assertSupported(publicKey: string, name: string, path: string): void {
  try {
    if (publicKey.includes('PRIVATE'))
      throw policyFault(path, `signer ${name}: that is a private key; the public one is expected`);
    if (keyAlgorithm(createPublicKey(publicKey)) !== null) return;
  } catch (error) {
    if (error instanceof PlumblineError) throw error;
    throw policyFault(path, `signer ${name}: that is no public key in PEM`);
  }
  throw policyFault(path, `signer ${name}: only keys of Ed25519 and P-256 are supported`);
}
