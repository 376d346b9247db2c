// SPDX-License-Identifier: Apache-2.0
import type { FolderAuthor, Patch } from '@plumbline/core/roadmap/patch';
import { patchOf } from '../../patching/patch-result.ts';

const ownersMax = 3;
/** Who made at least this share of the changes below a folder in the window is proposed as an owner. */
const shareMin = 0.2;

/** CODEOWNERS from the history of the last year: who really changes what. */
export const addCodeOwnersPatch: Patch = {
  id: 'add-code-owners',
  title: 'Name the owners of the code',
  reads: () => [],
  write({ evidence, folderAuthors: authors, home }) {
    const forgejo = home?.forge === 'forgejo';
    // Forgejo knows people by their names alone.
    const folderAuthors = forgejo ? authors.filter(({ owner }) => owner.startsWith('@')) : authors;
    if (evidence['code-owners']?.state === 'found')
      return { state: 'not-possible', because: 'code owners are named already: add the folders that have none there' };
    const everywhere = proposed(total(folderAuthors));
    if (everywhere.length === 0)
      return {
        state: 'not-possible',
        because:
          forgejo && authors.length > 0
            ? 'the history tells addresses, and Forgejo asks for user names'
            : 'nobody changed the code in the last year',
      };
    const folders = [...new Set(folderAuthors.map(({ folder }) => folder))].filter((folder) => folder !== '').sort();
    const rules = folders.flatMap((folder) => {
      const owners = proposed(folderAuthors.filter((author) => author.folder === folder));
      return owners.length === 0 ? [] : [`${forgejo ? expressionOf(folder) : globOf(folder)} ${owners.join(' ')}`];
    });
    const lines = [
      `# Who reviews what: proposed from the changes of the last year. ${forgejo ? 'Every' : 'The last'} rule that matches counts.`,
      `${forgejo ? '.*' : '*'} ${everywhere.join(' ')}`,
      ...rules,
      '',
    ];
    const path =
      home?.forge === 'gitlab' ? '.gitlab/CODEOWNERS' : home?.forge === 'github' ? '.github/CODEOWNERS' : 'CODEOWNERS';
    return patchOf(
      [{ path, before: null, after: lines.join('\n') }],
      ['Ask everybody named, and make their review required on the default branch'],
      '',
    );
  },
};

const globOf = (folder: string): string => `/${folder.replaceAll(/([ \\#])/g, '\\$1')}/`;

/** Forgejo's patterns are regular expressions over the whole path. */
const expressionOf = (folder: string): string => `${folder.replaceAll(/[^\w/-]/g, '\\$&')}/.*`;

function total(authors: readonly FolderAuthor[]): readonly FolderAuthor[] {
  const byOwner = new Map<string, number>();
  for (const { owner, commits } of authors) byOwner.set(owner, (byOwner.get(owner) ?? 0) + commits);
  return [...byOwner].map(([owner, commits]) => ({ folder: '', owner, commits }));
}

function proposed(authors: readonly FolderAuthor[]): readonly string[] {
  const all = authors.reduce((sum, { commits }) => sum + commits, 0);
  const ranked = [...authors].sort((a, b) => b.commits - a.commits || (a.owner < b.owner ? -1 : 1));
  const above = ranked.filter(({ commits }) => commits / all >= shareMin);
  return (above.length > 0 ? above : ranked.slice(0, 1)).slice(0, ownersMax).map(({ owner }) => owner);
}
