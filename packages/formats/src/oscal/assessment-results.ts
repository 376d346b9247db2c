// SPDX-License-Identifier: Apache-2.0
import type { OscalProp, OscalResource } from './oscal-document.ts';

/** As much of the OSCAL 1.2 assessment results model as is written. Members keep the names of the model. */
export type OscalAssessmentResults = {
  readonly uuid: string;
  readonly metadata: {
    readonly title: string;
    readonly 'last-modified': string;
    readonly version: string;
    readonly 'oscal-version': string;
    readonly props?: readonly OscalProp[];
  };
  readonly 'import-ap': { readonly href: string; readonly remarks?: string };
  readonly results: readonly OscalResult[];
  readonly 'back-matter': { readonly resources: readonly OscalEvidenceResource[] };
};

export type OscalEvidenceResource = OscalResource & {
  readonly description?: string;
  readonly props?: readonly OscalProp[];
};

export type OscalComponent = {
  readonly uuid: string;
  readonly type: 'software';
  readonly title: string;
  readonly description: string;
  readonly props?: readonly OscalProp[];
  readonly status: { readonly state: 'operational' | 'other'; readonly remarks?: string };
};

export type OscalOrigin = { readonly actors: readonly { readonly type: 'tool'; readonly 'actor-uuid': string }[] };

export type OscalObservation = {
  readonly uuid: string;
  readonly title: string;
  readonly description: string;
  readonly props: readonly OscalProp[];
  readonly links?: readonly { readonly href: string; readonly rel: string }[];
  readonly methods: readonly ('EXAMINE' | 'INTERVIEW' | 'TEST' | 'UNKNOWN')[];
  readonly types: readonly ['control-objective'];
  readonly origins: readonly OscalOrigin[];
  readonly subjects: readonly { readonly 'subject-uuid': string; readonly type: 'component' }[];
  readonly 'relevant-evidence'?: readonly {
    readonly href: string;
    readonly description: string;
    readonly props: readonly OscalProp[];
    readonly remarks?: string;
  }[];
  readonly collected: string;
  readonly expires?: string;
  readonly remarks?: string;
};

export type OscalFinding = {
  readonly uuid: string;
  readonly title: string;
  readonly description: string;
  readonly props: readonly OscalProp[];
  readonly origins: readonly OscalOrigin[];
  readonly target: {
    readonly type: 'statement-id';
    readonly 'target-id': string;
    readonly description: string;
    readonly status: { readonly state: 'satisfied' | 'not-satisfied'; readonly reason: 'pass' | 'fail' };
    readonly 'implementation-status'?: { readonly state: 'implemented' | 'partial' };
  };
  readonly 'related-observations'?: readonly { readonly 'observation-uuid': string }[];
};

export type OscalControlSelection = {
  readonly description: string;
  readonly 'include-all'?: { readonly [nothing: string]: never };
  readonly 'include-controls'?: readonly { readonly 'control-id': string }[];
  readonly 'exclude-controls'?: readonly { readonly 'control-id': string }[];
};

export type OscalResult = {
  readonly uuid: string;
  readonly title: string;
  readonly description: string;
  readonly start: string;
  readonly end: string;
  readonly props: readonly OscalProp[];
  readonly 'local-definitions': {
    readonly components: readonly OscalComponent[];
    readonly 'assessment-assets': {
      readonly components: readonly OscalComponent[];
      readonly 'assessment-platforms': readonly {
        readonly uuid: string;
        readonly title: string;
        readonly 'uses-components': readonly { readonly 'component-uuid': string }[];
      }[];
    };
  };
  readonly 'reviewed-controls': { readonly 'control-selections': readonly OscalControlSelection[] };
  readonly observations?: readonly OscalObservation[];
  readonly findings?: readonly OscalFinding[];
  readonly remarks?: string;
};
