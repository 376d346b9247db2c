// SPDX-License-Identifier: Apache-2.0
import type { Job, Runner } from '@plumbline/core/facts/ci-pipelines';
import { parseExpression } from '../expression/parse-expression.ts';
import { possibleTexts } from '../expression/possible-texts.ts';
import { at, entriesOf, textAt, textsOf, type YamlNode } from '../yaml/yaml-node.ts';
import { variantsOf } from './github-matrix.ts';
import type { StepScope } from './step-scope.ts';

// GitHub's standard runners, and Codeberg's. Any other label is somebody's own choice: a larger runner or a machine.
const hosted =
  /^(?:codeberg-[\w.-]+|ubuntu-(?:latest|slim|\d\d\.\d\d)(?:-arm)?|windows-(?:latest|20\d\d|\d\d)(?:-(?:arm|vs20\d\d))?|macos-(?:latest|\d\d(?:\.\d{1,2})?)(?:-(?:large|xlarge|intel))?)$/i;
// Hosts of single-use machines that are rented by label.
const ephemeral =
  /^(?:buildjet|blacksmith|depot|namespace-profile|nscloud|runs-on|warp|ubicloud|codspeed|cirun|latchkey|bullfrog)[-=\w]/i;

type Values = Pick<StepScope, 'combinations' | 'known' | 'choices'>;

/** Where a job runs, from `runs-on` under every combination of its matrix. Doubts fall to `unknown`. */
export function githubRunner(job: YamlNode, scope: Values): Pick<Job, 'runner' | 'runsOn'> {
  const runsOn = at(job, 'runs-on');
  if (runsOn === undefined) return { runner: 'unknown', runsOn: '' };
  if (runsOn.kind === 'map') {
    const described = entriesOf(runsOn).map(({ key, value }) => `${key}: ${textsOf(value).join(', ')}`);
    const labels = textsOf(at(runsOn, 'labels'));
    return {
      runner: labels.length === 0 ? 'unknown' : classify(labels, scope),
      runsOn: described.join('; '),
    };
  }
  const labels = textsOf(runsOn);
  return { runner: classify(labels, scope), runsOn: labels.join(', ') };
}

function classify(labels: readonly string[], scope: Values): Runner {
  const resolved = labels.flatMap((label) =>
    variantsOf(label, scope.combinations, scope.known).flatMap((variant) => choicesOf(variant, scope)),
  );
  if (resolved.some((label) => label.toLowerCase() === 'self-hosted')) return 'self-hosted';
  const kinds = new Set(resolved.map(kindOf));
  const [only] = kinds;
  if (kinds.size === 1 && only !== undefined) return only;
  return kinds.size > 0 && !kinds.has('unknown') ? 'ephemeral' : 'unknown';
}

/** `${{ a && 'x' || 'y' }}` may be x or y, `matrix.os || 'x'` each os and x; a label that is a JSON list is several. */
function choicesOf(label: string, scope: Values): readonly string[] {
  const source = /^\$\{\{([\s\S]*)\}\}$/.exec(label.trim())?.[1];
  const expression = source === undefined ? null : parseExpression(source);
  const texts = expression === null ? null : possibleTexts(expression, (path) => valuesIn(path, scope));
  return (texts ?? [label]).flatMap((text) =>
    text.includes(',') ? text.split(',').map((part) => part.replaceAll(/[[\]"'\s]/g, '')) : [text],
  );
}

/** The values of `matrix.x` where some combination has one (those without it choose nothing), and what an input may be. */
function valuesIn(path: string, { combinations, choices }: Values): readonly string[] | null {
  const values = new Set(combinations.map((combination) => combination.get(path) ?? ''));
  values.delete('');
  return path.startsWith('matrix.') && values.size > 0 ? [...values] : (choices.get(path) ?? null);
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
