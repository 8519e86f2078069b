import 'server-only'
import { headers } from 'next/headers'
import { notFound } from 'next/navigation'
import type { Actor } from '@/lib/domain/policy/policy'
import { isProblem } from '@/lib/server/services/problem'
import { identify } from './request-guard'

/** Who asks for the page. The proxy refused strangers already; this only says which of ours it is. */
export async function pageActor(): Promise<Actor> {
  const actor = identify(await headers())
  if (isProblem(actor)) throw actor
  return actor
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
