import { useEffect, useState } from 'react'
import type { PhoneFault } from '../../../domain/phone/phone-fault.ts'
import type { ParsedPhone } from '../../../domain/phone/parse-phone.ts'
import type { Result } from '../../../lib/result.ts'

export type ReadPhone = Result<ParsedPhone & { readonly shown: string }, PhoneFault>

const loadParser = async () => {
  const [{ parsePhone }, { formatPhone }, { parseCountryCode }] = await Promise.all([
    import('../../../domain/phone/parse-phone.ts'),
    import('../../../domain/phone/format-phone.ts'),
    import('../../../domain/phone/country-code.ts'),
  ])
  return { parsePhone, formatPhone, parseCountryCode }
}

/** Reads a phone as people write it; the rules come with the first call, they are large. */
export async function readPhone(text: string, country: string): Promise<ReadPhone> {
  const { parsePhone, formatPhone, parseCountryCode } = await loadParser()
  const parsed = parsePhone(text, parseCountryCode(country) ?? 'GB')
  if (!parsed.ok) return parsed
  return { ok: true, value: { ...parsed.value, shown: formatPhone(parsed.value.e164) } }
}

/** What a phone is read as while it is typed; null while nothing is typed or the rules are loading. */
export function useReadPhone(text: string, country: string): ReadPhone | null {
  const [read, setRead] = useState<{ readonly text: string; readonly phone: ReadPhone } | null>(
    null,
  )
  useEffect(() => {
    let isCurrent = true
    if (text.trim() === '') return undefined
    void readPhone(text, country).then((phone) => {
      if (isCurrent) setRead({ text, phone })
    })
    return () => {
      isCurrent = false
    }
  }, [text, country])
  return read?.text === text && text.trim() !== '' ? read.phone : null
}
