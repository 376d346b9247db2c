// SPDX-License-Identifier: Apache-2.0
import type { ReleaseManifest } from '@plumbline/core/release/release-manifest';
import { releaseManifestName } from '@plumbline/core/release/release-manifest';
import type { ReleaseEntry, ReleasedArtifact } from '@plumbline/core/state/release-entry';
import { counted } from '@plumbline/practices/words/counted';
import type { Style } from '@plumbline/reports/text/style';
import { visibleLine } from '@plumbline/reports/visible-text';
import type { Terminal } from '../terminal/terminal.ts';

export type Gathered = { readonly manifest: ReleaseManifest; readonly entry: ReleaseEntry; readonly folder: string };

/** Of more artifacts than this, the others are only counted. */
const artifactsMax = 20;

/** A release for people: where it is, and what its files say of each artifact. */
export function renderGathered({ manifest, entry, folder }: Gathered, { style }: Pick<Terminal, 'style'>): string {
  const { tag, commit, parts } = manifest;
  const more = entry.artifacts.length - artifactsMax;
  const lines = [
    `${style.bold(visibleLine(tag))} at ${commit.slice(0, 12)}: ${counted(parts.length, 'file')} in ${visibleLine(folder)}`,
    `  ${releaseManifestName} ${entry.manifest}`,
    ...entry.artifacts.slice(0, artifactsMax).map((artifact) => `  ${artifactWords(artifact, style)}`),
    ...(more > 0 ? [`  and ${counted(more, 'more artifact')}`] : []),
  ];
  return `${lines.join('\n')}\n`;
}

/** `app.tgz: ✓ checksum ✓ signature ✗ bill of materials ✗ provenance`. */
function artifactWords(artifact: ReleasedArtifact, style: Style): string {
  const { name, checksums, wrongChecksums, signatures, sboms, provenance } = artifact;
  const marked = (is: boolean, word: string): string => `${is ? style.green('✓') : style.red('✗')} ${word}`;
  const [wrong] = wrongChecksums;
  const words = [
    wrong === undefined
      ? marked(checksums.length > 0, 'checksum')
      : marked(false, `checksum (${visibleLine(wrong)} has another)`),
    marked(signatures.length > 0, 'signature'),
    marked(sboms.length > 0, 'bill of materials'),
    marked(provenance.length > 0, 'provenance'),
  ];
  return `${visibleLine(name)}: ${words.join(' ')}`;
}
