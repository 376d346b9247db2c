// SPDX-License-Identifier: Apache-2.0
import type { Check } from '@plumbline/core/answers/check';
import { defineCheck } from '@plumbline/core/answers/check';
import { no, unknown, yes } from '@plumbline/core/answers/answers';
import { cite, citeAll } from '@plumbline/core/answers/cite';
import { ciBlindSpot } from '../../pipelines/ci-blind-spot.ts';
import { enforcedRules } from '../../pipelines/enforced-rules.ts';
import { everyToolRun } from '../../pipelines/every-tool-run.ts';
import { noSourceHere } from '../../languages/no-source-here.ts';
import { mainLanguages } from '../../languages/main-languages.ts';
import { shortText } from '../../words/short-text.ts';

// SP 800-218 PW.5.1; doubtful case 16: a style linter alone is not this.
export const secureCodingRulesEnforced: Check = defineCheck({
  id: 'secure-coding-rules-enforced',
  question: 'Does CI fail on broken security rules or strict compiler settings, for every main language?',
  scope: 'repository',
  needs: ['coding-rules', 'repository-tree', 'ci-pipelines'],
  strength: 'observed',
  automation: 'automatic',
  guide: {
    shows:
      'For each language with a fifth of the source or more, a job that may not fail silently runs a linter with security rules, an analyser that fails on defects, or a build or type check with strict settings, on pull requests or pushes.',
    doesNotShow:
      'Which rules are switched on one by one, how often they are suppressed in the code, or whether the job is required.',
    resolve:
      'Configure the rules and the job that runs them in the repository, by name: what a script of its own runs cannot be seen.',
  },
  remedy: {
    effort: 'hours',
    steps: [
      'Switch on the security rules of the linter, or strict compiler or type-check settings, for each main language',
      'Run it on every pull request and push, in a job that fails',
    ],
  },
  answer({ 'coding-rules': rules, 'repository-tree': tree, 'ci-pipelines': ci }) {
    const main = tree.state === 'absent' ? [] : mainLanguages(tree.fact);
    if (main.length === 0) return noSourceHere(tree);
    const ruleSets = rules.state === 'absent' ? [] : rules.fact.ruleSets;
    const runs = ci.state === 'absent' ? [] : everyToolRun(ci.fact);
    const judged = main.map(({ language, family }) => ({ family, ...enforcedRules(language, ruleSets, runs) }));
    const measures = [
      {
        name: 'main languages with enforced rules',
        value: judged.filter(({ enforced }) => enforced === 'yes').length,
        of: main.length,
      },
    ];
    const places = [
      ...citeAll(
        rules,
        judged.flatMap((one) => one.rules),
        5,
      ),
      ...citeAll(
        ci,
        judged.flatMap((one) => one.runs),
        5,
      ),
      cite(tree),
    ] as const;
    const open = judged.filter(({ enforced }) => enforced !== 'yes');
    const reason = (list: typeof judged): string => shortText(list.map(({ because }) => because).join('; '));
    if (open.length === 0) return yes(reason(judged), places, measures);
    const refused = open.filter(({ enforced, family }) => enforced === 'no' && family !== null);
    const blind = ci.state === 'absent' ? null : ciBlindSpot(ci.fact);
    if (refused.length > 0 && blind === null) return no(reason(refused), places, measures);
    if (refused.length > 0 && blind !== null)
      return unknown(`${shortText(reason(refused))}; ${blind.because}`, blind.resolve, places, measures);
    const stranger = open.find(({ family }) => family === null);
    return unknown(
      stranger === undefined
        ? reason(open)
        : `Which rules make for secure code in ${shortText(main[judged.indexOf(stranger)]?.language ?? 'it')} is not known here`,
      'Run the linter or type check by its own name in a job, so that it can be seen',
      places,
      measures,
    );
  },
});
