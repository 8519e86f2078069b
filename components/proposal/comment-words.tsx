import { splitMentions } from '@/lib/domain/review/mention'

/** What somebody said, as they laid it out; those they mean stand apart. */
export function CommentWords({ body }: { body: string }) {
  return (
    <p className="whitespace-pre-wrap [overflow-wrap:anywhere]">
      {splitMentions(body).map(({ text, isMention }, index) =>
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
