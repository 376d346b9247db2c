// SPDX-License-Identifier: Apache-2.0
import type { Check } from '@plumbline/core/answers/check';
import { defineCheck } from '@plumbline/core/answers/check';
import { no, yes } from '@plumbline/core/answers/answers';
import { cite } from '@plumbline/core/answers/cite';
import { withinDays } from '../../days/days-before.ts';
import { isoDay } from '../../days/iso-day.ts';
import { shortText } from '../../words/short-text.ts';

/** A channel that nobody has tried for half a year may be dead. */
const triedDaysMax = 183;

// SP 800-218 RV.1.1: a channel that nobody answers gathers nothing.
export const reportingChannelLive: Check = defineCheck({
  id: 'reporting-channel-live',
  question: 'Did a trial message through the reporting channel get an answer in the last six months?',
  scope: 'product',
  needs: ['response-cases'],
  strength: 'tested',
  automation: 'not-yet',
  guide: {
    shows: 'Somebody tried the channel, and the trial was answered.',
    doesNotShow: 'How real reports are handled (reports-answered-in-time).',
    resolve: 'Try the channel and record the trial; this version has no register of cases yet.',
  },
  remedy: {
    effort: 'hours',
    steps: ['Send a marked trial report through the published channel', 'Record the day on which it was answered'],
    after: ['reporting-channel-private'],
  },
  answer({ 'response-cases': item }, { asOf }) {
    if (item.state === 'absent')
      return no(`No register of cases records a trial: ${shortText(item.lookedIn)}`, [cite(item)]);
    const { channelTriedOn } = item.fact;
    if (channelTriedOn === null) return no('The channel was never tried', [cite(item)]);
    const day = isoDay(channelTriedOn);
    if (!withinDays(channelTriedOn, asOf, triedDaysMax))
      return no(`The channel was last tried on ${day}; a trial counts for ${triedDaysMax} days`, [cite(item)]);
    return yes(`The channel was tried on ${day} and answered`, [cite(item)]);
  },
});
