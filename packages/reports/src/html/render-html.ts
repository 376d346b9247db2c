// SPDX-License-Identifier: Apache-2.0
import type { Assessment } from '@plumbline/core/assessment/assessment';
import type { ReportOptions } from '../report-options.ts';
import { contentSecurityPolicy } from './content-security-policy.ts';
import { evidenceSection } from './evidence.ts';
import { exceptionsSection } from './exceptions.ts';
import { firstSteps } from './first-steps.ts';
import { glossary } from './glossary.ts';
import { html, trusted } from './markup.ts';
import { masthead, shortName } from './masthead.ts';
import { matrix } from './matrix.ts';
import { notLookedAtSection } from './not-looked-at.ts';
import { pageContext } from './page-context.ts';
import { practices } from './practices.ts';
import { script } from './script.ts';
import { styles } from './styles.ts';
import { summarySection } from './summary.ts';

// Whole elements: a space more inside them and their hashes are others.
const styleElement = trusted(`<style>${styles}</style>`);
const scriptElement = trusted(`<script>${script}</script>`);

/**
 * `assess --format html`: one file to read, mail and print. It asks nothing of the network, works without a script, and
 * its content security policy lets nothing run but the script that it came with. Same input, same bytes.
 */
export function renderHtml(assessment: Assessment, options: ReportOptions = {}): string {
  const context = pageContext(assessment, options);
  const page = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${contentSecurityPolicy(styles, script)}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="referrer" content="no-referrer" />
        <meta name="generator" content="${assessment.tool.name} ${assessment.tool.version}" />
        <title>${shortName(assessment.subject.uri)}: ${assessment.catalog.id} assessment</title>
        ${styleElement}
      </head>
      <body>
        <a class="skip" href="#main">Skip to the verdicts</a>
        ${masthead(assessment)}
        <main id="main" tabindex="-1">
          ${summarySection(assessment)} ${firstSteps(options.actions ?? [])} ${matrix(assessment)}
          ${practices(assessment, context)} ${evidenceSection(assessment)} ${exceptionsSection(assessment)}
          ${notLookedAtSection(assessment)} ${glossary()}
        </main>
        <footer>
          <p>
            Every verdict follows from the evidence that is listed here: the same evidence gives the same report. Nobody
            set a verdict by hand. This report is not a statement of compliance.
          </p>
        </footer>
        ${scriptElement}
      </body>
    </html>`;
  return `${page.markup}\n`;
}
