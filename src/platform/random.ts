import type { Random } from '../engine/types.js';

/** The browser's secure randomness. Works on plain http pages, where `crypto.randomUUID` is missing. */
export function createRandom(): Random {
  return {
    next() {
      const [value = 0] = crypto.getRandomValues(new Uint32Array(1));
      return value / 2 ** 32;
    },
    id() {
      const hex = [...crypto.getRandomValues(new Uint8Array(16))]
        // RFC 9562: the version in the seventh byte, the variant in the ninth.
        .map((byte, index) =>
          index === 6 ? (byte & 0x0f) | 0x40 : index === 8 ? (byte & 0x3f) | 0x80 : byte,
        )
        .map((byte) => byte.toString(16).padStart(2, '0'))
        .join('');
      return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
    },
  };
}
