import tseslint from 'typescript-eslint';
import { configs as lit } from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import { configs as wc } from 'eslint-plugin-wc';

/** Forbids to import anything that matches `regex`: at once, when it is needed, or for its types. */
const restrictedImports = (regex, message) => {
  const source = `source.value=/${regex.replaceAll('/', '\\/')}/`;
  return {
    'no-restricted-imports': ['error', { patterns: [{ regex, message }] }],
    // The rule above does not look at `import()`.
    'no-restricted-syntax': [
      'error',
      { selector: `ImportExpression[${source}]`, message },
      { selector: `TSImportType[${source}]`, message },
      { selector: "ImportExpression[source.type!='Literal']", message: 'Name what is imported.' },
    ],
  };
};

/** `files` may not import anything that matches `regex`. */
const layer = (files, regex, message) => ({ files, rules: restrictedImports(regex, message) });

const banned = (names, message) => ['error', ...names.map((name) => ({ name, message }))];

const browserGlobals = [
  'window',
  'document',
  'navigator',
  'location',
  'fetch',
  'WebSocket',
  'XMLHttpRequest',
  'BroadcastChannel',
  'localStorage',
  'sessionStorage',
  'indexedDB',
];
const timeAndChance = [
  'setTimeout',
  'setInterval',
  'clearTimeout',
  'clearInterval',
  'queueMicrotask',
  'requestAnimationFrame',
  'Date',
  'performance',
  'crypto',
];
const pure = (message) => ({
  'no-restricted-globals': banned([...browserGlobals, ...timeAndChance, 'globalThis', 'self'], message),
  'no-restricted-properties': ['error', { object: 'Math', property: 'random', message }],
});

export default tseslint.config(
  { ignores: ['dist/', 'coverage/', 'node_modules/'] },
  {
    files: ['**/*.ts'],
    extends: [...tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      // Lit binds listeners to the host.
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // The platform's event map can only be extended by an interface.
      '@typescript-eslint/no-empty-object-type': ['error', { allowInterfaces: 'with-single-extends' }],
      // A transport failure is data that the engine classifies, not an Error.
      '@typescript-eslint/prefer-promise-reject-errors': 'off',
      '@typescript-eslint/only-throw-error': 'off',
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
      ],
      // `const { unwanted: _, ...rest }` is how a property is left out.
      '@typescript-eslint/no-unused-vars': ['error', { varsIgnorePattern: '^_$', argsIgnorePattern: '^_' }],
    },
  },
  {
    files: ['src/**/*.ts', 'components/**/*.ts'],
    ...lit['flat/recommended'],
  },
  {
    files: ['src/**/*.ts', 'components/**/*.ts'],
    ...wc['flat/best-practice'],
  },
  {
    files: ['src/**/*.ts', 'components/**/*.ts'],
    plugins: { 'lit-a11y': litA11y },
    rules: litA11y.configs.recommended.rules,
  },
  {
    files: ['test/**/*.ts'],
    rules: {
      '@typescript-eslint/no-unused-expressions': 'off', // chai's `to.be.true`
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-floating-promises': [
        'error',
        {
          allowForKnownSafeCalls: [
            { from: 'package', package: 'node:test', name: ['it', 'test', 'describe'] },
          ],
        },
      ],
    },
  },
  {
    // Every assertion of @open-wc/testing is typed as a promise; the one that really is must be awaited.
    files: ['test/{src,components}/**/*.ts'],
    rules: {
      '@typescript-eslint/no-floating-promises': 'off',
      'no-restricted-syntax': [
        'error',
        {
          selector: "ExpressionStatement > CallExpression[callee.property.name='accessible']",
          message: 'Await it.',
        },
      ],
    },
  },
  {
    files: ['src/engine/**'],
    rules: pure('The engine knows no browser, clock or chance: they come in through ports.'),
  },
  layer(['src/engine/**'], '^(?!\\./)', 'The engine imports only itself.'),
  layer(
    ['src/platform/**'],
    '^(?!\\./|\\.\\./engine/types\\.js$)',
    "Platform imports itself and the engine's types.",
  ),
  layer(
    ['src/transport/**'],
    '^(?!\\./|\\.\\./engine/types\\.js$|\\.\\./version\\.js$|@aws-sdk/|@smithy/)',
    "Transport imports itself, the engine's types and the AWS client.",
  ),
  layer(
    ['src/content/**', 'src/i18n/**'],
    '^(?!\\./|marked$|dompurify$)',
    'Content and i18n import only themselves and their parsers.',
  ),
  layer(
    ['src/content/*/**'],
    '^(?!\\./|\\.\\./[\\w-]+\\.js$)',
    'A kind of content imports itself and what all content is read with.',
  ),
  layer(
    ['src/controllers/**'],
    '/(transport|platform)/|/components/|connect-chat\\.js$',
    'Controllers know the engine only.',
  ),
  layer(
    ['components/**'],
    '/(transport|platform|themes|demo)/|/engine/(?!types\\.js$)|/connect-chat\\.js$',
    'Components see the engine only as the session that they are given.',
  ),
  layer(
    ['src/connect-chat.ts', 'src/chat.ts', 'src/index.ts'],
    '/(demo|themes)/',
    'The product does not know its demo.',
  ),
  {
    files: ['demo/emulator/core/**'],
    rules: pure('The emulator core runs anywhere: no DOM, and time and chance are passed in.'),
  },
  // By depth: `../` leads out of the core from its own files, and not from those in its folders.
  ...['*', '*/*', '*/*/*'].map((files, depth) =>
    layer(
      [`demo/emulator/core/${files}.ts`],
      `^(?!\\.|hono(/|$)|@smithy/signature-v4$|@aws-crypto/sha256-js$)|^(\\./)?(\\.\\./){${depth + 1}}|/(src|components)/`,
      'The emulator core is a second opinion that runs anywhere: it imports only itself.',
    ),
  ),
  {
    files: ['demo/emulator/*.ts'],
    rules: restrictedImports(
      '(\\.\\./)+(src|components)/',
      'The emulator is a second opinion: it imports nothing of the product.',
    ),
  },
);
