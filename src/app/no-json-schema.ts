/**
 * Stands in the browser for the part of Zod that describes schemas as JSON Schema (6 kB gzip): the
 * app only parses. See `resolve` in vite.config.ts.
 */
function absent(): never {
  throw new Error('JSON Schema is left out of the app')
}

export const createToJSONSchemaMethod = absent
export const createStandardJSONSchemaMethod = absent
export const toJSONSchema = absent
