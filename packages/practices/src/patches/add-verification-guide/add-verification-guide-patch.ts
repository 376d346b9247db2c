// SPDX-License-Identifier: Apache-2.0
import type { Patch, PatchInput } from '@plumbline/core/roadmap/patch';
import { patchOf } from '../../patching/patch-result.ts';

const path = 'docs/verify-a-release.md';

/** How an outsider verifies a release, for what this repository already signs; nothing is promised that is not done. */
export const addVerificationGuidePatch: Patch = {
  id: 'add-verification-guide',
  title: 'Say how to verify a release',
  reads: () => [],
  write(input) {
    if (input.paths.has(path)) return { state: 'not-possible', because: `${path} is there already` };
    const ways = [...tagSection(input), ...attestationSection(input)];
    const text = [
      '# Verify a release',
      '',
      'You need not trust the place from which you downloaded a release: check it.',
      ...ways,
      '',
    ].join('\n');
    return ways.length === 0
      ? {
          state: 'not-possible',
          because:
            'neither the release tags nor the release pipeline sign anything that could be verified: do that first',
        }
      : patchOf(
          [{ path, before: null, after: text }],
          [
            'Follow it yourself on the newest release, as an outsider would',
            'Link it from the README and from the release notes',
          ],
          '',
        );
  },
};

function tagSection({ evidence }: PatchInput): readonly string[] {
  const releases = evidence['git-releases'];
  const latest = releases?.state === 'found' ? releases.fact.latest : [];
  const [newest] = latest;
  if (newest === undefined || latest.some(({ signature }) => signature === null)) return [];
  const key =
    newest.signature === 'ssh'
      ? 'Put the public keys of our maintainers into your `gpg.ssh.allowedSignersFile`.'
      : 'Import the public keys of our maintainers first (`gpg --import`), and compare their fingerprints with a second source.';
  return [
    '',
    '## The tag',
    '',
    `Release tags are signed. ${key} Then:`,
    '',
    '```sh',
    `git verify-tag ${newest.name}`,
    '```',
  ];
}

function attestationSection({ evidence, home }: PatchInput): readonly string[] {
  const pipelines = evidence['ci-pipelines'];
  if (pipelines?.state !== 'found' || home?.forge !== 'github') return [];
  const uses = pipelines.fact.pipelines.filter(({ releases }) => releases).flatMap(({ externalUses }) => externalUses);
  if (!uses.some(({ reference }) => /^actions\/attest(?:-build-provenance)?@/.test(reference))) return [];
  return [
    '',
    '## The files',
    '',
    'The release pipeline attests how each file was built (SLSA provenance):',
    '',
    '```sh',
    `gh attestation verify FILE --repo ${home.owner}/${home.name}`,
    '```',
  ];
}
