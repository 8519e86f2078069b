import 'server-only'
import { randomUUID } from 'node:crypto'
import { APIError, createAuthEndpoint } from 'better-auth/api'
import { setSessionCookie } from 'better-auth/cookies'
import type { BetterAuthPlugin } from 'better-auth/types'
import { z } from 'zod'
import { findPerson, hasPeople, insertFirstAdministrator } from '@/lib/server/stores/person-store'
import { isDemoDatabase } from './demo-database'

const firstBody = z.object({
  name: z.string().trim().min(1).max(200),
  email: z.email().max(200).toLowerCase(),
  password: z.string(),
})

/** The two ways in that are ours alone: the first administrator of an empty installation, and the demo's one click. */
export const ownWaysIn = {
  id: 'own-ways-in',
  endpoints: {
    signUpFirst: createAuthEndpoint('/sign-up/first', { method: 'POST', body: firstBody }, async (ctx) => {
      // Before a password is hashed, which costs much and may be asked for by everybody.
      if (await hasPeople()) throw tooLate()
      const { name, email, password } = ctx.body
      const { minPasswordLength, maxPasswordLength } = ctx.context.password.config
      if (password.length < minPasswordLength || password.length > maxPasswordLength)
        throw new APIError('BAD_REQUEST', {
          message: `Choose a password of ${minPasswordLength} to ${maxPasswordLength} characters.`,
        })
      const id = randomUUID()
      const passwordHash = await ctx.context.password.hash(password)
      if (!(await insertFirstAdministrator({ id, name, email, accountId: randomUUID(), passwordHash })))
        throw tooLate()
      await begin(ctx, id)
      return ctx.json({ id })
    }),
    signInDemo: createAuthEndpoint(
      '/sign-in/demo',
      { method: 'POST', body: z.object({ id: z.string().max(200) }) },
      async (ctx) => {
        const person = isDemoDatabase() ? await findPerson(ctx.body.id) : null
        if (!person?.demo || !person.active)
          throw new APIError('FORBIDDEN', { message: 'Nobody of the demo company is called so.' })
        await begin(ctx, person.id)
        return ctx.json({ id: person.id })
      },
    ),
  },
} satisfies BetterAuthPlugin

const tooLate = () =>
  new APIError('CONFLICT', { message: 'Somebody is here already. Ask them to let you in.' })

type Context = Parameters<typeof setSessionCookie>[0]

async function begin(ctx: Context, personId: string): Promise<void> {
  const user = await ctx.context.internalAdapter.findUserById(personId)
  const session = user && (await ctx.context.internalAdapter.createSession(personId))
  if (!session) throw new APIError('FORBIDDEN', { message: 'You may not sign in. Ask an administrator.' })
  await setSessionCookie(ctx, { session, user })
}
