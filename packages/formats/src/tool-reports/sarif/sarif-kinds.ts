// SPDX-License-Identifier: Apache-2.0
import type { ResultKind } from '@plumbline/core/findings/tool-result';
import { analysisTool } from '../../imports/analysis-tools.ts';
import { textsOf } from '../../json/json-fields.ts';
import type { SarifRule } from '../../sarif/parse-sarif-rules.ts';
import type { SarifRun } from '../../sarif/parse-sarif-run.ts';
import { isSemgrepSecretRule } from '../is-semgrep-secret-rule.ts';
import { kindOfPurposes } from '../kind-of-purposes.ts';

type Sorted = {
  readonly rule: SarifRule | null;
  readonly ruleId: string;
  /** A component or a vulnerability of one is named. */
  readonly isAboutComponent: boolean;
};

/** Tags by which tools of several purposes, and tools that are not known, say what a rule is about. */
const kindOfTag: { readonly [tag: string]: ResultKind } = {
  vulnerability: 'component',
  secret: 'secret',
  secrets: 'secret',
  misconfiguration: 'configuration',
  iac: 'configuration',
};

/**
 * What a result of a run is about: by what the run was for; those for several purposes, and unknown ones, by the tags of the
 * rule and by what the result names.
 */
export function sarifKinds(run: SarifRun): (sorted: Sorted) => ResultKind {
  const tool = analysisTool(run.tool);
  const sole = kindOfPurposes(run.purposes);
  const isSemgrep = tool?.id === 'semgrep';
  return (sorted) => {
    if (isSemgrep && isSemgrepSecretRule(sorted.ruleId)) return 'secret';
    const isSupplyChain = isSemgrep && sorted.ruleId.startsWith('ssc-') && sorted.isAboutComponent;
    const kind = isSupplyChain ? 'component' : (sole ?? byWhatItSays(sorted));
    // Nothing identifies a vulnerable component but its name or the vulnerability's.
    return kind === 'component' && !sorted.isAboutComponent ? 'code' : kind;
  };
}

function byWhatItSays({ rule, isAboutComponent }: Sorted): ResultKind {
  for (const tag of textsOf(rule?.tags)) {
    const key = tag.toLowerCase();
    if (Object.hasOwn(kindOfTag, key)) return kindOfTag[key] ?? 'code';
  }
  return isAboutComponent ? 'component' : 'code';
}
