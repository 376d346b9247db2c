// SPDX-License-Identifier: Apache-2.0

export const otm = JSON.stringify({
  otmVersion: '0.2.0',
  project: { name: 'Lantern', id: 'lantern' },
  trustZones: [{ id: 'internet' }, { id: 'inside' }],
  components: [
    {
      id: 'api',
      name: 'API',
      threats: [
        { threat: 't1', state: 'mitigated' },
        { threat: 't2', state: 'exposed' },
      ],
    },
    { id: 'db', name: 'DB', threats: [{ threat: 't1', state: 'partly-mitigated' }] },
  ],
  threats: [
    { id: 't1', name: 'Injection' },
    { id: 't2', name: 'Replay' },
    { id: 't3', name: 'Forgotten' },
  ],
});

const cell = (data: object): object => ({ shape: 'process', data });

export const threatDragon = JSON.stringify({
  version: '2.2.0',
  summary: { title: 'Lantern', owner: 'Ada' },
  detail: {
    contributors: [],
    diagrams: [
      {
        diagramType: 'STRIDE',
        cells: [
          cell({
            type: 'tm.Process',
            threats: [
              { id: 'a', title: 'Spoofing', status: 'Open', number: 1 },
              { id: 'b', title: 'Tampering', status: 'Mitigated', number: 2 },
            ],
          }),
          cell({ type: 'tm.Boundary', isTrustBoundary: true }),
          cell({ type: 'tm.Flow', threats: [{ id: 'c', title: 'DoS', status: 'NotApplicable', number: 3 }] }),
        ],
      },
    ],
  },
});

export const threagile = `threagile_version: 1.0.0
title: Lantern
date: 2026-03-01
author: { name: Ada }
trust_boundaries:
  Web: { id: web }
risk_tracking:
  unencrypted@db:
    status: accepted
    justification: local only
    checked_by: Bo
  sql-injection@api:
    status: unchecked
`;

export const own = `title: Lantern
owner: ada@lantern.org
reviewedOn: 2026-04-01
trustBoundaries:
  - name: Internet
    between: [user, server]
threats:
  - id: T-1
    title: A forged token
    state: mitigated
  - id: T-2
    title: A flood of requests
    state: open
    owner: bo@lantern.org
`;

export const prose = `# Design

## Threat model

Last reviewed: 1 May 2026

We assume that an attacker controls the network between client and server, and may run a server of their own.
The client trusts its own disk. An attacker who can write to it can do everything, and is out of scope.

### Trust boundaries

- the network: responses are untrusted until their signature was checked
- the plug-in interface: plug-ins are trusted, their input is not, and tampering with it is detected
`;
