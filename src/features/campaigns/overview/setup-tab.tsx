import { useSuspenseQuery } from '@tanstack/react-query'
import type { Campaign } from '../../../data/frontend/campaigns.ts'
import { columnsQuery } from '../../../data/frontend/shared-queries.ts'
import { isJsonObject } from '../../../lib/json.ts'
import { consentText, setupText } from '../../../ui/text/campaign-page.ts'
import { channelText } from '../../../ui/text/campaigns.ts'
import { formatMoment } from '../../../ui/text/locale.ts'
import { JsonBlock } from '../../../ui/words/json-block.tsx'
import { TextBlock } from '../../../ui/words/text-block.tsx'
import { ChangesSinceCopy } from '../diff/changes-since-copy.tsx'
import { campaignSourcesQuery, draftQuery, launchQuery } from '../queries.ts'
import { AudienceSources } from '../wizard/audience-sources.tsx'
import { hoursWords, narrowWords } from '../wizard/draft-words.ts'
import { Facts, Section } from './facts.tsx'
import classes from './overview.module.css'
import { MatrixCard, TargetCard } from './setup-parts.tsx'

function momentOr(moment: string | null, otherwise: string): string {
  return moment === null ? otherwise : formatMoment(new Date(moment))
}

function disclosure(campaign: Campaign): string {
  const { aiDisclosure, aiDisclosureWaivedReason } = campaign
  if (aiDisclosureWaivedReason !== '') return setupText.waived(aiDisclosureWaivedReason)
  return aiDisclosure === '' ? setupText.missing : aiDisclosure
}

function Messages({ campaign }: { readonly campaign: Campaign }) {
  const texts = [
    [setupText.firstMessageChat, campaign.firstMessageChat],
    [setupText.firstMessageCall, campaign.firstMessageCall],
    [setupText.promptChat, campaign.promptChat],
    [setupText.promptCall, campaign.promptCall],
  ] as const
  return (
    <Section title={setupText.messages}>
      <Facts
        facts={texts.map(([label, text]) => [
          label,
          text === '' ? setupText.missing : <TextBlock key={label} text={text} />,
        ])}
      />
    </Section>
  )
}

/** The campaign as it was written, and what was sent with every batch. To read only. */
export function SetupTab({ campaignId }: { readonly campaignId: string }) {
  const { data: draft } = useSuspenseQuery(draftQuery(campaignId))
  const { data: launch } = useSuspenseQuery(launchQuery(campaignId))
  const { data: sources } = useSuspenseQuery(campaignSourcesQuery(campaignId))
  const { data: board } = useSuspenseQuery(columnsQuery(draft.campaign.jobId))
  const { campaign, targets, matrices } = draft
  return (
    <div className={classes['tabBody']}>
      <AudienceSources sources={sources}>
        {narrowWords(draft.campaign.audience).map((line) => (
          <li key={line} className={classes['muted']}>
            {line}
          </li>
        ))}
      </AudienceSources>
      <Section title={setupText.targets}>
        {targets.length === 0 && <p className={classes['muted']}>{setupText.noTargets}</p>}
        <ul className={classes['parts']}>
          {targets.map((target) => (
            <TargetCard key={target.id} target={target} board={board} />
          ))}
        </ul>
      </Section>
      <Section title={setupText.matrices}>
        {matrices.length === 0 && <p className={classes['muted']}>{setupText.noMatrices}</p>}
        <ul className={classes['parts']}>
          {matrices.map((matrix) => (
            <MatrixCard key={matrix.id} matrix={matrix} />
          ))}
        </ul>
      </Section>
      <ChangesSinceCopy draft={draft} />
      <Section title={setupText.about}>
        <Facts
          facts={[
            [setupText.channels, campaign.channels.map((each) => channelText[each]).join(', ')],
            [setupText.starts, momentOr(campaign.startsAt, setupText.atLaunch)],
            [setupText.ends, momentOr(campaign.endsAt, setupText.open)],
            [setupText.hours, hoursWords(campaign.callingHours)],
            [setupText.expiry, setupText.expiryHours(campaign.taskExpiryHours)],
            [setupText.errors, setupText.errorShare(campaign.errorPercent)],
            [setupText.campaignKey, <code key="key">{campaign.key}</code>],
          ]}
        />
      </Section>
      <Section title={setupText.ground}>
        <Facts
          facts={[
            [setupText.purpose, campaign.purpose === '' ? setupText.missing : campaign.purpose],
            [setupText.consent, consentText[campaign.consentBasis]],
            [setupText.disclosure, disclosure(campaign)],
          ]}
        />
      </Section>
      <Messages campaign={campaign} />
      {launch !== null && isJsonObject(launch.payload) && (
        <Section title={setupText.payload}>
          <p className={classes['muted']}>{setupText.payloadNote}</p>
          <JsonBlock label={setupText.payload} value={launch.payload} />
        </Section>
      )}
    </div>
  )
}
