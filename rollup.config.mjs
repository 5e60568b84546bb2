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


/** Amazon's client can speak event streams; the Participant Service never does. */
const noEventStreams = {
  name: 'no-event-streams',
  resolveId: (source) => (/submodules\/event-streams|eventstream|event-streams$/.test(source) ? '\0empty' : null),
  load: (id) => (id === '\0empty' ? 'export {}; export const EventStreamSerde = undefined;' : null),
};

const plugins = (extra) => [
  noEventStreams,
  minifyStyles,
  nodeResolve({ browser: true, exportConditions: ['production', 'browser'], extensions: ['.ts', '.js', '.mjs'] }),
  esbuild({ target: 'es2022', tsconfig: 'tsconfig.json' }),
  ...extra,
];

const small = terser({ ecma: 2022, module: true, compress: { passes: 3, pure_getters: true, unsafe_arrows: true } });

/** What an npm user's own bundler resolves; the AWS client is built in, so that the version in use is the version tested. */
const left = /^(lit|@lit\/|marked$|dompurify$)/;

export default [
  {
    input: { 'connect-chat': 'src/index.ts' },
    output: { dir: 'dist', format: 'es', sourcemap: true, chunkFileNames: 'chunks/[name]-[hash].js', generatedCode: 'es2015' },
    plugins: plugins([small]),
  },
  {
    input: 'src/index.ts',
    output: { file: 'dist/connect-chat.iife.js', format: 'iife', sourcemap: true, inlineDynamicImports: true },
    plugins: plugins([small]),
  },
  {
    input: { index: 'src/index.ts' },
    external: (id) => left.test(id),
    output: { dir: 'dist/npm', format: 'es', sourcemap: true, chunkFileNames: 'chunks/[name]-[hash].js', generatedCode: 'es2015' },
    plugins: plugins([]),
  },
];
