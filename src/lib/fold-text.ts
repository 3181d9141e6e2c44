/** Latin letters that Unicode does not decompose into a letter and an accent. */
// prettier-ignore
const SPELT_OUT: Readonly<Record<string, string>> = {
  ł: 'l', ø: 'o', đ: 'd', ð: 'd', þ: 'th', ß: 'ss', æ: 'ae', œ: 'oe', ı: 'i', ħ: 'h', ŧ: 't', ŋ: 'ng', ə: 'e',
}

/**
 * Makes texts comparable that differ only in case, accents or width: "Żółw" and "zolw",
 * "ＳＴＯＰ" and "stop". Other scripts keep their letters, without vowel and tone marks.
 */
export function foldText(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[łøđðþßæœıħŧŋə]/g, (letter) => SPELT_OUT[letter] ?? letter)
}
