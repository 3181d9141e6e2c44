// @vitest-environment jsdom
import { MantineProvider } from '@mantine/core'
import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { OnlineContext } from '../offline/online-context.ts'
import { theme } from '../theme/theme.ts'
import { ConfirmModal } from './confirm-modal.tsx'

function open(hasNetwork: boolean, local?: boolean) {
  let confirmed = 0
  render(
    <MantineProvider theme={theme} env="test">
      <OnlineContext value={hasNetwork}>
        <ConfirmModal
          opened
          title="Stop this campaign?"
          confirmLabel="Stop campaign"
          local={local}
          onConfirm={() => {
            confirmed += 1
          }}
          onClose={() => undefined}
        >
          Three people are not written to.
        </ConfirmModal>
      </OnlineContext>
    </MantineProvider>,
  )
  return { confirmed: () => confirmed }
}

test('without a network what can’t wait is not offered, and the dialog says why', async () => {
  const { confirmed } = open(false)
  const button = await screen.findByRole('button', { name: 'Stop campaign' })
  expect(button).toBeDisabled()
  expect(screen.getByText(/can’t wait on this device/)).toBeVisible()
  await userEvent.click(button)
  expect(confirmed()).toBe(0)
})

test.each([
  [true, undefined],
  [false, true],
])('with a network (%s), or where none is needed (%s), it is done', async (hasNetwork, local) => {
  const { confirmed } = open(hasNetwork, local)
  await userEvent.click(await screen.findByRole('button', { name: 'Stop campaign' }))
  expect(confirmed()).toBe(1)
  expect(screen.queryByText(/can’t wait on this device/)).toBeNull()
})
