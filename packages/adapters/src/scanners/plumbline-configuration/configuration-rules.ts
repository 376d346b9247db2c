// SPDX-License-Identifier: Apache-2.0
import type { ConfigurationRule } from './configuration-rule.ts';
import { composeRules } from './rules/compose.ts';
import { dockerfileRules } from './rules/dockerfile.ts';
import { kubernetesRules } from './rules/kubernetes.ts';
import { nginxRules } from './rules/nginx.ts';
import { pipelineRules } from './rules/pipelines.ts';
import { terraformRules } from './rules/terraform.ts';

/** Every rule, by format. */
export const configurationRules: readonly ConfigurationRule[] = [
  ...dockerfileRules,
  ...composeRules,
  ...kubernetesRules,
  ...pipelineRules,
  ...nginxRules,
  ...terraformRules,
];
