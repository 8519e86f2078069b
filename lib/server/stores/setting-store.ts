import 'server-only'
import { pool, prisma } from '@/lib/server/database/connection'
import { recordDeed, type Deed } from './audit-store'

/** Settings that were ever changed, as parsed JSON by key. By SQL: every chain asks for them. */
export async function readSettings(): Promise<Record<string, unknown>> {
  const { rows } = await pool().query<{ key: string; value: string }>({
    name: 'settings',
    text: 'SELECT key, value FROM setting',
  })
  return Object.fromEntries(rows.map((row) => [row.key, JSON.parse(row.value) as unknown]))
}

export async function writeSettings(values: Record<string, unknown>, deed: Deed): Promise<void> {
  await prisma().$transaction(async (transaction) => {
    for (const [key, value] of Object.entries(values))
      await transaction.setting.upsert({
        where: { key },
        create: { key, value: JSON.stringify(value) },
        update: { value: JSON.stringify(value) },
      })
    await recordDeed(transaction, deed)
  })
}
