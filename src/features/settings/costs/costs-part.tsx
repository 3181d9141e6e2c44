import { useSuspenseQuery } from '@tanstack/react-query'
import { costsText } from '../../../ui/text/settings.ts'
import { PartHead } from '../part-head.tsx'
import { agencySettingsQuery } from '../queries.ts'
import { PricesForm } from './prices-form.tsx'

/** The prices that the costs of campaigns are estimated by. */
export function CostsPart() {
  const { data: settings } = useSuspenseQuery(agencySettingsQuery)
  return (
    <>
      <PartHead title={costsText.title} advice={costsText.advice} />
      <PricesForm key={JSON.stringify(settings.prices)} present={settings.prices} />
    </>
  )
}
