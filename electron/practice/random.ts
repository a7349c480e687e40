/** A 32-bit hash of up to four integers (murmur3 mixing): the market's only source of chance. */
export function hash(a: number, b = 0, c = 0, d = 0): number {
  let h = mix(0x9e3779b9, a);
  h = mix(h, b);
  h = mix(h, c);
  h = mix(h, d);
  return h >>> 0;
}

function mix(state: number, part: number): number {
  let h = Math.imul(state ^ (part | 0), 0x85ebca6b);
  h ^= h >>> 13;
  h = Math.imul(h, 0xc2b2ae35);
  return h ^ (h >>> 16);
}

export const hashText = (text: string): number => {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return h >>> 0;
};

/** Uniform in [0, 1) from a hash. */
export const unit = (h: number): number => h / 4_294_967_296;

/** Close to a standard normal: four uniform bytes summed (bounded to ±3.5), cheap enough for every node. */
export const normal = (h: number): number =>
  ((h & 255) + ((h >>> 8) & 255) + ((h >>> 16) & 255) + (h >>> 24) - 510) / 147.8;

export interface Random {
  readonly next: () => number;
  readonly integer: (below: number) => number;
  readonly hex: (length: number) => string;
  readonly uuid: () => string;
}

/** A seeded stream for identifiers: the same seed gives the same ids in the same order. */
export function createRandom(seed: number): Random {
  let counter = 0;
  const next = () => unit(hash(seed, counter++, 77));
  const integer = (below: number) => Math.floor(next() * below);
  const hex = (length: number) => Array.from({ length }, () => integer(16).toString(16)).join('');
  const uuid = () => `${hex(8)}-${hex(4)}-4${hex(3)}-8${hex(3)}-${hex(12)}`;
  return { next, integer, hex, uuid };
}
