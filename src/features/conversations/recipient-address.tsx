import { useSuspenseQuery } from '@tanstack/react-query'
import { Navigate, useParams } from 'react-router'
import { paths } from '../../lib/paths.ts'
import { recipientQuery } from './queries.ts'

/** A recipient's address leads to its panel beside its campaign. */
export function RecipientAddress() {
  const { recipientId = '' } = useParams()
  const { data: recipient } = useSuspenseQuery(recipientQuery(recipientId))
  return <Navigate to={paths.campaignRecipient(recipient.campaignId, recipient.id)} replace />
}
