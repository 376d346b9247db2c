// SPDX-License-Identifier: Apache-2.0
import type { Check } from '@plumbline/core/answers/check';
import { defineCheck } from '@plumbline/core/answers/check';
import { no, unknown } from '@plumbline/core/answers/answers';
import { cite } from '@plumbline/core/answers/cite';
import { changeRunAnswer } from '../../pipelines/change-run-answer.ts';
import { ciBlindSpot } from '../../pipelines/ci-blind-spot.ts';
import { everyToolRun } from '../../pipelines/every-tool-run.ts';
import { shortText } from '../../words/short-text.ts';

/** Tools that hold a model of the design against rules about threats. */
const analysers: ReadonlySet<string> = new Set([
  'threagile',
  'pytm',
  'threatspec',
  'threatcl',
  'hcltm',
  'cairis',
  'startleft',
]);

// SP 800-218 PW.2.1, second way: "automated processes instantiated in the toolchain review the software design".
export const designAnalysedAutomatically: Check = defineCheck({
  id: 'design-analysed-automatically',
  question: 'Do threat rules run over the model of the design on every change?',
  scope: 'product',
  needs: ['ci-pipelines'],
  strength: 'observed',
  automation: 'automatic',
  guide: {
    shows: 'A pipeline runs a tool that applies threat rules to a model of the design (Threagile, pytm and the like).',
    doesNotShow: 'Whether the model is complete, or whether anybody acts on what the rules find.',
    resolve: 'Keep the pipeline that analyses the model in the repository.',
  },
  remedy: {
    effort: 'days',
    steps: [
      'Write the model in a form that a tool reads, such as Threagile',
      'Run its rules on every pull request and push',
    ],
    after: ['threat-model-present'],
  },
  answer({ 'ci-pipelines': item }) {
    if (item.state === 'absent')
      return no(`No pipeline analyses the design: ${shortText(item.lookedIn)}`, [cite(item)]);
    const runs = everyToolRun(item.fact).filter(({ tool }) => analysers.has(tool.tool));
    if (runs.length > 0) return changeRunAnswer(item, runs, 'a review by people is asked for apart');
    const blind = ciBlindSpot(item.fact);
    if (blind !== null) return unknown(blind.because, blind.resolve, [cite(item)]);
    return no(`No job of ${item.fact.pipelines.length} pipelines applies threat rules to a model`, [cite(item)]);
  },
});
