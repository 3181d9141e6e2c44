import {
  IconBookmark,
  IconBookmarkPlus,
  IconChevronDown,
  IconDeviceFloppy,
  IconPencil,
  IconTrash,
} from '@tabler/icons-react'
import { lazy, Suspense, useState } from 'react'
import { useNavigate } from 'react-router'
import type { Segment } from '../../../data/frontend/segments.ts'
import { paths } from '../../../lib/paths.ts'
import { MenuButton, type MenuEntry } from '../../../ui/menu/menu-button.tsx'
import { segmentText } from '../../../ui/text/segments.ts'
import { useViewer } from '../../../ui/viewer/viewer-context.ts'
import { hasFilter, type OpenedSegment } from './opened-segment.ts'
import { type SavedSegment, useDeleteSegment, useSaveSegment } from './segment-queries.ts'
import classes from './segments.module.css'

const SegmentDialog = lazy(async () => ({
  default: (await import('./segment-dialog.tsx')).SegmentDialog,
}))

function group(key: string, label: string, segments: readonly Segment[]): readonly MenuEntry[] {
  if (segments.length === 0) return []
  return [
    { kind: 'heading', key, label },
    ...segments.map(({ id, name }): MenuEntry => ({
      kind: 'link',
      key: id,
      label: name,
      icon: IconBookmark,
      href: paths.people({ segment: id }),
    })),
  ]
}

type SegmentMenuProps = {
  readonly segments: readonly Segment[]
  readonly opened: OpenedSegment
}

/** The saved segments to open, and what can be done with what is asked for now. */
export function SegmentMenu({ segments, opened }: SegmentMenuProps) {
  const { canWrite, offices, officeId } = useViewer()
  const navigate = useNavigate()
  const [form, setForm] = useState<SavedSegment | null>(null)
  const save = useSaveSegment()
  const remove = useDeleteSegment()
  const { filter, segment, changed } = opened
  const go = ({ id }: SavedSegment) => void navigate(paths.people({ segment: id }))

  const saveNew: MenuEntry = {
    kind: 'action',
    key: 'save',
    label: segmentText.save,
    icon: IconBookmarkPlus,
    onSelect: () => {
      const id = crypto.randomUUID()
      const office = officeId ?? offices[0]?.id ?? ''
      setForm({ id, officeId: office, name: '', shared: false, filter })
    },
  }
  function ofOpened(of: Segment): readonly MenuEntry[] {
    const update: MenuEntry = {
      kind: 'action',
      key: 'update',
      label: segmentText.update(of.name),
      icon: IconDeviceFloppy,
      onSelect: () => {
        const saved = { ...of, filter }
        save.mutate(saved, {
          onSuccess: () => {
            go(saved)
          },
        })
      },
    }
    return [
      ...(changed ? [update] : []),
      {
        kind: 'action',
        key: 'edit',
        label: segmentText.edit,
        icon: IconPencil,
        onSelect: () => {
          setForm(of)
        },
      },
      {
        kind: 'action',
        key: 'delete',
        label: segmentText.delete,
        icon: IconTrash,
        danger: true,
        onSelect: () => {
          remove.mutate(of, { onSuccess: () => void navigate(paths.people()) })
        },
      },
    ]
  }

  const acts: readonly MenuEntry[] = canWrite
    ? [
        ...(hasFilter(filter) && (segment === null || changed) ? [saveNew] : []),
        ...(segment === null ? [] : ofOpened(segment)),
      ]
    : []
  const none = canWrite ? segmentText.none : segmentText.noneReadOnly
  const entries: readonly MenuEntry[] = [
    ...group(
      'mine',
      segmentText.mine,
      segments.filter(({ shared }) => !shared),
    ),
    ...group(
      'shared',
      segmentText.shared,
      segments.filter(({ shared }) => shared),
    ),
    ...(segments.length === 0 && acts.length === 0
      ? [
          {
            kind: 'heading' as const,
            key: 'none',
            label: <p className={classes['none']}>{none}</p>,
          },
        ]
      : []),
    ...(segments.length > 0 && acts.length > 0
      ? [{ kind: 'divider' as const, key: 'divider' }]
      : []),
    ...acts,
  ]
  return (
    <>
      <MenuButton entries={entries} className={classes['button']}>
        <IconBookmark size={16} aria-hidden />
        {segmentText.menu}
        <IconChevronDown size={14} aria-hidden />
      </MenuButton>
      {form !== null && (
        <Suspense fallback={null}>
          <SegmentDialog
            segment={form}
            onSaved={(saved) => {
              setForm(null)
              go(saved)
            }}
            onClose={() => {
              setForm(null)
            }}
          />
        </Suspense>
      )}
    </>
  )
}
