// SPDX-License-Identifier: Apache-2.0
import { joinedLinesOf } from '../../../platform/syntax/lines.ts';
import { type ConfigurationNode, groupNode, listNode, textNode } from '../configuration-tree.ts';

const instructionsMax = 5000;

type Stage = {
  readonly line: number;
  readonly base: string;
  readonly name: string;
  readonly instructions: ConfigurationNode[];
  user: ConfigurationNode | null;
};

/**
 * `stages/N` with `base`, `last` (`true` for the one that becomes the image), `user` (the last that was set) and
 * `instructions/N` with `name` and `text`. Here-documents count as text of nothing.
 */
export function readDockerfile(text: string): ConfigurationNode {
  const stages: Stage[] = [];
  let count = 0;
  for (const { number: line, text: written } of joinedLinesOf(text, { dropComments: true })) {
    const [, name = '', rest = ''] = /^\s{0,40}([A-Za-z]{2,15})\s(.{0,8000})/su.exec(written) ?? [];
    if (name === '' || (count += 1) > instructionsMax) continue;
    const instruction = name.toUpperCase();
    if (instruction === 'FROM') stages.push(stageOf(rest.trim(), line, stages));
    const stage = stages.at(-1);
    if (stage === undefined) continue;
    if (instruction === 'USER') stage.user = textNode(rest.trim(), line);
    stage.instructions.push(
      groupNode(
        [
          ['name', textNode(instruction, line)],
          ['text', textNode(rest.trim(), line)],
        ],
        line,
      ),
    );
  }
  const nodes = stages.map((stage, index) => stageNode(stage, index === stages.length - 1));
  return groupNode([['stages', listNode(nodes, 1)]], 1);
}

/** A stage that is made from another begins with its user. */
function stageOf(from: string, line: number, before: readonly Stage[]): Stage {
  const [base = '', as = '', name = ''] = from.split(/\s+/).filter((word) => !word.startsWith('--'));
  const parent = before.find((stage) => stage.name !== '' && stage.name === base.toLowerCase());
  return {
    line,
    base: from,
    name: as.toLowerCase() === 'as' ? name.toLowerCase() : '',
    instructions: [],
    user: parent?.user ?? null,
  };
}

function stageNode({ line, base, instructions, user }: Stage, last: boolean): ConfigurationNode {
  return groupNode(
    [
      ['base', textNode(base, line)],
      ['last', textNode(String(last), line)],
      ...(user === null ? [] : [['user', user] as const]),
      ['instructions', listNode(instructions, line)],
    ],
    line,
  );
}
