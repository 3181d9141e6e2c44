import { ActionIcon, TextInput } from '@mantine/core'
import { IconChevronDown, IconChevronUp, IconX } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { foldText } from '../../lib/fold-text.ts'
import { commonText } from '../../ui/text/common.ts'
import { careText } from '../../ui/text/inbox.ts'
import classes from './conversations.module.css'
import { anchorOfItem, type Timeline } from './timeline.ts'

const HIGHLIGHT = 'rc-found'
const SHORTEST = 2

/** What is said in an item, folded for comparison. */
function wordsOf(item: Timeline[number]): string {
  if (item.kind === 'day') return ''
  if (item.kind === 'message') return foldText(item.message.text)
  const { summary, transcript } = item.call
  return foldText([summary, ...transcript.map((line) => line.text)].join('\n'))
}

/** The anchors of the items that say it, in order. */
function anchorsWith(timeline: Timeline, text: string): readonly string[] {
  const wanted = foldText(text.trim())
  if (wanted.length < SHORTEST) return []
  return timeline.flatMap((item) =>
    item.kind !== 'day' && wordsOf(item).includes(wanted) ? [anchorOfItem(item)] : [],
  )
}

/** Paints the words where the browser can, without touching the page's elements. */
function paint(anchors: readonly string[], text: string): void {
  if (!('highlights' in CSS)) return
  const wanted = text.trim().toLowerCase()
  const ranges: Range[] = []
  for (const anchor of anchors) {
    const element = document.getElementById(anchor)
    if (element === null) continue
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const said = (node.textContent ?? '').toLowerCase()
      for (let at = said.indexOf(wanted); at !== -1; at = said.indexOf(wanted, at + 1)) {
        const range = new Range()
        range.setStart(node, at)
        range.setEnd(node, at + wanted.length)
        ranges.push(range)
      }
    }
  }
  CSS.highlights.set(HIGHLIGHT, new Highlight(...ranges))
}

function show(anchor: string | undefined): void {
  const element = anchor === undefined ? null : document.getElementById(anchor)
  if (element instanceof HTMLDetailsElement) element.open = true
  element?.scrollIntoView({ block: 'center' })
}

type FindInConversationProps = { readonly timeline: Timeline; readonly onClose: () => void }

/** Searches messages and transcripts of the open conversation, from the latest find on back. */
export function FindInConversation({ timeline, onClose }: FindInConversationProps) {
  const [text, setText] = useState('')
  const [place, setPlace] = useState(0)
  const anchors = anchorsWith(timeline, text)
  const current = anchors[place]
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => {
    field.current?.focus()
  }, [])

  useEffect(() => {
    show(current)
    paint(anchors, text)
    // A call unfolds after it was shown, and its words are there a moment later.
    const later = setTimeout(() => {
      paint(anchors, text)
    }, 100)
    return () => {
      clearTimeout(later)
      if ('highlights' in CSS) CSS.highlights.delete(HIGHLIGHT)
    }
  })

  const type = (typed: string) => {
    setText(typed)
    setPlace(Math.max(0, anchorsWith(timeline, typed).length - 1))
  }
  const step = (by: 1 | -1) => {
    if (anchors.length > 0) setPlace((place + by + anchors.length) % anchors.length)
  }
  return (
    <search className={classes['find']}>
      <TextInput
        size="xs"
        ref={field}
        aria-label={careText.find}
        placeholder={careText.find}
        value={text}
        onChange={(event) => {
          type(event.currentTarget.value)
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter') step(event.shiftKey ? 1 : -1)
          if (event.key !== 'Escape') return
          event.preventDefault()
          onClose()
        }}
      />
      <span role="status" className={classes['muted']}>
        {anchors.length > 0
          ? careText.found(place + 1, anchors.length)
          : text.trim().length >= SHORTEST && careText.foundNone}
      </span>
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={careText.previous}
        onClick={() => {
          step(-1)
        }}
      >
        <IconChevronUp size={16} aria-hidden />
      </ActionIcon>
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={careText.next}
        onClick={() => {
          step(1)
        }}
      >
        <IconChevronDown size={16} aria-hidden />
      </ActionIcon>
      <ActionIcon variant="subtle" color="gray" aria-label={commonText.close} onClick={onClose}>
        <IconX size={16} aria-hidden />
      </ActionIcon>
    </search>
  )
}
