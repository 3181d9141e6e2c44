/**
 * The sentence by which people are told that an AI writes or calls (EU AI Act, article 50). A
 * launch needs it word for word in each first message; the frontend's SQL checks the same.
 */
function plainWords(text: string): string {
  return text.replace(/\s+/g, ' ').trim().toLowerCase()
}

/** True where the message says the sentence; capitals and spacing don't matter. */
export function saysDisclosure(message: string, sentence: string): boolean {
  const wanted = plainWords(sentence)
  return wanted !== '' && plainWords(message).includes(wanted)
}

/** The message with the sentence in front; one that says it already stays as it is. */
export function withDisclosure(message: string, sentence: string): string {
  if (saysDisclosure(message, sentence)) return message
  return `${sentence.trim()} ${message.trim()}`.trim()
}
