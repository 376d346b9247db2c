// SPDX-License-Identifier: Apache-2.0
// The documents that are made from the code, so that they cannot say something else than it does.
import { schemaFiles } from './pages/schemas.ts';
import { checkPages } from './pages/checks.ts';
import { commandPage } from './pages/commands.ts';
import { coveragePage } from './pages/coverage.ts';
import { errorsPage } from './pages/errors.ts';
import { evidenceFormatsPage } from './pages/evidence-formats.ts';
import { needsPage } from './pages/needs.ts';
import { policyVocabularyPage } from './pages/policy-vocabulary.ts';
import { rulesPage } from './pages/rules.ts';
import { taskPages } from './pages/tasks.ts';
import { toolsPage } from './pages/tools.ts';
import { crosswalkFaultsPage } from './pages/crosswalk-faults.ts';
import { writeGenerated } from './write-generated.ts';

writeGenerated([
  ...(await taskPages()),
  ...checkPages(),
  await coveragePage(),
  commandPage(),
  errorsPage(),
  evidenceFormatsPage(),
  needsPage(),
  policyVocabularyPage(),
  rulesPage(),
  toolsPage(),
  await crosswalkFaultsPage(),
  ...schemaFiles(),
]);
