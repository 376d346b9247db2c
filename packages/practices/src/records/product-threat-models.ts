// SPDX-License-Identifier: Apache-2.0
import type { Answer } from '@plumbline/core/answers/answer';
import { no, unknown } from '@plumbline/core/answers/answers';
import { cite, citeAll } from '@plumbline/core/answers/cite';
import type { Seen } from '@plumbline/core/evidence/evidence';
import type { ThreatModel } from '@plumbline/core/facts/threat-models';
import { shortText } from '../words/short-text.ts';

/** Models of this product that say something, at least one, or the answer where there is none. */
export type ProductThreatModels =
  | { readonly models: readonly [ThreatModel, ...ThreatModel[]]; readonly refusal: null }
  | { readonly models: null; readonly refusal: Answer };

// Doubtful case 14: it names threats or trust boundaries. Prose was read for that when it was collected.
const saysSomething = (model: ThreatModel): boolean =>
  !model.placeholder && (model.threats === null || model.threats.length > 0 || model.trustBoundaries > 0);

/** Where no model is in the tree, a link to one elsewhere makes it unknown. */
export function productThreatModels(
  item: Seen<'threat-models'>,
  documents: Seen<'project-documents'>,
): ProductThreatModels {
  const models = item.state === 'absent' ? [] : item.fact.models;
  const [first, ...rest] = models.filter((model) => saysSomething(model));
  if (first !== undefined) return { models: [first, ...rest], refusal: null };
  const linked = documents.state === 'absent' ? [] : documents.fact.elsewhere;
  const link = linked.find(({ topic }) => topic === 'threat-model');
  if (link !== undefined) {
    const refusal = unknown(
      `The threat model is said to be at ${shortText(link.url)}`,
      'Keep the threat model in the repository, or record it under security/threat-models',
      [cite(documents, { at: link.at })],
    );
    return { models: null, refusal };
  }
  const waiting = models.filter(({ placeholder }) => placeholder);
  const [placeholder] = waiting;
  if (placeholder !== undefined) {
    const path = shortText(placeholder.at.path);
    const at = waiting.map((model) => model.at);
    // Nobody has said anything yet: neither yes nor no.
    return {
      models: null,
      refusal: unknown(`${path} is still the text of a template`, `Fill in ${path}`, citeAll(item, at)),
    };
  }
  const because =
    item.state === 'absent'
      ? `No threat model of this product: ${shortText(item.lookedIn)}`
      : `No threat model names a threat or a trust boundary (${models.length} looked at)`;
  return {
    models: null,
    refusal: no(
      because,
      citeAll(
        item,
        models.map(({ at }) => at),
      ),
    ),
  };
}
