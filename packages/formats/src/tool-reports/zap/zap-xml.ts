// SPDX-License-Identifier: Apache-2.0
import { isoOfMailDate } from '../../imports/iso-of-mail-date.ts';
import { statedInstant } from '../../imports/stated-instant.ts';
import { attributeIn, elementsOf, textIn, type XmlElement } from '../../xml/xml-element.ts';
import type { XmlKeep } from '../../xml/xml-keep.ts';
import type { GivenRun } from '../json-report.ts';
import type { XmlReading } from '../xml-report.ts';
import { giveZapAlerts, type ZapAlert } from './zap-alerts.ts';

const alert: XmlKeep = {
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
  uri: {},
  param: {},
  instances: { instance: { uri: {}, method: {}, param: {} } },
};

export const zapXmlKeep: XmlKeep = { site: { alerts: { alertitem: alert } } };

export function readZapXml({ root, give, problems }: XmlReading): GivenRun | null {
  if (root.name !== 'OWASPZAPReport') return null;
  const alerts = elementsOf(root, 'site').flatMap((site) =>
    elementsOf(site, 'alerts', 'alertitem').map((item) => alertOf(item, attributeIn(site, 'name'))),
  );
  giveZapAlerts(alerts, give, problems);
  const written = attributeIn(root, 'created') ?? isoOfMailDate(attributeIn(root, 'generated'));
  return {
    tool: 'ZAP',
    toolVersion: attributeIn(root, 'version'),
    finishedAt: statedInstant(written, 'ZAP created', problems),
  };
}

/** Before 2.5 an alert was its only instance. */
function alertOf(item: XmlElement, site: string | null): ZapAlert {
  const instances = elementsOf(item, 'instances', 'instance');
  return {
    site,
    text: (member) => textIn(item, member),
    instances: (instances.length === 0 ? [item] : instances).map((instance) => ({
      url: textIn(instance, 'uri') ?? '',
      method: textIn(instance, 'method'),
      parameter: textIn(instance, 'param'),
    })),
  };
}
