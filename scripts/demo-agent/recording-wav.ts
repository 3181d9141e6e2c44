/**
 * The recording of a demo call: nobody spoke, so each line of its transcript is a murmur, low for
 * the agent and higher for the other side, as long as the line is. 8 kHz, 8 bit, one channel.
 */
import { lineTimes } from '../../src/domain/call/line-times.ts'
import type { TranscriptLine } from '../../src/domain/call/parse-transcript.ts'

const RATE_HZ = 8000
const HEADER_BYTES = 44
const LONGEST_SECONDS = 600
const SILENCE = 128
const LOUDNESS = 26

const PITCH_HZ = { agent: 165, candidate: 235, unknown: 200 } as const
/** Syllables a second, and how much of a line's time is left quiet at its end. */
const SYLLABLES_HZ = 4.2
const REST_SHARE = 0.12

/** A WAV file of `seconds`, at most ten minutes. */
export function recordingWav(lines: readonly TranscriptLine[], seconds: number): Uint8Array {
  const length = Math.round(Math.min(Math.max(seconds, 1), LONGEST_SECONDS) * RATE_HZ)
  const file = new Uint8Array(HEADER_BYTES + length).fill(SILENCE, HEADER_BYTES)
  writeHeader(new DataView(file.buffer), length)
  const { startsMs } = lineTimes(lines, length / RATE_HZ)
  lines.forEach((line, index) => {
    const from = toSample(startsMs[index] ?? 0)
    const until = Math.min(length, toSample(startsMs[index + 1] ?? (length / RATE_HZ) * 1000))
    murmur(file.subarray(HEADER_BYTES + from, HEADER_BYTES + until), PITCH_HZ[line.speaker])
  })
  return file
}

function toSample(ms: number): number {
  return Math.round((ms / 1000) * RATE_HZ)
}

function murmur(samples: Uint8Array, pitchHz: number): void {
  const voiced = Math.round(samples.length * (1 - REST_SHARE))
  for (let at = 0; at < voiced; at += 1) {
    const second = at / RATE_HZ
    const syllable = Math.max(0, Math.sin(Math.PI * 2 * SYLLABLES_HZ * second))
    const glide = pitchHz * (1 + 0.06 * Math.sin(Math.PI * 2 * 0.7 * second))
    const tone =
      Math.sin(Math.PI * 2 * glide * second) + 0.4 * Math.sin(Math.PI * 4 * glide * second)
    samples[at] = Math.round(SILENCE + LOUDNESS * syllable * tone)
  }
}

/** RIFF/WAVE with uncompressed samples (Microsoft's "Multimedia Programming Interface", 1991). */
function writeHeader(view: DataView, length: number): void {
  const text = (at: number, letters: string) => {
    for (const [index, letter] of [...letters].entries()) {
      view.setUint8(at + index, letter.charCodeAt(0))
    }
  }
  text(0, 'RIFF')
  view.setUint32(4, HEADER_BYTES - 8 + length, true)
  text(8, 'WAVEfmt ')
  view.setUint32(16, 16, true)
  view.setUint16(20, 1, true) // uncompressed
  view.setUint16(22, 1, true) // channels
  view.setUint32(24, RATE_HZ, true)
  view.setUint32(28, RATE_HZ, true) // bytes a second
  view.setUint16(32, 1, true) // bytes a sample
  view.setUint16(34, 8, true) // bits
  text(36, 'data')
  view.setUint32(40, length, true)
}
