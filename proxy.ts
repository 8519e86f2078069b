import { NextResponse, type NextRequest } from 'next/server'
import { endpoints } from '@/lib/contracts/endpoints'
import { problemResponse } from '@/lib/server/http/problem-response'
import { PAGE_HEADER } from '@/lib/server/http/page-header'
import { refuseForeignPage } from '@/lib/server/http/request-guard'
import { problem, type Problem } from '@/lib/server/services/problem'

/**
 * Stands before every address. Calls of the API get their problems in words where the framework would answer an empty
 * 405 or a page; pages get the Content-Security-Policy with a nonce of their own.
 */
export function proxy(request: NextRequest): Response {
  const requestId = crypto.randomUUID()
  const { pathname } = new URL(request.url)
  const refusal = refuseForeignPage(request.headers, request.method) ?? malformed(pathname)
  if (refusal) return problemResponse(refusal, requestId)
  if (pathname.startsWith('/api/v1')) {
    const unknown = unknownCall(request.method, pathname)
    return unknown ? problemResponse(unknown, requestId) : NextResponse.next()
  }
  if (pathname.startsWith('/api/auth/')) return NextResponse.next()
  return pageResponse(request)
}

function malformed(pathname: string): Problem | undefined {
  try {
    decodeURIComponent(pathname)
    return undefined
  } catch {
    return problem(
      'malformed-address',
      'The address is not percent-encoded UTF-8. Encode each name by itself, "%" as "%25".',
    )
  }
}

function unknownCall(method: string, pathname: string): Problem | undefined {
  const segments = pathname.slice('/api/v1'.length).split('/')
  const known = Object.values(endpoints).filter(([, template]) => {
    const tokens = template.split('/')
    return (
      tokens.length === segments.length &&
      tokens.every((token, i) => token === segments[i] || (token.startsWith('{') && segments[i] !== ''))
    )
  })
  if (known.length === 0)
    return problem(
      'not-found',
      'No call has this address. /api/docs lists them all; "/" inside a name is written %2F.',
    )
  const methods = known.map(([known]) => known as string)
  if (methods.includes(method) || method === 'OPTIONS' || (method === 'HEAD' && methods.includes('GET')))
    return undefined
  return problem('method-not-allowed', `This address takes ${methods.join(', ')}.`, undefined, {
    allow: methods.join(', '),
  })
}

function pageResponse(request: NextRequest): Response {
  const nonce = btoa(crypto.randomUUID())
  const development = process.env.NODE_ENV === 'development'
  const policy = [
    "default-src 'self'",
    // React's development build alone needs eval, for its stack traces.
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ''}`,
    // Monaco places its lines by style attributes.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')
  const headers = new Headers(request.headers)
  headers.set('x-nonce', nonce)
  // Where to come back to, for a page that sends to signing in.
  headers.set(PAGE_HEADER, request.nextUrl.pathname + request.nextUrl.search)
  headers.set('content-security-policy', policy)
  const response = NextResponse.next({ request: { headers } })
  response.headers.set('content-security-policy', policy)
  response.headers.set('referrer-policy', 'same-origin')
  response.headers.set('cross-origin-opener-policy', 'same-origin')
  return response
}

export const config = {
  // Files carry no data and need no nonce. Each by its whole name: what only begins so is a page, if one that says 404.
  matcher: [
    '/((?!_next/static/|(?:icon\\.svg|icon-192\\.png|icon-512\\.png|apple-icon\\.png|manifest\\.webmanifest|robots\\.txt|social\\.png)$).*)',
  ],
}
