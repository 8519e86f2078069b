'use client'

import './globals.css'

/** Stands in for the whole page where even the layout failed; it uses nothing that could fail with it. */
export default function GlobalError({ retry }: { error: unknown; retry: () => void }) {
  return (
    <html lang="en">
      <body>
        <title>Something went wrong · Pasttense</title>
        <main className="mx-auto flex max-w-md flex-col items-center gap-2 px-4 py-24 text-center">
          <h1 className="text-base font-semibold">Pasttense could not be shown</h1>
          <p className="text-ink-2">
            Something went wrong before the page was there. Try again; if it stays, look at the server’s log.
          </p>
          <button
            type="button"
            onClick={retry}
            className="mt-3 h-7 rounded-md border border-ink bg-ink px-2.5 font-medium text-bg"
          >
            Try again
          </button>
        </main>
      </body>
    </html>
  )
}
