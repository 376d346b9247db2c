// SPDX-License-Identifier: Apache-2.0

/** A threat model to fill in, beside the records that `plumbline init` writes. A placeholder until it is. */
export function starterThreatModel(product: string): { readonly path: string; readonly text: string } {
  const text = `# yaml-language-server: $schema=../.schemas/threat-model.schema.json
# What can go wrong with this product, and where trust changes (SP 800-218 PW.1.1).
title: ${JSON.stringify(product)}
owner: "TODO: who keeps this model"
reviewedOn: "TODO: the day of its last review, YYYY-MM-DD"
trustBoundaries:
  - name: "TODO: such as the network between users and the server"
    between: ["TODO: one side", "TODO: the other side"]
threats:
  - id: T-1
    title: "TODO: what can go wrong at that boundary"
    state: undecided # mitigated | accepted | transferred | open | undecided
    owner: "TODO: who owes the next step"
    boundary: "TODO: the name of the boundary"
    mitigation: "TODO: what is done about it"
`;
  return { path: 'security/threat-models/product.yaml', text };
}
