'use client'

import { useSuspenseQuery } from '@tanstack/react-query'
import { PageHeader } from '@/components/shell/page-header'
import { Box } from '@/components/ui/box'
import { TextLink } from '@/components/ui/text-link'
import { accountQueries } from '@/lib/client/account-queries'
import { useMe } from '@/lib/client/me'
import { paths } from '@/lib/client/paths'
import { MailChoice } from './mail-choice'
import { PasswordChange } from './password-change'
import { SessionList } from './session-list'

/** What is one's own: the password, what one is mailed, and where one is signed in. */
export function AccountScreen() {
  const me = useMe()
  const { data: account } = useSuspenseQuery(accountQueries.own())
  return (
    <>
      <PageHeader title="Your account" facts={<span className="text-ink-3">{account.email}</span>}>
        <p className="text-ink-2">
          {account.name}, {me.role}
          {me.owners.length > 0 && ` · member of ${me.owners.join(', ')}`}. An administrator changes these.
        </p>
      </PageHeader>
      <div className="flex max-w-2xl flex-col gap-4 px-5 pb-8">
        <Box title="What you are told">
          <MailChoice account={account} />
        </Box>
        <Box title="Password">
          {account.has_password ? (
            <PasswordChange />
          ) : (
            <p className="p-3 text-ink-2">You sign in without one here, so there is none to change.</p>
          )}
        </Box>
        <SessionList sessions={account.sessions} />
        <p className="text-ink-2">
          Tokens for your programs are under <TextLink href={paths.settings('tokens')}>Settings</TextLink>.
        </p>
      </div>
    </>
  )
}
