/**
 * What a person wrote while there was no network, kept on the device until it can be sent. Only what
 * stands for itself is kept: notes, moves and fields of a card, fields of a job. Never a launch, a
 * stop, a change of many cards, a deletion, a merge or a role.
 */
import { z } from 'zod'

const json = z.json()

const change = z.discriminatedUnion('kind', [
  z.object({
    kind: z.enum(['card-note', 'recipient-note']),
    noteId: z.uuid(),
    action: z.string(),
    text: z.string(),
    /** When it was written, ISO 8601 by the device's clock; the database lets it not be in the future. */
    at: z.string(),
  }),
  z.object({
    kind: z.literal('card-move'),
    from: z.string(),
    to: z.string(),
    position: z.number(),
    reason: z.string().optional(),
  }),
  z.object({
    kind: z.literal('card-change'),
    /** Names the change to the database, which may have it already: then it changes nothing twice. */
    changeId: z.uuid(),
    /** The field that is set, and to what; tags come and go by name. */
    set: z.union([
      z.object({ status: z.string(), reason: z.string().optional() }),
      z.object({ assignedTo: z.uuid().nullable() }),
      z.object({ followUpOn: z.string().nullable() }),
      z.object({ addTags: z.array(z.string()), removeTags: z.array(z.string()) }),
    ]),
    /** What the person saw in that field; left out where it is set whatever stands there. */
    seen: z.string().nullable().optional(),
  }),
  z.object({
    kind: z.literal('job-fields'),
    /** Columns as the person saw them, and as they shall be. */
    before: z.record(z.string(), json),
    after: z.record(z.string(), json),
  }),
])

const keptWrite = z.object({
  /** Made on the device; the database carries an id out once. */
  id: z.uuid(),
  userId: z.uuid(),
  /** Its place in the order of writing. */
  order: z.number(),
  /** When it was written, in ms since the epoch, by the device's clock. */
  writtenAt: z.number(),
  /** The row it is about; writes about one row are sent one after the other. */
  subjectId: z.uuid(),
  /** In words, for the list of what waits: "Note on Ann Example". */
  label: z.string(),
  /** What it asks for, in words, where the change itself holds only keys: "Interview". */
  wish: z.string().optional(),
  /** The page where it was written. */
  href: z.string(),
  change,
  /** Why it could not be carried out; a person decides. */
  refusal: z
    .object({
      kind: z.enum(['conflict', 'refused']),
      title: z.string(),
      advice: z.string(),
      /** What stands there now, for a conflict. */
      present: json.optional(),
    })
    .nullable(),
})
export type KeptWrite = z.infer<typeof keptWrite>
export type KeptChange = KeptWrite['change']

/** Reads a write from the device; null where it is of no known form. */
export function parseKeptWrite(stored: unknown): KeptWrite | null {
  const parsed = keptWrite.safeParse(stored)
  return parsed.success ? parsed.data : null
}

/** What a person has waiting, in the order of writing; nobody else's. */
export function writesOf(userId: string, writes: readonly KeptWrite[]): readonly KeptWrite[] {
  return writes.filter((write) => write.userId === userId).toSorted((a, b) => a.order - b.order)
}

/**
 * The write to send next: the first that nothing stands before. One that was refused holds back
 * only what was written about the same row after it; undefined where nothing can be sent.
 */
export function nextToSend(userId: string, writes: readonly KeptWrite[]): KeptWrite | undefined {
  const held = new Set<string>()
  for (const write of writesOf(userId, writes)) {
    if (write.refusal !== null) held.add(write.subjectId)
    else if (!held.has(write.subjectId)) return write
  }
  return undefined
}

/** The body of a write as the database takes it. */
export function toBody({ subjectId, change: { kind: _kind, ...rest } }: KeptWrite) {
  return { subjectId, ...rest }
}

/** The write once a person decided to have it their way: made against what stands there now. */
export function insisted(write: KeptWrite): KeptWrite {
  const { change: wish, refusal } = write
  const present = refusal?.present
  if (present === undefined || typeof present !== 'object' || present === null) {
    return { ...write, refusal: null }
  }
  const seen = present as Record<string, z.infer<typeof json>>
  if (wish.kind === 'card-move' && typeof seen['status'] === 'string') {
    return { ...write, refusal: null, change: { ...wish, from: seen['status'] } }
  }
  if (wish.kind === 'card-change') {
    const [field = ''] = Object.keys(wish.set)
    const now = seen[field]
    return {
      ...write,
      refusal: null,
      change: { ...wish, seen: typeof now === 'string' ? now : null },
    }
  }
  if (wish.kind === 'job-fields') {
    return { ...write, refusal: null, change: { ...wish, before: seen } }
  }
  return { ...write, refusal: null }
}
