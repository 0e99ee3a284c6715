import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'rules',
          include: ['{apps,packages}/*/{src,reference}/**/*.test.ts', 'tests/house/*.test.ts'],
          exclude: ['**/*.db.test.ts', '**/node_modules/**'],
          setupFiles: ['tests/laws.ts'],
          // Long enough for a busy machine: what a test proves is never how quick the machine is.
          testTimeout: 60_000,
          isolate: false,
        },
      },
      {
        test: {
          name: 'database',
          include: ['{apps,packages}/*/src/**/*.db.test.ts'],
          globalSetup: ['tests/global-setup.ts'],
          setupFiles: ['tests/laws.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          maxWorkers: 2,
          // Projects with workers of their own number run one after the other when a path names files of several.
          sequence: { groupOrder: 1 },
          // Each file has databases of its own; loading the application anew for it would prove nothing more.
          isolate: false,
        },
      },
      {
        test: {
          name: 'crashes',
          include: ['tests/load/*.crash.test.ts'],
          globalSetup: ['tests/global-setup.ts', 'tests/load/built-web.ts'],
        },
      },
      {
        test: {
          name: 'screens',
          include: ['{apps,packages}/*/src/**/*.screen.test.tsx'],
          environment: 'jsdom',
          testTimeout: 60_000,
        },
      },
    ],
  },
});
