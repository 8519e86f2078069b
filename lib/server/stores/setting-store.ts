import 'server-only'
import { prisma } from '@/lib/server/database/connection'

/** Settings that were ever changed, as parsed JSON by key. */
export async function readSettings(): Promise<Record<string, unknown>> {
  const rows = await prisma().setting.findMany()
  return Object.fromEntries(rows.map((row) => [row.key, JSON.parse(row.value) as unknown]))
}

export async function writeSettings(values: Record<string, unknown>): Promise<void> {
  await prisma().$transaction(
    Object.entries(values).map(([key, value]) =>
      prisma().setting.upsert({
        where: { key },
        create: { key, value: JSON.stringify(value) },
        update: { value: JSON.stringify(value) },
      }),
    ),
  )
}
