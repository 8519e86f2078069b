'use client'

import { useNow } from './now'
import { classNames } from '@/components/ui/class-names'
import { exactTime, relativeTime, timeOfDay } from './relative-time'

interface TimeProps {
  /** An instant as RFC 3339 text. */
  at: string
  className?: string
}

/** Relative in text, exact in the title. */
export function Time(props: TimeProps) {
  return <ToldTime {...props} tell={relativeTime} />
}

/** The time of day in text, to the second in UTC: in a list of what comes now all is `just now`. */
export function TimeOfDay(props: TimeProps) {
  return <ToldTime {...props} tell={timeOfDay} />
}

interface ToldTimeProps extends TimeProps {
  /** The text for an instant, both in milliseconds. */
  tell: (at: number, now: number) => string
}

function ToldTime({ at, className, tell }: ToldTimeProps) {
  const now = useNow()
  const instant = Date.parse(at)
  if (Number.isNaN(instant)) return <span className={className}>{at}</span>
  return (
    <time dateTime={at} title={exactTime(instant)} className={classNames('whitespace-nowrap', className)}>
      {tell(instant, now)}
    </time>
  )
}

/** The instant itself, in UTC to the millisecond, with the distance in the title. */
export function ExactTime({ at, className }: TimeProps) {
  const now = useNow()
  const instant = Date.parse(at)
  if (Number.isNaN(instant)) return <span className={className}>{at}</span>
  return (
    <time dateTime={at} title={relativeTime(instant, now)} className={className}>
      {exactTime(instant)}
    </time>
  )
}
