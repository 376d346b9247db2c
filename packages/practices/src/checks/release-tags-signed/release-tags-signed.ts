// SPDX-License-Identifier: Apache-2.0
import { no, yes } from '@plumbline/core/answers/answers';
import type { Check } from '@plumbline/core/answers/check';
import { defineCheck } from '@plumbline/core/answers/check';
import { cite, citeAll } from '@plumbline/core/answers/cite';
import { withoutReleaseTag } from '../../reports/without-release-tag.ts';
import { counted } from '../../words/counted.ts';
import { shortText } from '../../words/short-text.ts';

// Doubtful case 10: the last ten releases by creation date; moving and branch-marking tags are left out.
export const releaseTagsSigned: Check = defineCheck({
  id: 'release-tags-signed',
  question: 'Do the tags of the last ten releases carry a signature?',
  scope: 'release',
  needs: ['git-releases'],
  strength: 'observed',
  automation: 'automatic',
  guide: {
    shows: 'Each of the latest release tags is an annotated tag with a signature in the tag object.',
    doesNotShow:
      'Whether the signatures verify, and whose keys they are: `release-tag-signatures-verify` asks that of the newest one, after `plumbline verify --tag`. The signature of the commit does not sign the tag.',
    resolve: 'Assess a clone with its tags; mark releases with tags that do not move.',
  },
  remedy: {
    effort: 'minutes',
    steps: [
      'Make release tags with `git tag -s`, or `git config tag.gpgSign true`',
      'Publish the public key or signer identity',
    ],
  },
  answer({ 'git-releases': item }) {
    const latest = item.state === 'absent' ? [] : item.fact.latest;
    if (latest.length === 0) return withoutReleaseTag(item);
    const unsigned = latest.filter(({ signature }) => signature === null);
    const measures = [
      { name: 'release tags with a signature', value: latest.length - unsigned.length, of: latest.length },
    ];
    const [first] = unsigned;
    if (first !== undefined) {
      return no(
        `${unsigned.length} of the last ${counted(latest.length, 'release tag')} carry no signature, such as ${shortText(first.name)}`,
        citeAll(
          item,
          unsigned.map(({ name }) => `tag ${shortText(name)}`),
        ),
        measures,
      );
    }
    return yes(`The last ${counted(latest.length, 'release tag')} all carry a signature`, [cite(item)], measures);
  },
});
