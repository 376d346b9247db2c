// SPDX-License-Identifier: Apache-2.0
import { PlumblineError } from '@plumbline/core/errors';

/** What is wrong with the policy at a path. */
export const policyFault = (path: string, because: string): PlumblineError =>
  new PlumblineError('policy-invalid', because, { path });
