import { rmSync } from 'node:fs';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import { transform } from 'esbuild';
import esbuild from 'rollup-plugin-esbuild';

/** Style files hold one `css` literal without expressions, so their text can go through a real CSS minifier. */
const minifyStyles = {
  name: 'minify-styles',
  async transform(code, id) {
    if (!id.endsWith('.styles.ts')) return null;
    const literal = /css`([^`$]*)`/.exec(code);
    if (!literal) this.error(`${id} must hold one css literal without expressions.`);
    const { code: minified } = await transform(literal[1], { loader: 'css', minify: true });
    return { code: code.replace(literal[1], () => minified.trim().replaceAll('\\', '\\\\')), map: null };
  },
};

/** Indentation in `html` and `svg` templates costs bytes and means nothing to a browser: each run with a line break becomes one space. */
const squeezeTemplates = {
  name: 'squeeze-templates',
  transform(code, id) {
    if (!/\/(src|components)\/[^?]*\.ts$/.test(id) || !/\b(html|svg)`/.test(code)) return null;
    const edits = [];
    visit(this.parse(code), (node) => {
      if (node.type !== 'TaggedTemplateExpression' || !['html', 'svg'].includes(node.tag.name)) return;
      for (const { start, end } of node.quasi.quasis) edits.push([start, end]);
    });
    let out = '';
    let from = 0;
    for (const [start, end] of edits.sort(([a], [b]) => a - b)) {
      out +=
        code.slice(from, start) +
        code
          .slice(start, end)
          .replace(/\s*\n\s*/g, ' ')
          .replace(/> </g, '><');
      from = end;
    }
    return { code: out + code.slice(from), map: null };
  },
};

function visit(node, enter) {
  if (typeof node?.type === 'string') enter(node);
  for (const value of Object.values(node ?? {})) if (typeof value === 'object') visit(value, enter);
}

/** esbuild gives every file with decorators its own copy of the helper; one is enough. */
const shareHelpers = {
  name: 'share-helpers',
  resolveId: (source) => (source === 'virtual:decorate' ? source : null),
  load: (id) =>
    id === 'virtual:decorate'
      ? `export const __decorateClass = (decorators, target, key, kind) => {
           let result = kind > 1 ? undefined : kind ? Object.getOwnPropertyDescriptor(target, key) : target;
           for (const decorate of decorators.reverse()) result = (kind ? decorate(target, key, result) : decorate(result)) || result;
           if (kind && result) Object.defineProperty(target, key, result);
           return result;
         };`
      : null,
  transform(code) {
    const helpers = /var __defProp = [\s\S]*?var __decorateClass = [\s\S]*?\n};\n/;
    if (!helpers.test(code)) return null;
    return {
      code: `import { __decorateClass } from 'virtual:decorate';\n${code.replace(helpers, '')}`,
      map: null,
    };
  },
};

/**
 * Parts of Amazon's client that the Participant Service never reaches: event streams, dates and blobs (its times are strings and it has no binary
 * members), unions, S3's own endpoint rules, log filters. `test/src/transport/participant-client.test.ts` runs every operation against the rest.
 */
const unused =
  /event-streams|\/(date-utils|schema-date-utils|parse-utils|sdk-stream-mixin\.browser|lazy-json|split-header|split-every|quote-header|UnionSerde|s3|schemaLogFilter)(\.js)?$/;
const withoutUnused = {
  name: 'without-unused',
  transform(code, id) {
    if (!/node_modules\/@(smithy|aws-sdk)\//.test(id) || !unused.test(id.replace(/\.js$/, ''))) return null;
    const names = [...code.matchAll(/export (?:const|function|class|async function)\s+(\w+)/g)].map(
      ([, name]) => name,
    );
    return { code: names.map((name) => `export function ${name}() { return ${name}; }`).join('\n') || 'export {};', map: null };
  },
};

const plugins = (extra) => [
  withoutUnused,
  minifyStyles,
  nodeResolve({
    browser: true,
    exportConditions: ['production', 'browser'],
    extensions: ['.ts', '.js', '.mjs'],
  }),
  esbuild({ target: 'es2022', tsconfig: 'tsconfig.json' }),
  shareHelpers,
  squeezeTemplates,
  ...extra,
];

const small = terser({
  ecma: 2022,
  module: true,
  compress: { passes: 3, pure_getters: true, unsafe_arrows: true },
});

/** What an npm user's own bundler resolves; the AWS client is built in, so that the version in use is the version tested. */
const left = /^(lit|@lit\/|marked$|dompurify$)/;

// A chunk of an older build must not be mistaken for one of this.
rmSync('dist', { recursive: true, force: true });

export default [
  {
    input: { 'connect-chat': 'src/index.ts' },
    output: {
      dir: 'dist',
      format: 'es',
      sourcemap: true,
      chunkFileNames: 'chunks/[name]-[hash].js',
      generatedCode: 'es2015',
    },
    plugins: plugins([small]),
  },
  {
    input: 'src/index.ts',
    output: {
      file: 'dist/connect-chat.iife.js',
      format: 'iife',
      sourcemap: true,
      inlineDynamicImports: true,
    },
    plugins: plugins([small]),
  },
  {
    input: { index: 'src/index.ts' },
    external: (id) => left.test(id),
    output: {
      dir: 'dist/npm',
      format: 'es',
      sourcemap: true,
      chunkFileNames: 'chunks/[name]-[hash].js',
      generatedCode: 'es2015',
    },
    plugins: plugins([]),
  },
];
