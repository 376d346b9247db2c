// SPDX-License-Identifier: Apache-2.0
import { dirname, relative } from 'node:path';
import type {
  KeyPeriod,
  KeySigner,
  OpenPgpSigner,
  SshSigner,
  TrustedRootText,
  TrustedSigner,
  TrustPolicy,
  TrustRequirement,
} from '@plumbline/core/verification/trust-policy';
import { stringify } from 'yaml';
import { gitEntryOf } from './git-policy-of.ts';
import { predicateEntries } from './predicate-entries.ts';
import type { PeriodEntry, RequirementEntry, SignerEntry, TrustPolicyFile } from './trust-policy-file.ts';

/** The policy as a file that is to lie at `path`, from where the paths of trusted roots start. */
export function renderTrustPolicy({ signers, requirements, git }: TrustPolicy, path: string): string {
  const file: TrustPolicyFile = {
    signers: signers.map((signer) => signerEntry(signer, path)),
    require: requirements.map(requirementEntry),
    ...(git === undefined ? {} : { git: gitEntryOf(git.requirements) }),
  };
  return stringify(file, { lineWidth: 0 });
}

function signerEntry(signer: TrustedSigner, path: string): SignerEntry {
  const { name } = signer;
  if (signer.kind === 'ssh') {
    const { allowedSigners, principal, namespace, period } = signer;
    return {
      name,
      ssh: { allowedSigners, principal, namespace, ...timestampsEntry(signer, path), ...periodEntry(period) },
    };
  }
  if (signer.kind === 'openpgp') {
    const { keys, fingerprints, period } = signer;
    return { name, openpgp: { keys, fingerprints, ...timestampsEntry(signer, path), ...periodEntry(period) } };
  }
  const log = signer.logRequired ? 'required' : 'if-there';
  if (signer.kind === 'key') {
    const root = signer.root === null ? {} : { root: rootName(signer.root, path) };
    const { publicKey: pem, period } = signer;
    return { name, key: { pem, ...root, log, ...timestampsEntry(signer, path), ...periodEntry(period) } };
  }
  const { issuer, subject, timestampRequired } = signer;
  const timestamp = timestampRequired ? 'required' : 'if-there';
  return { name, sigstore: { root: rootName(signer.root, path), issuer, subject, log, timestamp } };
}

const rootName = ({ from }: TrustedRootText, path: string): string =>
  from === 'public-good' ? from : relative(dirname(path), from);

const timestampsEntry = (
  { timestamps }: KeySigner | SshSigner | OpenPgpSigner,
  path: string,
): { readonly timestamps?: string } => (timestamps === undefined ? {} : { timestamps: rootName(timestamps, path) });

function periodEntry({ validFrom, validUntil, revokedOn, revokedBecause }: KeyPeriod): PeriodEntry {
  return {
    ...(validFrom === null ? {} : { validFrom: validFrom.slice(0, 10) }),
    ...(validUntil === null ? {} : { validUntil: validUntil.slice(0, 10) }),
    ...(revokedOn === null ? {} : { revokedOn: revokedOn.slice(0, 10) }),
    ...(revokedBecause === null ? {} : { revokedBecause }),
  };
}

function requirementEntry(requirement: TrustRequirement): RequirementEntry {
  const { name, signers, threshold, predicateType, expectations, level } = requirement;
  const { builder, buildType, sourceUri, sourceRef, sourceCommit, parameters, materials } = expectations;
  const source = {
    ...(sourceUri === null ? {} : { uri: sourceUri }),
    ...(sourceRef === null ? {} : { ref: sourceRef }),
    ...(sourceCommit === null ? {} : { commit: sourceCommit }),
  };
  return {
    name,
    signers,
    threshold,
    ...(predicateType === null ? {} : { predicateType }),
    ...(builder === null ? {} : { builder }),
    ...(buildType === null ? {} : { buildType }),
    ...(Object.keys(source).length === 0 ? {} : { source }),
    parameters,
    materials: materials.map(({ uri, digest }) => ({ uri, ...(digest === null ? {} : { digest }) })),
    ...predicateEntries(requirement),
    ...(level === null ? {} : { level }),
  };
}
