import type { ApiOptions } from '@/lib/client/api'

/** The server the stories run against; playwright.config.ts starts it. */
export const server: ApiOptions = { origin: process.env.PASTTENSE_URL, token: process.env.PASTTENSE_TOKEN }
