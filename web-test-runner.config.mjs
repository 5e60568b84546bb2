import { fileURLToPath } from 'node:url';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { chromeLauncher } from '@web/test-runner-chrome';
import { findBrowser } from './test/support/browser.mjs';

const browser = await findBrowser();

export default {
  files: 'test/{src,components}/**/*.test.ts',
  nodeResolve: { exportConditions: ['browser', 'production'] },
  // A background tab gets no frames: what waits for one would time out.
  concurrency: 1,
  testFramework: { config: { timeout: 5_000, retries: 0 } },
  plugins: [
    esbuildPlugin({
      ts: true,
      target: 'es2022',
      tsconfig: fileURLToPath(new URL('tsconfig.json', import.meta.url)),
    }),
  ],
  browsers: [
    chromeLauncher({
      launchOptions: {
        executablePath: browser.executablePath,
        args: browser.args,
        // A zone far from most developers' flushes out local-time mistakes.
        env: { ...browser.env, TZ: 'Asia/Kathmandu' },
        headless: browser.headless,
      },
    }),
  ],
  coverageConfig: {
    include: ['src/engine/**', 'src/transport/**'],
    threshold: { statements: 90, branches: 85, functions: 90, lines: 90 },
  },
};
