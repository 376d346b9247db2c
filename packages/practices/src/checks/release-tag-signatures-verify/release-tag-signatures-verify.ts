// SPDX-License-Identifier: Apache-2.0
import { no, unknown, yes } from '@plumbline/core/answers/answers';
import type { Check } from '@plumbline/core/answers/check';
import { defineCheck } from '@plumbline/core/answers/check';
import { cite } from '@plumbline/core/answers/cite';
import { withoutReleaseTag } from '../../reports/without-release-tag.ts';
import { shortText } from '../../words/short-text.ts';

// Verifications are used and not needed: where nothing is released, and where the tag carries no signature, none is wanted.
export const releaseTagSignaturesVerify: Check = defineCheck({
  id: 'release-tag-signatures-verify',
  question: 'Does the signature of the newest release tag verify against a trust policy?',
  scope: 'release',
  needs: ['git-releases'],
  uses: ['git-signatures'],
  strength: 'tested',
  automation: 'automatic',
  guide: {
    shows:
      'The newest `plumbline verify` of the newest release tag, which is still the same object, found a signature by somebody whom the trust policy names, over the name under which the tag stands.',
    doesNotShow:
      'Older tags, whether the trust policy is the one that is published for outsiders, and whether the signing key is kept well.',
    resolve: 'Verify the tag: `plumbline verify --tag NAME --trust trust.yaml`, in the project or with --state.',
  },
  remedy: {
    effort: 'hours',
    steps: [
      'Say in the trust policy who may sign tags (`git: { tags: … }`)',
      'Verify each release tag in a job of its own: plumbline verify --tag NAME --trust trust.yaml',
      'Find out who made a tag that does not verify before anybody builds from it',
    ],
    after: ['release-tags-signed'],
  },
  answer({ 'git-releases': item, 'git-signatures': verified }) {
    const [newest] = item.state === 'absent' ? [] : item.fact.latest;
    if (newest === undefined) return withoutReleaseTag(item);
    const { name, signature } = newest;
    const at = `tag ${shortText(name)}`;
    const tag = verified?.state === 'found' ? verified.fact.tags.find((one) => one.name === name) : undefined;
    if (signature === null)
      return no(`Release tag ${shortText(name)} carries no signature that could verify`, [cite(item, { at })]);
    const resolve = `Run plumbline verify --tag ${shortText(name)} --trust trust.yaml in the project`;
    if (verified === undefined || tag === undefined)
      return unknown(
        `No verification of release tag ${shortText(name)} as it is now is kept here, or none that can be read`,
        resolve,
        [cite(item, { at })],
      );
    const { outcome, verifiedAt, because } = tag;
    const on = verifiedAt.slice(0, 10);
    const citations = [cite(verified, { at: `${at} (verified on ${on})` }), cite(item, { at })] as const;
    const what = `Release tag ${shortText(name)} ${outcome === 'valid' ? 'verified' : 'did not verify'} on ${on}: ${shortText(because)}`;
    if (outcome === 'could-not-assess')
      return unknown(`Release tag ${shortText(name)} could not be assessed on ${on}: ${shortText(because)}`, resolve, [
        ...citations,
      ]);
    return outcome === 'valid' ? yes(what, citations) : no(what, citations);
  },
});
