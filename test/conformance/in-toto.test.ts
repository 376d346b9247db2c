// SPDX-License-Identifier: Apache-2.0
import { detectFormat } from '@plumbline/formats/detect/detect-format';
import { parseInToto } from '@plumbline/formats/in-toto/parse-in-toto';
import { describe, expect, test } from 'vitest';
import { corpus } from './corpus.ts';

const files = corpus('in-toto');
/** Neither a statement nor an envelope of one, among them two that are no JSON. */
const refused: ReadonlySet<string> = new Set([
  'ampel__pkg__context__testdata__context.json',
  'gcb_container__v0.2__gcloud-container-no-signature.json',
  'gcb_container__v0.3__gcloud-container-no-signature.json',
  'guac__eol-sapmachine.json',
  'guac__kubernetes-scorecard.json',
  'happy-path-v0.3__bundle.sigstore.json',
  'bundle-invalid-base64-signature_fail__bundle.sigstore.json',
]);

describe.each(files.filter(({ name }) => !refused.has(name)))('$name', ({ name, bytes }) => {
  test('is recognised, and gives statements with subjects', () => {
    expect(detectFormat(bytes)).toEqual({ state: 'known', format: 'in-toto' });
    const parsed = parseInToto(bytes);
    const statements = parsed.state === 'parsed' ? parsed.found : [];
    expect(statements.length).toBeGreaterThan(0);
    // One writes its members in snake case: it is kept, with problems.
    expect(statements.every(({ predicateType, problems }) => predicateType !== '' || problems.length >= 2)).toBe(true);
    // Bare ones among them are of guac and ampel; all others come in an envelope with a signature.
    expect(statements.every(({ signed }) => signed)).toBe(!/^(?:guac|ampel__pkg)__/.test(name));
  });
});

test.each(files.filter(({ name }) => name.startsWith('gha_')))(
  '$name names its builder, version, source, commit and end',
  ({ bytes }) => {
    const parsed = parseInToto(bytes);
    const [statement] = parsed.state === 'parsed' ? parsed.found : [];
    expect(statement).toMatchObject({
      builder: expect.stringContaining('slsa-github-generator'),
      toolVersion: expect.stringMatching(/^v\d/),
      source: { uri: expect.stringContaining('slsa-framework/example-package') },
      commit: expect.stringMatching(/^[0-9a-f]{40}$/),
    });
  },
);

test.each(files.filter(({ name }) => refused.has(name)))('$name is refused with a reason', ({ bytes }) => {
  const parsed = parseInToto(bytes);
  expect(parsed).toMatchObject({ state: 'failed', fault: { because: expect.any(String) } });
});
