import { expect, test } from 'vitest'
import { buildBody, buildLaunchPayload, hashText, type PayloadSource } from './build-payload.ts'

const SOURCE: PayloadSource = {
  slug: 'plumber-london',
  uid: 'abc123xyz',
  channels: ['whatsapp'],
  job: { title: 'Plumber', company: 'Pipes Ltd', location: 'London' },
  targets: [
    { objectiveKey: 'interested', name: 'Interested', goalType: 'boolean', description: '' },
    { objectiveKey: 'day_rate', name: 'Day rate', goalType: 'number', description: 'In pounds' },
  ],
  matrices: [
    {
      objectiveKey: 'matrix_tools',
      name: 'Tools',
      whatsappMessage: 'Do you have your own tools?',
      callScript: 'Ask about tools.',
    },
  ],
}
const TASKS = [
  { session: 'plumberlondon_abc123xyz_447700900123', phoneNumber: '+447700900123' },
  { session: 'plumberlondon_abc123xyz_447700900124', phoneNumber: '+447700900124' },
]

test('the body is what the launch webhook expects', () => {
  expect(JSON.parse(buildBody(buildLaunchPayload(SOURCE), TASKS))).toEqual({
    campaign: 'plumber-london_abc123xyz',
    tasks: [
      { session: 'plumberlondon_abc123xyz_447700900123', phone_number: '+447700900123' },
      { session: 'plumberlondon_abc123xyz_447700900124', phone_number: '+447700900124' },
    ],
    job_description: 'Job Title: Plumber\nCompany: Pipes Ltd\nLocation: London',
    objectives: {
      interested: { type: 'boolean', description: 'Interested' },
      day_rate: { type: 'number', description: 'In pounds' },
      matrix_tools: { type: 'string', description: 'WhatsApp: Do you have your own tools?' },
    },
  })
})

test('without tasks it is the body of the prompt webhook', () => {
  expect(JSON.parse(buildBody(buildLaunchPayload(SOURCE), []))).toMatchObject({ tasks: [] })
})

test('NUL never leaves, since PostgreSQL behind n8n would refuse the batch for it', () => {
  const payload = buildLaunchPayload({ ...SOURCE, job: { ...SOURCE.job, company: 'Pi\u0000pes' } })
  const stored = { ...payload, campaign: 'a\u0000b' }
  expect(buildBody(stored, TASKS)).not.toContain('\\u0000')
})

test('recipient ids stay here', () => {
  const body = buildBody(buildLaunchPayload(SOURCE), [
    { ...TASKS[0], recipientId: 'secret' } as never,
  ])
  expect(body).not.toContain('secret')
})

test('a retry repeats the body byte for byte, so its hash stays', async () => {
  const payload = buildLaunchPayload(SOURCE)
  const again = structuredClone(payload)
  expect(await hashText(buildBody(payload, TASKS))).toBe(await hashText(buildBody(again, TASKS)))
  expect(await hashText(buildBody(payload, TASKS))).not.toBe(
    await hashText(buildBody(payload, TASKS.slice(1))),
  )
  expect(await hashText('')).toBe(
    'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  )
})
