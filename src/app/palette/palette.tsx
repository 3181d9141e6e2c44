import { Modal } from '@mantine/core'
import { useMantineColorScheme } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { type KeyboardEvent, useDeferredValue, useEffect, useId, useRef, useState } from 'react'
import { frontend } from '../../data/frontend/browser-client.ts'
import { paths } from '../../lib/paths.ts'
import { paletteText } from '../../ui/text/palette.ts'
import { shellText } from '../../ui/text/shell.ts'
import { useViewer } from '../../ui/viewer/viewer-context.ts'
import { usePhoneFormat } from '../../ui/words/phone-format.ts'
import { sections } from '../routes.tsx'
import type { Command } from '../shortcuts/shortcuts.ts'
import { findRows } from './find-rows.ts'
import classes from './palette.module.css'
import { type Entry, matchEntries } from './match-entries.ts'

const SCHEMES = ['auto', 'light', 'dark'] as const
/** Rows are looked for from this many letters on. */
const LEAST_LETTERS = 2

type PaletteProps = {
  readonly onClose: () => void
  readonly onRun: (command: Command) => void
}

/** What is there without asking the database: pages and actions. */
function useFixedEntries(onRun: PaletteProps['onRun']): readonly Entry[] {
  const { canWrite } = useViewer()
  const { setColorScheme } = useMantineColorScheme()
  const to = (group: string, label: string, href: string): Entry => ({ group, label, href })
  return [
    ...sections.map(({ label, href }) => to(paletteText.pages, label, href)),
    ...(canWrite
      ? [
          to(paletteText.actions, paletteText.newCampaign, paths.newCampaign()),
          to(paletteText.actions, paletteText.importPeople, paths.importDataset()),
        ]
      : []),
    ...SCHEMES.map((scheme) => ({
      group: paletteText.actions,
      label: paletteText.appearance(shellText.appearances[scheme]),
      run: () => {
        setColorScheme(scheme)
      },
    })),
    {
      group: paletteText.actions,
      label: paletteText.help,
      run: () => {
        onRun({ kind: 'help' })
      },
    },
  ]
}

/** Searches pages, jobs, campaigns, people and actions; arrow keys choose, Enter opens. */
export function Palette({ onClose, onRun }: PaletteProps) {
  const [text, setText] = useState('')
  const [chosen, setChosen] = useState(0)
  const search = useDeferredValue(text.trim())
  const { officeId } = useViewer()
  const phoneWords = usePhoneFormat()
  const fixed = useFixedEntries(onRun)
  const listId = useId()
  const list = useRef<HTMLDivElement>(null)
  const { data: rows = [], isFetching } = useQuery({
    queryKey: ['palette', officeId, search],
    queryFn: () => findRows(frontend(), search, officeId),
    enabled: search.length >= LEAST_LETTERS,
    placeholderData: keepPreviousData,
    throwOnError: false,
    gcTime: 0,
  })
  const found = search.length >= LEAST_LETTERS ? rows : []
  const entries = [...matchEntries(fixed, text), ...found]
  const at = Math.min(chosen, Math.max(0, entries.length - 1))

  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
  }, [at])

  function open(entry: Entry | undefined): void {
    if (entry === undefined) return
    onClose()
    if (entry.href !== undefined) onRun({ kind: 'go', href: entry.href })
    else entry.run?.()
  }

  function onKeyDown(event: KeyboardEvent): void {
    const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 }
    const step = steps[event.key]
    if (step !== undefined && entries.length > 0) {
      event.preventDefault()
      setChosen((at + step + entries.length) % entries.length)
    } else if (event.key === 'Enter') {
      event.preventDefault()
      open(entries[at])
    }
  }

  return (
    <Modal
      opened
      onClose={onClose}
      withCloseButton={false}
      padding={0}
      attributes={{ content: { 'aria-label': paletteText.open } }}
    >
      <input
        data-autofocus
        className={classes['input']}
        role="combobox"
        aria-expanded
        aria-controls={listId}
        aria-activedescendant={entries.length > 0 ? `${listId}-${at}` : undefined}
        aria-label={paletteText.open}
        placeholder={paletteText.placeholder}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value)
          setChosen(0)
        }}
        onKeyDown={onKeyDown}
      />
      <div
        ref={list}
        id={listId}
        role="listbox"
        aria-label={paletteText.results}
        className={classes['list']}
      >
        {entries.map((entry, index) => (
          <button
            type="button"
            tabIndex={-1}
            key={`${entry.group} ${entry.href ?? entry.label}`}
            id={`${listId}-${index}`}
            role="option"
            aria-selected={index === at}
            className={classes['entry']}
            onPointerMove={() => {
              setChosen(index)
            }}
            onClick={() => {
              open(entry)
            }}
          >
            <span>{entry.label}</span>
            {entry.detail !== undefined && <small>{phoneWords(entry.detail)}</small>}
            <small className={classes['group']}>{entry.group}</small>
          </button>
        ))}
      </div>
      {entries.length === 0 && (
        <p role="status" className={classes['none']}>
          {isFetching ? paletteText.searching : paletteText.none}
        </p>
      )}
    </Modal>
  )
}
