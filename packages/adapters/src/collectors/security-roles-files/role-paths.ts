// SPDX-License-Identifier: Apache-2.0
import type { TreePaths } from '../../platform/paths/tree-paths.ts';
import { isForeign, type ProsePath } from '../../platform/prose/prose-path.ts';

/** How a file is to be read. */
export type RoleFile = {
  readonly path: string;
  readonly reading: 'contacts' | 'prose' | 'aliases' | 'code-owners' | 'maintainers';
};

const filesMax = 80;

const contacts =
  /^security[-_. ]?(?:contacts?|advisors?|team|response[-_]team|officers?|committee|leads?|owners?|maintainers?|champions?|stewards?)$/u;
const governing =
  /^(?:governance|maintainers?|owners|security|committers|code_?owners?|team|teams|roles|leadership|steering(?:[-_]committee)?|tsc|charter|project[-_]?(?:roles|team|governance)|core[-_]?team|who[-_]?we[-_]?are|people|contacts?|security[-_](?:policy|process|response|release[-_]process)|incident[-_]response(?:[-_](?:plan|policy|process))?|vulnerability[-_](?:management|response|handling)(?:[-_](?:team|policy))?|psirt|contributor[-_]?ladder|community[-_]?membership|authors)$/u;
const homes =
  /^(?:|\.github|\.gitlab|\.gitea|\.forgejo|docs?|documentation|community|governance|security|project|docs?\/(?:community|governance|security|project|contributing|contribute|development|maintainers?|internals|team|about|handbook|process)|(?:community|governance|project)\/[\w-]+)$/u;

/** The files of a tree that can name who is accountable for security. */
export function rolePaths({ files, documents }: TreePaths): readonly RoleFile[] {
  return [...files.map(listOfRoles), ...documents().map(documentOfRoles)]
    .filter((file) => file !== null)
    .sort((a, b) => a.path.split('/').length - b.path.split('/').length || (a.path < b.path ? -1 : 1))
    .slice(0, filesMax);
}

function listOfRoles(path: string): RoleFile | null {
  if (/^OWNERS_ALIASES(?:\.ya?ml)?$/u.test(path)) return { path, reading: 'aliases' };
  if (!/(?:^|\/)CODEOWNERS$/u.test(path)) return null;
  return homes.test(path.slice(0, -'/CODEOWNERS'.length).toLowerCase()) ? { path, reading: 'code-owners' } : null;
}

function documentOfRoles(document: ProsePath): RoleFile | null {
  const { path } = document;
  if (isList(document) || document.ending === 'html' || isForeign(document)) return null;
  if (!homes.test(document.folders.join('/'))) return null;
  if (contacts.test(document.stem)) return { path, reading: 'contacts' };
  if (!governing.test(document.stem) && !(document.folders.at(-1) === 'security' && document.stem === 'readme'))
    return null;
  return { path, reading: document.stem === 'maintainers' && document.ending === '' ? 'maintainers' : 'prose' };
}

/** Without an ending and in capitals these look like documents too. */
const isList = ({ stem, ending }: ProsePath): boolean =>
  ending === '' && (stem === 'codeowners' || stem === 'owners_aliases');
