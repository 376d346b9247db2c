// SPDX-License-Identifier: Apache-2.0
import type { BillExpectations, TrustRequirement } from '@plumbline/core/verification/trust-policy';
import { list, map } from '../platform/record-schema/collections.ts';
import { optional, or } from '../platform/record-schema/presence.ts';
import { oneOf, text, truth, wholeNumber } from '../platform/record-schema/scalars.ts';
import type { Schema } from '../platform/record-schema/schema.ts';
import { patternWords } from './pattern-words.ts';

/** What a requirement asks of statements that carry a document of their own. */
export type PredicateEntries = {
  readonly summary?: {
    readonly verifier?: string;
    readonly resourceUri?: string;
    readonly policy?: string;
    readonly levels: readonly string[];
  };
  readonly sbom?: BillExpectations;
  readonly vex?: { readonly noAffected: boolean; readonly maxAgeDays?: number };
};

export const summary: Schema<NonNullable<PredicateEntries['summary']>> = map(
  {
    verifier: optional(text(`The id of who verified (${patternWords})`)),
    resourceUri: optional(text(`What was verified, as the verifier calls it (${patternWords})`)),
    policy: optional(text(`The address of the policy that it was held against (${patternWords})`)),
    levels: or(
      list(
        text('`SLSA_BUILD_LEVEL_2`, or a word of the verifier'),
        'Levels that it has to have reached; higher ones do',
      ),
      [],
    ),
  },
  'What a SLSA Verification Summary has to say beside that the artifact passed',
);

export const sbom: Schema<BillExpectations> = map(
  {
    content: or(
      oneOf(
        ['if-readable', 'required', 'not-asked'],
        'Whether it is compared with what is inside the artifact: where that can be seen, always, or never',
      ),
      'if-readable',
    ),
  },
  'The statement has to carry a bill of materials of the artifact',
);

export const vex: Schema<NonNullable<PredicateEntries['vex']>> = map(
  {
    noAffected: or(truth('Nothing may be said to be affected'), false),
    maxAgeDays: optional(wholeNumber(0, 36_500, 'How many days ago it may have been issued')),
  },
  'The statement has to carry statements about vulnerabilities (OpenVEX, CSAF, CycloneDX)',
);

type Expected = Pick<TrustRequirement, 'summary' | 'bill' | 'vex'>;

/** As the file has them, for the engine. */
export function expectationsOf(entries: PredicateEntries): Expected {
  const { verifier = null, resourceUri = null, policy = null, levels = [] } = entries.summary ?? {};
  const { noAffected = false, maxAgeDays = null } = entries.vex ?? {};
  return {
    ...(entries.summary === undefined ? {} : { summary: { verifier, resourceUri, policy, levels } }),
    ...(entries.sbom === undefined ? {} : { bill: entries.sbom }),
    ...(entries.vex === undefined ? {} : { vex: { noAffected, maxAgeDays } }),
  };
}

/** As the engine has them, for the file. */
export function predicateEntries({ summary: asked, bill, vex: said }: Expected): PredicateEntries {
  return {
    ...(asked === undefined
      ? {}
      : {
          summary: {
            ...(asked.verifier === null ? {} : { verifier: asked.verifier }),
            ...(asked.resourceUri === null ? {} : { resourceUri: asked.resourceUri }),
            ...(asked.policy === null ? {} : { policy: asked.policy }),
            levels: asked.levels,
          },
        }),
    ...(bill === undefined ? {} : { sbom: bill }),
    ...(said === undefined
      ? {}
      : { vex: { noAffected: said.noAffected, ...(said.maxAgeDays === null ? {} : { maxAgeDays: said.maxAgeDays }) } }),
  };
}
