/**
 * A call's transcript, in whatever form the voice provider left it, as lines by speaker.
 *
 * Understood: text of lines `Agent: …` / `User: …` (other labels, a time before them, lines that
 * run on), Retell's list `{role, content, words:[{start}]}`, ElevenLabs' `{role, message,
 * time_in_call_secs}`, an object that holds either, and JSON text of all these.
 * Never throws. Steps of tools are left out: nobody heard them. Text that names no speaker is
 * one line of `unknown`. Bounded, and storable in PostgreSQL.
 */
import { isJsonObject, parseJsonText, type JsonObject } from '../../lib/json.ts'
import { sanitiseText } from '../../lib/sanitise-text.ts'
import { SPEAKER_LABELS, toSpeaker, type Speaker } from './speaker.ts'

export type TranscriptLine = {
  readonly speaker: Speaker
  readonly text: string
  /** Milliseconds from the start of the call, where the provider says so. */
  readonly startMs: number | null
}

const MAX_LINES = 5_000
const MAX_LINE_LENGTH = 10_000
const MAX_CALL_MS = 24 * 3_600_000
const MAX_NESTING = 3

const HOLDERS = ['transcript', 'transcript_object', 'messages', 'utterances'] as const
const TEXT_KEYS = ['content', 'message', 'text'] as const
const SECONDS_KEYS = ['start', 'time_in_call_secs', 'secondsFromStart'] as const

const LABELLED = new RegExp(
  String.raw`^\s*(?:[[(]?((?:\d{1,2}:)?\d{1,3}:\d\d)(?:[.,]\d+)?[\])]?\s*-?\s*)?\**(${SPEAKER_LABELS})\**\s*:\**\s*(.*)$`,
  'i',
)

/** Parses a transcript; an empty list where there is none. */
export function parseTranscript(raw: unknown): TranscriptLine[] {
  return read(raw, 0)
    .map((line) => ({ ...line, text: tidy(line.text) }))
    .filter((line) => line.text !== '')
    .slice(0, MAX_LINES)
}

function read(raw: unknown, depth: number): readonly TranscriptLine[] {
  if (depth > MAX_NESTING) return []
  if (typeof raw === 'string') {
    const parsed = /^\s*["[{]/.test(raw) ? parseJsonText(raw, 5_000_000) : undefined
    return parsed === undefined ? readText(raw) : read(parsed, depth + 1)
  }
  if (Array.isArray(raw)) return raw.slice(0, MAX_LINES).flatMap(readEntry)
  if (!isJsonObject(raw)) return []
  const held = HOLDERS.map((key) => raw[key]).find((value) => value !== undefined && value !== null)
  return held === undefined ? [] : read(held, depth + 1)
}

function readText(text: string): TranscriptLine[] {
  const lines: { speaker: Speaker; text: string; startMs: number | null }[] = []
  for (const row of text.split(/\r\n|[\r\n]/, MAX_LINES)) {
    const [, time, label, words] = LABELLED.exec(row) ?? []
    const last = lines.at(-1)
    if (label !== undefined) {
      lines.push({ speaker: toSpeaker(label), text: words ?? '', startMs: fromClock(time) })
    } else if (last === undefined) lines.push({ speaker: 'unknown', text: row, startMs: null })
    else last.text += `\n${row}`
  }
  return lines
}

function readEntry(entry: unknown): TranscriptLine[] {
  if (typeof entry === 'string') return readText(entry)
  if (!isJsonObject(entry)) return []
  const role = entry['role'] ?? entry['speaker']
  const label = typeof role === 'string' ? role : ''
  if (/tool|function|system/i.test(label)) return []
  const words = TEXT_KEYS.map((key) => entry[key]).find((value) => typeof value === 'string')
  if (typeof words !== 'string') return []
  return [{ speaker: toSpeaker(label), text: words, startMs: startOf(entry) }]
}

function startOf(entry: JsonObject): number | null {
  const first: unknown = Array.isArray(entry['words']) ? entry['words'][0] : undefined
  const seconds = [isJsonObject(first) ? first['start'] : undefined]
    .concat(SECONDS_KEYS.map((key) => entry[key]))
    .find((value) => typeof value === 'number')
  return typeof seconds === 'number' ? plausible(Math.round(seconds * 1000)) : null
}

/** "1:02:03" or "02:03" into milliseconds. */
function fromClock(time: string | undefined): number | null {
  if (time === undefined) return null
  return plausible(time.split(':').reduce((total, part) => total * 60 + Number(part), 0) * 1000)
}

function plausible(ms: number): number | null {
  return ms >= 0 && ms < MAX_CALL_MS ? ms : null
}

function tidy(text: string): string {
  return sanitiseText(text).trim().slice(0, MAX_LINE_LENGTH)
}
