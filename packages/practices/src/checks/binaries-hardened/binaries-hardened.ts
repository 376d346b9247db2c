// SPDX-License-Identifier: Apache-2.0
import type { Check } from '@plumbline/core/answers/check';
import { defineCheck } from '@plumbline/core/answers/check';
import { no, notApplicable, unknown, yes } from '@plumbline/core/answers/answers';
import { cite, citeAll } from '@plumbline/core/answers/cite';
import type { PublishedArtifact, ReleaseArtifacts } from '@plumbline/core/facts/release-artifacts';
import type { ReleasedBinary } from '@plumbline/core/state/release-entry';
import { artifactPlace, nothingReleased } from '../../reports/every-artifact.ts';
import { allCounted } from '../../words/all-counted.ts';
import { counted } from '../../words/counted.ts';
import { nameSome } from '../../words/name-some.ts';
import { noneCounted } from '../../words/none-counted.ts';
import { shortText } from '../../words/short-text.ts';

// SP 800-218 PW.6.2 examples 5 and 6: test that the features work, and that the configuration is in use.
export const binariesHardened: Check = defineCheck({
  id: 'binaries-hardened',
  question: 'Is every binary of the newest release position independent, protected and without an executable stack?',
  scope: 'release',
  needs: ['release-artifacts'],
  strength: 'observed',
  automation: 'automatic',
  guide: {
    shows:
      'Each ELF or PE file among the artifacts, also in zip, tar and gzip, carries PIE, RELRO, NX, stack canaries and fortified calls, or their counterparts.',
    doesNotShow:
      'Whether the protections hold against an attack. Static and stripped binaries do not show all of them.',
    resolve:
      'Gather the newest release (`plumbline release TAG --artifact FILE...`), in archives that can be looked into: zip, tar or tar.gz of ELF and PE files.',
  },
  remedy: {
    effort: 'hours',
    steps: [
      'See which protections are missing (plumbline assess --verbose, or checksec)',
      'Set the missing flags where the binaries are built, and release again',
    ],
    after: ['compiler-hardening-enabled'],
  },
  answer({ 'release-artifacts': item }) {
    if (item.state === 'absent') return nothingReleased(item);
    const { artifacts, release } = item.fact;
    const name = shortText(release);
    const binaries = artifacts.flatMap((artifact) => (artifact.binaries ?? []).map((binary) => ({ artifact, binary })));
    const soft = binaries.filter(({ binary }) => binary.hardened === false);
    const hardened = binaries.filter(({ binary }) => binary.hardened === true);
    const measures = [{ name: 'binaries hardened', value: hardened.length, of: binaries.length }];
    const places = (of: readonly Located[]): readonly string[] => of.map((one) => placeOf(item.fact, one));
    if (soft.length > 0)
      return no(
        `${soft.length} of ${counted(binaries.length, 'binary', 'binaries')} of release ${name} ${soft.length === 1 ? 'is' : 'are'} not hardened: ${nameSome(soft.map((one) => wordsOf(one)))}`,
        citeAll(item, places(soft)),
        measures,
      );
    const unseen = artifacts.find((artifact) => artifact.binaries === null);
    if (unseen !== undefined)
      return unknown(
        `${shortText(unseen.name)} of release ${name} could not be looked into whole`,
        'Gather it as a zip, tar or tar.gz of ELF or PE files that is whole (other packings and Mach-O are not read)',
        [cite(item, { at: artifactPlace(item.fact, unseen) })],
        measures,
      );
    if (binaries.length === 0)
      return notApplicable(`${noneCounted(artifacts.length, 'artifact')} of release ${name} has a native binary`, [
        cite(item),
      ]);
    const open = binaries.filter(({ binary }) => binary.hardened === null);
    if (open.length > 0)
      return unknown(
        `Nothing is missing in what can be seen, but ${open.length} of ${counted(binaries.length, 'binary', 'binaries')} do not show all: ${nameSome(open.map((one) => wordsOf(one)))}`,
        'Build them so that they show it: dynamically linked, and with the symbols that the loader needs',
        citeAll(item, places(open)),
        measures,
      );
    return yes(
      `Hardened, of release ${name}: ${allCounted(binaries.length, 'binary', 'binaries')}`,
      citeAll(item, places(binaries)),
      measures,
    );
  },
});

type Located = { readonly artifact: PublishedArtifact; readonly binary: ReleasedBinary };

function placeOf(release: ReleaseArtifacts, { artifact, binary: { path } }: Located): string {
  return artifactPlace(release, artifact, path === '' ? [] : [path]);
}

/** `bin/app (pie missing, relro partial)`. */
function wordsOf({ artifact, binary: { path, protections } }: Located): string {
  const lacking = Object.entries(protections)
    .filter(([, state]) => state !== 'present' && state !== 'not-applicable')
    .map(([protection, state]) => `${protection} ${state.replace('-', ' ')}`);
  return `${path === '' ? artifact.name : path} (${lacking.join(', ')})`;
}
