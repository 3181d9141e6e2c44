import { IconFile, IconMicrophone, IconPhoto, IconVideo } from '@tabler/icons-react'
import { readMediaMark } from '../../lib/media-mark.ts'
import { mediaText } from '../../ui/text/media.ts'
import { TextBlock } from '../../ui/words/text-block.tsx'
import classes from './conversations.module.css'

const ICONS = { image: IconPhoto, audio: IconMicrophone, video: IconVideo, file: IconFile } as const

/** A picture, recording or file in its place in the conversation: what it is, and its caption. */
export function MediaView({ text }: { readonly text: string }) {
  const marked = readMediaMark(text)
  if (marked === null) return <TextBlock text={text} />
  return (
    <>
      {marked.media.map((kind, at) => {
        const KindIcon = ICONS[kind]
        return (
          // A message's parts never change their order.
          // oxlint-disable-next-line react/no-array-index-key
          <div key={at} className={classes['media']} title={mediaText.where}>
            <KindIcon size={20} stroke={1.5} aria-hidden />
            {mediaText.kinds[kind]}
          </div>
        )
      })}
      {marked.caption !== '' && <TextBlock text={marked.caption} />}
    </>
  )
}
