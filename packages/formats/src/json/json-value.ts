// SPDX-License-Identifier: Apache-2.0

/** What a JSON text says. Members called `__proto__` are never kept. */
export type JsonValue = null | boolean | number | string | readonly JsonValue[] | JsonObject;

export type JsonObject = { readonly [member: string]: JsonValue };

/**
 * Which part of a JSON text is worth building: everything, or the named members of an object, at each step. An array
 * hands its own on to every element; numbers, strings, booleans and null are always built where they are asked for.
 * `{}` therefore is "a scalar, or the bare fact that there is an object or a list". A member called `*` stands for every
 * member that is not named beside it.
 */
export type Keep = 'all' | { readonly [member: string]: Keep };
