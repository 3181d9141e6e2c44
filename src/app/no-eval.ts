/**
 * Keeps Zod from building its parsers with eval, which the content security policy forbids and
 * reports. It must run before the first schema is made, hence the chunk it has in vite.config.ts.
 */
import { config } from 'zod'

config({ jitless: true })
