import type { Metadata, Viewport } from 'next'
import { GeistMono } from 'geist/font/mono'
import { GeistSans } from 'geist/font/sans'
import { cookies, headers } from 'next/headers'
import type { ReactNode } from 'react'
import { AppShell } from '@/components/shell/app-shell'
import { BareShell } from '@/components/shell/bare-shell'
import { Providers } from '@/components/shell/providers'
import { feedLinks } from '@/lib/client/feed-links'
import { paths } from '@/lib/client/paths'
import { asTheme, THEME_COOKIE } from '@/lib/client/theme-cookie'
import { may } from '@/lib/domain/policy/policy'
import { originToAnswerWith } from '@/lib/domain/policy/socket-headers'
import { visitor } from '@/lib/server/http/page-actor'
import { getMe } from '@/lib/server/services/identity/get-me'
import './globals.css'

/** Every page reads the database and carries the request's nonce: none may be frozen at build. */
export const dynamic = 'force-dynamic'

const DESCRIPTION =
  'Which events a company publishes, every version of their schemas side by side, and real events along their causal chain.'

const METADATA: Metadata = {
  title: { default: 'Pasttense', template: '%s · Pasttense' },
  description: DESCRIPTION,
  applicationName: 'Pasttense',
  manifest: '/manifest.webmanifest',
  alternates: feedLinks(paths.feed(), 'Versions of the catalog'),
  icons: {
    icon: [
      { url: '/icon.svg', type: 'image/svg+xml' },
      { url: '/icon-192.png', type: 'image/png', sizes: '192x192' },
    ],
    apple: '/apple-icon.png',
  },
  openGraph: {
    title: 'Pasttense',
    description: DESCRIPTION,
    type: 'website',
    images: [
      {
        url: '/social.png',
        width: 1200,
        height: 630,
        alt: 'Pasttense: what happened, what it caused, and whom to ask',
      },
    ],
  },
  twitter: { card: 'summary_large_image' },
  // Ids are not telephone numbers.
  formatDetection: { telephone: false, email: false, address: false },
}

/** The social image needs a whole address: the one that this page was asked for under, which the proxy has checked. */
export async function generateMetadata(): Promise<Metadata> {
  const asked = await headers()
  return { ...METADATA, metadataBase: new URL(originToAnswerWith(asked)) }
}

export const viewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#fcfbf9' },
    { media: '(prefers-color-scheme: dark)', color: '#0d0e11' },
  ],
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  const actor = await visitor()
  const theme = asTheme((await cookies()).get(THEME_COOKIE)?.value)
  return (
    <html lang="en" data-theme={theme} className={`${GeistSans.variable} ${GeistMono.variable}`}>
      <body>
        <Providers now={timeOfRequest()} me={getMe(actor)}>
          {may(actor, 'read') ? (
            <AppShell theme={theme}>{children}</AppShell>
          ) : (
            <BareShell>{children}</BareShell>
          )}
        </Providers>
      </body>
    </html>
  )
}

function timeOfRequest(): number {
  return Date.now()
}
