import { Button } from '@/components/ui/button'
import { signInAtProvider } from '@/lib/client/sign-in'
import type { SignInOptions } from '@/lib/contracts/person'
import type { WayProps } from './sign-in-screen'

interface ProviderButtonProps extends WayProps {
  provider: NonNullable<SignInOptions['provider']>
  to: string
}

/** Goes to the company's own provider, which sends back. */
export function ProviderButton({ provider, to, busy, attempt }: ProviderButtonProps) {
  async function leave(): Promise<never> {
    window.location.assign(await signInAtProvider(provider.id, to))
    // Nothing comes after it here.
    return new Promise<never>(() => undefined)
  }
  return (
    <div className="border-t border-line pt-5">
      <Button busy={busy} onClick={() => attempt(leave)}>
        Continue with {provider.name}
      </Button>
    </div>
  )
}
