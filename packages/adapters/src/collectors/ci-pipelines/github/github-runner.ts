// SPDX-License-Identifier: Apache-2.0
import type { Job, Runner } from '@plumbline/core/facts/ci-pipelines';
import { parseExpression } from '../expression/parse-expression.ts';
import { possibleTexts } from '../expression/possible-texts.ts';
import { at, entriesOf, textAt, textsOf, type YamlNode } from '../yaml/yaml-node.ts';
import { type Combination, variantsOf } from './github-matrix.ts';

const hosted = /^(?:codeberg-[\w.-]+$|(?:ubuntu|windows|macos|xcode)-(?:latest|slim|\d|vs)[\w.-]*$)/i;
// Hosts of single-use machines that are rented by label.
const ephemeral =
  /^(?:buildjet|blacksmith|depot|namespace-profile|nscloud|runs-on|warp|ubicloud|codspeed|cirun|latchkey|bullfrog)[-=\w]/i;

/** Where a job runs, from `runs-on` under every combination of its matrix. Doubts fall to `unknown`. */
export function githubRunner(
  job: YamlNode,
  combinations: readonly Combination[],
  known: ReadonlyMap<string, string>,
): Pick<Job, 'runner' | 'runsOn'> {
  const runsOn = at(job, 'runs-on');
  if (runsOn === undefined) return { runner: 'unknown', runsOn: '' };
  if (runsOn.kind === 'map') {
    const described = entriesOf(runsOn).map(({ key, value }) => `${key}: ${textsOf(value).join(', ')}`);
    const labels = textsOf(at(runsOn, 'labels'));
    return {
      runner: labels.length === 0 ? 'unknown' : classify(labels, combinations, known),
      runsOn: described.join('; '),
    };
  }
  const labels = textsOf(runsOn);
  return { runner: classify(labels, combinations, known), runsOn: labels.join(', ') };
}

function classify(
  labels: readonly string[],
  combinations: readonly Combination[],
  known: ReadonlyMap<string, string>,
): Runner {
  const resolved = labels.flatMap((label) => variantsOf(label, combinations, known).flatMap(choicesOf));
  if (resolved.some((label) => label.toLowerCase() === 'self-hosted')) return 'self-hosted';
  const kinds = new Set(resolved.map(kindOf));
  const [only] = kinds;
  if (kinds.size === 1 && only !== undefined) return only;
  return kinds.size > 0 && !kinds.has('unknown') ? 'ephemeral' : 'unknown';
}

/** `${{ a && 'x' || 'y' }}` may be x or y; a label that is a JSON list is several. */
function choicesOf(label: string): readonly string[] {
  const source = /^\$\{\{([\s\S]*)\}\}$/.exec(label.trim())?.[1];
  const expression = source === undefined ? null : parseExpression(source);
  const texts = expression === null ? null : possibleTexts(expression, () => null);
  return (texts ?? [label]).flatMap((text) =>
    text.includes(',') ? text.split(',').map((part) => part.replaceAll(/[[\]"'\s]/g, '')) : [text],
  );
}

function kindOf(label: string): Runner {
  if (hosted.test(label)) return 'hosted';
  return ephemeral.test(label) ? 'ephemeral' : 'unknown';
}

/** The images of a job's `container` and `services`, with their nodes for the line. */
export function githubImages(job: YamlNode): readonly YamlNode[] {
  const container = at(job, 'container');
  const services = entriesOf(at(job, 'services')).map(({ value }) => value);
  return [container, ...services].flatMap((node) => {
    const image = node?.kind === 'map' ? at(node, 'image') : node;
    return image?.kind === 'scalar' && textAt(image) !== undefined && image.text !== '' ? [image] : [];
  });
}
