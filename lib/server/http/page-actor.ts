import 'server-only'
import { headers } from 'next/headers'
import { notFound, redirect } from 'next/navigation'
import { cache } from 'react'
import { may, type Actor } from '@/lib/domain/policy/policy'
import { stranger } from '@/lib/server/identity/reading'
import { isProblem } from '@/lib/server/services/problem'
import { identify } from './identify'
import { PAGE_HEADER } from './page-header'

/** Who asks, whoever it is: once a request, for the page and what stands around it. */
export const visitor = cache(async (): Promise<Actor> => {
  try {
    return await identify(await headers())
  } catch (error) {
    // A token that is none is answered in words by the API; a page sends to sign in.
    if (isProblem(error)) return stranger
    throw error
  }
})

/** Who asks for the page. Whoever may not read is sent to sign in, and comes back from there. */
export async function pageActor(): Promise<Actor> {
  const actor = await visitor()
  if (may(actor, 'read')) return actor
  const page = (await headers()).get(PAGE_HEADER) ?? '/'
  redirect(`/sign-in?to=${encodeURIComponent(page)}`)
}

/** What a page is about, or the page that says there is nothing at this address. */
export async function orNotFound<T>(reading: Promise<T>): Promise<T> {
  return (await orNull(reading)) ?? notFound()
}

/** Null where there is no such thing, for a page that has something else to show then. */
export async function orNull<T>(reading: Promise<T>): Promise<T | null> {
  try {
    return await reading
  } catch (error) {
    if (isProblem(error) && error.status === 404) return null
    throw error
  }
}
