import { expect, test } from 'vitest'
import { spotOtherText, spotSignature } from './spot-other-format.ts'

const bytes = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0))

test.each([
  ['PK\u0003\u0004rest', 'workbook'],
  ['\u00d0\u00cf\u0011\u00e0rest', 'workbook'],
  ['%PDF-1.7', 'pdf'],
  ['Name,Phone', null],
  ['', null],
])('%j begins as %s', (start, reason) => {
  expect(spotSignature(bytes(start))).toBe(reason)
})

test.each([
  ['', 'empty'],
  [' \r\n \n', 'empty'],
  ['<!doctype html><html>', 'web-page'],
  ['<table><tr>', 'web-page'],
  ['[{"name": "Sam"}]', 'json'],
  ['{ "name": "Sam" }', 'json'],
  ['\u0001\u0002\u0003\u0004 \u0000', 'binary'],
  ['Name,Phone\nSam,07700 900123', null],
  ['[Name],[Phone]', null],
])('%j is %s', (text, reason) => {
  expect(spotOtherText(text)).toBe(reason)
})
