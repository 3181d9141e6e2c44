/** A moment's date on this device's calendar, as YYYY-MM-DD. @param at milliseconds since the epoch */
export function toIsoDate(at: number): string {
  const date = new Date(at)
  const two = (part: number) => String(part).padStart(2, '0')
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
}
