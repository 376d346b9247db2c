// SPDX-License-Identifier: Apache-2.0
import type { Answer, Citations, Measure } from '@plumbline/core/answers/answer';
import { no, unknown, yes } from '@plumbline/core/answers/answers';
import type { Check } from '@plumbline/core/answers/check';
import { defineCheck } from '@plumbline/core/answers/check';
import { cite, citeAll } from '@plumbline/core/answers/cite';
import type { Seen } from '@plumbline/core/evidence/evidence';
import type { ToolchainEntry } from '@plumbline/core/facts/records/toolchain-record';
import { allCounted } from '../../words/all-counted.ts';
import { ciBlindSpot } from '../../pipelines/ci-blind-spot.ts';
import { counted } from '../../words/counted.ts';
import { everyToolRun } from '../../pipelines/every-tool-run.ts';
import { nameSome } from '../../words/name-some.ts';
import { recordContent } from '../../records/record-content.ts';
import { toolNames, type ToolRun, toolRuns } from '../../pipelines/tool-runs.ts';
import { isPipelinePurpose, securityPurposes } from './security-purposes.ts';

export const toolchainAsDeclared: Check = defineCheck({
  id: 'toolchain-as-declared',
  question: 'Do the pipelines run every mandatory tool that is declared, and no security or build tool that is not?',
  scope: 'repository',
  needs: ['record:toolchain', 'ci-pipelines'],
  strength: 'observed',
  automation: 'automatic',
  guide: {
    shows: 'The declared toolchain and the one that the pipelines run are the same, in both directions.',
    doesNotShow:
      'Tools that no pipeline runs (editors, forge services), and whether versions agree. Linters, type checkers and test runners need no declaration.',
    resolve:
      'Use the ids of the tool list in security/toolchain.yaml, and keep every pipeline file readable in the tree.',
  },
  remedy: {
    effort: 'hours',
    steps: ['Add the mandatory tools that are missing to the pipelines', 'Declare the tools that run, or remove them'],
    after: ['toolchain-declared'],
  },
  answer({ 'record:toolchain': item, 'ci-pipelines': ci }) {
    const { content, refusal } = recordContent(item, 'the declared toolchain');
    if (refusal !== null) return refusal;
    const joined = join(content.tools, ci);
    const measures: readonly Measure[] = [
      { name: 'mandatory tools seen', value: joined.mandatory - joined.unseen.length, of: joined.mandatory },
      { name: 'tools seen that are declared', value: joined.seen - joined.undeclared.length, of: joined.seen },
    ];
    const citations = [cite(item), ...citeAll(ci, joined.runs)] as const;
    if (joined.undeclared.length > 0) {
      const because = `The pipelines run ${counted(joined.undeclared.length, 'tool')} that nobody declared: ${nameSome(joined.undeclared)}`;
      const places = joined.runs.filter(({ tool }) => joined.undeclared.includes(tool.tool));
      return no(because, [cite(item), ...citeAll(ci, places)], measures);
    }
    return { ...declaredSideOf(joined, ci, citations), measures };
  },
});

type Joined = {
  readonly mandatory: number;
  readonly unseen: readonly string[];
  readonly seen: number;
  readonly undeclared: readonly string[];
  readonly runs: readonly ToolRun[];
};

function join(tools: readonly ToolchainEntry[], ci: Seen<'ci-pipelines'>): Joined {
  const mandatory = namesOf(tools.filter((entry) => entry.mandatory && isPipelinePurpose(entry.purpose)));
  const declared = namesOf(tools);
  const runs = ci.state === 'absent' ? [] : toolRuns(ci.fact, securityPurposes);
  const everywhere = new Set(ci.state === 'absent' ? [] : toolNames(everyToolRun(ci.fact)));
  const seen = toolNames(runs);
  return {
    mandatory: mandatory.size,
    unseen: [...mandatory].filter((name) => !everywhere.has(name)),
    seen: seen.length,
    undeclared: seen.filter((name) => !declared.has(name)),
    runs,
  };
}

/** Nothing undeclared was seen: does everything mandatory run, and was everything looked at? */
function declaredSideOf({ mandatory, unseen }: Joined, ci: Seen<'ci-pipelines'>, citations: Citations): Answer {
  const blind = ci.state === 'absent' ? null : ciBlindSpot(ci.fact);
  const because =
    unseen.length > 0
      ? `${counted(unseen.length, 'mandatory tool')} not seen in a pipeline: ${nameSome(unseen)}`
      : `Seen: ${allCounted(mandatory, 'mandatory tool')}; every security or build tool that runs is declared`;
  if (mandatory === 0) {
    return unknown(
      'No mandatory tool is declared for a purpose that a pipeline would show',
      'Declare the mandatory tools of the pipelines with their purposes (sast, sca, build …)',
      citations,
    );
  }
  if (blind !== null) return unknown(`${because}; ${blind.because}`, blind.resolve, citations);
  return unseen.length > 0 ? no(`${because} (a forge setting could run it)`, citations) : yes(because, citations);
}

function namesOf(tools: readonly ToolchainEntry[]): ReadonlySet<string> {
  return new Set(tools.map(({ tool }) => tool.trim().toLowerCase()));
}
