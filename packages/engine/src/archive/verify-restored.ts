// SPDX-License-Identifier: Apache-2.0
import type { ReleasePart } from '@plumbline/core/release/release-manifest';
import type { VerifiedRequirement } from '@plumbline/core/state/verification-entry';
import type { TrustPolicy } from '@plumbline/core/verification/trust-policy';
import type { SignedCandidate } from '@plumbline/formats/sigstore/signed-candidate';
import { asksSha512 } from '../verify/statement-of.ts';
import { verifiedRequirements } from '../verify/verified-requirements.ts';
import { type CheckSignature, verifyArtifact } from '../verify/verify-artifact.ts';
import type { RestoredParts, VerifyRestored } from './drill-trust.ts';
import { type ListPart, readSignedParts } from './read-signed-parts.ts';
import { worstOutcome } from './worst-outcome.ts';

/** `asOf`: at which keys are judged whose time of signing is not proved. */
export type RestoredTrust = {
  readonly policy: TrustPolicy;
  readonly asOf: string;
  readonly checkSignature: CheckSignature;
};

type Requirements = readonly VerifiedRequirement[];

/**
 * Holds what was signed in a release against a trust policy, for one restored artifact at a time. Where any signature is enough,
 * one over a list of checksums that has the artifact under its name is, too. A file that was passed over leaves open what
 * nothing else proves.
 */
export async function restoredVerifier(
  { policy, asOf, checkSignature }: RestoredTrust,
  { folder, parts, names }: RestoredParts,
): Promise<VerifyRestored> {
  const signed = await readSignedParts(parts, folder.read);
  const known = new Map<string, Promise<Requirements>>();
  const verify = async ({ name, digest, size }: ReleasePart): Promise<Requirements> => {
    const candidates = signed.candidates.filter((candidate) => mayBeOf(candidate, name, names));
    const artifact = {
      name,
      sha256: digest.slice('sha256:'.length),
      content: folder.source(name, size),
      ...(asksSha512(candidates) ? { sha512: await folder.sha512(name) } : {}),
    };
    return verifiedRequirements(await verifyArtifact({ artifact, candidates, policy, asOf, checkSignature }), policy);
  };
  const verifyList = (part: ReleasePart): Promise<Requirements> => {
    const verifying = known.get(part.name) ?? verify(part);
    known.set(part.name, verifying);
    return verifying;
  };
  return async (part) => {
    let requirements = await verify(part);
    for (const list of signed.lists.filter((one) => hasListed(one, part)))
      if (requirements.some(isOpen)) requirements = withList(requirements, await verifyList(list.part), list.part.name);
    const all = requirements.map((one) => leftOpen(one, signed.passedOver));
    return { outcome: worstOutcome(all.map(({ outcome }) => outcome)), requirements: all };
  };
}

/** Only where no statement of a certain type is asked for: a list states nothing but digests. */
const isOpen = ({ outcome, predicateType }: VerifiedRequirement): boolean =>
  outcome !== 'verified' && predicateType === null;

function withList(own: Requirements, ofList: Requirements, list: string): Requirements {
  return own.map((requirement, at) =>
    isOpen(requirement) && ofList[at]?.outcome === 'verified'
      ? { ...requirement, outcome: 'verified', because: `${list} has its digest, and ${ofList[at].because}` }
      : requirement,
  );
}

function hasListed({ listed }: ListPart, { name, digest }: ReleasePart): boolean {
  return listed.some((one) => one.name === name && `sha256:${one.sha256}` === digest);
}

function leftOpen(requirement: VerifiedRequirement, passedOver: readonly string[]): VerifiedRequirement {
  const [first] = passedOver;
  if (requirement.outcome !== 'not-verified' || first === undefined) return requirement;
  const others = passedOver.length > 1 ? ` and ${passedOver.length - 1} more` : '';
  return { ...requirement, outcome: 'could-not-assess', because: `${first}${others}: too large to be looked at` };
}

/**
 * A signature that states nothing is called after what it is of. One that is called after another file of the release need not
 * be held against this one, which would read all of it.
 */
function mayBeOf(candidate: SignedCandidate, name: string, names: readonly string[]): boolean {
  if ('envelope' in candidate && candidate.envelope !== null) return true;
  const of = names.filter((one) => candidate.file.startsWith(`${one}.`));
  return of.length === 0 || of.includes(name);
}
