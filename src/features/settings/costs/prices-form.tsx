import { Button, NumberInput, Select } from '@mantine/core'
import { useState } from 'react'
import type { AgencyPrices } from '../../../data/frontend/agency-settings.ts'
import { formatMoney, locale } from '../../../ui/text/locale.ts'
import { costsText } from '../../../ui/text/settings.ts'
import { useViewer } from '../../../ui/viewer/viewer-context.ts'
import { SaveBar } from '../save-bar.tsx'
import classes from '../settings.module.css'
import { usePrices } from './use-prices.ts'

/** Where somebody begins who set none yet. */
const FIRST: AgencyPrices = { perConversation: 0, perCallMinute: 0, currency: 'GBP' }

const names = new Intl.DisplayNames(locale, { type: 'currency' })
const CURRENCIES = Intl.supportedValuesOf('currency').map((code) => ({
  value: code,
  label: `${code} – ${names.of(code) ?? code}`,
}))

const FIELDS = [
  { field: 'perConversation', label: costsText.perConversation },
  { field: 'perCallMinute', label: costsText.perCallMinute },
] as const

/** Prices of the whole agency. */
export function PricesForm({ present }: { readonly present: AgencyPrices | null }) {
  const { isAdmin } = useViewer()
  const [prices, setPrices] = useState(present)
  const { save, takeBack } = usePrices(present)
  if (prices === null) {
    return (
      <section className={classes['section']} aria-label={costsText.title}>
        <p>{costsText.none}</p>
        {isAdmin && (
          <Button
            variant="default"
            onClick={() => {
              setPrices(FIRST)
            }}
          >
            {costsText.set}
          </Button>
        )}
      </section>
    )
  }
  const change = (patch: Partial<AgencyPrices>) => {
    setPrices({ ...prices, ...patch })
  }
  const example = 100 * prices.perConversation + 50 * prices.perCallMinute
  return (
    <form
      className={classes['section']}
      aria-label={costsText.title}
      onSubmit={(event) => {
        event.preventDefault()
        save.mutate(prices)
      }}
    >
      <div className={classes['line']}>
        {FIELDS.map(({ field, label }) => (
          <NumberInput
            key={field}
            label={label}
            value={prices[field]}
            min={0}
            max={1_000_000}
            step={0.01}
            decimalScale={4}
            allowNegative={false}
            disabled={!isAdmin}
            w={220}
            onChange={(value) => {
              change({ [field]: Number(value) })
            }}
          />
        ))}
        <Select
          label={costsText.currency}
          data={CURRENCIES}
          value={prices.currency}
          searchable
          allowDeselect={false}
          limit={50}
          disabled={!isAdmin}
          w={220}
          onChange={(currency) => {
            if (currency !== null) change({ currency })
          }}
        />
      </div>
      <p className={classes['example']}>
        {costsText.example(formatMoney(example, prices.currency))}
      </p>
      {isAdmin && (
        <div className={classes['line']}>
          <SaveBar
            dirty={JSON.stringify(prices) !== JSON.stringify(present)}
            saving={save.isPending}
            onDiscard={() => {
              setPrices(present)
            }}
          />
          {present !== null && (
            <Button
              variant="subtle"
              color="gray"
              loading={takeBack.isPending}
              onClick={() => {
                takeBack.mutate()
              }}
            >
              {costsText.takeBack}
            </Button>
          )}
        </div>
      )}
    </form>
  )
}
