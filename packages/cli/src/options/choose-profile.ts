// SPDX-License-Identifier: Apache-2.0
import { PlumblineError } from '@plumbline/core/errors';
import type { EvidenceSet } from '@plumbline/core/evidence/evidence-set';
import type { Profile } from '@plumbline/core/verdicts/profile';
import { profiles } from '@plumbline/practices/profiles/profiles';

/** The profile by name: as asked, else as plumbline.yaml says, else `standard`. Throws `unknown-profile`. */
export function chooseProfile(asked: string | undefined, evidence: EvidenceSet): Profile {
  const config = evidence['plumbline-config'];
  const configured = config?.state === 'found' ? config.fact.profile : null;
  const name = asked ?? configured ?? 'standard';
  const profile = profiles.find(({ id }) => id === name);
  if (profile !== undefined) return profile;
  throw new PlumblineError('unknown-profile', `no profile is called ${name}`, {
    next: `Profiles: ${profiles.map(({ id }) => id).join(', ')}`,
  });
}
