import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'
import { SlowestFirst } from './tests/support/slowest-first.ts'

const VENDOR =
  /node_modules\/(react|react-dom|scheduler|react-router|@tanstack\/(react-query|query-core)|zod|@supabase|zustand)\/|\/src\/app\/no-eval\.ts$/

/** Folders of functions without state: their test files may share one process. */
const PURE = ['src/{domain,lib,launch,sync}/**/*.test.ts']

/** Zod's own way to describe a schema as JSON Schema, 6 kB that nothing here asks for. */
const JSON_SCHEMA = /^\.\.\/core\/(json-schema-processors|to-json-schema)\.js$/

export default defineConfig({
  plugins: [react()],
  resolve: {
    alias: [
      {
        find: JSON_SCHEMA,
        replacement: fileURLToPath(new URL('src/app/no-json-schema.ts', import.meta.url)),
      },
    ],
  },
  build: {
    outDir: 'dist',
    sourcemap: false,
    target: 'es2022',
    manifest: true, // .size-limit.mjs reads which chunks come with the first load
    rolldownOptions: {
      checks: { importIsUndefined: false }, // of no-json-schema.ts; tsc looks after the rest
      output: {
        codeSplitting: {
          groups: [
            // What every page needs and releases rarely change, in one file that stays cached.
            { name: 'vendor', test: VENDOR, priority: 1 },
            // The rest of the first load in one more: sixty small files pack 10 kB worse.
            { name: 'shell', tags: ['$initial'], test: /^(?!.*(index\.html|src\/app\/main\.tsx))/ },
          ],
        },
      },
    },
  },
  test: {
    sequence: { sequencer: SlowestFirst },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['src/**/*.test.{ts,tsx}', 'scripts/**/*.test.ts'],
          exclude: PURE,
          environment: 'node',
          setupFiles: ['tests/support/component-setup.ts'],
          // Component tests type and click; on a busy machine that takes its time.
          testTimeout: 20_000,
          maxWorkers: '100%',
        },
      },
      {
        extends: true,
        test: {
          name: 'pure',
          include: PURE,
          environment: 'node',
          isolate: false,
          testTimeout: 20_000,
          maxWorkers: '100%',
        },
      },
      {
        extends: true,
        test: {
          name: 'integration',
          include: ['tests/integration/**/*.test.ts'],
          environment: 'node',
          globalSetup: ['tests/support/global-database.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          maxWorkers: 2,
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          environment: 'node',
          globalSetup: ['tests/support/global-stack.ts'],
          testTimeout: 120_000,
          hookTimeout: 180_000,
          maxWorkers: 2,
        },
      },
      {
        extends: true,
        test: {
          name: 'n8n',
          include: ['tests/n8n/**/*.test.ts'],
          environment: 'node',
          globalSetup: ['tests/n8n/global-n8n.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          maxWorkers: 1,
        },
      },
      {
        extends: true,
        test: {
          name: 'bench',
          include: ['tests/bench/**/*.bench.ts'],
          environment: 'node',
          globalSetup: ['tests/support/global-database.ts', 'tests/bench/global-report.ts'],
          testTimeout: 3_600_000,
          hookTimeout: 600_000,
          maxWorkers: 1,
          fileParallelism: false,
          disableConsoleIntercept: true,
        },
      },
    ],
  },
})
