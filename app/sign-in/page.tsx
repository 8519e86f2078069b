import type { Metadata } from 'next'
import { SignInScreen } from '@/components/sign-in/sign-in-screen'
import { returnAddress } from '@/lib/client/return-address'
import { visitor } from '@/lib/server/http/page-actor'
import { getSignIn } from '@/lib/server/services/identity/get-sign-in'

export const metadata: Metadata = { title: 'Sign in' }

export default async function SignInPage({ searchParams }: PageProps<'/sign-in'>) {
  const { to, invitation, error, kept } = await searchParams
  const wanted = returnAddress(typeof to === 'string' ? to : null)
  const options = await getSignIn(await visitor())
  return (
    <SignInScreen
      options={options}
      to={typeof invitation === 'string' ? '/sign-in?kept' : wanted}
      failure={error === undefined ? null : String(error)}
      hasChosen={kept !== undefined}
      invitation={typeof invitation === 'string' ? invitation : null}
    />
  )
}
