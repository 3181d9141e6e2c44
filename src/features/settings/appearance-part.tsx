import { SegmentedControl, useMantineColorScheme } from '@mantine/core'
import { setDensity, useDensity } from '../../ui/theme/density.ts'
import { appearanceText } from '../../ui/text/settings.ts'
import { shellText } from '../../ui/text/shell.ts'
import classes from './settings.module.css'

const SCHEMES = ['auto', 'light', 'dark'] as const
const DENSITIES = ['comfortable', 'compact'] as const

/** How the app looks on this device. */
export function AppearancePart() {
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const density = useDensity()
  return (
    <section className={classes['section']} aria-label={appearanceText.title}>
      <h2>{appearanceText.title}</h2>
      <p className={classes['muted']}>{appearanceText.advice}</p>
      <dl className={classes['facts']}>
        <dt>{appearanceText.theme}</dt>
        <dd>
          <SegmentedControl
            aria-label={appearanceText.theme}
            data={SCHEMES.map((value) => ({ value, label: shellText.appearances[value] }))}
            value={colorScheme}
            onChange={(chosen) => {
              setColorScheme(SCHEMES.find((scheme) => scheme === chosen) ?? 'auto')
            }}
          />
        </dd>
        <dt>{appearanceText.density}</dt>
        <dd>
          <SegmentedControl
            aria-label={appearanceText.density}
            data={DENSITIES.map((value) => ({ value, label: appearanceText.densities[value] }))}
            value={density}
            onChange={(chosen) => {
              setDensity(chosen === 'compact' ? 'compact' : 'comfortable')
            }}
          />
        </dd>
      </dl>
    </section>
  )
}
