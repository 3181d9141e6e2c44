import { z } from 'zod'

/** What a page keeps in its address: each field with a default, for when it is missing or wrong. */
export type UrlSchema = z.ZodObject

/** A field that may be given several times: `?status=hired&status=rejected`. */
export function urlList<Item extends z.ZodType>(item: Item) {
  return z
    .preprocess(
      (value): readonly unknown[] => (Array.isArray(value) ? value : [value]),
      z.array(item),
    )
    .default([])
}

/** A page number, counted from 1. */
export function urlPage() {
  return z.coerce.number().int().min(1).default(1)
}

/** A text, such as a search; empty when it isn't there. */
export function urlText() {
  return z.string().default('')
}

/**
 * Reads a page's state from its address. A field that can't be read gets its default; the others
 * keep what they say, so that an old or mistyped link still opens something.
 */
export function parseUrlState<Schema extends UrlSchema>(
  schema: Schema,
  search: URLSearchParams,
): z.output<Schema> {
  const raw: Record<string, unknown> = {}
  for (const key of Object.keys(schema.shape)) {
    const values = search.getAll(key)
    if (values.length > 0) raw[key] = values.length === 1 ? values[0] : values
  }
  const parsed = schema.safeParse(raw)
  if (parsed.success) return parsed.data
  for (const issue of parsed.error.issues) delete raw[String(issue.path[0])]
  return schema.parse(raw)
}

/**
 * Writes changed fields into an address. Defaults are left out, what isn't the page's stays, and
 * any change but of the page number itself goes back to the first page.
 */
export function writeUrlState<Schema extends UrlSchema>(
  schema: Schema,
  search: URLSearchParams,
  patch: Partial<z.output<Schema>>,
): URLSearchParams {
  const defaults: Record<string, unknown> = schema.parse({})
  const next: Record<string, unknown> = { ...parseUrlState(schema, search), ...patch }
  if (!('page' in patch) && 'page' in defaults) next['page'] = defaults['page']
  const written = new URLSearchParams(search)
  for (const key of Object.keys(schema.shape)) {
    written.delete(key)
    const value = next[key]
    if (value === undefined || JSON.stringify(value) === JSON.stringify(defaults[key])) continue
    for (const each of Array.isArray(value) ? value : [value]) written.append(key, String(each))
  }
  return written
}
