// SPDX-License-Identifier: Apache-2.0
import { execFileSync } from 'node:child_process';

export type ArchiveWish = {
  /** The folder that is packed. */
  readonly folder: string;
  /** Under which name its content lies in the archive. */
  readonly top: string;
  readonly file: string;
  /** Names left out, wherever they lie. */
  readonly without?: readonly string[];
  /** Seconds since 1970, of every entry. */
  readonly time: string;
};

/**
 * A tar.gz whose bytes follow from content, names and executable bits alone, as reproducible-builds.org/docs/archives asks: sorted
 * names, one time, no owner, two modes.
 */
export function writeArchive({ folder, top, file, without = [], time }: ArchiveWish): void {
  const args = [
    '--create',
    '--format=posix',
    '--pax-option=exthdr.name=%d/PaxHeaders/%f,delete=atime,delete=ctime',
    '--sort=name',
    `--mtime=@${time}`,
    '--owner=0',
    '--group=0',
    '--numeric-owner',
    '--mode=u=rwX,go=rX',
    ...without.map((name) => `--exclude=${name}`),
    // Names only: what a link points to stays as it is.
    `--transform=flags=rSH;s,^\\.,${top},`,
    '--use-compress-program=gzip --no-name --best',
    `--file=${file}`,
    `--directory=${folder}`,
    '.',
  ];
  execFileSync('tar', args, { env: { ...process.env, LC_ALL: 'C', TZ: 'UTC' }, stdio: 'inherit' });
}
