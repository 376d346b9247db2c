// SPDX-License-Identifier: Apache-2.0
import { policyFunctions } from '@plumbline/policy/vocabulary/functions';
import { listShapes, subjectShapes, variableOf, type Field } from '@plumbline/policy/vocabulary/subject-shapes';
import type { GeneratedFile } from '../write-generated.ts';
import { generatedNote } from './generated-note.ts';

/** Everything that an expression of a gate policy can say. */
export function policyVocabularyPage(): GeneratedFile {
  const subjects = Object.entries(variableOf).flatMap(([subject, variable]) => [
    `## \`of: ${subject}\`: \`${variable}\``,
    '',
    '| field | type | what it says |',
    '|---|---|---|',
    ...Object.entries<Field>(subjectShapes[variable]).map(
      ([name, { type, doc, mayBeUnknown }]) =>
        `| \`${name}\` | ${type}${mayBeUnknown === true ? ', may be unknown' : ''} | ${doc.replaceAll('|', '\\|')} |`,
    ),
    '',
  ]);
  return {
    path: 'docs/generated/policy-vocabulary.md',
    text: [
      '# What the policies of the gate can say',
      '',
      generatedNote('packages/policy/src/vocabulary'),
      '',
      'Expressions are [CEL](https://cel.dev) with its extension for strings; `matches` takes RE2 patterns. `today` is the day of the',
      'decision. Rules `of: change` may also go through the lists ' +
        `${Object.keys(listShapes)
          .map((list) => `\`${list}\``)
          .join(', ')}. A field that may be unknown`,
      'makes the rule "could not assess" where its value decides and nobody knows it.',
      '',
      ...subjects,
      '## Functions',
      '',
      '| call | what it gives |',
      '|---|---|',
      ...policyFunctions.map(({ call, doc }) => `| \`${call}\` | ${doc} |`),
      '',
    ].join('\n'),
  };
}
