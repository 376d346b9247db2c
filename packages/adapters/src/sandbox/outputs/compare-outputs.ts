// SPDX-License-Identifier: Apache-2.0
import { join } from 'node:path';
import type { BuildConditions } from '@plumbline/core/building/build-conditions';
import type { BuildOutput } from '@plumbline/core/building/build-run';
import type { OutputDifference } from '@plumbline/core/building/output-difference';
import { archiveMembers } from './archive-members.ts';
import { conditionTraces } from './condition-traces.ts';
import type { BuiltFolder } from './keep-outputs.ts';

/** One of the outputs of one build. */
export type BuiltFile = { readonly place: string; readonly conditions: BuildConditions };

const membersShown = 50;

/** Where two builds differ, file by file, and archives down to their members. */
export async function compareOutputs(first: BuiltFolder, second: BuiltFolder): Promise<readonly OutputDifference[]> {
  const others = new Map(second.run.outputs.map((output) => [output.path, output]));
  const differences: OutputDifference[] = [];
  for (const output of first.run.outputs) {
    const other = others.get(output.path);
    others.delete(output.path);
    if (other === undefined) differences.push(only('only-first', output.path));
    else if (other.sha256 !== output.sha256)
      differences.push(await contentDifference(output, fileOf(first, output.path), fileOf(second, output.path)));
    else if (other.executable !== output.executable)
      differences.push({
        path: output.path,
        what: 'executable-bit',
        because: `it is executable in the ${output.executable ? 'first' : 'second'} build only`,
        members: [],
      });
  }
  return [...differences, ...[...others.keys()].map((path) => only('only-second', path))];
}

const fileOf = ({ run, folder }: BuiltFolder, path: string): BuiltFile => ({
  place: join(folder, path),
  conditions: run.conditions,
});

function only(what: 'only-first' | 'only-second', path: string): OutputDifference {
  return { path, what, because: `only the ${what === 'only-first' ? 'first' : 'second'} build made it`, members: [] };
}

async function contentDifference(
  { path }: BuildOutput,
  first: BuiltFile,
  second: BuiltFile,
): Promise<OutputDifference> {
  const [one, two] = await Promise.all([archiveMembers(first.place), archiveMembers(second.place)]);
  if (one === null || two === null || one.format !== two.format)
    return { path, what: 'content', because: 'its bytes differ', members: await conditionTraces(first, second) };
  const members = memberDifferences(one.members, two.members);
  const named = members.slice(0, membersShown);
  const more = members.length > membersShown ? [`and ${members.length - membersShown} more`] : [];
  const because =
    members.length > 0
      ? `what lies in the ${one.format} differs`
      : `the same lies in the ${one.format}: times, owners, modes or the packing differ`;
  return { path, what: 'content', because, members: [...named, ...more] };
}

const shown = (name: string): string => (name === '' ? 'the packed content' : name);

/** One line a member. */
export function memberDifferences(
  first: ReadonlyMap<string, string>,
  second: ReadonlyMap<string, string>,
): readonly string[] {
  const lines = [
    ...[...first].flatMap(([name, sha256]) => {
      const other = second.get(name);
      if (other === undefined) return [`${shown(name)}: only in the first`];
      return other === sha256 ? [] : [`${shown(name)}: content`];
    }),
    ...[...second.keys()].flatMap((name) => (first.has(name) ? [] : [`${shown(name)}: only in the second`])),
  ];
  if (lines.length > 0) return lines;
  const names = [...second.keys()];
  const moved = [...first.keys()].findIndex((name, index) => names[index] !== name);
  return moved === -1 ? [] : [`the order of the members, from number ${moved + 1} on`];
}
