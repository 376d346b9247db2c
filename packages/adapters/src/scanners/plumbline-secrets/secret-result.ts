// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto';
import type { ToolResult } from '@plumbline/core/findings/tool-result';
import { createResult } from '@plumbline/formats/tool-reports/create-result';
import { allowedInSource } from '../embedded/allowed-in-source.ts';
import type { TextLines } from '../embedded/text-lines.ts';
import type { SecretMatch } from './match/create-secret-matcher.ts';
import { entropyOf } from './match/entropy.ts';

export const allowMark = 'plumbline:allow-secret';

const remedy =
  'Revoke it where it was issued before anything else: what was pushed is known. Then read it from a secret store at run time, and take it from the sources.';

type FoundIn = {
  readonly path: string;
  /** What the project wrote and ships, not a test, a fixture, an example or a document. */
  readonly own: boolean;
  readonly line: number;
  readonly lines: TextLines;
  /** Line in `lines`, where those are only part of the file. */
  readonly lineOfText: number;
  /** The commit that added it, when it is no longer in the tree. */
  readonly commit?: string;
};

/** A result that never holds the secret: its first characters, and where its value cannot be guessed a hash of it. */
export function secretResult(match: SecretMatch, { path, own, line, lines, lineOfText, commit }: FoundIn): ToolResult {
  const { rule } = match;
  // Most of what tests and documents show was made up; where the issuer's checksum is right, it was not.
  const doubtful = !own && match.shape !== 'right';
  const where = commit === undefined ? 'in the tree' : `in the history, added by commit ${commit.slice(0, 12)}`;
  return createResult({
    kind: 'secret',
    rule: rule.id,
    title: rule.title,
    message: `${masked(match)} ${where}. ${remedy}`,
    severity: doubtful ? 'low' : rule.severity,
    confidence: doubtful ? 'low' : confidenceOf(match),
    places: [{ path, startLine: line }],
    weaknesses: ['CWE-798'],
    fingerprints: { 'plumbline-secret/v1': fingerprintOf(match) },
    suppressed: allowedInSource(lines, lineOfText, allowMark),
    help: remedy,
  });
}

function confidenceOf({ rule, shape }: SecretMatch): 'high' | 'medium' | 'low' {
  if (shape === 'right') return 'high';
  if (shape === 'wrong') return 'low';
  return rule.form === 'token' ? 'high' : rule.confidence;
}

const shownMax = 4;

/** Every token of an issuer begins alike; of a short password less is shown, as four of eight characters would be half of it. */
function masked({ rule, secret }: SecretMatch): string {
  if (secret.startsWith('-----')) return `${secret.slice(0, secret.indexOf('-----', 5) + 5)} ***`;
  const shown = rule.form === 'token' ? shownMax : Math.min(shownMax, Math.floor(secret.length / 8));
  return `${secret.slice(0, shown)}***`;
}

const guessableBits = 100;

/**
 * Recognises a secret that moved. A plain SHA-256 of something drawn at random from 2^100 values cannot be guessed back, with a
 * salt or without; without one, the same key in two repositories is seen to be the same. What people may have made up themselves
 * gets none: whoever holds a report could try passwords on it, and a salt that stands in the repository would not stop them.
 */
function fingerprintOf({ rule, secret }: SecretMatch): string | null {
  const drawn = rule.form === 'token' || rule.confidence === 'high';
  if (!drawn || entropyOf(secret) * secret.length < guessableBits) return null;
  return createHash('sha256').update(`plumbline-secret/v1\0${rule.id}\0${secret}`).digest('hex').slice(0, 40);
}
