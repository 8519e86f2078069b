import 'server-only'
import type { AuditEntry } from '@/lib/contracts/audit'
import { prisma } from '@/lib/server/database/connection'
import { deedRow } from './audit-store'

/** What somebody did by signing in or out, or to their password. */
export interface SignInDeed {
  readonly action: AuditEntry['action']
  readonly details?: AuditEntry['details']
}

/** What better-auth writes that may be a deed. */
export type SignInWrite =
  'person-made' | 'session-made' | 'session-ended' | 'password-made' | 'password-replaced'

type DeedRow = ReturnType<typeof deedRow>

/**
 * The database as better-auth writes it: what is on record of a write is written with it, or neither. better-auth's own
 * hooks run before a write or after it, where a crash between would leave one without the other.
 * @param deedOf what goes on record of a write; null for nothing
 */
export function recordingClient(deedOf: (write: SignInWrite) => SignInDeed | null) {
  const database = prisma()

  /** A row or none: rows, since a write that is awaited here would be made at once. */
  async function rowsOf(write: SignInWrite, personId: string | undefined): Promise<DeedRow[]> {
    const deed = personId === undefined ? null : deedOf(write)
    if (!deed) return []
    const person = await database.person.findUnique({
      where: { id: personId },
      select: { id: true, name: true, email: true },
    })
    return person ? [rowOf(deed, person)] : []
  }
  const rowOf = (deed: SignInDeed, { id, name, email }: Record<'id' | 'name' | 'email', string>) =>
    deedRow({ ...deed, by: { kind: 'person', id, name }, subject: email })
  const record = (data: DeedRow[]) => database.auditEntry.createMany({ data })

  return database.$extends({
    query: {
      person: {
        async create({ args, query }) {
          const deed = deedOf('person-made')
          const { id, name, email } = args.data
          const rows = deed ? [rowOf(deed, { id, name, email })] : []
          return (await database.$transaction([query(args), record(rows)]))[0]
        },
      },
      session: {
        async create({ args, query }) {
          const rows = await rowsOf('session-made', args.data.userId)
          return (await database.$transaction([query(args), record(rows)]))[0]
        },
        async deleteMany({ args, query }) {
          const session = await database.session.findFirst({ where: args.where, select: { userId: true } })
          const rows = await rowsOf('session-ended', session?.userId)
          return (await database.$transaction([query(args), record(rows)]))[0]
        },
      },
      account: {
        async create({ args, query }) {
          const rows = args.data.password ? await rowsOf('password-made', args.data.userId) : []
          return (await database.$transaction([query(args), record(rows)]))[0]
        },
        async update({ args, query }) {
          const rows = args.data.password ? await rowsOfAccount(args.where) : []
          return (await database.$transaction([query(args), record(rows)]))[0]
        },
        async updateMany({ args, query }) {
          const rows = args.data.password ? await rowsOfAccount(args.where) : []
          return (await database.$transaction([query(args), record(rows)]))[0]
        },
      },
    },
  })

  async function rowsOfAccount(where: object | undefined): Promise<DeedRow[]> {
    const account = await database.account.findFirst({ where, select: { userId: true } })
    return rowsOf('password-replaced', account?.userId)
  }
}
