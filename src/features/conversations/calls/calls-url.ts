import { z } from 'zod'
import { DISPOSITIONS, NO_RESULT } from '../../../domain/call/call-outcome.ts'
import type { CallFilter } from '../../../data/frontend/calls.ts'
import { urlList, urlPage, urlText } from '../../../ui/filter/url-state.ts'

/** What can be asked for: how calls went, and those of which no result came. */
export const CALL_OUTCOMES = [...DISPOSITIONS, NO_RESULT] as const

export const DURATIONS = ['short', 'medium', 'long'] as const

/** Seconds: from, and below. */
const LENGTHS = { short: [0, 30], medium: [30, 180], long: [180, undefined] } as const

export const DATES = ['today', 'week', 'month'] as const
const DAYS_BACK = { today: 0, week: 6, month: 29 } as const

const day = z.union([z.literal(''), z.iso.date()]).default('')

/** What the log of calls keeps in its address. */
export const callsUrl = z.object({
  search: urlText(),
  outcome: urlList(z.enum(CALL_OUTCOMES)),
  duration: z.enum(['', ...DURATIONS]).default(''),
  /** Calendar days of who looks, both included. */
  from: day,
  to: day,
  campaign: z.union([z.literal(''), z.uuid()]).default(''),
  sort: z.enum(['-called_at', 'called_at', '-duration', 'duration']).default('-called_at'),
  page: urlPage(),
})
export type CallsUrl = z.output<typeof callsUrl>

/** A calendar day as YYYY-MM-DD, by the clock of who looks. */
export function toDay(at: Date): string {
  const two = (value: number) => String(value).padStart(2, '0')
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`
}

/** The first day of a span that ends today. */
export function firstDayOf(span: (typeof DATES)[number], now: Date): string {
  return toDay(new Date(now.getFullYear(), now.getMonth(), now.getDate() - DAYS_BACK[span]))
}

/** The moment a day begins where one is; `later` days on. */
function startOf(text: string, later = 0): string | undefined {
  if (text === '') return undefined
  const [year = 0, month = 1, date = 1] = text.split('-').map(Number)
  return new Date(year, month - 1, date + later).toISOString()
}

/** What the address asks for, as the log is asked. */
export function toCallFilter(url: CallsUrl, officeId: string | undefined): CallFilter {
  const [minSeconds, maxSeconds] = url.duration === '' ? [] : LENGTHS[url.duration]
  return {
    search: url.search,
    outcomes: url.outcome,
    minSeconds: minSeconds === 0 ? undefined : minSeconds,
    maxSeconds,
    from: startOf(url.from),
    to: startOf(url.to, 1),
    campaignId: url.campaign,
    officeId,
    sort: url.sort,
    page: url.page - 1,
  }
}
