// SPDX-License-Identifier: Apache-2.0
import { faultAt, type TextFault } from '../../imports/text-fault.ts';
import type { JsonObject, JsonValue } from '../../json/json-value.ts';
import { readXml } from '../../xml/read-xml.ts';
import type { Each, ObjectShape, Shape } from './bom-shape.ts';

/** As for JSON: values beyond these are more than a bill of materials holds. */
const valuesMax = 2_000_000;
/** Of one text, in characters: names, versions, URLs and hashes are shorter. */
const textMax = 10_000;

export type ShapedXml =
  | {
      readonly state: 'read';
      readonly value: JsonObject;
      readonly root: string;
      readonly attributes: ReadonlyMap<string, string>;
    }
  | { readonly state: 'failed'; readonly fault: TextFault };

/** `shape` null: an element that is checked to be well-formed and not built. */
type Frame = {
  readonly shape: Shape | null;
  readonly attributes: ReadonlyMap<string, string>;
  readonly members: Map<string, JsonValue>;
  readonly lists: Map<string, JsonValue[]>;
  readonly items: JsonValue[];
  text: string;
};

/**
 * An XML document as the JSON of the same model, by the shape of its root. Elements of another namespace prefix than
 * the root's are extensions and are left out; so is what the shape does not name.
 */
export function shapedXml(bytes: Uint8Array, shape: ObjectShape): ShapedXml {
  const builder = new ShapeBuilder(shape);
  const fault = readXml(bytes, builder);
  if (fault !== null) return { state: 'failed', fault };
  if (builder.values > valuesMax) {
    const because = `more than ${valuesMax} values`;
    return { state: 'failed', fault: faultAt(bytes, bytes.length, { code: 'too-large', because }) };
  }
  return { state: 'read', value: builder.value, root: builder.root, attributes: builder.attributes };
}

class ShapeBuilder {
  values = 0;
  root = '';
  value: JsonObject = {};
  attributes: ReadonlyMap<string, string> = new Map();
  readonly #rootShape: ObjectShape;
  readonly #frames: Frame[] = [];
  #prefix = '';

  constructor(shape: ObjectShape) {
    this.#rootShape = shape;
  }

  readonly open = (name: string, attributes: () => ReadonlyMap<string, string>, depth: number): void => {
    if (depth === 1) {
      this.root = name;
      this.#prefix = prefixOf(name);
      this.attributes = attributes();
    }
    const shape = depth === 1 ? this.#rootShape : this.#shapeOf(name);
    this.#frames.push({
      shape,
      attributes: shape !== null && readsAttributes(shape) ? attributes() : none,
      members: new Map(),
      lists: new Map(),
      items: [],
      text: '',
    });
  };

  readonly text = (read: (bytesMax: number) => string): void => {
    const frame = this.#frames.at(-1);
    if (frame === undefined || frame.shape === null || frame.text.length >= textMax) return;
    if (frame.shape.kind === 'text' || (frame.shape.kind === 'object' && frame.shape.text !== null))
      frame.text += read(textMax - frame.text.length);
  };

  readonly close = (name: string): void => {
    const frame = this.#frames.pop();
    const parent = this.#frames.at(-1);
    if (frame?.shape === null || frame === undefined || this.values > valuesMax) return;
    const value = valueOf(frame, frame.shape);
    this.values += 1;
    if (parent === undefined) this.value = value as JsonObject; // the root's shape is an object
    else attach(parent, localName(name), value);
  };

  #shapeOf(name: string): Shape | null {
    const shape = this.#frames.at(-1)?.shape ?? null;
    if (shape === null || prefixOf(name) !== this.#prefix) return null;
    const local = localName(name);
    if (shape.kind === 'list') return Object.hasOwn(shape.items, local) ? (shape.items[local] ?? null) : null;
    const member = memberOf(shape, local);
    return member?.kind === 'each' ? member.shape : member;
  }
}

const none: ReadonlyMap<string, string> = new Map();

const readsAttributes = (shape: Shape): boolean =>
  shape.kind === 'attribute' || (shape.kind === 'object' && shape.attributes.length + shape.flags.length > 0);

const prefixOf = (name: string): string => (name.includes(':') ? (name.split(':', 1)[0] ?? '') : '');
const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

function memberOf(shape: Shape, local: string): Shape | Each | null {
  return shape.kind === 'object' && Object.hasOwn(shape.members, local) ? (shape.members[local] ?? null) : null;
}

function valueOf({ attributes, members, lists, items, text }: Frame, shape: Shape): JsonValue {
  switch (shape.kind) {
    case 'text':
      return text;
    case 'attribute':
      return attributes.get(shape.name) ?? null;
    case 'list':
      return items;
    case 'object': {
      const stated = shape.attributes.flatMap((name) => {
        const value = attributes.get(name);
        return value === undefined ? [] : [[name, value] as const];
      });
      const flags = shape.flags.map((name) => [name, /^(?:true|1)$/u.test(attributes.get(name) ?? '')] as const);
      const own = shape.text === null ? [] : [[shape.text, text] as const];
      return Object.fromEntries<JsonValue>([...stated, ...flags, ...members, ...lists, ...own]);
    }
  }
}

/** Of a member that may stand once, the first one counts. */
function attach(parent: Frame, local: string, value: JsonValue): void {
  if (parent.shape === null) return;
  if (parent.shape.kind === 'list') {
    const { named } = parent.shape;
    const member = Object.hasOwn(named, local) ? named[local] : undefined;
    parent.items.push(member === undefined ? value : { [member]: value });
    return;
  }
  const member = memberOf(parent.shape, local);
  if (member?.kind === 'each') {
    const gathered = parent.lists.get(member.member) ?? [];
    gathered.push(value);
    parent.lists.set(member.member, gathered);
  } else if (!parent.members.has(local)) parent.members.set(local, value);
}
