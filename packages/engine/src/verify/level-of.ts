// SPDX-License-Identifier: Apache-2.0
import { readProvenance } from '@plumbline/formats/slsa/read-provenance';
import { readVerificationSummary } from '@plumbline/formats/slsa/read-verification-summary';
import type { Attempt, RequirementResult, StatedLevel } from './verification.ts';

/** SLSA's word for that nobody looked at how something was built. */
export const unevaluated = 'SLSA_BUILD_LEVEL_UNEVALUATED';

type Build = { readonly level: number; readonly because: string };

/**
 * The highest SLSA Build level that a verified requirement shows (slsa.dev/spec/v1.1/verification_summary#SlsaResult). Above 1
 * only where the policy trusts signers and builder up to it, as provenance cannot vouch for its own builder; what a trusted
 * verifier states counts up to what the policy trusts it for.
 */
export function levelOf(requirements: readonly RequirementResult[]): StatedLevel {
  const shown = requirements.flatMap((result) => buildOf(result) ?? []).toSorted((a, b) => b.level - a.level);
  const [best] = shown;
  return best === undefined
    ? { word: unevaluated, because: 'no verified requirement is about how it was built' }
    : { word: `SLSA_BUILD_LEVEL_${best.level}`, because: best.because };
}

function buildOf({ name, outcome, level, attempts }: RequirementResult): Build | null {
  if (outcome !== 'verified') return null;
  if (attempts.some(hasProvenance))
    return level === null
      ? {
          level: 1,
          because: `${name}: there is provenance, and the policy does not say how far its builder is trusted`,
        }
      : { level, because: `${name}: the policy trusts these signers and this builder up to level ${level}` };
  const stated = Math.max(0, ...attempts.map(statedLevel));
  if (stated === 0) return null;
  return level === null
    ? {
        level: 1,
        because: `${name}: a verifier states level ${stated}, and the policy does not say how far it is trusted`,
      }
    : { level: Math.min(level, stated), because: `${name}: a verifier states level ${stated}, trusted up to ${level}` };
}

const hasProvenance = ({ statement }: Attempt): boolean => statement !== null && readProvenance(statement) !== null;

/** The build level of a summary that was verified; 0: none. */
function statedLevel({ statement }: Attempt): number {
  const summary = statement === null ? null : readVerificationSummary(statement);
  const levels = (summary?.levels ?? []).flatMap((text) => /^SLSA_BUILD_LEVEL_([1-9])$/u.exec(text)?.[1] ?? []);
  return Math.max(0, ...levels.map(Number));
}
