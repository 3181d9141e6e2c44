import { IconCircle, IconCircleCheck } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import { Link } from 'react-router'
import { paths } from '../../../lib/paths.ts'
import { wizardText } from '../../../ui/text/campaign-wizard.ts'
import { useDraft } from './draft-context.ts'
import { isStepComplete, WIZARD_STEPS, type WizardStep } from './wizard-steps.ts'
import classes from './step-nav.module.css'

/** All steps as links, each with whether it has what a launch needs. */
export function StepNav({ current }: { readonly current: WizardStep }) {
  const { draft } = useDraft()
  const here = useRef<HTMLLIElement>(null)

  // On a phone the steps scroll sideways.
  useEffect(() => {
    here.current?.scrollIntoView({ block: 'nearest', inline: 'center' })
  }, [current])

  return (
    <nav aria-label={wizardText.steps} className={classes['steps']}>
      <ol>
        {WIZARD_STEPS.map((step) => {
          const complete = isStepComplete(draft, step)
          const StepIcon = complete ? IconCircleCheck : IconCircle
          return (
            <li key={step} ref={step === current ? here : undefined}>
              <Link
                to={paths.editCampaign(draft.campaign.id, { step })}
                aria-current={step === current ? 'step' : undefined}
                className={classes['step']}
              >
                <StepIcon
                  size={16}
                  role="img"
                  aria-label={complete ? wizardText.complete : wizardText.incomplete}
                  className={classes[complete ? 'complete' : 'incomplete']}
                />
                {wizardText.names[step]}
              </Link>
            </li>
          )
        })}
      </ol>
    </nav>
  )
}
