import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { encodingOfXml, readText } from './read-text'

const folder = mkdtempSync(path.join(tmpdir(), 'pasttense-text-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function written(...parts: (string | number[])[]): string {
  const file = path.join(folder, 'file')
  writeFileSync(file, Buffer.concat(parts.map((part) => Buffer.from(part as string))))
  return file
}

test('a text is read without its byte order mark, and nothing of it replaced', () => {
  expect(readText(written([0xef, 0xbb, 0xbf], 'é'))).toEqual({ text: 'é' })
  expect(readText(written('Gr', [0xfc], 'n'))).toEqual({ fault: 'it is no text in utf-8' })
  expect(readText(path.join(folder, 'missing'))).toMatchObject({
    fault: expect.stringContaining('cannot be read') as string,
  })
})

test('an XML document is read in the encoding that it names', () => {
  const latin = (encoding: string) =>
    readText(written(`<?xml version="1.0" encoding="${encoding}"?><a>Gr`, [0xfc], 'n</a>'), encodingOfXml)
  expect(latin('ISO-8859-1')).toMatchObject({ text: expect.stringContaining('Grün') as string })
  expect(latin('UTF-8')).toEqual({ fault: 'it is no text in UTF-8' })
  expect(latin('made-up')).toEqual({ fault: 'it is no text in made-up' })
})
