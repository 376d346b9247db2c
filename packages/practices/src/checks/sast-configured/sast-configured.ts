// SPDX-License-Identifier: Apache-2.0
import { no, unknown, yes } from '@plumbline/core/answers/answers';
import type { Check } from '@plumbline/core/answers/check';
import { defineCheck } from '@plumbline/core/answers/check';
import { cite, citeAll } from '@plumbline/core/answers/cite';
import { ciBlindSpot } from '../../pipelines/ci-blind-spot.ts';
import { configuredInCi } from '../../pipelines/configured-in-ci.ts';
import { coversLanguage } from '../../languages/language-family.ts';
import { noSourceHere } from '../../languages/no-source-here.ts';
import { mainLanguages } from '../../languages/main-languages.ts';
import { nameSome } from '../../words/name-some.ts';
import { startsByItself, toolNames, toolRuns } from '../../pipelines/tool-runs.ts';

const wish = {
  purposes: ['sast'],
  what: 'static analysis for security',
  mayBe: "the forge's default code scanning leaves no file",
} as const;

// Doubtful case 2: it analyses the main source language for security or memory defects. Linters are not it.
export const sastConfigured: Check = defineCheck({
  id: 'sast-configured',
  question: 'Does a pipeline analyse the main source language for security defects?',
  scope: 'repository',
  needs: ['ci-pipelines', 'repository-tree'],
  strength: 'observed',
  automation: 'automatic',
  guide: {
    shows: 'A job that starts by itself runs a static analyser for security on the largest language of the tree.',
    doesNotShow:
      'Whether it runs on every change (sast-runs-on-changes), with which rules, or what became of its findings.',
    resolve: 'Keep the pipelines in the tree, and let the analyser name the languages that it analyses.',
  },
  remedy: {
    effort: 'hours',
    steps: [
      'Run a static analyser for security (CodeQL, Semgrep, Bandit, gosec …) on pull requests and on the default branch',
      'Name the main language where the analyser asks for languages',
    ],
    patch: 'add-sast-workflow',
  },
  answer({ 'ci-pipelines': item, 'repository-tree': tree }) {
    const [main] = tree.state === 'found' ? mainLanguages(tree.fact) : [];
    if (main === undefined) return noSourceHere(tree);
    const general = configuredInCi(item, wish);
    if (general.outcome !== 'yes' || item.state === 'absent') return general;
    const runs = toolRuns(item.fact, wish.purposes).filter((run) => startsByItself(run));
    const fitting = runs.filter(({ tool }) => coversLanguage(tool.languages, main.language));
    const share = `${main.language} (${main.percent} % of the source)`;
    if (fitting.length > 0)
      return yes(`${share} is analysed by ${nameSome(toolNames(fitting))}`, [...citeAll(item, fitting), cite(tree)]);
    const silent = runs.filter(({ tool }) => tool.languages.length === 0);
    if (silent.length > 0) {
      return unknown(
        `Whether ${share} is analysed by ${nameSome(toolNames(silent))} is not written in the pipelines`,
        `Name ${main.language} in the configuration of the analyser`,
        citeAll(item, silent),
      );
    }
    const because = `${share} is not analysed by ${nameSome(toolNames(runs))}`;
    const blind = ciBlindSpot(item.fact);
    if (blind !== null) return unknown(`${because}; ${blind.because}`, blind.resolve, citeAll(item, runs));
    return no(`${because} (${wish.mayBe})`, [...citeAll(item, runs), cite(tree)]);
  },
});
