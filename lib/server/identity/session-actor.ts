import 'server-only'
import type { Actor } from '@/lib/domain/policy/policy'
import { findPerson } from '@/lib/server/stores/person-store'
import { auth } from './better-auth'
import { actorOf } from './known-actors'
import { sessionCookie } from './session-cookie'

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
