/** Bundles the bridge for Supabase Edge Functions into one module without imports (`npm run bridge:bundle`). */
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const FUNCTION = new URL('../supabase/frontend/supabase/functions/bridge/', import.meta.url)

await build({
  entryPoints: [fileURLToPath(new URL('entry.ts', FUNCTION))],
  outfile: fileURLToPath(new URL('index.js', FUNCTION)),
  bundle: true,
  format: 'esm',
  platform: 'browser', // web standards only: what runs here runs in Deno
  target: 'es2022',
  minify: true,
  logLevel: 'info',
})
