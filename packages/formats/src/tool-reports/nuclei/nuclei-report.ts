// SPDX-License-Identifier: Apache-2.0
import { at, isObject, listOf, objectsOf, textOf, textsOf } from '../../json/json-fields.ts';
import type { JsonObject, JsonValue, Keep } from '../../json/json-value.ts';
import type { GivenResult } from '../create-result.ts';
import { jsonReport } from '../json-report.ts';
import type { ReportParser } from '../report-parser.ts';
import { severityOf } from '../severity-words.ts';
import { SiteInstances } from '../site-instances.ts';

const keep: Keep = {
  'template-id': {},
  templateID: {},
  template: {},
  name: {},
  severity: {},
  description: {},
  info: {
    name: {},
    severity: {},
    description: {},
    remediation: {},
    reference: {},
    classification: { 'cve-id': {}, 'cwe-id': {}, 'cvss-metrics': {} },
  },
  type: {},
  'matcher-name': {},
  matcher_name: {},
  'matched-at': {},
  matched: {},
  host: {},
};

/**
 * Nuclei's JSON lines and JSON: one result for a template, its matcher and a host, with the addresses that matched. Before 2.3
 * what the template says of itself stood beside the rest.
 */
export const nucleiReport: ReportParser = jsonReport({
  id: 'nuclei',
  title: 'Nuclei JSON or JSON lines',
  keep,
  recognise: (values) => {
    const [first] = entriesOf(values);
    return templateOf(first) !== null && (isObject(at(first, 'info')) || isFlat(first));
  },
  read: ({ values, give, problems }) => {
    const entries = objectsOf(entriesOf(values));
    if (!values.some((value) => Array.isArray(value)) && !entries.some((entry) => templateOf(entry) !== null))
      return null;
    const found = new SiteInstances();
    for (const entry of entries) {
      const template = templateOf(entry);
      if (template === null) problems.add('Nuclei: an entry without template-id');
      else addTo(found, entry, template);
    }
    found.giveTo(give);
    return { tool: 'nuclei' };
  },
});

const entriesOf = (values: readonly JsonValue[]): readonly JsonValue[] =>
  values.flatMap((value) => (Array.isArray(value) ? listOf(value) : [value]));

const templateOf = (entry: JsonValue | undefined): string | null =>
  textOf(at(entry, 'template-id')) ??
  textOf(at(entry, 'templateID')) ??
  (isFlat(entry) ? textOf(at(entry, 'template')) : null);

const isFlat = (entry: JsonValue | undefined): boolean =>
  ['template', 'matched', 'severity', 'name'].every((member) => textOf(at(entry, member)) !== null);

function addTo(found: SiteInstances, entry: JsonObject, template: string): void {
  const matched = textOf(entry['matched-at']) ?? textOf(entry['matched']);
  const matcher = textOf(entry['matcher-name']) ?? textOf(entry['matcher_name']);
  const host = hostOf(matched) ?? textOf(entry['host']);
  found.add(
    [template, textOf(entry['type']), matcher, host],
    resultOf(entry, template, matcher),
    matched === null
      ? []
      : [{ url: matched.includes('://') ? matched : `http://${matched}` }].filter(({ url }) => /^https?:/i.test(url)),
  );
}

/** The host of an address, or of `host:port` as templates for networks match it. */
function hostOf(matched: string | null): string | null {
  return (
    /^(?:[a-z][a-z0-9+.-]{0,20}:\/\/)?(?:[^/?#@\s]{0,300}@)?(\[[0-9a-f:.]{2,60}\]|[^/:?#\s]{1,300})/i
      .exec(matched ?? '')?.[1]
      ?.toLowerCase() ?? null
  );
}

function resultOf(entry: JsonObject, template: string, matcher: string | null): GivenResult {
  const info = entry['info'] ?? entry;
  const severity = textOf(at(info, 'severity'));
  const place = textOf(entry['matched-at']) ?? textOf(entry['matched']) ?? textOf(entry['host']);
  const listed = (member: string): readonly string[] => {
    const value = at(info, 'classification', member);
    return Array.isArray(value) ? textsOf(value) : [textOf(value) ?? ''];
  };
  return {
    kind: 'dynamic',
    rule: matcher === null ? template : `${template}:${matcher}`,
    title: textOf(at(info, 'name')),
    message: [
      textOf(at(info, 'description')),
      place === null ? null : `Seen at ${place.split('?')[0] ?? ''}`,
      textOf(at(info, 'remediation')),
    ]
      .filter((part) => part !== null)
      .join('\n'),
    severity: severityOf(severity),
    reportedSeverity: severity,
    vulnerabilities: listed('cve-id').map((id) => id.toUpperCase()),
    weaknesses: listed('cwe-id'),
    cvss: [textOf(at(info, 'classification', 'cvss-metrics'))],
    help: textsOf(at(info, 'reference'))[0] ?? null,
  };
}
