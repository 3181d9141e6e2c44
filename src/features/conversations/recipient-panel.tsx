import { useNavigate, useParams, useSearchParams } from 'react-router'
import { paths } from '../../lib/paths.ts'
import { RecipientRecordPanel } from './recipient-record.tsx'

/** The panel of a recipient, beside its campaign. */
export function RecipientPanel() {
  const { campaignId = '', recipientId = '' } = useParams()
  const navigate = useNavigate()
  const [search] = useSearchParams()
  const close = () => {
    const rest = new URLSearchParams(search)
    for (const name of ['part', 'act']) rest.delete(name)
    void navigate({ pathname: paths.campaign(campaignId), search: rest.toString() })
  }
  return <RecipientRecordPanel recipientId={recipientId} onClose={close} />
}
