// SPDX-License-Identifier: Apache-2.0
import type { FactByKind, FactKind } from '@plumbline/core/facts/fact-by-kind';
import type { RecordFile } from '@plumbline/core/facts/records/record';
import type { Schema } from '../../platform/record-schema/schema.ts';
import { componentIntakeSchema } from './schemas/component-intake.ts';
import { designReviewsSchema } from './schemas/design-reviews.ts';
import { environmentsSchema } from './schemas/environments.ts';
import { exceptionsSchema } from './schemas/exceptions.ts';
import { gatePolicySchema } from './schemas/gate-policy.ts';
import { policiesSchema } from './schemas/policies.ts';
import { releasesSchema } from './schemas/releases.ts';
import { requirementsSchema } from './schemas/requirements.ts';
import { risksSchema } from './schemas/risks.ts';
import { rolesSchema } from './schemas/roles.ts';
import { rootCausesSchema } from './schemas/root-causes.ts';
import { secureDefaultsSchema } from './schemas/secure-defaults.ts';
import { statementsSchema } from './schemas/statements.ts';
import { suppliersSchema } from './schemas/suppliers.ts';
import { toolchainSchema } from './schemas/toolchain.ts';
import { trainingSchema } from './schemas/training.ts';
import { triageSchema } from './schemas/triage.ts';

export type RecordKind = Extract<FactKind, `record:${string}`>;
export type ContentOf<K extends RecordKind> = FactByKind[K] extends RecordFile<infer T> ? T : never;
/** The name of a record's file without its ending. */
export type RecordName = RecordKind extends `record:${infer N}` ? N : never;

/** The schema of every record: a kind that is missing here does not compile. */
export const recordSchemas: { readonly [K in RecordKind]: Schema<ContentOf<K>> } = {
  'record:roles': rolesSchema,
  'record:training': trainingSchema,
  'record:policies': policiesSchema,
  'record:statements': statementsSchema,
  'record:exceptions': exceptionsSchema,
  'record:design-reviews': designReviewsSchema,
  'record:requirements': requirementsSchema,
  'record:suppliers': suppliersSchema,
  'record:releases': releasesSchema,
  'record:root-causes': rootCausesSchema,
  'record:toolchain': toolchainSchema,
  'record:risks': risksSchema,
  'record:environments': environmentsSchema,
  'record:secure-defaults': secureDefaultsSchema,
  'record:component-intake': componentIntakeSchema,
  'record:gate-policy': gatePolicySchema,
  'record:triage': triageSchema,
};

export const recordKinds = Object.keys(recordSchemas) as [RecordKind, ...RecordKind[]];

/** `record:roles` is kept in `roles.yaml`. */
export const recordName = (kind: RecordKind): RecordName => kind.slice('record:'.length) as RecordName;
