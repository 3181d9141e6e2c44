import { splitLinks } from './split-links.ts'
import classes from './text-block.module.css'

type TextBlockProps = { readonly text: string }

/**
 * What someone wrote, as they wrote it: line breaks kept, web addresses opened in a new tab,
 * everything else text. Nothing in it is read as HTML or Markdown.
 */
export function TextBlock({ text }: TextBlockProps) {
  return (
    <div className={classes['text']} dir="auto">
      {splitLinks(text).map((piece) => {
        if (piece.kind === 'text') return <span key={piece.at}>{piece.text}</span>
        return (
          <a key={piece.at} href={piece.text} target="_blank" rel="noopener noreferrer nofollow">
            {piece.text}
          </a>
        )
      })}
    </div>
  )
}
