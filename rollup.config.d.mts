import type { Plugin } from 'rollup';

export declare const plugins: (extra: Plugin[]) => Plugin[];
