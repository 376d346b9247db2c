// SPDX-License-Identifier: Apache-2.0
import type { ArchiveList, ListedRelease } from '@plumbline/engine/archive/list-archive';
import { counted } from '@plumbline/practices/words/counted';
import type { Style } from '@plumbline/reports/text/style';
import { visibleLine } from '@plumbline/reports/visible-text';
import { shownBytes } from '../terminal/shown-bytes.ts';
import type { Terminal } from '../terminal/terminal.ts';

/** An archive for people: a line a release, and what ends soon. */
export function renderList({ releases }: ArchiveList, { style }: Pick<Terminal, 'style'>): string {
  if (releases.length === 0) return 'No release is archived here.\n';
  const width = Math.min(40, Math.max(...releases.map(({ name }) => visibleLine(name).length)));
  const lines = releases.map((release) => lineOf(release, width, style));
  const kept = releases.filter((release) => release.state === 'kept');
  const ending = kept.filter(({ retention }) => retention === 'ending').length;
  const ended = kept.filter(({ retention }) => retention === 'ended').length;
  const sum = [
    counted(releases.length, 'release'),
    ...(ending === 0 ? [] : [style.yellow(`the retention of ${ending} ends within 90 days`)]),
    ...(ended === 0 ? [] : [`that of ${ended} has ended: plumbline archive prune may delete them`]),
  ];
  return `${[...lines, '', sum.join('; ')].join('\n')}\n`;
}

function lineOf(release: ListedRelease, width: number, style: Style): string {
  const name = visibleLine(release.name);
  const head = `${style.bold(name)}${' '.repeat(Math.max(0, width - name.length))}`;
  if (release.state === 'damaged') return `${head}  ${style.red('damaged entry')}: ${visibleLine(release.because)}`;
  const { objects, bytes, archivedAt } = release;
  const size = `${counted(objects.length, 'object')}, ${shownBytes(bytes)}`;
  return `${head}  ${size}, archived ${archivedAt.slice(0, 10)}, ${retentionWords(release, style)}`;
}

function retentionWords(
  { retention, retainUntil, daysLeft }: Extract<ListedRelease, { readonly state: 'kept' }>,
  style: Style,
): string {
  if (retainUntil === null) return 'retained without end';
  if (retention === 'ended') return style.dim(`retention ended ${retainUntil}`);
  const until = `retained until ${retainUntil}`;
  return retention === 'ending' ? style.yellow(`${until}, ${counted(daysLeft ?? 0, 'day')} left`) : until;
}
