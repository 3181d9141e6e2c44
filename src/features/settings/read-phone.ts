import { AppError } from '../../lib/app-error.ts'

/**
 * A phone as people write it, in E.164; its rules are large and come with the first number.
 *
 * @param country where numbers without a country code belong
 * @throws AppError `invalid`, code `odd_phone`
 */
export async function readPhone(text: string, country: string, fault: string): Promise<string> {
  const [{ parsePhone }, { parseCountryCode }] = await Promise.all([
    import('../../domain/phone/parse-phone.ts'),
    import('../../domain/phone/country-code.ts'),
  ])
  const parsed = parsePhone(text, parseCountryCode(country) ?? 'GB')
  if (parsed.ok) return parsed.value.e164
  throw new AppError('invalid', fault, { code: 'odd_phone', hint: '' })
}
