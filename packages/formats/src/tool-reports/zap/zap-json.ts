// SPDX-License-Identifier: Apache-2.0
import { isoOfMailDate } from '../../imports/iso-of-mail-date.ts';
import { statedInstant } from '../../imports/stated-instant.ts';
import { at, listOf, objectsOf, textOf } from '../../json/json-fields.ts';
import type { JsonObject, JsonValue, Keep } from '../../json/json-value.ts';
import type { GivenRun, JsonReading } from '../json-report.ts';
import { giveZapAlerts, type ZapAlert } from './zap-alerts.ts';

export const zapJsonKeep: Keep = {
  vulnerabilities: {},
  '@programName': {},
  '@version': {},
  '@generated': {},
  created: {},
  site: {
    '@name': {},
    alerts: {
      pluginid: {},
      alertRef: {},
      alert: {},
      name: {},
      riskcode: {},
      confidence: {},
      riskdesc: {},
      desc: {},
      solution: {},
      cweid: {},
      instances: { uri: {}, method: {}, param: {} },
    },
  },
};

/** `{"@programName": "ZAP", "@version": …, "site": [{"@name": …, "alerts": […]}]}`; in GitLab's report it is an appendix. */
export function isZapJson(report: JsonValue | undefined): boolean {
  if (Array.isArray(at(report, 'vulnerabilities'))) return false;
  if (textOf(at(report, '@version')) === null || at(report, 'site') === undefined) return false;
  const first = sitesOf(report)[0];
  return first === undefined ? textOf(at(report, '@programName')) !== null : Array.isArray(first['alerts']);
}

export function readZapJson({ values: [report], give, problems }: JsonReading): GivenRun | null {
  if (!isZapJson(report)) return null;
  const alerts = sitesOf(report).flatMap((site) =>
    objectsOf(site['alerts']).map((alert) => alertOf(alert, textOf(site['@name']))),
  );
  giveZapAlerts(alerts, give, problems);
  const written = textOf(at(report, 'created')) ?? isoOfMailDate(textOf(at(report, '@generated')));
  return {
    tool: 'ZAP',
    toolVersion: textOf(at(report, '@version')),
    finishedAt: statedInstant(written, 'ZAP created', problems),
  };
}

/** A single site is no list in the reports of old versions. */
function sitesOf(report: JsonValue | undefined): readonly JsonObject[] {
  const site = at(report, 'site');
  return objectsOf(Array.isArray(site) ? listOf(site) : site === undefined ? [] : [site]);
}

function alertOf(alert: JsonObject, site: string | null): ZapAlert {
  const text = (member: string): string | null => {
    const value = alert[member];
    return typeof value === 'number' ? String(value) : textOf(value);
  };
  return {
    site,
    text,
    instances: objectsOf(alert['instances']).map((instance) => ({
      url: textOf(instance['uri']) ?? '',
      method: textOf(instance['method']),
      parameter: textOf(instance['param']),
    })),
  };
}
