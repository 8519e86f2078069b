import { longerThan } from './longer-than'

/** One line of a stream: its text, or why there is none. */
export type Line = { readonly text: string } | { readonly fault: string }

/**
 * The lines of a stream of bytes, one by one as they are asked for: the stream waits while a line is worked on, and
 * no more than one line is held. A line that is longer than `longest` or no UTF-8 comes as its fault; its end is found
 * without keeping it.
 * @param longest in bytes, whole MiB
 */
export async function* readLines(input: AsyncIterable<Uint8Array>, longest: number): AsyncGenerator<Line> {
  let parts: Uint8Array[] = []
  let length = 0
  for await (const chunk of input) {
    let start = 0
    for (let end = chunk.indexOf(10); end !== -1; end = chunk.indexOf(10, start)) {
      keep(chunk.subarray(start, end))
      yield take()
      start = end + 1
    }
    keep(chunk.subarray(start))
  }
  if (length > 0) yield take()

  function keep(part: Uint8Array): void {
    length += part.length
    if (length > longest) parts = []
    else parts.push(part)
  }

  function take(): Line {
    const line: Line =
      length > longest ? { fault: `the line is ${longerThan(longest)}` } : decode(Buffer.concat(parts))
    parts = []
    length = 0
    return line
  }
}

function decode(bytes: Uint8Array): Line {
  try {
    return {
      text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes).replace(/\r$/, ''),
    }
  } catch {
    return { fault: 'the line is not UTF-8' }
  }
}
