import { useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useSearchParams } from 'react-router'
import type { RecipientDelivery } from '../../../data/frontend/recipient-delivery.ts'
import { paths } from '../../../lib/paths.ts'
import { LoadingBoundary } from '../../../ui/feedback/loading-boundary.tsx'
import { PanelSkeleton } from '../../../ui/feedback/skeletons.tsx'
import { SidePanel } from '../../../ui/page/side-panel.tsx'
import { activityText } from '../../../ui/text/campaign-page.ts'
import { deliveryPanelText } from '../../../ui/text/campaign-results.ts'
import { formatNumber } from '../../../ui/text/locale.ts'
import { JsonBlock } from '../../../ui/words/json-block.tsx'
import { RelativeTime } from '../../../ui/words/relative-time.tsx'
import { batchAnswerWords } from '../delivery-reason.ts'
import { recipientDeliveryQuery } from '../queries.ts'
import { Facts, Section } from './facts.tsx'
import classes from './overview.module.css'

const text = deliveryPanelText

function answerWords(batch: NonNullable<RecipientDelivery['batch']>): string {
  const { lastStatus } = batch
  const words = [
    lastStatus === null ? '' : text.answered(lastStatus),
    batchAnswerWords(batch),
  ].filter((part) => part !== '')
  return words.length === 0 ? text.noAnswer : words.join(' · ')
}

function DecisionWords({ action, at, who }: NonNullable<RecipientDelivery['decision']>) {
  return (
    <>
      {text.decisions[action]} {text.decidedBy(who)} <RelativeTime at={at} />
    </>
  )
}

type Sent = NonNullable<RecipientDelivery['batch']>

function Batch({
  batch,
  decision,
}: Pick<RecipientDelivery, 'decision'> & { readonly batch: Sent }) {
  const { firstPostedAt, payloadHash, acknowledgement } = batch
  return (
    <Facts
      facts={[
        [text.state, activityText.batchState[batch.state]],
        [text.batch, text.batchOf(batch.position, batch.tasks)],
        [
          text.firstPosted,
          firstPostedAt === null ? '–' : <RelativeTime key="posted" at={firstPostedAt} />,
        ],
        [text.attempts, formatNumber(batch.attempts)],
        [text.answer, answerWords(batch)],
        ...(decision === null
          ? []
          : [[text.decided, <DecisionWords key="decided" {...decision} />] as const]),
        [
          text.acknowledgement,
          acknowledgement === null ? (
            text.noAcknowledgement
          ) : (
            <code key="ack">{JSON.stringify(acknowledgement)}</code>
          ),
        ],
        [text.id, <code key="id">{batch.id}</code>],
        [text.hash, payloadHash === null ? '–' : <code key="hash">{payloadHash}</code>],
      ]}
    />
  )
}

function Delivery({ recipientId }: { readonly recipientId: string }) {
  const { data } = useSuspenseQuery(recipientDeliveryQuery(recipientId))
  const { batch, task, payload, decision } = data
  if (batch === null || task === null) return <p>{text.notSent}</p>
  return (
    <div className={classes['tabBody']}>
      <Batch batch={batch} decision={decision} />
      <Section title={text.task}>
        <p className={classes['muted']}>{text.taskNote}</p>
        <JsonBlock label={text.task} value={task} />
      </Section>
      <Section title={text.shared}>
        <JsonBlock label={text.shared} value={payload} />
      </Section>
    </div>
  )
}

/** What was sent for one recipient and what came back, beside the list of recipients. */
export function DeliveryPanel() {
  const { campaignId = '', recipientId = '' } = useParams()
  const navigate = useNavigate()
  const [search] = useSearchParams()
  return (
    <SidePanel
      key={recipientId}
      title={text.title}
      onClose={() => {
        void navigate({ pathname: paths.campaign(campaignId), search: search.toString() })
      }}
    >
      <LoadingBoundary skeleton={<PanelSkeleton />} resetKey={recipientId}>
        <Delivery recipientId={recipientId} />
      </LoadingBoundary>
    </SidePanel>
  )
}
