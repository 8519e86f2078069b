import { PassThrough, Readable } from 'node:stream'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkLines } from './check-lines'
import { readLines, type Line } from '../read-lines'

const MEBIBYTE = 1024 * 1024

const pair = (id: unknown, writer: unknown, reader: unknown) => JSON.stringify({ id, writer, reader })

async function answers(chunks: readonly (Uint8Array | string)[]) {
  const output = new PassThrough()
  const written: Buffer[] = []
  output.on('data', (chunk: Buffer) => written.push(chunk))
  const code = await checkLines(Readable.from(chunks.map((chunk) => Buffer.from(chunk))), output, 'strict')
  const lines = Buffer.concat(written).toString().split('\n').slice(0, -1)
  return { code, lines: lines.map((line) => JSON.parse(line) as Record<string, unknown>) }
}

describe('checkLines', () => {
  it('answers every line in order, and a bad one with an error', async () => {
    const { code, lines } = await answers([
      `${pair('a', { type: 'integer' }, { type: 'number' })}\n`,
      'not json\n\n',
      Buffer.from([0x22, 0xff, 0x22, 10]),
      `${pair(2, 1, {})}\r\n`,
      `[]\n${pair(null, { type: 'number' }, { type: 'integer' })}`,
    ])
    expect(lines.map(({ id, verdict }) => [id, verdict])).toEqual([
      ['a', 'compatible'],
      [null, 'unknown'],
      [null, 'unknown'],
      [2, 'unknown'],
      [null, 'unknown'],
      [null, 'breaking'],
    ])
    expect(lines.map((line) => 'error' in line)).toEqual([false, true, true, true, true, false])
    expect(code).toBe(1)
  })

  it('answers pairs that no stack is deep enough for', async () => {
    const deep = `{"id":1,"writer":${'{"not":'.repeat(50_000)}{}${'}'.repeat(50_000)},"reader":{}}`
    const { lines } = await answers([`${deep}\n${pair(2, true, true)}\n`])
    expect(lines.map(({ id }) => id)).toEqual([1, 2])
  })

  it('reads no further while nobody takes the answers', async () => {
    let read = 0
    const input = new Readable({
      read() {
        read += 1
        this.push(read > 500 ? null : `${pair(read, true, true)}\n`)
      },
    })
    const output = new PassThrough({ highWaterMark: 64 })
    const ended = checkLines(input, output, 'strict')
    await new Promise((resolve) => setImmediate(resolve))
    expect(read).toBeLessThan(500)
    output.resume()
    expect(await ended).toBe(0)
    expect(read).toBe(501)
  })
})

describe('readLines', () => {
  it('gives the lines of a text however it was cut into chunks', async () => {
    const bytes = fc.array(fc.string({ unit: 'grapheme' }).map((text) => text.replace(/[\n\r]/g, '')))
    await fc.assert(
      fc.asyncProperty(bytes, fc.integer({ min: 1, max: 7 }), async (lines, size) => {
        const whole = Buffer.from(lines.map((line) => `${line}\n`).join(''))
        const chunks: Buffer[] = []
        for (let start = 0; start < whole.length; start += size)
          chunks.push(whole.subarray(start, start + size))
        const read: Line[] = []
        for await (const line of readLines(Readable.from(chunks), MEBIBYTE)) read.push(line)
        expect(read).toEqual(lines.map((text) => ({ text })))
      }),
    )
  })

  it('passes over a line that is too long, and reads on behind it', async () => {
    function* chunks() {
      for (let count = 0; count < 17; count++) yield Buffer.alloc(MEBIBYTE, 'x')
      yield Buffer.from('\nnext\n')
    }
    const read: Line[] = []
    for await (const line of readLines(Readable.from(chunks()), 16 * MEBIBYTE)) read.push(line)
    expect(read).toEqual([{ fault: 'the line is longer than 16 MiB' }, { text: 'next' }])
  })
})
