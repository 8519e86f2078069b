import type { Person } from '@/lib/contracts/person'
import type { Role } from '@/lib/domain/policy/policy'
import { answerSignIn } from '../sign-in-route'
import { ask, type Sent } from './door'

/** Adds somebody and signs them in, as the demo does; the database has to be one of its own (`PASTTENSE_EMBEDDED`). */
export async function addPerson(name: string, role: Role, owners: string[] = []): Promise<Sent> {
  const body = { name, email: `walk-${name}@example.org`, role, owners, demo: true }
  const { id } = (await ask('createPerson', { body })).value as Person
  const response = await answerSignIn(
    new Request('http://x/api/auth/sign-in/demo', {
      method: 'POST',
      headers: { host: 'localhost:3000', 'content-type': 'application/json' },
      body: JSON.stringify({ id }),
    }),
  )
  return { headers: { cookie: response.headers.getSetCookie()[0]!.split(';', 1)[0]! } }
}
