/** Hands a text to the browser as a download. */
export function saveFile(name: string, type: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }))
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
