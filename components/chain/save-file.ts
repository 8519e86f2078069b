/**
 * Hands a text to the browser as a download. The page stays awake while the text is made, a few parts at a time.
 * @param parts of the text, each made when it is taken
 */
export async function saveFile(name: string, type: string, parts: Iterable<string>): Promise<void> {
  const made: string[] = []
  for (const part of parts) {
    made.push(part)
    await new Promise((resolve) => setTimeout(resolve))
  }
  const address = URL.createObjectURL(new Blob(made, { type: `${type};charset=utf-8` }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // The download has begun once the click has been handled; the text need not be kept after that.
  setTimeout(() => URL.revokeObjectURL(address), 1_000)
}

/** Has the browser write what an address of ours answers to the disk. */
export function saveAddress(name: string, href: string): void {
  const link = document.createElement('a')
  link.href = href
  link.download = name
  link.click()
}
