// SPDX-License-Identifier: Apache-2.0
import type { Answer } from '@plumbline/core/answers/answer';
import { notApplicable, unknown } from '@plumbline/core/answers/answers';
import { cite } from '@plumbline/core/answers/cite';
import type { Seen } from '@plumbline/core/evidence/evidence';
import { nameSome } from '../words/name-some.ts';
import { shortText } from '../words/short-text.ts';

/** Where the tree holds no source: the question does not arise, unless a submodule may hold what the tree lacks. */
export function noSourceHere(tree: Seen<'repository-tree'>): Answer {
  const submodules = tree.state === 'found' ? tree.fact.submodules : [];
  if (submodules.length === 0) return notApplicable('The tree holds no source in a programming language', [cite(tree)]);
  const names = submodules.map((path) => shortText(path));
  return unknown(
    `The tree holds no source of its own, and submodules were not looked at: ${nameSome(names)}`,
    `Assess the repository of submodule ${names[0] ?? ''} by itself`,
    [cite(tree)],
  );
}
