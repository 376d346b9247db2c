// SPDX-License-Identifier: Apache-2.0
import type { ProjectDocuments } from '@plumbline/core/facts/project-documents';
import { linksOf } from '../../platform/prose/links.ts';
import { isOwnersLink } from '../../platform/prose/owners-link.ts';
import type { Prose } from '../../platform/prose/prose.ts';

type Elsewhere = ProjectDocuments['elsewhere'][number];

const topics: readonly { readonly topic: Elsewhere['topic']; readonly words: RegExp }[] = [
  {
    topic: 'coding-standard',
    words:
      /(?:secure[- _]?)?(?:coding|code)[- _]?(?:style|standards?|conventions?|guidelines?)|secure[- _]?coding|style[- _]?guide/iu,
  },
  {
    topic: 'verification',
    words:
      /(?:verif(?:y|ying)|validat(?:e|ing))[- _](?:\w+[- _]){0,3}(?:releases?|signatures?|downloads?|binar(?:y|ies)|artifacts?|images?|packages?|integrity)|(?:release|signature|artifact|image|download)s?[- _]verification|signed[- _]releases?/iu,
  },
  { topic: 'threat-model', words: /threat[- _]?model/iu },
  {
    topic: 'contributing',
    words:
      /\bcontribut\w+[- _](?:guid\w+|documentation|docs|process|handbook|manual)|\/contributing(?:\.\w{2,8})?\/?(?:[#?].*)?$|(?:developer|development) (?:guide|handbook)\b/iu,
  },
  { topic: 'governance', words: /\bgovernance\b|\/(?:GOVERNANCE|MAINTAINERS)(?:\.\w+)?$/iu },
];

const general =
  /wikipedia|owasp\.org\/(?!www-project)|nist\.gov|microsoft\.com\/.{0,40}threat|shields\.io|badge|\.svg|bestpractices|docs\.github\.com|ghsa|\/issues\/|\/pull\/|#releas/iu;
const linksMax = 30;

/**
 * Links to the project's own word on a topic outside this tree: its site, or another repository of its owner. A
 * published style guide of somebody else is not that.
 */
export function findElsewhere(prose: Prose, repositoryUri: string): readonly Elsewhere[] {
  const found = new Map<string, Elsewhere>();
  for (const passage of prose.passages) {
    if (passage.kind === 'code') continue;
    for (const { url, text, line } of linksOf(prose, passage)) {
      if (!/^https?:\/\//iu.test(url) || general.test(url) || found.size >= linksMax) continue;
      const topic = topics.find(({ words }) => words.test(url) || words.test(text))?.topic;
      if (topic === undefined || !isOwnersLink(url, repositoryUri)) continue;
      found.set(`${topic} ${url}`, { topic, url: url.slice(0, 500), at: { path: prose.path, line } });
    }
  }
  return [...found.values()];
}
