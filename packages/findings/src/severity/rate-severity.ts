// SPDX-License-Identifier: Apache-2.0
import type { SeveritySource, Sighting } from '@plumbline/core/findings/finding';
import { severities, type Severity } from '@plumbline/core/findings/severity';
import type { CvssScore } from '@plumbline/core/values/cvss/cvss-score';
import { rateCvss } from '@plumbline/core/values/cvss/rate-cvss';
import { scoreCvss } from '@plumbline/core/values/cvss/score-cvss';

export type SeverityRating = {
  readonly severity: Severity;
  readonly from: SeveritySource;
  /** Every vector that could be computed, each once, the one that counts first. */
  readonly cvss: readonly CvssScore[];
};

const vectorsMax = 50;

/**
 * The severity of what several tools report. Vectors outrank words, because words are what each tool made of a vector, a
 * distribution or its own mind: of the vectors of version 3 and 4 the one rated highest counts, of equals the highest score; 2.0,
 * which is superseded and rates differently, only where there is no other. Without any, the highest word of a tool. What
 * nobody rated is unrated, which is no low severity.
 *
 * @param published vectors from advisories, beside those in the results
 */
export function rateSeverity(sightings: readonly Sighting[], published: readonly string[] = []): SeverityRating {
  const cvss = scoresOf(sightings, published);
  const [counts] = cvss;
  if (counts !== undefined) {
    const tools = toolsOf(sightings.filter(({ result }) => result.cvss?.some((vector) => isSame(vector, counts))));
    return { severity: rateCvss(counts.version, counts.score), from: { of: 'cvss', cvss: counts, tools }, cvss };
  }
  const severity = highest(sightings.map(({ result }) => result.severity));
  if (severity === 'unrated') return { severity, from: { of: 'nobody' }, cvss };
  const by = sightings.filter(({ result }) => result.severity === severity);
  const reported = by[0]?.result.reportedSeverity ?? null;
  return { severity, from: { of: 'tool', tools: toolsOf(by), reported }, cvss };
}

function scoresOf(sightings: readonly Sighting[], published: readonly string[]): readonly CvssScore[] {
  const vectors = new Set([...sightings.flatMap(({ result }) => result.cvss ?? []), ...published]);
  if (vectors.size === 0) return [];
  const scores = [...vectors].slice(0, vectorsMax).flatMap((vector) => scoreCvss(vector) ?? []);
  const unique = new Map(scores.map((score) => [`${score.version} ${score.vector}`, score]));
  return [...unique.values()].sort(
    (a, b) =>
      Number(a.version === '2.0') - Number(b.version === '2.0') ||
      rankOf(rateCvss(a.version, a.score)) - rankOf(rateCvss(b.version, b.score)) ||
      b.score - a.score ||
      (b.version + b.vector < a.version + a.vector ? -1 : 1),
  );
}

const rankOf = (severity: Severity): number => severities.indexOf(severity);

/** `unrated` stands last in `severities`: whoever said something outranks it. */
const highest = (said: readonly Severity[]): Severity =>
  severities[Math.min(...said.map(rankOf), severities.length - 1)] ?? 'unrated';

const isSame = (vector: string, { version, vector: counted }: CvssScore): boolean => {
  const score = scoreCvss(vector);
  return score !== null && score.version === version && score.vector === counted;
};

const toolsOf = (sightings: readonly Sighting[]): readonly string[] =>
  [...new Set(sightings.map(({ tool }) => tool))].sort();
