// SPDX-License-Identifier: Apache-2.0
import type { Answer } from '@plumbline/core/answers/answer';
import { no, notApplicable, unknown, yes } from '@plumbline/core/answers/answers';
import type { Check } from '@plumbline/core/answers/check';
import { defineCheck } from '@plumbline/core/answers/check';
import { cite } from '@plumbline/core/answers/cite';
import type { Found, Seen } from '@plumbline/core/evidence/evidence';
import type { SupplierEntry } from '@plumbline/core/facts/records/suppliers-record';
import { counted } from '../../words/counted.ts';
import { daysBefore } from '../../days/days-before.ts';
import { notFilledIn } from '../../records/not-filled-in.ts';
import { recordContent } from '../../records/record-content.ts';
import { sbomsOfCommit } from '../../reports/sboms-of-commit.ts';
import { shortText } from '../../words/short-text.ts';

export const suppliersToldRequirements: Check = defineCheck({
  id: 'suppliers-told-requirements',
  question: 'Has every commercial supplier acknowledged the current version of the security requirements?',
  scope: 'organisation',
  needs: ['record:suppliers'],
  uses: ['record:requirements', 'sboms'],
  strength: 'documented',
  automation: 'people',
  guide: {
    shows: 'Each commercial supplier of a register that calls itself complete acknowledged the version in force.',
    doesNotShow: 'Whether the suppliers keep to what they acknowledged, or whether the register really is complete.',
    resolve:
      'Keep security/suppliers.yaml with complete: true; where nothing commercial is used, pass a bill of materials as well.',
  },
  remedy: {
    effort: 'weeks',
    steps: [
      'List every supplier in security/suppliers.yaml with its kind and set complete: true',
      'Put the requirements into contracts, send the current version, and record what each supplier acknowledged and when',
    ],
    patch: 'starter-records',
    after: ['software-requirements-registered'],
  },
  answer({ 'record:suppliers': item, 'record:requirements': requirements, sboms }, { asOf }) {
    if (item.state === 'found' && item.fact.placeholder) return notFilledIn(item);
    if (item.state === 'absent') {
      return unknown('No register says which suppliers are commercial', 'Fill in security/suppliers.yaml', [
        cite(item),
      ]);
    }
    const { suppliers, complete } = item.fact.content;
    const commercial = suppliers.filter(({ kind }) => kind === 'commercial');
    if (!complete && commercial.length === 0) return incomplete(item);
    if (commercial.length === 0) return noneCommercial(item, sboms, asOf);
    if (requirements === undefined) {
      return unknown(
        `${counted(commercial.length, 'commercial supplier')}, and the version of the requirements cannot be read`,
        'Keep security/requirements.yaml with its version',
        [cite(item)],
      );
    }
    const { content, refusal } = recordContent(requirements, 'security requirements');
    if (refusal !== null) return refusal;
    if (content.version === null) return no('The requirements bear no version to acknowledge', [cite(requirements)]);
    const told = commercial.filter((entry) => acknowledged(entry, content.version, asOf));
    const measures = [{ name: 'suppliers told', value: told.length, of: commercial.length }];
    const because = `${told.length} of ${counted(commercial.length, 'commercial supplier')} acknowledged version ${shortText(content.version)}`;
    if (told.length < commercial.length) return no(because, [cite(item), cite(requirements)], measures);
    return complete ? yes(because, [cite(item), cite(requirements)], measures) : incomplete(item);
  },
});

function acknowledged(entry: SupplierEntry, version: string | null, asOf: string): boolean {
  return (
    entry.requirementsVersion === version &&
    entry.acknowledgedOn !== null &&
    daysBefore(entry.acknowledgedOn, asOf) >= 0
  );
}

function incomplete(item: Found<'record:suppliers'>): Answer {
  return unknown('The register of suppliers does not call itself complete', 'Complete it and set complete: true', [
    cite(item),
  ]);
}

/** Not applicable rests on two inventories: the register and a bill of materials whose suppliers are all in it. */
function noneCommercial(item: Found<'record:suppliers'>, bills: Seen<'sboms'> | undefined, asOf: string): Answer {
  const what = 'The register shows no commercial supplier, and no bill of materials confirms it';
  if (bills === undefined) return unknown(what, 'Pass a bill of materials with --evidence FILE', [cite(item)]);
  const { sboms, refusal } = sbomsOfCommit(bills, asOf);
  if (refusal !== null) return unknown(`${what}: ${refusal.because}`, refusal.resolve, [cite(item), cite(bills)]);
  const registered = new Set(item.fact.content.suppliers.map(({ name }) => name.trim().toLowerCase()));
  const strangers = new Set(
    sboms
      .flatMap(({ components }) => components.map(({ supplier }) => supplier?.trim().toLowerCase() ?? ''))
      .filter((name) => name !== '' && !registered.has(name)),
  );
  if (strangers.size > 0) {
    return unknown(
      `${counted(strangers.size, 'supplier')} of the bill of materials ${strangers.size === 1 ? 'is' : 'are'} not in the register`,
      'Add every supplier of the bill of materials to security/suppliers.yaml with its kind',
      [cite(item), cite(bills)],
    );
  }
  return notApplicable('The register and the bill of materials show no commercial component', [
    cite(item),
    cite(bills),
  ]);
}
