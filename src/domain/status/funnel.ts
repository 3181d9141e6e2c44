/**
 * The steps of a campaign's funnel after the first contact, each with the statuses that have got so
 * far: those of its own and of every later step, so that no step is smaller than the next.
 */
const HIRED = ['hired', 'started-work'] as const
const INTERVIEW = ['interview', ...HIRED] as const
const INTERESTED = ['interested', ...INTERVIEW] as const

export const FUNNEL = { interested: INTERESTED, interview: INTERVIEW, hired: HIRED } as const
