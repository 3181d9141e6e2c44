/** How candidates may be reached. E-mail is kept as data and not offered: no agent writes mail. */
export const CHANNELS = ['whatsapp', 'call', 'email'] as const

export type Channel = (typeof CHANNELS)[number]
