export const COOKIE_PREFIX = 'pasttense'

/** The session's cookie in a `Cookie` header, as it is named over https or without. */
export function sessionCookie(header: string): { name: string; value: string; secure: boolean } | null {
  for (const secure of [true, false]) {
    const name = `${secure ? '__Secure-' : ''}${COOKIE_PREFIX}.session_token`
    for (const part of header.split(';')) {
      const at = part.indexOf('=')
      if (part.slice(0, at).trim() === name) return { name, value: part.slice(at + 1).trim(), secure }
    }
  }
  return null
}

/** The session that a header's cookie names, however it is spelled; for whoever counts by sessions. */
export function sessionNamed(header: string): string {
  const value = sessionCookie(header)?.value ?? ''
  try {
    return decodeURIComponent(value).split('.', 1)[0]!
  } catch {
    return ''
  }
}
