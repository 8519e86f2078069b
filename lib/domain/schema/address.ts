/** Address of documents without an identity; nothing is ever fetched from it. */
export const OWN_ADDRESS = 'schema:///'

/** A reference as a whole address, seen from one; undefined where it makes none. */
export function resolveAddress(reference: string, base: string): string | undefined {
  try {
    return new URL(reference, base).href
  } catch {
    return undefined
  }
}

/** The address of the document that a whole address leads into. */
export function withoutFragment(address: string): string {
  const hash = address.indexOf('#')
  return hash === -1 ? address : address.slice(0, hash)
}
