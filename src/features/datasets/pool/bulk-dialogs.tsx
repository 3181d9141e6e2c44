import { Button, Group, Modal, Select, Stack, TagsInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import type { Chosen } from '../../../data/frontend/pool-work.ts'
import { draftsQuery } from '../../../data/frontend/shared-queries.ts'
import { splitTags, TAG_SEPARATORS } from '../../../domain/dataset/tag-list.ts'
import { commonText } from '../../../ui/text/common.ts'
import { bulkText } from '../../../ui/text/pools.ts'
import { datasetsQuery } from '../queries.ts'
import { useAddToCampaign, useCopyMembers, useTagMembers } from './pool-changes.ts'

export type BulkDialogProps = {
  readonly chosen: Chosen
  readonly count: number
  readonly officeId: string
  /** What was done, in words, where it was. */
  readonly onDone: (message?: string) => void
  readonly onClose: () => void
}

type FrameProps = {
  readonly title: string
  readonly onClose: () => void
  readonly actions: ReactNode
  readonly children: ReactNode
}

function Frame({ title, onClose, actions, children }: FrameProps) {
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      closeButtonProps={{ 'aria-label': commonText.close }}
    >
      <Stack gap="md">
        {children}
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose}>
            {commonText.cancel}
          </Button>
          {actions}
        </Group>
      </Stack>
    </Modal>
  )
}

/** Adds tags to the chosen people, and takes some off. */
export function TagDialog({ chosen, count, onDone, onClose }: BulkDialogProps) {
  const [add, setAdd] = useState<string[]>([])
  const [remove, setRemove] = useState<string[]>([])
  const tag = useTagMembers(chosen.datasetId)
  return (
    <Frame
      title={bulkText.tagTitle(count)}
      onClose={onClose}
      actions={
        <Button
          disabled={add.length + remove.length === 0}
          loading={tag.isPending}
          onClick={() => {
            tag.mutate(
              { chosen, add, remove },
              {
                onSuccess: () => {
                  onDone()
                },
              },
            )
          }}
        >
          {bulkText.tag}
        </Button>
      }
    >
      <TagsInput
        data-autofocus
        label={bulkText.tags}
        description={bulkText.tagsAdvice}
        maxTags={10}
        maxLength={60}
        splitChars={[...TAG_SEPARATORS]}
        value={add}
        onChange={(values) => {
          // However it came in, a separator parts tags here as in a file.
          setAdd([...splitTags(values.join(','))])
        }}
      />
      <TagsInput label={bulkText.untag} value={remove} onChange={setRemove} />
    </Frame>
  )
}

/** Copies or moves the chosen people to another pool. */
export function CopyDialog({ chosen, count, onDone, onClose }: BulkDialogProps) {
  const [to, setTo] = useState<string | null>(null)
  const { data: pools } = useQuery(datasetsQuery({}))
  const copy = useCopyMembers(chosen.datasetId)
  const others = pools?.items.filter(({ id }) => id !== chosen.datasetId) ?? []
  const button = (move: boolean) => (
    <Button
      variant={move ? 'default' : 'filled'}
      disabled={to === null}
      loading={copy.isPending}
      onClick={() => {
        if (to === null) return
        copy.mutate(
          { chosen, to, move },
          {
            onSuccess: ({ copied, there }) => {
              onDone(bulkText.copied(copied, there))
            },
          },
        )
      }}
    >
      {move ? bulkText.moveAction : bulkText.copyAction}
    </Button>
  )
  return (
    <Frame
      title={bulkText.copyTitle(count)}
      onClose={onClose}
      actions={
        <>
          {button(true)}
          {button(false)}
        </>
      }
    >
      <Select
        label={bulkText.to}
        searchable
        data={others.map(({ id, name }) => ({ value: id, label: name }))}
        value={to}
        nothingFoundMessage={bulkText.noPools}
        onChange={setTo}
      />
      <p>{bulkText.copyAdvice}</p>
    </Frame>
  )
}

/** Puts the chosen people into a draft campaign of the pool's office. */
export function CampaignDialog({ chosen, count, officeId, onDone, onClose }: BulkDialogProps) {
  const [campaignId, setCampaignId] = useState<string | null>(null)
  const { data: drafts } = useQuery(draftsQuery(officeId))
  const add = useAddToCampaign()
  return (
    <Frame
      title={bulkText.campaignTitle(count)}
      onClose={onClose}
      actions={
        <Button
          disabled={campaignId === null}
          loading={add.isPending}
          onClick={() => {
            if (campaignId === null) return
            add.mutate(
              { chosen, campaignId },
              {
                onSuccess: (answer) => {
                  onDone(bulkText.added(answer.added, answer.of))
                },
              },
            )
          }}
        >
          {bulkText.campaignAction}
        </Button>
      }
    >
      {drafts?.items.length === 0 ? (
        <p>{bulkText.noDrafts}</p>
      ) : (
        <Select
          label={bulkText.draft}
          searchable
          data={drafts?.items.map(({ id, name }) => ({ value: id, label: name })) ?? []}
          value={campaignId}
          onChange={setCampaignId}
        />
      )}
    </Frame>
  )
}
