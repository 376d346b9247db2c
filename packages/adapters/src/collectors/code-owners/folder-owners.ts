// SPDX-License-Identifier: Apache-2.0
import { readYaml } from '../../platform/located-yaml/read-yaml.ts';
import { isFields, memberAt, membersOf, textsOf } from '../../platform/syntax/json-value.ts';
import { linearExpression } from './linear-expression.ts';
import type { Ownership } from './ownership.ts';

/** An OWNERS file of one folder: who owns what is in it, and whether owners of folders above count too. */
export type FolderOwners = {
  readonly folder: string;
  readonly owners: readonly string[];
  /** Owners by file name, each with its expression; null where it is not understood. */
  readonly filtered: readonly {
    readonly matches: ((name: string) => boolean) | null;
    readonly owners: readonly string[];
  }[];
  readonly inherits: boolean;
  readonly problem: { readonly line: number; readonly message: string } | null;
};

/** Who may approve; reviewers, emeriti and labels own nothing. */
const owning = ['approvers', 'owners', 'maintainers'];

const approvers = (of: unknown): readonly string[] => owning.flatMap((key) => textsOf(memberAt(of, [key])));

/** Kubernetes' OWNERS (YAML: approvers, filters, no_parent_owners), or Chromium's (a name a line). */
export function parseFolderOwners(folder: string, text: string): FolderOwners {
  const reading = readYaml(text);
  if (reading.state === 'refused' || !isFields(reading.value)) return parseNames(folder, text);
  const { value } = reading;
  return {
    folder,
    owners: approvers(value),
    filtered: membersOf(memberAt(value, ['filters'])).map(([expression, entry]) => ({
      matches: linearExpression(expression),
      owners: approvers(entry),
    })),
    inherits: memberAt(value, ['options', 'no_parent_owners']) !== true,
    problem: null,
  };
}

function parseNames(folder: string, text: string): FolderOwners {
  const lines = text.split(/\r?\n/u).map((line) => line.replace(/#.*$/u, '').trim());
  const owners = lines.filter((line) => /^(?:[\w.+-]+@[\w.-]+|@[\w-]+(?:\/[\w-]+)?|\*)$/u.test(line));
  const strange = lines.findIndex(
    (line) =>
      line !== '' &&
      !/^(?:[\w.+-]+@[\w.-]+|@[\w-]+(?:\/[\w-]+)?|\*|set noparent|per-file .*|file:.*|include .*)$/u.test(line),
  );
  return {
    folder,
    owners,
    filtered: [],
    inherits: !lines.includes('set noparent'),
    problem: strange < 0 ? null : { line: strange + 1, message: 'neither YAML of Kubernetes nor a list of owners' },
  };
}

/** A path is owned when its folder or one above names an approver; a folder may refuse those above. */
export function folderOwnership(files: readonly FolderOwners[]): Ownership {
  const byFolder = new Map(files.map((file) => [file.folder, file]));
  const all = files.flatMap((file) => [...file.owners, ...file.filtered.flatMap(({ owners }) => owners)]);
  return {
    rules: files.length,
    owners: new Set(all.map((owner) => owner.toLowerCase())),
    problems: files.flatMap(({ problem }) => (problem === null ? [] : [problem])),
    isOwned: (path) => {
      const segments = path.split('/');
      for (let depth = segments.length - 1; depth >= 0; depth -= 1) {
        const file = byFolder.get(segments.slice(0, depth).join('/'));
        if (file === undefined) continue;
        const name = segments.slice(depth).join('/');
        if (
          file.owners.length > 0 ||
          file.filtered.some(({ matches, owners }) => owners.length > 0 && matches?.(name) === true)
        )
          return true;
        if (!file.inherits) return false;
      }
      return false;
    },
  };
}
