// SPDX-License-Identifier: Apache-2.0
import {
  starterRecords,
  starterSchemas,
  type StarterFile,
} from '@plumbline/adapters/collectors/records/starter-records';
import { starterThreatModel } from '@plumbline/adapters/collectors/threat-models/starter-threat-model';

/** Everything that `plumbline init` writes: plumbline.yaml, the records, a threat model, and the schemas editors complete from. */
export function starterFiles(product: string): readonly StarterFile[] {
  return [...starterRecords({ product }), starterThreatModel(product), ...starterSchemas()];
}
