import { expect, test } from 'vitest'
import { checkJob, differingFields, EMPTY_JOB, type JobValues, rebaseJob } from './job-values.ts'

const PLUMBER: JobValues = {
  ...EMPTY_JOB,
  title: ' Plumber ',
  tags: ['gas', 'gas'],
  state: 'on-hold',
}

test('a form is checked, trimmed, and keeps its state', () => {
  expect(checkJob(PLUMBER)).toMatchObject({
    ok: true,
    value: { title: 'Plumber', tags: ['gas'], state: 'on-hold', openPositions: 1 },
  })
})

test('each field that is wrong says what to do, once', () => {
  expect(checkJob({ ...PLUMBER, title: ' ', target: '', openPositions: -1.5 })).toEqual({
    ok: false,
    error: {
      title: 'Give the job a title.',
      openPositions: 'Open positions must be a whole number.',
      target: 'The target must be a number.',
    },
  })
})

test('two versions differ in the fields whose contents differ', () => {
  const theirs = { ...PLUMBER, company: 'Example Homes', tags: ['gas', 'gas'] }
  expect(differingFields(PLUMBER, theirs)).toEqual(['company'])
})

test('on a newer version, fields left alone follow it and what was typed stays', () => {
  const began = { ...EMPTY_JOB, title: 'Plumber', company: 'Example Homes' }
  const mine = { ...began, title: 'Gas engineer' }
  const theirs = { ...began, company: 'Sample Build', title: 'Heating engineer' }
  expect(rebaseJob(mine, began, theirs)).toEqual({
    ...began,
    company: 'Sample Build',
    title: 'Gas engineer',
  })
})
