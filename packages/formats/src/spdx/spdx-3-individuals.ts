// SPDX-License-Identifier: Apache-2.0

// Elements of the model's own that stand for nothing, and for what nobody says (SPDX 3.0.1 Core, individuals).

export const noneElement: string = 'https://spdx.org/rdf/3.0.1/terms/Core/NoneElement';

export const noAssertionElement: string = 'https://spdx.org/rdf/3.0.1/terms/Core/NoAssertionElement';
