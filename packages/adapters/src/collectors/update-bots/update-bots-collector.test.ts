// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { collectorInput } from '../../testing/collector-input.ts';
import { parseJson5 } from './parse-json5.ts';
import { updateBotsCollector } from './update-bots-collector.ts';

const collect = async (files: { readonly [path: string]: string }) =>
  (await updateBotsCollector.collect(collectorInput(files)))[0];

const dependabot = `version: 2
updates:
  - package-ecosystem: gomod
    directory: /
    schedule: { interval: weekly }
  - package-ecosystem: "github-actions"
    directories: ["/", "/.github/actions/*"]
    schedule: { interval: weekly }
  - package-ecosystem: npm
    directory: /web
    open-pull-requests-limit: 0
`;

describe('update bots', () => {
  it('sees services that are no bot of the forge', async () => {
    const conductor =
      'on: repository_dispatch\njobs:\n  a:\n    steps:\n      - uses: "packagist/conductor-github-action@3513567296cf906ee3c97ba63df6f6d7ddcc55a5"\n';
    expect(await collect({ '.github/workflows/update.yml': conductor })).toMatchObject({
      fact: { bots: [{ bot: 'other', enabled: true, ecosystems: ['composer'] }] },
    });
    expect(
      await collect({ '.github/workflows/ci.yml': '# uses: packagist/conductor-github-action@v1\n' }),
    ).toMatchObject({
      state: 'absent',
    });
    expect(await collect({ '.pyup.yml': 'update: false\n' })).toMatchObject({ fact: { bots: [{ enabled: false }] } });
    expect(
      await collect({ '.whitesource': '{"remediateSettings": {"workflowRules": {"enabled": true}}}' }),
    ).toMatchObject({ fact: { bots: [{ enabled: true }] } });
    expect(await collect({ '.whitesource': '{"scanSettings": {}}' })).toMatchObject({
      fact: { bots: [{ enabled: false }] },
    });
  });

  it('reads Dependabot and tells security updates apart', async () => {
    expect(await collect({ '.github/dependabot.yml': dependabot })).toMatchObject({
      state: 'found',
      location: '.github/dependabot.yml',
      fact: {
        bots: [
          {
            bot: 'dependabot',
            enabled: true,
            ecosystems: ['golang', 'github-actions'],
            directories: ['/', '/.github/actions/*'],
          },
          { bot: 'dependabot', enabled: true, ecosystems: ['npm'], directories: ['/web'], securityUpdatesOnly: true },
        ],
      },
    });
  });

  it('reads Renovate with comments, bare keys and trailing commas', async () => {
    const text =
      "// why\n{\n  extends: ['config:recommended'], /* all */\n  enabledManagers: ['cargo', \"github-actions\",],\n}";
    expect(await collect({ 'renovate.json5': text })).toMatchObject({
      fact: { bots: [{ bot: 'renovate', enabled: true, ecosystems: ['cargo', 'github-actions'] }] },
    });
  });

  it('takes the first place that Renovate reads, and package.json last', async () => {
    const files = { 'package.json': '{"renovate":{"enabled":false}}', '.renovaterc': '{"extends":["config:base"]}' };
    expect(await collect(files)).toMatchObject({
      fact: { bots: [{ path: '.renovaterc', enabled: true, ecosystems: ['*'] }] },
    });
    expect(await collect({ 'package.json': files['package.json'] })).toMatchObject({
      fact: { bots: [{ enabled: false }] },
    });
  });

  it.each([
    ['switched off', '{"enabled": false}'],
    ['by a preset', '{"extends": [":disableRenovate"]}'],
    ['every path ignored', '{"ignorePaths": ["**"]}'],
    ['every package off', '{"packageRules": [{"matchPackageNames": ["*"], "enabled": false}]}'],
  ])('knows a Renovate that does nothing: %s', async (_, text) => {
    expect(await collect({ 'renovate.json': text })).toMatchObject({ fact: { bots: [{ enabled: false }] } });
  });

  it('is absent without a configuration, also with a manifest', async () => {
    expect(await collect({ 'package.json': '{"name":"x"}', 'docs/dependabot.yml': dependabot })).toMatchObject({
      state: 'absent',
    });
  });

  it('is unavailable when the only configuration does not parse', async () => {
    expect(await collect({ '.github/dependabot.yml': 'updates: [' })).toMatchObject({
      state: 'unavailable',
      because: expect.stringContaining('dependabot.yml'),
    });
  });

  it('never throws', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string(), fc.string(), async (yaml, json) => {
        const found = await collect({ '.github/dependabot.yml': yaml, 'renovate.json': json, 'package.json': json });
        expect(found?.kind).toBe('update-bots');
        expect(() => parseJson5(json)).not.toThrow();
      }),
    );
  });
});
