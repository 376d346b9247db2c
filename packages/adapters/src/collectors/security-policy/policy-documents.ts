// SPDX-License-Identifier: Apache-2.0
import { isDocumentation, isForeign, type ProsePath } from '../../platform/prose/prose-path.ts';

/** How much a document's name promises: `policy` is read whole, of `other` only what it says about reporting. */
export type PolicyCandidate = { readonly path: string; readonly role: 'policy' | 'other' };

const othersMax = 150;

const policyHome = /^(?:|\.github|\.gitlab|\.gitea|\.forgejo|docs?|documentation|\.)$/u;
const policyStem =
  /^(?:security|security[-_. ]?policy|vulnerability[-_]?(?:disclosure|policy|reporting|management)(?:[-_]policy)?|(?:responsible|coordinated)[-_]disclosure|reporting[-_](?:security[-_]issues|vulnerabilit(?:y|ies))|security[-_](?:reporting|disclosure|reports?|process|release[-_]process|vulnerability[-_]response))$/u;
const otherStem = /secur|vulnerab|disclos|contribut|report|^maintain/u;

/** The documents that may hold the policy, the likeliest first. */
export function policyCandidates(all: readonly ProsePath[]): readonly PolicyCandidate[] {
  const documents = all.filter((document) => !isForeign(document));
  const policies = documents.filter(isPolicyFile).sort((a, b) => a.folders.length - b.folders.length);
  const others = documents
    .filter((document) => !isPolicyFile(document) && isOther(document))
    .sort((a, b) => a.folders.length - b.folders.length)
    .slice(0, othersMax);
  return [
    ...policies.map(({ path }): PolicyCandidate => ({ path, role: 'policy' })),
    ...others.map(({ path }): PolicyCandidate => ({ path, role: 'other' })),
  ];
}

function isPolicyFile({ folders, stem, ending }: ProsePath): boolean {
  if (ending === 'html') return false;
  const folder = folders.join('/');
  if (policyHome.test(folder)) return policyStem.test(stem);
  // A folder of its own: security/README.md, docs/security/policy.md.
  return (
    /^(?:docs?\/|\.github\/)?security$/u.test(folder) &&
    (/^(?:readme|index|policy)$/u.test(stem) || policyStem.test(stem))
  );
}

function isOther(document: ProsePath): boolean {
  const { folders, stem, ending } = document;
  if (folders.length > 6 || ending === 'html') return false;
  if (folders.length === 0) return /^readme|^bugs$|^hacking$/u.test(stem) || otherStem.test(stem);
  if (!isDocumentation(document)) return false;
  return (
    otherStem.test(stem) ||
    (folders.length === 1 && stem.startsWith('readme')) ||
    /^(?:security|contributing)$/u.test(folders.at(-1) ?? '')
  );
}
