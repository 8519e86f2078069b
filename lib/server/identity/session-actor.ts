import 'server-only'
import type { Actor } from '@/lib/domain/policy/policy'
import { findPerson } from '@/lib/server/stores/person-store'
import { auth, COOKIE_PREFIX } from './better-auth'
import { actorOf } from './known-actors'

/** The person whose session's cookie came along; null where there is none, or one that is over. */
export async function sessionActor(headers: Pick<Headers, 'get'>): Promise<Actor | null> {
  const cookie = sessionCookie(headers.get('cookie') ?? '')
  if (cookie === null) return null
  return actorOf(`session ${cookie.value}`, async () => {
    const alone = new Headers({ cookie: `${cookie.name}=${cookie.value}` })
    const session = await auth(cookie.secure).api.getSession({ headers: alone })
    const person = session && (await findPerson(session.user.id))
    if (!session || !person?.active) return null
    const { id, name, role } = person
    const owners = person.owners.map(({ slug }) => slug)
    return { kind: 'person', id, name, role, owners, scopes: null, session: session.session.id }
  })
}

function sessionCookie(header: string): { name: string; value: string; secure: boolean } | null {
  for (const secure of [true, false]) {
    const name = `${secure ? '__Secure-' : ''}${COOKIE_PREFIX}.session_token`
    for (const part of header.split(';')) {
      const at = part.indexOf('=')
      if (part.slice(0, at).trim() === name) return { name, value: part.slice(at + 1).trim(), secure }
    }
  }
  return null
}
