// SPDX-License-Identifier: Apache-2.0
import type { Check } from '@plumbline/core/answers/check';
import { defineCheck } from '@plumbline/core/answers/check';
import { no, notApplicable, unknown, yes } from '@plumbline/core/answers/answers';
import { cite } from '@plumbline/core/answers/cite';
import type { IntakeEntry } from '@plumbline/core/facts/records/component-intake-record';
import { countedDependencies, namesNoComponent } from '../../dependencies/counted-dependencies.ts';
import { nameSome } from '../../words/name-some.ts';
import { packageKey } from '../../dependencies/package-key.ts';
import { percent } from '../../words/percent.ts';
import { recordContent } from '../../records/record-content.ts';
import { allCounted } from '../../words/all-counted.ts';
import { counted } from '../../words/counted.ts';

// SP 800-218 PW.4.1 examples 1 and 5: review and evaluate components; keep a list of approved ones.
export const componentIntakeDecided: Check = defineCheck({
  id: 'component-intake-decided',
  question: 'Was every component in the lockfiles let in by a recorded decision, and is none of them rejected?',
  scope: 'repository',
  needs: ['record:component-intake', 'dependency-inventory'],
  strength: 'documented',
  automation: 'people',
  guide: {
    shows:
      'For every locked component somebody decided, with a reason, to take it in. An entry names a package URL with or without its version, or a group of them that ends in *, such as pkg:npm/%40babel/*.',
    doesNotShow: 'How well each component was looked at.',
    resolve: 'Keep security/component-intake.yaml, and lock the dependencies so that the components can be listed.',
  },
  remedy: {
    effort: 'days',
    steps: [
      'Write down by which criteria components are let in',
      'Record the decision for each component, or for each group that one reason covers',
      'Take out what was rejected',
    ],
    patch: 'starter-records',
    after: ['components-locked'],
  },
  answer({ 'record:component-intake': item, 'dependency-inventory': inventory }) {
    const listed = inventory.state === 'absent' ? null : countedDependencies(inventory.fact);
    if (listed !== null && namesNoComponent(listed))
      return notApplicable('The manifests name no component from outside', [cite(inventory)]);
    const { content, refusal } = recordContent(item, 'component intake');
    if (refusal !== null) return refusal;
    const citations = [cite(item), cite(inventory)] as const;
    const purls = listed?.components.map(({ purl }) => purl) ?? [];
    if (purls.length === 0)
      return unknown('No lockfile lists the components that had to be decided on', 'Lock the dependencies', citations);
    const reasoned = content.entries.filter(({ because, by }) => because.trim() !== '' && by.trim() !== '');
    const rejects = decides(reasoned.filter(({ decision }) => decision === 'rejected'));
    const accepts = decides(reasoned.filter(({ decision }) => decision !== 'rejected'));
    const rejected = purls.filter((purl) => rejects(purl));
    const undecided = purls.filter((purl) => !rejects(purl) && !accepts(purl));
    const share = purls.length - undecided.length - rejected.length;
    const measures = [{ name: 'components let in by a decision', value: share, of: purls.length }];
    if (rejected.length > 0)
      return no(`${rejected.length} rejected components are in use: ${nameSome(rejected)}`, citations, measures);
    if (undecided.length > 0)
      return no(
        `${undecided.length} of ${purls.length} components have no decision (${percent(share, purls.length)} have): ${nameSome(undecided)}`,
        citations,
        measures,
      );
    return yes(
      `Let in by ${counted(reasoned.length, 'recorded decision')}: ${allCounted(purls.length, 'component')}`,
      citations,
      measures,
    );
  },
});

/** Whether one of the entries speaks of a package URL; exact ones are looked up, groups compared one by one. */
function decides(entries: readonly IntakeEntry[]): (purl: string) => boolean {
  // "pkg:npm/*" is a decision on a group; everything at once is none.
  const names = entries
    .map(({ component }) => packageKey(component.trim()))
    .filter((name) => /^pkg:[^/]+\/./.test(name));
  const exact = new Set(names.filter((name) => !name.endsWith('*')));
  const groups = names.filter((name) => name.endsWith('*')).map((name) => name.slice(0, -1));
  return (purl) => {
    const key = packageKey(purl);
    return exact.has(key) || exact.has(withoutVersion(key)) || groups.some((group) => key.startsWith(group));
  };
}

/** purl-spec: the version follows the last `@` after the name; a scope's `@` follows a slash. */
function withoutVersion(key: string): string {
  const at = key.lastIndexOf('@');
  return at > key.lastIndexOf('/') + 1 ? key.slice(0, at) : key;
}
