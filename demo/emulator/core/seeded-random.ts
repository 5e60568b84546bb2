import type { Random } from './ports.js';

/** Chance that repeats: the same seed gives the same numbers and ids in the same order. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  // A counter whose bits are stirred until neighbours have nothing in common (the splitmix construction).
  const word = (): number => {
    state = (state + 0x9e37_79b9) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 16), 0x21f0_aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a_2d97);
    return (mixed ^ (mixed >>> 15)) >>> 0;
  };
  return {
    next: () => word() / 2 ** 32,
    id() {
      const hex = Array.from({ length: 4 }, () => word().toString(16).padStart(8, '0')).join('');
      const variant = '89ab'[parseInt(hex.charAt(16), 16) % 4] ?? '8';
      const groups = [
        hex.slice(0, 8),
        hex.slice(8, 12),
        `4${hex.slice(13, 16)}`,
        variant + hex.slice(17, 20),
        hex.slice(20),
      ];
      return groups.join('-');
    },
  };
}
