import type { Page } from 'playwright-core'

/** In the wizard, from the audience's step on: fills in what a launch needs, up to the review. */
export async function finishDraft(page: Page): Promise<void> {
  await page
    .getByRole('link', { name: 'Next' })
    .or(page.getByRole('button', { name: 'Next' }))
    .click()
  await page.getByRole('button', { name: 'Add the usual targets' }).click()
  await page.getByRole('link', { name: /Channels and ground/ }).click()
  await page.getByRole('checkbox', { name: 'Call' }).check()
  await page.getByLabel('Purpose').fill('Fill plumbing jobs in the test')
  await page.getByRole('combobox', { name: 'Consent basis' }).click()
  await page.getByRole('option', { name: 'Consent', exact: true }).click()
  await page.getByRole('button', { name: 'Use the usual sentence' }).click()
  await page.getByRole('link', { name: /First messages/ }).click()
  await page.getByRole('button', { name: 'Ask the agents' }).click()
  await page.getByText('Says that an AI is writing').waitFor()
  await page.getByRole('link', { name: /Review and launch/ }).click()
}
