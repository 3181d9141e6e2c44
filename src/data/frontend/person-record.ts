/** One person with everything of theirs that the asker's offices have, and what can be done with all of it. */
import { z } from 'zod'
import { unwrap } from '../unwrap.ts'
import type { FrontendClient } from './bridge-clients.ts'
import { noteSchema } from './notes.ts'
import { personSchema } from './people.ts'

const cardSchema = z.object({
  id: z.uuid(),
  jobId: z.uuid(),
  jobTitle: z.string(),
  name: z.string(),
  email: z.string(),
  status: z.string(),
  columnName: z.string().nullable(),
  columnColour: z.string().nullable(),
  setBy: z.enum(['person', 'automation']),
  suggested: z.string().nullable(),
  changedAt: z.string(),
  tags: z.array(z.string()),
  followUpOn: z.string().nullable(),
})

const memberSchema = z.object({
  id: z.uuid(),
  datasetId: z.uuid(),
  datasetName: z.string(),
  name: z.string(),
  email: z.string(),
  postcode: z.string(),
  location: z.string(),
  trade: z.string(),
  blueCard: z.boolean().nullable(),
  greenCard: z.boolean().nullable(),
  notes: z.string(),
  tags: z.array(z.string()),
  fileName: z.string().nullable(),
  addedAt: z.string(),
})

const recipientSchema = z.object({
  id: z.uuid(),
  campaignId: z.uuid(),
  campaignName: z.string(),
  campaignState: z.string(),
  phone: z.string().nullable(),
  name: z.string(),
  deliveryState: z.string(),
  exclusionReason: z.string().nullable(),
  status: z.string(),
  messages: z.number(),
  calls: z.number(),
  lastMessage: z.string().nullable(),
  lastAt: z.string(),
})

const eventSchema = z.object({
  id: z.string(),
  from: z.string().nullable(),
  to: z.string(),
  setBy: z.enum(['person', 'automation']),
  actor: z.string().nullable(),
  at: z.string(),
  about: z.string(),
})

const mergeSchema = z.object({
  id: z.uuid(),
  phone: z.string().nullable(),
  at: z.string(),
  by: z.string().nullable(),
  cards: z.number(),
  members: z.number(),
  recipients: z.number(),
})

const recordSchema = z.object({
  person: personSchema,
  /** All numbers in E.164, their own first, then those of who was merged into them. */
  phones: z.array(z.string()),
  otherOffices: z.boolean(),
  contact: z.object({
    optedOut: z.boolean(),
    lastContactedAt: z.string().nullable(),
    contactCount: z.number(),
    /** Until when no other campaign may contact them; null without a cool-down. */
    coolDownUntil: z.string().nullable(),
    /** The campaign that holds them now; without a name where it is another office's. */
    active: z.object({ campaignId: z.uuid().nullable(), name: z.string().nullable() }).nullable(),
    /** For admins only; empty for anybody else. */
    suppressions: z.array(
      z.object({
        phone: z.string(),
        reason: z.string(),
        source: z.string(),
        at: z.string(),
        liftedAt: z.string().nullable(),
      }),
    ),
  }),
  timeZone: z.object({
    /** IANA, as somebody told it; null: the campaign's counts, else its office's. */
    own: z.string().nullable(),
    /** Of the asker's offices that know the person. */
    offices: z.array(z.string()),
  }),
  cards: z.array(cardSchema),
  members: z.array(memberSchema),
  recipients: z.array(recipientSchema),
  notes: z.array(noteSchema),
  events: z.array(eventSchema),
  merges: z.array(mergeSchema),
})
export type PersonRecord = z.infer<typeof recordSchema>

const answerSchema = z.union([z.object({ mergedInto: z.uuid() }), recordSchema])

/** The record, or whom the person was merged into. */
export async function getPersonRecord(
  client: FrontendClient,
  personId: string,
): Promise<z.infer<typeof answerSchema>> {
  return answerSchema.parse(unwrap(await client.rpc('person_record', { p_person: personId })))
}

const exportSchema = z.record(z.string(), z.unknown())
type PersonExport = z.infer<typeof exportSchema>

/** All that is held about a person, as stored; goes into the audit log. */
export async function exportPerson(
  client: FrontendClient,
  personId: string,
): Promise<PersonExport> {
  return exportSchema.parse(unwrap(await client.rpc('export_person', { p_person: personId })))
}

/** Says where a person is; null takes it back. Their hours count from the next sending on. */
export async function setPersonTimeZone(
  client: FrontendClient,
  personId: string,
  timeZone: string | null,
): Promise<void> {
  const answer = await client.rpc('set_person_time_zone', {
    p_person: personId,
    // The generated types know no null arguments.
    p_time_zone: timeZone as string,
  })
  unwrap(answer)
}

/** Erases a person on both sides for good; admins only. */
export async function erasePerson(client: FrontendClient, personId: string): Promise<void> {
  unwrap(await client.rpc('erase_person', { p_person: personId }))
}
