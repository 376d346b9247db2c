// SPDX-License-Identifier: Apache-2.0
import type { Check } from '@plumbline/core/answers/check';
import { defineCheck } from '@plumbline/core/answers/check';
import { yes } from '@plumbline/core/answers/answers';
import { citeAll } from '@plumbline/core/answers/cite';
import { counted } from '../../words/counted.ts';
import { productThreatModels } from '../../records/product-threat-models.ts';
import { shortText } from '../../words/short-text.ts';

// SP 800-218 PW.1.1; doubtful case 14: example models and warnings to users are not a model of this product.
export const threatModelPresent: Check = defineCheck({
  id: 'threat-model-present',
  question: 'Is there a threat model of this product that names threats or trust boundaries?',
  scope: 'product',
  needs: ['threat-models', 'project-documents'],
  strength: 'documented',
  automation: 'automatic',
  guide: {
    shows: 'Somebody wrote down what could go wrong with this product: threats, or the boundaries where trust changes.',
    doesNotShow:
      'Whether the model is right, current (threat-model-current) or acted upon (threats-decided). Example models, test data and advice to users never count.',
    resolve:
      'Keep the model in the repository: security/threat-models, OTM, Threat Dragon, Threagile, or a document. A link to another place cannot be read offline.',
  },
  remedy: {
    effort: 'days',
    steps: [
      'Draw the data flows and mark where trust changes',
      'Write down what can go wrong at each boundary, and what is done about it, under security/threat-models',
    ],
    patch: 'starter-records',
  },
  answer({ 'threat-models': item, 'project-documents': documents }) {
    const { models, refusal } = productThreatModels(item, documents);
    if (refusal !== null) return refusal;
    const [first] = models;
    const threats = models.reduce((sum, model) => sum + (model.threats?.length ?? 0), 0);
    return yes(
      `${counted(models.length, 'model')}, such as "${shortText(first.title)}" (${shortText(first.format)}); ${threats} threats listed`,
      citeAll(
        item,
        models.map(({ at }) => at),
      ),
    );
  },
});
