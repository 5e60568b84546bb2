import { readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
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
    // The minifier leaves the values of custom properties alone.
    const tight = minified
      .trim()
      .replace(/(--[\w-]+): /g, '$1:')
      .replace(/([,(]) +/g, '$1')
      .replace(/ +\)/g, ')');
    return { code: code.replace(literal[1], () => tight.replaceAll('\\', '\\\\')), map: null };
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
 * Parts of Amazon's client that a customer's chat never reaches, by what stands in for each: rules for regional endpoints (`src/transport/endpoints.ts`
 * has ours), classes for errors (we go by the HTTP status), log filters, and the walk over schemas in search of event streams, of which this service
 * has none. `test/package/participant-client.test.ts` runs all operations on what is left.
 */
const standIns = {
  '/submodules/endpoints/index.browser.js':
    "export { toEndpointV1 } from '@smithy/core/transport'; export const getEndpointPlugin = () => ({ applyToStack() {} });",
  // The client's two steps, writing and reading, in the order they were added.
  '/middleware-stack/MiddlewareStack.js': `export const constructStack = () => {
    const steps = [];
    const stack = {
      steps,
      add: (step) => void steps.push(step),
      use: (plugin) => plugin.applyToStack(stack),
      concat: (other) => {
        const both = constructStack();
        [...steps, ...other.steps].forEach(both.add);
        return both;
      },
      resolve: (handler, context) => steps.reduceRight((next, step) => step(next, context), handler),
    };
    return stack;
  };`,
  '/smithy-client/schemaLogFilter.js': 'export const schemaLogFilter = () => undefined;',
  '/schemas/NormalizedSchema.js':
    'export const NormalizedSchema = { of: () => ({ getEventStreamMember() {} }) };',
  '/schema/TypeRegistry.js': 'export const TypeRegistry = { for: () => ({ registerError() {} }) };',
  '/client-connectparticipant/dist-es/models/errors.js': [
    'AccessDenied',
    'Conflict',
    'InternalServer',
    'ResourceNotFound',
    'ServiceQuotaExceeded',
    'Throttling',
    'Validation',
  ]
    .map((name) => `export const ${name}Exception = undefined;`)
    .join(''),
  '/models/ConnectParticipantServiceException.js':
    'export const ConnectParticipantServiceException = undefined;',
};
const withoutUnreached = {
  name: 'without-unreached',
  load: (id) => Object.entries(standIns).find(([end]) => id.endsWith(end))?.[1] ?? null,
};

/** Lit counts its copies, and keeps what standard decorators say, in globals of the page. The script-tag builds leave none. */
const withoutGlobals = {
  name: 'without-globals',
  transform(code, id) {
    if (!/node_modules\/(lit|lit-html|lit-element|@lit\/reactive-element)\//.test(id)) return null;
    const local = code
      .replace(
        /\((?:globalThis|[\w$]+)\.(?:litElementVersions|litHtmlVersions|reactiveElementVersions)\s*\?\?=\s*\[\]\)\.push\([^)]*\)/g,
        '0',
      )
      .replace(/[\w$]+\.litPropertyMetadata\s*\?\?=\s*new WeakMap/g, '0');
    const used = /\blitPropertyMetadata\b/.test(local);
    return {
      code: used
        ? `const litPropertyMetadata = new WeakMap();\n${local.replaceAll('globalThis.litPropertyMetadata', 'litPropertyMetadata')}`
        : local,
      map: null,
    };
  },
};

/** The licences of what is built in, in one file beside the code instead of in each chunk. */
const licences = {
  name: 'licences',
  generateBundle(_, bundle) {
    const ids = Object.values(bundle).flatMap(({ modules = {} }) => Object.keys(modules));
    const folders = new Set(
      ids.flatMap((id) => /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/.exec(id.replace(/^\0/, '')) ?? []),
    );
    const texts = [...folders].sort().map((folder) => {
      const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
      const file = readdirSync(folder).find((one) => /^licen[cs]e/i.test(one));
      return `${name} ${version} (${license})\n\n${file ? readFileSync(join(folder, file), 'utf8').trim() : ''}\n`;
    });
    this.emitFile({ type: 'asset', fileName: 'licences.txt', source: texts.join(`\n${'-'.repeat(80)}\n\n`) });
  },
};

/** What every build of the sources goes through. */
export const plugins = (extra) => [
  withoutUnreached,
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
  format: { comments: /^!/ },

  ecma: 2022,
  module: true,
  compress: { passes: 3, pure_getters: true, unsafe_arrows: true },
});

/** What an npm user's own bundler resolves; the AWS client is built in, so that the version in use is the version tested. */
const left = /^(lit|@lit\/|marked$|dompurify$)/;

// A chunk of an older build must not be mistaken for one of this.
if (process.argv[1]?.includes('rollup')) rmSync('dist', { recursive: true, force: true });

export default [
  {
    input: { 'connect-chat': 'src/index.ts' },
    // Without this the entry would be a second file that only hands on the first.
    preserveEntrySignatures: 'allow-extension',
    output: {
      dir: 'dist',
      format: 'es',
      sourcemap: true,
      chunkFileNames: 'chunks/[name]-[hash].js',
      generatedCode: 'es2015',
    },
    plugins: plugins([withoutGlobals, small, licences]),
  },
  {
    input: 'src/index.ts',
    output: {
      file: 'dist/connect-chat.iife.js',
      format: 'iife',
      sourcemap: true,
      inlineDynamicImports: true,
    },
    plugins: plugins([withoutGlobals, small]),
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
