// SPDX-License-Identifier: Apache-2.0
import type { ProvenanceExpectations, TrustPolicy, TrustRequirement } from '@plumbline/core/verification/trust-policy';
import { readProvenance } from '@plumbline/formats/slsa/read-provenance';
import type { RequirementResult, Verification } from './verification.ts';

/**
 * The policy with its expectations frozen to what a verified release states: builder, build type, source, and the kind of ref it
 * was built from. What changes from release to release (the ref's name, the commit, materials) is left open; what the policy
 * asked already stays, and so does a requirement that any signature fulfils where another one asks for a statement: it is meant for
 * signatures, whatever fulfilled it this time.
 */
export function learnPolicy(policy: TrustPolicy, verification: Verification): TrustPolicy {
  const asksStatement = policy.requirements.some(({ predicateType }) => predicateType !== null);
  const requirements = policy.requirements.map((requirement, index) =>
    asksStatement && requirement.predicateType === null
      ? requirement
      : learnRequirement(requirement, verification.requirements[index]),
  );
  return { ...policy, requirements };
}

function learnRequirement(requirement: TrustRequirement, result: RequirementResult | undefined): TrustRequirement {
  const statement = result?.attempts[0]?.statement ?? null;
  if (statement === null) return requirement;
  const predicateType = requirement.predicateType ?? statement.predicateType;
  const provenance = readProvenance(statement);
  if (provenance === null) return { ...requirement, predicateType };
  const asked = requirement.expectations;
  const expectations: ProvenanceExpectations = {
    ...asked,
    builder: asked.builder ?? provenance.builder,
    buildType: asked.buildType ?? provenance.buildType,
    sourceUri: asked.sourceUri ?? provenance.source.uri,
    sourceRef: asked.sourceRef ?? kindOfRef(provenance.source.ref),
  };
  return { ...requirement, predicateType, expectations };
}

/** `refs/tags/v1.2.3` stands for all tags; a branch stands for itself. */
const kindOfRef = (ref: string | null): string | null =>
  ref?.startsWith('refs/tags/') === true ? 'refs/tags/**' : ref;
