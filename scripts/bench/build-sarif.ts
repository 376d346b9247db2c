// SPDX-License-Identifier: Apache-2.0
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';

const rules = Array.from({ length: 200 }, (_, index) => ({
  id: `js/rule-${index}`,
  name: `js/rule-${index}`,
  shortDescription: { text: `Values of kind ${index} reach a sink` },
  fullDescription: { text: 'A value that a person outside can choose reaches a place where it is run. '.repeat(4) },
  defaultConfiguration: { level: 'warning' },
  properties: {
    tags: ['security', `external/cwe/cwe-${79 + index}`],
    precision: 'high',
    'security-severity': '7.5',
  },
}));

/** A result as CodeQL writes it: a message with a link, place and snippet, fingerprints, one related place. */
function resultOf(index: number): object {
  const uri = `packages/area-${index % 97}/src/module-${index % 1013}/file-${index % 7919}.ts`;
  const place = (line: number): object => ({
    artifactLocation: { uri, uriBaseId: '%SRCROOT%', index: index % 7919 },
    region: {
      startLine: line,
      startColumn: 7,
      endColumn: 33,
      snippet: { text: `  run(request.query.name, ${index});` },
    },
  });
  return {
    ruleId: `js/rule-${index % rules.length}`,
    ruleIndex: index % rules.length,
    rule: { id: `js/rule-${index % rules.length}`, index: index % rules.length },
    message: { text: `This call depends on a [user-provided value](1) and reaches sink number ${index}.` },
    locations: [{ physicalLocation: place((index % 2000) + 1) }],
    partialFingerprints: {
      primaryLocationLineHash: `${((index * 2_654_435_761) >>> 0).toString(16)}:1`,
      primaryLocationStartColumnFingerprint: '4',
    },
    relatedLocations: [{ id: 1, physicalLocation: place(11), message: { text: 'user-provided value' } }],
  };
}

/** Writes a SARIF log of `count` results, each on a line of its own, its rules behind them. */
export async function buildSarif(path: string, count: number): Promise<void> {
  const out = createWriteStream(path);
  const write = async (text: string): Promise<void> => {
    if (!out.write(text)) await once(out, 'drain');
  };
  await write('{"version":"2.1.0","runs":[{"results":[\n');
  for (let from = 0; from < count; from += 1000) {
    const indices = Array.from({ length: Math.min(1000, count - from) }, (_, step) => from + step);
    const lines = indices.map((index) => `${JSON.stringify(resultOf(index))}${index === count - 1 ? '' : ','}\n`);
    await write(lines.join(''));
  }
  await write(`],"tool":{"driver":{"name":"CodeQL","semanticVersion":"2.18.0","rules":${JSON.stringify(rules)}}}}]}\n`);
  out.end();
  await once(out, 'close');
}
