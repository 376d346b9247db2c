// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bytesOf } from '../testing/bytes-of.ts';
import { burpReport } from './burp/burp-report.ts';
import { cyclonedxReport } from './cyclonedx/cyclonedx-report.ts';
import { dependencyCheckReport } from './dependency-check/dependency-check-report.ts';
import { niktoReport } from './nikto/nikto-report.ts';
import { readWhole } from './testing/read-whole.ts';
import { resultFaults } from './testing/result-faults.ts';
import { wapitiReport } from './wapiti/wapiti-report.ts';
import { zapReport } from './zap/zap-report.ts';

/** Parsers of XML, the root of theirs, and the elements that they look at. */
const parsers = [
  [
    zapReport,
    'OWASPZAPReport',
    'site alerts alertitem pluginid riskcode confidence cweid desc instances instance uri param',
  ],
  [
    burpReport,
    'issues',
    'issue type name host path location severity confidence issueDetail vulnerabilityClassifications',
  ],
  [niktoReport, 'niktoscan', 'niktoscan scandetails item description namelink iplink uri'],
  [
    wapitiReport,
    'report',
    'report_infos info vulnerabilities vulnerability references reference title entries entry level path',
  ],
  [
    dependencyCheckReport,
    'analysis',
    'dependencies dependency identifiers package id identifier name vulnerabilities vulnerability cvssV3 scope',
  ],
  [
    cyclonedxReport,
    'bom',
    'metadata component components name purl vulnerabilities vulnerability id affects target ref ratings rating',
  ],
] as const;
const rows = parsers.map(([parser, root, vocabulary]) => [parser.id, parser, root, vocabulary] as const);

const texts = [
  '',
  '1',
  'CVE-2026-1',
  'maven',
  'https://u:p@example.org/?a=b',
  '../../x',
  '&e;',
  '&#0;',
  '<![CDATA[<x>]]>',
  '\u001b[2J',
];

test.each(rows)('%s: no document makes it throw, and what comes out is valid', (_, parser, root, vocabulary) => {
  const name = fc.constantFrom(...vocabulary.split(' '));
  const { element } = fc.letrec<{ element: string }>((tie) => ({
    element: fc
      .tuple(name, fc.array(fc.oneof({ maxDepth: 6 }, fc.constantFrom(...texts), tie('element')), { maxLength: 5 }))
      .map(([tag, inner]) => `<${tag} name="${tag}" id="1" type="maven" ref="a">${inner.join('')}</${tag}>`),
  }));
  fc.assert(
    fc.property(fc.array(element, { maxLength: 6 }), (elements) => {
      const { read, results } = readWhole(
        parser,
        bytesOf(`<!DOCTYPE ${root} [<!ENTITY e "x">]><${root}>${elements.join('')}</${root}>`),
      );
      expect(read.state).toBe('parsed');
      expect(results.flatMap((result) => resultFaults(result))).toEqual([]);
    }),
    { numRuns: 100 },
  );
});

test.each(rows)('%s: XML of another root is no report of it', (_, parser) => {
  expect(readWhole(parser, bytesOf('<html><body/></html>')).read).toMatchObject({ fault: { code: 'unknown-format' } });
  expect(parser.recognise({ syntax: 'xml', root: 'html', attributes: new Map(), elements: ['body'] })).toBe(false);
});
