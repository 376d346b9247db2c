// SPDX-License-Identifier: Apache-2.0
import type { GitObject, ReadGitObject } from '@plumbline/core/verification/git-object';
import type { GitRequirements } from '@plumbline/core/verification/git-requirements';
import type { SignatureCheck } from '@plumbline/core/verification/signature-check';
import type { GitPolicy, GitSigner } from '@plumbline/core/verification/trust-policy';
import type { SignatureOutcome } from '@plumbline/core/verification/signature-outcome';
import type { VerificationStep } from '@plumbline/core/verification/verification-step';
import { judgeIdentity } from '../judge-identity.ts';
import { orderedSteps } from '../ordered-steps.ts';
import { judgeGitKeyPeriod } from './judge-git-key-period.ts';
import type { ObjectVerification } from './range-verification.ts';
import { blankObject } from './blank-object.ts';
import type { ChosenRule } from './git-rule.ts';

export type JudgedObject = Pick<ObjectVerification, 'type' | 'name'> & { readonly object: GitObject };

export type GitQuestion = ChosenRule & { readonly policy: GitPolicy; readonly asOf: string };

/** Holds one commit or tag against every signer that its rule names: the first who made its signature proves it. */
export async function judgeGitObject(
  { type, name, object }: JudgedObject,
  { role, rule, policy, asOf }: GitQuestion,
): Promise<ObjectVerification> {
  const about = { ...blankObject, type, name, role, objectId: object.objectId };
  if (object.state === 'unavailable') return { ...about, outcome: 'could-not-assess', because: object.because };
  const seen = { ...about, format: object.signature, claimedKey: object.claimedKey, statedAt: object.statedAt };
  if (object.fault !== null)
    return { ...seen, outcome: 'invalid', because: object.fault, steps: [failed('form', object.fault)] };
  if (object.signature === null)
    return {
      ...seen,
      outcome: 'unsigned',
      accepted: rule?.unsigned === 'accepted',
      because: 'it carries no signature',
    };
  const signers = policy.signers.filter(
    (signer) => rule?.signers.includes(signer.name) && makes[signer.kind] === object.signature,
  );
  const { keysCount } = policy.requirements;
  const attempts: Attempt[] = [];
  for (const signer of signers) {
    attempts.push(await attemptOf(object, signer, { asOf, keysCount, name }));
    if (attempts.at(-1)?.outcome === 'valid') break;
  }
  const best = furthest(attempts);
  // Where nobody is proved, the key that is named tells a reader more than which signer was asked last.
  if (best === undefined || (best.outcome === 'untrusted' && best.check.signer === null))
    return { ...seen, outcome: 'untrusted', because: untrustedBecause(object), steps: best?.steps ?? [] };
  const { outcome, because, check, steps, trusted } = best;
  const named = outcome === 'valid' || outcome === 'could-not-assess' ? trusted : null;
  const proven = { signer: check.signer, signedAt: check.signedAt, statedAt: check.statedAt ?? object.statedAt };
  return { ...seen, ...proven, outcome, because, accepted: outcome === 'valid', trusted: named, steps };
}

type Attempt = {
  readonly outcome: SignatureOutcome;
  readonly because: string;
  readonly trusted: string;
  readonly check: SignatureCheck;
  readonly steps: readonly VerificationStep[];
};

type Asked = Pick<GitQuestion, 'asOf'> & Pick<GitRequirements, 'keysCount'> & { readonly name: string | null };

async function attemptOf(object: ReadGitObject, signer: GitSigner, { asOf, keysCount, name }: Asked): Promise<Attempt> {
  const check = await object.check(signer);
  const more =
    check.outcome === 'invalid' || check.signer === null
      ? []
      : [
          ...judgeIdentity(signer, check),
          ...judgeGitKeyPeriod(signer, check, { asOf, keysCount, statedAt: object.statedAt }),
          ...judgeTagName(object, name),
        ];
  const steps = orderedSteps([...check.steps, ...more]);
  const wrong = steps.find((step) => step.outcome === 'failed');
  const open = steps.find((step) => step.outcome === 'not-checked');
  const attempt = { trusted: signer.name, check, steps };
  if (wrong !== undefined)
    return { ...attempt, outcome: wrong.step === 'identity' ? 'untrusted' : 'invalid', because: wrong.because };
  // Steps explain an outcome, and never make it better.
  if (check.outcome === 'invalid')
    return { ...attempt, outcome: 'invalid', because: open?.because ?? 'its signature is not good' };
  if (check.outcome === 'undecided')
    return { ...attempt, outcome: 'could-not-assess', because: open?.because ?? 'a proof that is needed is not there' };
  return { ...attempt, outcome: 'valid', because: `signed by ${signer.name}` };
}

/** An old tag, signed once, must not stand under the name of a new release. */
function judgeTagName({ tagName }: ReadGitObject, name: string | null): readonly VerificationStep[] {
  if (tagName === null || name === null) return [];
  if (tagName === name) return [{ step: 'tag-name', outcome: 'passed', because: `it was signed as ${name}` }];
  return [failed('tag-name', `it stands here as ${name} and was signed as ${tagName.slice(0, 100)}`)];
}

const makes: { readonly [K in GitSigner['kind']]: ReadGitObject['signature'] } = {
  openpgp: 'openpgp',
  ssh: 'ssh',
  sigstore: 'x509',
};

const formatWords = { openpgp: 'an OpenPGP', ssh: 'an SSH', x509: 'an X.509' } as const;

function untrustedBecause({ signature, claimedKey }: ReadGitObject): string {
  const kind = signature === null ? 'a' : formatWords[signature];
  const by = claimedKey === null ? '' : ` of the key ${claimedKey}`;
  return `it carries ${kind} signature${by}, whom the policy does not trust with it`;
}

const ranks: readonly SignatureOutcome[] = ['valid', 'could-not-assess', 'invalid', 'untrusted'];

/** What says most: that somebody trusted signed, that it cannot be said, that it is wrong; last, that it is of somebody else. */
const furthest = (attempts: readonly Attempt[]): Attempt | undefined =>
  [...attempts].sort((a, b) => ranks.indexOf(a.outcome) - ranks.indexOf(b.outcome))[0];

const failed = (step: VerificationStep['step'], because: string): VerificationStep => ({
  step,
  outcome: 'failed',
  because,
});
