'use client'

import { useEffect, useLayoutEffect } from 'react'

/** `useLayoutEffect` where there is a layout; on the server nothing is painted. */
export const useBeforePaint = typeof window === 'undefined' ? useEffect : useLayoutEffect
