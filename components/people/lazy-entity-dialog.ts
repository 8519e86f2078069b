'use client'

import dynamic from 'next/dynamic'

/** The dialog with its form; the code comes when one opens it. */
export const LazyEntityDialog = dynamic(
  () => import('./entity-dialog').then((module) => module.EntityDialog),
  {
    ssr: false,
  },
)
