// SPDX-License-Identifier: Apache-2.0
import type { Answer } from '@plumbline/core/answers/answer';
import { no, notApplicable, unknown, yes } from '@plumbline/core/answers/answers';
import { cite } from '@plumbline/core/answers/cite';
import type { Seen } from '@plumbline/core/evidence/evidence';
import type { ReleaseArtifacts } from '@plumbline/core/facts/release-artifacts';
import { counted } from '../words/counted.ts';
import { shortText } from '../words/short-text.ts';

type Artifact = ReleaseArtifacts['artifacts'][number];

/** `has`: whether one artifact has it, null where nobody looked. `what` completes "2 of 3 artifacts have …". */
export type ArtifactWish = { readonly has: (artifact: Artifact) => boolean | null; readonly what: string };

/** Whether every published artifact of the release has something. A release without files has nothing to have it. */
export function everyArtifact(item: Seen<'release-artifacts'>, { has, what }: ArtifactWish): Answer {
  if (item.state === 'absent') return notApplicable(`There is no release: ${shortText(item.lookedIn)}`, [cite(item)]);
  const { artifacts, release } = item.fact;
  const name = shortText(release);
  if (artifacts.length === 0) return notApplicable(`Release ${name} has no files of its own`, [cite(item)]);
  const having = artifacts.filter((artifact) => has(artifact) === true).length;
  const measures = [{ name: `artifacts that have ${what}`, value: having, of: artifacts.length }];
  const because = `${having} of ${counted(artifacts.length, 'artifact')} of release ${name} have ${what}`;
  const lacking = artifacts.find((artifact) => has(artifact) === false);
  if (lacking !== undefined) return no(`${because}; ${shortText(lacking.name)} does not`, [cite(item)], measures);
  if (having < artifacts.length)
    return unknown(
      `${because}; the others were not looked at`,
      'Look at every artifact of the release',
      [cite(item)],
      measures,
    );
  return yes(because, [cite(item)], measures);
}
