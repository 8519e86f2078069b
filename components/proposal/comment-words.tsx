import { splitMentions } from '@/lib/domain/review/mention'

/** What somebody said, as they laid it out; those they mean stand apart, `names` being full names of people. */
export function CommentWords({ body, names }: { body: string; names: readonly string[] }) {
  return (
    <p className="whitespace-pre-wrap">
      {splitMentions(body, names).map(({ text, isMention }, index) =>
        isMention ? (
          <span key={index} className="font-medium text-accent">
            {text}
          </span>
        ) : (
          text
        ),
      )}
    </p>
  )
}
