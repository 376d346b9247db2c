// SPDX-License-Identifier: Apache-2.0
import type { Check } from '@plumbline/core/answers/check';
import { defineCheck } from '@plumbline/core/answers/check';
import { no, yes } from '@plumbline/core/answers/answers';
import { cite } from '@plumbline/core/answers/cite';
import { counted } from '../../words/counted.ts';
import { nameSome } from '../../words/name-some.ts';
import { recordContent } from '../../records/record-content.ts';
import { reviewedWithinYear } from '../../days/reviewed-within-year.ts';
import { isoDay } from '../../days/iso-day.ts';

// SP 800-218 PW.9.1, and PW.9.2 example 2: each setting's purpose and default value.
export const secureDefaultsDefined: Check = defineCheck({
  id: 'secure-defaults-defined',
  question:
    'Does an owned list, reviewed in the last twelve months, give each security setting its secure value and why?',
  scope: 'product',
  needs: ['record:secure-defaults'],
  strength: 'documented',
  automation: 'people',
  guide: {
    shows:
      'Somebody owns a current list of the settings that matter for security, with the secure value of each and its reason.',
    doesNotShow:
      'Whether the list is complete, or whether the product ships with these values (secure-defaults-tested).',
    resolve: 'Keep security/secure-defaults.yaml and declare the records folder in plumbline.yaml.',
  },
  remedy: {
    effort: 'days',
    steps: [
      'List the settings that weaken security when they are wrong',
      'Give each its secure default and the reason',
      'Name an owner and record the review',
    ],
    patch: 'starter-records',
  },
  answer({ 'record:secure-defaults': item }, { asOf }) {
    const { content, refusal } = recordContent(item, 'secure defaults');
    if (refusal !== null) return refusal;
    const { settings, owner, reviewedOn } = content;
    const here = [cite(item)] as const;
    if (settings.length === 0) return no('The list of secure defaults names no setting', here);
    const bare = settings.filter(({ value, why }) => value.trim() === '' || (why ?? '').trim() === '');
    const measures = [
      { name: 'settings with value and reason', value: settings.length - bare.length, of: settings.length },
    ];
    if (bare.length > 0)
      return no(
        `${bare.length} of ${settings.length} settings lack a value or a reason: ${nameSome(bare.map(({ setting }) => setting))}`,
        here,
        measures,
      );
    if ((owner ?? '').trim() === '' || !reviewedWithinYear(reviewedOn, asOf))
      return no('The list of secure defaults lacks an owner or a review in the last twelve months', here, measures);
    return yes(
      `${counted(settings.length, 'setting')} with value and reason, owned, reviewed on ${isoDay(reviewedOn)}`,
      here,
      measures,
    );
  },
});
