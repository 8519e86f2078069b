import { readFileSync } from 'node:fs'

/** A file's text without its byte order mark, or what keeps it from being read, in words. */
type FileText = { readonly text: string } | { readonly fault: string }

/** Nothing is replaced on the way: bytes that mean no letter are a fault. @param encodingOf what the bytes say of themselves */
export function readText(path: string, encodingOf: (bytes: Buffer) => string = () => 'utf-8'): FileText {
  let encoding = ''
  try {
    const bytes = readFileSync(path)
    encoding = encodingOf(bytes)
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes) }
  } catch (error) {
    const isNoText = error instanceof TypeError || error instanceof RangeError
    return {
      fault: isNoText ? `it is no text in ${encoding}` : `it cannot be read: ${(error as Error).message}`,
    }
  }
}

/** As the declaration of an XML document says it, else UTF-8. */
export function encodingOfXml(bytes: Buffer): string {
  return (
    /^<\?xml[^>]*?\sencoding\s*=\s*["']([\w.-]+)["']/.exec(bytes.toString('latin1', 0, 200))?.[1] ?? 'utf-8'
  )
}
