// SPDX-License-Identifier: Apache-2.0
import { attributeIn, elementsOf, textIn, type XmlElement } from '../../xml/xml-element.ts';
import type { XmlKeep } from '../../xml/xml-keep.ts';
import type { GivenResult, GivenWebPlace } from '../create-result.ts';
import type { GivenRun } from '../json-report.ts';
import type { ReportParser } from '../report-parser.ts';
import { severityOf } from '../severity-words.ts';
import { SiteInstances } from '../site-instances.ts';
import { textOfHtml } from '../text-of-html.ts';
import { parseXmlReport, type XmlReading } from '../xml-report.ts';

const keep: XmlKeep = {
  issue: {
    serialNumber: {},
    type: {},
    name: {},
    host: {},
    path: {},
    location: {},
    severity: {},
    confidence: {},
    issueBackground: {},
    issueDetail: {},
    remediationBackground: {},
    remediationDetail: {},
    vulnerabilityClassifications: {},
  },
};

const confidences: { readonly [word: string]: 'high' | 'medium' | 'low' } = {
  certain: 'high',
  firm: 'medium',
  tentative: 'low',
};

/** The type of every issue that an extension reports: what tells them apart is the name. */
const extensionType = '134217728';

/** Burp Suite's XML of issues: one result for a type of issue and a host, whatever the scheme and port, with its paths. */
export const burpReport: ReportParser = {
  id: 'burp',
  title: 'Burp Suite XML',
  recognise: (shape) => shape.syntax === 'xml' && shape.root === 'issues' && shape.attributes.has('burpVersion'),
  parse: (bytes, take) => parseXmlReport({ id: 'burp', title: 'Burp Suite XML', keep, read }, bytes, take),
};

function read({ root, give, problems }: XmlReading): GivenRun | null {
  if (root.name !== 'issues') return null;
  const found = new SiteInstances();
  for (const issue of elementsOf(root, 'issue')) {
    const type = textIn(issue, 'type');
    if (type === null) problems.add('Burp issue: one without its type');
    else found.add(keyOf(issue, type), resultOf(issue, type), [placeOf(issue)]);
  }
  found.giveTo(give);
  return { tool: 'Burp Suite', toolVersion: attributeIn(root, 'burpVersion') };
}

const keyOf = (issue: XmlElement, type: string): readonly (string | null)[] => [
  type,
  type === extensionType ? textIn(issue, 'name') : null,
  textIn(issue, 'host')
    ?.replace(/^[a-z]{1,10}:\/\/|:\d{1,5}$/gi, '')
    .toLowerCase() ?? null,
];

function resultOf(issue: XmlElement, type: string): GivenResult {
  const severity = textIn(issue, 'severity');
  const confidence = textIn(issue, 'confidence')?.toLowerCase() ?? '';
  const parts = ['issueDetail', 'issueBackground', 'remediationDetail', 'remediationBackground'];
  const isFalse = severity?.toLowerCase() === 'false positive';
  return {
    kind: 'dynamic',
    rule: type,
    title: textIn(issue, 'name'),
    message: parts
      .map((part) => textOfHtml(textIn(issue, part) ?? ''))
      .filter((part) => part !== '')
      .join('\n'),
    severity: severityOf(severity),
    reportedSeverity: severity,
    confidence: Object.hasOwn(confidences, confidence) ? confidences[confidence] : null,
    weaknesses: textIn(issue, 'vulnerabilityClassifications')?.match(/CWE-\d{1,5}/g) ?? [],
    suppressed: isFalse ? { where: 'elsewhere', reason: 'false positive' } : null,
  };
}

/** `location` is the path with the place of the input in brackets: `/search [q parameter]`. */
function placeOf(issue: XmlElement): GivenWebPlace | null {
  const host = textIn(issue, 'host');
  if (host === null) return null;
  const parameter = /\[([^[\]]{1,300})\]\s*$/.exec(textIn(issue, 'location')?.slice(-400) ?? '')?.[1];
  return { url: `${host}${textIn(issue, 'path') ?? '/'}`, parameter: parameter?.replace(/ parameter$/, '') };
}
