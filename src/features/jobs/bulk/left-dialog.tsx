import { Button, Group, Modal, Table, Text } from '@mantine/core'
import { commonText } from '../../../ui/text/common.ts'
import { leftText } from '../../../ui/text/board-bulk.ts'
import { formatCalendarDay } from '../../../ui/text/locale.ts'
import { type BulkChange, type BulkNames } from './bulk-change.ts'
import type { BulkLeft } from './use-bulk-changes.ts'

/** So many are named; of the others only how many they are. */
const MOST_NAMED = 20

function toValueWords(
  value: string | null,
  change: BulkChange['change'],
  { nameOfColumn, nameOfColleague }: BulkNames,
): string {
  if ('status' in change) return nameOfColumn(value ?? '')
  if ('assignedTo' in change) return value === null ? leftText.none : nameOfColleague(value)
  return value === null ? leftText.noDay : formatCalendarDay(value)
}

function wantedValue(change: BulkChange['change']): string | null {
  if ('status' in change) return change.status
  if ('assignedTo' in change) return change.assignedTo
  return 'followUpOn' in change ? change.followUpOn : null
}

type LeftDialogProps = BulkLeft & {
  readonly names: BulkNames
  readonly onAnyway: (bulk: BulkChange) => void
  readonly onClose: () => void
}

/** Some cards were changed by others meanwhile: what each is now, beside what one wanted. */
export function LeftDialog({ bulk, outcome, names, onAnyway, onClose }: LeftDialogProps) {
  const { left, gone } = outcome
  const wanted = toValueWords(wantedValue(bulk.change), bulk.change, names)
  const ids = new Set(left.map(({ id }) => id))
  return (
    <Modal
      opened
      onClose={onClose}
      title={leftText.title(left.length + gone)}
      closeButtonProps={{ 'aria-label': commonText.close }}
    >
      {left.length > 0 && (
        <>
          <Text size="sm">{leftText.advice}</Text>
          <Table mt="sm" fz="sm">
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{leftText.name}</Table.Th>
                <Table.Th>{leftText.now}</Table.Th>
                <Table.Th>{leftText.yours}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {left.slice(0, MOST_NAMED).map(({ id, name, present, setBy }) => (
                <Table.Tr key={id}>
                  <Table.Td>{name}</Table.Td>
                  <Table.Td>
                    {toValueWords(present, bulk.change, names)}
                    {'status' in bulk.change && setBy === 'automation'
                      ? ` ${leftText.byAutomation}`
                      : ''}
                  </Table.Td>
                  <Table.Td>{wanted}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
          {left.length > MOST_NAMED && (
            <Text size="sm">{leftText.more(left.length - MOST_NAMED)}</Text>
          )}
        </>
      )}
      {gone > 0 && (
        <Text size="sm" mt="sm">
          {leftText.gone(gone)}
        </Text>
      )}
      <Group justify="flex-end" gap="sm" mt="xl">
        {left.length > 0 && (
          <Button
            variant="default"
            onClick={() => {
              onAnyway({
                ...bulk,
                changeId: crypto.randomUUID(),
                targets: bulk.targets.filter(({ id }) => ids.has(id)),
                known: [],
                force: true,
              })
            }}
          >
            {leftText.anyway}
          </Button>
        )}
        <Button onClick={onClose} data-autofocus>
          {leftText.leave}
        </Button>
      </Group>
    </Modal>
  )
}
