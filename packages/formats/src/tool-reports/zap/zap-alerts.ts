// SPDX-License-Identifier: Apache-2.0
import type { Severity } from '@plumbline/core/findings/severity';
import type { Problems } from '../../imports/problems.ts';
import type { GivenResult, GivenWebPlace } from '../create-result.ts';
import { textOfHtml } from '../text-of-html.ts';

/** An alert of a site, whichever way the report was written. `text`: one of its members by name. */
export type ZapAlert = {
  readonly site: string | null;
  readonly text: (member: string) => string | null;
  readonly instances: readonly GivenWebPlace[];
};

/** `riskcode`: ZAP's `Alert.RISK_*`. */
const severities: { readonly [code: string]: Severity } = { '0': 'none', '1': 'low', '2': 'medium', '3': 'high' };

/** `confidence`: ZAP's `Alert.CONFIDENCE_*`; 4 is what a person confirmed, 0 what one called a false positive. */
const confidences: { readonly [code: string]: 'high' | 'medium' | 'low' } = {
  '0': 'low',
  '1': 'low',
  '2': 'medium',
  '3': 'high',
  '4': 'high',
};

/** One result for an alert: ZAP lists an alert once a site, with the addresses of its instances. */
export function giveZapAlerts(
  alerts: readonly ZapAlert[],
  give: (result: GivenResult) => void,
  problems: Problems,
): void {
  for (const { site, text, instances } of alerts) {
    const rule = text('alertRef') ?? text('pluginid');
    const [web, ...alsoAt] = instances.length === 0 && site !== null ? [{ url: site }] : instances;
    const code = text('riskcode') ?? '';
    const confidence = text('confidence') ?? '';
    if (rule === null) {
      problems.add('ZAP alerts: one without pluginid');
      continue;
    }
    give({
      kind: 'dynamic',
      rule,
      title: text('name') ?? text('alert'),
      message: textOfHtml([text('desc'), text('solution')].filter((part) => part !== null).join('\n')),
      severity: Object.hasOwn(severities, code) ? (severities[code] ?? 'unrated') : 'unrated',
      reportedSeverity: text('riskdesc') ?? code,
      confidence: Object.hasOwn(confidences, confidence) ? confidences[confidence] : null,
      web,
      alsoAt,
      weaknesses: [text('cweid')],
      ...(confidence === '0' ? { suppressed: { where: 'elsewhere' as const, reason: 'false positive' } } : {}),
    });
  }
}
